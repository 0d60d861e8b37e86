import { describe, expect, test } from 'vitest';
import type { BundleLine } from '@/utils/domain/bundles/bundle';
import { brandAs } from '@/utils/domain/ids';
import type { ImportPage } from '@/utils/app/bundles-api';
import { createBundleImport } from '@/utils/app/bundles/import';
import { recoverImports } from '@/utils/app/bundles/recover-imports';
import type { RecordDeps } from '@/utils/app/records';
import { err, ok } from '@/utils/domain/result';
import {
  aBusyDesk,
  anImporter,
  fileOf,
  fileWith,
  linesOf,
  readIn,
  storeOf,
  takeIn,
  type Importer,
} from './bundle-desks';
import { hour, valueOf } from './desk';
import { counted, recount } from './recount';

/** Rows of so many buyers, each with an order and a note: more than one part. */
const manyLines = async (count: number): Promise<readonly BundleLine[]> => {
  const some = await linesOf(await aBusyDesk());
  const of = <S extends BundleLine['section']>(section: S) =>
    some.find((line): line is Extract<BundleLine, { section: S }> => line.section === section)!;
  const [shop, buyer, order, note] = [of('shops'), of('buyers'), of('orders'), of('notes')];
  const numbered = Array.from({ length: count }, (_, at) => String(at).padStart(5, '0'));
  return [
    shop,
    ...numbered.map((n): BundleLine => ({
      section: 'buyers',
      row: { ...buyer.row, key: brandAs<'BuyerKey'>(`many-${n}`), aliases: [`order:${n}`], displayName: `Buyer ${n}` },
    })),
    ...numbered.map((n): BundleLine => ({
      section: 'orders',
      row: {
        ...order.row,
        id: `${shop.row.id}:${n}`,
        orderId: brandAs<'OrderId'>(n),
        buyerKey: brandAs<'BuyerKey'>(`many-${n}`),
      },
    })),
    ...numbered.map((n): BundleLine => ({
      section: 'notes',
      row: { ...note.row, id: brandAs<'NoteId'>(`note-${n}`), buyerKey: brandAs<'BuyerKey'>(`many-${n}`) },
    })),
  ];
};

/** The stores of a desk that fail after so many questions, as if the page was closed. */
const dyingAfter = (deps: RecordDeps, questions: number): RecordDeps => {
  let left = questions;
  return {
    ...deps,
    db: async () => {
      left -= 1;
      return left < 0 ? err({ kind: 'storage-failed', code: 'closed' }) : deps.db();
    },
  };
};

const asImporter = (desk: Importer, deps: RecordDeps) =>
  createBundleImport({ ...deps, identity: async () => ok('AGE-SECRET-KEY-1'), mateNames: async () => ok(new Map()) });

describe('an import that is taken back', () => {
  test('leaves exactly what was there: live and archived records, lists and counts', async () => {
    const from = await aBusyDesk();
    const to = await anImporter(await aBusyDesk());
    await takeIn(to, await fileOf(from));
    const before = await storeOf(to);
    from.pass(hour);
    to.pass(hour);
    valueOf(await from.buyers.archive({ keys: [from.buyer.key] }));
    valueOf(await from.buyers.unarchive({ keys: [from.bob.key] }));
    valueOf(await from.notes.addNote({ buyerKey: from.bob.key, text: 'Is back.' }));
    const applied = await takeIn(to, await fileOf(from));
    expect(applied.tally).toMatchObject({ new: 1, changed: 2 });
    expect(await counted(to)).toEqual(await recount(to));
    expect(await storeOf(to)).not.toEqual(before);
    expect(valueOf(await to.files.undo({ importId: applied.id }))).toMatchObject({ state: 'undone', keptBack: 0 });
    expect(await storeOf(to)).toEqual(before);
    expect(await counted(to)).toEqual(await recount(to));
    const parts = await (await to.db()).importParts.toCollection().primaryKeys();
    expect(parts.filter((id) => id.startsWith(applied.id))).toEqual([]);
  });

  test('keeps what somebody has done since, and says how many records that are', async () => {
    const from = await aBusyDesk();
    const to = await anImporter();
    const applied = await takeIn(to, await fileOf(from));
    to.pass(hour);
    valueOf(await to.notes.addNote({ buyerKey: from.buyer.key, text: 'Ours.' }));
    const undone = valueOf(await to.files.undo({ importId: applied.id }));
    // The record, and its shop, in which it would stand nowhere else.
    expect(undone).toMatchObject({ state: 'undone', keptBack: 2 });
    const db = await to.db();
    expect((await db.buyers.toArray()).map(({ key }) => key)).toEqual([from.buyer.key]);
    expect((await db.notes.toArray()).map(({ text }) => text).sort()).toEqual(['Ours.', 'Wants the blue one.']);
    expect(await db.archive.count()).toBe(0);
    expect(await counted(to)).toEqual(await recount(to));
  });

  test('cannot be taken back twice, nor before it was applied, nor after its time is over', async () => {
    const to = await anImporter();
    const file = await fileOf(await aBusyDesk());
    const waiting = await readIn(to, file);
    const undo = (importId: string) => to.files.undo({ importId });
    expect(await undo(waiting.id)).toMatchObject({ error: { kind: 'invalid', field: 'state' } });
    valueOf(await to.files.apply({ importId: waiting.id }));
    expect(await to.files.discard({ importId: waiting.id })).toMatchObject({ error: { kind: 'invalid' } });
    valueOf(await undo(waiting.id));
    expect(await undo(waiting.id)).toMatchObject({ error: { kind: 'invalid', field: 'state' } });
    const { id } = await takeIn(to, file);
    to.pass(31 * 24 * hour);
    expect(valueOf(await to.files.imports())).toEqual([]);
    expect(await undo(id)).toMatchObject({ error: { kind: 'not-found' } });
    expect(await (await to.db()).importParts.count()).toBe(0);
  });

  test('keeps nothing of who is forgotten in the meantime', async () => {
    const from = await aBusyDesk();
    const to = await anImporter(await aBusyDesk());
    await takeIn(to, await fileOf(from));
    from.pass(hour);
    to.pass(hour);
    valueOf(await from.buyers.setField({ buyerKey: from.buyer.key, field: 'displayName', value: 'Ann Smith' }));
    const applied = await takeIn(to, await fileOf(from));
    const waiting = await readIn(to, await fileOf(from));
    expect(JSON.stringify(await (await to.db()).importParts.toArray())).toContain('Ann Lee');
    valueOf(await to.buyers.forget({ keys: [from.buyer.key] }));
    expect(JSON.stringify(await (await to.db()).importParts.toArray())).not.toMatch(/Ann Lee|Ann Smith|blue one/);
    valueOf(await to.files.undo({ importId: applied.id }));
    valueOf(await to.files.apply({ importId: waiting.id }));
    expect(JSON.stringify(await storeOf(to))).not.toMatch(/Ann Lee|Ann Smith|blue one/);
  });
});

describe('an import of several parts', () => {
  test('goes back to where it began when it is stopped, and can be applied all the same', async () => {
    const to = await anImporter(await aBusyDesk());
    const before = await storeOf(to);
    const entry = await readIn(to, await fileWith(await manyLines(450)));
    const stop = new AbortController();
    const applied = await to.files.apply(
      { importId: entry.id },
      { signal: stop.signal, onProgress: ({ done }) => void (done === 1 && stop.abort()) },
    );
    expect(applied).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await storeOf(to)).toEqual(before);
    expect(valueOf(await to.files.imports())).toMatchObject([{ state: 'ready', tally: entry.tally }]);
    valueOf(await to.files.apply({ importId: entry.id }));
    expect(await (await to.db()).notes.count()).toBe(451);
    expect(await counted(to)).toEqual(await recount(to));
  });

  test('is new or old, never half, wherever its page is closed, and is taken back whole', async () => {
    const file = await fileWith(await manyLines(450));
    const whole = await anImporter(await aBusyDesk());
    await takeIn(whole, file);
    const notes = await (await whole.db()).notes.count();
    for (const questions of [1, 3, 5, 7, 8, 9, 11, 13]) {
      const to = await anImporter(await aBusyDesk());
      const before = await storeOf(to);
      const { id } = await readIn(to, file);
      await asImporter(to, dyingAfter(to.deps, questions)).apply({ importId: id });
      await recoverImports(to.deps);
      const [now] = valueOf(await to.files.imports());
      expect(['ready', 'applied']).toContain(now!.state);
      if (now!.state === 'ready') expect(await storeOf(to)).toEqual(before);
      else expect(await (await to.db()).notes.count()).toBe(notes);
      if (now!.state === 'ready') valueOf(await to.files.apply({ importId: id }));
      await asImporter(to, dyingAfter(to.deps, questions)).undo({ importId: id });
      await recoverImports(to.deps);
      const [then] = valueOf(await to.files.imports());
      if (then!.state === 'applied') valueOf(await to.files.undo({ importId: id }));
      expect(await storeOf(to), `after ${questions} questions`).toEqual(before);
      expect(await counted(to)).toEqual(await recount(to));
    }
  }, 60_000);

  test('is written once when two pages apply it at the same time', async () => {
    const to = await anImporter();
    const { id } = await readIn(to, await fileWith(await manyLines(300)));
    const answers = await Promise.all([to.files.apply({ importId: id }), to.files.apply({ importId: id })]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await (await to.db()).buyers.count()).toBe(300);
    expect(await counted(to)).toEqual(await recount(to));
  });

  test('shows its rows page by page, those that do something first asked for', async () => {
    const to = await anImporter();
    const entry = await readIn(to, await fileWith(await manyLines(120)));
    const seen = new Set<string>();
    let from: number | undefined = 0;
    while (from !== undefined) {
      const page: ImportPage = valueOf(await to.files.lines({ importId: entry.id, limit: 50, from }));
      for (const { section, id } of page.lines) seen.add(`${section} ${id}`);
      from = page.next;
    }
    expect(seen.size).toBe(361);
    const none = valueOf(await to.files.lines({ importId: entry.id, limit: 50, kinds: ['conflict'] }));
    expect(none).toEqual({ lines: [] });
  });
});
