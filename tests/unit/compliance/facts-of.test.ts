import { describe, expect, it } from 'vitest';
import { contextFacts, type ContextPage, type ContextRecord } from '@/utils/domain/compliance/context/facts-of';
import { brandAs, type Instant } from '@/utils/domain/ids';

const orderId = brandAs<'OrderId'>('123-4567890-1234567');
const other = brandAs<'OrderId'>('999-4567890-1234567');
const page: ContextPage = {
  order: { orderId, state: 'delivered', deliveredOn: '2026-11-10' },
  direction: 'proactive',
  hasWritten: false,
};
const record: ContextRecord = { orders: [], events: [], contacts: [] };

describe('what page and record know', () => {
  it('leaves out what neither knows', () => {
    const facts = contextFacts({ order: null, direction: 'proactive', hasWritten: false }, null);
    expect(Object.entries(facts).filter(([, value]) => value !== undefined)).toEqual([
      ['channel', 'order-page'],
      ['direction', 'proactive'],
    ]);
  });

  it('takes the dates of the order, and the record where the page has none', () => {
    expect(contextFacts(page, null)).toMatchObject({ deliveredAt: '2026-11-10', latestDelivery: '2026-11-10' });
    const shown = { ...page, order: { orderId } };
    const known = { ...record, orders: [{ orderId, deliveredOn: '2026-11-09', promisedOn: '2026-11-12' }] };
    expect(contextFacts(shown, known)).toMatchObject({ deliveredAt: '2026-11-09', latestDelivery: '2026-11-12' });
  });

  it('names a problem of the order by what happened to it', () => {
    const event = (kind: 'return' | 'refund' | 'dispute' | 'review', state?: 'closed' | 'waiting-for-seller') => ({
      ...record,
      events: [{ kind, orderId, at: '2026-11-12', ...(state ? { state } : {}) }],
    });
    expect(contextFacts(page, event('return', 'waiting-for-seller'))).toMatchObject({ state: 'return-open' });
    expect(contextFacts(page, event('return', 'closed'))).toMatchObject({ state: 'delivered' });
    expect(contextFacts(page, event('refund'))).toMatchObject({ state: 'refunded' });
    expect(contextFacts(page, event('review'))).toMatchObject({ reviewed: true });
    expect(contextFacts(page, event('dispute', 'waiting-for-seller'))).toMatchObject({
      disputeState: 'open',
      disputeOpenedAt: '2026-11-12',
      sellerResponded: false,
    });
    expect(contextFacts(page, event('dispute', 'closed'))).toMatchObject({ disputeState: 'none' });
    expect(contextFacts({ ...page, order: { orderId, state: 'disputed' } }, null)).toMatchObject({
      disputeState: 'open',
    });
  });

  it('does not take a review nobody saw for one that is not there', () => {
    expect(contextFacts(page, record).reviewed).toBeUndefined();
    expect(contextFacts(page, null).disputeState).toBeUndefined();
  });

  it('counts requests by order and other messages by buyer', () => {
    const at = '2026-11-01T10:00:00.000Z' as Instant;
    const history = contextFacts(page, {
      ...record,
      orders: [
        { orderId, reviewAskedOn: '2026-11-15' },
        { orderId: other, reviewAskedOn: '2026-10-15' },
      ],
      contacts: [
        { kind: 'review-request', at, orderId: other },
        { kind: 'message', at, orderId: other },
      ],
    }).history;
    expect(history).toEqual([
      { at, kind: 'message' },
      { at: '2026-11-15', kind: 'request-a-review-button' },
    ]);
  });
});
