import { hasEnded } from '../../domain/follow-ups/has-ended';
import type { BuyerKey, Instant } from '../../domain/ids';
import { ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { changing, reading, type RecordDeps } from '../records';

/** Records that are worked out anew in one change: a page that wants to write waits no longer than for these. */
const PART = 200;
/** Parts of one run; the rest waits for the next. */
const MOST_PARTS = 50;
/** Done ones stay in the list of the day, whichever zone it is read in. Units: milliseconds. */
const DONE_KEPT_MS = 48 * 3_600_000;

const before = (now: Instant, ms: number): string => new Date(Date.parse(now) - ms).toISOString();

/** Records whose segments may change by time alone, on or before a day. */
const agedKeys = (db: Db, today: string): Promise<readonly BuyerKey[]> =>
  db.buyers
    .where('recheckOn')
    .belowOrEqual(today)
    .limit(PART * MOST_PARTS)
    .primaryKeys();

/** Records with follow-ups whose time is over, and with done ones that are in no list any more. */
const overKeys = async (db: Db, now: Instant): Promise<readonly BuyerKey[]> => {
  const rows = await Promise.all([
    db.followUps
      .where('[done+dueAt]')
      .between([0, ''], [0, now])
      .limit(PART * MOST_PARTS)
      .toArray(),
    db.followUps
      .where('[done+dueAt]')
      .between([1, ''], [1, before(now, DONE_KEPT_MS)])
      .limit(PART * MOST_PARTS)
      .toArray(),
  ]);
  const isOver = rows.flat().filter((row) => hasEnded(row, now) || (row.done === 1 && row.until === undefined));
  return isOver.map(({ buyerKey }) => buyerKey);
};

/**
 * Works out anew the records that time has changed: segments that depend on days, follow-ups that are over. In parts, so
 * that nobody waits; answers how many records it was.
 */
export const refreshAged = async (deps: RecordDeps): ApiResult<number> => {
  const now = deps.clock.now();
  const found = await reading(deps, async (db) => {
    const keys = await Promise.all([agedKeys(db, now.slice(0, 10)), overKeys(db, now)]);
    return ok([...new Set(keys.flat())].slice(0, PART * MOST_PARTS));
  });
  if (!found.ok) return found;
  for (let at = 0; at < found.value.length; at += PART) {
    const part = found.value.slice(at, at + PART);
    const done = await changing(deps, ['buyers'], async (change) => {
      for (const key of part) change.touch(key);
      return ok(null);
    });
    if (!done.ok) return done;
  }
  return ok(found.value.length);
};
