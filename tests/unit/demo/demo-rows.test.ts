import { describe, expect, it } from 'vitest';
import en from '@/utils/catalog/demo/en.json';
import names from '@/utils/catalog/demo/names.json';
import zh from '@/utils/catalog/demo/zh-CN.json';
import { defaultRetention, identityDaysOn, isIdentityOver } from '@/utils/domain/customers/retention';
import { demoRows } from '@/utils/domain/demo/demo-rows';
import type { DemoNames, DemoWords } from '@/utils/domain/demo/demo-words';
import { demoProducts, productIdOf } from '@/utils/domain/demo/products';
import type { Instant } from '@/utils/domain/ids';
import type { EventRow, OrderRow } from '@/utils/domain/records';
import { mayHoldContact } from '@/utils/domain/text/contact';
import { checkEntry } from '@/utils/domain/worklog/check-entry';
import { dayAfter } from '@/utils/domain/worklog/days';

const now = '2026-11-24T14:30:00.000Z' as Instant;
const today = '2026-11-24';
const input = {
  seed: 7,
  now,
  utcOffsetMs: 0,
  buyers: 4_000,
  words: en as DemoWords,
  names: names as Readonly<Record<string, DemoNames>>,
};
const rows = demoRows(input);
const orders = rows.buyers.flatMap(({ about }) => about.orders);
const events = rows.buyers.flatMap(({ about }) => about.events);
const marketOf = new Map(rows.shops.map(({ id, marketplace }) => [id, marketplace]));

const shareOf = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length / list.length;
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const returnsOf = (chosen: readonly OrderRow[]): readonly EventRow[] => {
  const ids = new Set(chosen.map(({ orderId }) => orderId));
  return events.filter(({ kind, orderId }) => kind === 'return' && orderId !== undefined && ids.has(orderId));
};
const isOf = (sku: string) => (order: OrderRow) => order.items[0]?.sku === sku;

describe('the demo desk', () => {
  it('is the same for the same seed and moment, and another one for another seed', () => {
    const small = { ...input, buyers: 60 };
    expect(demoRows(small)).toEqual(demoRows(small));
    expect(demoRows({ ...small, seed: 8 })).not.toEqual(demoRows(small));
  });

  it('has the size of a desk of three people', () => {
    expect(rows.buyers).toHaveLength(4_000);
    expect(orders.length).toBeGreaterThan(5_000);
    expect(orders.length).toBeLessThan(6_500);
    expect(rows.log.filter(({ what }) => what === 'message.sent').length).toBeGreaterThan(2_500);
    expect(rows.agents.map(({ initials }) => initials)).toEqual(['ML', 'TK', 'AR']);
    expect(rows.shops.map(({ marketplace }) => marketplace)).toEqual(['amazon', 'amazon', 'aliexpress']);
    expect(demoProducts).toHaveLength(30);
  });

  it('knows nothing of what is still to come, and begins two years ago', () => {
    const moments = [...rows.log.map(({ at }) => at), ...rows.buyers.map(({ row }) => row.lastSeen)];
    expect(moments.every((at) => at <= now && at >= '2024-11')).toBe(true);
    const days = orders.flatMap((order) => [order.orderedOn, order.shippedOn, order.deliveredOn, order.stateOn]);
    expect(days.flatMap((day) => day ?? []).every((day) => day <= today)).toBe(true);
    expect(events.every(({ at }) => at <= today)).toBe(true);
  });

  it('gives every row an id of its own', () => {
    const about = rows.buyers.map((buyer) => buyer.about);
    const ids = {
      orders: orders.map(({ id }) => id),
      events: [...events, ...rows.reviews].map(({ id }) => id),
      contacts: about.flatMap((one) => one.contacts.map(({ id }) => id)),
      log: rows.log.map(({ id }) => id),
      buyers: rows.buyers.map(({ row }) => row.key),
      aliases: rows.buyers.flatMap(({ row }) => row.aliases),
    };
    for (const list of Object.values(ids)) expect(new Set<string>(list).size).toBe(list.length);
  });

  it('is as the daily purge would leave it: whose time is over has no name and no number', () => {
    const over = rows.buyers.filter(({ row, about }) => {
      const market = marketOf.get(row.shopId) ?? '';
      return isIdentityOver(row, about.orders, { market, days: identityDaysOn(defaultRetention, market), today });
    });
    expect(over).toEqual([]);
    const hashed = rows.buyers.filter(({ row }) => row.displayName === undefined);
    expect(hashed.length).toBeGreaterThan(1_000);
    expect(hashed.every(({ row }) => row.aliases.every((alias) => alias.startsWith('hash:')))).toBe(true);
    expect(hashed.every(({ about }) => about.orders.every(({ orderId }) => orderId.startsWith('hash:')))).toBe(true);
  });

  it('has numbers of orders in ranges no marketplace gives', () => {
    const known = orders.filter(({ orderId }) => !orderId.startsWith('hash:'));
    expect(known.length).toBeGreaterThan(500);
    for (const { orderId } of known) expect(orderId).toMatch(/^(000-\d{7}-\d{7}|0000\d{12})$/);
  });
});

describe('the stories of the demo desk', () => {
  it('melts the British plug adapter of one batch', () => {
    const since = dayAfter(today, -66);
    const british = orders.filter(isOf('CHG-65')).filter(({ country }) => country === 'GB');
    const batch = british.filter(({ orderedOn = '' }) => orderedOn >= since);
    const before = british.filter(({ orderedOn = '' }) => orderedOn < since);
    expect(returnsOf(batch).filter(({ reason }) => reason === en.reasons.melted).length).toBeGreaterThan(10);
    expect(returnsOf(batch).length / batch.length).toBeGreaterThan(3 * (returnsOf(before).length / before.length));
    const reviews = rows.reviews.filter(({ productId }) => productId === productIdOf('CHG-65', 'amazon'));
    const badSince = (is: (at: string) => boolean) =>
      shareOf(
        reviews.filter(({ at }) => is(at)),
        ({ stars = 5 }) => stars <= 2,
      );
    expect(badSince((at) => at >= since)).toBeGreaterThan(2 * badSince((at) => at < since));
  });

  it('cuts one dress too small', () => {
    const returns = returnsOf(orders.filter(isOf('DRS-WRAP')));
    expect(shareOf(returns, ({ reason }) => reason === en.reasons.small)).toBeGreaterThan(0.7);
  });

  it('sells more before Christmas, and ships later around Chinese New Year', () => {
    const inMonth = (month: string) => orders.filter(({ orderedOn = '' }) => orderedOn.slice(0, 7) === month).length;
    expect(inMonth('2025-11')).toBeGreaterThan(1.3 * inMonth('2025-09'));
    const delays = orders
      .filter(({ shopId, shippedOn }) => marketOf.get(shopId) === 'aliexpress' && shippedOn)
      .map(({ orderedOn = '', shippedOn = '' }) => ({
        isPause: orderedOn >= '2026-02-12' && orderedOn <= '2026-02-26',
        days: (Date.parse(shippedOn) - Date.parse(orderedOn)) / 86_400_000,
      }));
    const daysOf = (isPause: boolean) =>
      median(delays.filter((one) => one.isPause === isPause).map(({ days }) => days));
    expect(daysOf(true)).toBeGreaterThan(daysOf(false) + 6);
  });

  it('lets agents become quicker once Parley no longer only watches', () => {
    const sent = rows.log.filter(({ what }) => what === 'message.sent');
    const watched = sent.filter(({ detail }) => detail['watched'] === 1);
    const lately = sent.filter(({ at }) => at > dayAfter(today, -90));
    expect(watched.length).toBeGreaterThan(20);
    expect(watched.every(({ detail }) => detail['templateId'] === undefined)).toBe(true);
    const openFor = (lines: typeof sent) => median(lines.map(({ detail }) => Number(detail['openFor'])));
    expect(openFor(lately)).toBeLessThan(openFor(watched) / 2);
  });

  it('has repeat buyers, wholesale leads, many countries and currencies', () => {
    expect(rows.buyers.filter(({ about }) => about.orders.length >= 4).length).toBeGreaterThan(80);
    expect(rows.buyers.filter(({ row }) => row.signals?.wholesale).length).toBeGreaterThan(20);
    expect(new Set(orders.map(({ country }) => country)).size).toBeGreaterThan(15);
    expect(new Set(orders.map(({ amount }) => amount?.currency))).toEqual(
      new Set(['EUR', 'GBP', 'PLN', 'USD', 'CAD', 'MXN', 'BRL']),
    );
  });
});

describe.each([
  ['en', en],
  ['zh-CN', zh],
] as const)('what the demo desk says in %s', (_lang, words) => {
  const own = demoRows({ ...input, buyers: 400, words: words as DemoWords });

  it('names every product, and never anybody’s address', () => {
    expect(Object.keys(words.titles).sort()).toEqual(demoProducts.map(({ sku }) => sku).sort());
    const texts = own.buyers.flatMap(({ about }) => about.notes.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => text.includes('{{') || mayHoldContact(text))).toEqual([]);
  });

  it('writes entries the work log would take', () => {
    expect(own.entries.length).toBeGreaterThan(100);
    for (const { id: _id, ...entry } of own.entries) expect(checkEntry(entry, today).ok).toBe(true);
  });
});
