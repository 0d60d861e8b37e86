// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const recipe = readFileSync('docs/adding-a-table.md', 'utf8');
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
const namesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
const words = (lang: string) =>
  readJson(`public/locales/${lang}/convert.json`) as Record<string, Record<string, unknown>>;
const tables = namesIn('utils/catalog/sizes', '.json');
const kindsSaid = [...recipe.matchAll(/^ *\| `(\w+)` +\|/gm)].map(([, kind]) => kind);

describe('the recipe for a table', () => {
  it('names only files that are there', () => {
    const named = [...recipe.matchAll(/`((?:utils|public|tests|docs)\/[\w./*<>-]+)`/g)].map(([, path]) => path ?? '');
    const plain = named.filter((path) => !/[<*]/.test(path));
    expect(plain.length).toBeGreaterThan(4);
    expect(plain.filter((path) => !existsSync(path))).toEqual([]);
  });

  it.each(tables)('is what %s is made of', (name) => {
    const table = readJson(`utils/catalog/sizes/${name}.json`);
    expect(table['id']).toBe(name);
    expect(kindsSaid).toContain(table['kind']);
    expect(table['checkedOn']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(String(table['status']).length).toBeGreaterThan(3);
    for (const title of Object.values(table['sources'] as Record<string, string>))
      expect(title.length).toBeGreaterThan(4);
    if (table['kind'] === 'aliases') return;
    for (const lang of readdirSync('public/locales')) expect(words(lang)['source']?.[name], lang).toBeTruthy();
  });

  it('shows an example of every kind there is', () => {
    const kinds = new Set(tables.map((name) => readJson(`utils/catalog/sizes/${name}.json`)['kind']));
    expect([...kinds].sort()).toEqual([...new Set(kindsSaid)].sort());
  });
});

describe('the recipe for a reply language', () => {
  const languages = namesIn('utils/catalog/sentences', '.json');

  it('holds for fourteen languages', () => expect(languages).toHaveLength(14));

  it.each(languages)('is what %s is made of', (lang) => {
    expect(existsSync(`utils/domain/convert/reading/words/${lang}.ts`)).toBe(true);
    const sentences = Object.keys(readJson(`utils/catalog/sentences/${lang}.json`)).sort();
    expect(sentences).toEqual(Object.keys(readJson('utils/catalog/sentences/en.json')).sort());
  });
});

describe('every other table of the converter', () => {
  const folders = ['mains', 'measures', 'time', 'duties', 'plugs'];
  const files = folders.flatMap((folder) =>
    namesIn(`utils/catalog/${folder}`, '.json').map((name) => `utils/catalog/${folder}/${name}.json`),
  );

  it.each(files)('%s says when it was checked and what it rests on', (path) => {
    const { checkedOn, source, sources, rows } = readJson(path);
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const ofRows = Array.isArray(rows) && (rows as { source?: string }[]).every((row) => row.source);
    expect(source ?? sources ?? ofRows).toBeTruthy();
  });
});
