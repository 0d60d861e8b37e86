// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const recipe = readFileSync('docs/adding-a-follow-up.md', 'utf8');
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
const types = readdirSync('utils/catalog/follow-ups')
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));
/** Words of the catalogue that belong to no type. */
const OTHER_WORDS = ['notify', 'popup'];

describe('the recipe for a follow-up', () => {
  it('names only files that are there', () => {
    const named = [...recipe.matchAll(/`((?:utils|public|tests|docs)\/[\w./*<>-]+)`/g)].map(([, path]) => path ?? '');
    const plain = named.filter((path) => !/[<*]/.test(path));
    expect(plain.length).toBeGreaterThan(5);
    expect(plain.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('explains every field that is used, and nothing else', () => {
    const fields = [...recipe.matchAll(/^ *\| `(\w+)` +\|/gm)].map(([, field]) => field ?? '');
    const used = new Set(types.flatMap((id) => Object.keys(readJson(`utils/catalog/follow-ups/${id}.json`))));
    expect([...used].sort()).toEqual([...fields].sort());
  });

  it.each(readdirSync('public/locales'))('has a name and a reason for every type in %s, and for no other', (lang) => {
    const words = readJson(`public/locales/${lang}/follow-ups.json`);
    expect(Object.keys(words).sort()).toEqual([...types, ...OTHER_WORDS].sort());
    for (const id of types)
      expect(words[id], id).toEqual({
        name: expect.stringMatching(/./) as unknown,
        why: expect.stringMatching(/.{8,}/) as unknown,
      });
  });
});
