import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { BackupCopy } from '@/utils/domain/bundles/backup-plan';
import { brandAs } from '@/utils/domain/ids';
import { err } from '@/utils/domain/result';
import { browserDownloads } from '@/utils/platform/downloads';

interface Item {
  readonly id: number;
  filename: string;
  readonly startTime: string;
  readonly byExtensionId?: string;
  state: 'in_progress' | 'interrupted' | 'complete';
  error?: string;
  exists: boolean;
  fileSize: number;
}

const blob = new Blob(['records']);
const path = 'Parley/parley-backup-2026-03-02.parley';
const name = 'parley-backup-2026-03-02.parley';

const anEvent = <T>() => {
  const all = new Set<(what: T) => void>();
  return {
    event: {
      addListener: (heard: (what: T) => void) => void all.add(heard),
      removeListener: (heard: (what: T) => void) => void all.delete(heard),
    },
    all,
    emit: (what: T) => [...all].forEach((heard) => heard(what)),
  };
};

/** The downloads of a browser, which go on only when they are told to. */
const aBrowser = (isAllowed = true) => {
  const items = new Map<number, Item>();
  const [changed, erased] = [anEvent<{ readonly id: number }>(), anEvent<number>()];
  const urls = new Set<string>();
  const asked: object[] = [];
  const world = { isRefused: false, isHeld: false };
  const change = (id: number, next: Partial<Item>) => {
    Object.assign(items.get(id) ?? {}, next);
    changed.emit({ id });
  };
  const downloads = {
    download: async (what: { readonly filename: string }) => {
      if (world.isRefused) throw new Error('no');
      asked.push(what);
      const id = items.size + 1;
      const startTime = '2026-03-02T09:00:00.000Z';
      const filename = `/home/mei/Downloads/${what.filename}`;
      items.set(id, { id, filename, startTime, state: 'in_progress', exists: true, fileSize: blob.size });
      return id;
    },
    search: async ({ id }: { readonly id: number }) => [items.get(id)].flatMap((item) => item ?? []),
    cancel: async (id: number) => {
      if (items.get(id)?.state === 'in_progress') change(id, { state: 'interrupted', error: 'USER_CANCELED' });
    },
    removeFile: async (id: number) => {
      const item = items.get(id);
      if (world.isHeld || !item?.exists) throw new Error('no');
      item.exists = false;
    },
    erase: async ({ id }: { readonly id: number }) => {
      items.delete(id);
      erased.emit(id);
    },
    onChanged: changed.event,
    onErased: erased.event,
  };
  if (isAllowed) Object.assign(fakeBrowser, { downloads: { ...downloads, resetState: () => undefined } });
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async () => isAllowed);
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    urls.add('blob:one');
    return 'blob:one';
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void urls.delete(url));
  return { items, urls, asked, world, change, erased, listeners: () => changed.all.size + erased.all.size };
};

const begin = (signal?: AbortSignal) => browserDownloads().save({ path, blob }, signal);
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
const copyOf = (change: Partial<BackupCopy> = {}): BackupCopy => ({
  id: 1,
  name,
  startedAt: '2026-03-02T09:00:00.000Z',
  at: brandAs<'Instant'>('2026-03-02T09:00:00.000Z'),
  day: '2026-03-02',
  bytes: blob.size,
  ...change,
});

beforeEach(() => Reflect.deleteProperty(fakeBrowser, 'downloads'));
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(fakeBrowser, 'downloads');
});

describe('a file that is put into the downloads', () => {
  it('is told once it is whole, under the name it got, and its address is given up then', async () => {
    const world = aBrowser();
    const saving = browserDownloads().save({ path, blob });
    await soon();
    expect(world.asked).toEqual([{ url: 'blob:one', filename: path, saveAs: false, conflictAction: 'uniquify' }]);
    expect([...world.urls]).toEqual(['blob:one']);
    const filename = '/home/mei/Downloads/Parley/parley-backup-2026-03-02 (1).parley';
    world.change(1, { filename });
    world.change(1, { state: 'complete' });
    expect(await saving).toEqual({
      ok: true,
      value: {
        id: 1,
        name: 'parley-backup-2026-03-02 (1).parley',
        startedAt: '2026-03-02T09:00:00.000Z',
        bytes: blob.size,
      },
    });
    expect([...world.urls]).toEqual([]);
    expect(world.listeners()).toBe(0);
  });

  it.each([
    ['FILE_NO_SPACE', { kind: 'disk-full' }],
    ['USER_CANCELED', { kind: 'download-stopped' }],
    ['FILE_ACCESS_DENIED', { kind: 'download-failed', code: 'FILE_ACCESS_DENIED' }],
  ] as const)('that is interrupted is told: %s', async (error, problem) => {
    const world = aBrowser();
    const saving = begin();
    await soon();
    world.change(1, { state: 'interrupted', error });
    expect(await saving).toEqual(err(problem));
    expect([...world.urls]).toEqual([]);
  });

  it('that is not as long as it should be is no backup', async () => {
    const world = aBrowser();
    const saving = begin();
    await soon();
    world.change(1, { state: 'complete', fileSize: 3 });
    expect(await saving).toEqual(err({ kind: 'download-failed', code: 'size-differs' }));
  });

  it('is given up with the page, and taken out of the list with the list', async () => {
    const world = aBrowser();
    const page = new AbortController();
    const saving = begin(page.signal);
    await soon();
    page.abort();
    expect(await saving).toEqual(err({ kind: 'cancelled' }));
    expect(world.items.get(1)?.state).toBe('interrupted');
    const other = browserDownloads().save({ path, blob });
    await soon();
    world.items.delete(2);
    world.erased.emit(2);
    expect(await other).toEqual(err({ kind: 'download-stopped' }));
  });

  it('is not begun without the permission, and a refusal of the browser is told', async () => {
    aBrowser(false);
    expect(await browserDownloads().isAllowed()).toBe(false);
    expect(await browserDownloads().save({ path, blob })).toEqual(err({ kind: 'downloads-denied' }));
    const world = aBrowser();
    world.world.isRefused = true;
    expect(await browserDownloads().save({ path, blob })).toEqual(err({ kind: 'download-failed', code: 'refused' }));
    expect([...world.urls]).toEqual([]);
  });
});

describe('a file that may go', () => {
  const written = async () => {
    const world = aBrowser();
    const saving = begin();
    await soon();
    world.change(1, { state: 'complete' });
    await saving;
    return world;
  };

  it('goes with its line in the list', async () => {
    const world = await written();
    expect(await browserDownloads().whereabouts(copyOf())).toBe('there');
    expect(await browserDownloads().remove(copyOf())).toBe('removed');
    expect(world.items.size).toBe(0);
    expect(await browserDownloads().whereabouts(copyOf())).toBe('unknown');
    expect(await browserDownloads().remove(copyOf())).toBe('gone');
  });

  it('is left alone when the download is another one by now', async () => {
    const world = await written();
    for (const copy of [copyOf({ name: 'parley-backup-2026-03-01.parley' }), copyOf({ startedAt: 'then' })])
      expect(await browserDownloads().remove(copy)).toBe('not-ours');
    expect(world.items.get(1)?.exists).toBe(true);
  });

  it('has gone when the person was faster, and stays remembered while another program holds it', async () => {
    const world = await written();
    world.world.isHeld = true;
    expect(await browserDownloads().remove(copyOf())).toBe('failed');
    expect(world.items.size).toBe(1);
    world.change(1, { exists: false });
    expect(await browserDownloads().whereabouts(copyOf())).toBe('missing');
    expect(await browserDownloads().remove(copyOf())).toBe('gone');
    expect(world.items.size).toBe(0);
  });

  it('stays when the permission was taken back', async () => {
    expect(await browserDownloads().remove(copyOf())).toBe('failed');
    expect(await browserDownloads().whereabouts(copyOf())).toBe('unknown');
  });
});
