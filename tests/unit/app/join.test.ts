import { describe, expect, test } from 'vitest';
import { createJoin, suggestionsFor } from '@/utils/app/buyers/join';
import { changing } from '@/utils/app/records';
import { brandAs, type BuyerKey } from '@/utils/domain/ids';
import type { BuyerRow } from '@/utils/domain/records';
import { ok } from '@/utils/domain/result';
import { aDesk, amazon, anOrderAlias, valueOf, type Desk } from './desk';

const CZ = brandAs<'CountryCode'>('CZ');

const aShop = async (desk: Desk, name = 'Lumen') => valueOf(await desk.shops.add({ marketplace: amazon, name })).id;

type Seen = Partial<Parameters<Desk['buyers']['see']>[0]>;

const aBuyer = async (desk: Desk, shopId: Awaited<ReturnType<typeof aShop>>, orderId: string, change: Seen = {}) =>
  valueOf(
    await desk.buyers.see({
      shopId,
      aliases: [anOrderAlias(orderId)],
      displayName: 'Jana Nováková',
      country: CZ,
      ...change,
    }),
  ).buyer.key;

const three = async () => {
  const desk = aDesk();
  const shop = await aShop(desk);
  const keys = [await aBuyer(desk, shop, '1'), await aBuyer(desk, shop, '2'), await aBuyer(desk, shop, '3')] as const;
  return { desk, shop, keys, ...createJoin(desk.deps) };
};

const rowOf = async (desk: Desk, key: BuyerKey): Promise<BuyerRow> => {
  const row = await (await desk.db()).buyers.get(key);
  if (row === undefined) throw new Error(`no record ${key}`);
  return row;
};

const countOf = async (desk: Desk, facet: string) => (await (await desk.db()).counters.get(facet))?.count ?? 0;
const suggested = async (desk: Desk, key: BuyerKey) =>
  (await suggestionsFor(await desk.db(), await rowOf(desk, key))).map(({ buyer }) => buyer.key);

describe('joining records', () => {
  test('makes one of several in the lists, and every record keeps what is its own', async () => {
    const { desk, keys, join } = await three();
    const [a, b] = keys;
    expect(valueOf(await join({ keys: [a, b] }))).toBe(a);
    expect(await rowOf(desk, b)).toMatchObject({ joinedTo: a, aliases: ['order:2'] });
    expect(await countOf(desk, 'all')).toBe(2);
    expect(await countOf(desk, 'country:CZ')).toBe(2);
  });

  test('joins to the root of the first, whatever is joined already', async () => {
    const { desk, keys, join } = await three();
    const [a, b, c] = keys;
    valueOf(await join({ keys: [a, b] }));
    expect(valueOf(await join({ keys: [b, c] }))).toBe(a);
    expect((await rowOf(desk, c)).joinedTo).toBe(a);
    expect(await countOf(desk, 'all')).toBe(1);
  });

  test('writes nothing when they are joined already', async () => {
    const { desk, keys, join } = await three();
    const [a, b] = keys;
    valueOf(await join({ keys: [a, b] }));
    const before = await rowOf(desk, b);
    expect(valueOf(await join({ keys: [b, a] }))).toBe(a);
    expect(await rowOf(desk, b)).toEqual(before);
  });

  test('is taken back by one step, and both stand in the lists again', async () => {
    const { desk, keys, join, separate } = await three();
    const [a, b] = keys;
    valueOf(await join({ keys: [a, b] }));
    valueOf(await separate({ key: b }));
    expect((await rowOf(desk, b)).joinedTo).toBe('');
    expect(await countOf(desk, 'all')).toBe(3);
    expect(await separate({ key: b })).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  test('ends a circle that two machines have made: whoever comes first is the root', async () => {
    const { desk, keys, join } = await three();
    const [a, b, c] = keys;
    const db = await desk.db();
    await db.buyers.bulkUpdate([
      { key: a, changes: { joinedTo: b } },
      { key: b, changes: { joinedTo: a } },
    ]);
    const root = valueOf(await join({ keys: [a, c] }));
    expect([a, b]).toContain(root);
    expect((await rowOf(desk, root)).joinedTo).toBe('');
    expect((await rowOf(desk, c)).joinedTo).toBe(root);
  });

  test('shows a circle that two machines have made as one record, the same on both', async () => {
    const { desk, keys } = await three();
    const [a, b, c] = keys;
    for (const order of [
      [a, b],
      [b, a],
    ]) {
      valueOf(
        await changing(desk.deps, ['buyers'], async ({ db, touch }) => {
          await db.buyers.bulkUpdate([
            { key: a, changes: { joinedTo: b } },
            { key: b, changes: { joinedTo: a } },
          ]);
          for (const key of order) touch(key);
          return ok(null);
        }),
      );
      const root = a < b ? a : b;
      expect(await countOf(desk, 'all')).toBe(2);
      for (const key of [a, b]) expect(valueOf(await desk.buyers.open(key)).buyer.key).toBe(root);
      const page = valueOf(await desk.buyers.page({ filter: {}, limit: 10 }));
      expect(page.lines.map(({ buyer }) => buyer.key).sort()).toEqual([root, c].sort());
    }
  });

  test('crosses shops only when somebody says so', async () => {
    const { desk, keys, join } = await three();
    const elsewhere = await aBuyer(desk, await aShop(desk, 'Other'), '9');
    expect(await join({ keys: [keys[0], elsewhere] })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'acrossShops' },
    });
    expect((await rowOf(desk, elsewhere)).joinedTo).toBeUndefined();
    expect(valueOf(await join({ keys: [keys[0], elsewhere], acrossShops: true }))).toBe(keys[0]);
  });

  test('needs two records, all of them there', async () => {
    const { keys, join } = await three();
    expect(await join({ keys: [keys[0], keys[0]] })).toEqual({ ok: false, error: { kind: 'invalid', field: 'keys' } });
    expect(await join({ keys: [keys[0], brandAs<'BuyerKey'>('nobody')] })).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
  });

  test('lets notes of every one of them be changed where they are shown, and nobody else’s', async () => {
    const { desk, keys, join } = await three();
    const [a, b, c] = keys;
    const add = async (buyerKey: BuyerKey) => valueOf(await desk.notes.addNote({ buyerKey, text: 'blue' })).id;
    const [ofB, another, ofC] = [await add(b), await add(b), await add(c)];
    valueOf(await join({ keys: [a, b] }));
    const edited = await desk.notes.editNote({ buyerKey: a, noteId: ofB, text: 'green' });
    expect(edited).toMatchObject({ ok: true, value: { text: 'green', buyerKey: b } });
    expect((await desk.notes.deleteNote({ buyerKey: a, noteId: another })).ok).toBe(true);
    expect(await desk.notes.editNote({ buyerKey: a, noteId: ofC, text: 'green' })).toMatchObject({ ok: false });
    expect((await rowOf(desk, a)).summary?.notes).toBe(1);
  });

  test('knows all records of a chain as one buyer: their orders, and once they are archived', async () => {
    const { desk, keys, join } = await three();
    const [a, b, c] = keys;
    valueOf(await join({ keys: [b, c] }));
    valueOf(await join({ keys: [a, b] }));
    expect((await rowOf(desk, c)).joinedTo).toBe(b);
    const stranger = await aBuyer(desk, (await rowOf(desk, a)).shopId, '4');
    const orderIds = ['1', '2', '3', '4'];
    expect(valueOf(await desk.buyers.othersOrders({ orderIds, buyerKey: a }))).toEqual(['4']);
    expect(valueOf(await desk.buyers.othersOrders({ orderIds, buyerKey: stranger }))).toEqual(['1', '2', '3']);
    valueOf(await desk.buyers.archive({ keys: [a] }));
    const view = valueOf(await desk.buyers.open(c));
    expect(view.buyer.key).toBe(a);
    expect(view.joined.map(({ key }) => key).sort()).toEqual([b, c].sort());
  });

  test('counts what was written to any of them as written to the buyer', async () => {
    const { desk, keys, join } = await three();
    const [a, b, c] = keys;
    const { shopId } = await rowOf(desk, a);
    const write = async (buyerKey: BuyerKey, kind: 'reply' | 'review-change-request') => {
      desk.pass(1_000);
      valueOf(await desk.worklog.write({ what: 'sent', shopId, buyerKey, kind }));
    };
    await write(b, 'review-change-request');
    await write(a, 'reply');
    await write(c, 'reply');
    valueOf(await join({ keys: [a, b] }));
    const contacts = valueOf(await desk.worklog.contactsOf(a));
    expect(contacts.map(({ kind, buyerKey }) => [kind, buyerKey])).toEqual([
      ['reply', a],
      ['review-change-request', b],
    ]);
  });

  test('tells the pages that show them and writes it down', async () => {
    const { desk, keys, join } = await three();
    valueOf(await join({ keys: [keys[0], keys[1]] }));
    expect(desk.announced.at(-1)).toHaveLength(2);
    const log = await (await desk.db()).log.where('buyerKey').equals(keys[0]).toArray();
    expect(log.at(-1)).toMatchObject({ what: 'buyer.joined', detail: { records: 1 } });
  });
});

describe('who may be the same person', () => {
  test('are namesakes of the same country, whatever the letter case', async () => {
    const { desk, shop, keys } = await three();
    await aBuyer(desk, shop, '4', { displayName: 'Petr Novák' });
    await aBuyer(desk, shop, '5', { country: brandAs<'CountryCode'>('DE') });
    const loud = await aBuyer(desk, shop, '6', { displayName: 'JANA NOVÁKOVÁ' });
    expect([...(await suggested(desk, keys[0]))].sort()).toEqual([keys[1], keys[2], loud].sort());
  });

  test('are at most five', async () => {
    const { desk, shop, keys } = await three();
    for (const id of ['4', '5', '6', '7']) await aBuyer(desk, shop, id);
    expect(await suggested(desk, keys[0])).toHaveLength(5);
  });

  test.each(['J***a', 'J', 'Amazon Customer'])('are not those who are all called %s', async (displayName) => {
    const desk = aDesk();
    const shop = await aShop(desk);
    const [one] = [await aBuyer(desk, shop, '1', { displayName }), await aBuyer(desk, shop, '2', { displayName })];
    expect(await suggested(desk, one)).toEqual([]);
  });

  test('are not those who are joined already, nor asked about as several', async () => {
    const { desk, keys, join } = await three();
    const [a, b, c] = keys;
    valueOf(await join({ keys: [b, c] }));
    expect(await suggested(desk, a)).toEqual([b]);
    valueOf(await join({ keys: [a, b] }));
    for (const key of keys) expect(await suggested(desk, key)).toEqual([]);
  });

  test('are not suggested again once somebody has separated them', async () => {
    const { desk, keys, join, separate } = await three();
    const [a, b, c] = keys;
    valueOf(await join({ keys: [a, b] }));
    valueOf(await separate({ key: b }));
    expect(await suggested(desk, a)).toEqual([c]);
    expect(await suggested(desk, b)).toEqual([c]);
  });

  test('are not suggested again once somebody has said they are two people', async () => {
    const { desk, keys, notSame } = await three();
    const [a, b, c] = keys;
    valueOf(await notSame({ keys: [b, a] }));
    expect(await suggested(desk, a)).toEqual([c]);
    expect(await suggested(desk, b)).toEqual([c]);
    expect(await notSame({ keys: [a, a] })).toEqual({ ok: false, error: { kind: 'invalid', field: 'keys' } });
  });

  test('are those who share a number, first of all', async () => {
    const { desk, keys } = await three();
    const [a, , c] = keys;
    await (await desk.db()).buyers.update(c, { aliases: ['order:3', 'order:1'], displayName: 'Somebody Else' });
    expect(await suggested(desk, a)).toEqual([c, keys[1]]);
  });
});
