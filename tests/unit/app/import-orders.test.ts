import { describe, expect, test, vi } from 'vitest';
import type { Progress } from '@/utils/app/buyers-api';
import { importOrders } from '@/utils/app/buyers/import-orders';
import { brandAs } from '@/utils/domain/ids';
import { aDesk, aDeskWithBuyer, amazon, valueOf } from './desk';
import { counted, recount } from './recount';

const orderId = (id: string) => brandAs<'OrderId'>(id);

describe('orders of a file', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      orderId: orderId(`f${at}`),
      buyerId: `B${at % 700}`,
      buyerName: at === 0 ? 'M***a' : `Name ${at % 700}`,
      country: at === 1 ? 'Germany' : 'DE',
      orderedOn: '2026-01-05',
      items: [{ title: 'Lamp' }],
      amount: { value: 5, currency: 'EUR' },
    }));

  test('are taken in with progress, and the same file again changes nothing', { timeout: 60_000 }, async () => {
    const desk = aDesk();
    const { id: shopId } = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen' }));
    const onProgress = vi.fn<(progress: Progress) => void>();
    const first = await importOrders(desk.deps, { shopId, orders: many(1_200), of: 1_200 }, { onProgress });
    expect(valueOf(first)).toEqual({ done: 1_200, of: 1_200, kept: 1_200 });
    expect(onProgress.mock.calls.map(([{ done }]) => done)).toEqual([150, 300, 450, 600, 750, 900, 1_050, 1_200]);
    expect(await counted(desk)).toEqual(await recount(desk));
    expect(await counted(desk)).toMatchObject({ all: 700, 'segment:repeat': 500, 'segment:first-order': 200 });
    const again = await importOrders(desk.deps, { shopId, orders: many(1_200) });
    expect(valueOf(again)).toEqual({ done: 1_200, of: 1_200, kept: 0 });
    const [masked] = await (await desk.db()).buyers.where('aliases').equals('order:f0').toArray();
    expect(masked?.displayName).toBe('Name 0');
  });

  test('stay as far as they were taken in when the job is stopped', async () => {
    const desk = aDesk();
    const { id: shopId } = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen' }));
    const stop = new AbortController();
    const options = { onProgress: () => stop.abort(), signal: stop.signal };
    const done = await importOrders(desk.deps, { shopId, orders: many(1_200), of: 1_200 }, options);
    expect(valueOf(done)).toEqual({ done: 150, of: 1_200, kept: 150 });
    expect(await (await desk.db()).orders.count()).toBe(150);
  });

  test('keep the state a file gives them, else they are delivered once a day of delivery is known', async () => {
    const desk = aDesk();
    const { id: shopId } = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen' }));
    const day = { deliveredOn: '2026-01-09', items: [] };
    const orders = [
      { ...day, orderId: orderId('1') },
      { ...day, orderId: orderId('2'), state: 'cancelled' as const },
      { orderId: orderId('3'), items: [] },
    ];
    valueOf(await importOrders(desk.deps, { shopId, orders }));
    const rows = await (await desk.db()).orders.toArray();
    expect(rows.map(({ state }) => state)).toEqual(['delivered', 'cancelled', undefined]);
  });

  const anOrder = (id: string, orderedOn?: string) => ({
    orderId: orderId(id),
    buyerId: 'B1',
    items: [],
    ...(orderedOn === undefined ? {} : { orderedOn }),
  });

  test('leave a record where its newest order was, in whatever order and in however many files they come', async () => {
    const desk = aDesk();
    const { id: shopId } = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen' }));
    const days = async () => {
      const [row] = await (await desk.db()).buyers.toArray();
      expect(await counted(desk)).toEqual(await recount(desk));
      return [row?.firstSeen, row?.lastSeen].map((at) => at?.slice(0, 10));
    };
    const take = async (...orders: readonly ReturnType<typeof anOrder>[]) =>
      valueOf(await importOrders(desk.deps, { shopId, orders }));
    await take(anOrder('1', '2025-03-05'), anOrder('2', '2025-06-01'), anOrder('3', '2025-04-02'));
    expect(await days()).toEqual(['2025-03-05', '2025-06-01']);
    await take(anOrder('4', '2024-12-24'));
    expect(await days()).toEqual(['2024-12-24', '2025-06-01']);
    await take(anOrder('5', '2025-09-09'));
    expect(await days()).toEqual(['2024-12-24', '2025-09-09']);
    await take(anOrder('6'), anOrder('7', '2025-02-30'));
    expect(await days()).toEqual(['2024-12-24', '2025-09-09']);
    await take(anOrder('8', '2031-01-01'));
    expect(await days()).toEqual(['2024-12-24', '2026-03-02']);
  });

  test('do not say that a buyer the desk has written with was there later', async () => {
    const desk = await aDeskWithBuyer();
    const [known] = desk.buyer.aliases;
    const old = { ...anOrder(known!.slice('order:'.length), '2025-01-05'), buyerId: 'B9' };
    valueOf(await importOrders(desk.deps, { shopId: desk.shop.id, orders: [old] }));
    const after = await (await desk.db()).buyers.get(desk.buyer.key);
    expect(after?.aliases).toContain('buyer:B9');
    expect(after?.lastSeen).toBe(desk.buyer.lastSeen);
  });
});
