import { describe, expect, test } from 'vitest';
import { diffLines } from '@/utils/domain/bundles/diff-bundles';
import { formatClock } from '@/utils/domain/customers/clock';
import { schemaVersion } from '@/utils/platform/db/schema';
import { brandAs, type BuyerKey } from '@/utils/domain/ids';
import { readEverything } from '@/utils/app/backup';
import { newKey } from '@/utils/platform/bundles/identity';
import { amazon, anOrderAlias, hour, valueOf } from './desk';
import { aBusyDesk, anImporter, fileOf, fileWith, linesOf, readIn, storeOf, takeIn } from './bundle-desks';
import { counted, recount } from './recount';

const orderOf = (orderId: string, title: string) => ({
  orderId: brandAs<'OrderId'>(orderId),
  items: [{ title, quantity: 1 }],
});

describe('a file of records', () => {
  test('says what it would do, does it, and says of the same file that it is all there', async () => {
    const from = await aBusyDesk();
    const file = await fileOf(from);
    const to = await anImporter();
    const entry = await readIn(to, file);
    expect(entry).toMatchObject({ state: 'ready', from: 'Mei', tally: { new: 7, same: 0, changed: 0, rejected: 0 } });
    expect(await (await to.db()).buyers.count()).toBe(0);
    valueOf(await to.files.apply({ importId: entry.id }));
    expect(diffLines(await linesOf(from), await linesOf(to))).toEqual([]);
    expect(await counted(to)).toEqual(await recount(to));
    const again = await readIn(to, file);
    expect(again.tally).toMatchObject({ new: 0, changed: 0, conflict: 0, deleted: 0, same: 7 });
    const before = await storeOf(to);
    valueOf(await to.files.apply({ importId: again.id }));
    expect(await storeOf(to)).toEqual(before);
  });

  test('finds the same shop and the same buyer under other keys, and joins what two desks have made of one person', async () => {
    const [from, to] = [await aBusyDesk(), await anImporter(await aBusyDesk())];
    const entry = await readIn(to, await fileOf(from));
    expect(entry.shops).toEqual([
      { theirs: { id: from.shop.id, marketplace: amazon, name: 'Lumen DE' }, ours: to.shop.id },
    ]);
    valueOf(await to.files.apply({ importId: entry.id }));
    const db = await to.db();
    expect(await db.shops.count()).toBe(1);
    const rows = (await db.buyers.toArray()).filter(({ displayName }) => displayName === 'Ann Lee');
    const [root, child] = rows.sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(child).toMatchObject({ joinedTo: root!.key });
    const view = valueOf(await to.buyers.open(from.buyer.key));
    expect(view.notes).toHaveLength(2);
    expect(view.orders.map(({ orderId }) => orderId)).toEqual(['111-1']);
    expect(await counted(to)).toEqual(await recount(to));
  });

  test('joins nobody whom a person has called two people', async () => {
    const [from, to] = [await aBusyDesk(), await anImporter(await aBusyDesk())];
    await takeIn(to, await fileOf(from));
    const joined = (await (await to.db()).buyers.toArray()).find(({ joinedTo }) => joinedTo)!;
    valueOf(await to.buyers.separate({ key: joined.key }));
    await takeIn(to, await fileOf(from));
    expect((await (await to.db()).buyers.get(joined.key))?.joinedTo).toBe('');
  });

  test('takes everything in whole when a saved copy comes back', async () => {
    const from = await aBusyDesk();
    const copy = new Blob([JSON.stringify(valueOf(await readEverything(from.deps)))]);
    const to = await anImporter();
    const entry = await readIn(to, copy);
    // Beside the seven rows a team exchanges, who worked there and what they did.
    expect(entry.tally).toMatchObject({ new: 14, rejected: 0 });
    valueOf(await to.files.apply({ importId: entry.id }));
    expect(diffLines(await linesOf(from), await linesOf(to))).toEqual([]);
  });

  test('a saved copy does not bring back who was forgotten after it was made', async () => {
    const desk = await anImporter(await aBusyDesk());
    const copy = new Blob([JSON.stringify(valueOf(await readEverything(desk.deps)))]);
    desk.pass(hour);
    valueOf(await desk.buyers.forget({ keys: [desk.buyer.key] }));
    const before = await storeOf(desk);
    await takeIn(desk, copy);
    expect(await storeOf(desk)).toEqual(before);
    expect(JSON.stringify(await storeOf(desk))).not.toContain('Ann Lee');
  });

  test('brings nobody back under another key who was forgotten here', async () => {
    const [from, to] = [await aBusyDesk(), await anImporter(await aBusyDesk())];
    to.pass(hour);
    valueOf(await to.buyers.forget({ keys: [to.buyer.key] }));
    await takeIn(to, await fileOf(from));
    expect(JSON.stringify(await storeOf(to))).not.toContain('Ann Lee');
    expect(JSON.stringify(await (await to.db()).importParts.toArray())).not.toContain('Ann Lee');
  });

  test('forgets here who is forgotten over there, and an undo does not bring them back', async () => {
    const from = await aBusyDesk();
    const to = await anImporter();
    await takeIn(to, await fileOf(from));
    from.pass(hour);
    valueOf(await from.buyers.forget({ keys: [from.buyer.key] }));
    to.pass(2 * hour);
    const applied = await takeIn(to, await fileOf(from));
    expect(JSON.stringify(await storeOf(to))).not.toMatch(/Ann Lee|blue one/);
    valueOf(await to.files.undo({ importId: applied.id }));
    expect(JSON.stringify(await storeOf(to))).not.toMatch(/Ann Lee|blue one/);
    expect(await (await to.db()).buyers.get(from.buyer.key)).toMatchObject({ forgotten: 1 });
  });

  test('leaves rows from the future out and tells them', async () => {
    const from = await aBusyDesk();
    const ahead = formatClock({ millis: Date.parse('2026-03-02T12:00:00.000Z'), counter: 0, node: 'n' });
    const lines = (await linesOf(from)).map((line) =>
      line.section === 'notes' ? { ...line, row: { ...line.row, hlc: ahead } } : line,
    );
    const to = await anImporter();
    const entry = await readIn(to, await fileWith(lines));
    expect(entry.tally).toMatchObject({ new: 6, rejected: 1 });
    expect(valueOf(await to.files.rejected({ importId: entry.id }))).toMatchObject([
      { section: 'notes', why: { kind: 'from-the-future', at: '2026-03-02T12:00:00.000Z' } },
    ]);
  });

  test('what we change after an import is later than everything in it', async () => {
    const from = await aBusyDesk();
    const to = await anImporter();
    from.pass(hour / 2);
    valueOf(await from.buyers.setField({ buyerKey: from.buyer.key, field: 'fields.size', value: '42' }));
    await takeIn(to, await fileOf(from));
    valueOf(await to.buyers.setField({ buyerKey: from.buyer.key, field: 'fields.size', value: '43' }));
    await takeIn(to, await fileOf(from));
    expect((await (await to.db()).buyers.get(from.buyer.key))?.fields).toEqual({ size: '43' });
  });

  test('is refused with a reason and leaves nothing behind', async () => {
    const to = await anImporter();
    const before = await storeOf(to);
    const read = (file: Blob, key = {}) => to.files.read({ file, fileName: 'x', key });
    const lock = { kind: 'passphrase', passphrase: 'correct horse', workFactor: 4 } as const;
    const locked = await fileWith(await linesOf(await aBusyDesk()), lock);
    const whole = await fileOf(await aBusyDesk());
    expect(await read(locked)).toMatchObject({ error: { kind: 'locked', by: 'passphrase' } });
    expect(await read(locked, { passphrase: 'wrong' })).toMatchObject({
      error: { kind: 'wrong-key', by: 'passphrase' },
    });
    expect(await read(whole.slice(0, whole.size - 9))).toMatchObject({ ok: false });
    expect(await read(new Blob(['hello']))).toMatchObject({ error: { kind: 'not-a-bundle' } });
    expect(await read(new Blob(['{"app":"else"}']))).toMatchObject({ error: { kind: 'not-a-bundle' } });
    const newer = JSON.stringify({ app: 'parley', schema: 99, savedAt: '2026-03-02T09:00:00.000Z', tables: {} });
    expect(await read(new Blob([newer]))).toMatchObject({
      error: { kind: 'newer-bundle', found: 99, known: schemaVersion },
    });
    expect(await storeOf(to)).toEqual(before);
    const db = await to.db();
    expect([await db.imports.count(), await db.importParts.count()]).toEqual([0, 0]);
    expect(
      valueOf(await to.files.read({ file: locked, fileName: 'x', key: { passphrase: 'correct horse' } })),
    ).toMatchObject({
      lockedBy: 'passphrase',
      tally: { new: 7 },
    });
  });

  test('locked for a key we do not have opens with that key, which is tried once and kept nowhere', async () => {
    const to = await anImporter();
    const [recovery, another] = [await newKey(), await newKey()];
    const lines = await linesOf(await aBusyDesk());
    const file = await fileWith(lines, { kind: 'recipients', recipients: [recovery.recipient] });
    const read = (key = {}) => to.files.read({ file, fileName: 'x', key });
    expect(await read()).toMatchObject({ error: { kind: 'locked', by: 'recipients' } });
    for (const identity of [another.identity, recovery.identity.replace(/.$/, 'X'), 'no key'])
      expect(await read({ identity })).toMatchObject({ error: { kind: 'wrong-key', by: 'recipients' } });
    const db = await to.db();
    expect(await db.imports.count()).toBe(0);
    expect(valueOf(await read({ identity: recovery.identity })).tally.new).toBeGreaterThan(0);
    const rows = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    expect(rows).not.toContain(recovery.identity);
    expect(await read()).toMatchObject({ error: { kind: 'locked', by: 'recipients' } });
  });

  test('stopped while it is read leaves nothing behind', async () => {
    const to = await anImporter();
    const stop = new AbortController();
    stop.abort();
    const file = await fileOf(await aBusyDesk());
    const read = await to.files.read({ file, fileName: 'x', key: {} }, { signal: stop.signal });
    expect(read).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await (await to.db()).imports.count()).toBe(0);
    expect(await (await to.db()).importParts.count()).toBe(0);
  });
});

/** Two desks that know the same buyer, and have both changed a field of theirs. */
const aConflict = async () => {
  const from = await aBusyDesk();
  const to = await anImporter();
  await takeIn(to, await fileOf(from));
  const key = from.buyer.key;
  to.pass(hour);
  valueOf(await to.buyers.setField({ buyerKey: key, field: 'fields.size', value: 'ours' }));
  valueOf(await to.buyers.tag({ keys: [key], add: ['ours'] }));
  from.pass(2 * hour);
  valueOf(await from.buyers.setField({ buyerKey: key, field: 'fields.size', value: 'theirs' }));
  valueOf(await from.buyers.setField({ buyerKey: key, field: 'fields.colour', value: 'blue' }));
  to.pass(2 * hour);
  const entry = await readIn(to, await fileOf(from));
  return { from, to, key, entry };
};

const fieldsOf = async ({ db }: Pick<Awaited<ReturnType<typeof anImporter>>, 'db'>, key: BuyerKey) =>
  (await (await db()).buyers.get(key))?.fields;

describe('a conflict', () => {
  test('is shown with both values, who and when, and the later one wins unless somebody decides', async () => {
    const { to, key, entry } = await aConflict();
    expect(entry.tally).toMatchObject({ conflict: 1, changed: 0, new: 0 });
    const { lines } = valueOf(await to.files.lines({ importId: entry.id, limit: 10 }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ kind: 'conflict', section: 'buyers', title: 'Ann Lee', chosen: {} });
    expect(
      lines[0]!.fields.map(({ field, ours, theirs, merged, isConflict }) => ({
        field,
        ours,
        theirs,
        merged,
        isConflict,
      })),
    ).toEqual([
      { field: 'fields.colour', ours: undefined, theirs: 'blue', merged: 'blue', isConflict: false },
      { field: 'fields.size', ours: 'ours', theirs: 'theirs', merged: 'theirs', isConflict: true },
      { field: 'tags.ours', ours: 'ours', theirs: undefined, merged: 'ours', isConflict: false },
    ]);
    valueOf(await to.files.apply({ importId: entry.id }));
    expect(await fieldsOf(to, key)).toEqual({ size: 'theirs', colour: 'blue' });
  });

  test('goes the way somebody has chosen, field by field, and that travels on', async () => {
    const { from, to, key, entry } = await aConflict();
    const chosen = valueOf(
      await to.files.choose({
        importId: entry.id,
        n: 0 + (await placeOf(to, entry.id)),
        field: 'fields.size',
        take: 'ours',
      }),
    );
    expect(chosen.chosen).toEqual({ 'fields.size': 'ours' });
    valueOf(await to.files.apply({ importId: entry.id }));
    expect(await fieldsOf(to, key)).toEqual({ size: 'ours', colour: 'blue' });
    const back = await anImporter(from);
    from.pass(3 * hour);
    await takeIn(back, await fileOf(to));
    expect(await fieldsOf(back, key)).toEqual({ size: 'ours', colour: 'blue' });
  });

  test('goes the way somebody has chosen for the whole row', async () => {
    const { to, key, entry } = await aConflict();
    valueOf(await to.files.choose({ importId: entry.id, n: await placeOf(to, entry.id), take: 'ours' }));
    valueOf(await to.files.apply({ importId: entry.id }));
    expect(await fieldsOf(to, key)).toEqual({ size: 'ours' });
  });

  test('is not chosen for what is not there', async () => {
    const { to, entry } = await aConflict();
    const n = await placeOf(to, entry.id);
    const choose = (asked: object) => to.files.choose({ importId: entry.id, n, take: 'ours', ...asked });
    expect(await choose({ n: 99 })).toMatchObject({ error: { kind: 'invalid', field: 'n' } });
    expect(await choose({ field: 'fields.none' })).toMatchObject({ error: { kind: 'invalid', field: 'field' } });
    valueOf(await to.files.apply({ importId: entry.id }));
    expect(await choose({})).toMatchObject({ error: { kind: 'invalid', field: 'state' } });
  });
});

const placeOf = async (to: Awaited<ReturnType<typeof anImporter>>, importId: string): Promise<number> =>
  valueOf(await to.files.lines({ importId, limit: 1 })).lines[0]!.n;

describe('a new row nobody wants', () => {
  test('is left out with everything about it', async () => {
    const from = await aBusyDesk();
    const to = await anImporter();
    const entry = await readIn(to, await fileOf(from));
    const { lines } = valueOf(await to.files.lines({ importId: entry.id, limit: 50, section: 'buyers' }));
    const ann = lines.find(({ title }) => title === 'Ann Lee')!;
    valueOf(await to.files.choose({ importId: entry.id, n: ann.n, take: 'ours' }));
    valueOf(await to.files.apply({ importId: entry.id }));
    const db = await to.db();
    expect(await db.buyers.get(from.buyer.key)).toBeUndefined();
    expect(await db.notes.count()).toBe(0);
    expect(await counted(to)).toEqual(await recount(to));
  });
});

describe('an order that two desks know under two buyers', () => {
  test('stands with one of them, and the two are one person', async () => {
    const [from, to] = [await aBusyDesk(), await anImporter(await aBusyDesk())];
    valueOf(
      await from.buyers.see({ shopId: from.shop.id, aliases: [anOrderAlias('777')], order: orderOf('777', 'Cup') }),
    );
    valueOf(await to.buyers.see({ shopId: to.shop.id, aliases: [anOrderAlias('777')], order: orderOf('777', 'Cup') }));
    const before = await storeOf(to);
    const applied = await takeIn(to, await fileOf(from));
    const db = await to.db();
    const holders = await db.buyers.where('aliases').equals('order:777').toArray();
    expect(holders).toHaveLength(2);
    expect(holders.filter(({ joinedTo }) => joinedTo)).toHaveLength(1);
    expect(await db.orders.where('id').equals(`${to.shop.id}:777`).count()).toBe(1);
    valueOf(await to.files.undo({ importId: applied.id }));
    expect(await storeOf(to)).toEqual(before);
  });
});
