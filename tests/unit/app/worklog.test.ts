import { expect, test } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { aDesk, aDeskWithBuyer, valueOf } from './desk';

test('a sent message is a line and a contact, with codes and no words', async () => {
  const { worklog, db, buyer, shop } = await aDeskWithBuyer();
  const orderId = brandAs<'OrderId'>('111-1');
  valueOf(
    await worklog.write({
      what: 'sent',
      shopId: shop.id,
      buyerKey: buyer.key,
      orderId,
      templateId: 'late.apology',
      lang: 'de',
    }),
  );
  const store = await db();
  expect((await store.log.toArray()).at(-1)).toMatchObject({
    what: 'message.sent',
    shopId: shop.id,
    buyerKey: buyer.key,
    detail: { templateId: 'late.apology', lang: 'de' },
  });
  expect(await store.contacts.toArray()).toMatchObject([
    { buyerKey: buyer.key, orderId, kind: 'late.apology', lang: 'de', at: '2026-03-02T09:00:00.000Z', shopId: shop.id },
  ]);
});

test('a message written by hand is a contact of its own kind', async () => {
  const { worklog, db, buyer, shop } = await aDeskWithBuyer();
  valueOf(await worklog.write({ what: 'sent', shopId: shop.id, buyerKey: buyer.key }));
  expect(await (await db()).contacts.toArray()).toMatchObject([{ kind: 'message' }]);
});

test('inserting or copying is no contact, nor is sending to someone unknown', async () => {
  const { worklog, db, buyer, shop } = await aDeskWithBuyer();
  valueOf(await worklog.write({ what: 'inserted', shopId: shop.id, buyerKey: buyer.key }));
  valueOf(await worklog.write({ what: 'copied' }));
  valueOf(await worklog.write({ what: 'sent', shopId: shop.id }));
  expect(await (await db()).contacts.count()).toBe(0);
});

test.each([
  ['templateId', { templateId: 'Dear Ann, here is my address' }],
  ['lang', { lang: 'Dear Ann' }],
])('words do not fit into the %s of a line', async (field, part) => {
  const { worklog } = aDesk();
  expect(await worklog.write({ what: 'sent', ...part })).toEqual({ ok: false, error: { kind: 'invalid', field } });
});
