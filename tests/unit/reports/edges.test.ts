import { describe, expect, test } from 'vitest';
import { noSatellites, type Satellites } from '@/utils/domain/customers/satellites';
import { addAll, closedCells, type Cells, type OpenCells } from '@/utils/domain/reports/cells';
import { glance, type Figure } from '@/utils/domain/reports/glance';
import { recordTally } from '@/utils/domain/reports/record-tally';
import { reportParts, type ReportTable } from '@/utils/domain/reports/tables';

interface About {
  readonly orders?: readonly object[];
  readonly events?: readonly object[];
}

/** All counts of one record, whatever its days. */
const countsOf = ({ orders = [], events = [] }: About): Cells => {
  const about = {
    ...noSatellites,
    orders: orders.map((order, at) => ({ orderId: `o${at}`, state: 'delivered', items: [], ...order })),
    events,
  } as unknown as Satellites;
  const sum: OpenCells = new Map();
  for (const cells of Object.values(recordTally({}, about).tally ?? {})) addAll(sum, cells);
  return closedCells(sum);
};

const tableOf = (now: Cells, id: string): ReportTable =>
  reportParts({ now, before: {} }, {})
    .flatMap(({ tables }) => tables)
    .find((table) => table.id === id)!;
const figureOf = (now: Cells, id: string): Figure => glance(now).find((figure) => figure.id === id)!;
const onOneDay = { orderedOn: '2026-03-01' };

describe('counts at their edges', () => {
  test('never add up different currencies', () => {
    const now = countsOf({
      orders: [
        { ...onOneDay, amount: { value: 10, currency: 'EUR' } },
        { ...onOneDay, amount: { value: 1_200, currency: 'JPY' } },
        { ...onOneDay, amount: { value: 5.5, currency: 'EUR' } },
      ],
    });
    expect(tableOf(now, 'money').rows).toEqual([
      { name: 'EUR', values: [1_550, 0] },
      { name: 'JPY', values: [120_000, 0] },
    ]);
  });

  test('take negative amounts as they are, down to nothing', () => {
    const refund = (value: number) => ({ kind: 'refund', at: '2026-03-02', amount: { value, currency: 'EUR' } });
    expect(tableOf(countsOf({ events: [refund(-12.34), refund(2)] }), 'refunds').rows).toEqual([
      { name: 'EUR', values: [-1_034, 0] },
    ]);
    expect(tableOf(countsOf({ events: [refund(-5), refund(5)] }), 'refunds').rows).toEqual([]);
  });

  test('of one row are that row, with everything in it', () => {
    const now = countsOf({ orders: [{ ...onOneDay, country: 'DE' }] });
    expect(tableOf(now, 'countries')).toMatchObject({ n: 1, rows: [{ name: 'DE', values: [1, 1, 0] }] });
    expect(figureOf(now, 'repeat')).toMatchObject({ value: 0, n: 1, count: 0 });
  });

  test('that are all equal keep one order of rows, and equal shares', () => {
    const orders = ['FR', 'DE', 'AT', 'IT'].map((country) => ({ ...onOneDay, country }));
    const { rows } = tableOf(countsOf({ orders }), 'countries');
    expect(rows.map(({ name }) => name)).toEqual(['AT', 'DE', 'FR', 'IT']);
    expect(rows.every(({ values }) => values[1] === 0.25)).toBe(true);
  });

  test('of days to come stand under those days, and in no report before them', () => {
    const { tally = {} } = recordTally({}, {
      ...noSatellites,
      orders: [{ orderId: 'o', state: 'delivered', items: [], orderedOn: '2999-01-01' }],
    } as unknown as Satellites);
    expect(Object.keys(tally)).toEqual(['2999-01-01']);
  });

  test('without a day, a country or a product stand nowhere or under none', () => {
    expect(countsOf({ orders: [{}] })).toEqual({});
    expect(tableOf(countsOf({ orders: [onOneDay] }), 'countries').rows).toEqual([{ name: '?', values: [1, 1, 0] }]);
  });

  test('of a share without anything to divide by are none', () => {
    const now = countsOf({ events: [{ kind: 'return', at: '2026-03-02', productId: 'A', orderId: 'x' }] });
    expect(tableOf(now, 'product-returns').rows).toEqual([{ name: 'A', values: [1, 0, null, null] }]);
    expect(figureOf(now, 'returns')).toMatchObject({ value: null, n: 0, count: 1 });
  });
});
