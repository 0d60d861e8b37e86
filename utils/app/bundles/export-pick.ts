/** Finds out which records a scope means, by looking at every row once and remembering keys alone. */
import {
  clockAt,
  handOverHours,
  isAboutRecords,
  isToWatch,
  matchesRecord,
  rootsAmong,
  withWholeGroups,
  type Picked,
  type RecordFilter,
} from '../../domain/bundles/export-scope';
import { sharedSections, type BundleLine } from '../../domain/bundles/bundle';
import { dayAfter, isDay } from '../../domain/follow-ups/day-moment';
import { hasEnded } from '../../domain/follow-ups/has-ended';
import { brandAs, type BuyerKey, type Instant, type ShopId } from '../../domain/ids';
import { err, ok, type Result } from '../../domain/result';
import { localDays } from '../../platform/clock/local-days';
import type { ApiProblem } from '../api';
import type { ExportScope } from '../bundles-api';
import { changedRows } from './export-changed';
import type { HeldRows } from './export-held';
import { allParts, type RowReader } from './export-rows';

/** What a scope is about, apart from the rows. */
export interface PickContext {
  readonly now: Instant;
  /** Where the agent sits, `YYYY-MM-DD`. */
  readonly today: string;
  /** Clock reading at the last export that `since-last` goes on from; empty when there was none. */
  readonly lastReading: string;
}

type Since = Extract<Picked, { readonly kind: 'since' }>;
type Records = Extract<Picked, { readonly kind: 'records' }>;

/** Rows that were picked; what chosen records need beside what is about them is not known yet. */
export type PickedKeys =
  | Exclude<Picked, Since | Records>
  /** With the changed rows themselves, where they are few. */
  | (Since & { readonly rows?: HeldRows })
  | Omit<Records, 'needed'>;

type BuyersScope = Extract<ExportScope, { readonly kind: 'buyers' }>;

const HOUR_MS = 60 * 60 * 1000;
/** Before every text of an index. */
const FIRST = '';

/** Whether a scope reaches into the archive: archived records stand in no segment, and no shift works on them. */
export const reachesArchive = (scope: ExportScope): boolean =>
  scope.kind === 'everything' ||
  scope.kind === 'since-last' ||
  (scope.kind === 'buyers' && scope.segment === undefined);

const wrongDay = ({ from, to }: BuyersScope): 'from' | 'to' | undefined =>
  from !== undefined && !isDay(from) ? 'from' : to !== undefined && !isDay(to) ? 'to' : undefined;

const filterOf = async ({ db }: RowReader, scope: BuyersScope): Promise<RecordFilter> => {
  const { segment, tag, marketplace, from, to } = scope;
  const shops =
    marketplace === undefined ? undefined : await db.shops.where('marketplace').equals(marketplace).primaryKeys();
  return {
    ...(segment === undefined ? {} : { segment }),
    ...(tag === undefined ? {} : { tag }),
    ...(shops === undefined ? {} : { shops: new Set<ShopId>(shops) }),
    ...(from === undefined ? {} : { from: localDays.startOf(from) }),
    ...(to === undefined ? {} : { before: localDays.startOf(dayAfter(to, 1)) }),
  };
};

interface Scanned {
  readonly matched: ReadonlySet<BuyerKey>;
  /** Deleted and forgotten records: they travel with every file about records, or they would come back. */
  readonly gone: ReadonlySet<BuyerKey>;
  readonly parents: ReadonlyMap<BuyerKey, BuyerKey>;
}

const scanRecords = async (
  reader: RowReader,
  { withArchive, isMatch }: { readonly withArchive: boolean; readonly isMatch: (line: BundleLine) => boolean },
): Promise<Scanned> => {
  const [matched, gone, parents] = [new Set<BuyerKey>(), new Set<BuyerKey>(), new Map<BuyerKey, BuyerKey>()];
  for await (const lines of allParts(reader, 'buyers', withArchive)) {
    for (const line of lines) {
      if (line.section !== 'buyers') continue;
      const { row } = line;
      if (row.deleted === 1) gone.add(row.key);
      else if (row.joinedTo) parents.set(row.key, row.joinedTo);
      if (isMatch(line)) matched.add(row.key);
    }
  }
  return { matched, gone, parents };
};

const union = (...sets: readonly Iterable<BuyerKey>[]): ReadonlySet<BuyerKey> => {
  const all = new Set<BuyerKey>();
  for (const set of sets) for (const key of set) all.add(key);
  return all;
};

const pickBuyers = async (reader: RowReader, scope: BuyersScope): Promise<PickedKeys> => {
  const filter = await filterOf(reader, scope);
  const { matched, gone, parents } = await scanRecords(reader, {
    withArchive: reachesArchive(scope),
    isMatch: (line) => line.section === 'buyers' && matchesRecord(line.row, filter),
  });
  const roots = rootsAmong(matched, parents);
  return { kind: 'records', buyers: union(withWholeGroups(roots, parents), gone) };
};

/** Whose follow-ups and promises are due until a moment, or overdue. */
const dueUntil = async ({ db }: RowReader, until: Instant, now: Instant): Promise<readonly BuyerKey[]> => {
  const day = localDays.dayOf(until);
  const [followUps, promises] = await Promise.all([
    db.followUps.where('[done+dueAt]').between([0, FIRST], [0, until], true, true).toArray(),
    db.promises.where('[done+dueOn]').between([0, FIRST], [0, day], true, true).toArray(),
  ]);
  return [
    ...followUps.filter((row) => !hasEnded(row, now)).map(({ buyerKey }) => buyerKey),
    ...promises.filter(({ deleted }) => deleted === 0).map(({ buyerKey }) => buyerKey),
  ];
};

const pickHandOver = async (reader: RowReader, { now, today }: PickContext): Promise<PickedKeys> => {
  const since = clockAt(localDays.startOf(today));
  const until = brandAs<'Instant'>(new Date(Date.parse(now) + handOverHours * HOUR_MS).toISOString());
  const { matched, gone, parents } = await scanRecords(reader, {
    withArchive: false,
    isMatch: (line) => line.section === 'buyers' && isToWatch(line.row, since),
  });
  const due = await dueUntil(reader, until, now);
  const changed = await changedRows(reader, {
    sections: sharedSections.filter((section) => section !== 'buyers' && isAboutRecords(section)),
    isChanged: ({ row }) => row.hlc >= since,
    withArchive: false,
  });
  return { kind: 'records', since, buyers: union(withWholeGroups(union(matched, due, changed.buyers), parents), gone) };
};

const pickSince = async (reader: RowReader, since: string): Promise<PickedKeys> => {
  const { buyers, shops, rows } = await changedRows(reader, {
    sections: sharedSections,
    isChanged: ({ row }) => row.hlc > since,
    withArchive: true,
  });
  return { kind: 'since', since, buyers, shops, ...(rows ? { rows } : {}) };
};

/**
 * The rows a scope means. For `records`, what they need is not known yet: that takes reading their orders.
 *
 * Errors: `invalid` with `from` or `to` for text that is no day.
 */
export const pickKeys = async (
  reader: RowReader,
  scope: ExportScope,
  context: PickContext,
): Promise<Result<PickedKeys, ApiProblem>> => {
  if (scope.kind === 'templates') return ok({ kind: 'templates' });
  if (scope.kind === 'hand-over') return ok(await pickHandOver(reader, context));
  if (scope.kind === 'buyers') {
    const field = wrongDay(scope);
    return field === undefined ? ok(await pickBuyers(reader, scope)) : err({ kind: 'invalid', field });
  }
  const isWhole = scope.kind === 'everything' || context.lastReading === '';
  return ok(isWhole ? { kind: 'all' } : await pickSince(reader, context.lastReading));
};
