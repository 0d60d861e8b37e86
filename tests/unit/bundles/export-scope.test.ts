// @vitest-environment node
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleSections, type BundleLine, type BundleSection } from '@/utils/domain/bundles/bundle';
import {
  addNeeded,
  buyerOf,
  clockAt,
  isAboutRecords,
  isPicked,
  isToWatch,
  matchesRecord,
  rootsAmong,
  watchedSegments,
  withWholeGroups,
  type Picked,
  type RecordFilter,
} from '@/utils/domain/bundles/export-scope';
import { lineId } from '@/utils/domain/bundles/write-bundle';
import { parseClock } from '@/utils/domain/customers/clock';
import { brandAs, type BuyerKey, type Instant, type ShopId } from '@/utils/domain/ids';
import type { BuyerRow } from '@/utils/domain/records';
import segments from '@/utils/catalog/segments/segments.json';
import { instant } from '../customers/merging-rows';
import { clockAfter, lineOf, nowMs, wholeLines, wholeRows } from './every-row';

const key = (text: string): BuyerKey => brandAs<'BuyerKey'>(text);
const shopId = (text: string): ShopId => brandAs<'ShopId'>(text);

const aRecord = (change: Partial<BuyerRow> = {}): BuyerRow => {
  const { forgotten: _, joinedTo: _to, ...row } = wholeRows.buyers;
  return { ...row, ...change };
};

const sectionsIn = (picked: Picked, lines: readonly BundleLine[] = wholeLines): readonly BundleSection[] =>
  lines.filter((line) => isPicked(line, picked)).map(({ section }) => section);

describe('a record is asked for by', () => {
  const fits: readonly (readonly [string, RecordFilter, Partial<BuyerRow>, Partial<BuyerRow>])[] = [
    ['segment', { segment: 'at-risk' }, { segments: ['repeat', 'at-risk'] }, { segments: ['repeat'] }],
    ['segment, when it has none', { segment: 'at-risk' }, { segments: ['at-risk'] }, {}],
    ['tag', { tag: 'vip' }, { tags: ['old', 'vip'] }, { tags: ['vipp'] }],
    ['tag as lists compare it', { tag: '  ＶＩＰ ' }, { tags: ['Vip'] }, { tags: ['v ip'] }],
    ['shop', { shops: new Set([shopId('a')]) }, { shopId: shopId('a') }, { shopId: shopId('b') }],
    ['first day', { from: instant(5) }, { lastSeen: instant(5) }, { lastSeen: instant(4) }],
    ['last day', { before: instant(5) }, { lastSeen: instant(4) }, { lastSeen: instant(5) }],
  ];

  test.each(fits)('%s', (_what, filter, fitting, other) => {
    expect(matchesRecord(aRecord(fitting), filter)).toBe(true);
    expect(matchesRecord(aRecord(other), filter)).toBe(false);
    expect(matchesRecord(aRecord({ ...fitting, deleted: 1 }), filter)).toBe(false);
  });

  test('all that is given at once', () => {
    const filter = { tag: 'vip', from: instant(5) };
    expect(matchesRecord(aRecord({ tags: ['vip'], lastSeen: instant(6) }), filter)).toBe(true);
    expect(matchesRecord(aRecord({ tags: ['vip'], lastSeen: instant(1) }), filter)).toBe(false);
    expect(matchesRecord(aRecord({ tags: [], lastSeen: instant(6) }), filter)).toBe(false);
  });
});

describe('the next shift watches', () => {
  test('segments that are in the catalogue', () => {
    expect(segments.map(({ id }) => id)).toEqual(expect.arrayContaining([...watchedSegments]));
  });

  test('records of these, and those that were changed since', () => {
    const { hlc } = wholeRows.buyers;
    expect(isToWatch(aRecord({ segments: ['many-returns'] }), clockAfter(0))).toBe(true);
    expect(isToWatch(aRecord({ segments: ['loyal'] }), clockAfter(0))).toBe(false);
    expect(isToWatch(aRecord(), hlc)).toBe(true);
    expect(isToWatch(aRecord(), clockAfter(-9))).toBe(false);
    expect(isToWatch(aRecord({ segments: ['many-returns'], deleted: 1 }), hlc)).toBe(false);
  });

  test('from the first clock reading of a moment on', () => {
    const at = new Date(nowMs).toISOString() as Instant;
    expect(clockAt(at) < clockAfter(0)).toBe(true);
    const before = parseClock(clockAfter(-1));
    expect(before.ok && clockAfter(-1) < clockAt(at)).toBe(true);
  });
});

describe('joined records', () => {
  const parents = new Map([
    [key('b'), key('a')],
    [key('c'), key('b')],
    [key('y'), key('x')],
    [key('m'), key('n')],
    [key('n'), key('m')],
  ]);

  test('come whole, by whichever of them was asked for', () => {
    for (const one of ['a', 'b', 'c']) {
      expect([...withWholeGroups([key(one)], parents)].sort()).toEqual(['a', 'b', 'c']);
    }
    expect([...withWholeGroups([key('x'), key('alone')], parents)].sort()).toEqual(['alone', 'x', 'y']);
    expect([...withWholeGroups([key('n')], parents)].sort()).toEqual(['m', 'n']);
  });

  test('are asked for by the one that stands in the lists', () => {
    expect([...rootsAmong(['a', 'b', 'c', 'x', 'y', 'm', 'n', 'alone'].map(key), parents)].sort()).toEqual([
      'a',
      'alone',
      'm',
      'x',
    ]);
  });

  test('are never taken apart, however they were joined', () => {
    const letters = fc.constantFrom(...'abcdefgh').map(key);
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, letters)), fc.array(letters), (joins, asked) => {
        const tree = new Map(joins.filter(([from, to]) => from !== to));
        const whole = withWholeGroups(asked, tree);
        for (const one of asked) expect(whole).toContain(one);
        for (const [from, to] of tree) expect(whole.has(from)).toBe(whole.has(to));
      }),
      { seed: 5 },
    );
  });
});

describe('rows are taken', () => {
  const { hlc, key: own } = wholeRows.buyers;
  const nothing = { shops: new Set<ShopId>(), products: new Set<string>() };

  test('all of them for everything, and templates for templates', () => {
    expect(sectionsIn({ kind: 'all' })).toEqual(bundleSections);
    expect(sectionsIn({ kind: 'templates' })).toEqual(['templates', 'rules']);
  });

  test('when they were changed later than the last time, with the records and shops they are about', () => {
    const since = (of: string, buyers: readonly BuyerKey[] = [], shops: readonly ShopId[] = []): Picked => ({
      kind: 'since',
      since: of,
      buyers: new Set(buyers),
      shops: new Set(shops),
    });
    expect(sectionsIn(since(clockAfter(-11)))).toEqual(bundleSections);
    expect(sectionsIn(since(hlc))).toEqual([]);
    expect(sectionsIn(since(hlc, [own], [wholeRows.shops.id]))).toEqual(['shops', 'buyers']);
  });

  test('with their record, deleted ones too, and no other record', () => {
    const picked: Picked = { kind: 'records', buyers: new Set([own]), needed: nothing };
    const about = bundleSections.filter(isAboutRecords);
    expect(sectionsIn(picked)).toEqual(about);
    const gone = about.map((section) => lineOf(section, { deleted: 1 } as never));
    expect(sectionsIn(picked, gone)).toEqual(about);
    expect(sectionsIn({ ...picked, buyers: new Set([key('another')]) })).toEqual([]);
  });

  test('when they belong to no record and were changed since, for a hand-over; but for what the whole desk decides', () => {
    const picked: Picked = { kind: 'records', buyers: new Set(), needed: nothing, since: hlc };
    const loose = bundleSections.filter((section) => !isAboutRecords(section) && section !== 'rules');
    expect(sectionsIn(picked)).toEqual(loose);
    expect(sectionsIn(picked, [lineOf('events', { buyerKey: undefined })])).toEqual(['events']);
    expect(sectionsIn({ ...picked, since: clockAfter(-9) })).toEqual([]);
  });

  test('when a deletion of a shop or product must arrive', () => {
    const picked: Picked = { kind: 'records', buyers: new Set(), needed: nothing };
    const gone = (['shops', 'products'] as const).map((section) => lineOf(section, { deleted: 1 }));
    expect(sectionsIn(picked, gone)).toEqual(['shops', 'products']);
  });

  test('when chosen orders or events need them: their shop, and products of that shop', () => {
    const product = (change: object) => lineOf('products', { productId: undefined, sku: undefined, ...change });
    const elsewhere = product({ id: 'other-shop', sku: 'L-1', shopId: shopId('other') });
    const lines = [
      lineOf('shops'),
      lineOf('shops', { id: shopId('other') }),
      product({ id: 'by-sku', sku: ' L-1 ' }),
      product({ id: 'by-id', productId: 'b01abcdefg' }),
      product({ id: 'of-event', productId: 'E-9' }),
      product({ id: 'unrelated', sku: 'X' }),
      elsewhere,
    ];
    const needed = { shops: new Set<ShopId>(), products: new Set<string>() };
    addNeeded(
      needed,
      lineOf('orders', {
        items: [
          { title: 'Lamp', sku: 'L-1' },
          { title: '', productId: 'B01ABCDEFG' },
        ],
      }),
    );
    addNeeded(needed, lineOf('events', { productId: 'E-9' }));
    const picked: Picked = { kind: 'records', buyers: new Set(), needed };
    expect(lines.filter((line) => isPicked(line, picked)).map(lineId)).toEqual(['shop', 'by-sku', 'by-id', 'of-event']);
  });
});

test('a row says whose it is, or that it belongs to nobody', () => {
  for (const line of wholeLines)
    expect(buyerOf(line)).toBe(isAboutRecords(line.section) ? wholeRows.buyers.key : undefined);
});
