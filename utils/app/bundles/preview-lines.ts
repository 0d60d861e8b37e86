/** Pages of what an import would do, and what a person chooses there. */
import type { RowPlanKind } from '../../domain/bundles/diff-bundles';
import { wholeRow, type Chosen } from '../../domain/bundles/choose-side';
import type { PartPlan } from '../../domain/bundles/import-job';
import { movedShops } from '../../domain/bundles/link-shops';
import { readLockId, ruleOfRow } from '../../domain/compliance/desk/rule-row-id';
import { rowTitle } from '../../domain/bundles/row-title';
import { clockInstant } from '../../domain/customers/clock';
import type { ImportPartRow, ImportRow } from '../../domain/records';
import { err, ok } from '../../domain/result';
import type { ApiResult } from '../api';
import type { BundlesApi, HeldBack, ImportLine, ImportPage } from '../bundles-api';
import { readRules, type RulesNow } from '../desk-rule-rows';
import { changing, reading, type RecordDeps } from '../records';
import { partId, placeOf } from './import-store';
import { planLine, planRules, type PlannedLine } from './plan-import';
import { chosenLines } from './run-import';

const MOST_LINES = 200;
const shownKinds: readonly RowPlanKind[] = ['new', 'changed', 'conflict', 'deleted'];

type Asked = Parameters<BundlesApi['lines']>[0];

const isShown = (name: string, { kinds = shownKinds, section }: Pick<Asked, 'kinds' | 'section'>): boolean => {
  const [of, kind] = name.split(':');
  return (section === undefined || of === section) && kinds.includes(kind as RowPlanKind);
};

const hasAny = (part: PartPlan, asked: Asked): boolean =>
  Object.entries(part.kinds).some(([name, count]) => count > 0 && isShown(name, asked));

/** A tombstone has no words: an own rule that goes is called what it is called here. */
const titleOf = ({ line, plan }: PlannedLine): string => {
  const ours = plan.fields.find(({ field }) => field === 'own.title')?.ours;
  return line.row.deleted === 1 && typeof ours === 'string' ? ours : rowTitle(line);
};

/** Why a row takes no effect although it is kept; null where it does, and where it says nothing new. */
const heldBack = ({ line, plan }: PlannedLine, { locks, leads, rows }: RulesNow): HeldBack | null => {
  if (line.section !== 'rules' || plan.kind === 'same' || plan.kind === 'kept') return null;
  const { id, authorId } = line.row;
  const lock = locks.find(({ rule }) => rule === ruleOfRow(id));
  if (readLockId(id) !== null) {
    const isOurs = rows.get(id) !== undefined && lock?.author === authorId;
    return leads.has(authorId) || isOurs ? null : { kind: 'no-lead' };
  }
  // What its author has locked themselves changes together with the lock.
  if (lock === undefined || lock.author === authorId) return null;
  return { kind: 'locked', by: lock.by, name: leads.get(lock.author) ?? '' };
};

/** A row as it is shown. */
const shownLine = (
  { line, plan }: PlannedLine,
  about: {
    readonly n: number;
    readonly chosen: Chosen;
    readonly names: ReadonlyMap<string, string>;
    readonly rules: RulesNow;
  },
): ImportLine => {
  const who = about.names.get(line.row.authorId);
  const held = heldBack({ line, plan }, about.rules);
  return {
    n: about.n,
    kind: held ? 'kept' : plan.kind,
    section: plan.section,
    id: plan.id,
    title: titleOf({ line, plan }),
    at: clockInstant(line.row.hlc),
    fields: plan.fields,
    chosen: about.chosen,
    ...(who === undefined ? {} : { who }),
    ...(held ? { held } : {}),
  };
};

/** A row of a part with what it would do now; null when that is nothing at all. */
interface PlacedLine {
  readonly place: number;
  readonly chosen: Chosen;
  readonly plan: PlannedLine | null;
}

/** The rows of a part with what they would do now. */
const plannedIn = async (deps: RecordDeps, row: ImportRow, part: ImportPartRow): ApiResult<readonly PlacedLine[]> => {
  const lines = chosenLines(part);
  const rules = await planRules(
    deps,
    lines.map(({ line }) => line),
    movedShops(row.shops),
  );
  // Planning reads rows and hashes names, nothing more: its problems are those of the store.
  if (!rules.ok) return err({ kind: 'storage-failed', code: rules.error.kind });
  return ok(lines.map(({ line, place, chosen }) => ({ place, chosen, plan: planLine(line, rules.value) })));
};

const rulesNow = (deps: RecordDeps): ApiResult<RulesNow> => reading(deps, async (db) => ok(await readRules(db)));

const partAt = (deps: RecordDeps, importId: string, at: number): ApiResult<ImportPartRow> =>
  reading(deps, async (db) => {
    const part = await db.importParts.get(partId(importId, 'lines', placeOf(at)));
    return part === undefined ? err({ kind: 'not-found' }) : ok(part);
  });

/** One page of what an import would do. Errors: `not-found`, also once it was applied. */
export const readLines = async (
  deps: RecordDeps,
  row: ImportRow,
  asked: Asked,
  names: ReadonlyMap<string, string>,
): ApiResult<ImportPage> => {
  const rules = await rulesNow(deps);
  if (!rules.ok) return rules;
  const [from, limit] = [Math.max(0, asked.from ?? 0), Math.min(MOST_LINES, Math.max(1, asked.limit))];
  const found: ImportLine[] = [];
  for (const [at, part] of row.parts.entries()) {
    if (part.from + part.count <= from || !hasAny(part, asked)) continue;
    const stored = await partAt(deps, row.id, at);
    if (!stored.ok) return stored;
    const planned = await plannedIn(deps, row, stored.value);
    if (!planned.ok) return planned;
    for (const { place, chosen, plan } of planned.value) {
      const n = part.from + place;
      if (plan === null || n < from || !isShown(`${plan.plan.section}:${plan.plan.kind}`, asked)) continue;
      if (found.length === limit) return ok({ lines: found, next: n });
      found.push(shownLine(plan, { n, chosen, names, rules: rules.value }));
    }
  }
  return ok({ lines: found });
};

const withChoice = (chosen: Chosen, field: string, take: Parameters<BundlesApi['choose']>[0]['take']): Chosen => {
  // A choice for the whole row is about every field of it.
  if (field === wholeRow) return take === 'merged' ? {} : { [wholeRow]: take };
  return { ...chosen, [field]: take };
};

/**
 * Keeps a choice for a row of an import that waits, and answers the row. Errors: `not-found`; `invalid` with `state` when it
 * does not wait any more, with `n` or `field` when there is no such row or field.
 */
export const chooseFor = async (
  deps: RecordDeps,
  { importId, n, field = wholeRow, take }: Parameters<BundlesApi['choose']>[0],
  names: ReadonlyMap<string, string>,
): ApiResult<ImportLine> => {
  const found = await reading(deps, async (db) => {
    const row = await db.imports.get(importId);
    if (row === undefined) return err({ kind: 'not-found' });
    const at = row.parts.findIndex((part) => part.from <= n && n < part.from + part.count);
    return at < 0 ? err({ kind: 'invalid', field: 'n' }) : ok({ row, at });
  });
  if (!found.ok) return found;
  const { row, at } = found.value;
  if (row.state !== 'ready') return err({ kind: 'invalid', field: 'state' });
  const part = await partAt(deps, importId, at);
  if (!part.ok) return part;
  const planned = await plannedIn(deps, row, part.value);
  if (!planned.ok) return planned;
  const rules = await rulesNow(deps);
  if (!rules.ok) return rules;
  const place = n - row.parts[at]!.from;
  const plan = planned.value.find((one) => one.place === place)?.plan ?? null;
  if (plan === null) return err({ kind: 'invalid', field: 'n' });
  if (field !== wholeRow && !plan.plan.fields.some((one) => one.field === field))
    return err({ kind: 'invalid', field: 'field' });
  return changing(deps, ['imports', 'importParts'], async ({ db }) => {
    const [job, stored] = await Promise.all([db.imports.get(importId), db.importParts.get(part.value.id)]);
    if (job?.state !== 'ready' || stored?.value !== part.value.value) return err({ kind: 'invalid', field: 'state' });
    const chosen = withChoice(stored.chosen?.[place] ?? {}, field, take);
    await db.importParts.put({ ...stored, chosen: { ...stored.chosen, [place]: chosen } });
    return ok(shownLine(plan, { n, chosen, names, rules: rules.value }));
  });
};
