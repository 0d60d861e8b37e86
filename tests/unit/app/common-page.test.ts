import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BuyerFilter } from '@/utils/app/buyers-api';
import { facetOf, facetRest, facetsOf, isCounted, type Facet } from '@/utils/domain/customers/facets';
import { brandAs, type BuyerKey, type Instant } from '@/utils/domain/ids';
import type { BuyerRow } from '@/utils/domain/records';
import { aDesk, valueOf } from './desk';

const stamp = {
  shopId: brandAs<'ShopId'>('s'),
  authorId: brandAs<'AgentId'>('a'),
  hlc: '0',
  origin: 'n',
  deleted: 0,
} as const;

const shopId = brandAs<'ShopId'>('main');

/** Records of which one in `main` is of the shop, tagged too, and one in `german` of the country; some share a moment. */
const records = (count: number, { main, german }: { readonly main: number; readonly german: number }) =>
  Array.from({ length: count }, (_, at): BuyerRow => {
    const mixed = Math.imul(at + 1, 0x9e3779b1) >>> 8;
    const row: BuyerRow = {
      ...stamp,
      shopId: mixed % main === 0 ? shopId : stamp.shopId,
      key: brandAs<'BuyerKey'>(`k${mixed.toString(36)}-${at}`),
      aliases: [`order:${at}`],
      tags: mixed % main === 0 ? ['vip'] : [],
      country: brandAs<'CountryCode'>((mixed >> 5) % german === 0 ? 'DE' : 'FR'),
      archived: 0,
      lastSeen: new Date(Date.UTC(2026, 0, 1) + Math.floor(at / 3) * 60_000).toISOString() as Instant,
    };
    return { ...row, facets: facetsOf(row) };
  });

const aDeskWith = async (rows: readonly BuyerRow[]) => {
  const desk = aDesk();
  const db = await desk.db();
  await db.buyers.bulkAdd(rows);
  const counts = new Map<string, number>();
  for (const list of rows.flatMap(({ facets = [] }) => facets.filter(isCounted).map(facetOf)))
    counts.set(list, (counts.get(list) ?? 0) + 1);
  await db.counters.bulkPut([...counts].map(([facet, count]) => ({ facet, count })));
  return desk;
};

const walk = async (desk: ReturnType<typeof aDesk>, filter: BuyerFilter, limit: number) => {
  const keys: BuyerKey[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  do {
    const page = valueOf(await desk.buyers.page({ filter, limit, ...(cursor ? { cursor } : {}) }));
    sizes.push(page.lines.length);
    keys.push(...page.lines.map(({ buyer }) => buyer.key));
    cursor = page.next;
  } while (cursor !== undefined);
  return { keys, sizes };
};

const placeOf = ({ facets = [] }: BuyerRow): string => facetRest(facets[0] ?? '');

const inBoth = (rows: readonly BuyerRow[], lists: readonly Facet[]): readonly BuyerKey[] =>
  rows
    .filter(({ facets = [] }) => lists.every((list) => facets.some((entry) => facetOf(entry) === list)))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .map(({ key }) => key);

const germansOfMain: BuyerFilter = { shopId, country: 'DE' };
const both: readonly Facet[] = ['shop:main', 'country:DE'];

test.each([
  ['as frequent', { main: 3, german: 2 }],
  ['rare', { main: 11, german: 7 }],
  ['of which one is much longer', { main: 40, german: 2 }],
] as const)('two lists %s are walked whole, each record once', { timeout: 60_000 }, async (_, shares) => {
  const rows = records(2_500, shares);
  const desk = await aDeskWith(rows);
  for (const limit of [3, 50, 200]) {
    const { keys, sizes } = await walk(desk, germansOfMain, limit);
    expect(keys).toEqual(inBoth(rows, both));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
  }
  // Of three, two have a list of their own.
  const three = await walk(desk, { ...germansOfMain, tag: 'VIP' }, 50);
  expect(three.keys).toEqual(inBoth(rows, both));
});

test('whatever the counts say, the walk is the same', { timeout: 60_000 }, async () => {
  const rows = records(600, { main: 2, german: 2 });
  const desk = await aDeskWith(rows);
  const db = await desk.db();
  const count = fc.integer({ min: 0, max: 5_000 });
  await fc.assert(
    fc.asyncProperty(count, count, count, fc.constantFrom(1, 20, 200), async (all, main, german, limit) => {
      const counts = { all, 'shop:main': main, 'country:DE': german };
      await db.counters.bulkPut(Object.entries(counts).map(([facet, one]) => ({ facet, count: one })));
      expect((await walk(desk, germansOfMain, limit)).keys).toEqual(inBoth(rows, both));
    }),
    { numRuns: 25, seed: 7 },
  );
});

test('two lists that have one in common are a walk through that one', async () => {
  const rows = records(600, { main: 3, german: 2 });
  const desk = await aDeskWith(rows);
  const kept: readonly (readonly [BuyerFilter, readonly Facet[]])[] = [
    [{ tag: 'VIP', country: 'DE' }, ['tag:vip', 'country:DE']],
    [{ tag: 'vip', shopId }, ['tag:vip', 'shop:main']],
  ];
  for (const [filter, lists] of kept) {
    const { keys, sizes } = await walk(desk, filter, 40);
    expect(keys).toEqual(inBoth(rows, lists));
    expect(new Set(sizes.slice(0, -1))).toEqual(new Set([40]));
  }
});

test('lists that never meet end after some pages without lines', async () => {
  const rows = records(6_000, { main: 2, german: 2 }).map((row) => {
    const apart = row.country === 'DE' ? { ...row, shopId: stamp.shopId } : row;
    return { ...apart, facets: facetsOf(apart) };
  });
  const desk = await aDeskWith(rows);
  const { keys, sizes } = await walk(desk, germansOfMain, 50);
  expect(keys).toEqual([]);
  expect(sizes.length).toBeGreaterThan(1);
});
