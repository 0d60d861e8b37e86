import { describe, expect, it } from 'vitest';
import { chipsOf, nextTick, rowName, timeLeft } from '@/components/content/lists/badge-words';
import enPage from '@/public/locales/en/page.json';
import enReviews from '@/public/locales/en/reviews.json';
import zhPage from '@/public/locales/zh-CN/page.json';
import zhReviews from '@/public/locales/zh-CN/reviews.json';
import type { RowFacts } from '@/utils/app/api';
import { brandAs } from '@/utils/domain/ids';
import type { ReviewVerdict } from '@/utils/domain/reviews/verdict';
import type { ListRow } from '@/utils/marketplaces/contract';
import { flattenCatalogue, createPageWords } from '@/utils/platform/i18n/page-words';

const now = new Date('2026-11-22T12:00:00');
const ago = (hours: number): string => new Date(now.getTime() - hours * 3_600_000).toISOString();
const aRow = (change: Partial<ListRow> = {}): ListRow => ({
  element: document.createElement('li'),
  key: 'k',
  aliases: [{ kind: 'display-name', value: 'Ana', strong: false }],
  ...change,
});
const waiting = (hours: number): ListRow => aRow({ isWaiting: true, since: ago(hours) });
const read = (uiLang: 'en' | 'zh-CN') =>
  createPageWords(
    flattenCatalogue('reviews', uiLang === 'en' ? enReviews : zhReviews, {
      ...flattenCatalogue('page', uiLang === 'en' ? enPage : zhPage),
    }),
    uiLang,
  );
const chips = (row: ListRow, facts: Partial<RowFacts> = {}, uiLang: 'en' | 'zh-CN' = 'en') =>
  chipsOf(row, { key: row.key, ...facts }, { now, uiLang, t: read(uiLang) });
const shown = (...asked: Parameters<typeof chips>) => chips(...asked).map(({ text, tone }) => `${text} ${tone}`);

describe('the time left', () => {
  it.each([
    [0.2, '23 h plain'],
    [17.9, '6 h plain'],
    [18.1, '5 h soon'],
    [22.5, '1 h urgent'],
    [23.25, '45 min urgent'],
    [23.999, '1 min urgent'],
    [24, 'late urgent'],
    [300, 'late urgent'],
  ])('%s hours after the buyer wrote reads %s', (hours, words) => {
    expect(shown(waiting(hours))).toEqual([words]);
  });

  it('counts weekends as every other day', () => {
    const saturday = new Date('2026-11-21T09:00:00');
    const row = aRow({ isWaiting: true, since: '2026-11-20T19:00:00' });
    expect(timeLeft(row, saturday)).toBe(10 * 3_600_000);
  });

  it.each([
    ['an answered row', aRow({ since: ago(2) })],
    ['a row without a moment', aRow({ isWaiting: true })],
    ['a moment that is none', aRow({ isWaiting: true, since: 'yesterday' })],
    ['a moment in the future', waiting(-1)],
  ])('is not said of %s', (_what, row) => {
    expect(chips(row)).toEqual([]);
  });

  it('allows clocks to differ by minutes', () => {
    expect(shown(waiting(-0.05))).toEqual(['24 h plain']);
  });

  it('is drawn anew when its words change, and never for late rows', () => {
    expect(nextTick([waiting(20.5), waiting(30)], now)).toBe(30 * 60_000 + 50);
    expect(nextTick([waiting(23.5)], now)).toBe(60_000 + 50);
    expect(nextTick([waiting(30), aRow()], now)).toBeUndefined();
  });
});

describe('what is known of a row', () => {
  it('stands in the order of what presses most', () => {
    const facts = { lang: 'es', promiseDueOn: '2026-11-25', known: { how: 'sure', notes: 2 } } as const;
    expect(shown(waiting(19), facts)).toEqual(['5 h soon', 'due Nov 25 plain', 'ES plain', '2 notes plain']);
    expect(shown(waiting(19), facts, 'zh-CN')).toEqual([
      '5 小时 soon',
      '11月25日到期 plain',
      '西班牙语 plain',
      '2 条备注 plain',
    ]);
  });

  it.each([
    ['2026-11-22', 'due today soon'],
    ['2026-11-21', 'overdue urgent'],
    ['soon', undefined],
  ])('says of a promise due %s: %s', (promiseDueOn, words) => {
    expect(shown(aRow(), { promiseDueOn })).toEqual(words ? [words] : []);
  });

  it('tells a known buyer from one who only has the same name', () => {
    expect(chips(aRow(), { known: { how: 'name', notes: 3 } })[0]).toMatchObject({
      text: 'same name?',
      said: 'a buyer of this name is known, 3 notes',
    });
    expect(chips(aRow(), { known: { how: 'sure', notes: 0 } })[0]?.said).toBe('known buyer');
  });

  it('names a row by the buyer, else by its order', () => {
    expect(rowName(aRow())).toBe('Ana');
    expect(rowName(aRow({ aliases: [{ kind: 'order', value: '302-1', strong: true }] }))).toBe('302-1');
    expect(rowName(aRow({ aliases: [] }))).toBe('');
  });
});

describe('whether a review may be asked for', () => {
  const orderId = brandAs<'OrderId'>('1');
  const verdict = (change: Omit<ReviewVerdict, 'orderId'>) => ({ review: { orderId, ...change } });

  it.each([
    [verdict({ verdict: 'allow', rule: 'review-allowed', at: '2026-12-20' }), 'can ask', '可邀评'],
    [verdict({ verdict: 'wait', rule: 'ctx-too-early', at: '2026-11-25' }), 'ask Nov 25', '11月25日 可邀评'],
    [verdict({ verdict: 'wait', rule: 'ctx-too-early' }), 'ask later', '稍后邀评'],
    [verdict({ verdict: 'stop', rule: 'ctx-dispute-open' }), "don't ask", '勿邀评'],
    [verdict({ verdict: 'stop', rule: 'ctx-second-request' }), 'asked', '已邀评'],
    [verdict({ verdict: 'unknown', rule: 'review-facts-missing', missing: ['state'] }), 'ask?', '邀评？'],
  ])('is said in a word or two', (facts, english, chinese) => {
    expect(shown(aRow(), facts)).toEqual([`${english} plain`]);
    expect(shown(aRow(), facts, 'zh-CN')).toEqual([`${chinese} plain`]);
    expect(chips(aRow(), facts)[0]?.said).not.toMatch(/reviews\.|\{\{/);
  });
});
