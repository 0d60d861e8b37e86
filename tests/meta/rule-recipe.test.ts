// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogAssets } from '@/scripts/lib/catalog-assets.mjs';
import { groupOf, ruleGroups } from '@/components/rules/rule-entries';

const recipeOf = (name: string) => readFileSync(`docs/adding-a-${name}.md`, 'utf8');
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
const folders = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
/** Paths a recipe names, as they are written there. */
const named = (recipe: string): readonly string[] =>
  [...recipe.matchAll(/`((?:utils|public|tests|docs|components)\/[\w./*<>-]+)`/g)].map(([, path]) => path ?? '');

const rules = folders('utils/catalog/rules');
const languages = namesIn('utils/catalog/lexicon').filter((name) => name !== 'any');
const interfaceLangs = readdirSync('public/locales');
const pairs = rules.flatMap((rule) => languages.map((lang) => [rule, lang] as const));

describe.each(['rule', 'language'])('the recipe for a %s', (name) => {
  const recipe = recipeOf(name);

  it('names only files that are there', () => {
    const plain = named(recipe).filter((path) => !/[<*]/.test(path));
    expect(plain.length).toBeGreaterThan(3);
    expect(plain.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('names the files to write, and these are what the rules are made of', () => {
    const steps = named(recipe).filter((path) => /<(?:id|rule|lang)>/.test(path) && !path.includes('stated'));
    expect(steps.length).toBeGreaterThanOrEqual(2);
    for (const step of steps)
      for (const [rule, lang] of pairs) {
        const path = step.replace(/<id>|<rule>/, rule).replace('<lang>', lang);
        expect(existsSync(path), path).toBe(true);
      }
  });
});

describe('every rule', () => {
  const fields = [...recipeOf('rule').matchAll(/^ *\| `(\w+)` +\|/gm)].map(([, field]) => field ?? '');
  const published = readJson('tests/catalog/published-severities.json');

  it('says only what the recipe explains, and the recipe explains nothing else', () => {
    const used = new Set(rules.flatMap((rule) => Object.keys(readJson(`utils/catalog/rules/${rule}/rule.json`))));
    expect([...used].sort()).toEqual([...fields].sort());
  });

  it.each(rules)('%s has its words in both interface languages and a severity that was agreed on', (rule) => {
    const { id, texts } = readJson(`utils/catalog/rules/${rule}/rule.json`) as {
      id: string;
      texts: Record<string, Record<string, string>>;
    };
    expect(id).toBe(rule);
    expect(Object.keys(published)).toContain(rule);
    expect(ruleGroups).toContain(groupOf(rule));
    for (const lang of interfaceLangs)
      for (const part of ['title', 'why', 'alternative']) expect(texts[lang]?.[part], `${lang} ${part}`).toBeTruthy();
  });

  it.each(languages)('has its examples in %s', (lang) => {
    for (const rule of rules) {
      const file = readJson(`utils/catalog/rules/${rule}/${lang}.json`) as Record<string, readonly unknown[]>;
      const counts = [file['bad']?.length ?? 0, file['good']?.length ?? 0, file['nearMiss']?.length ?? 0];
      expect(counts[0], `${rule} bad`).toBeGreaterThanOrEqual(3);
      expect(counts[1], `${rule} good`).toBeGreaterThanOrEqual(3);
      expect(counts[2], `${rule} near misses`).toBeGreaterThanOrEqual(2);
    }
  });

  it('has a topic with words for it', () => {
    for (const lang of interfaceLangs) {
      const { group } = readJson(`public/locales/${lang}/rules.json`) as { group: Record<string, string> };
      for (const topic of ruleGroups) expect(group[topic], `${lang} ${topic}`).toBeTruthy();
    }
  });
});

describe('rules whose condition is code', () => {
  const stated = ['context', 'guard', 'note'].flatMap((group) =>
    namesIn(`utils/catalog/stated-rules/${group}`).map((id) => [group, id] as const),
  );

  it.each(stated)('%s/%s is named like its file and stands under its topic', (group, id) => {
    const file = readJson(`utils/catalog/stated-rules/${group}/${id}.json`) as {
      id: string;
      texts: Record<string, Record<string, string>>;
    };
    expect(file.id).toBe(id);
    expect(groupOf(id)).toBe(group);
    for (const lang of interfaceLangs) expect(file.texts[lang]?.['title'], lang).toBeTruthy();
  });
});

describe('the build', () => {
  const shipped = (catalogAssets() as { relativeDest: string }[]).map(({ relativeDest }) => relativeDest);

  it.each(languages)('carries the terms of %s, and apart from them its examples', (lang) => {
    expect(shipped).toContain(`catalog/rules/${lang}.json`);
    expect(shipped).toContain(`catalog/rule-examples/${lang}.json`);
  });
});
