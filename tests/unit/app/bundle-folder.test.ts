// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createBundleExport } from '@/utils/app/bundles/export';
import { createSegments } from '@/utils/app/bundles/export-since';
import { createFolderSync } from '@/utils/app/bundles/folder';
import { createBundleImport } from '@/utils/app/bundles/import';
import { createTeam } from '@/utils/app/bundles/team';
import { createForget } from '@/utils/app/buyers/forget';
import type { BundleLine } from '@/utils/domain/bundles/bundle';
import { mergeRow } from '@/utils/domain/bundles/diff-bundles';
import { mostSegments, readSegmentName, type FolderFile } from '@/utils/domain/bundles/folder-plan';
import { rowLine } from '@/utils/domain/bundles/write-bundle';
import { err, ok } from '@/utils/domain/result';
import { openBundle } from '@/utils/platform/bundles/open';
import type { FolderIoProblem, FolderPermission, TeamFolder } from '@/utils/platform/bundles/folder';
import { fileOf, linesOf, storeOf } from './bundle-desks';
import { aDesk, amazon, anOrderAlias, hour, valueOf, type Desk } from './desk';

type Held = { readonly blob: Blob; readonly lastModified: number };

/** A folder in memory that a drive keeps the same for everybody. */
const aFolder = () => {
  const files = new Map<string, Held>();
  let saved = 0;
  let problem: FolderIoProblem | null = null;
  const put = (name: string, blob: Blob): void => void files.set(name, { blob, lastModified: (saved += 1) });
  const orProblem = async <T>(value: () => T) => (problem ? err(problem) : ok(value()));
  const folder: TeamFolder = {
    list: (isWanted) =>
      orProblem(() =>
        [...files].flatMap(([name, { blob, lastModified }]): FolderFile[] =>
          isWanted(name) ? [{ name, size: blob.size, lastModified }] : [],
        ),
      ),
    read: (name) => orProblem(() => files.get(name)?.blob ?? null),
    write: (name, blob) =>
      orProblem(() => {
        put(name, blob);
        return null;
      }),
    remove: (name) =>
      orProblem(() => {
        files.delete(name);
        return null;
      }),
  };
  return {
    folder,
    files,
    put,
    break: (next: FolderIoProblem | null) => void (problem = next),
    namesOf: (node: string) => [...files.keys()].filter((name) => readSegmentName(name)?.node === node),
  };
};
type Folder = ReturnType<typeof aFolder>;

const nodeOf = async (desk: Desk): Promise<string> =>
  ((await (await desk.db()).settings.get('self'))?.value as { readonly node: string }).node;

/** A desk that uses a shared folder. */
const aFolderDesk = async (shared: Folder) => {
  const desk = aDesk();
  const team = createTeam(desk.deps);
  const bundles = { ...team, ...createBundleImport({ ...desk.deps, ...team }) };
  let permission: FolderPermission = 'granted';
  const folder = createFolderSync({
    ...desk.deps,
    bundles,
    segments: async () => createSegments(desk.deps),
    access: {
      canPick: () => true,
      pick: async () => ok({ name: 'Team' }),
      permission: async () => permission,
      ask: async () => (permission = 'granted'),
      open: () => shared.folder,
    },
  });
  valueOf(await folder.choose());
  const node = await nodeOf(desk);
  return {
    ...desk,
    team,
    bundles,
    folder,
    node,
    forget: createForget(desk.deps),
    card: valueOf(await team.team()).me.card,
    takeBack: () => void (permission = 'ask'),
    sync: async () => {
      desk.pass(1000);
      return valueOf(await folder.sync());
    },
  };
};
type FolderDesk = Awaited<ReturnType<typeof aFolderDesk>>;

const acquaint = async (...desks: readonly FolderDesk[]): Promise<void> => {
  for (const desk of desks)
    for (const { card } of desks) if (card !== desk.card) valueOf(await desk.team.addMate({ card }));
};

/** Desks that know each other, over one folder; the first has a shop. */
const desksOver = async (shared: Folder, count: number) => {
  const desks: FolderDesk[] = [];
  for (let at = 0; at < count; at += 1) desks.push(await aFolderDesk(shared));
  await acquaint(...desks);
  const [first] = desks;
  if (!first) throw new Error('at least one desk');
  const shop = valueOf(await first.shops.add({ marketplace: amazon, name: 'Lumen DE' }));
  return { desks, shop, first, last: desks.at(-1) ?? first };
};

const rounds = async (desks: readonly FolderDesk[], times = 2): Promise<void> => {
  for (let round = 0; round < times; round += 1) for (const desk of desks) await desk.sync();
};

const see = async (desk: FolderDesk, shopId: Awaited<ReturnType<typeof desksOver>>['shop']['id'], order: string) =>
  valueOf(await desk.buyers.see({ shopId, aliases: [anOrderAlias(order)], displayName: `Buyer ${order}` })).buyer.key;

/** A row as merging writes it: a deletion as old as its row needs no clock of its own. */
const asMerged = (line: BundleLine): BundleLine =>
  ({
    section: line.section,
    row: mergeRow<BundleLine['section']>(line.section, line.row, line.row).merged,
  }) as BundleLine;

/** What desks must agree about, whatever way it came. */
const sortedRows = async (desk: Desk): Promise<readonly string[]> =>
  (await linesOf(desk)).map(asMerged).map(rowLine).sort();

const expectSame = async (desks: readonly FolderDesk[]): Promise<void> => {
  const [first, ...others] = await Promise.all(desks.map(sortedRows));
  for (const rows of others) expect(rows).toEqual(first);
};

const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];

/** One thing that happens at a desk; what has nothing to happen to is left out. */
const take = async (
  shared: Folder,
  desk: FolderDesk,
  shopId: Awaited<ReturnType<typeof desksOver>>['shop']['id'],
  { what, which, at }: { readonly what: string; readonly which: number; readonly at: number },
): Promise<void> => {
  const db = await desk.db();
  const buyer = pick(
    (await db.buyers.toArray()).filter(({ deleted }) => deleted === 0),
    which,
  );
  const note = pick(
    (await db.notes.toArray()).filter(({ deleted }) => deleted === 0),
    which,
  );
  desk.pass(which);
  if (what === 'sync') await desk.sync();
  else if (what === 'pass') desk.pass(which * 60_000);
  else if (what === 'lose') shared.files.delete(pick([...shared.files.keys()], which) ?? '');
  else if (what === 'see') await see(desk, shopId, `444-${which % 6}`);
  else if (what === 'note' && buyer) valueOf(await desk.notes.addNote({ buyerKey: buyer.key, text: `Note ${at}` }));
  else if (what === 'edit' && note)
    valueOf(await desk.notes.editNote({ buyerKey: note.buyerKey, noteId: note.id, text: `Edit ${at}` }));
  else if (what === 'remove' && note)
    valueOf(await desk.notes.deleteNote({ buyerKey: note.buyerKey, noteId: note.id }));
  else if (what === 'tag' && buyer) valueOf(await desk.buyers.tag({ keys: [buyer.key], add: [`tag-${which % 4}`] }));
  else if (what === 'forget' && buyer && which % 3 === 0) valueOf(await desk.forget.forget({ keys: [buyer.key] }));
};

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

describe('desks that share a folder', () => {
  test('have the same records after each has synced, three of them as well', async () => {
    const shared = aFolder();
    const { desks, shop, first } = await desksOver(shared, 3);
    const key = await see(first, shop.id, '111-1');
    await rounds(desks);
    for (const [at, desk] of desks.entries()) {
      valueOf(await desk.notes.addNote({ buyerKey: key, text: `Note of desk ${at}.` }));
      await see(desk, shop.id, `222-${at}`);
    }
    await rounds(desks);
    await expectSame(desks);
    const db = await desks[2]!.db();
    expect((await db.notes.toArray()).map(({ text }) => text).sort()).toEqual(
      [0, 1, 2].map((at) => `Note of desk ${at}.`),
    );
    expect(await db.buyers.count()).toBe(4);
    expect(await storeOf(desks[1]!)).toMatchObject({ shops: [expect.objectContaining({ name: 'Lumen DE' })] });
  });

  test('write nothing more once they agree', async () => {
    const shared = aFolder();
    const { desks, shop, first } = await desksOver(shared, 3);
    await see(first, shop.id, '111-1');
    await rounds(desks, 3);
    const before = [...shared.files.keys()];
    await rounds(desks, 2);
    expect([...shared.files.keys()]).toEqual(before);
    expect(before.length).toBeLessThanOrEqual(4);
  });
});

describe('what is changed', () => {
  test('travels as edits and deletions, and the later of two edits wins everywhere', async () => {
    const { desks, shop, first, last } = await desksOver(aFolder(), 2);
    const key = await see(first, shop.id, '111-1');
    const note = valueOf(await first.notes.addNote({ buyerKey: key, text: 'Wants the blue one.' }));
    await rounds(desks);
    last.pass(hour);
    first.pass(hour + 5);
    valueOf(await last.notes.editNote({ buyerKey: note.buyerKey, noteId: note.id, text: 'Wants the red one.' }));
    valueOf(await first.notes.editNote({ buyerKey: note.buyerKey, noteId: note.id, text: 'Wants the green one.' }));
    await rounds(desks);
    await expectSame(desks);
    expect((await (await last.db()).notes.get(note.id))?.text).toBe('Wants the green one.');
    valueOf(await last.notes.deleteNote({ buyerKey: note.buyerKey, noteId: note.id }));
    await rounds(desks);
    await expectSame(desks);
    expect((await (await first.db()).notes.get(note.id))?.deleted).toBe(1);
  });

  test('holds the rules a lead has locked, where somebody decides otherwise and by whatever way they came', async () => {
    const { desks, first, last } = await desksOver(aFolder(), 3);
    const { id } = valueOf(await first.team.team()).me;
    for (const desk of desks.slice(1)) valueOf(await desk.team.setLead({ id, isLead: true }));
    valueOf(await first.deskRules.set({ rule: 'fmt-emoji', severity: 'block' }));
    valueOf(await first.deskRules.setLock({ rule: 'fmt-emoji', on: true }));
    last.pass(hour);
    valueOf(await last.deskRules.set({ rule: 'fmt-emoji', off: true }));
    await rounds(desks);
    await expectSame(desks);
    const standing = async (desk: FolderDesk) => (await desk.deskRules.active()).desk.settings['fmt-emoji'];
    expect(await standing(first)).toEqual({ severity: 'block' });
    for (const desk of desks.slice(1)) expect(await standing(desk)).toEqual({ severity: 'block', locked: true });
    for (const desk of desks) desk.pass(2 * hour);
    valueOf(await first.deskRules.setLock({ rule: 'fmt-emoji', on: false }));
    await rounds(desks);
    await expectSame(desks);
    for (const desk of desks) expect(await standing(desk)).toEqual({ severity: 'block' });
  });

  test('takes who is forgotten out of every desk and of every file', async () => {
    const shared = aFolder();
    const { desks, shop, first, last } = await desksOver(shared, 2);
    const key = await see(first, shop.id, '111-1');
    await rounds(desks);
    valueOf(await last.notes.addNote({ buyerKey: key, text: 'Ann Lee of Elm Street.' }));
    await rounds(desks);
    valueOf(await first.forget.forget({ keys: [key] }));
    await rounds(desks, 3);
    await expectSame(desks);
    for (const desk of desks) {
      const db = await desk.db();
      expect((await db.buyers.get(key))?.forgotten).toBe(1);
      expect((await db.notes.toArray()).filter(({ text }) => text !== '')).toEqual([]);
    }
    for (const desk of desks) {
      const identity = valueOf(await desk.team.identity());
      for (const [name, { blob }] of shared.files) {
        const { lines } = valueOf(await openBundle(await bytesOf(blob), { identity }, { nowMs: Date.now() * 2 }));
        expect([name, JSON.stringify(lines).includes('Elm Street')]).toEqual([name, false]);
      }
    }
  });

  test('takes in what a person imported by hand, however old it is', async () => {
    const shared = aFolder();
    const { desks, shop, first, last } = await desksOver(shared, 2);
    const outside = await aFolderDesk(aFolder());
    await see(first, shop.id, '111-1');
    valueOf(await outside.shops.add({ marketplace: amazon, name: 'Other' }));
    first.pass(hour);
    await rounds(desks);
    const { id } = valueOf(await first.bundles.read({ file: await fileOf(outside), fileName: 'x.parley', key: {} }));
    valueOf(await first.bundles.apply({ importId: id }));
    await rounds(desks);
    expect((await (await last.db()).shops.toArray()).map(({ name }) => name).sort()).toEqual(['Lumen DE', 'Other']);
  });

  test('does not appear among the exports, and leaves what the next one holds alone', async () => {
    const { shop, first } = await desksOver(aFolder(), 1);
    await see(first, shop.id, '111-1');
    await first.sync();
    const files = createBundleExport({
      ...first.deps,
      reviewNotes: async () => ({ flagged: 0 }),
      advise: async () => ok(null),
    });
    expect(valueOf(await files.exports())).toEqual([]);
    const look = valueOf(await files.look({ scope: { kind: 'since-last' }, redaction: 'full' }));
    expect(look.counts.buyers).toBe(1);
  });
});

describe('a folder as drives leave it', () => {
  const synced = async (shared: Folder) => {
    const team = await desksOver(shared, 2);
    const key = await see(team.first, team.shop.id, '111-1');
    await rounds(team.desks);
    valueOf(await team.first.notes.addNote({ buyerKey: key, text: 'Later.' }));
    await team.first.sync();
    const newest = shared.namesOf(team.first.node).at(-1) ?? '';
    return { ...team, key, newest, file: shared.files.get(newest)?.blob ?? new Blob() };
  };
  const notesOf = async (desk: Desk) => (await (await desk.db()).notes.toArray()).map(({ text }) => text);

  test('gives a half-written file another try when it has grown', async () => {
    const shared = aFolder();
    const { last, newest, file } = await synced(shared);
    shared.put(newest, file.slice(0, file.size - 20));
    expect((await last.sync()).skipped).toEqual([{ name: newest, kind: 'half-written' }]);
    const read = vi.spyOn(last.bundles, 'read');
    await last.sync();
    expect(read).not.toHaveBeenCalled();
    shared.put(newest, file);
    expect((await last.sync()).skipped).toEqual([]);
    expect(await notesOf(last)).toEqual(['Later.']);
  });

  test('tries a file again after a day', async () => {
    const shared = aFolder();
    const { last } = await synced(shared);
    shared.put('holiday.parley', new Blob(['no records']));
    expect((await last.sync()).skipped).toEqual([{ name: 'holiday.parley', kind: 'not-a-bundle' }]);
    const read = vi.spyOn(last.bundles, 'read');
    last.pass(24 * hour);
    await last.sync();
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('leaves files of others aside, says so, and still takes in the rest', async () => {
    const shared = aFolder();
    const { last, first } = await synced(shared);
    const stranger = await aFolderDesk(shared);
    valueOf(await stranger.shops.add({ marketplace: amazon, name: 'Strange' }));
    valueOf(await stranger.team.addMate({ card: last.card }));
    await stranger.sync();
    const [theirs = ''] = shared.namesOf(stranger.node);
    shared.put('plain.parley', await fileOf(first));
    shared.put('empty.parley', new Blob([]));
    shared.put('notes.txt', new Blob(['not ours']));
    shared.put('.DS_Store', new Blob(['x']));
    const { skipped } = await last.sync();
    expect([...skipped].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { name: 'empty.parley', kind: 'not-a-bundle' },
      { name: 'plain.parley', kind: 'open' },
      { name: theirs, kind: 'stranger' },
    ]);
    expect(await notesOf(last)).toEqual(['Later.']);
    expect(await (await last.db()).shops.count()).toBe(1);
    expect((await first.sync()).skipped).toContainEqual({ name: theirs, kind: 'locked' });
  });

  test('takes in a stranger once they are in the team, who gets everything in turn', async () => {
    const shared = aFolder();
    const { desks } = await synced(shared);
    const third = await aFolderDesk(shared);
    valueOf(await third.shops.add({ marketplace: amazon, name: 'Third' }));
    await rounds([...desks, third]);
    expect(await (await third.db()).shops.count()).toBe(1);
    await acquaint(...desks, third);
    await rounds([...desks, third], 3);
    await expectSame([...desks, third]);
    expect(await (await third.db()).shops.count()).toBe(2);
  });

  test('reads a file under another name, and does not mind when one is gone', async () => {
    const shared = aFolder();
    const { desks, last, newest, file } = await synced(shared);
    shared.files.delete(newest);
    shared.put(`${newest.replace('.parley', '')} (conflicted copy).parley`, file);
    expect((await last.sync()).skipped).toEqual([]);
    expect(await notesOf(last)).toEqual(['Later.']);
    await rounds(desks);
    await expectSame(desks);
  });

  test('gets everything of a desk again when somebody has emptied it', async () => {
    const shared = aFolder();
    const { desks, first } = await synced(shared);
    shared.files.clear();
    await rounds(desks);
    await expectSame(desks);
    const late = await aFolderDesk(shared);
    await acquaint(...desks, late);
    await rounds([...desks, late], 3);
    expect(await sortedRows(late)).toEqual(await sortedRows(first));
  });

  test('is told as a value when it is gone or no longer allowed, and changes nothing', async () => {
    const shared = aFolder();
    const { last } = await synced(shared);
    const before = await sortedRows(last);
    shared.break({ kind: 'folder-gone' });
    expect(await last.folder.sync()).toEqual(err({ kind: 'folder-gone' }));
    expect(valueOf(await last.folder.state()).problem).toEqual({ kind: 'folder-gone' });
    last.takeBack();
    expect(await last.folder.sync()).toEqual(err({ kind: 'permission' }));
    expect(await sortedRows(last)).toEqual(before);
    shared.break(null);
    valueOf(await last.folder.allow());
    expect((await last.sync()).problem).toBeUndefined();
    valueOf(await last.folder.stop());
    expect(await last.folder.sync()).toEqual(err({ kind: 'no-folder' }));
  });

  test('is synced by one at a time, and stopped when somebody wants that', async () => {
    const shared = aFolder();
    const { last } = await synced(shared);
    let open = 0;
    const { list } = shared.folder;
    const looks = vi.spyOn(shared.folder, 'list').mockImplementation(async (isWanted) => {
      expect((open += 1)).toBe(1);
      const files = await list(isWanted);
      open -= 1;
      return files;
    });
    const both = Promise.all([last.folder.sync(), last.folder.sync()]);
    // Nobody asked for this one: it does not wait.
    last.folder.keepUp(AbortSignal.timeout(1));
    expect((await both).map(({ ok: isDone }) => isDone)).toEqual([true, true]);
    expect(looks).toHaveBeenCalledTimes(2);
    shared.put('more.parley', new Blob(['x']));
    expect(await last.folder.sync({ signal: AbortSignal.abort() })).toEqual(err({ kind: 'cancelled' }));
    expect(valueOf(await last.folder.state()).problem).toBeUndefined();
  });
});

describe('bringing files together', () => {
  test('leaves one file of the desk and the same records everywhere', async () => {
    const shared = aFolder();
    const { desks, shop, first, last } = await desksOver(shared, 2);
    for (let at = 0; at < mostSegments; at += 1) {
      await see(first, shop.id, `111-${at}`);
      await first.sync();
    }
    expect(shared.namesOf(first.node)).toHaveLength(mostSegments);
    await last.sync();
    await see(first, shop.id, '333-1');
    await first.sync();
    expect(shared.namesOf(first.node)).toHaveLength(1);
    const late = await aFolderDesk(shared);
    await acquaint(...desks, late);
    await rounds([...desks, late], 3);
    await expectSame([...desks, late]);
    expect(await (await late.db()).buyers.count()).toBe(mostSegments + 1);
  });

  test('removes nothing when the new file cannot be read again', async () => {
    const shared = aFolder();
    const { shop, first } = await desksOver(shared, 1);
    for (let at = 0; at < mostSegments; at += 1) {
      await see(first, shop.id, `111-${at}`);
      await first.sync();
    }
    await see(first, shop.id, '333-1');
    const before = [...shared.files.keys()];
    const write = vi.spyOn(shared.folder, 'write').mockImplementation(async (name, blob) => {
      shared.put(name, blob.slice(0, Math.floor(blob.size / 2)));
      return ok(null);
    });
    expect(await first.folder.sync()).toEqual(err({ kind: 'folder-failed', code: 'not-readable' }));
    expect([...shared.files.keys()]).toEqual(before);
    write.mockRestore();
    await first.sync();
    expect(shared.namesOf(first.node)).toHaveLength(1);
  });

  test('never touches the file of another desk', async () => {
    const shared = aFolder();
    const { desks, shop, first, last } = await desksOver(shared, 2);
    const touched: string[] = [];
    await see(first, shop.id, '111-1');
    await rounds(desks);
    const { write, remove } = shared.folder;
    vi.spyOn(shared.folder, 'write').mockImplementation((name, blob) => (touched.push(name), write(name, blob)));
    vi.spyOn(shared.folder, 'remove').mockImplementation((name) => (touched.push(name), remove(name)));
    for (let at = 0; at < mostSegments + 2; at += 1) {
      await see(last, shop.id, `222-${at}`);
      await last.sync();
    }
    expect(new Set(touched.map((name) => readSegmentName(name)?.node))).toEqual(new Set([last.node]));
  });
});

test('any order of changes and syncs ends in the same records at every desk', { timeout: 120_000 }, async () => {
  const step = fc.record({
    desk: fc.nat({ max: 2 }),
    what: fc.constantFrom('see', 'note', 'edit', 'remove', 'tag', 'forget', 'sync', 'sync', 'sync', 'lose', 'pass'),
    which: fc.nat({ max: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const shared = aFolder();
      const { desks, shop } = await desksOver(shared, 3);
      await rounds(desks);
      for (const [at, { desk: index, what, which }] of steps.entries())
        await take(shared, desks[index]!, shop.id, { what, which, at });
      await rounds(desks, 4);
      await expectSame(desks);
      const before = [...shared.files.keys()];
      await rounds(desks, 1);
      expect([...shared.files.keys()]).toEqual(before);
    }),
    { numRuns: 30, seed: 8, endOnFailure: true },
  );
});

test('the folder is synced now and every five minutes, until nobody looks any more', async () => {
  const shared = aFolder();
  const { first } = await desksOver(shared, 1);
  const list = vi.spyOn(shared.folder, 'list');
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const page = new AbortController();
    first.folder.keepUp(page.signal);
    await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(1));
    await vi.waitFor(async () => expect(valueOf(await first.folder.state()).mergedAt).toBeDefined());
    vi.advanceTimersByTime(5 * 60 * 1000);
    await vi.waitFor(() => expect(list).toHaveBeenCalledTimes(2));
    page.abort();
    vi.advanceTimersByTime(60 * 60 * 1000);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
