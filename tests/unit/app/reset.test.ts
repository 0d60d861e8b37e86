import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { demoDatabaseName } from '@/utils/app/demo/database-name';
import { practiceDatabaseName } from '@/utils/app/practice/database-name';
import { resetEverything } from '@/utils/app/reset';
import { createSettings } from '@/utils/app/settings';
import { createShops } from '@/utils/app/shops';
import { err } from '@/utils/domain/result';
import { databaseName } from '@/utils/platform/db/open-database';
import { amazon, aDesk, valueOf } from './desk';

afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

const noScripts = () => vi.spyOn(fakeBrowser.scripting, 'getRegisteredContentScripts').mockResolvedValue([] as never);

test('deletes every row and everything the browser keeps, and tells all pages', async () => {
  noScripts();
  const desk = aDesk();
  const shops = createShops(desk.deps);
  valueOf(await shops.add({ marketplace: amazon, name: 'Lumen DE' }));
  valueOf(await createSettings(desk.deps).write({ works: 'alone' }));
  await fakeBrowser.storage.local.set({ uiLang: 'en' });
  await fakeBrowser.storage.session.set({ handOver: 3 });
  for (const name of [practiceDatabaseName, demoDatabaseName]) {
    const beside = new Dexie(name);
    beside.version(1).stores({ notes: 'id' });
    await beside.open();
    beside.close();
  }
  valueOf(await resetEverything(desk.deps));
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  const left = (await indexedDB.databases()).map(({ name }) => name);
  expect(left).not.toContain(practiceDatabaseName);
  expect(left).not.toContain(demoDatabaseName);
  expect(valueOf(await shops.list())).toEqual([]);
  expect(valueOf(await createSettings(desk.deps).read()).works).toBeNull();
  expect(desk.announced.at(-1)).toEqual(expect.arrayContaining(['settings', 'shops', 'buyers', 'templates']));
});

test('deletes a database that can’t be opened', async () => {
  noScripts();
  const newer = new Dexie(databaseName);
  newer.version(99).stores({ things: 'id' });
  await newer.open();
  newer.close();
  const announce = vi.fn(async () => undefined);
  const db = async () => err({ kind: 'storage-newer' as const, found: 99, known: 7 });
  valueOf(await resetEverything({ db, announce }));
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(databaseName);
});

test('keeps what the browser remembers when the database could not be deleted', async () => {
  noScripts();
  const desk = aDesk();
  const db = valueOf(await desk.deps.db());
  vi.spyOn(db, 'delete').mockRejectedValue(new DOMException('no', 'UnknownError'));
  await fakeBrowser.storage.local.set({ uiLang: 'en' });
  const done = await resetEverything(desk.deps);
  expect(done.ok).toBe(false);
  expect(await fakeBrowser.storage.local.get('uiLang')).toEqual({ uiLang: 'en' });
});
