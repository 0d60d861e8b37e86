// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { catalogAssets } from '@/scripts/lib/catalog-assets.mjs';
import { parseLexicon, parseRules } from '@/utils/domain/compliance/parse-rules';
import { parseCues } from '@/utils/domain/replies/cues';
import { parseTemplates } from '@/utils/domain/replies/template';

const shipped = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string }[]).map(({ relativeDest, contents }) => [
    relativeDest,
    contents,
  ]),
);
const json = (path: string): never => JSON.parse(shipped.get(path) ?? 'null') as never;

describe('the catalogue as the built extension carries it', () => {
  it('has every rule, readable and without the sentences that only test it', () => {
    const { rules, problems } = parseRules(json('catalog/rules.json'));
    expect(problems).toEqual([]);
    expect(rules.length).toBeGreaterThan(9);
    expect(rules.every(({ examples }) => Object.keys(examples).length === 0)).toBe(true);
  });

  it('has readable cues, terms and templates', () => {
    expect(parseLexicon(json('catalog/lexicon.json')).problems).toEqual([]);
    expect(parseCues(json('catalog/cues.json')).problems).toEqual([]);
    expect(parseTemplates(json('catalog/templates.json')).problems).toEqual([]);
  });

  it('has the intent weights', () => expect(shipped.has('catalog/intents.bin')).toBe(true));
});
