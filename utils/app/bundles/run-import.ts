/**
 * Applies imports and takes them back, part by part. How far it is stands in the store and changes with each part, so that
 * what was begun goes on wherever it was stopped: a part is written whole or not at all, and never twice.
 */
import { movedShops } from '../../domain/bundles/link-shops';
import type { ImportJob } from '../../domain/bundles/import-job';
import { formatClock, parseClock, receiveClock } from '../../domain/customers/clock';
import { brandAs, type Instant } from '../../domain/ids';
import type { ImportPartRow, ImportRow } from '../../domain/records';
import { err, ok } from '../../domain/result';
import type { Chosen } from '../../domain/bundles/choose-side';
import type { ApiResult } from '../api';
import type { BundleResult } from '../bundles-api';
import { createForget } from '../buyers/forget';
import { inParts } from '../buyers/record-rows';
import type { JobOptions } from '../buyers-api';
import { changing, clockSetting, noShop, reading, type Change, type RecordDeps } from '../records';
import { createRowStore } from '../templates/template-rows';
import { folderFilePrefix } from './folder-api';
import { applyPart, importTables, type PartRules } from './apply-part';
import { keysIn, partId, placeOf, removeParts, storedLines, updateJob } from './import-store';
import { forgottenAmong, forgottenHere, localRowsFor, placeIn } from './local-rows';
import type { ChosenLine } from './merge-records';
import { shopLinksSetting } from './plan-import';
import type { UndoRecord } from './undo-record';
import { undoPart } from './undo-part';
import { breath } from '../breath';

/** A file that is still being read after this long was left when its page was closed. Units: milliseconds. */
const READING_MS = 3_600_000;
/** How long an import can be taken back. Units: milliseconds. */
const UNDO_MS = 30 * 24 * 3_600_000;

const noChoice: Chosen = {};

/** The rows of a part with their places and what was chosen for them. */
export const chosenLines = (
  part: Pick<ImportPartRow, 'value' | 'chosen'>,
): readonly (ChosenLine & { readonly place: number })[] =>
  storedLines(part).flatMap((line, place) =>
    line === null ? [] : [{ line, place, chosen: part.chosen?.[place] ?? noChoice }],
  );

/** Sets our clock behind everything in the file, so that what we change afterwards counts as later. */
const hearClock = (deps: RecordDeps, latest: string): ApiResult<null> =>
  reading(deps, (db) =>
    db.transaction('rw', db.settings, async () => {
      const kept = await db.settings.get(clockSetting);
      const [own, theirs] = [parseClock(String(kept?.value)), parseClock(latest)];
      if (!kept || !own.ok || !theirs.ok) return ok(null);
      const heard = receiveClock(own.value, theirs.value, Date.parse(deps.clock.now()));
      // Rows from the future were left out when the file was read.
      if (heard.ok) await db.settings.put({ ...kept, value: formatClock(heard.value) });
      return ok(null);
    }),
  );

const rememberLinks = async ({ db, stamp }: Change, { shops }: ImportJob): Promise<void> => {
  const moved = movedShops(shops);
  if (moved.size === 0) return;
  const kept = (await db.settings.get(shopLinksSetting))?.value as Readonly<Record<string, string>> | undefined;
  await db.settings.put({ ...stamp(noShop), name: shopLinksSetting, value: { ...kept, ...Object.fromEntries(moved) } });
};

/** Marks a waiting import as being applied. Errors: `not-found`; `invalid` when it does not wait any more. */
export const beginApply = (deps: RecordDeps, id: string): ApiResult<null> =>
  changing(deps, ['imports'], async (change) => {
    const row = await change.db.imports.get(id);
    if (row === undefined) return err({ kind: 'not-found' });
    if (row.state !== 'ready') return err({ kind: 'invalid', field: 'state' });
    await rememberLinks(change, row);
    change.stamp(noShop);
    await updateJob(change.db, id, { state: 'applying', done: 0 });
    return ok(null);
  });

/** Marks an applied import as being taken back. Errors: `not-found`; `invalid` when it is not applied. */
export const beginUndo = (deps: RecordDeps, id: string): ApiResult<null> =>
  changing(deps, ['imports'], async ({ db }) => {
    const row = await db.imports.get(id);
    if (row === undefined) return err({ kind: 'not-found' });
    if (row.state !== 'applied') return err({ kind: 'invalid', field: 'state' });
    await updateJob(db, id, { state: 'undoing', done: row.parts.length, keptBack: 0 });
    return ok(null);
  });

/** Who is marked as forgotten in a file is forgotten here as well, before anything of the part is kept for an undo. */
const forgetMarked = async (deps: RecordDeps, lines: readonly ChosenLine[]): ApiResult<null> => {
  const marked = lines.flatMap(({ line }) => (line.section === 'buyers' && line.row.forgotten === 1 ? [line] : []));
  if (marked.length === 0) return ok(null);
  const local = await reading(deps, async (db) => ok(await localRowsFor(db, marked)));
  if (!local.ok) return local;
  const keys = marked.flatMap(({ row }) => {
    const ours = local.value.get(placeIn('buyers', row.key));
    return ours && 'key' in ours && ours.forgotten !== 1 ? [row.key] : [];
  });
  const { forget } = createForget(deps);
  for (const some of inParts(keys)) {
    const gone = await forget({ keys: some });
    if (!gone.ok) return gone;
  }
  return ok(null);
};

type Step = 'done' | 'more';

const isUnfinished = (row: ImportRow, state: ImportRow['state']): boolean => row.state === state;

/** Works out joined records once everything is there: the record one is joined to may come in a later part. */
const settleJoins = (deps: RecordDeps, row: ImportRow): ApiResult<Step> =>
  changing(deps, importTables, async (change) => {
    const [some = [], ...rest] = inParts(row.joined ?? []);
    for (const key of some) change.touch(key, 'words');
    await updateJob(change.db, row.id, { joined: rest.flat() });
    return ok('more');
  });

const applyNext = async (deps: RecordDeps, row: ImportRow, rules: Pick<PartRules, 'templates'>): ApiResult<Step> => {
  const n = row.done;
  if (n >= row.parts.length && (row.joined ?? []).length > 0) return settleJoins(deps, row);
  if (n >= row.parts.length) {
    const appliedAt = deps.clock.now();
    const undoUntil = brandAs<'Instant'>(new Date(Date.parse(appliedAt) + UNDO_MS).toISOString());
    return changing(deps, ['imports', 'importParts'], async ({ db, log }) => {
      await updateJob(db, row.id, { state: 'applied', appliedAt, undoUntil });
      await removeParts(db, row.id, 'lines');
      // What the shared folder brings is nobody's work.
      if (!row.fileName.startsWith(folderFilePrefix))
        log({ shopId: noShop, what: 'import.applied', detail: { parts: n } });
      return ok('done' as const);
    });
  }
  const part = await reading(deps, async (db) => ok(await db.importParts.get(partId(row.id, 'lines', placeOf(n)))));
  if (!part.ok) return part;
  const links = movedShops(row.shops);
  const lines = part.value ? chosenLines(part.value) : [];
  const marked = await forgetMarked(deps, lines);
  if (!marked.ok) return marked;
  const read = lines.map(({ line }) => line);
  const own = await reading(deps, async (db) => ok(await forgottenHere(db, keysIn(read))));
  if (!own.ok) return own;
  const forgotten = await forgottenAmong(deps, read, own.value);
  if (!forgotten.ok) return forgotten;
  return changing(deps, importTables, async (change) => {
    const now = await change.db.imports.get(row.id);
    // Another page has gone on with it in the meantime.
    if (now === undefined || !isUnfinished(now, 'applying') || now.done !== n) return ok('more' as const);
    // Somebody was forgotten since the part was read: it is read again.
    const stored = await change.db.importParts.get(partId(row.id, 'lines', placeOf(n)));
    if (stored?.value !== part.value?.value) return ok('more' as const);
    const newId = () => deps.clock.newId();
    const { undo, joined } = await applyPart(change, lines, { ...rules, links, forgotten: forgotten.value, newId });
    await change.db.importParts.put({
      id: partId(row.id, 'undo', placeOf(n)),
      keys: undo.units.flatMap(({ keys }) => keys),
      value: JSON.stringify(undo),
    });
    await updateJob(change.db, row.id, { done: n + 1, joined: [...(now.joined ?? []), ...joined] });
    return ok('more' as const);
  });
};

const undoNext = async (deps: RecordDeps, row: ImportRow, rules: Pick<PartRules, 'templates'>): ApiResult<Step> => {
  const n = row.done;
  return changing(deps, importTables, async (change) => {
    const { db } = change;
    const now = await db.imports.get(row.id);
    if (now === undefined || !isUnfinished(now, 'undoing') || now.done !== n) return ok('more' as const);
    if (n === 0) {
      const { isStopped, ...rest } = now;
      await db.imports.put(isStopped ? { ...rest, state: 'ready' } : { ...rest, state: 'undone' });
      await removeParts(db, row.id, 'undo');
      return ok('done' as const);
    }
    const id = partId(row.id, 'undo', placeOf(n - 1));
    const part = await db.importParts.get(id);
    const newId = () => deps.clock.newId();
    const kept = part
      ? await undoPart(change, JSON.parse(part.value) as UndoRecord, { ...rules, newId, latest: row.latest })
      : 0;
    await db.importParts.delete(id);
    await updateJob(db, row.id, { done: n - 1, keptBack: (now.keptBack ?? 0) + kept });
    return ok('more' as const);
  });
};

/** Turns an import around that is being applied: it goes back to where it began and waits for a decision again. */
const turnAround = (deps: RecordDeps, id: string): ApiResult<null> =>
  changing(deps, ['imports'], async ({ db }) => {
    if ((await db.imports.get(id))?.state !== 'applying') return ok(null);
    await updateJob(db, id, { state: 'undoing', isStopped: true, keptBack: 0 });
    return ok(null);
  });

const findJob = (deps: RecordDeps, id: string): ApiResult<ImportRow> =>
  reading(deps, async (db) => {
    const row = await db.imports.get(id);
    return row === undefined ? err({ kind: 'not-found' }) : ok(row);
  });

const isRunning = ({ state }: ImportRow): boolean => state === 'applying' || state === 'undoing';

const progressOf = ({ state, done, parts }: ImportRow) => ({
  done: state === 'applying' ? done : parts.length - done,
  of: parts.length,
});

/**
 * Brings an import that was begun to its end. One that is stopped while it is applied, or that the store has no room for,
 * goes back to where it began and waits for a decision again; one that is taken back cannot be stopped.
 *
 * Errors: `not-found`, `cancelled` when it was stopped and has gone back, and those of the store.
 */
export const runImport = async (
  deps: RecordDeps,
  id: string,
  { onProgress, signal }: JobOptions = {},
): BundleResult<ImportRow> => {
  const rules = { templates: createRowStore(deps) };
  let problem: Extract<Awaited<BundleResult<ImportRow>>, { ok: false }> | null = null;
  for (;;) {
    const found = await findJob(deps, id);
    if (!found.ok) return problem ?? found;
    const row = found.value;
    if (!isRunning(row))
      return problem ?? (signal?.aborted && row.state === 'ready' ? err({ kind: 'cancelled' }) : found);
    if (row.state === 'applying' && row.done === 0) await hearClock(deps, row.latest);
    if (row.state === 'applying' && signal?.aborted && row.done < row.parts.length) {
      const turned = await turnAround(deps, id);
      if (!turned.ok) return turned;
      continue;
    }
    const step = await (row.state === 'applying' ? applyNext : undoNext)(deps, row, rules);
    if (!step.ok && (problem !== null || row.state === 'undoing')) return problem ?? step;
    if (!step.ok) {
      problem = step;
      const turned = await turnAround(deps, id);
      if (!turned.ok) return problem;
    }
    onProgress?.(progressOf(row));
    await breath();
  }
};

/** Forgets imports that can't be taken back any more, and what is left of files that were never read to their end. */
export const tidyImports = async (deps: RecordDeps, now: Instant): ApiResult<null> =>
  reading(deps, async (db) => {
    for (const row of await db.imports.toArray()) {
      const isStill = row.state === 'applied' || row.state === 'undone';
      const isOver = isStill && row.undoUntil !== undefined && row.undoUntil < now;
      const isLeft = row.state === 'reading' && Date.parse(now) - Date.parse(row.at) > READING_MS;
      if (!isOver && !isLeft) continue;
      await db.transaction('rw', db.imports, db.importParts, async () => {
        await removeParts(db, row.id);
        await db.imports.delete(row.id);
      });
    }
    return ok(null);
  });
