import { expect, test } from 'vitest';
import { brandAs } from '@/utils/domain/ids';
import { aDesk, aliexpress, amazon, hour, valueOf } from './desk';

const place = (thread: string, shop = 's1') => ({
  market: amazon,
  shopId: brandAs<'ShopId'>(shop),
  threadKey: brandAs<'ThreadKey'>(thread),
});

test('a draft is there again for the same conversation of the same shop only', async () => {
  const { drafts } = aDesk();
  valueOf(await drafts.save(place('t1'), 'Dear Ann'));
  expect(valueOf(await drafts.load(place('t1')))).toEqual({ text: 'Dear Ann', savedAt: '2026-03-02T09:00:00.000Z' });
  expect(valueOf(await drafts.load(place('t2')))).toBeNull();
  expect(valueOf(await drafts.load(place('t1', 's2')))).toBeNull();
  expect(valueOf(await drafts.load({ ...place('t1'), market: aliexpress }))).toBeNull();
});

test('a draft is forgotten when it was sent or emptied', async () => {
  const { drafts } = aDesk();
  valueOf(await drafts.save(place('t1'), 'a'));
  valueOf(await drafts.drop(place('t1')));
  expect(valueOf(await drafts.load(place('t1')))).toBeNull();
  valueOf(await drafts.save(place('t1'), 'a'));
  valueOf(await drafts.save(place('t1'), '  '));
  expect(valueOf(await drafts.load(place('t1')))).toBeNull();
});

test('a draft is offered until 24 hours have passed', async () => {
  const { drafts, pass } = aDesk();
  valueOf(await drafts.save(place('t1'), 'a'));
  pass(24 * hour - 1);
  expect(valueOf(await drafts.load(place('t1')))).not.toBeNull();
  pass(1);
  expect(valueOf(await drafts.load(place('t1')))).toBeNull();
});

test('purging removes the expired ones from the disk and no others', async () => {
  const { drafts, pass, db } = aDesk();
  valueOf(await drafts.save(place('old'), 'a'));
  pass(20 * hour);
  valueOf(await drafts.save(place('young'), 'b'));
  pass(4 * hour);
  valueOf(await drafts.purge());
  expect((await (await db()).drafts.toArray()).map((row) => row.text)).toEqual(['b']);
});

test('a draft beyond 100,000 characters is refused', async () => {
  const { drafts } = aDesk();
  expect(await drafts.save(place('t1'), 'x'.repeat(100_001))).toEqual({
    ok: false,
    error: { kind: 'invalid', field: 'text' },
  });
});

test('a draft carries its buyer, also when the buyer becomes known after it was begun', async () => {
  const { drafts, db } = aDesk();
  const buyerKey = brandAs<'BuyerKey'>('buyer-1');
  valueOf(await drafts.save({ ...place('known'), buyerKey }, 'a'));
  valueOf(await drafts.save(place('late'), 'b'));
  valueOf(await drafts.save(place('never'), 'c'));
  valueOf(await drafts.load({ ...place('late'), buyerKey }));
  const rows = await (await db()).drafts.toArray();
  expect(Object.fromEntries(rows.map((row) => [row.text, row.buyerKey]))).toEqual({
    a: buyerKey,
    b: buyerKey,
    c: undefined,
  });
});
