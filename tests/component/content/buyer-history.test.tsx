import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { historyOf } from '@/components/customers/history';
import { scenes } from '../gallery/scenes';
import { axeFindings, button, press, showAssistant, WORDS } from './harness';
import { anEvent, anOrder, openNotes, someHistory } from './samples';
import { readerOf } from './words';

afterEach(cleanup);

const region = () => screen.getByRole('region', { name: 'Orders and events' });
const lines = () =>
  within(region())
    .getAllByRole('listitem')
    .map((item) => [...item.querySelectorAll('time, p > *')].map((part) => part.textContent).join(' | '));
const now = new Date('2026-11-22T12:00:00');
const read = (history: Parameters<typeof historyOf>[0], uiLang: 'en' | 'zh-CN' = 'en') =>
  historyOf(history, { t: readerOf(WORDS[uiLang], uiLang), uiLang, now }).map(
    ({ day, title, parts }) =>
      `${day} ${title}: ${parts.map(({ text, tone }) => text + (tone ? ` (${tone})` : '')).join(', ')}`,
  );

describe('what is known of a buyer’s orders', () => {
  it('stands in the card, newest first, with what is due', () => {
    showAssistant(scenes('en')['history']);
    expect(lines()).toEqual([
      'Nov 19, 2026 | A-to-z claim | waiting for you | answer by Nov 24, 2030 | €49.90 | Paket nicht angekommen | 302-7781234-5567890',
      'Nov 18, 2026 | Feedback | 2 stars, bad | Lieferung | 302-7781234-5567890',
      'Nov 10, 2026 | Order | 2 × LED desk lamp, dimmable, warm white | shipped | 302-7781234-5567890',
      'Apr 1, 2026 | Return | closed | Zu klein | 302-7781234-5567890',
      'Mar 20, 2026 | Review | 5 stars, good | B0LAMP0001',
    ]);
  });

  it('shows five lines until all are asked for', async () => {
    const { container } = showAssistant(scenes('en')['history']);
    await press(button('Show all 6'));
    expect(lines()).toHaveLength(6);
    expect(lines()[5]).toContain('USB-C charger | Cable 2 m | 2 more products | completed');
    expect(button('Show fewer').getAttribute('aria-expanded')).toBe('true');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is not there at all while nothing is known', () => {
    showAssistant({ notes: openNotes([]) });
    expect(screen.queryByRole('region', { name: 'Orders and events' })).toBeNull();
  });

  it('says good, neutral and bad in words', () => {
    const events = [5, 4, 3, 2, 1].map((stars) =>
      anEvent('feedback', { stars, at: `2026-11-0${stars}`, orderId: undefined }),
    );
    expect(read({ orders: [], events })).toEqual([
      '2026-11-05 Feedback: 5 stars, good (good)',
      '2026-11-04 Feedback: 4 stars, good (good)',
      '2026-11-03 Feedback: 3 stars, neutral',
      '2026-11-02 Feedback: 2 stars, bad (bad)',
      '2026-11-01 Feedback: 1 star, bad (bad)',
    ]);
  });

  it.each([
    ['2026-11-22', 'answer by Nov 22, 2026 (warn)'],
    ['2026-11-21', 'answer was due Nov 21, 2026 (bad)'],
    ['2026-11-22T11:59:00', 'answer was due Nov 22, 2026, 11:59 AM (bad)'],
  ])('presses for an answer due %s', (dueAt, words) => {
    const events = [anEvent('dispute', { dueAt, orderId: undefined })];
    expect(read({ orders: [], events })[0]?.replace(/\u202f/g, ' ')).toBe(`2026-11-18 Dispute: ${words}`);
  });

  it('asks for nothing once a case is closed, and shows an amount it cannot format as it is', () => {
    const events = [anEvent('refund', { dueAt: '2026-11-01', state: 'closed', amount: { value: 5, currency: '??' } })];
    expect(read({ orders: [], events })).toEqual(['2026-11-18 Refund: closed, 5 ??, 302-7781234-5567890']);
  });

  it('says when an order was shipped, promised and delivered, and what it cost', () => {
    const sent = { items: [], shippedOn: '2026-11-11', promisedOn: '2026-11-16' };
    const orders = [
      anOrder('1', {
        ...sent,
        state: 'delivered',
        deliveredOn: '2026-11-15',
        amount: { value: 49.9, currency: 'EUR' },
      }),
      anOrder('2', { ...sent, state: 'shipped', promisedFrom: '2026-11-14' }),
      anOrder('3', { ...sent, state: 'completed', promisedFrom: '2026-11-16' }),
    ];
    const [first, second, third] = read({ orders, events: [] }).map((line) => line.replace(/\u2009/g, ' '));
    expect(first).toBe(
      '2026-11-10 Order: shipped Nov 11, 2026, promised by Nov 16, 2026, delivered Nov 15, 2026, €49.90, 1',
    );
    expect(second).toBe('2026-11-10 Order: shipped Nov 11, 2026, promised for Nov 14 – 16, 2026, 2');
    expect(third).toBe('2026-11-10 Order: completed, shipped Nov 11, 2026, promised by Nov 16, 2026, 3');
    expect(read({ orders: orders.slice(0, 1), events: [] }, 'zh-CN')).toEqual([
      '2026-11-10 订单: 2026年11月11日发货, 承诺2026年11月16日前送达, 2026年11月15日送达, €49.90, 1',
    ]);
  });

  it('shows two items of one title as two', () => {
    const problems = vi.spyOn(console, 'error');
    const items = [{ title: 'Lamp' }, { title: 'Lamp' }];
    const notes = openNotes([]);
    if (notes.kind !== 'open') throw new Error('the card should be open');
    showAssistant({ notes: { ...notes, view: { ...notes.view, orders: [anOrder('1', { items })] } } });
    expect(lines()).toEqual(['Nov 10, 2026 | Order | Lamp | Lamp | shipped | 1']);
    expect(problems).not.toHaveBeenCalled();
    problems.mockRestore();
  });

  it('puts what has no day last', () => {
    const orders = [anOrder('1', { orderedOn: undefined, items: [], state: undefined }), anOrder('2', { items: [] })];
    expect(read({ orders, events: [] })).toEqual(['2026-11-10 Order: shipped, 2', ' Order: 1']);
  });

  it('speaks Chinese', () => {
    expect(read(someHistory, 'zh-CN')[1]).toBe('2026-11-18 店铺评价: 2 星，差评 (bad), Lieferung, 302-7781234-5567890');
  });

  it('runs right to left and keeps words of the page in their own direction', () => {
    const { container } = showAssistant({ ...scenes('en')['history'], uiLang: 'ar' });
    expect(container.querySelector('[dir=rtl] .p-history bdi')).toBeTruthy();
  });
});
