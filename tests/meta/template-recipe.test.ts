// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';

const recipeOf = (name: string) => readFileSync(`docs/adding-a-${name}.md`, 'utf8');
const templates = readdirSync('utils/catalog/templates');
const frameOf = (id: string) =>
  JSON.parse(readFileSync(`utils/catalog/templates/${id}/template.json`, 'utf8')) as Record<string, unknown>;
/** Paths a recipe names, as they are written there. */
const named = (recipe: string): readonly string[] =>
  [...recipe.matchAll(/`((?:utils|public|tests|docs)\/[\w./*<>-]+)`/g)].map(([, path]) => path ?? '');

describe.each(['template', 'reply-language'])('the recipe for a %s', (name) => {
  const paths = named(recipeOf(name));

  it('names only files that are there', () => {
    const plain = paths.filter((path) => !/[<*]/.test(path));
    expect(plain.length).toBeGreaterThan(3);
    expect(plain.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names the files to write, and these are what replies are made of', () => {
    const steps = paths.filter((path) => /<(?:id|lang)>/.test(path));
    expect(steps.length).toBeGreaterThanOrEqual(2);
    const missing = steps.flatMap((step) =>
      templates.flatMap((id) =>
        SHIPPED_LANGS.map((lang) => step.replace('<id>', id).replace('<lang>', lang)).filter(
          (path) => !existsSync(path),
        ),
      ),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('every template', () => {
  it('says only what the recipe explains, and the recipe explains nothing else', () => {
    const fields = [...recipeOf('template').matchAll(/^ *\| `(\w+)` +\|/gm)].map(([, field]) => field ?? '');
    const used = new Set([...templates.flatMap((id) => Object.keys(frameOf(id))), 'tags']);
    expect([...used].sort()).toEqual([...fields].sort());
  });

  it('answers an intent there is', () => {
    const file = readFileSync('utils/catalog/replies/intents.json', 'utf8');
    const intents = (JSON.parse(file) as readonly { readonly id: string }[]).map(({ id }) => id);
    for (const id of templates) expect(['any', ...intents], id).toContain(frameOf(id)['intent']);
  });
});
