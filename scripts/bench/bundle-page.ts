/**
 * Runs inside the dashboard of the bench build: files of records are written, read, applied and taken back by the program's
 * own code over the real store, beside a library that copies whole databases. Nothing of it is in the product.
 */
import { exportDB, importInto } from 'dexie-export-import';
import { createBundles } from '../../utils/app/bundles/bundles';
import { jobsInWorker } from '../../utils/app/bundles/job-messages';
import { changing, type RecordDeps } from '../../utils/app/records';
import { noSatellites } from '../../utils/domain/customers/satellites';
import { brandAs } from '../../utils/domain/ids';
import { ok, type Result } from '../../utils/domain/result';
import { systemClock } from '../../utils/platform/clock/system-clock';
import { lazyDatabase } from '../../utils/platform/db/lazy-database';
import { buyerAt } from './data-rows';
import { watched } from './watched';

const deps: RecordDeps = { db: lazyDatabase(), clock: systemClock, announce: () => Promise.resolve() };
const shopId = brandAs<'ShopId'>('bench-shop');
const PART = 250;
const END = Date.now();
const everything = { scope: { kind: 'everything' }, redaction: 'full' } as const;

const valueOf = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

let files = new Map<string, Blob>();
let importId = '';

const bundlesWith = (worker: string) =>
  createBundles({
    ...deps,
    today: () => new Date().toISOString().slice(0, 10),
    noteReview: {
      flaggedNotes: () => Promise.resolve({ flagged: 0 }),
      adviseExport: () => Promise.resolve(ok(null)),
    },
    jobs: jobsInWorker(() => new Worker(worker, { type: 'module' }), deps.announce),
  });

const benchBundles = {
  /** Writes so many buyers with orders and notes. */
  fill: async (count: number): Promise<void> => {
    const made = await changing(deps, ['shops'], async ({ db, stamp }) => {
      await db.shops.put({ ...stamp(shopId), id: shopId, marketplace: brandAs<'MarketId'>('amazon'), name: 'Bench' });
      return ok(null);
    });
    valueOf(made);
    for (let at = 0; at < count; at += PART) {
      const part = await changing(deps, ['buyers'], async (change) => {
        const some = Array.from({ length: Math.min(PART, count - at) }, (_, n) =>
          buyerAt(at + n, change.stamp(shopId), END),
        );
        await change.db.orders.bulkAdd(some.map(({ order }) => order));
        await change.db.notes.bulkAdd(some.flatMap(({ note }) => note ?? []));
        for (const { row, order, note } of some)
          change.make(row, { ...noSatellites, orders: [order], notes: note ? [note] : [] });
        return ok(null);
      });
      valueOf(part);
    }
  },

  /** Writes everything as a file; answers its size in bytes. */
  write: (worker: string, passphrase: string) =>
    watched(async () => {
      const lock = passphrase === '' ? ({ kind: 'plain' } as const) : ({ kind: 'passphrase', passphrase } as const);
      const { file } = valueOf(await bundlesWith(worker).write({ ...everything, lock }));
      files = new Map([...files, [passphrase, file]]);
      return file.size;
    }),

  /** The file that was written, for another profile. */
  take: async (passphrase: string): Promise<string> => {
    const bytes = new Uint8Array(await files.get(passphrase)!.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  },

  give: (name: string, base64: string): void => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    files = new Map([...files, [name, new Blob([bytes])]]);
  },

  /** Reads a file as far as its preview; answers its rows. */
  read: (worker: string, passphrase: string) =>
    watched(async () => {
      const key = passphrase === '' ? {} : { passphrase };
      const asked = { file: files.get(passphrase)!, fileName: 'bench.parley', key };
      const entry = valueOf(await bundlesWith(worker).read(asked));
      importId = entry.id;
      await bundlesWith(worker).lines({ importId, limit: 50 });
      return entry.tally;
    }),

  apply: (worker: string) => watched(async () => valueOf(await bundlesWith(worker).apply({ importId })).state),

  undo: (worker: string) => watched(async () => valueOf(await bundlesWith(worker).undo({ importId })).keptBack),

  counts: async () => {
    const db = valueOf(await deps.db());
    return Promise.all([db.buyers.count(), db.orders.count(), db.notes.count()]);
  },

  /** The same rows by the library; answers the size of its file in bytes. */
  exportDB: () =>
    watched(async () => {
      const file = await exportDB(valueOf(await deps.db()));
      files = new Map([...files, ['library', file]]);
      return file.size;
    }),

  importDB: () =>
    watched(async () => {
      await importInto(valueOf(await deps.db()), files.get('library')!, { clearTablesBeforeImport: true });
      return (await benchBundles.counts())[0];
    }),
};

export type BenchBundles = typeof benchBundles;

Object.assign(globalThis, { benchBundles });
