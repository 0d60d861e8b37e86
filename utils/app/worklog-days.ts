import { asNew, withFields } from '../domain/customers/clocked';
import type { Instant, ShopId } from '../domain/ids';
import type { EntryRow } from '../domain/records';
import { err, ok, type Result } from '../domain/result';
import { checkEntry, isDay, type CheckedEntry } from '../domain/worklog/check-entry';
import { countLines } from '../domain/worklog/count-lines';
import { dayAfter, daysFrom } from '../domain/worklog/days';
import { countedUp, isSameEntry } from '../domain/worklog/same-entry';
import type { LocalDays } from '../platform/clock/local-days';
import type { Db } from '../platform/db/schema';
import { worklogTopic } from '../platform/settings/change-signal';
import type { ApiProblem, ApiResult } from './api';
import { groupBy } from './group-by';
import { announcing, changing, noShop, reading, type Change, type RecordDeps } from './records';
import type { EntryDraft, LogDay, WorklogApi } from './worklog-api';

/** What the work log stands on. */
export interface WorklogDaysDeps extends RecordDeps {
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly days: LocalDays;
}

/** Use cases around the days of the work log. */
export interface WorklogDays extends WorklogApi {
  /** How often the same is written down today; 0 when it is not. Errors: `invalid` with the field. */
  countOf(entry: EntryDraft): ApiResult<number>;
  /** As `save`, for an entry that comes from a page of a shop. */
  report(entry: EntryDraft, shopId: ShopId): ApiResult<EntryRow>;
  /** Counts a conversation somebody has opened; not whose it is. */
  noteRead(request: { readonly shopId: ShopId }): ApiResult<null>;
}

/** Most days in the list of days. */
const MOST_DAYS = 62;
/** Longest range that is read at once. Units: days. */
const LONGEST_RANGE = 366;
/** Most entries of one day: more is a mistake of whoever writes them. */
const MOST_OF_A_DAY = 500;

const invalid = (field: string) => err({ kind: 'invalid' as const, field });

const alive = (rows: readonly EntryRow[]): EntryRow[] => rows.filter(({ deleted }) => deleted === 0);

const entriesOf = async (db: Db, first: string, last: string): Promise<readonly EntryRow[]> => {
  const rows = alive(await db.entries.where('day').between(first, last, true, true).toArray());
  return rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};

const sameOf = async (db: Db, entry: CheckedEntry): Promise<EntryRow | undefined> =>
  (await entriesOf(db, entry.day, entry.day)).find((row) => isSameEntry(row, entry));

/** The fields of an entry as a row has them: what was left empty is not there. */
const fieldsOf = ({ day, department, severity, text, product, reason }: CheckedEntry) => ({
  day,
  department,
  severity,
  text,
  product: product === '' ? null : product,
  reason: reason === '' ? null : reason,
});

/** Use cases around the days of the work log, over the given stores. */
export const createWorklogDays = (deps: WorklogDaysDeps): WorklogDays => {
  const { today, days } = deps;

  const readDays = async (db: Db, first: string, last: string): Promise<readonly LogDay[]> => {
    const [lines, entries] = await Promise.all([
      db.log
        .where('at')
        .between(days.startOf(first), days.startOf(dayAfter(last, 1)), true, false)
        .toArray(),
      entriesOf(db, first, last),
    ]);
    const kept = lines.filter(({ deleted }) => deleted === 0);
    const linesBy = groupBy(kept, ({ at }) => [days.dayOf(at)]);
    const entriesBy = groupBy(entries, ({ day }) => [day]);
    return daysFrom(first, last).map((day) => ({
      day,
      counts: countLines(linesBy.get(day) ?? []),
      entries: entriesBy.get(day) ?? [],
    }));
  };

  /** Days with lines, the newest first: one step through the index for each of them, however many lines it has. */
  const daysWithLines = async (db: Db): Promise<readonly string[]> => {
    const found: string[] = [];
    let before: Instant | null = null;
    while (found.length < MOST_DAYS) {
      const older = before === null ? db.log.orderBy('at') : db.log.where('at').below(before);
      const newest = await older.reverse().first();
      if (newest === undefined) break;
      const day = days.dayOf(newest.at);
      found.push(day);
      before = days.startOf(day);
    }
    return found;
  };

  const daysWithEntries = async (db: Db): Promise<readonly string[]> => {
    const found = new Set<string>();
    await db.entries
      .orderBy('day')
      .reverse()
      .until(() => found.size > MOST_DAYS)
      .each(({ day, deleted }) => void (deleted === 0 && found.add(day)));
    return [...found];
  };

  const add = async (change: Change, entry: CheckedEntry, shopId: ShopId): Promise<Result<EntryRow, ApiProblem>> => {
    const { day, department, severity, text, product, reason } = entry;
    if ((await change.db.entries.where('day').equals(day).count()) >= MOST_OF_A_DAY) return invalid('day');
    const row = asNew<EntryRow>({
      ...change.stamp(shopId),
      id: deps.clock.newId(),
      day,
      at: change.now,
      department,
      severity,
      text,
      ...(product === '' ? {} : { product }),
      ...(reason === '' ? {} : { reason }),
      count: 1,
    });
    await change.db.entries.add(row);
    change.log({ shopId, what: 'entry.added', detail: { department } });
    return ok(row);
  };

  const addOrCount = async (change: Change, entry: CheckedEntry, shopId: ShopId) => {
    const same = await sameOf(change.db, entry);
    const next = same && countedUp(same, entry);
    if (!same || !next) return add(change, entry, shopId);
    const row = withFields<EntryRow>(same, next, change.stamp(same.shopId));
    await change.db.entries.put(row);
    change.log({ shopId, what: 'entry.counted', detail: { department: entry.department } });
    return ok(row);
  };

  /** Writes over an entry, one that was removed included: so a removal is taken back. */
  const edit = async (change: Change, id: string, entry: CheckedEntry): Promise<Result<EntryRow, ApiProblem>> => {
    const before = await change.db.entries.get(id);
    if (before === undefined) return err({ kind: 'not-found' });
    const stamp = change.stamp(before.shopId);
    const fields = { ...fieldsOf(entry), ...(before.deleted === 1 ? { deleted: 0 as const } : {}) };
    const row = withFields<EntryRow>(before, fields, stamp);
    if (row === before) return ok(before);
    await change.db.entries.put(row);
    const what = before.deleted === 1 ? 'entry.put-back' : 'entry.changed';
    change.log({ shopId: before.shopId, what, detail: { department: entry.department } });
    return ok(row);
  };

  const write = async (draft: EntryDraft, shopId: ShopId): ApiResult<EntryRow> => {
    const checked = checkEntry(draft, today());
    if (!checked.ok) return checked;
    const written = await changing<EntryRow>(deps, ['entries'], (change) =>
      draft.id === undefined ? addOrCount(change, checked.value, shopId) : edit(change, draft.id, checked.value),
    );
    return announcing(deps, written, [worklogTopic]);
  };

  return {
    day: ({ day }) =>
      isDay(day)
        ? reading(deps, async (db) => ok((await readDays(db, day, day))[0] ?? { day, counts: [], entries: [] }))
        : Promise.resolve(invalid('day')),

    days: () =>
      reading(deps, async (db) => {
        const [lines, entries] = await Promise.all([daysWithLines(db), daysWithEntries(db)]);
        const all = [...new Set([...lines, ...entries])].sort().reverse();
        return ok(all.slice(0, MOST_DAYS));
      }),

    save: (entry) => write(entry, noShop),
    report: (entry, shopId) => write(entry, shopId),

    noteRead: ({ shopId }) =>
      changing(deps, [], async (change) => {
        change.log({ shopId, what: 'conversation.opened' });
        return ok(null);
      }),

    countOf: async (entry) => {
      const checked = checkEntry(entry, today());
      if (!checked.ok) return checked;
      return reading(deps, async (db) => ok((await sameOf(db, checked.value))?.count ?? 0));
    },

    remove: async ({ id }) => {
      const removed = await changing(deps, ['entries'], async (change) => {
        const before = await change.db.entries.get(id);
        if (before === undefined || before.deleted === 1) return err({ kind: 'not-found' });
        const gone = { deleted: 1 as const, text: '', product: null, reason: null };
        await change.db.entries.put(withFields<EntryRow>(before, gone, change.stamp(before.shopId)));
        change.log({ shopId: before.shopId, what: 'entry.removed', detail: { department: before.department } });
        return ok(null);
      });
      return announcing(deps, removed, [worklogTopic]);
    },

    range: async ({ from, to }) => {
      if (!isDay(from)) return invalid('from');
      if (!isDay(to) || to < from || to >= dayAfter(from, LONGEST_RANGE)) return invalid('to');
      return reading(deps, async (db) => {
        const all = await readDays(db, from, to);
        return ok(all.filter(({ counts, entries }) => counts.length > 0 || entries.length > 0));
      });
    },
  };
};
