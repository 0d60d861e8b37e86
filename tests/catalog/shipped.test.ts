// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { catalogAssets } from '@/scripts/lib/catalog-assets.mjs';
import { parseCommonCues, parseLanguageRules, parseRules } from '@/utils/domain/compliance/parse-rules';
import { parseCues } from '@/utils/domain/replies/cues';
import { joinTemplates, parseTemplates } from '@/utils/domain/replies/template';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';

const shipped = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string }[]).map(({ relativeDest, contents }) => [
    relativeDest,
    contents,
  ]),
);
const json = (path: string): never => JSON.parse(shipped.get(path) ?? 'null') as never;

describe('the catalogue as the built extension carries it', () => {
  it('has every rule, readable, with the terms and wording of each language apart', () => {
    const { rules, languages, problems } = parseRules(json('catalog/rules.json'));
    expect(problems).toEqual([]);
    expect(rules.length).toBe(49);
    expect(languages.length).toBeGreaterThan(3);
    for (const lang of languages)
      expect(parseLanguageRules(json(`catalog/rules/${lang}.json`), lang).problems).toEqual([]);
    expect(Object.keys(parseCommonCues(json('catalog/rules/any.json')))).toContain('MESSENGER');
  });

  it('keeps the sentences that test and show a rule in files of their own', () => {
    expect(shipped.get('catalog/rules/en.json')).not.toContain('nearMiss');
    expect(Object.keys(json('catalog/rule-examples/en.json'))).toContain('review-incentive');
  });

  it('has readable cues and templates', () => {
    expect(parseCues(json('catalog/cues.json')).problems).toEqual([]);
    const texts = Object.fromEntries(SHIPPED_LANGS.map((lang) => [lang, json(`catalog/templates/${lang}.json`)]));
    expect(parseTemplates(joinTemplates(json('catalog/templates.json'), texts)).problems).toEqual([]);
  });

  it('has the intent weights', () => expect(shipped.has('catalog/intents.bin')).toBe(true));
});
