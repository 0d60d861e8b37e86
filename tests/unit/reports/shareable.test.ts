import { describe, expect, test } from 'vitest';
import { glance } from '@/utils/domain/reports/glance';
import { FEWEST_ORDERS, isShareableFigure, othersIn, shareableParts } from '@/utils/domain/reports/shareable';
import { reportParts, type ReportPart } from '@/utils/domain/reports/tables';

const orders = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [`order|product|${name}`, count]));
const shared = (now: Readonly<Record<string, number>>, before = {}) => {
  const parts = shareableParts(reportParts({ now, before }, {}), { now, before });
  return new Map(parts.flatMap(({ tables }) => tables.map((table) => [table.id, table])));
};

describe('what may leave the desk', () => {
  test('names a product from five orders on, in both times together', () => {
    const few = FEWEST_ORDERS - 1;
    const products = shared(orders({ A: FEWEST_ORDERS, B: few, C: few }), orders({ C: 1 })).get('products');
    expect(products?.rows.map(({ name }) => name)).toEqual(['A', 'C', '|1']);
    expect(othersIn('|1')).toBe(1);
    expect(othersIn('A|1')).toBeUndefined();
  });

  test('keeps sums right: counts and shares are added, rates worked out again, means left out', () => {
    const now = {
      ...orders({ A: 10, B: 4, C: 2 }),
      order: 16,
      'return|product|A': 2,
      'return|product|B': 2,
      'return|product|C': 1,
      'review|product-stars|B|5': 2,
    };
    const tables = shared(now, { 'return|product|B': 1, 'order|product|B': 0 });
    expect(tables.get('products')?.rows.at(-1)?.values).toEqual([6, 6 / 16, 0]);
    expect(tables.get('product-returns')?.rows.at(-1)?.values).toEqual([3, 6, 0.5, null]);
    expect(tables.get('product-stars')?.rows).toEqual([{ name: '|1', values: [2, null, null] }]);
  });

  test('is listed: tables of replies, rules and hours stay, and so does what nobody has thought about yet', () => {
    const now = { 'sent|template|t': 3, 'mended|rule|r': 2, 'sent|hour|9': 4, 'sent|intent|i': 3 };
    const tables = shared(now);
    for (const id of ['templates', 'rules', 'hours']) expect(tables.has(id), id).toBe(false);
    expect(tables.get('intents')?.n).toBe(3);
    const unheard: ReportPart = {
      id: 'sales',
      tables: [{ id: 'new', rowKind: 'agent', columns: [], rows: [], n: 1 }],
    };
    expect(shareableParts([unheard], { now, before: {} })).toEqual([]);
    expect(isShareableFigure('by-agent')).toBe(false);
    expect(glance({}).filter(({ id }) => isShareableFigure(id))).toHaveLength(9);
  });

  test('puts reasons that are no words of a list among the others', () => {
    const reasons = [
      'Too small',
      'Order 302-1234567',
      'me@example.org',
      'https://x.example',
      'x'.repeat(80),
      '订单号１２３４５６',
    ];
    const now = Object.fromEntries(reasons.map((reason, at) => [`return|reason|${reason}`, 9 - at]));
    expect(
      shared(now)
        .get('return-reasons')
        ?.rows.map(({ name }) => name),
    ).toEqual(['Too small', 'x'.repeat(80), '|4']);
  });
});
