// @vitest-environment node
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readEverything } from '@/utils/app/backup';
import { createAutoBackup } from '@/utils/app/bundles/auto-backup';
import { createBundleExport } from '@/utils/app/bundles/export';
import { createTeam } from '@/utils/app/bundles/team';
import { backupPath, baseName, isSameBackup, type BackupCopy } from '@/utils/domain/bundles/backup-plan';
import { readRecoveryKey } from '@/utils/domain/bundles/recovery-key';
import { err, ok } from '@/utils/domain/result';
import { newKey } from '@/utils/platform/bundles/identity';
import { openBundle } from '@/utils/platform/bundles/open';
import type { DownloadProblem, Downloads } from '@/utils/platform/downloads';
import { aBusyDesk, linesOf } from './bundle-desks';
import { hour, valueOf, type Desk } from './desk';

const day = 24 * hour;
const words = { comments: ['Parley recovery key.', 'Keep it.'] };

interface Lying {
  readonly id: number;
  readonly filename: string;
  readonly startTime: string;
  readonly blob: Blob;
}

/** Downloads in memory; `problem` is what every file meets. */
const someDownloads = (now: () => string) => {
  const list = new Map<number, Lying>();
  const disk = new Map<string, Blob>();
  const world = { isAllowed: true, problem: null as DownloadProblem | null, isHeld: false };
  let ids = 0;
  const freeName = (path: string): string => {
    const [stem, end] = [path.slice(0, path.lastIndexOf('.')), path.slice(path.lastIndexOf('.'))];
    let name = `/downloads/${path}`;
    for (let at = 1; disk.has(name); at += 1) name = `/downloads/${stem} (${at})${end}`;
    return name;
  };
  const put = (path: string, blob: Blob): Lying => {
    const lying = { id: (ids += 1), filename: freeName(path), startTime: now(), blob };
    list.set(lying.id, lying);
    disk.set(lying.filename, blob);
    return lying;
  };
  const find = ({ id, ...copy }: BackupCopy): Lying | undefined => {
    const lying = list.get(id);
    return lying && isSameBackup(lying, copy, 'us') ? lying : undefined;
  };
  const downloads: Downloads = {
    isAllowed: async () => world.isAllowed,
    save: async ({ path, blob }, signal) => {
      if (!world.isAllowed) return err({ kind: 'downloads-denied' });
      if (signal?.aborted) return err({ kind: 'cancelled' });
      if (world.problem) return err(world.problem);
      const { id, filename, startTime } = put(path, blob);
      return ok({ id, name: baseName(filename), startedAt: startTime, bytes: blob.size });
    },
    whereabouts: async (copy) => {
      const lying = find(copy);
      return lying ? (disk.has(lying.filename) ? 'there' : 'missing') : 'unknown';
    },
    remove: async (copy) => {
      const lying = find(copy);
      if (!lying) return list.has(copy.id) ? 'not-ours' : 'gone';
      if (world.isHeld) return 'failed';
      list.delete(lying.id);
      return disk.delete(lying.filename) ? 'removed' : 'gone';
    },
  };
  return { downloads, list, disk, put, world, names: () => [...disk.keys()].map(baseName) };
};
type SomeDownloads = ReturnType<typeof someDownloads>;

/** One dashboard of a desk; several of them share its downloads. */
const aDashboard = (desk: Desk, { downloads }: SomeDownloads) => {
  const { team } = createTeam(desk.deps);
  const { write, exports, look } = createBundleExport({
    ...desk.deps,
    today: () => desk.deps.clock.now().slice(0, 10),
    reviewNotes: async () => ({ flagged: 0 }),
    advise: async () => ok(null),
  });
  const bundles = { team, write: vi.fn(write) };
  const today = () => desk.deps.clock.now().slice(0, 10);
  return { backup: createAutoBackup({ ...desk.deps, bundles, downloads, today, newKey }), bundles, exports, look };
};

const setUp = async () => {
  const desk = await aBusyDesk();
  const files = someDownloads(() => desk.deps.clock.now());
  const dashboard = aDashboard(desk, files);
  return { ...desk, ...dashboard, files, state: async () => valueOf(await dashboard.backup.state()) };
};

/** A desk whose backups are on. */
const turnedOn = async () => {
  const desk = await setUp();
  const made = valueOf(await desk.backup.turnOn(words));
  const key = [...desk.files.disk.values()][0] ?? new Blob();
  return { ...desk, made, secret: readRecoveryKey(await key.text()) ?? '' };
};

const everyDay = async (desk: Awaited<ReturnType<typeof turnedOn>>, times: number): Promise<void> => {
  for (let at = 0; at < times; at += 1) {
    valueOf(await desk.backup.backUp());
    desk.pass(day);
  }
};

const rowsIn = async (file: Blob, identity: string): Promise<readonly string[]> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = valueOf(await openBundle(bytes, { identity }, { nowMs: Date.parse('2030-01-01') }));
  return opened.lines.map((line) => JSON.stringify(line)).sort();
};

/** Locks as browsers have them. */
const someLocks = () => {
  const held = new Map<string, Promise<unknown>>();
  const request = async (name: string, ...rest: readonly unknown[]): Promise<unknown> => {
    const work = rest.at(-1) as (lock: object | null) => Promise<unknown>;
    const isFree = !held.has(name);
    if (rest.length > 1 && !isFree) return work(null);
    const mine = (held.get(name) ?? Promise.resolve()).then(() => work({}));
    held.set(name, mine);
    try {
      return await mine;
    } finally {
      if (held.get(name) === mine) held.delete(name);
    }
  };
  return { request };
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('turning backups on', () => {
  test('puts a recovery key into the downloads and keeps no secret', async () => {
    const { made, secret, state, db, deps, backup } = await turnedOn();
    expect(made).toEqual({ fileName: 'parley-recovery-key.txt' });
    expect(secret).toMatch(/^AGE-SECRET-KEY-1/);
    expect(await state()).toMatchObject({ isOn: true, isAllowed: true, every: 'day', keep: 7, isOverdue: false });
    const rows = JSON.stringify(await Promise.all((await db()).tables.map((table) => table.toArray())));
    expect(rows).not.toContain(secret);
    expect(JSON.stringify(valueOf(await readEverything(deps)))).not.toContain('AGE-SECRET-KEY');
    expect(valueOf(await backup.turnOff())).toBeNull();
    // The key is still somewhere: no other one is made.
    expect(valueOf(await backup.turnOn(words))).toBeNull();
  });

  test('does nothing when the key cannot be put there', async () => {
    const { files, backup, state } = await setUp();
    files.world.problem = { kind: 'disk-full' };
    expect(await backup.turnOn(words)).toEqual(err({ kind: 'disk-full' }));
    expect(await state()).toMatchObject({ isOn: false });
    expect(await backup.backUp()).toEqual(err({ kind: 'backup-off' }));
  });

  test('writes down what was done, without names', async () => {
    const desk = await turnedOn();
    valueOf(await desk.backup.backUp());
    const lines = (await (await desk.db()).log.toArray()).filter(({ what }) => what.startsWith('backup.'));
    expect(lines.map(({ what, detail }) => [what, detail])).toEqual([
      ['backup.key-made', {}],
      ['backup.turned-on', {}],
      ['backup.made', {}],
    ]);
  });
});

describe('a backup', () => {
  test('holds everything, for the recovery key and for our own', async () => {
    const desk = await turnedOn();
    const copy = valueOf(await desk.backup.backUp());
    expect(copy).toMatchObject({ name: 'parley-backup-2026-03-02.parley', day: '2026-03-02' });
    const file = desk.files.disk.get(`/downloads/${backupPath('2026-03-02')}`) ?? new Blob();
    expect(file.size).toBe(copy.bytes);
    const rows = await rowsIn(file, desk.secret);
    const sections = [...new Set(rows.map((row) => (JSON.parse(row) as { section: string }).section))];
    expect(sections).toEqual(expect.arrayContaining(['buyers', 'notes', 'orders', 'shops']));
    expect(rows.filter((row) => row.includes('"buyers"'))).toHaveLength(
      (await linesOf(desk)).filter(({ section }) => section === 'buyers').length,
    );
    const own = valueOf(await createTeam(desk.deps).identity());
    expect(await rowsIn(file, own)).toEqual(rows);
    expect(await desk.state()).toMatchObject({ last: copy, isLastMissing: false, isRunning: false });
  });

  test('is no export: no list tells of it, and the next one of changes holds the same', async () => {
    const desk = await turnedOn();
    const changes = { scope: { kind: 'since-last' }, redaction: 'full' } as const;
    const before = valueOf(await desk.look(changes)).counts;
    valueOf(await desk.backup.backUp());
    expect(valueOf(await desk.exports())).toEqual([]);
    expect(valueOf(await desk.look(changes)).counts).toEqual(before);
  });

  test('tells how far it is, and is stopped without a trace', async () => {
    const desk = await turnedOn();
    const stopping = new AbortController();
    const told: number[] = [];
    const onProgress = ({ done }: { readonly done: number }) => {
      told.push(done);
      stopping.abort();
    };
    const stopped = await desk.backup.backUp({ signal: stopping.signal, onProgress });
    expect(stopped).toEqual(err({ kind: 'cancelled' }));
    expect(told.length).toBeGreaterThan(0);
    const state = await desk.state();
    expect(state.last).toBeUndefined();
    expect(state.problem).toBeUndefined();
    expect(desk.files.names()).toEqual(['parley-recovery-key.txt']);
  });

  test('is locked for a new recovery key once there is one; older ones still need the older key', async () => {
    const desk = await turnedOn();
    valueOf(await desk.backup.backUp());
    expect(valueOf(await desk.backup.renewKey(words))).toEqual({ fileName: 'parley-recovery-key (1).txt' });
    const renewed = desk.files.disk.get('/downloads/parley-recovery-key (1).txt') ?? new Blob();
    const secret = readRecoveryKey(await renewed.text()) ?? '';
    valueOf(await desk.backup.backUp());
    const [first, second] = [...desk.files.disk].filter(([name]) => name.endsWith('.parley')).map(([, blob]) => blob);
    expect((await rowsIn(second ?? new Blob(), secret)).length).toBeGreaterThan(0);
    await expect(rowsIn(second ?? new Blob(), desk.secret)).rejects.toThrow('wrong-key');
    await expect(rowsIn(first ?? new Blob(), secret)).rejects.toThrow('wrong-key');
  });
});

describe('older backups', () => {
  test('are removed beyond those that are kept, and nothing else is', async () => {
    const desk = await turnedOn();
    valueOf(await desk.backup.choose({ keep: 3 }));
    desk.files.put('holiday.jpg', new Blob(['x']));
    desk.files.put('Parley/parley-backup-2020-01-01.parley', new Blob(['of somebody else']));
    await everyDay(desk, 5);
    expect(desk.files.names()).toEqual([
      'parley-recovery-key.txt',
      'holiday.jpg',
      'parley-backup-2020-01-01.parley',
      'parley-backup-2026-03-04.parley',
      'parley-backup-2026-03-05.parley',
      'parley-backup-2026-03-06.parley',
    ]);
  });

  test('stay when the number of their download is that of another file now', async () => {
    const desk = await turnedOn();
    valueOf(await desk.backup.choose({ keep: 3 }));
    await everyDay(desk, 3);
    const [first] = [...desk.files.list.values()].filter(({ filename }) => filename.includes('03-02'));
    if (!first) throw new Error('no backup');
    desk.files.disk.set('/downloads/tax.pdf', new Blob(['x']));
    desk.files.list.set(first.id, { ...first, filename: '/downloads/tax.pdf' });
    await everyDay(desk, 2);
    expect(desk.files.names()).toContain('tax.pdf');
    expect(desk.files.names()).toContain('parley-backup-2026-03-02.parley');
    // It is forgotten; the one after it has gone as it should.
    expect(desk.files.names()).not.toContain('parley-backup-2026-03-03.parley');
  });

  test('that the person has deleted are no problem, and the newest is told', async () => {
    const desk = await turnedOn();
    valueOf(await desk.backup.choose({ keep: 3 }));
    await everyDay(desk, 3);
    desk.files.disk.delete('/downloads/Parley/parley-backup-2026-03-02.parley');
    desk.files.disk.delete('/downloads/Parley/parley-backup-2026-03-04.parley');
    expect(await desk.state()).toMatchObject({ isLastMissing: true, last: { day: '2026-03-04' } });
    await everyDay(desk, 1);
    expect(await desk.state()).toMatchObject({ isLastMissing: false, last: { day: '2026-03-05' } });
    expect(desk.files.names().filter((name) => name.endsWith('.parley'))).toEqual([
      'parley-backup-2026-03-03.parley',
      'parley-backup-2026-03-05.parley',
    ]);
  });

  test('that another program holds are removed the next time', async () => {
    const desk = await turnedOn();
    valueOf(await desk.backup.choose({ keep: 3 }));
    await everyDay(desk, 3);
    desk.files.world.isHeld = true;
    await everyDay(desk, 1);
    expect(desk.files.names().filter((name) => name.endsWith('.parley'))).toHaveLength(4);
    desk.files.world.isHeld = false;
    await everyDay(desk, 1);
    expect(desk.files.names().filter((name) => name.endsWith('.parley'))).toHaveLength(3);
  });

  test('stay when the new one was interrupted, which is told and tried again within the hour', async () => {
    const desk = await turnedOn();
    valueOf(await desk.backup.choose({ keep: 3 }));
    await everyDay(desk, 3);
    const before = desk.files.names();
    desk.files.world.problem = { kind: 'download-failed', code: 'FILE_FAILED' };
    expect(await desk.backup.backUp()).toEqual(err({ kind: 'download-failed', code: 'FILE_FAILED' }));
    expect(desk.files.names()).toEqual(before);
    expect(await desk.state()).toMatchObject({
      problem: { kind: 'download-failed', code: 'FILE_FAILED' },
      last: { day: '2026-03-04' },
    });
    desk.files.world.problem = null;
    valueOf(await desk.backup.backUp());
    expect((await desk.state()).problem).toBeUndefined();
  });

  test('stay when the permission was taken back', async () => {
    const desk = await turnedOn();
    await everyDay(desk, 1);
    desk.files.world.isAllowed = false;
    desk.bundles.write.mockClear();
    expect(await desk.backup.backUp()).toEqual(err({ kind: 'downloads-denied' }));
    // Nothing is read and locked for a file that cannot be written.
    expect(desk.bundles.write).not.toHaveBeenCalled();
    expect(await desk.state()).toMatchObject({ isAllowed: false, isLastMissing: false, isOn: true });
    desk.pass(5 * day);
    expect(await desk.state()).toMatchObject({ isOverdue: true });
  });
});

describe('while dashboards are open', () => {
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  /** Time in which one would have been made. */
  const quiet = () => wait(200);
  const flush = async (until: () => boolean): Promise<void> => {
    for (let at = 0; at < 400 && !until(); at += 1) await wait(10);
    // What follows the file: it is remembered.
    await wait(50);
  };
  const count = (files: SomeDownloads): number => files.names().filter((name) => name.endsWith('.parley')).length;

  test('makes one when it opens and is due, none when it is not, and the next one the next day', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const desk = await turnedOn();
    const page = new AbortController();
    desk.backup.keepUp(page.signal);
    await flush(() => count(desk.files) === 1);
    expect(count(desk.files)).toBe(1);
    vi.advanceTimersByTime(hour);
    await quiet();
    expect(count(desk.files)).toBe(1);
    desk.pass(day);
    vi.advanceTimersByTime(hour);
    await flush(() => count(desk.files) === 2);
    expect(count(desk.files)).toBe(2);
    page.abort();
    desk.pass(day);
    vi.advanceTimersByTime(hour);
    await quiet();
    expect(count(desk.files)).toBe(2);
  });

  test('makes none while backups are off', async () => {
    const desk = await setUp();
    desk.backup.keepUp(AbortSignal.abort());
    const page = new AbortController();
    desk.backup.keepUp(page.signal);
    await quiet();
    page.abort();
    expect(count(desk.files)).toBe(0);
    expect(await (await desk.db()).settings.get('autoBackup')).toBeUndefined();
  });

  test('makes one alone when two dashboards are open', async () => {
    vi.stubGlobal('navigator', { locks: someLocks() });
    const desk = await turnedOn();
    const page = new AbortController();
    const second = aDashboard(desk, desk.files);
    desk.backup.keepUp(page.signal);
    second.backup.keepUp(page.signal);
    await flush(() => count(desk.files) > 0);
    await quiet();
    page.abort();
    expect(count(desk.files)).toBe(1);
    expect(second.bundles.write.mock.calls.length + desk.bundles.write.mock.calls.length).toBe(1);
    // What a person asks for waits for its turn.
    await Promise.all([desk.backup.backUp(), second.backup.backUp()]);
    expect((await desk.state()).last?.name).toBe('parley-backup-2026-03-02 (2).parley');
  });
});
