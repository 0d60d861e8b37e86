// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { findEscalation } from '@/utils/domain/guards/find-escalation';
import { findPromises } from '@/utils/domain/guards/find-promises';
import { checkFacts } from '@/utils/domain/guards/check-facts';
import { aKnown } from './builders';
import { fixtures, wordsOf } from './shelf';

interface PromiseCase {
  readonly lang: string;
  readonly text: string;
  readonly promises: readonly { readonly what: string; readonly dueOn?: string }[];
}
interface RadarCase {
  readonly lang: string;
  readonly text: string;
  readonly escalation: string | null;
}

const FLOOR = 0.95;
const today = '2026-11-18';

/** Counts what was found against what is there; `wrong` tells where to look. */
const score = (cases: readonly { readonly wanted: readonly string[]; readonly found: readonly string[] }[]) => {
  let [hit, extra, missed] = [0, 0, 0];
  for (const { wanted, found } of cases) {
    hit += wanted.filter((one) => found.includes(one)).length;
    missed += wanted.filter((one) => !found.includes(one)).length;
    extra += found.filter((one) => !wanted.includes(one)).length;
  }
  return { precision: hit / Math.max(1, hit + extra), recall: hit / Math.max(1, hit + missed), cases: cases.length };
};

const shown = ({ precision, recall, cases }: ReturnType<typeof score>): string =>
  `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${cases} messages`;

const langsOf = (cases: readonly { readonly lang: string }[]): readonly string[] => [
  ...new Set(cases.map(({ lang }) => lang)),
];

const show = (name: string, wanted: readonly string[], found: readonly string[], text: string): void => {
  if (wanted.join() !== found.join())
    console.info(`${name}: wanted [${wanted.join()}] found [${found.join()}] ${text}`);
};

describe('promises in our own messages', () => {
  const cases = fixtures<PromiseCase>('promises');
  const keyOf = ({ what, dueOn }: { readonly what: string; readonly dueOn?: string }) => `${what}:${dueOn ?? ''}`;

  it.each(langsOf(cases))('%s reaches the floor', (lang) => {
    const read = cases
      .filter((one) => one.lang === lang)
      .map(({ text, promises }) => {
        const wanted = promises.map(keyOf).sort();
        const found = findPromises(text, wordsOf(lang), today).map(keyOf).sort();
        show(lang, wanted, found, text);
        return { wanted, found };
      });
    const result = score(read);
    console.info(`promises ${lang}: ${shown(result)}`);
    expect(read.length).toBeGreaterThanOrEqual(25);
    expect(result.precision).toBeGreaterThanOrEqual(FLOOR);
    expect(result.recall).toBeGreaterThanOrEqual(FLOOR);
  });
});

describe('the radar over our own messages', () => {
  const cases = fixtures<RadarCase>('radar');

  it.each(langsOf(cases))('%s reaches the floor', (lang) => {
    const read = cases
      .filter((one) => one.lang === lang)
      .map(({ text, escalation }) => {
        const wanted = escalation === null ? [] : [escalation];
        const kind = findEscalation(text, wordsOf(lang))?.kind;
        const found = kind === undefined ? [] : [kind];
        show(lang, wanted, found, text);
        return { wanted, found };
      });
    const result = score(read);
    console.info(`radar ${lang}: ${shown(result)}`);
    expect(read.length).toBeGreaterThanOrEqual(12);
    expect(result.precision).toBeGreaterThanOrEqual(FLOOR);
    expect(result.recall).toBeGreaterThanOrEqual(FLOOR);
  });
});

interface FactCase {
  readonly lang: string;
  readonly text: string;
  readonly found: readonly string[];
}

describe('facts in our own replies', () => {
  it('reaches the floor over all languages', () => {
    const read = fixtures<FactCase>('facts').map(({ lang, text, found: wanted }) => {
      const known = aKnown({ buyerLang: { lang, sure: true } });
      const found = [...new Set(checkFacts(text, wordsOf(lang), known).map(({ rule }) => rule))];
      show(`facts ${lang}`, wanted, found, text);
      return { wanted, found };
    });
    const result = score(read);
    console.info(`facts: ${shown(result)}`);
    expect(read.length).toBeGreaterThanOrEqual(60);
    expect(result.precision).toBeGreaterThanOrEqual(FLOOR);
    expect(result.recall).toBeGreaterThanOrEqual(FLOOR);
  });
});
