import { describe, expect, test } from 'vitest';
import { askOfLine } from '@/components/reports/drill';
import { keepList } from '@/utils/app/keep-list';
import { createReports } from '@/utils/app/reports/reports';
import { brandAs } from '@/utils/domain/ids';
import { reportParts } from '@/utils/domain/reports/tables';
import { localDays } from '@/utils/platform/clock/local-days';
import { aDesk, amazon, hour, valueOf } from './desk';

const orderId = (id: string) => brandAs<'OrderId'>(id);
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const PRODUCTS = ['Lamp', 'Kettle', 'Cup'];
const COUNTRIES = ['DE', 'GB', undefined];

/** Thirty orders with what came of them, and thirty messages. */
const aBusyDesk = async () => {
  const desk = aDesk();
  const { id: shopId } = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen' }));
  for (let at = 0; at < 30; at += 1) {
    const country = COUNTRIES[at % 3];
    const order = {
      orderId: orderId(`o${at}`),
      // What was wrong with a parcel of two things is filed under neither.
      items: PRODUCTS.slice(at % 3, at % 5 === 0 ? 3 : (at % 3) + 1).map((title) => ({ title })),
      state: 'shipped',
      orderedOn: '2026-02-01',
      ...(country === undefined ? {} : { country: brandAs<'CountryCode'>(country) }),
    } as const;
    const { buyer } = valueOf(await desk.buyers.see({ shopId, aliases: [], order, displayName: `Name ${at}` }));
    const about = { orderId: orderId(`o${at}`), at: `2026-03-0${(at % 9) + 1}` };
    valueOf(
      await keepList(desk.deps, {
        shopId,
        orders: [],
        events: [
          { ...about, kind: 'return', reason: at % 2 ? 'Too small' : 'Broken' },
          ...(at % 2 ? [{ ...about, kind: 'feedback', stars: (at % 5) + 1 } as const] : []),
          ...(at % 3 ? [{ ...about, kind: 'claim' } as const] : []),
          ...(at % 4
            ? []
            : [{ ...about, kind: 'refund', amount: { value: at + 1, currency: at % 8 ? 'EUR' : 'USD' } } as const]),
          ...(at % 6 ? [] : [{ kind: 'review', productId: 'Lamp', stars: 2, at: about.at } as const]),
        ],
        reviewRequest: null,
        today: '2026-03-10',
      }),
    );
    const measured = { lang: at % 2 ? 'de' : 'fr', intent: at % 3 ? 'thanks' : 'delivery-status' };
    valueOf(await desk.worklog.write({ what: 'sent', shopId, buyerKey: buyer.key, measured }));
    desk.pass(hour);
  }
  const stamp = {
    shopId,
    authorId: 'ann',
    hlc: '0',
    origin: 'node',
    deleted: 0,
    clocks: {},
    severity: 'high',
  } as const;
  const entry = (id: string, department: string, product?: string, count = 1) => ({
    ...{ ...stamp, id, department, day: '2026-03-05', at: '2026-03-05T08:00:00.000Z', text: `Text ${id}`, count },
    ...(product ? { product } : {}),
  });
  await (
    await desk.db()
  ).entries.bulkAdd([
    entry('e1', 'quality', 'Lamp'),
    entry('e2', 'quality', 'Lamp'),
    entry('e3', 'logistics'),
  ] as never);
  const reports = createReports({ ...desk.deps, days: localDays });
  return { desk, shopId, reports };
};

describe('the rows behind a report', () => {
  test('are as many as its line says, for every line of every report', async () => {
    const { reports } = await aBusyDesk();
    const now = valueOf(await reports.read(YEAR)).total;
    const looked = new Map<string, number>();
    for (const { tables } of reportParts({ now, before: {} }, {}))
      for (const table of tables)
        for (const { name, values } of table.rows) {
          const ask = askOfLine({ range: YEAR, shopId: null }, table, name);
          if (!ask) continue;
          const { rows, isCut } = valueOf(await reports.cases(ask));
          const isMoney = table.columns[0]?.kind === 'money';
          expect(isMoney ? rows.length > 0 : rows.length, `${table.id}: ${name}`).toBe(isMoney ? true : values[0]);
          expect(isCut).toBe(false);
          looked.set(table.id, (looked.get(table.id) ?? 0) + rows.length);
        }
    expect([...looked.keys()].sort()).toEqual(
      [
        ...['country-returns', 'hours', 'intents', 'languages', 'product-claims', 'product-returns'],
        ...['product-stars', 'refunds', 'return-reasons', 'stars', 'country-stars', 'products', 'countries'],
        ...['reported-departments', 'reported-products'],
      ].sort(),
    );
    expect(looked.get('return-reasons')).toBe(30);
    expect(looked.get('hours')).toBe(30);
    expect([looked.get('countries'), looked.get('reported-departments')]).toEqual([30, 3]);
  });

  test('of the work log are its words, and how often they were reported', async () => {
    const { reports } = await aBusyDesk();
    const ask = { ...YEAR, rows: 'entries', by: 'product', name: 'Lamp' } as const;
    expect(valueOf(await reports.cases(ask)).rows.map(({ at, text, count }) => [at, text, count])).toEqual([
      ['2026-03-05', 'Text e1', 1],
      ['2026-03-05', 'Text e2', 1],
    ]);
  });

  test('lead to their buyers, newest first, and leave out who is archived', async () => {
    const { desk, reports } = await aBusyDesk();
    const ask = { ...YEAR, rows: 'events', whats: ['return'], by: 'reason', name: 'Broken' } as const;
    const { rows } = valueOf(await reports.cases(ask));
    expect(rows.map(({ at }) => at)).toEqual(
      rows
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(rows[0]).toMatchObject({ reason: 'Broken', buyer: expect.stringMatching(/^Name \d+$/) as string });
    const archived = rows[0]!.buyerKey!;
    valueOf(await desk.buyers.archive({ keys: [archived] }));
    const after = valueOf(await reports.cases(ask)).rows;
    expect(after.some(({ buyerKey }) => buyerKey === archived)).toBe(false);
  });

  test('are of one country, one shop and the days that were asked for', async () => {
    const { shopId, reports } = await aBusyDesk();
    const ask = { ...YEAR, rows: 'events', whats: ['return'], by: 'product', name: 'Lamp' } as const;
    const all = valueOf(await reports.cases(ask)).rows.length;
    const inGermany = valueOf(await reports.cases({ ...ask, country: 'DE' })).rows.length;
    expect(inGermany).toBe(all);
    expect(valueOf(await reports.cases({ ...ask, country: 'GB' })).rows).toEqual([]);
    expect(valueOf(await reports.cases({ ...ask, shopId })).rows).toHaveLength(all);
    expect(valueOf(await reports.cases({ ...ask, shopId: brandAs<'ShopId'>('none') })).rows).toEqual([]);
    expect(valueOf(await reports.cases({ ...ask, to: '2026-02-28' })).rows).toEqual([]);
  });
});
