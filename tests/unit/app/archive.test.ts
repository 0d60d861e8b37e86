import { describe, expect, test } from 'vitest';
import { archivedPage } from '@/utils/app/buyers/archived-page';
import { createArchive, readArchived, takeOut } from '@/utils/app/buyers/archive';
import { createJoin } from '@/utils/app/buyers/join';
import { movingTables } from '@/utils/app/buyers/record-rows';
import { changing } from '@/utils/app/records';
import { brandAs, type BuyerKey } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import type { BuyerFilter } from '@/utils/app/buyers-api';
import { aBuyerAlias, aDesk, amazon, hour, valueOf, type Desk } from './desk';

const aShop = async (desk: Desk, name = 'Lumen') => valueOf(await desk.shops.add({ marketplace: amazon, name })).id;

const order = (id: string) => ({
  orderId: brandAs<'OrderId'>(id),
  items: [{ title: 'Lamp', quantity: 2 }],
  state: 'delivered' as const,
  orderedOn: '2026-01-10',
  deliveredOn: '2026-01-15',
});

/** Some buyers with an order, a note, a message and a promise each. */
const someBuyers = async (desk: Desk, count: number, shopId?: Awaited<ReturnType<typeof aShop>>) => {
  const shop = shopId ?? (await aShop(desk));
  const keys: BuyerKey[] = [];
  for (let at = 0; at < count; at += 1) {
    const found = await desk.buyers.see({
      shopId: shop,
      aliases: [aBuyerAlias(`B${at}`)],
      order: order(`111-${at}`),
      displayName: `Buyer ${at}`,
    });
    const { key } = valueOf(found).buyer;
    keys.push(key);
    desk.pass(hour);
  }
  return { shop, keys };
};

const furnish = async (desk: Desk, buyerKey: BuyerKey, shopId: Awaited<ReturnType<typeof aShop>>) => {
  const note = valueOf(await desk.notes.addNote({ buyerKey, text: 'likes blue' }));
  const gone = valueOf(await desk.notes.addNote({ buyerKey, text: 'a mistake' }));
  valueOf(await desk.notes.deleteNote({ buyerKey, noteId: gone.id }));
  valueOf(await desk.worklog.write({ what: 'sent', shopId, buyerKey }));
  valueOf(await desk.worklog.keepPromises({ shopId, buyerKey, promises: [{ what: 'refund', dueOn: '2026-03-09' }] }));
  return note;
};

/** Everything of the tables a record lies in, without clocks. */
const rowsIn = async (desk: Desk) => {
  const db = await desk.db();
  const names = ['buyers', 'orders', 'events', 'notes', 'contacts', 'promises', 'followUps', 'counters'] as const;
  const tables: Record<string, readonly object[]> = {};
  for (const name of names) tables[name] = await db.table(name).toArray();
  return tables;
};

const countsOf = async (desk: Desk) => {
  const rows = await (await desk.db()).counters.toArray();
  return Object.fromEntries(rows.map(({ facet, count }) => [facet, count]));
};

const page = async (desk: Desk, filter: BuyerFilter = {}, limit = 500) => {
  const names: (string | undefined)[] = [];
  let cursor: string | undefined;
  do {
    const part = valueOf(await archivedPage(desk.deps, { filter, limit, ...(cursor ? { cursor } : {}) }));
    names.push(...part.lines.map(({ buyer }) => buyer.displayName));
    cursor = part.next;
  } while (cursor !== undefined);
  return names;
};

describe('archiving', () => {
  test('moves a record with everything about it, and back again', async () => {
    const desk = aDesk();
    const { keys, shop } = await someBuyers(desk, 2);
    const [first, second] = keys as [BuyerKey, BuyerKey];
    await furnish(desk, first, shop);
    const archive = createArchive(desk.deps);
    const before = await rowsIn(desk);

    expect(valueOf(await archive.archive({ keys: [first] }))).toEqual([first]);
    const during = await rowsIn(desk);
    for (const table of ['orders', 'notes', 'contacts', 'promises', 'followUps'])
      expect(JSON.stringify(during[table]), table).not.toContain(first);
    expect(during['buyers']).toHaveLength(1);
    expect(during['buyers']?.[0]).toMatchObject({ key: second });
    expect(await countsOf(desk)).toMatchObject({ all: 1, archived: 1, [`shop:${shop}`]: 1 });

    expect(valueOf(await archive.unarchive({ keys: [first] }))).toEqual([first]);
    const after = await rowsIn(desk);
    for (const table of ['orders', 'events', 'notes', 'contacts', 'promises'])
      expect(after[table], table).toEqual(before[table]);
    expect(after['counters']).toEqual(before['counters']);
    expect(after['buyers']?.[0]).toMatchObject({ key: first, archived: 0, displayName: 'Buyer 0' });
    expect(await (await desk.db()).archive.count()).toBe(0);
  });

  test('keeps deleted notes deleted', async () => {
    const desk = aDesk();
    const { keys, shop } = await someBuyers(desk, 1);
    const [key] = keys as [BuyerKey];
    await furnish(desk, key, shop);
    const archive = createArchive(desk.deps);
    valueOf(await archive.archive({ keys }));
    valueOf(await archive.unarchive({ keys }));
    const notes = await (await desk.db()).notes.toArray();
    expect(notes.map(({ deleted }) => deleted).sort()).toEqual([0, 1]);
    expect(valueOf(await desk.buyers.open(key)).notes).toHaveLength(1);
  });

  test('does nothing to records that are archived already, or that nobody knows', async () => {
    const desk = aDesk();
    const { keys } = await someBuyers(desk, 1);
    const archive = createArchive(desk.deps);
    valueOf(await archive.archive({ keys }));
    const before = await (await desk.db()).archive.toArray();
    expect(valueOf(await archive.archive({ keys: [...keys, brandAs<'BuyerKey'>('nobody')] }))).toEqual([]);
    expect(await (await desk.db()).archive.toArray()).toEqual(before);
    expect(await countsOf(desk)).toMatchObject({ archived: 1 });
  });

  test('tells of a single record and writes it down', async () => {
    const desk = aDesk();
    const { keys } = await someBuyers(desk, 1);
    valueOf(await createArchive(desk.deps).archive({ keys }));
    expect(desk.announced.at(-1)).toContain('archive');
    const log = await (await desk.db()).log.where('buyerKey').equals(keys[0]!).toArray();
    expect(log.map(({ what }) => what)).toContain('buyer.archived');
  });

  test('fills packs to a hundred and begins another one then', async () => {
    const desk = aDesk();
    const { keys } = await someBuyers(desk, 130);
    const archive = createArchive(desk.deps);
    for (const key of keys.slice(0, 20)) valueOf(await archive.archive({ keys: [key] }));
    valueOf(await archive.archive({ keys: keys.slice(20) }));
    const packs = await (await desk.db()).archive.toArray();
    expect(packs.map(({ count }) => count)).toEqual([30, 100]);
    expect(await countsOf(desk)).toEqual({ archived: 130 });
  });

  test('tells how far it is and stops between two parts when it is told to', async () => {
    const desk = aDesk();
    const { keys } = await someBuyers(desk, 120);
    const stop = new AbortController();
    const heard: number[] = [];
    const onProgress = ({ done, of }: { readonly done: number; readonly of: number }) => {
      heard.push(done / of);
      stop.abort();
    };
    const moved = valueOf(await createArchive(desk.deps).archive({ keys }, { onProgress, signal: stop.signal }));
    expect(moved).toHaveLength(100);
    expect(heard).toEqual([100 / 120]);
    expect(await countsOf(desk)).toMatchObject({ archived: 100, all: 20 });
  });

  test('takes joined records along, and brings them back together', async () => {
    const desk = aDesk();
    const { keys } = await someBuyers(desk, 3);
    const [root, child, other] = keys as [BuyerKey, BuyerKey, BuyerKey];
    valueOf(await createJoin(desk.deps).join({ keys: [root, child] }));
    const archive = createArchive(desk.deps);
    expect([...valueOf(await archive.archive({ keys: [child] }))].sort()).toEqual([root, child].sort());
    expect(await countsOf(desk)).toMatchObject({ all: 1, archived: 1 });
    expect(await page(desk)).toEqual(['Buyer 0']);
    expect([...valueOf(await archive.unarchive({ keys: [root] }))].sort()).toEqual([root, child].sort());
    expect((await (await desk.db()).buyers.get(child))?.joinedTo).toBe(root);
    expect(await (await desk.db()).buyers.get(other)).toMatchObject({ archived: 0 });
    expect(await countsOf(desk)).toMatchObject({ all: 2 });
  });
});

describe('the list of archived records', () => {
  test('pages from the one archived last to the one archived first, without gaps or repeats', async () => {
    const desk = aDesk();
    const { keys } = await someBuyers(desk, 12);
    const archive = createArchive(desk.deps);
    for (const key of keys) {
      desk.pass(hour);
      valueOf(await archive.archive({ keys: [key] }));
    }
    const expected = keys.map((_, at) => `Buyer ${11 - at}`);
    for (const limit of [1, 3, 5, 12, 50]) expect(await page(desk, {}, limit)).toEqual(expected);
  });

  test('goes on behind a record that was brought back between two pages', async () => {
    const desk = aDesk();
    const { keys } = await someBuyers(desk, 6);
    const archive = createArchive(desk.deps);
    for (const key of keys) valueOf(await archive.archive({ keys: [key] }));
    const first = valueOf(await archivedPage(desk.deps, { filter: {}, limit: 3 }));
    valueOf(await archive.unarchive({ keys: [first.lines[2]!.buyer.key] }));
    const second = valueOf(await archivedPage(desk.deps, { filter: {}, limit: 3, cursor: first.next! }));
    expect(second.lines.map(({ buyer }) => buyer.displayName)).toEqual(['Buyer 2', 'Buyer 1', 'Buyer 0']);
  });

  test('can be narrowed to a shop or a tag', async () => {
    const desk = aDesk();
    const { keys } = await someBuyers(desk, 3);
    const other = await someBuyers(desk, 2, await aShop(desk, 'Other'));
    await (await desk.db()).buyers.update(keys[1]!, { tags: ['VIP'] });
    valueOf(await createArchive(desk.deps).archive({ keys: [...keys, ...other.keys] }));
    expect(await page(desk, { shopId: other.shop })).toHaveLength(2);
    expect(await page(desk, { tag: 'vip' })).toEqual(['Buyer 1']);
    expect(await page(desk, { shopId: other.shop, tag: 'vip' })).toEqual([]);
  });

  test('begins anew with a cursor nobody gave', async () => {
    const desk = aDesk();
    const { keys } = await someBuyers(desk, 2);
    valueOf(await createArchive(desk.deps).archive({ keys }));
    for (const cursor of ['', 'x', '[1,2]', '{}']) {
      const { lines } = valueOf(await archivedPage(desk.deps, { filter: {}, limit: 5, cursor }));
      expect(lines).toHaveLength(2);
    }
  });
});

describe('an archived buyer who shows up again', () => {
  test('is found by an alias in the same shop only, and comes back', async () => {
    const desk = aDesk();
    const { keys, shop } = await someBuyers(desk, 2);
    const elsewhere = await aShop(desk, 'Elsewhere');
    const [key] = keys as [BuyerKey];
    await furnish(desk, key, shop);
    valueOf(await createArchive(desk.deps).archive({ keys }));
    const take = (shopId: typeof shop) =>
      changing(desk.deps, movingTables, async (change) =>
        ok(await takeOut(change, { shopId, aliases: ['order:111-0', 'order:never'] })),
      );
    expect(valueOf(await take(elsewhere))).toEqual([]);
    const [back, ...more] = valueOf(await take(shop));
    expect(more).toEqual([]);
    expect(back).toMatchObject({ key, archived: 0 });
    expect(await countsOf(desk)).toMatchObject({ all: 1, archived: 1 });
    expect(valueOf(await desk.buyers.open(key))).toMatchObject({ notes: [{ text: 'likes blue' }], orders: [{}] });
  });

  test('can be read without being moved', async () => {
    const desk = aDesk();
    const { keys } = await someBuyers(desk, 2);
    valueOf(await createArchive(desk.deps).archive({ keys }));
    const rows = await readArchived(await desk.db(), [keys[1]!]);
    expect(rows.buyers.map(({ displayName }) => displayName)).toEqual(['Buyer 1']);
    expect(rows.orders).toHaveLength(1);
    expect(await countsOf(desk)).toEqual({ archived: 2 });
  });
});
