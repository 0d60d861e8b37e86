/** Use cases around files of records that come in: reading, looking, choosing, applying and taking back. */
import { movedShops } from '../../domain/bundles/link-shops';
import type { PartPlan, ShopLink } from '../../domain/bundles/import-job';
import type { RejectedRow } from '../../domain/bundles/bundle';
import type { AgentId } from '../../domain/ids';
import type { ImportRow } from '../../domain/records';
import { err, ok } from '../../domain/result';
import { alone } from '../../platform/alone';
import type { BundleKey } from '../../platform/bundles/age-file';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import type { BundleApiProblem, BundleResult, BundlesApi, ImportEntry } from '../bundles-api';
import type { JobOptions } from '../buyers-api';
import { changing, reading, type RecordDeps } from '../records';
import { folderFilePrefix } from './folder-api';
import { changedTopics, importsTopic } from './changed-topics';
import { entryOf, linesIn, partId, partsOf, removeParts } from './import-store';
import { countKinds, planFile, planRules } from './plan-import';
import { chooseFor, readLines } from './preview-lines';
import { hasUnfinished } from './recover-imports';
import { beginApply, beginUndo, runImport, tidyImports } from './run-import';
import { stageFile } from './stage-file';

/** Stores, our key and the names of those who write to us. */
export interface ImportDeps extends RecordDeps {
  /** Our own key, so that what was locked for us opens by itself. */
  readonly identity: () => ApiResult<string>;
  readonly mateNames: () => ApiResult<ReadonlyMap<AgentId, string>>;
  /** Told when something begins that must be brought to its end even if this page is closed, and when that is reached. */
  readonly watch?: (isRunning: boolean) => Promise<void>;
  /** Called when an import was applied or taken back, before anybody is told of it. */
  readonly settle?: () => Promise<void>;
}

/** Use cases around files of records that come in. */
export type BundleImport = Pick<
  BundlesApi,
  'read' | 'imports' | 'lines' | 'rejected' | 'choose' | 'linkShop' | 'apply' | 'discard' | 'undo'
>;

const nothingRejected: readonly RejectedRow[] = [];

const keepRejected = async (db: Db, importId: string, rejected: readonly RejectedRow[]): Promise<void> => {
  if (rejected.length === 0) return;
  await db.importParts.put({ id: partId(importId, 'rejected', ''), keys: [], value: JSON.stringify(rejected) });
};

const drop = (deps: RecordDeps, importId: string): ApiResult<null> =>
  reading(deps, (db) =>
    db.transaction('rw', db.imports, db.importParts, async () => {
      await removeParts(db, importId);
      await db.imports.delete(importId);
      return ok(null);
    }),
  );

/** Our own key is always tried: that it fails means that the file is for others, not that somebody gave a wrong one. */
const asGiven = (problem: BundleApiProblem, { identity }: BundleKey): BundleApiProblem =>
  problem.kind === 'wrong-key' && problem.by === 'recipients' && identity === undefined
    ? { kind: 'locked', by: 'recipients' }
    : problem;

/** The whole of reading a file: staged, planned, and waiting for a decision. */
const readFile = async (
  deps: ImportDeps,
  importId: string,
  { file, fileName, key }: Parameters<BundlesApi['read']>[0],
  options: JobOptions,
): BundleResult<ImportRow> => {
  const identity = await deps.identity();
  if (!identity.ok) return identity;
  const at = deps.clock.now();
  const staged = await reading(deps, async (db) => {
    const row = {
      state: 'reading' as const,
      at,
      fileName,
      lockedBy: 'nothing' as const,
      rejected: 0,
      unknownSections: {},
    };
    const begun = { ...row, id: importId, shops: [], parts: [], latest: '', done: 0 };
    await db.imports.put(begun as unknown as ImportRow);
    const whole = [key.identity, identity.value].filter(Boolean).join('\n');
    const withOwn = !fileName.startsWith(folderFilePrefix);
    const asked = { importId, file, key: { ...key, identity: whole }, withOwn, nowMs: Date.parse(at) };
    return ok({ begun, read: await stageFile(db, asked, options) });
  });
  if (!staged.ok) return staged;
  const { begun, read } = staged.value;
  if (!read.ok) return err(asGiven(read.error, key));
  const planned = await planFile(deps, importId, options);
  if (!planned.ok) return planned;
  const { header, lockedBy, rejectedCount, unknownSections, latest } = read.value;
  const rejected = [...read.value.rejected, ...planned.value.rejected];
  const row: ImportRow = {
    ...begun,
    state: 'ready',
    header,
    lockedBy,
    latest,
    unknownSections,
    rejected: rejectedCount + planned.value.rejected.length,
    parts: planned.value.parts,
    shops: planned.value.shops,
  };
  return changing(deps, ['imports', 'importParts'], async ({ db }) => {
    await keepRejected(db, importId, rejected);
    await db.imports.put(row);
    return ok(row);
  });
};

/** Counts anew what the rows of an import would do, with other links between shops. */
const planAgain = async (
  deps: ImportDeps,
  row: ImportRow,
  shops: readonly ShopLink[],
  { onProgress, signal }: JobOptions,
): BundleResult<ImportRow> => {
  const parts: PartPlan[] = [];
  const ids = await reading(deps, async (db) => ok(await partsOf(db, row.id, 'lines').primaryKeys()));
  if (!ids.ok) return ids;
  for (const [at, id] of ids.value.entries()) {
    if (signal?.aborted) return err({ kind: 'cancelled' });
    const part = await reading(deps, async (db) => ok(await db.importParts.get(id)));
    if (!part.ok) return part;
    const lines = part.value ? linesIn(part.value) : [];
    const rules = await planRules(deps, lines, movedShops(shops));
    if (!rules.ok) return rules;
    parts.push({ from: row.parts[at]?.from ?? 0, count: lines.length, kinds: countKinds(lines, rules.value) });
    onProgress?.({ done: at + 1, of: ids.value.length });
  }
  return changing(deps, ['imports'], async ({ db }) => {
    const now = await db.imports.get(row.id);
    if (now?.state !== 'ready') return err({ kind: 'invalid', field: 'state' });
    const next = { ...now, shops, parts };
    await db.imports.put(next);
    return ok(next);
  });
};

/** Use cases around files of records that come in, over the given stores. */
export const createBundleImport = (deps: ImportDeps): BundleImport => {
  const names = async (): Promise<ReadonlyMap<AgentId, string>> => {
    const known = await deps.mateNames();
    return known.ok ? known.value : new Map();
  };
  const jobOf = (id: string): ApiResult<ImportRow> =>
    reading(deps, async (db) => {
      const row = await db.imports.get(id);
      return row === undefined ? err({ kind: 'not-found' }) : ok(row);
    });
  const entry = async (row: ImportRow): Promise<ImportEntry> => entryOf(row, await names());
  const told = async (result: Awaited<BundleResult<ImportRow>>): BundleResult<ImportEntry> => {
    await deps.settle?.();
    await deps.announce(changedTopics);
    return result.ok ? ok(await entry(result.value)) : result;
  };
  const run = async (id: string, options?: JobOptions): BundleResult<ImportRow> => {
    await deps.watch?.(true);
    const done = await alone('import', () => runImport(deps, id, options));
    // One that could not be brought to its end goes on when the alarm rings.
    if (!(await hasUnfinished(deps))) await deps.watch?.(false);
    return done;
  };

  return {
    read: async (asked, options = {}) => {
      const importId = deps.clock.newId();
      const read = await readFile(deps, importId, asked, options);
      // Nothing is left of a file that was not read to its end.
      if (!read.ok) await drop(deps, importId);
      await deps.announce([importsTopic]);
      return read.ok ? ok(await entry(read.value)) : read;
    },

    imports: async () => {
      const tidied = await tidyImports(deps, deps.clock.now());
      if (!tidied.ok) return tidied;
      const rows = await reading(deps, async (db) => ok(await db.imports.toArray()));
      if (!rows.ok) return rows;
      const shown = rows.value.filter(({ state }) => state !== 'reading').sort((a, b) => (a.at < b.at ? 1 : -1));
      return ok(await Promise.all(shown.map(entry)));
    },

    lines: async (asked) => {
      const row = await jobOf(asked.importId);
      return row.ok ? readLines(deps, row.value, asked, await names()) : row;
    },

    rejected: ({ importId }) =>
      reading(deps, async (db) => {
        const part = await db.importParts.get(partId(importId, 'rejected', ''));
        return ok(part ? (JSON.parse(part.value) as readonly RejectedRow[]) : nothingRejected);
      }),

    choose: async (asked) => chooseFor(deps, asked, await names()),

    linkShop: async ({ importId, theirs, ours }, options = {}) => {
      const row = await jobOf(importId);
      if (!row.ok) return row;
      if (row.value.state !== 'ready') return err({ kind: 'invalid', field: 'state' });
      const isOurs = await reading(deps, async (db) => {
        const market = row.value.shops.find((link) => link.theirs.id === theirs)?.theirs.marketplace;
        const shop = ours === null ? undefined : await db.shops.get(ours);
        return ok(market !== undefined && (ours === null || (shop?.deleted === 0 && shop.marketplace === market)));
      });
      if (!isOurs.ok) return isOurs;
      if (!isOurs.value) return err({ kind: 'invalid', field: 'ours' });
      const shops = row.value.shops.map((link) => (link.theirs.id === theirs ? { ...link, ours } : link));
      const planned = await planAgain(deps, row.value, shops, options);
      return planned.ok ? ok(await entry(planned.value)) : planned;
    },

    apply: async ({ importId }, options) => {
      const begun = await beginApply(deps, importId);
      return begun.ok ? told(await run(importId, options)) : begun;
    },

    undo: async ({ importId }, { onProgress } = {}) => {
      const begun = await beginUndo(deps, importId);
      return begun.ok ? told(await run(importId, onProgress ? { onProgress } : {})) : begun;
    },

    discard: async ({ importId }) => {
      const row = await jobOf(importId);
      if (!row.ok) return row;
      if (row.value.state !== 'ready') return err({ kind: 'invalid', field: 'state' });
      const dropped = await drop(deps, importId);
      await deps.announce([importsTopic]);
      return dropped;
    },
  };
};
