import { describe, expect, test } from 'vitest';
import { createArchive } from '@/utils/app/buyers/archive';
import { prepareIndex } from '@/utils/app/buyers/search-prepare';
import { changing } from '@/utils/app/records';
import { fullSummary } from '@/utils/domain/customers/summary';
import { createRetention } from '@/utils/app/retention';
import { brandAs, type BuyerKey, type Instant, type MarketId } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import { aBuyerAlias, aDesk, aliexpress, amazon, anOrderAlias, valueOf, type Desk } from './desk';

const days = (count: number) => count * 24 * 60 * 60 * 1000;
const none = { contacts: 0, evaluations: 0, identities: 0, examples: [] };

/** Retention on a day of our choice; the clock of the desk stands still. */
const on = (desk: Desk, today: string) => createRetention({ ...desk.deps, today: () => today });

const aShop = async (desk: Desk, market: MarketId = amazon) =>
  valueOf(await desk.shops.add({ marketplace: market, name: `Lumen ${market}` })).id;

/** A buyer with an order that was delivered on a day, a message, a feedback and a note. */
const aBuyer = async (desk: Desk, name: string, { deliveredOn = '2026-03-01', market = amazon } = {}) => {
  const shopId = await aShop(desk, market);
  const orderId = brandAs<'OrderId'>(`111-${name}`);
  const order = { orderId, items: [{ title: 'Lamp', quantity: 3 }], state: 'delivered', deliveredOn } as const;
  const country = brandAs<'CountryCode'>('DE');
  const seen = { shopId, aliases: [aBuyerAlias(`B-${name}`)], displayName: `Ann ${name}`, country, order };
  const { key } = valueOf(await desk.buyers.see(seen)).buyer;
  valueOf(await desk.notes.addNote({ buyerKey: key, text: `Ann ${name} likes blue; order ${orderId}` }));
  valueOf(
    await changing(desk.deps, ['buyers'], async ({ db, stamp, touch }) => {
      const row = { ...stamp(shopId), buyerKey: key, orderId };
      await db.contacts.add({ ...row, id: `c-${name}`, kind: 'reply', at: '2026-03-01T10:00:00.000Z' as Instant });
      await db.events.bulkAdd([
        { ...row, id: `${shopId}:feedback:${orderId}`, kind: 'feedback', stars: 1, at: '2026-03-01' },
        { ...row, id: `${shopId}:return:R-${name}`, eventId: `R-${name}`, kind: 'return', at: '2026-03-01' },
      ]);
      touch(key);
      return ok(null);
    }),
  );
  return { key, shopId, seen };
};

const dump = async (desk: Desk): Promise<string> => {
  const db = await desk.db();
  const names = ['buyers', 'orders', 'events', 'notes', 'contacts', 'promises', 'followUps', 'archive', 'counters'];
  return JSON.stringify(await Promise.all(names.map((name) => db.table(name).toArray())));
};

const rowOf = async (desk: Desk, key: BuyerKey) => (await desk.db()).buyers.get(key);

describe('where nothing is stored yet', () => {
  test('nothing would be removed, and nothing is', async () => {
    const desk = aDesk();
    const retention = on(desk, '2030-01-01');
    expect(valueOf(await retention.preview())).toEqual(none);
    expect(valueOf(await retention.purge())).toEqual(none);
    expect(await (await desk.db()).log.count()).toBe(0);
  });
});

describe('what is kept', () => {
  test('is decided by law and custom until somebody decides otherwise', async () => {
    const desk = aDesk();
    const retention = on(desk, '2026-03-02');
    expect(valueOf(await retention.read())).toEqual({
      contactMonths: 13,
      evaluationMonths: 13,
      identityDays: { amazon: 30, aliexpress: 395, other: 395 },
      notRecorded: [],
    });
    const changed = valueOf(await retention.write({ contactMonths: 6, identityDays: { aliexpress: 90 } }));
    expect(changed).toMatchObject({ contactMonths: 6, identityDays: { amazon: 30, aliexpress: 90, other: 395 } });
    expect(valueOf(await retention.read())).toEqual(changed);
    expect(desk.announced.at(-1)).toEqual(['settings']);
  });

  test('is longer on Amazon only with a reason', async () => {
    const desk = aDesk();
    const retention = on(desk, '2026-03-02');
    expect(await retention.write({ identityDays: { amazon: 60 } })).toEqual({
      ok: false,
      error: { kind: 'invalid', field: 'reason' },
    });
    valueOf(await retention.write({ identityDays: { amazon: 60 }, reason: ' Tax audit ' }));
    expect(valueOf(await retention.read())).toMatchObject({ identityDays: { amazon: 60 }, reason: 'Tax audit' });
  });

  test('falls back to the defaults when the store holds nonsense', async () => {
    const desk = aDesk();
    await aShop(desk);
    const db = await desk.db();
    const [row] = await db.settings.toArray();
    await db.settings.put({ ...row!, name: 'retention', value: { contactMonths: 'x' } });
    expect(valueOf(await on(desk, '2026-03-02').read()).contactMonths).toBe(13);
  });

  test('is nothing on marketplaces that are not recorded', async () => {
    const desk = aDesk();
    const retention = on(desk, '2026-03-02');
    expect(await retention.isRecorded(amazon)).toBe(true);
    valueOf(await retention.write({ notRecorded: [amazon] }));
    expect([await retention.isRecorded(amazon), await retention.isRecorded(aliexpress)]).toEqual([false, true]);
  });
});

describe('contacts and evaluations', () => {
  test.each([
    ['2027-04-01', 0],
    ['2027-04-02', 1],
  ])('are kept for thirteen months and not a day more (%s)', async (today, gone) => {
    const desk = aDesk();
    await aBuyer(desk, 'one', { market: aliexpress });
    const retention = on(desk, today);
    const expected = { contacts: gone, evaluations: gone };
    expect(valueOf(await retention.preview())).toMatchObject(expected);
    expect(valueOf(await retention.purge())).toMatchObject(expected);
    const db = await desk.db();
    expect(await db.contacts.count()).toBe(1 - gone);
    // Returns are no evaluations: what was sold and came back stays.
    expect((await db.events.toArray()).map(({ kind }) => kind).sort()).toEqual(
      gone ? ['return'] : ['feedback', 'return'],
    );
  });

  test('take their figures along', async () => {
    const desk = aDesk();
    const { key } = await aBuyer(desk, 'one', { market: aliexpress });
    expect(fullSummary((await rowOf(desk, key))?.summary)).toMatchObject({ messages: 1, bad: 1, returns: 1 });
    valueOf(await on(desk, '2027-05-01').purge());
    expect(fullSummary((await rowOf(desk, key))?.summary)).toMatchObject({ messages: 0, bad: 0, returns: 1 });
  });

  test('are removed in parts, however many there are', async () => {
    const desk = aDesk();
    const { key, shopId } = await aBuyer(desk, 'one', { market: aliexpress });
    const db = await desk.db();
    const [contact] = await db.contacts.toArray();
    await db.contacts.bulkAdd(Array.from({ length: 1_200 }, (_, at) => ({ ...contact!, id: `more-${at}` })));
    expect(valueOf(await on(desk, '2027-05-01').purge()).contacts).toBe(1_201);
    expect(await db.contacts.where('[buyerKey+at]').between([key], [key, []]).count()).toBe(0);
    expect((await db.buyers.get(key))?.shopId).toBe(shopId);
  });

  test('stay for ever when the desk wants it', async () => {
    const desk = aDesk();
    await aBuyer(desk, 'one', { market: aliexpress });
    const retention = on(desk, '2040-01-01');
    valueOf(await retention.write({ contactMonths: null, evaluationMonths: null, identityDays: { aliexpress: null } }));
    expect(valueOf(await retention.purge())).toEqual(none);
  });
});

describe('names and numbers', () => {
  test.each([
    ['2026-03-31', 0],
    ['2026-04-01', 1],
  ])('on Amazon are kept for thirty days after the delivery (%s)', async (today, gone) => {
    const desk = aDesk();
    await aBuyer(desk, 'one');
    const retention = on(desk, today);
    expect(valueOf(await retention.preview())).toEqual({
      ...none,
      identities: gone,
      examples: gone ? ['Ann one'] : [],
    });
    expect(valueOf(await retention.purge()).identities).toBe(gone);
    expect(/Ann one|111-one|B-one|R-one/.test(await dump(desk))).toBe(gone === 0);
  });

  test('leave figures, country, products and what was written beside them', async () => {
    const desk = aDesk();
    const { key, shopId } = await aBuyer(desk, 'one');
    const before = await rowOf(desk, key);
    valueOf(await on(desk, '2026-05-01').purge());
    const after = await rowOf(desk, key);
    expect(after?.summary).toEqual(before?.summary);
    expect(after).toMatchObject({ country: 'DE', shopId });
    expect(after?.displayName).toBeUndefined();
    expect(after?.aliases.every((alias) => /^hash:[\w-]{43}$/.test(alias))).toBe(true);
    const db = await desk.db();
    expect((await db.notes.toArray())[0]?.text).toBe('… likes blue; order …');
    const [order] = await db.orders.toArray();
    expect(order).toMatchObject({ items: [{ title: 'Lamp', quantity: 3 }], deliveredOn: '2026-03-01', buyerKey: key });
    expect(after?.aliases).toContain(order?.orderId);
    expect(await db.counters.get('country:DE')).toEqual({ facet: 'country:DE', count: 1 });
  });

  test('go out of the search too', async () => {
    const desk = aDesk();
    await aBuyer(desk, 'zanzibar');
    const db = await desk.db();
    await prepareIndex(db, {});
    const parts = async () => {
      const bytes = (await db.searchParts.toArray()).flatMap(({ value }) => Object.values(value as object));
      return bytes
        .map((one: unknown) => (ArrayBuffer.isView(one) ? new TextDecoder().decode(one as Uint8Array) : String(one)))
        .join(' ');
    };
    expect(await parts()).toContain('zanzibar');
    valueOf(await on(desk, '2026-05-01').purge());
    expect(await parts()).not.toContain('zanzibar');
  });

  test('come back with the buyer, as the same record', async () => {
    const desk = aDesk();
    const { key, seen } = await aBuyer(desk, 'one');
    valueOf(await on(desk, '2026-05-01').purge());
    desk.pass(days(60));
    const again = valueOf(await desk.buyers.see({ ...seen, aliases: [aBuyerAlias('B-one'), anOrderAlias('111-new')] }));
    expect(again).toMatchObject({ isNew: false, buyer: { key } });
    expect(await (await desk.db()).orders.where('buyerKey').equals(key).count()).toBe(1);
  });

  test('elsewhere are kept for thirteen months after the buyer was seen last', async () => {
    const desk = aDesk();
    await aBuyer(desk, 'one', { market: aliexpress, deliveredOn: '2025-01-01' });
    // Seen on 2026-03-02; 395 days later is 2027-04-01.
    expect(valueOf(await on(desk, '2027-04-01').preview()).identities).toBe(0);
    expect(valueOf(await on(desk, '2027-04-02').preview()).identities).toBe(1);
  });

  test('are taken once: the next purge finds nothing', async () => {
    const desk = aDesk();
    await aBuyer(desk, 'one');
    const retention = on(desk, '2026-05-01');
    valueOf(await retention.purge());
    expect(valueOf(await retention.preview())).toEqual(none);
  });

  test('are named in the preview, five at most', async () => {
    const desk = aDesk();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await aBuyer(desk, name);
    const { identities, examples } = valueOf(await on(desk, '2026-05-01').preview());
    expect(identities).toBe(7);
    expect(examples).toHaveLength(5);
    expect(await dump(desk)).toContain('Ann a');
  });
});

describe('archived records', () => {
  test('lose what is over where they lie', async () => {
    const desk = aDesk();
    const { key } = await aBuyer(desk, 'one');
    const { key: kept } = await aBuyer(desk, 'two', { deliveredOn: '2027-04-20' });
    valueOf(await createArchive(desk.deps).archive({ keys: [key, kept] }));
    const retention = on(desk, '2027-05-01');
    const expected = { contacts: 2, evaluations: 2, identities: 1, examples: ['Ann one'] };
    expect(valueOf(await retention.preview())).toEqual(expected);
    expect(valueOf(await retention.purge())).toEqual(expected);
    const text = await dump(desk);
    expect(text).not.toMatch(/Ann one|111-one|B-one|R-one/);
    expect(text).toMatch(/Ann two/);
    expect(valueOf(await retention.preview())).toEqual(none);
    valueOf(await createArchive(desk.deps).unarchive({ keys: [key] }));
    expect(fullSummary((await rowOf(desk, key))?.summary)).toMatchObject({ orders: 1, quantity: 3, messages: 0 });
  });
});

describe('an archived record of which only hashes are left', () => {
  test('comes back with the buyer, also when no other record is like it', async () => {
    const desk = aDesk();
    const { key, seen } = await aBuyer(desk, 'one');
    valueOf(await createArchive(desk.deps).archive({ keys: [key] }));
    valueOf(await on(desk, '2027-05-01').purge());
    const again = valueOf(await desk.buyers.see(seen));
    expect(again).toMatchObject({ isNew: false, buyer: { key, archived: 0 } });
    expect(await (await desk.db()).buyers.count()).toBe(1);
  });
});

describe('the purge', () => {
  test('tells how far it is, and stops when it is told to', async () => {
    const desk = aDesk();
    const { key } = await aBuyer(desk, 'one');
    const { key: archived } = await aBuyer(desk, 'two');
    valueOf(await createArchive(desk.deps).archive({ keys: [archived] }));
    const heard: unknown[] = [];
    const stop = new AbortController();
    const onProgress = (progress: unknown) => {
      heard.push(progress);
      stop.abort();
    };
    const report = valueOf(await on(desk, '2026-05-01').purge({ onProgress, signal: stop.signal }));
    expect(heard).toEqual([{ done: 1, of: 2 }]);
    expect(report.identities).toBe(1);
    expect((await rowOf(desk, key))?.displayName).toBeUndefined();
    expect(await dump(desk)).toContain('Ann two');
  });

  test('writes down how much it has removed, and of whom it does not', async () => {
    const desk = aDesk();
    await aBuyer(desk, 'one');
    valueOf(await on(desk, '2026-05-01').purge());
    const line = (await (await desk.db()).log.toArray()).find(({ what }) => what === 'retention.purged');
    expect(line?.detail).toEqual({ contacts: 0, evaluations: 0, identities: 1 });
    expect(line?.buyerKey).toBeUndefined();
  });

  test('runs by itself once a day', async () => {
    const desk = aDesk();
    await aBuyer(desk, 'one');
    valueOf(await on(desk, '2026-12-31').purgeDaily());
    expect(await dump(desk)).not.toContain('Ann one');
    await aBuyer(desk, 'two');
    valueOf(await on(desk, '2026-12-31').purgeDaily());
    expect(await dump(desk)).toContain('Ann two');
    valueOf(await on(desk, '2027-01-01').purgeDaily());
    expect(await dump(desk)).not.toContain('Ann two');
  });

  test('knows the day on which it looked at everything, also while it looks again', async () => {
    const desk = aDesk();
    await aBuyer(desk, 'one');
    const lastRun = async () => valueOf(await on(desk, '').lastRun());
    expect(await lastRun()).toBeNull();
    const stopped = new AbortController();
    stopped.abort();
    valueOf(await on(desk, '2026-03-04').purge({ signal: stopped.signal }));
    expect(await lastRun()).toBeNull();
    valueOf(await on(desk, '2026-03-05').purgeDaily());
    expect(await lastRun()).toBe('2026-03-05');
    const db = await desk.db();
    const row = await db.settings.get('retentionRun');
    const value = { day: '2026-03-06', after: 'x', isDone: false, before: '2026-03-05' };
    await db.settings.put({ ...row!, value });
    expect(await lastRun()).toBe('2026-03-05');
    valueOf(await on(desk, '2026-03-07').purge());
    expect(await lastRun()).toBe('2026-03-07');
  });

  test('goes on the same day behind the record it had reached', async () => {
    const desk = aDesk();
    const { key } = await aBuyer(desk, 'one');
    const db = await desk.db();
    const [row] = await db.settings.toArray();
    await db.settings.put({ ...row!, name: 'retentionRun', value: { day: '2026-05-01', after: key, isDone: false } });
    valueOf(await on(desk, '2026-05-01').purgeDaily());
    expect((await rowOf(desk, key))?.displayName).toBe('Ann one');
    valueOf(await on(desk, '2026-05-02').purgeDaily());
    expect((await rowOf(desk, key))?.displayName).toBeUndefined();
  });
});
