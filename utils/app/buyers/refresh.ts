import { shippedSegments } from '../../catalog/segments/shipped-segments';
import { facetRange, joinedList } from '../../domain/customers/facets';
import { countChanges } from '../../domain/customers/list-counts';
import { noSatellites, type Satellites } from '../../domain/customers/satellites';
import { rootOf as rootOfJoined } from '../../domain/customers/same-person';
import type { SegmentRule } from '../../domain/customers/segment';
import { withoutFigures, workOut, type FigureRules } from '../../domain/customers/work-out';
import type { BuyerKey } from '../../domain/ids';
import type { BuyerRow } from '../../domain/records';
import { joinSatellites, readSatellites } from '../../platform/db/read-satellites';
import type { Db, Tables } from '../../platform/db/schema';
import { refreshFollowUps } from '../follow-ups/refresh';
import type { Change } from '../records';

/** Name of the settings row that holds the segments of the desk. */
export const segmentsSetting = 'segments';

/** Tables a change needs in its scope when it touches records. */
export const refreshTables: readonly (keyof Tables)[] = [
  'buyers',
  'orders',
  'events',
  'notes',
  'contacts',
  'promises',
  'followUps',
  'shops',
  'counters',
  'changed',
];

/** A record that was made in this change and is not written yet, with everything there is about it. */
export interface MadeBuyer {
  readonly row: BuyerRow;
  readonly about: Satellites;
  /** What is about it alone, where `about` is about all that were joined. */
  readonly own?: Satellites;
  /** Others are joined to it, or nobody is: it stands in the lists. */
  readonly isRoot?: boolean;
}

/** What a change has touched. */
export interface Touched {
  readonly keys: ReadonlySet<BuyerKey>;
  /** Those whose name, tags or notes may have changed. */
  readonly reworded: ReadonlySet<BuyerKey>;
  readonly made: readonly MadeBuyer[];
}

/** The segments of the desk, or those it started with. */
export const readRules = async (db: Db): Promise<readonly SegmentRule[]> => {
  const kept = (await db.settings.get(segmentsSetting))?.value as
    { readonly rules?: readonly SegmentRule[] } | undefined;
  return kept?.rules ?? shippedSegments;
};

/** Longest chain of joins that is followed; two machines can make chains, nobody makes long ones. */
const LONGEST_CHAIN = 8;

/** The record this one was joined to, however often; itself when it stands alone. In a circle it is one for all. */
export const rootOf = async (db: Db, row: BuyerRow): Promise<BuyerRow> => {
  const rows = new Map([[row.key, row]]);
  let last = row;
  for (let step = 0; last.joinedTo && !rows.has(last.joinedTo) && step < LONGEST_CHAIN; step += 1) {
    const next = await db.buyers.get(last.joinedTo);
    if (next === undefined || next.deleted === 1) break;
    rows.set(next.key, next);
    last = next;
  }
  const root = rootOfJoined(row.key, (key) => {
    const to = rows.get(key)?.joinedTo;
    return to && rows.has(to) ? to : undefined;
  });
  return rows.get(root) ?? row;
};

/** The records that were joined to these, also to those that were joined before. */
export const joinedTo = async (db: Db, keys: readonly BuyerKey[]): Promise<readonly BuyerRow[]> => {
  const found = new Map<BuyerKey, BuyerRow>();
  let asked: readonly BuyerKey[] = keys;
  for (let step = 0; asked.length > 0 && step < LONGEST_CHAIN; step += 1) {
    const ranges = asked.map((key): [string, string] => {
      const { after, before } = facetRange(joinedList(key));
      return [after, before];
    });
    const rows = await db.buyers.where('facets').inAnyRange(ranges).toArray();
    const fresh = rows.filter(({ key }) => !found.has(key) && !keys.includes(key));
    for (const row of fresh) found.set(row.key, row);
    asked = fresh.map(({ key }) => key);
  }
  return [...found.values()];
};

/** Takes a record out of the counts of its lists, for those that are about to be removed; answers it without figures. */
export const leaveLists = (change: Change, row: BuyerRow): BuyerRow => {
  for (const [list, by] of countChanges(row.facets, [])) change.count(list, by);
  change.tally(row, row.tally, {});
  return withoutFigures(row);
};

const isReworded = (before: BuyerRow | undefined, after: BuyerRow): boolean =>
  JSON.stringify([before?.summary?.products ?? [], before?.segments ?? []]) !==
  JSON.stringify([after.summary?.products ?? [], after.segments ?? []]);

/** The records that were joined to a root, in whatever order they were; a circle ends where it began. */
const belowOf = (root: BuyerKey, joined: readonly BuyerRow[]): readonly BuyerKey[] => {
  const below = new Set<BuyerKey>();
  let level: readonly BuyerKey[] = [root];
  while (level.length > 0) {
    const at = level;
    level = joined
      .filter(({ key, joinedTo: to, deleted }) => deleted === 0 && to && at.includes(to) && key !== root)
      .map(({ key }) => key)
      .filter((key) => !below.has(key));
    for (const key of level) below.add(key);
  }
  return [...below];
};

/** Everything about records, each with its own follow-ups brought up to date. */
const withFollowUps = async (
  change: Change,
  records: readonly MadeBuyer[],
): Promise<ReadonlyMap<BuyerKey, Satellites>> => {
  const shopIds = [...new Set(records.map(({ row }) => row.shopId))];
  const shops = new Map((await change.db.shops.bulkGet(shopIds)).map((shop, at) => [shopIds[at], shop]));
  const due = await refreshFollowUps(
    change,
    records.map(({ row, about }) => ({ row, about, shop: shops.get(row.shopId) })),
  );
  return new Map(records.map(({ row, about }, at) => [row.key, { ...about, followUps: due[at] ?? [] }]));
};

/** The records a change has touched with the roots they were joined to, and everything about all of them. */
const readTouched = async (change: Change, keys: readonly BuyerKey[]): Promise<readonly MadeBuyer[]> => {
  const { db } = change;
  const rows = new Map<BuyerKey, BuyerRow>();
  for (const row of await db.buyers.bulkGet([...keys])) if (row) rows.set(row.key, row);
  const roots = new Set<BuyerKey>();
  for (const row of [...rows.values()]) {
    const root = row.joinedTo ? await rootOf(db, row) : row;
    rows.set(root.key, root);
    roots.add(root.key);
  }
  const joined = await joinedTo(db, [...rows.keys()]);
  const all = new Map([...joined, ...rows.values()].map((row) => [row.key, row]));
  const about = new Map(await readSatellites(db, [...all.keys()]));
  const own = [...rows.values()].map((row) => ({ row, about: about.get(row.key) ?? noSatellites }));
  for (const [key, fresh] of await withFollowUps(change, own)) about.set(key, fresh);
  return [...rows.values()].map((row): MadeBuyer => {
    const isRoot = roots.has(row.key);
    const parts = isRoot ? [row.key, ...belowOf(row.key, [...all.values()])] : [row.key];
    const own = about.get(row.key) ?? noSatellites;
    return { row, isRoot, own, about: joinSatellites(parts.map((key) => about.get(key) ?? noSatellites)) };
  });
};

/**
 * Works out anew what records have from other tables, in the change that touched them: follow-ups, figures, segments,
 * lists and their counts. A record that was joined brings its root along; only what has become different is written.
 * Answers all of them as they are now.
 */
export const refreshBuyers = async (change: Change, touched: Touched): Promise<ReadonlyMap<BuyerKey, BuyerRow>> => {
  const { db, now } = change;
  const after = new Map<BuyerKey, BuyerRow>();
  if (touched.keys.size + touched.made.length === 0) return after;
  const by: FigureRules = { rules: await readRules(db), today: now.slice(0, 10) };
  const words = new Set([...touched.reworded, ...touched.made.map(({ row }) => row.key)]);
  const isMade = new Set(touched.made.map(({ row }) => row.key));
  const write: BuyerRow[] = [];
  const known = touched.keys.size === 0 ? [] : await readTouched(change, [...touched.keys]);
  const fresh = touched.made.length === 0 ? new Map<BuyerKey, Satellites>() : await withFollowUps(change, touched.made);
  const made = touched.made.map(({ row, about }): MadeBuyer => ({ row, about: fresh.get(row.key) ?? about }));
  for (const { row, about, isRoot, own = about } of [...made, ...known]) {
    const next = workOut(row, about, { ...by, own, isRoot: isRoot ?? !row.joinedTo });
    after.set(next.key, next);
    change.tally(next, row.tally, next.tally, own.orders);
    for (const [list, count] of countChanges(row.facets, next.facets)) change.count(list, count);
    if (isReworded(row, next)) words.add(next.key);
    if (next !== row || isMade.has(row.key)) write.push(next);
  }
  if (write.length > 0) await db.buyers.bulkPut(write);
  if (words.size > 0) await db.changed.add({ keys: [...words] });
  return after;
};
