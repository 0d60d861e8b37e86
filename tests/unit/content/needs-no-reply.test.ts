import { describe, expect, it } from 'vitest';
import { needsNoReply } from '@/components/content/session/needs-no-reply';
import type { Snapshot } from '@/components/content/session/snapshot';
import { brandAs, type MarketId } from '@/utils/domain/ids';

const snapshot = (side: 'buyer' | 'seller', page: Snapshot['page'] = 'thread') =>
  ({ page, thread: { bubbles: [{ side, text: 'Danke!' }] } }) as unknown as Snapshot;
const thanks = { intents: [{ id: 'thanks_closing', score: 0.8 }], escalation: null };
const amazon = brandAs<'MarketId'>('amazon');

describe('a message needs no reply', () => {
  it('when the buyer only says thanks on a page that lets it rest', () => {
    expect(needsNoReply(thanks, snapshot('buyer'), amazon)).toBe(true);
  });

  it('when they praise as well: one is told from the other by a hair', () => {
    const intents = [
      { id: 'positive_feedback', score: 0.5 },
      { id: 'thanks_closing', score: 0.44 },
      { id: 'delivery_delayed', score: 0.05 },
    ];
    expect(needsNoReply({ intents, escalation: null }, snapshot('buyer'), amazon)).toBe(true);
  });

  it.each<[string, Partial<typeof thanks>, Snapshot, MarketId]>([
    ['asks something else first', { intents: [{ id: 'where_is_order', score: 0.6 }] }, snapshot('buyer'), amazon],
    [
      'asks something beside',
      { intents: [...thanks.intents, { id: 'where_is_order', score: 0.3 }] },
      snapshot('buyer'),
      amazon,
    ],
    [
      'praises without a word of thanks',
      { intents: [{ id: 'positive_feedback', score: 0.99 }] },
      snapshot('buyer'),
      amazon,
    ],
    ['is hardly understood', { intents: [{ id: 'thanks_closing', score: 0.4 }] }, snapshot('buyer'), amazon],
    ['is answered already', {}, snapshot('seller'), amazon],
    ['stands in a chat that waits for an answer', {}, snapshot('buyer'), brandAs<'MarketId'>('aliexpress')],
  ])('but not when it %s', (_, change, from, market) => {
    expect(needsNoReply({ ...thanks, ...change }, from, market)).toBe(false);
  });
});
