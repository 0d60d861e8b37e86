import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { createBuyers } from '@/utils/app/buyers';
import { changing } from '@/utils/app/records';
import { brandAs } from '@/utils/domain/ids';
import { err, ok } from '@/utils/domain/result';
import { lazyDatabase } from '@/utils/platform/db/lazy-database';
import { openDatabase } from '@/utils/platform/db/open-database';
import { aDeskWithBuyer, valueOf, type Desk } from './desk';

const orderId = (id: string) => brandAs<'OrderId'>(id);

/** Everything in the store but the clock, for comparing. */
const contents = async (desk: Pick<Desk, 'db'>) => {
  const db = await desk.db();
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));
};

describe('a change', () => {
  test('leaves nothing when the work throws midway', async () => {
    const desk = await aDeskWithBuyer();
    const before = await contents(desk);
    const failed = await changing(desk.deps, ['buyers'], async (change) => {
      await change.db.buyers.put({ ...desk.buyer, ...change.stamp(desk.shop.id), displayName: 'Half' });
      change.touch(desk.buyer.key, 'words');
      await change.settle();
      throw new RangeError('words');
    });
    expect(failed).toEqual(err({ kind: 'storage-failed', code: 'RangeError' }));
    expect(await contents(desk)).toEqual(before);
  });

  test.each(['buyers', 'orders', 'counters', 'changed'] as const)(
    'leaves nothing half-written when the disk is full at %s, and says so',
    async (name) => {
      const desk = await aDeskWithBuyer();
      const before = await contents(desk);
      const table = (await desk.db())[name];
      const full = () => {
        throw new Dexie.QuotaExceededError();
      };
      table.hook('creating').subscribe(full);
      const order = { orderId: orderId('new'), items: [{ title: 'Lamp' }], country: brandAs<'CountryCode'>('SE') };
      const seen = await desk.buyers.see({ shopId: desk.shop.id, aliases: [], order });
      table.hook('creating').unsubscribe(full);
      expect(seen).toEqual(err({ kind: 'storage-full' }));
      expect(await contents(desk)).toEqual(before);
    },
  );

  test('is a bug when it touches records it has no hold of', async () => {
    const desk = await aDeskWithBuyer();
    const done = await changing(desk.deps, [], async (change) => ok(change.touch(desk.buyer.key)));
    expect(done).toEqual(err({ kind: 'storage-failed', code: 'Error' }));
  });
});

describe('two pages over one store', () => {
  /** The same database once more, as another tab holds it. */
  const another = (desk: Pick<Desk, 'deps' | 'name'>) => {
    const db = lazyDatabase(() => openDatabase(desk.name));
    return createBuyers({ ...desk.deps, db });
  };

  test('lose nothing: tags of both and fields of both stand', async () => {
    const desk = await aDeskWithBuyer();
    const { key: buyerKey } = desk.buyer;
    const tab = another(desk);
    const done = await Promise.all([
      desk.buyers.tag({ keys: [buyerKey], add: ['from here'] }),
      tab.tag({ keys: [buyerKey], add: ['from there'] }),
      desk.buyers.setField({ buyerKey, field: 'fields.colour', value: 'blue', seen: desk.buyer.hlc }),
      tab.setField({ buyerKey, field: 'fields.size', value: '39', seen: desk.buyer.hlc }),
      tab.setField({ buyerKey, field: 'country', value: 'DE', seen: desk.buyer.hlc }),
    ]);
    expect(done.every(({ ok: isOk }) => isOk)).toBe(true);
    expect(await (await desk.db()).buyers.get(buyerKey)).toMatchObject({
      tags: ['from here', 'from there'],
      fields: { colour: 'blue', size: '39' },
      country: 'DE',
    });
  });

  test('hear of a conflict in one field, and of none in another', async () => {
    const desk = await aDeskWithBuyer();
    const { key: buyerKey, hlc: seen } = desk.buyer;
    const tab = another(desk);
    valueOf(await tab.setField({ buyerKey, field: 'fields.colour', value: 'red', seen }));
    const late = valueOf(await desk.buyers.setField({ buyerKey, field: 'fields.colour', value: 'blue', seen }));
    expect(late).toMatchObject({ kind: 'conflict', theirs: 'red', buyer: { fields: { colour: 'red' } } });
    const same = await desk.buyers.setField({ buyerKey, field: 'fields.colour', value: 'red', seen });
    expect(valueOf(same).kind).toBe('saved');
    const elsewhere = await desk.buyers.setField({ buyerKey, field: 'displayName', value: 'Ann', seen });
    expect(valueOf(elsewhere).kind).toBe('saved');
    const anyway = await desk.buyers.setField({ buyerKey, field: 'fields.colour', value: 'blue' });
    expect(valueOf(anyway)).toMatchObject({ kind: 'saved', buyer: { fields: { colour: 'blue' } } });
  });

  test.each([
    ['displayName', 'call +49 171 1234567'],
    ['fields.mail', 'a@example.org'],
  ] as const)('refuse contact data in %s', async (field, value) => {
    const desk = await aDeskWithBuyer();
    expect(await desk.buyers.setField({ buyerKey: desk.buyer.key, field, value })).toEqual(
      err({ kind: 'invalid', field, why: 'contact' }),
    );
  });

  test.each([
    ['country', 'Germany'],
    ['lang', 'not a language'],
    ['signals.wholesale', 'yes'],
    ['fields.x', 'x'.repeat(501)],
  ] as const)('refuse what is no %s', async (field, value) => {
    const desk = await aDeskWithBuyer();
    expect(await desk.buyers.setField({ buyerKey: desk.buyer.key, field, value })).toEqual(
      err({ kind: 'invalid', field }),
    );
  });
});
