/** What a file would do to our records, row by row; nothing is done yet. */
import {
  bundleLimits,
  type BundleLine,
  type BundleRows,
  type BundleSection,
  type RejectedRow,
} from '../../domain/bundles/bundle';
import { copiedForm } from '../../domain/bundles/copied-settings';
import { buyerOf } from '../../domain/bundles/export-scope';
import { kindOfRow, planRow, type RowPlan, type RowPlanKind } from '../../domain/bundles/diff-bundles';
import type { ImportJob, PartPlan, ShopLink } from '../../domain/bundles/import-job';
import { inOurShops, linkShops, movedShops, type ShopLinks } from '../../domain/bundles/link-shops';
import { withoutMention } from '../../domain/bundles/merge-bundles';
import { compareLines, lineId } from '../../domain/bundles/write-bundle';
import { checkTemplate } from '../../domain/replies/desk/check-template';
import { isBlocking } from '../../domain/replies/desk/template-problem';
import type { BuyerKey } from '../../domain/ids';
import type { ImportPartRow, SettingRow } from '../../domain/records';
import { err, ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import type { BundleResult } from '../bundles-api';
import type { JobOptions } from '../buyers-api';
import { reading, type RecordDeps } from '../records';
import { asPart, linesIn, partId, partsOf, placeOf } from './import-store';
import { forgottenAmong, forgottenIn, localRowsFor, placeIn, type LocalRows } from './local-rows';
import { createOneBehind, type OneBehind } from './one-behind';

/** Most rows of a part: what one transaction writes. */
const ROWS_PER_PART = 600;

/** Name of the settings row with the links between shops that were made before. */
export const shopLinksSetting = 'shopLinks';

/** What planning a row needs to know of the others. */
export interface PlanRules {
  readonly links: ShopLinks;
  readonly local: LocalRows;
  /** Buyers about whom nothing comes back. */
  readonly forgotten: ReadonlySet<BuyerKey>;
  /** Buyers of the file who are in it or here: whatever is about others has nobody to stand with. */
  readonly known: ReadonlySet<BuyerKey>;
}

/** A row of a file in our shops, and what it would do; null where it does nothing. */
export interface PlannedLine {
  readonly line: BundleLine;
  readonly plan: RowPlan;
}

/** A key that is in use stays: what was hashed with it would be recognised by nothing else. */
const isKeyInUse = ({ section, row }: BundleLine, local: unknown): boolean =>
  section === 'settings' && row.name === 'aliasKey' && local !== undefined;

/** Our row as a file would hold it: how far something is here makes no difference to what was decided. */
const asCompared = (
  section: BundleSection,
  row: BundleRows[BundleSection] | undefined,
): BundleRows[BundleSection] | undefined =>
  section === 'settings' && row !== undefined ? (copiedForm(row as SettingRow) ?? row) : row;

/** A row of a file in our shops, with what we have of it; null for one that is nobody's, or of somebody who was forgotten. */
export const metLine = (
  line: BundleLine,
  rules: PlanRules,
): { readonly line: BundleLine; readonly local: BundleRows[BundleSection] | undefined } | null => {
  const moved = inOurShops(line, rules.links);
  if (moved === null) return null;
  const ours = withoutMention(moved, rules.forgotten);
  const owner = buyerOf(ours);
  if (owner !== undefined) {
    const isMark = ours.section === 'buyers' && ours.row.forgotten === 1;
    if (rules.forgotten.has(owner) && !isMark) return null;
    if (!rules.known.has(owner)) return null;
  }
  const local = asCompared(ours.section, rules.local.get(placeIn(ours.section, lineId(ours))));
  return isKeyInUse(ours, local) ? null : { line: ours, local };
};

/** What a row would do, in our shops; null for one that does nothing at all. */
export const planLine = (line: BundleLine, rules: PlanRules): PlannedLine | null => {
  const met = metLine(line, rules);
  return met && { line: met.line, plan: planRow<BundleSection>(met.line.section, met.local, met.line.row) };
};

const kindOfLine = (line: BundleLine, rules: PlanRules): RowPlanKind => {
  const met = metLine(line, rules);
  return met ? kindOfRow<BundleSection>(met.line.section, met.local, met.line.row) : 'kept';
};

/** The buyers there are, among those a part is about: in the file, or here. */
export const knownBuyers = (lines: readonly BundleLine[], local: LocalRows): ReadonlySet<BuyerKey> => {
  const known = new Set<BuyerKey>();
  for (const { section, row } of lines) if (section === 'buyers') known.add(row.key);
  for (const row of local.values()) if ('key' in row && row.forgotten !== 1) known.add(row.key);
  return known;
};

/** What stands in the way of planning the rows of a part, read once for all of them. */
export const planRules = async (
  deps: RecordDeps,
  lines: readonly BundleLine[],
  links: ShopLinks,
): BundleResult<PlanRules> => {
  const ours = lines.flatMap((line) => inOurShops(line, links) ?? []);
  const asBuyers = ours.flatMap((line) => {
    const key = buyerOf(line);
    return key === undefined ? [] : [{ section: 'buyers', row: { key } } as BundleLine];
  });
  const met = await reading(deps, async (db) => ok(await localRowsFor(db, [...ours, ...asBuyers])));
  if (!met.ok) return met;
  const local = met.value;
  const forgotten = await forgottenAmong(deps, ours, forgottenIn(local));
  if (!forgotten.ok) return forgotten;
  return ok({ links, local, forgotten: forgotten.value, known: knownBuyers(ours, local) });
};

/** How many rows of a part would do what. */
export const countKinds = (lines: readonly BundleLine[], rules: PlanRules): PartPlan['kinds'] => {
  const kinds: Partial<Record<`${BundleSection}:${RowPlanKind}`, number>> = {};
  for (const line of lines) {
    const name = `${line.section}:${kindOfLine(line, rules)}` as const;
    kinds[name] = (kinds[name] ?? 0) + 1;
  }
  return kinds;
};

/** Buyers one by one, each with everything about them; of rows of one id the first. */
const byOwner = (a: BundleLine, b: BundleLine): number => {
  const [one, other] = [buyerOf(a) ?? '', buyerOf(b) ?? ''];
  return one < other ? -1 : one > other ? 1 : compareLines(a, b);
};

/** A bucket in parts that one transaction can write; a buyer is never split, unless there is too much about them. */
const inParts = (lines: readonly BundleLine[]): readonly (readonly BundleLine[])[] => {
  const parts: BundleLine[][] = [];
  let part: BundleLine[] = [];
  let owner: string | undefined;
  for (const line of lines) {
    const next = buyerOf(line);
    const isFull = part.length >= ROWS_PER_PART && (next !== owner || part.length >= 10 * ROWS_PER_PART);
    if (isFull) {
      parts.push(part);
      part = [];
    }
    part.push(line);
    owner = next;
  }
  if (part.length > 0) parts.push(part);
  return parts;
};

const isUsable = (line: BundleLine): boolean =>
  line.section !== 'templates' || line.row.template === undefined || !checkTemplate(line.row.template).some(isBlocking);

const leftOut = (line: BundleLine, field: string): RejectedRow => ({
  line: 0,
  section: line.section,
  id: lineId(line),
  why: { kind: 'invalid', field },
});

/** What can be taken of the rows that were read. Rules of the desk all lie in one bucket. */
const usableLines = (lines: readonly BundleLine[]) => {
  const usable: BundleLine[] = [];
  const left: RejectedRow[] = [];
  let rules = 0;
  for (const line of lines) {
    if (line.section === 'rules') rules += 1;
    if (!isUsable(line)) left.push(leftOut(line, 'template'));
    else if (line.section === 'rules' && rules > bundleLimits.ruleRows) left.push(leftOut(line, 'rules'));
    else usable.push(line);
  }
  return { usable, left };
};

/** The places under which rows were gathered, those of the desk first. */
const bucketsOf = async (db: Db, importId: string): Promise<readonly string[]> => {
  const ids = await partsOf(db, importId, 'raw').primaryKeys();
  const start = partId(importId, 'raw', '').length;
  return [...new Set(ids.map((id) => id.slice(start, id.indexOf(':', start))))];
};

/** Which shops of a file are which of ours; those found by themselves and those linked before. */
export const findShops = async (db: Db, lines: readonly BundleLine[]): Promise<readonly ShopLink[]> => {
  const theirs = lines.flatMap((line) => (line.section === 'shops' ? [line.row] : []));
  const kept = (await db.settings.get(shopLinksSetting))?.value as Readonly<Record<string, string>> | undefined;
  return linkShops(theirs, await db.shops.toArray(), kept ?? {});
};

/** What planning finds out about a file. */
export type PlannedFile = Pick<ImportJob, 'parts' | 'shops'> & { readonly rejected: readonly RejectedRow[] };

const readBucket = (deps: RecordDeps, importId: string, bucket: string): ApiResult<readonly BundleLine[]> =>
  reading(deps, async (db) => ok((await partsOf(db, importId, 'raw', `${bucket}:`).toArray()).flatMap(linesIn)));

const planBuckets = async (
  deps: RecordDeps,
  importId: string,
  { onProgress, signal }: JobOptions,
  writing: OneBehind,
): BundleResult<PlannedFile> => {
  const buckets = await reading(deps, async (db) => ok(await bucketsOf(db, importId)));
  if (!buckets.ok) return buckets;
  const parts: PartPlan[] = [];
  const rejected: RejectedRow[] = [];
  let shops: readonly ShopLink[] = [];
  let from = 0;
  const readAt = (at: number): ApiResult<readonly BundleLine[]> => {
    const bucket = buckets.value[at];
    return bucket === undefined ? Promise.resolve(ok([])) : readBucket(deps, importId, bucket);
  };
  let ahead = readAt(0);
  for (const [at, bucket] of buckets.value.entries()) {
    if (signal?.aborted) return err({ kind: 'cancelled' });
    const read = await ahead;
    if (!read.ok) return read;
    ahead = readAt(at + 1);
    if (at === 0) {
      const found = await reading(deps, async (db) => ok(await findShops(db, read.value)));
      if (!found.ok) return found;
      shops = found.value;
    }
    const { usable, left } = usableLines(read.value);
    rejected.push(...left);
    const rows: ImportPartRow[] = [];
    for (const lines of inParts([...usable].sort(byOwner))) {
      const rules = await planRules(deps, lines, movedShops(shops));
      if (!rules.ok) return rules;
      rows.push(asPart(partId(importId, 'lines', placeOf(parts.length)), lines));
      parts.push({ from, count: lines.length, kinds: countKinds(lines, rules.value) });
      from += lines.length;
    }
    const put = await reading(deps, async (db) => {
      await writing.next(async () => {
        await db.importParts.bulkPut(rows);
        await partsOf(db, importId, 'raw', `${bucket}:`).delete();
      });
      return ok(null);
    });
    if (!put.ok) return put;
    onProgress?.({ done: at + 1, of: buckets.value.length });
  }
  return ok({ parts, shops, rejected });
};

/**
 * Turns the rows that were read into parts that can be shown and applied, and counts what they would do.
 *
 * Errors: `cancelled`, and those of the store.
 */
export const planFile = async (deps: RecordDeps, importId: string, options: JobOptions): BundleResult<PlannedFile> => {
  const writing = createOneBehind();
  const planned = await planBuckets(deps, importId, options, writing);
  const settled = await reading(deps, async () => {
    await writing.settled();
    return ok(null);
  });
  return planned.ok && !settled.ok ? settled : planned;
};
