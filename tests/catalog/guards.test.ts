// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { catalogAssets } from '@/scripts/lib/catalog-assets.mjs';
import { parseGuardWords } from '@/utils/domain/guards/guard-words';
import { parseStatedRules } from '@/utils/domain/compliance/stated-rule';
import { SHIPPED_LANGS } from '@/utils/domain/text/detect';

const shipped = new Map(
  (catalogAssets() as { relativeDest: string; contents?: string }[]).map((file) => [file.relativeDest, file.contents]),
);
const json = (path: string): unknown => JSON.parse(shipped.get(path) ?? 'null');

const PROMISE_LANGS = ['en', 'zh', 'es', 'de', 'fr', 'it', 'pt', 'ja', 'ru'];
const GUARDS = ['language', 'order', 'foreign-order', 'tracking', 'amount', 'date', 'size', 'quantity', 'name', 'shop'];
const RADAR = ['SELF_HARM', 'INJURY', 'FIRE', 'THREAT', 'HEALTH', 'POLICE', 'LEGAL', 'CHARGEBACK', 'A_TO_Z', 'DENIAL'];

describe('the words of guards, promises and the radar', () => {
  it.each(SHIPPED_LANGS)('%s is shipped and readable', (lang) => {
    expect(parseGuardWords(json(`catalog/guards/${lang}.json`), lang)).not.toBeNull();
  });

  it.each(SHIPPED_LANGS)('%s has words for everything the radar looks for', (lang) => {
    const { cues } = json(`catalog/guards/${lang}.json`) as { cues: Record<string, readonly string[]> };
    for (const cue of RADAR) expect.soft(cues[cue]?.length, `${lang} ${cue}`).toBeGreaterThan(0);
  });

  it.each(PROMISE_LANGS)('%s has words for promises and for the facts of an order', (lang) => {
    const { cues } = json(`catalog/guards/${lang}.json`) as { cues: Record<string, readonly string[]> };
    const wanted = [
      'VOID',
      'PART',
      'REPLACEMENT',
      'MONEY',
      'NEWS',
      'DAY_1',
      'UNIT_DAY',
      'ORDERED',
      'SHIPPED',
      'TOTAL',
      'TRACKING',
    ];
    for (const cue of wanted) expect.soft(cues[cue]?.length, `${lang} ${cue}`).toBeGreaterThan(0);
  });

  it('names every cue class once, with terms that are written once', () => {
    for (const lang of SHIPPED_LANGS) {
      const { cues } = json(`catalog/guards/${lang}.json`) as { cues: Record<string, readonly string[]> };
      for (const [cue, terms] of Object.entries(cues))
        expect.soft(new Set(terms).size, `${lang} ${cue}`).toBe(terms.length);
      expect.soft(Object.keys(cues), lang).toEqual([...Object.keys(cues)].sort());
    }
  });

  it('says of every guard what it is, in both languages of the interface', () => {
    const stated = parseStatedRules(json('catalog/stated-rules.json'), {});
    for (const guard of GUARDS) {
      const rule = stated.find(({ id }) => id === `guard-${guard}`);
      expect.soft(Object.keys(rule?.texts ?? {}), guard).toEqual(['en', 'zh-CN']);
    }
  });
});
