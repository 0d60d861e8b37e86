import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readEverything } from '@/utils/app/backup';
import { aliasHashes } from '@/utils/app/buyers/alias-hash';
import { createArchive } from '@/utils/app/buyers/archive';
import { copyBuyer } from '@/utils/app/buyers/copy';
import { createForget, isForgotten } from '@/utils/app/buyers/forget';
import { createJoin } from '@/utils/app/buyers/join';
import { prepareIndex } from '@/utils/app/buyers/search-prepare';
import { createWaiting } from '@/utils/app/follow-ups/waiting';
import { keepList } from '@/utils/app/keep-list';
import { changing } from '@/utils/app/records';
import { brandAs, type BuyerKey } from '@/utils/domain/ids';
import { ok } from '@/utils/domain/result';
import { announceChange, buyerTopic } from '@/utils/platform/settings/change-signal';
import { keepTypedValues, readTypedValues } from '@/utils/platform/settings/typed-values';
import { writeTabBuyer } from '@/utils/platform/tab-buyers';
import { aBuyerAlias, aDesk, amazon, anOrderAlias, valueOf, type Desk } from './desk';

beforeEach(() => fakeBrowser.reset());

/** A word that stands nowhere else, in whatever letter case. */
const MARK = 'qzxvmarker';
const has = (text: string) => text.toLowerCase().includes(MARK);

const thread = (name: string) => ({
  market: amazon,
  shopId: brandAs<'ShopId'>(''),
  threadKey: brandAs<'ThreadKey'>(name),
});

/** A buyer with something in every place where anything about a buyer can be. */
const fill = async (desk: Desk, at: string) => {
  const shop = valueOf(await desk.shops.add({ marketplace: amazon, name: `Shop ${at}` }));
  const shopId = shop.id;
  const orderId = brandAs<'OrderId'>(`111-${MARK}-${at}`);
  const order = { orderId, items: [{ title: `Lamp ${MARK}` }], state: 'delivered', deliveredOn: '2026-02-20' } as const;
  const seen = { shopId, aliases: [aBuyerAlias(`B${MARK}${at}`)], displayName: `Ann ${MARK}`, order };
  const { key } = valueOf(await desk.buyers.see(seen)).buyer;
  valueOf(await desk.notes.addNote({ buyerKey: key, text: `a note of ${MARK}` }));
  const gone = valueOf(await desk.notes.addNote({ buyerKey: key, text: `another of ${MARK}` }));
  valueOf(await desk.notes.deleteNote({ buyerKey: key, noteId: gone.id }));
  valueOf(await desk.worklog.write({ what: 'sent', shopId, buyerKey: key, orderId }));
  valueOf(
    await desk.worklog.keepPromises({ shopId, buyerKey: key, promises: [{ what: 'refund', dueOn: '2026-03-09' }] }),
  );
  valueOf(await desk.drafts.save({ ...thread(`case:${at}`), buyerKey: key }, `Dear ${MARK}`));
  valueOf(await desk.drafts.save(thread(`order:${orderId}`), 'begun before anybody knew'));
  valueOf(await desk.drafts.save(thread(`case:early-${at}`), `Dear Ann ${MARK}, thank you`));
  const filled = await changing(desk.deps, ['buyers', 'entries'], async ({ db, stamp, touch, now }) => {
    const row = stamp(shopId);
    const tags = [`tag ${MARK}`];
    await db.buyers.update(key, { tags, fields: { colour: `blue ${MARK}` }, signals: { sample: '2026-03-01' } });
    touch(key, 'words');
    const event = { ...row, buyerKey: key, orderId, at: '2026-02-25' };
    await db.events.bulkAdd([
      {
        ...event,
        id: `${shopId}:return:R-${MARK}${at}`,
        eventId: `R-${MARK}${at}`,
        kind: 'return',
        reason: `too ${MARK}`,
      },
      { ...row, id: `${shopId}:feedback:${orderId}`, kind: 'feedback', orderId, at: '2026-02-26', stars: 1 },
    ]);
    await db.followUps.put({
      ...row,
      id: `${shopId}:sample:${orderId}`,
      buyerKey: key,
      kind: 'sample',
      orderId,
      dueAt: now,
      done: 1,
    });
    await db.entries.put({
      ...row,
      id: `entry-${at}`,
      day: '2026-03-02',
      at: now,
      department: 'problem',
      severity: 'low',
      text: `Ann ${MARK} says the lamp of order ${orderId} hums`,
      count: 1,
    } as never);
    return ok(null);
  });
  valueOf(filled);
  valueOf(await desk.buyers.saveView({ name: `Ann ${MARK}`, filter: { search: `ann ${MARK}`, shopId } }));
  await keepTypedValues({ market: amazon, thread: brandAs<'ThreadKey'>(`case:${at}`), buyerKey: key }, { name: MARK });
  await keepTypedValues({ market: amazon, thread: brandAs<'ThreadKey'>('x') }, { name: `Ann ${MARK}` });
  await writeTabBuyer(1, key);
  await announceChange([buyerTopic(key)]);
  return { shopId, key, orderId, seen };
};

/** Another buyer, who stays. */
const somebodyElse = async (desk: Desk) => {
  const shop = valueOf(await desk.shops.add({ marketplace: amazon, name: 'Other' }));
  const found = await desk.buyers.see({ shopId: shop.id, aliases: [anOrderAlias('222-9')], displayName: 'Petr Novák' });
  const { key } = valueOf(found).buyer;
  valueOf(await desk.notes.addNote({ buyerKey: key, text: 'stays' }));
  valueOf(await desk.drafts.save({ ...thread('case:other'), buyerKey: key }, 'Dear Petr'));
  valueOf(await desk.drafts.save(thread('case:nobody'), 'Hello'));
  await keepTypedValues({ market: amazon, thread: brandAs<'ThreadKey'>('other'), buyerKey: key }, { size: '39' });
  return key;
};

/** Every place the program keeps anything in, as text; the search parts unpacked from their bytes too. */
const everywhere = async (desk: Desk): Promise<Readonly<Record<string, string>>> => {
  const db = await desk.db();
  const places: Record<string, string> = {};
  for (const table of db.tables) places[table.name] = JSON.stringify(await table.toArray(), asText);
  places['session'] = JSON.stringify(await browser.storage.session.get(null));
  places['local'] = JSON.stringify(await browser.storage.local.get(null));
  places['backup'] = JSON.stringify(valueOf(await readEverything(desk.deps)), asText);
  return places;
};

const asText = (_: string, value: unknown): unknown => {
  if (!ArrayBuffer.isView(value)) return value;
  const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return [new TextDecoder('latin1').decode(bytes), new TextDecoder('utf-16le').decode(bytes)].join(' ');
};

const placesWith = async (desk: Desk, isThere = has) =>
  Object.entries(await everywhere(desk))
    .filter(([, text]) => isThere(text))
    .map(([name]) => name)
    .sort();

const error = (kind: string, more: object = {}) => ({ ok: false, error: { kind, ...more } });

describe('forgetting a buyer', () => {
  test('leaves their name, numbers and words nowhere', async () => {
    const desk = aDesk();
    const other = await somebodyElse(desk);
    const { key } = await fill(desk, '1');
    await prepareIndex(await desk.db(), {});
    valueOf(await desk.notes.addNote({ buyerKey: key, text: `written after the index: ${MARK}` }));
    const filled = ['buyers', 'counters', 'drafts', 'entries', 'events', 'followUps', 'notes', 'orders', 'contacts'];
    const before = await placesWith(desk);
    expect(before).toEqual(expect.arrayContaining([...filled, 'backup', 'searchParts', 'session']));

    valueOf(await createForget(desk.deps).forget({ keys: [key] }));

    expect(await placesWith(desk)).toEqual([]);
    // Whose line of the log it was, what had changed and what was promised goes as well: only the mark knows the key.
    const named = await placesWith(desk, (text) => text.includes(key));
    expect(named.filter((place) => place !== 'session')).toEqual(['backup', 'buyers']);
    expect(
      await (await desk.db()).notes.where('[buyerKey+deleted+createdAt]').between([other], [other, []]).count(),
    ).toBe(1);
  });

  test('leaves it nowhere when the record was archived, either', async () => {
    const desk = aDesk();
    const { key } = await fill(desk, '1');
    valueOf(await createArchive(desk.deps).archive({ keys: [key] }));
    await prepareIndex(await desk.db(), {});
    expect(await placesWith(desk)).toEqual(expect.arrayContaining(['archive', 'searchParts']));
    valueOf(await createForget(desk.deps).forget({ keys: [key] }));
    expect(await placesWith(desk)).toEqual([]);
    const counts = await (await desk.db()).counters.toArray();
    expect(counts).toEqual([]);
  });

  test('takes the records along that were joined to theirs', async () => {
    const desk = aDesk();
    const [one, two] = [await fill(desk, '1'), await fill(desk, '2')];
    valueOf(await createJoin(desk.deps).join({ keys: [one.key, two.key], acrossShops: true }));
    valueOf(await createForget(desk.deps).forget({ keys: [two.key] }));
    expect(await placesWith(desk)).toEqual([]);
    const left = await (await desk.db()).buyers.toArray();
    expect(left.map(({ forgotten, joinedTo }) => [forgotten, joinedTo])).toEqual([
      [1, undefined],
      [1, undefined],
    ]);
  });

  test('leaves everybody else as they were', async () => {
    const desk = aDesk();
    const other = await somebodyElse(desk);
    const db = await desk.db();
    const rowBefore = await db.buyers.get(other);
    const { key } = await fill(desk, '1');
    valueOf(await createForget(desk.deps).forget({ keys: [key] }));
    expect(await db.buyers.get(other)).toEqual(rowBefore);
    expect((await db.drafts.toArray()).map(({ text }) => text).sort()).toEqual(['Dear Petr', 'Hello']);
    expect(await readTypedValues(amazon, brandAs<'ThreadKey'>('other'))).toEqual({ size: '39' });
    const counts = Object.fromEntries((await db.counters.toArray()).map(({ facet, count }) => [facet, count]));
    expect(counts).toMatchObject({ all: 1 });
  });

  test('keeps what was done in the log, and in the entries what was wrong', async () => {
    const desk = aDesk();
    const { key, shopId } = await fill(desk, '1');
    const lines = await (await desk.db()).log.count();
    valueOf(await createForget(desk.deps).forget({ keys: [key] }));
    const db = await desk.db();
    expect(await db.log.count()).toBe(lines + 1);
    expect((await db.log.toArray()).at(-1)).toMatchObject({ what: 'buyer.forgotten', shopId, detail: { records: 1 } });
    expect((await db.entries.get('entry-1'))?.text).toBe('… says the lamp of order … hums');
  });

  test('says in an entry that its words were changed, so that no other copy brings the name back', async () => {
    const desk = aDesk();
    const { key } = await fill(desk, '1');
    const db = await desk.db();
    const before = await db.entries.get('entry-1');
    await db.entries.update('entry-1', { born: before!.hlc, clocks: { text: before!.hlc } });
    valueOf(await createForget(desk.deps).forget({ keys: [key] }));
    const after = await db.entries.get('entry-1');
    expect(after?.clocks).toEqual({ text: after!.hlc });
    expect(after!.hlc > before!.hlc).toBe(true);
  });

  test('takes their name and numbers out of the saved views', async () => {
    const desk = aDesk();
    const { key, shopId, orderId } = await fill(desk, '1');
    const save = async (search: string, more = {}) =>
      valueOf(await desk.buyers.saveView({ name: `View of ${search}`, filter: { search, ...more } }));
    for (const search of [`Ann ${MARK}`, 'ann', orderId, 'annex', 'lamp', `lamp ann ${MARK}`]) await save(search);
    await save(`ANN  ${MARK}`, { tag: 'vip' });
    valueOf(await createForget(desk.deps).forget({ keys: [key] }));
    expect(valueOf(await desk.buyers.savedViews()).map(({ name, filter }) => [name, filter])).toEqual([
      ['…', { shopId }],
      ['View of annex', { search: 'annex' }],
      ['View of lamp', { search: 'lamp' }],
      ['View of lamp …', { search: 'lamp' }],
      ['View of …', { tag: 'vip' }],
    ]);
  });

  test('leaves a mark by which their pages are known, and no one can read it back', async () => {
    const desk = aDesk();
    const { key, orderId } = await fill(desk, '1');
    valueOf(await createForget(desk.deps).forget({ keys: [key] }));
    const db = await desk.db();
    const mark = await db.buyers.get(key);
    expect(mark).toMatchObject({ forgotten: 1, deleted: 1, tags: [], archived: 0 });
    expect(Object.keys(mark ?? {}).sort()).toEqual(
      'aliases archived authorId deleted forgotten hlc key lastSeen origin shopId tags'.split(' '),
    );
    expect(mark?.aliases).toHaveLength(2);
    for (const alias of mark?.aliases ?? []) expect(alias).toMatch(/^hash:[\w-]{43}$/);
    const hashes = valueOf(await aliasHashes(desk.deps, [`order:${orderId}`, 'order:222-9']));
    expect(await isForgotten(db, hashes.slice(0, 1))).toBe(true);
    expect(await isForgotten(db, hashes.slice(1))).toBe(false);
  });

  test('can be done twice, and for nobody, without harm', async () => {
    const desk = aDesk();
    const { key } = await fill(desk, '1');
    const { forget } = createForget(desk.deps);
    valueOf(await forget({ keys: [key] }));
    const before = await (await desk.db()).buyers.get(key);
    valueOf(await forget({ keys: [key, brandAs<'BuyerKey'>('nobody')] }));
    expect(await (await desk.db()).buyers.get(key)).toEqual(before);
    expect(await forget({ keys: Array.from({ length: 201 }, (_, at) => `k${at}` as BuyerKey) })).toEqual(
      error('invalid', { field: 'keys' }),
    );
  });

  test('is not undone by a page that was open meanwhile', async () => {
    const desk = aDesk();
    const { key, shopId, orderId, seen } = await fill(desk, '1');
    valueOf(await createForget(desk.deps).forget({ keys: [key] }));
    expect(await desk.drafts.save({ ...thread('case:1'), buyerKey: key }, `Dear ${MARK}`)).toEqual(error('forgotten'));
    expect(await desk.notes.addNote({ buyerKey: key, text: MARK })).toEqual(error('not-found'));
    valueOf(await desk.worklog.write({ what: 'sent', shopId, buyerKey: key, orderId }));
    valueOf(await desk.worklog.escalated({ kind: 'fire', shopId, buyerKey: key }));
    const promises = [{ what: 'refund', dueOn: '2026-03-09' }] as const;
    expect(await desk.worklog.keepPromises({ shopId, buyerKey: key, promises })).toEqual(error('forgotten'));
    const lastMessage = { text: '', at: '2026-03-02T08:00:00.000Z' };
    const request = { page: 'thread', direction: 'reply', lastMessage, ownMessages: 0, order: seen.order } as const;
    await createWaiting(desk.deps).opened({ request, shopId, buyerKey: key });
    expect(await desk.buyers.see(seen)).toEqual(error('forgotten'));
    const view = await keepList(desk.deps, {
      shopId,
      orders: [{ ...seen.order, buyerName: `Ann ${MARK}` }],
      events: [{ kind: 'feedback', orderId, stars: 1 }],
      reviewRequest: null,
      today: '2026-03-02',
    });
    expect(valueOf(view).kept).toEqual({ orders: 0, events: 0 });
    expect(await placesWith(desk)).toEqual([]);
  });

  test('is told to whoever shows the record', async () => {
    const desk = aDesk();
    const { key } = await fill(desk, '1');
    valueOf(await createForget(desk.deps).forget({ keys: [key] }));
    expect(desk.announced.at(-1)).toEqual(expect.arrayContaining([buyerTopic(key), 'archive']));
  });
});

describe('remembering again', () => {
  test('takes the mark off for all names of that person, and no others', async () => {
    const desk = aDesk();
    const [one, two] = [await fill(desk, '1'), await fill(desk, '2')];
    const { forget, rememberAgain } = createForget(desk.deps);
    valueOf(await forget({ keys: [one.key, two.key] }));
    valueOf(await rememberAgain({ aliases: [anOrderAlias(one.orderId)] }));
    const db = await desk.db();
    const hashes = valueOf(await aliasHashes(desk.deps, [`buyer:B${MARK}1`, `order:${two.orderId}`]));
    expect(await isForgotten(db, [hashes[0]!])).toBe(false);
    expect(await isForgotten(db, [hashes[1]!])).toBe(true);
  });

  test('of somebody who was not forgotten is not found', async () => {
    const desk = aDesk();
    await fill(desk, '1');
    const { rememberAgain } = createForget(desk.deps);
    expect(await rememberAgain({ aliases: [anOrderAlias('5')] })).toEqual(error('not-found'));
  });
});

describe('hashes of names', () => {
  test('are the same for the same name and differ from desk to desk', async () => {
    const [here, there] = [aDesk(), aDesk()];
    const [a, b] = valueOf(await aliasHashes(here.deps, ['order:1', 'order:2']));
    expect(valueOf(await aliasHashes(here.deps, ['order:2', a!]))).toEqual([b, a]);
    expect(valueOf(await aliasHashes(there.deps, ['order:1']))).not.toEqual([a]);
  });

  test('have one key, also when two pages ask for it first at once', async () => {
    const desk = aDesk();
    const other = { ...desk.deps, db: () => desk.deps.db() };
    const [a, b] = await Promise.all([aliasHashes(desk.deps, ['order:1']), aliasHashes(other, ['order:1'])]);
    expect(valueOf(a)).toEqual(valueOf(b));
  });

  test('know HMAC-SHA-256 as others do', async () => {
    const desk = aDesk();
    valueOf(await desk.shops.add({ marketplace: amazon, name: 'Lumen' }));
    const db = await desk.db();
    const [row] = await db.settings.toArray();
    // 32 bytes of 0x0b; the expected value was worked out with `openssl dgst -sha256 -mac hmac`.
    await db.settings.put({ ...row!, name: 'aliasKey', value: 'CwsLCwsLCwsLCwsLCwsLCwsLCwsLCwsLCwsLCwsLCws' });
    expect(valueOf(await aliasHashes(desk.deps, ['order:1']))).toEqual([
      'hash:9Lduw-EZuxMgscCnKB7BaJ5dwfuVMYDMVCkYeKgelL4',
    ]);
  });
});

describe('a copy for the buyer', () => {
  test('holds what a person can read, and no clock and no key of the program', async () => {
    const desk = aDesk();
    const { key, orderId } = await fill(desk, '1');
    const copy = valueOf(await copyBuyer(desk.deps, key));
    expect(copy).toMatchObject({ app: 'parley', kind: 'buyer-copy', savedAt: desk.deps.clock.now() });
    expect(copy.record).toMatchObject({
      name: `Ann ${MARK}`,
      shop: 'Shop 1',
      lastSeenOn: '2026-03-02',
      archived: false,
      numbers: { orders: [orderId], buyerIds: [`B${MARK}1`] },
      tags: [`tag ${MARK}`],
      fields: { colour: `blue ${MARK}` },
      signals: { sample: '2026-03-01' },
      orders: [{ number: orderId, deliveredOn: '2026-02-20', products: [{ title: `Lamp ${MARK}` }] }],
      notes: [{ text: `a note of ${MARK}`, writtenOn: '2026-03-02' }],
      messages: [{ kind: 'message', on: '2026-03-02', order: orderId }],
      promises: [{ what: 'refund', by: '2026-03-09', kept: false }],
    });
    const text = JSON.stringify(copy.record);
    expect(text).not.toContain(key);
    expect(text).not.toMatch(/hlc|origin|authorId|clocks|facets|another of/);
  });

  test('says why somebody stands in a segment', async () => {
    const desk = aDesk();
    const { key } = await fill(desk, '1');
    const rule = { id: 'own', name: 'Any order', groups: [[{ fact: 'orders', is: 'at-least', value: 1 }]] };
    valueOf(
      await changing(desk.deps, [], async ({ db, stamp }) => {
        await db.settings.put({ ...stamp(brandAs<'ShopId'>('')), name: 'segments', value: { rules: [rule] } });
        return ok(null);
      }),
    );
    const { record } = valueOf(await copyBuyer(desk.deps, key));
    expect(record['segments']).toEqual([
      { segment: 'Any order', because: [{ fact: 'orders', is: 'at-least', value: 1, found: 1 }] },
    ]);
  });

  test('is the same of an archived record', async () => {
    const desk = aDesk();
    const { key } = await fill(desk, '1');
    const before = valueOf(await copyBuyer(desk.deps, key)).record;
    valueOf(await createArchive(desk.deps).archive({ keys: [key] }));
    expect(valueOf(await copyBuyer(desk.deps, key)).record).toEqual({ ...before, archived: true });
  });

  test('holds the records that were joined', async () => {
    const desk = aDesk();
    const [one, two] = [await fill(desk, '1'), await fill(desk, '2')];
    valueOf(await createJoin(desk.deps).join({ keys: [one.key, two.key], acrossShops: true }));
    for (const key of [one.key, two.key]) {
      const { record } = valueOf(await copyBuyer(desk.deps, key));
      expect(record).toMatchObject({ shop: 'Shop 1', joined: [{ shop: 'Shop 2' }] });
    }
  });

  test('of somebody unknown or forgotten there is none', async () => {
    const desk = aDesk();
    const { key } = await fill(desk, '1');
    valueOf(await createForget(desk.deps).forget({ keys: [key] }));
    expect(await copyBuyer(desk.deps, key)).toEqual(error('forgotten'));
    expect(await copyBuyer(desk.deps, brandAs<'BuyerKey'>('nobody'))).toEqual(error('not-found'));
  });
});
