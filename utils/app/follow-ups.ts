import { followUpTypes } from '../catalog/follow-ups/shipped-follow-ups';
import { withFields } from '../domain/customers/clocked';
import { brandAs, type BuyerKey, type Instant } from '../domain/ids';
import type { FollowUpRow, PromiseRow } from '../domain/records';
import { err, ok, type Result } from '../domain/result';
import { buyerTopic } from '../platform/settings/change-signal';
import type { ApiProblem, ApiResult } from './api';
import { noteAsked } from './coach';
import type { FollowUpsApi } from './follow-ups-api';
import { clockBehind, lastSeen, readDone, readDue, showItems } from './follow-ups/due-list';
import { announcing, changing, reading, type Change, type RecordDeps } from './records';

/** Stores, and the day where the agent sits as `YYYY-MM-DD`. */
export interface FollowUpsDeps extends RecordDeps {
  readonly today: () => string;
}

const YEAR_MS = 366 * 86_400_000;
const HOUR_MS = 3_600_000;
/** A clock that runs out within a day is counted, however early the agent looks. Units: hours. */
const COUNTED_AHEAD_HOURS = 24;
/** Days, not a clock: the follow-ups of promises are kept with the promise itself. */
const PROMISE = 'promise';

const later = (at: Instant, ms: number): Instant => brandAs<'Instant'>(new Date(Date.parse(at) + ms).toISOString());

const keepPromise = async (change: Change, id: string, isKept: boolean): Promise<PromiseRow | null> => {
  const promise = await change.db.promises.get(id);
  if (promise === undefined || promise.deleted === 1) return null;
  const next = withFields(promise, { done: isKept ? 1 : 0 }, change.stamp(promise.shopId));
  if (next !== promise) await change.db.promises.put(next);
  return next;
};

/** What a person says of a follow-up; `dueAt` is put right for an open one when its record is worked out anew. */
const say = async (
  change: Change,
  row: FollowUpRow,
  said: { readonly done: 0 | 1; readonly snoozedTo?: Instant | null },
): Promise<FollowUpRow> => {
  const doneAt = said.done === 1 ? change.now : null;
  const next = withFields(row, { ...said, doneAt }, change.stamp(row.shopId));
  const moved = { ...next, dueAt: doneAt ?? said.snoozedTo ?? row.snoozedTo ?? row.dueAt };
  await change.db.followUps.put(moved);
  change.touch(row.buyerKey);
  return moved;
};

/** Use cases around what is due, over the given stores. */
export const createFollowUps = (deps: FollowUpsDeps): FollowUpsApi => {
  const changed = async <T>(buyerKey: () => BuyerKey | undefined, result: Result<T, ApiProblem>): ApiResult<T> => {
    const key = buyerKey();
    return announcing(deps, result, key === undefined ? [] : [buyerTopic(key)]);
  };
  /** Changes one follow-up and answers it as it stands afterwards. */
  const changeOne = async (
    id: string,
    work: (change: Change, row: FollowUpRow) => Promise<Result<FollowUpRow, ApiProblem>>,
  ): ApiResult<FollowUpRow> => {
    let key: BuyerKey | undefined;
    const result = await changing(deps, ['buyers', 'followUps', 'promises'], async (change) => {
      const row = await change.db.followUps.get(id);
      if (row === undefined || row.deleted === 1) return err({ kind: 'not-found' });
      key = row.buyerKey;
      const worked = await work(change, row);
      if (!worked.ok) return worked;
      await change.settle();
      return ok((await change.db.followUps.get(id)) ?? worked.value);
    });
    return changed(() => key, result);
  };
  const setDone = (id: string, done: 0 | 1): ApiResult<FollowUpRow> =>
    changeOne(id, async (change, row) => {
      if (row.kind === PROMISE && row.about) await keepPromise(change, row.about, done === 1);
      const { shopId, buyerKey, kind } = row;
      change.log({ shopId, what: done === 1 ? 'follow-up.done' : 'follow-up.reopened', buyerKey, detail: { kind } });
      return ok(await say(change, row, { done }));
    });

  return {
    due: ({ shopId, until }) =>
      reading(deps, async (db) => {
        const now = deps.clock.now();
        const begin = brandAs<'Instant'>(new Date(`${deps.today()}T00:00`).toISOString());
        // At one moment: what is done between two readings would stand in both lists.
        return db.transaction('r', db.tables, async () => {
          const [found, done, shops, clockBehindMs] = await Promise.all([
            readDue(db, { now, until, ...(shopId ? { shopId } : {}) }),
            readDone(db, { from: begin, ...(shopId ? { shopId } : {}) }),
            db.shops.toArray(),
            clockBehind(db, now),
          ]);
          const live = shops.filter(({ deleted }) => deleted === 0);
          const [due, doneToday, seen] = await Promise.all([
            showItems(db, found.rows, live),
            showItems(db, done, live),
            Promise.all(live.map(async ({ id, name }) => ({ shopId: id, name, at: await lastSeen(db, id) }))),
          ]);
          return ok({ due, hasMore: found.hasMore, doneToday, seen, clockBehindMs });
        });
      }),

    done: ({ id }) => setDone(id, 1),
    reopen: ({ id }) => setDone(id, 0),

    snooze: ({ id, to }) =>
      changeOne(id, async (change, row) => {
        const ms = Date.parse(to) - Date.parse(change.now);
        const isPossible = ms > 0 && ms <= YEAR_MS && (row.until === undefined || to < row.until);
        if (!isPossible) return err({ kind: 'invalid', field: 'to' });
        const { shopId, buyerKey, kind } = row;
        change.log({ shopId, what: 'follow-up.snoozed', buyerKey, detail: { kind } });
        return ok(await say(change, row, { done: 0, snoozedTo: later(change.now, ms) }));
      }),

    keepPromise: async ({ id, done }) => {
      let key: BuyerKey | undefined;
      const result = await changing(deps, ['buyers', 'followUps', 'promises'], async (change) => {
        const promise = await keepPromise(change, id, done);
        if (promise === null) return err({ kind: 'not-found' });
        key = promise.buyerKey;
        const rows = await change.db.followUps.where('buyerKey').equals(key).toArray();
        const row = rows.find(({ kind, about }) => kind === PROMISE && about === id);
        change.log({ shopId: promise.shopId, what: done ? 'promise.kept' : 'promise.reopened', buyerKey: key });
        if (row) await say(change, row, { done: done ? 1 : 0 });
        change.touch(key);
        return ok(null);
      });
      return changed(() => key, result);
    },

    count: () =>
      reading(deps, async (db) => {
        const now = deps.clock.now();
        const { rows } = await readDue(db, { now, until: later(now, COUNTED_AHEAD_HOURS * HOUR_MS) });
        const shops = await db.shops.toArray();
        const items = await showItems(db, rows, shops, 'bare');
        const isCounted = ({ row, isRoutine }: (typeof items)[number]): boolean => row.dueAt <= now && !isRoutine;
        return ok({
          due: items.filter((item) => !item.isDeadline && isCounted(item)).length,
          deadlines: items.filter(({ isDeadline }) => isDeadline).length,
        });
      }),

    types: async () => ok(followUpTypes),

    reviewAsked: async ({ buyerKey, orderId }) => {
      const result = await changing(deps, ['buyers', 'orders', 'contacts'], async (change) => {
        const orders = await change.db.orders.where('buyerKey').equals(buyerKey).toArray();
        const order = orders.find((row) => row.orderId === orderId && row.deleted === 0);
        if (order === undefined) return err({ kind: 'not-found' });
        if (order.reviewAskedOn !== undefined) return ok(null);
        await noteAsked(change, order, { today: deps.today(), id: deps.clock.newId() });
        return ok(null);
      });
      return announcing(deps, result, [buyerTopic(buyerKey)]);
    },
  };
};
