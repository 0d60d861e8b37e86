import { describe, expect, it } from 'vitest';
import { detectorSources } from '@/utils/domain/compliance/detect/searches';
import { check, compile, MAX_CHECKED_UNITS } from '@/utils/domain/compliance/engine';
import type { CheckInput } from '@/utils/domain/compliance/input';
import type { PackRule, RulePack } from '@/utils/domain/compliance/rule';
import { spellOut } from '@/utils/domain/compliance/terms';
import { brandAs } from '@/utils/domain/ids';

const aRule = (over: Partial<PackRule> = {}): PackRule => ({
  id: 'a-rule',
  marketplaces: ['amazon', 'aliexpress', 'any'],
  severity: { amazon: 'block', any: 'warn' },
  patterns: [{ find: 'REVIEW', near: [{ cue: 'GIFT', reach: 'next' }] }],
  fix: { kind: 'drop-sentence' },
  ...over,
});

const aPack = (rules: readonly PackRule[], over: Partial<RulePack> = {}): RulePack => ({
  version: 'test',
  lang: 'en',
  isFull: true,
  rules,
  cues: {
    REVIEW: spellOut(['review(s|)', 'bewert*', '*bewertung*', '评价', 'reseña']),
    GIFT: spellOut(['gift (card|voucher)', 'cupón', 'free ~ gift', '红包']),
    NEG: spellOut(['no', 'never']),
  },
  hosts: [],
  detectors: detectorSources,
  ...over,
});

const anInput = (text: string, over: Partial<CheckInput> = {}): CheckInput => ({
  text,
  lang: 'en',
  marketplace: brandAs<'MarketId'>('amazon'),
  direction: 'reply',
  now: brandAs<'Instant'>('2026-11-21T09:00:00.000Z'),
  ...over,
});

const shown = (text: string, rule: PackRule, over: Partial<CheckInput> = {}, pack: Partial<RulePack> = {}): string[] =>
  check(anInput(text, over), compile(aPack([rule], pack))).map((finding) => text.slice(finding.start, finding.end));

describe('check', () => {
  it('reports the stretch from the anchor to its nearest partner', () => {
    expect(shown('Leave a review and get a gift card today.', aRule())).toEqual(['review and get a gift card']);
  });

  it('reaches into the next sentence and no further', () => {
    expect(shown('A gift card waits. Write a review.', aRule())).toHaveLength(1);
    expect(shown('A gift card waits. It is blue. Write a review.', aRule())).toEqual([]);
  });

  it('keeps to the number of words given', () => {
    const near = aRule({ patterns: [{ find: 'REVIEW', near: [{ cue: 'GIFT', words: 2 }] }] });
    expect(shown('review one two gift card', near)).toHaveLength(1);
    expect(shown('review one two three gift card', near)).toEqual([]);
  });

  it('counts two characters as one word where words are not spaced', () => {
    const near = aRule({ patterns: [{ find: 'REVIEW', near: [{ cue: 'GIFT', words: 2 }] }] });
    expect(shown('评价一二三四红包', near, {}, { lang: 'zh' })).toEqual(['评价一二三四红包']);
    expect(shown('评价一二三四五红包', near, {}, { lang: 'zh' })).toEqual([]);
  });

  it('respects the side a partner has to stand on', () => {
    const after = aRule({ patterns: [{ find: 'GIFT', near: [{ cue: 'REVIEW', side: 'after' }] }] });
    expect(shown('A gift card for a review.', after)).toHaveLength(1);
    expect(shown('A review for a gift card.', after)).toEqual([]);
  });

  it('stays silent when a guard stands before the anchor', () => {
    const guarded = aRule({
      patterns: [{ find: 'GIFT', near: [{ cue: 'REVIEW' }], not: [{ cue: 'NEG', words: 4, side: 'before' }] }],
    });
    expect(shown('We send no gift card for a review.', guarded)).toEqual([]);
    expect(shown('A gift card for a review, no joke.', guarded)).toHaveLength(1);
  });

  it('ignores a partner that is disqualified itself', () => {
    const picky = aRule({
      patterns: [{ find: 'GIFT', near: [{ cue: 'REVIEW', not: [{ cue: 'NEG', words: 0, side: 'before' }] }] }],
    });
    expect(shown('A gift card and no review.', picky)).toEqual([]);
    expect(shown('A gift card and no review, or a review.', picky)).toHaveLength(1);
  });

  it('finds inflected words, compounds and accented words however they are typed', () => {
    const gift = aRule({ patterns: [{ find: 'REVIEW' }] });
    expect(shown('Ihre Sternebewertungen, bewerten Sie; RESEN\u0303A, resena', gift)).toEqual([
      'Sternebewertungen',
      'bewerten',
      'RESEN\u0303A',
      'resena',
    ]);
  });

  it('lets a gap stand for up to three words', () => {
    const gift = aRule({ patterns: [{ find: 'GIFT' }] });
    expect(shown('a free and very nice gift', gift)).toEqual(['free and very nice gift']);
    expect(shown('a free and very very nice gift', gift)).toEqual([]);
  });

  it('does not find a term inside another word', () => {
    expect(shown('previews and gift cardboard', aRule({ patterns: [{ find: 'REVIEW' }, { find: 'GIFT' }] }))).toEqual(
      [],
    );
  });

  it('gives places in the original text despite full-width, invisible and combined characters', () => {
    const text = '\u200bＲｅ\u200bｖｉｅｗ → ａ ｇｉｆｔ card!';
    expect(shown(text, aRule())).toEqual(['Ｒｅ\u200bｖｉｅｗ → ａ ｇｉｆｔ card']);
  });

  it('joins overlapping matches of one rule into one finding', () => {
    expect(shown('A review, a gift card, a review.', aRule())).toEqual(['review, a gift card, a review']);
  });

  it('runs only rules of the marketplace, direction and kind', () => {
    const narrow = aRule({ marketplaces: ['aliexpress'], directions: ['proactive'], kinds: ['dispute'] });
    const text = 'A gift card for a review.';
    const fitting = {
      marketplace: brandAs<'MarketId'>('aliexpress'),
      direction: 'proactive',
      kind: 'dispute',
    } as const;
    expect(shown(text, narrow, fitting)).toHaveLength(1);
    expect(shown(text, narrow, { ...fitting, marketplace: 'any' })).toEqual([]);
    expect(shown(text, narrow, { ...fitting, direction: 'reply' })).toEqual([]);
    expect(shown(text, narrow, { ...fitting, kind: 'pre-sale' })).toEqual([]);
    expect(shown(text, narrow, { ...fitting, kind: undefined })).toHaveLength(1);
  });

  it('takes the severity of the marketplace and escalates a repeated request', () => {
    const rule = aRule({ escalate: [{ severity: 'block', marketplaces: ['aliexpress'], repeated: true }] });
    const compiled = compile(aPack([rule]));
    const severity = (over: Partial<CheckInput>) =>
      check(anInput('A gift card for a review.', over), compiled).map((finding) => finding.severity);
    const aliexpress = brandAs<'MarketId'>('aliexpress');
    expect(severity({})).toEqual(['block']);
    expect(severity({ marketplace: aliexpress })).toEqual(['warn']);
    expect(severity({ marketplace: aliexpress, history: [{ at: '2026-11-01', kind: 'review-request' }] })).toEqual([
      'block',
    ]);
  });

  it('orders findings by place and gives the same answer every time', () => {
    const compiled = compile(
      aPack([aRule({ id: 'z', patterns: [{ find: 'GIFT' }] }), aRule({ id: 'b', patterns: [{ find: 'REVIEW' }] })]),
    );
    const input = anInput('Review or gift card or review.');
    const first = check(input, compiled);
    expect(first.map((finding) => finding.rule)).toEqual(['b', 'z', 'b']);
    expect(check(input, compiled)).toEqual(first);
  });

  it('does not look beyond the longest text it promises to check', () => {
    const text = `${' '.repeat(MAX_CHECKED_UNITS)}gift card for a review`;
    expect(shown(text, aRule())).toEqual([]);
  });
});
