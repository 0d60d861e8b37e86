import type { Page } from 'playwright-core';
import type { BuyerRow, EventRow, OrderRow } from '@/utils/domain/records';
import { eventually } from './desk-kit';
import type { Desk } from './harness/launch-desk';

/** Everything the extension has written down: all tables of its database and its local items. */
export interface Written {
  readonly tables: Readonly<Record<string, readonly object[]>>;
  readonly local: Readonly<Record<string, unknown>>;
}

/** Dumps what the extension has written down, read beside it and not through it. */
export async function written(desk: Desk): Promise<Written> {
  const worker = await desk.serviceWorker();
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(): Promise<Record<string, unknown>> } } };
    };
    const local = await chrome.storage.local.get();
    const tables: Record<string, object[]> = {};
    const known = await indexedDB.databases();
    for (const { name = '' } of known) {
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => fail(new Error(`${name} did not open`));
      });
      for (const table of db.objectStoreNames) {
        const read = db.transaction(table).objectStore(table).getAll();
        tables[table] = await new Promise<object[]>((done) => {
          read.onsuccess = () => done(read.result as object[]);
        });
      }
      db.close();
    }
    return { tables, local };
  });
}

/** The kept orders by their number. */
export const keptOrders = ({ tables }: Written): ReadonlyMap<string, OrderRow> =>
  new Map(((tables['orders'] ?? []) as readonly OrderRow[]).map((row) => [row.orderId, row]));

/** The kept events. */
export const keptEvents = ({ tables }: Written): readonly EventRow[] => (tables['events'] ?? []) as readonly EventRow[];

/** The kept buyers. */
export const keptBuyers = ({ tables }: Written): readonly BuyerRow[] => (tables['buyers'] ?? []) as readonly BuyerRow[];

/** Opens an address of the desk in a new tab. */
export async function visit(desk: Desk, url: string): Promise<Page> {
  const page = await desk.context.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}

/** One line of the list of visits, as far as tests look at it. */
export interface KeptVisit {
  readonly page: string;
  readonly health: string;
  readonly at: string;
  readonly fields: readonly { readonly field: string; readonly state: string }[];
}

/** The last visit that was written down. */
export const lastVisit = ({ local }: Written): KeptVisit | undefined =>
  (local['pageVisits'] as readonly KeptVisit[] | undefined)?.[0];

/** Opens an address and waits until the page was read: its visit is then written down. */
export async function visitRead(desk: Desk, url: string): Promise<Page> {
  const before = lastVisit(await written(desk))?.at;
  const page = await visit(desk, url);
  await eventually(async () => lastVisit(await written(desk))?.at, 20_000).not.toBe(before);
  return page;
}
