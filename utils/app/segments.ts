import { shippedSegments } from '../catalog/segments/shipped-segments';
import { readSegments } from '../domain/customers/read-segments';
import type { SegmentRule } from '../domain/customers/segment';
import { brandAs, type BuyerKey } from '../domain/ids';
import { err, ok } from '../domain/result';
import type { Db } from '../platform/db/schema';
import type { Progress, SegmentsApi } from './buyers-api';
import { segmentsSetting } from './buyers/refresh';
import { announcing, changing, noShop, reading, type Change, type RecordDeps } from './records';

/** Topic of the segments of the desk. */
const segmentsTopic = 'segments';

/** Records sorted anew in one transaction: few enough that a page stays at work in between. */
const PART = 200;

/** The settings row of the segments. */
interface Kept {
  readonly rules: readonly SegmentRule[];
  /** The records are not sorted by these rules yet; those up to `after` are. */
  readonly pending?: { readonly after: string };
}

const keptIn = async (db: Db): Promise<Kept> => {
  const value = (await db.settings.get(segmentsSetting))?.value as Partial<Kept> | undefined;
  const rules = readSegments(value?.rules) ?? shippedSegments;
  return value?.pending ? { rules, pending: value.pending } : { rules };
};

const keep = (change: Change, value: Kept) =>
  change.db.settings.put({ ...change.stamp(noShop), name: segmentsSetting, value });

const total = async (db: Db): Promise<number> => (await db.counters.get('all'))?.count ?? 0;

/** Use cases around segments, over the given stores. */
export const createSegments = (deps: RecordDeps): SegmentsApi => {
  /** Sorts the next records anew; null when there are none left. */
  const sortPart = () =>
    changing(deps, ['buyers'], async (change) => {
      const kept = await keptIn(change.db);
      if (!kept.pending) return ok(null);
      const { after } = kept.pending;
      const keys: readonly BuyerKey[] = await change.db.buyers
        .where('key')
        .above(brandAs<'BuyerKey'>(after))
        .limit(PART)
        .primaryKeys();
      for (const key of keys) change.touch(key);
      const last = keys.at(-1);
      await keep(change, last === undefined ? { rules: kept.rules } : { rules: kept.rules, pending: { after: last } });
      return ok(last === undefined ? null : keys.length);
    });

  return {
    read: () => reading(deps, async (db) => ok({ rules: (await keptIn(db)).rules, shipped: shippedSegments })),

    save: async ({ rules }) => {
      const read = readSegments(rules);
      if (read === null) return err({ kind: 'invalid', field: 'segments' });
      const saved = await changing(deps, [], async (change) => {
        // From the first record on, also when an earlier sorting was stopped midway.
        await keep(change, { rules: read, pending: { after: '' } });
        change.log({ shopId: noShop, what: 'segments.changed', detail: { rules: read.length } });
        return ok(null);
      });
      return announcing(deps, saved, [segmentsTopic]);
    },

    apply: async ({ onProgress, signal } = {}) => {
      const all = await reading(deps, async (db) => ok(await total(db)));
      if (!all.ok) return all;
      let progress: Progress = { done: 0, of: all.value };
      while (!signal?.aborted) {
        const sorted = await sortPart();
        if (!sorted.ok) return sorted;
        if (sorted.value === null) break;
        const done = progress.done + sorted.value;
        // Joined and deleted records stand in no list, and are looked at all the same.
        progress = { done, of: Math.max(done, progress.of) };
        onProgress?.(progress);
      }
      return announcing(deps, ok(progress), [segmentsTopic]);
    },

    pending: () => reading(deps, async (db) => ok((await keptIn(db)).pending !== undefined)),
  };
};
