// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkerOf } from '@/scripts/evaluate/lib/rule-packs';
import { ruleLangs } from '@/utils/catalog/rules/rule-files';
import { check, type CompiledPack } from '@/utils/domain/compliance/engine';
import type { Finding } from '@/utils/domain/compliance/input';
import { brandAs } from '@/utils/domain/ids';
import { lowestMedian } from '@/tests/speed';

const HOSTILE_UNITS = 100_000;
const HOSTILE_MS = 100;

const run = (text: string, lang: string, marketplace = 'amazon', pack: CompiledPack = checkerOf(lang)) =>
  check(
    {
      text,
      lang,
      marketplace: brandAs<'MarketId'>(marketplace),
      direction: 'proactive',
      now: brandAs<'Instant'>('2026-11-21T09:00:00.000Z'),
    },
    pack,
  );

const isBorder = (text: string, at: number): boolean =>
  !(/[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? ''));

const SEEDS = [
  'a',
  '1 ',
  'a.',
  '1-',
  '<a ',
  '{',
  '[A',
  'a@a.',
  '\n ',
  '\u{1f600}\u200d',
  '(1) ',
  'review gift card ',
  'please leave a review if you like it and ',
  'X',
  'A ',
  '0',
  '-',
  'é',
  '★',
  '(^',
  'w h a t ',
  'one two ',
  'http://',
  'bit.ly/',
  '评价返现',
  'レビュー',
  '1 a street ',
  'via a ',
  '\u0430',
  "'",
];

describe('hostile texts', () => {
  it.each(SEEDS)(`of 100,000 characters made of %j are checked within ${HOSTILE_MS} ms`, (seed) => {
    const text = seed.repeat(Math.ceil(HOSTILE_UNITS / seed.length));
    for (const lang of ['en', 'zh']) {
      run('warm up', lang);
      expect(
        lowestMedian(() => run(text, lang), HOSTILE_MS, 1),
        lang,
      ).toBeLessThanOrEqual(HOSTILE_MS);
    }
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'please',
    'leave',
    'a 5 star',
    'review',
    'gift card',
    'WhatsApp',
    '+49 30 5557 0142',
    '{{name}}',
    '\u{1f600}',
    '评价',
    '返现',
    'レビュー',
    'отзыв',
    'Bewertung',
    'if you like it',
    '\n\n\n',
    '\u200b',
    'a\u0301',
    '\ud83d',
    'ｗｈａｔｓａｐｐ',
    '!!!',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 40 })
      .map((all) => all.join(' ')),
  );

  it.each(ruleLangs)('gives findings inside the text and on whole characters (%s)', (lang) => {
    fc.assert(
      fc.property(text, fc.constantFrom('amazon', 'aliexpress', 'any'), (given, marketplace) => {
        for (const { start, end, fixes } of run(given, lang, marketplace)) {
          for (const span of [{ start, end }, ...fixes]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start).toBeLessThanOrEqual(span.end);
            expect(span.end).toBeLessThanOrEqual(given.length);
            expect(isBorder(given, span.start) && isBorder(given, span.end)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same answer whatever was checked before', () => {
    const plain = (findings: readonly Finding[]) => findings.map(({ rule, start, end }) => `${rule} ${start} ${end}`);
    fc.assert(
      fc.property(text, text, (one, other) => {
        const first = plain(run(one, 'en'));
        run(other, 'en');
        run(one.slice(0, one.length >> 1), 'en');
        expect(plain(run(one, 'en'))).toEqual(first);
      }),
    );
  });
});
