// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewDraft } from '@/utils/app/draft-review';
import { checkFacts } from '@/utils/domain/guards/check-facts';
import { findEscalation } from '@/utils/domain/guards/find-escalation';
import { findPromises } from '@/utils/domain/guards/find-promises';
import type { Span } from '@/utils/domain/text/span';
import { aKnown } from './builders';
import { fixtures, wordsOf } from './shelf';
import { lowestMedian } from '@/tests/speed';

const langs = ['en', 'de', 'es', 'fr', 'it', 'pt', 'ru', 'zh', 'ja', 'nl', 'pl', 'tr', 'ar', 'ko'];
const pieces = fixtures<{ readonly text: string }>('facts').map(({ text }) => text);

/** Nothing, whole messages and scraps of them, with surrogates, marks and signs between. */
const aText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('👩‍🚀', '\ud83d', 'é', 'İ', '½', ' 1 234,50 €', '３日以内', '\u200b', '﷽', '03/04/2026', '—', '\n'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const isOnBorders = (text: string, { start, end }: Span): boolean => {
  const splits = (at: number): boolean =>
    at > 0 && /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
  return start >= 0 && start <= end && end <= text.length && !splits(start) && !splits(end);
};

describe('whatever the text', () => {
  it('guards, promises and the radar never throw, and point into the text', () => {
    fc.assert(
      fc.property(aText, fc.constantFrom(...langs), (text, lang) => {
        const words = wordsOf(lang);
        const known = aKnown({ buyerLang: { lang: 'de', sure: true }, lastMessage: text.slice(0, 40) });
        const escalation = findEscalation(text, words);
        const spans: readonly Span[] = [
          ...checkFacts(text, words, known).flatMap((one) => [one, ...one.fixes]),
          ...findPromises(text, words, '2026-11-18'),
          ...(escalation ? [escalation] : []),
        ];
        for (const span of spans) expect(isOnBorders(text, span)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('a fix leaves nothing of its own guard behind', () => {
    for (const { lang, text, found } of fixtures<{ lang: string; text: string; found: readonly string[] }>('facts')) {
      if (found.length !== 1) continue;
      const words = wordsOf(lang);
      const [finding] = checkFacts(text, words, aKnown());
      const fix = finding?.fixes[0];
      if (!finding || !fix) continue;
      const fixed = text.slice(0, fix.start) + fix.replacement + text.slice(fix.end);
      expect
        .soft(
          checkFacts(fixed, words, aKnown()).filter(({ rule }) => rule === finding.rule),
          fixed,
        )
        .toEqual([]);
    }
  });
});

describe('speed', () => {
  it('reviews 2,000 characters in at most 3 ms', () => {
    for (const lang of ['en', 'de', 'zh']) {
      const own = fixtures<{ lang: string; text: string }>('promises').filter((one) => one.lang === lang);
      const facts = fixtures<{ lang: string; text: string }>('facts').filter((one) => one.lang === lang);
      const base = [...own, ...facts].map(({ text }) => text).join(' ');
      const text = base.repeat(Math.ceil(2000 / base.length)).slice(0, 2000);
      // The background has told the language before it reviews.
      const known = aKnown({ buyerLang: { lang, sure: true }, written: { lang, confidence: 1, sure: true } });
      // Every Chinese character is a word: 2,000 of them are a message of more than 1,000 English words.
      const most = lang === 'zh' ? 8 : 3;
      // A changed text each time, as it is after a pause in typing.
      const review = (run: number) => reviewDraft(`${text.slice(0, 1990)} ${run}`, lang, known, wordsOf(lang));
      const median = lowestMedian(review, most, 21);
      console.info(`review ${lang}, 2,000 characters: ${median.toFixed(2)} ms`);
      expect(median).toBeLessThanOrEqual(most);
    }
  });
});
