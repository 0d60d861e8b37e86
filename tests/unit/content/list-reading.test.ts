import { expect, test } from 'vitest';
import { readList } from '@/components/content/lists/list-reading';
import { brandAs } from '@/utils/domain/ids';
import type { MarketLists } from '@/utils/marketplaces/contract';
import { found } from '@/utils/page/field';
import { longestList } from '@/utils/platform/messaging/list-schemas';

test('a list longer than one request may be is told of as far as it fits', () => {
  const orders = Array.from({ length: longestList + 20 }, (_, at) => ({
    orderId: brandAs<'OrderId'>(String(at)),
    items: [],
  }));
  const lists: MarketLists = {
    id: brandAs<'MarketId'>('amazon'),
    pageKind: () => 'orders',
    readOrders: () => found(orders),
    readEvents: () => found(orders.map(({ orderId }) => ({ kind: 'return', orderId }))),
    readReviewRequest: () => ({ ok: false, problem: { kind: 'missing', field: 'reviewRequest' } }),
    readRows: () => found([]),
    shop: () => found({}),
    health: () => [],
  };
  const reading = readList(lists, new Date());
  expect(reading?.request.orders).toEqual(orders.slice(0, longestList));
  expect(reading?.request.events).toHaveLength(longestList);
});
