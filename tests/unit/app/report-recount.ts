import { createReports } from '@/utils/app/reports/reports';
import { fromPack } from '@/utils/domain/customers/pack';
import type { noSatellites } from '@/utils/domain/customers/satellites';
import { dayAfter } from '@/utils/domain/worklog/days';
import { localDays } from '@/utils/platform/clock/local-days';
import { valueOf, type Desk } from './desk';

/** All of the time that tests of records are about, in pieces a report may have. */
const YEARS = [2020, 2022, 2024, 2026, 2028, 2030].map((year) => ({ from: `${year}-01-01`, to: `${year + 1}-12-31` }));

/** Figures of the reports, counted row by row out of the tables and the archive. */
export const reportRecount = async (desk: Desk): Promise<Readonly<Record<string, number>>> => {
  const db = await desk.db();
  const packs = (await db.archive.toArray()).map(fromPack);
  const all = async <K extends 'buyers' | keyof typeof noSatellites>(name: K) => {
    const rows = [...(await db.table(name).toArray()), ...packs.flatMap((pack) => pack[name] as readonly object[])];
    return rows.filter((row: { deleted: 0 | 1 }) => row.deleted === 0);
  };
  const buyers = new Map((await all('buyers')).map((row) => [row.key, row]));
  const counts = new Map<string, number>();
  const add = (cell: string, by = 1) => counts.set(cell, (counts.get(cell) ?? 0) + by);
  const bought = new Map<string, string[]>();
  const orders = await all('orders');
  const events = await all('events');
  for (const order of orders) {
    const buyer = buyers.get(order.buyerKey);
    if (!buyer || !order.orderedOn) continue;
    if (order.state === 'cancelled') {
      add('order-cancelled');
      continue;
    }
    bought.set(order.buyerKey, [...(bought.get(order.buyerKey) ?? []), order.orderedOn]);
    add('order');
    add(`order|country|${order.country ?? buyer.country ?? '?'}`);
    if (order.amount) add(`order-money|currency|${order.amount.currency}`, Math.round(order.amount.value * 100));
  }
  for (const { length } of bought.values()) add(`last-order|orders|${length >= 5 ? 5 : length >= 3 ? 3 : length}`);
  for (const { key, signals = {} } of buyers.values()) {
    const since = [signals.wholesale, signals.sample].filter((day) => day).sort()[0];
    if (!since) continue;
    add('lead');
    if (signals.partner) add('lead-partner');
    if (bought.get(key)?.some((day) => day >= since)) add('lead-ordered');
  }
  for (const event of events) {
    if (event.kind === 'review') continue;
    if (!buyers.has(event.buyerKey)) continue;
    add(event.kind);
    if (event.stars !== undefined) add(`${event.kind}|stars|${event.stars}`);
  }
  for (const contact of await all('contacts')) {
    if (!buyers.has(contact.buyerKey)) continue;
    add('contact');
    add(`contact|agent|${contact.authorId}`);
    if (!contact.asked) continue;
    const day = contact.at.slice(0, 10);
    const of = orders.filter((order) => order.buyerKey === contact.buyerKey && order.orderedOn);
    const named = of.find((order) => order.orderId === contact.orderId && order.state !== 'cancelled');
    const [next] = of
      .filter(({ state, orderedOn }) => state !== 'cancelled' && orderedOn >= day && orderedOn <= dayAfter(day, 30))
      .sort((a, b) => a.orderedOn.localeCompare(b.orderedOn));
    const order = named ?? next;
    if (!order) continue;
    add('asked-ordered');
    const isBack = events.some(
      ({ kind, buyerKey, orderId, at }) =>
        kind === 'return' && buyerKey === contact.buyerKey && orderId === order.orderId && at >= day,
    );
    if (isBack) add('asked-returned');
  }
  for (const promise of await all('promises')) {
    if (!buyers.has(promise.buyerKey)) continue;
    add('promise');
    if (promise.done === 1) add('promise-kept');
  }
  return Object.fromEntries([...counts].filter(([, count]) => count !== 0).sort());
};

/** The same figures as the reports have them. */
export const reportCounts = async (desk: Desk): Promise<Readonly<Record<string, number>>> => {
  const reports = createReports({ ...desk.deps, days: localDays });
  const counts = new Map<string, number>();
  for (const years of YEARS)
    for (const [cell, count] of Object.entries(valueOf(await reports.read(years)).total))
      counts.set(cell, (counts.get(cell) ?? 0) + count);
  const isCompared = (cell: string): boolean =>
    /^(order|order-cancelled|contact|promise|promise-kept|lead|lead-ordered|lead-partner|asked-ordered|asked-returned|feedback|return|refund|claim|dispute)$/.test(
      cell,
    ) ||
    /^(order\|country|last-order\|orders|order-money|contact\|agent|(feedback|return|refund|claim|dispute)\|stars)\|/.test(
      cell,
    );
  return Object.fromEntries([...counts].filter(([cell, count]) => count !== 0 && isCompared(cell)).sort());
};
