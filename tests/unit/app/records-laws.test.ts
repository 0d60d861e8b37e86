import * as fc from 'fast-check';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import type { BuyerFilter } from '@/utils/app/buyers-api';
import { readRules } from '@/utils/app/buyers/refresh';
import { keepList } from '@/utils/app/keep-list';
import { facetOf, facetRest, type Facet } from '@/utils/domain/customers/facets';
import { fromPack } from '@/utils/domain/customers/pack';
import { noSatellites } from '@/utils/domain/customers/satellites';
import { workOut } from '@/utils/domain/customers/work-out';
import { brandAs, type BuyerKey } from '@/utils/domain/ids';
import type { BuyerRow } from '@/utils/domain/records';
import { ok } from '@/utils/domain/result';
import { joinSatellites, readSatellites } from '@/utils/platform/db/read-satellites';
import { aBuyerAlias, aDesk, amazon, anOrderAlias, hour, valueOf, type Desk } from './desk';
import { counted, recount } from './recount';

const orderId = (id: string) => brandAs<'OrderId'>(id);
const seed = 20_261_122;

/** Records whose figures are not what everything about them makes of them today. */
const stale = async (desk: Desk): Promise<readonly BuyerRow[]> => {
  const db = await desk.db();
  const rows = await db.buyers.toArray();
  const about = await readSatellites(
    db,
    rows.map(({ key }) => key),
  );
  const by = { rules: await readRules(db), today: desk.deps.clock.now().slice(0, 10) };
  const under = (key: BuyerKey): readonly BuyerKey[] =>
    rows.filter(({ joinedTo }) => joinedTo === key).flatMap((row) => [row.key, ...under(row.key)]);
  return rows.filter((row) => {
    const keys = row.joinedTo ? [row.key] : [row.key, ...under(row.key)];
    const own = about.get(row.key) ?? noSatellites;
    return workOut(row, joinSatellites(keys.flatMap((key) => about.get(key) ?? [])), { ...by, own }) !== row;
  });
};

const ops = [
  'see',
  'see-buyer',
  'list',
  'tag',
  'untag',
  'country',
  'note',
  'promise',
  'sent',
  'archive',
  'unarchive',
  'join',
  'separate',
  'forget',
] as const;
type Op = readonly [op: (typeof ops)[number], a: number, b: number];

const history = (length: number) =>
  fc.array(fc.tuple(fc.constantFrom(...ops), fc.nat(5), fc.nat(5)), { minLength: length, maxLength: length });

const run = async (desk: Desk, shopId: Parameters<Desk['buyers']['see']>[0]['shopId'], [op, a, b]: Op) => {
  const { buyers, notes, worklog } = desk;
  const keys: readonly BuyerKey[] = await (await desk.db()).buyers.toCollection().primaryKeys();
  const packed = (await (await desk.db()).archive.toArray()).flatMap((pack) => fromPack(pack).buyers);
  const key = keys[a % Math.max(1, keys.length)] ?? brandAs<'BuyerKey'>('none');
  const other = keys[b % Math.max(1, keys.length)] ?? key;
  const order = {
    orderId: orderId(`o${a}`),
    items: [{ title: `Lamp ${b}`, quantity: b + 1 }],
    state: b === 5 ? 'cancelled' : 'shipped',
    promisedOn: `2026-03-0${b + 1}`,
    orderedOn: `2026-02-0${a + 1}`,
    amount: { value: 10 * (b + 1), currency: a > 2 ? 'EUR' : 'USD' },
  } as const;
  switch (op) {
    case 'see':
      return buyers.see({ shopId, aliases: [], order, displayName: `Name ${b}` });
    case 'see-buyer':
      return buyers.see({ shopId, aliases: [aBuyerAlias(`B${a}`), anOrderAlias(`o${b}`)] });
    case 'list':
      return keepList(desk.deps, {
        shopId,
        orders: [{ ...order, buyerName: `Name ${a}` }],
        events: [{ kind: 'feedback', orderId: orderId(`o${b}`), stars: a, at: '2026-03-01' }],
        reviewRequest: null,
        today: '2026-03-02',
      });
    case 'tag':
      return buyers.tag({ keys: [key, other], add: [`t${b}`] });
    case 'untag':
      return buyers.tag({ keys: [key], remove: [`t${b}`] });
    case 'country':
      return buyers.setField({ buyerKey: key, field: 'country', value: ['DE', 'FR', ''][b % 3] ?? '' });
    case 'note':
      return notes.addNote({ buyerKey: key, text: 'x' });
    case 'promise':
      return worklog.keepPromises({
        shopId,
        buyerKey: key,
        promises: [{ what: 'refund', dueOn: `2026-03-0${b + 1}` }],
      });
    case 'sent':
      return worklog.write({
        what: 'sent',
        shopId,
        buyerKey: key,
        ...(b > 3 ? { orderId: orderId(`o${b}`) } : {}),
        measured: b % 2 === 0 ? { intent: 'size_advice' } : {},
      });
    case 'archive':
      return buyers.archive({ keys: [key] });
    case 'unarchive':
      return buyers.unarchive({ keys: packed.slice(0, 1).map((row) => row.key) });
    case 'join':
      return buyers.join({ keys: [key, other] });
    case 'separate':
      return buyers.separate({ key });
    case 'forget':
      return a === 0 ? buyers.forget({ keys: [key] }) : ok(null);
  }
};

describe('whatever happens to records', () => {
  test('counts and figures are what a full recount makes of them', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(history(30), async (steps) => {
        const desk = aDesk();
        const { id: shopId } = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen' }));
        for (const step of steps) {
          await run(desk, shopId, step);
          desk.pass(60_000);
        }
        expect(await counted(desk)).toEqual(await recount(desk));
        expect(await stale(desk)).toEqual([]);
        (await desk.db()).close();
        await Dexie.delete(desk.name);
      }),
      { numRuns: 200, seed },
    );
  });

  test('every list is walked whole, each record once, also with equal times', { timeout: 120_000 }, async () => {
    const desk = aDesk();
    const shops = [];
    for (const name of ['One', 'Two']) shops.push(valueOf(await desk.shops.add({ marketplace: amazon, name })).id);
    for (let at = 0; at < 60; at += 1) {
      const shopId = shops[at % 2]!;
      const country = brandAs<'CountryCode'>(at % 3 === 0 ? 'DE' : 'FR');
      const { buyer } = valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias(`o${at}`)], country }));
      if (at % 4 === 0) valueOf(await desk.buyers.tag({ keys: [buyer.key], add: ['VIP'] }));
      if (at % 7 === 0) desk.pass(hour);
    }
    const walk = async (filter: BuyerFilter, limit: number) => {
      const keys: BuyerKey[] = [];
      let cursor: string | undefined;
      do {
        const page = valueOf(await desk.buyers.page({ filter, limit, ...(cursor ? { cursor } : {}) }));
        expect(page.lines.length).toBeLessThanOrEqual(limit);
        keys.push(...page.lines.map(({ buyer }) => buyer.key));
        cursor = page.next;
      } while (cursor !== undefined);
      return keys;
    };
    const rows = await (await desk.db()).buyers.toArray();
    const inAll = (lists: readonly Facet[]) =>
      rows
        .filter(({ facets = [] }) => lists.every((list) => facets.some((entry) => facetOf(entry) === list)))
        .sort((a, b) => (facetRest(a.facets?.[0] ?? '') < facetRest(b.facets?.[0] ?? '') ? -1 : 1))
        .map(({ key }) => key);
    const views: readonly (readonly [BuyerFilter, readonly Facet[]])[] = [
      [{}, ['all']],
      [{ shopId: shops[0]! }, [`shop:${shops[0]}`]],
      [{ segment: 'new' }, ['segment:new']],
      [{ tag: 'vip' }, ['tag:vip']],
      [{ country: 'DE' }, ['country:DE']],
      [{ tag: 'VIP', country: 'DE' }, ['tag:vip', 'country:DE']],
      [{ segment: 'new', country: 'FR' }, ['segment:new', 'country:FR']],
      [{ shopId: shops[0]!, tag: 'VIP' }, [`shop:${shops[0]}`, 'tag:vip']],
      [{ shopId: shops[1]!, country: 'FR' }, [`shop:${shops[1]}`, 'country:FR']],
      [
        { shopId: shops[0]!, country: 'DE', tag: 'VIP', segment: 'new' },
        [`shop:${shops[0]}`, 'country:DE', 'tag:vip', 'segment:new'],
      ],
      [{ country: 'JP' }, ['country:JP']],
    ];
    for (const [filter, lists] of views)
      for (const limit of [1, 7, 200]) expect(await walk(filter, limit), JSON.stringify(filter)).toEqual(inAll(lists));
  });
});
