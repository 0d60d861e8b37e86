import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { ReviewCoach } from '@/components/reviews/review-coach';
import { TranslateProvider } from '@/components/ui/translate';
import en from '@/public/locales/en/reviews.json';
import zh from '@/public/locales/zh-CN/reviews.json';
import type { BuyerView } from '@/utils/app/buyers-api';
import sources from '@/utils/catalog/rules/sources.json';
import table from '@/utils/catalog/reviews/limits.json';
import { reviewLimitsSchema } from '@/utils/catalog/reviews/schema';
import type { ReviewVerdict } from '@/utils/domain/reviews/verdict';
import { createPageWords, flattenCatalogue } from '@/utils/platform/i18n/page-words';
import { axeFindings } from '../dashboard/harness';

afterEach(cleanup);

const orderId = '302-1234567-1234567';
const verdict = (change: Partial<ReviewVerdict> = {}): ReviewVerdict => ({
  orderId,
  verdict: 'allow',
  rule: 'review-allowed',
  at: '2026-12-20',
  ...change,
});
const aView = (change: Partial<Record<keyof BuyerView, unknown>> = {}): BuyerView =>
  ({ buyer: { key: 'b' }, orders: [], events: [], verdicts: [verdict()], ...change }) as unknown as BuyerView;
const bad = (kind: 'review' | 'feedback', stars = 1) => ({ id: kind, kind, orderId, stars, at: '2026-11-20' });

const show = (view: BuyerView, { market = 'amazon', uiLang = 'en', onAsked = async () => true } = {}) =>
  render(
    <TranslateProvider value={createPageWords(flattenCatalogue('reviews', uiLang === 'en' ? en : zh), uiLang)}>
      <ReviewCoach view={view} uiLang={uiLang} market={market} onAsked={onAsked} />
    </TranslateProvider>,
  );
const status = () => screen.getByRole('status', { name: 'Review request' });
const limits = () =>
  within(screen.getByRole('list', { name: 'What is allowed here' }))
    .getAllByRole('listitem')
    .map((item) => item.getAttribute('data-limit'));

describe('the coach in the record', () => {
  it('says what is allowed, until when, and where that stands', async () => {
    const { container } = show(aView());
    expect(status().textContent).toMatch(/may be asked for now.*until Dec 20, 2026.*Source: Amazon.*2026-11-21/);
    expect(status()).toHaveProperty('dataset.verdict', 'allow');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('notes once that the agent has asked, and says when it could not', async () => {
    const onAsked = vi.fn(async () => false);
    show(aView(), { onAsked });
    const press = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'I asked' })));
    await press();
    expect(status().textContent).toContain('Not noted');
    onAsked.mockResolvedValue(true);
    await press();
    expect(onAsked).toHaveBeenLastCalledWith(orderId);
    expect(status().textContent).toContain('Noted.');
    expect(screen.queryByRole('button', { name: 'I asked' })).toBeNull();
  });

  it.each([
    ['wait', 'ctx-too-early'],
    ['stop', 'ctx-too-late'],
    ['stop', 'ctx-second-request'],
    ['stop', 'ctx-dispute-open'],
    ['stop', 'ctx-order-problem-open'],
    ['stop', 'ctx-opted-out'],
    ['stop', 'ctx-already-reviewed'],
    ['stop', 'review-page-refuses'],
    ['unknown', 'review-team-unknown'],
    ['unknown', 'review-facts-missing'],
  ] as const)(
    'has words and no button for %s because of %s, in both languages and on both marketplaces',
    (said, rule) => {
      for (const market of ['amazon', 'aliexpress'])
        for (const uiLang of ['en', 'zh-CN']) {
          const one = verdict({ verdict: said, rule, mind: ['ctx-de-consent'], missing: ['history', 'teamKnowledge'] });
          const { container } = show(aView({ verdicts: [one] }), { market, uiLang });
          expect(container.textContent).not.toMatch(/reviews\.\w|\{\{|undefined/);
          expect(container.querySelector('li button')).toBeNull();
          cleanup();
        }
    },
  );
});

describe('the way from a bad evaluation', () => {
  it('is not there without one', () => {
    show(aView({ events: [bad('feedback', 3), bad('review', 5)] }));
    expect(screen.queryByRole('region', { name: 'A bad review or feedback' })).toBeNull();
    expect(screen.getByText('Wants to talk elsewhere')).toBeDefined();
  });

  it('leads from facts to neutral words, and refuses changes of product reviews on Amazon', async () => {
    const { container } = show(aView({ events: [bad('review')] }));
    const terms = [...container.querySelectorAll('dt')].map(({ textContent }) => textContent);
    expect(terms).toEqual(['1. Facts', '2. Cause', '3. Solution', '4. Neutral wording']);
    expect(limits()).toEqual(['amazon-review-change', 'amazon-review-tool']);
    expect(container.querySelector('[data-template="negative-review"]')).not.toBeNull();
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each([
    ['IT', ['amazon-feedback-ask']],
    ['DE', ['amazon-feedback-notify']],
    [undefined, ['amazon-feedback-notify']],
  ])('words a hint at seller feedback by the country of the order: %s', (country, expected) => {
    show(aView({ events: [bad('feedback')], orders: [{ orderId, country }] }));
    expect(limits()).toEqual(expected);
  });

  it('knows the routes of AliExpress', () => {
    show(aView({ events: [bad('feedback')] }), { market: 'aliexpress' });
    expect(limits()).toEqual(['aliexpress-change', 'aliexpress-report']);
  });
});

describe('the table of limits', () => {
  it('has its shape, unique names, and sources that exist', () => {
    const { limits: rows } = v.parse(reviewLimitsSchema, table);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const { sources: keys } of rows) for (const key of keys) expect(sources).toHaveProperty(key);
  });
});
