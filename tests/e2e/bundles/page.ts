/** Runs inside the dashboard beside its own scripts: files of records over the real store, and what the store holds. */
import { createBundles } from '../../../utils/app/bundles/bundles';
import { recoverImports } from '../../../utils/app/bundles/recover-imports';
import { changing, type RecordDeps } from '../../../utils/app/records';
import { countWaiting } from '../../../utils/app/reports/drain';
import { fromPack } from '../../../utils/domain/customers/pack';
import { noSatellites } from '../../../utils/domain/customers/satellites';
import { brandAs } from '../../../utils/domain/ids';
import { tallyPlace } from '../../../utils/domain/reports/tally-ids';
import { ok, type Result } from '../../../utils/domain/result';
import { localDays } from '../../../utils/platform/clock/local-days';
import { systemClock } from '../../../utils/platform/clock/system-clock';
import { lazyDatabase } from '../../../utils/platform/db/lazy-database';
import { buyerAt } from '../../../scripts/bench/data-rows';

const deps: RecordDeps = { db: lazyDatabase(), clock: systemClock, announce: () => Promise.resolve() };
const shopId = brandAs<'ShopId'>('closing-shop');
const END = Date.UTC(2026, 10, 20);
const NOT_COMPARED = ['imports', 'importParts', 'changed', 'searchParts', 'log', 'settings', 'agents', 'tallies'];

const valueOf = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const bundles = createBundles({
  ...deps,
  today: () => new Date().toISOString().slice(0, 10),
  noteReview: {
    flaggedNotes: () => Promise.resolve({ flagged: 0 }),
    adviseExport: () => Promise.resolve(ok(null)),
  },
});

const closing = {
  /** Writes buyers `from` to `to` with orders and notes. */
  fill: async (from: number, to: number): Promise<void> => {
    const filled = await changing(deps, ['buyers', 'shops'], async (change) => {
      const { db, stamp } = change;
      await db.shops.put({ ...stamp(shopId), id: shopId, marketplace: brandAs<'MarketId'>('amazon'), name: 'Closing' });
      for (let at = from; at < to; at += 1) {
        const { row, order, note } = buyerAt(at, stamp(shopId), END);
        await db.orders.put(order);
        if (note) await db.notes.put(note);
        change.make(row, { ...noSatellites, orders: [order], notes: note ? [note] : [] });
      }
      return ok(null);
    });
    valueOf(filled);
  },

  /** Everything as a plain file, base64. */
  write: async (): Promise<string> => {
    const request = { scope: { kind: 'everything' }, redaction: 'full', lock: { kind: 'plain' } } as const;
    const { file } = valueOf(await bundles.write(request));
    const bytes = new Uint8Array(await file.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  },

  read: async (base64: string): Promise<string> => {
    const file = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
    return valueOf(await bundles.read({ file, fileName: 'closing.parley', key: {} })).id;
  },

  apply: async (importId: string): Promise<string> => valueOf(await bundles.apply({ importId })).state,
  undo: async (importId: string): Promise<string> => valueOf(await bundles.undo({ importId })).state,
  recover: () => recoverImports(deps),
  states: async (): Promise<readonly string[]> => valueOf(await bundles.imports()).map(({ state }) => state),

  /** A digest of every row that people see, or that is worked out of these, and of the counts of records. */
  print: async (): Promise<string> => {
    const db = valueOf(await deps.db());
    valueOf(await countWaiting({ db: deps.db, days: localDays }));
    // The log goes on, and the title of a product stays known: neither is taken back.
    const counts = (await db.tallies.toArray()).filter(
      ({ id, counts: text }) => text && !id.startsWith('sent:') && !tallyPlace(id).agentId,
    );
    const tables = db.tables.filter(({ name }) => name !== 'archive' && !NOT_COMPARED.includes(name));
    const rows = await Promise.all(tables.map((table) => table.toArray()));
    const packs = (await db.archive.toArray()).map((pack) => JSON.stringify(fromPack(pack))).sort();
    const bytes = new TextEncoder().encode(JSON.stringify([rows, packs, counts]));
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return `${rows.flat().length} rows ${Array.from(new Uint8Array(digest), (byte) => byte.toString(16)).join('')}`;
  },
};

export type Closing = typeof closing;

Object.assign(globalThis, { closing });
