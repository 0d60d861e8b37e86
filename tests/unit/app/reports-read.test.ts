import { expect, it } from 'vitest';
import { countWaiting } from '@/utils/app/reports/drain';
import { createReports } from '@/utils/app/reports/reports';
import { randomFrom } from '@/scripts/bench/data-rows';
import { brandAs } from '@/utils/domain/ids';
import type { TallyChangeRow } from '@/utils/domain/records';
import { addAll, plainCells, type Cells } from '@/utils/domain/reports/cells';
import { timelineOf } from '@/utils/domain/reports/timeline';
import { dayAfter, daysFrom } from '@/utils/domain/worklog/days';
import { localDays } from '@/utils/platform/clock/local-days';
import { aDesk, valueOf } from './desk';

const FIRST = '2025-01-10';
const DAYS = 500;
const shops = ['one', 'two'].map((id) => brandAs<'ShopId'>(id));
const products = ['B1', 'B2', 'B3'];
const countries = ['DE', 'JP'];

/** Counts of a desk over a year and a half, as changes that wait. */
const aBusyDesk = async () => {
  const desk = aDesk();
  const db = await desk.db();
  const random = randomFrom(7);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const dayCells = (): Cells => {
    const [product, country, count] = [one(products), one(countries), 1 + Math.floor(random() * 4)];
    return {
      order: count,
      [`order|country|${country}`]: count,
      [`order|product|${product}`]: count,
      [`order|product-country|${product}|${country}`]: count,
      ...(random() < 0.2 ? { return: 1, [`return|product|${product}`]: 1 } : {}),
      ...(random() < 0.2
        ? { feedback: 1, [`feedback|product|${product}`]: 1, [`feedback|product-stars|${product}|2`]: 1 }
        : {}),
    };
  };
  for (let at = 0; at < DAYS; at += 1) {
    const day = dayAfter(FIRST, at);
    const row: TallyChangeRow = {
      records: Object.fromEntries(shops.filter(() => random() < 0.8).map((shop) => [shop, { [day]: dayCells() }])),
      lines: Array.from({ length: Math.floor(random() * 3) }, () => ({
        what: 'message.sent',
        at: brandAs<'Instant'>(`${day}T12:00:00.000Z`),
        shopId: one(shops),
        authorId: brandAs<'AgentId'>(one(['ann', 'bo'])),
        detail: { lang: 'de' },
      })),
    };
    await db.tallyChanges.add(row);
  }
  return createReports({ ...desk.deps, days: localDays });
};

const reports = aBusyDesk();
const spans = [
  { from: '2025-01-10', to: '2026-05-20' },
  { from: '2025-05-25', to: '2026-05-24' },
  { from: '2025-06-01', to: '2025-06-30' },
  { from: '2025-02-28', to: '2025-04-01' },
  { from: '2025-03-03', to: '2025-03-09' },
];

it.each(spans)('adds up from $from to $to as day by day, of all shops and of one', async (span) => {
  const { read } = await reports;
  for (const shopId of [undefined, shops[1]!]) {
    const shop = shopId === undefined ? {} : { shopId };
    const whole = valueOf(await read({ ...span, ...shop }));
    const sum = new Map<string, number>();
    const [sent, orders] = [new Map<string, number>(), new Map<string, number>()];
    for (const day of daysFrom(span.from, span.to)) {
      const { total } = valueOf(await read({ from: day, to: day, ...shop }));
      addAll(sum, total);
      sent.set(day, total['sent'] ?? 0);
      orders.set(day, total['order'] ?? 0);
    }
    expect(whole.total).toEqual(plainCells(sum));
    expect(whole.total['order']).toBeGreaterThan(0);
    for (const [day, count] of orders) {
      const cells: Cells = whole.days.find((one) => one.day === day)?.cells ?? {};
      expect([cells['order'] ?? 0, cells['sent'] ?? 0]).toEqual([count, sent.get(day)]);
    }
    for (const figure of ['order', 'return', 'sent']) {
      const together = whole.shops.reduce((all, { cells }) => all + (cells[figure] ?? 0), 0);
      expect(together).toBe(whole.total[figure] ?? 0);
    }
    expect(whole.agents.reduce((all, { cells }) => all + (cells['sent'] ?? 0), 0)).toBe(whole.total['sent'] ?? 0);
  }
});

it.each(spans)('draws one product from $from to $to with as many as the report counts', async (span) => {
  const { read, productDays } = await reports;
  const { total } = valueOf(await read(span));
  for (const cell of ['order', 'return', 'feedback'] as const) {
    const days = valueOf(await productDays({ ...span, product: 'B2' }));
    const { steps } = timelineOf(days, span, { cell, only: { by: 'product', name: 'B2' } });
    expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(total[`${cell}|product|B2`] ?? 0);
    const rated = steps.filter(({ stars }) => stars !== undefined);
    if (cell === 'feedback') expect(rated.every(({ stars }) => stars === 2)).toBe(true);
    expect(rated.length > 0).toBe(cell === 'feedback' && (total['feedback|product|B2'] ?? 0) > 0);
  }
});

it('adds up in itself while more is counted', async () => {
  const desk = aDesk();
  const db = await desk.db();
  const deps = { ...desk.deps, days: localDays };
  const { read } = createReports(deps);
  const order = { order: 1, 'order|product|B1': 1 };
  const days = daysFrom('2026-01-01', '2026-03-05');
  const counting = async () => {
    for (const day of days) {
      await db.tallyChanges.add({ records: { [shops[0]!]: { [day]: order } } });
      valueOf(await countWaiting(deps));
    }
  };
  const seen = new Set<number>();
  let isOver = false;
  const done = counting().then(() => (isOver = true));
  while (!isOver) {
    const { total } = valueOf(await read({ from: '2025-12-20', to: '2026-03-05' }));
    expect(total['order|product|B1'] ?? 0).toBe(total['order'] ?? 0);
    seen.add(total['order'] ?? 0);
  }
  await done;
  expect(seen.size).toBeGreaterThan(2);
});

it('refuses days it can not report on', async () => {
  const { productDays } = await reports;
  const asked = { product: 'B2', from: '2026-02-30', to: '2026-03-01' };
  expect(await productDays(asked)).toMatchObject({ ok: false, error: { kind: 'invalid', field: 'from' } });
  expect(await productDays({ ...asked, from: '2026-03-02' })).toMatchObject({ ok: false, error: { field: 'to' } });
});
