import { readdirSync, readFileSync } from 'node:fs';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { createPageWords, flattenCatalogue } from '@/utils/platform/i18n/page-words';

const languages = ['en', 'zh-CN'];
const namespaces = readdirSync('public/locales/en').map((file) => file.replace('.json', ''));
const catalogue = (lang: string, ns: string): unknown =>
  JSON.parse(readFileSync(`public/locales/${lang}/${ns}.json`, 'utf8'));
const flat = (lang: string, ns: string) => flattenCatalogue(ns, catalogue(lang, ns));
const PLURAL = /_(zero|one|two|few|many|other)$/;
const base = (key: string) => key.replace(PLURAL, '');
const places = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).sort();

describe.each(namespaces)('the %s catalogue', (ns) => {
  const english = flat('en', ns);
  const chinese = flat('zh-CN', ns);

  it('has exactly the English keys in Chinese', () => {
    const keys = (entries: Record<string, string>) => [...new Set(Object.keys(entries).map(base))].sort();
    expect(keys(chinese)).toEqual(keys(english));
  });

  it('has no empty text and keeps every placeholder', () => {
    for (const [key, text] of Object.entries(chinese)) {
      expect(text.trim(), key).not.toBe('');
      const original = english[key] ?? english[`${base(key)}_other`] ?? '';
      expect(places(text), key).toEqual(places(original));
    }
  });

  it.each(languages)('has every plural form %s needs', (lang) => {
    const entries = flat(lang, ns);
    const plurals = [
      ...new Set(
        Object.keys(entries)
          .filter((key) => PLURAL.test(key))
          .map(base),
      ),
    ];
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    for (const key of plurals) for (const form of forms) expect(entries, key).toHaveProperty([`${key}_${form}`]);
  });

  it.each(languages)(
    'reads the same through the small reader of the seller page and through i18next (%s)',
    async (lang) => {
      const full = i18next.createInstance();
      await full.init({
        lng: lang,
        ns: [ns],
        defaultNS: ns,
        resources: { [lang]: { [ns]: catalogue(lang, ns) as object } },
        interpolation: { escapeValue: false },
      });
      const entries = flat(lang, ns);
      const small = createPageWords(entries, lang);
      for (const key of new Set(Object.keys(entries).map(base))) {
        const own = key.slice(ns.length + 1);
        const plural = entries[`${key}_other`];
        // The count chooses the form also where the text shows it grouped, under another name.
        const names = [...[entries[key], plural].flatMap((text) => places(text ?? '')), ...(plural ? ['count'] : [])];
        for (const count of [1, 2, 5]) {
          const values = Object.fromEntries(names.map((name) => [name, name === 'count' ? count : `<${name}>`]));
          expect(small(key, values), key).toBe(full.t(own, values));
        }
      }
    },
  );
});
