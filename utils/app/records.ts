/** What every use case over the database stands on: reading, and changing in one transaction with clock and log. */
import { formatClock, parseClock, tickClock, type HybridTime } from '../domain/customers/clock';
import type { Satellites } from '../domain/customers/satellites';
import { brandAs, type AgentId, type BuyerKey, type Instant, type ShopId } from '../domain/ids';
import type { BuyerRow, LogRow, OrderRow, Stamp } from '../domain/records';
import type { Tally } from '../domain/reports/record-tally';
import { err, ok, type Result } from '../domain/result';
import type { Clock } from '../platform/clock/system-clock';
import type { DatabaseSource } from '../platform/db/lazy-database';
import type { Db, Tables } from '../platform/db/schema';
import { toProblem } from '../platform/db/to-problem';
import type { ApiProblem, ApiResult } from './api';
import { collectTallies, type LogLines } from './reports/collect';
import { refreshBuyers, refreshTables, type MadeBuyer, type Touched } from './buyers/refresh';

/** The stores and the clock, chosen by whoever composes the program. */
export interface RecordDeps {
  readonly db: DatabaseSource;
  readonly clock: Clock;
  /** Tells other contexts what a committed change touched; must not reject. */
  readonly announce: (topics: readonly string[]) => Promise<void>;
}

/** Rows that belong to no shop: the agent, the settings. */
export const noShop = brandAs<'ShopId'>('');

/** One change in progress. */
export interface Change {
  readonly db: Db;
  readonly now: Instant;
  readonly authorId: AgentId;
  /** The stamp of this change; all rows of one change carry the same clock reading. */
  readonly stamp: (shopId: ShopId) => Stamp;
  /** Adds a line to the work log; codes and counts only. */
  readonly log: (line: Pick<LogRow, 'shopId' | 'what' | 'buyerKey'> & { readonly detail?: LogRow['detail'] }) => void;
  /**
   * Says that a record or something about it was changed: what is worked out of it follows before the change ends, so
   * `buyers` must be among its tables. `words` when its name, tags or notes are among what was changed. Rows that are
   * written keep their `facets` as they were: the difference is what is counted.
   */
  readonly touch: (buyerKey: BuyerKey, what?: 'words') => void;
  /** Writes a record that is new, with everything there is about it, at the end of the change. */
  readonly make: (row: BuyerRow, about: Satellites) => void;
  /** Works out now what was touched so far, and answers those records as they are; else it happens at the end. */
  readonly settle: () => Promise<ReadonlyMap<BuyerKey, BuyerRow>>;
  /**
   * Hands on what a record adds to the reports now instead of before, with the orders that name its products; for records
   * that come or go as a whole (`leaveLists`, packs).
   */
  readonly tally: (row: Pick<BuyerRow, 'shopId'>, before?: Tally, after?: Tally, orders?: readonly OrderRow[]) => void;
  /** Hands on lines of the log that came or went otherwise than by `log`, for the reports. */
  readonly recount: (lines: LogLines) => void;
  /** Adds to the count of a list, for records that come or go as a whole (`archived`, `leaveLists`). */
  readonly count: (list: string, by: number) => void;
}

/** Names of the settings rows that hold who we are and where our clock stands. */
export const selfSetting = 'self';
export const clockSetting = 'clock';

interface Self {
  readonly agentId: AgentId;
  readonly node: string;
}

/** Reads; every failure of the store becomes a problem. */
export const reading = async <T>(
  deps: Pick<RecordDeps, 'db'>,
  work: (db: Db) => Promise<Result<T, ApiProblem>>,
): ApiResult<T> => {
  const opened = await deps.db();
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } catch (error) {
    return err(toProblem(error));
  }
};

const nextReading = async (db: Db, self: Self, now: Instant): Promise<Result<HybridTime, ApiProblem>> => {
  const row = await db.settings.get(clockSetting);
  const parsed = row === undefined ? null : parseClock(String(row.value));
  const last = parsed?.ok === true ? parsed.value : { millis: 0, counter: 0, node: self.node };
  const ticked = tickClock(last, Date.parse(now));
  return ticked.ok ? ticked : err({ kind: 'storage-failed', code: ticked.error.kind });
};

const readSelf = async (db: Db, clock: Clock): Promise<{ readonly self: Self; readonly isNew: boolean }> => {
  const row = await db.settings.get(selfSetting);
  if (row !== undefined) return { self: row.value as Self, isNew: false };
  return { self: { agentId: brandAs<'AgentId'>(clock.newId()), node: clock.newId() }, isNew: true };
};

const scopeOf = (tables: readonly (keyof Tables)[]): ReadonlySet<keyof Tables> =>
  new Set([
    ...tables,
    ...(tables.includes('buyers') ? refreshTables : []),
    'settings',
    'agents',
    'log',
    'tallyChanges',
  ] as const);

const collectTouched = (tables: readonly (keyof Tables)[]) => {
  let keys = new Set<BuyerKey>();
  let reworded = new Set<BuyerKey>();
  let made: MadeBuyer[] = [];
  const mustReach = (): void => {
    if (!tables.includes('buyers')) throw new Error('a change that touches records needs `buyers` among its tables');
  };
  return {
    take: (): Touched => {
      const taken = { keys, reworded, made };
      [keys, reworded, made] = [new Set(), new Set(), []];
      return taken;
    },
    touch: (buyerKey: BuyerKey, what?: 'words'): void => {
      mustReach();
      keys.add(buyerKey);
      if (what === 'words') reworded.add(buyerKey);
    },
    make: (row: BuyerRow, about: Satellites): void => {
      mustReach();
      made.push({ row, about });
    },
  };
};

const addCounts = async (db: Db, counts: ReadonlyMap<string, number>): Promise<void> => {
  const changed = [...counts].filter(([, by]) => by !== 0);
  if (changed.length === 0) return;
  const before = await db.counters.bulkGet(changed.map(([list]) => list));
  const after = changed.map(([facet, by], at) => ({ facet, count: (before[at]?.count ?? 0) + by }));
  // A list nobody stands in any more leaves no row: tags come and go.
  await db.counters.bulkPut(after.filter(({ count }) => count > 0));
  await db.counters.bulkDelete(after.filter(({ count }) => count <= 0).map(({ facet }) => facet));
};

/**
 * Changes rows in one transaction: the clock ticks, the work writes, the log gets its lines, or nothing happens at all.
 * The work checks everything before its first write and returns a problem instead of writing.
 */
export const changing = async <T>(
  deps: RecordDeps,
  tables: readonly (keyof Tables)[],
  work: (change: Change) => Promise<Result<T, ApiProblem>>,
): ApiResult<T> =>
  reading(deps, (db) =>
    db.transaction('rw', [...scopeOf(tables)], async () => {
      const now = deps.clock.now();
      const { self, isNew } = await readSelf(db, deps.clock);
      const ticked = await nextReading(db, self, now);
      if (!ticked.ok) return ticked;
      const hlc = formatClock(ticked.value);
      let isTouched = isNew;
      const stamp = (shopId: ShopId): Stamp => {
        isTouched = true;
        return { shopId, authorId: self.agentId, hlc, origin: self.node, deleted: 0 };
      };
      if (isNew) {
        await db.agents.add({ ...stamp(noShop), id: self.agentId, initials: '' });
        await db.settings.add({ ...stamp(noShop), name: selfSetting, value: self });
      }
      const lines: LogRow[] = [];
      const log: Change['log'] = ({ shopId, what, buyerKey, detail = {} }) => {
        const who = buyerKey === undefined ? {} : { buyerKey };
        lines.push({ ...stamp(shopId), id: deps.clock.newId(), at: now, what, ...who, detail });
      };
      const { take, touch, make } = collectTouched(tables);
      const counts = new Map<string, number>();
      const count: Change['count'] = (list, by) => void counts.set(list, (counts.get(list) ?? 0) + by);
      const tallied = collectTallies();
      const { tally, recount } = tallied;
      const settle = () => refreshBuyers(change, take());
      const change: Change = {
        db,
        now,
        authorId: self.agentId,
        stamp,
        log,
        touch,
        make,
        count,
        tally,
        recount,
        settle,
      };
      const done = await work(change);
      if (!done.ok) return done;
      await settle();
      await addCounts(db, counts);
      // A change that stamped nothing has written nothing, and the clock stays where it is.
      if (isTouched) await db.settings.put({ ...stamp(noShop), name: clockSetting, value: hlc });
      if (lines.length > 0) await db.log.bulkAdd(lines);
      recount({ came: lines, gone: [] });
      const toCount = tallied.take();
      if (toCount) await db.tallyChanges.add(toCount);
      return done;
    }),
  );

/** Tells other contexts about a change, once it was made; hands the result on. */
export const announcing = async <T>(
  deps: RecordDeps,
  result: Result<T, ApiProblem>,
  topics: readonly string[],
): ApiResult<T> => {
  if (result.ok) await deps.announce(topics);
  return result;
};

/** The trimmed text when it is not empty and not too long, else which field was wrong. Units: UTF-16 units. */
export const checkedText = (
  text: string,
  limit: { readonly field: string; readonly max: number },
): Result<string, ApiProblem> => {
  const trimmed = text.trim();
  return trimmed === '' || trimmed.length > limit.max ? err({ kind: 'invalid', field: limit.field }) : ok(trimmed);
};
