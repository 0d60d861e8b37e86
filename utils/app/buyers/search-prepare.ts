/** Brings the search index up to date: first everything, later what has changed, in turns that leave a page its frames. */
import { createPartBuilder, type PartBuilder, type SearchPart } from '../../domain/customers/search-index';
import { mergeParts, planMerge } from '../../domain/customers/search-merge';
import type { BuyerKey } from '../../domain/ids';
import { alone } from '../../platform/alone';
import type { Db } from '../../platform/db/schema';
import type { JobOptions } from '../buyers-api';
import { nextRecords, readRecords, recordsInPack, searchLists, textsOf, type SearchRecord } from './search-records';
import { beginIndex, commitStep, docsOfPart, partIds, readParts, readState, type SearchState } from './search-store';
import { breath } from '../breath';

/** Records that are read at a time, and records of a new part: sorting its words must fit into a turn. */
const READ = 200;
const PART = 1_000;
/** How long a turn may last: a frame of 16 ms needs some of it itself. Units: ms. */
const TURN_MS = 8;

/** Does work step by step, giving the page a turn whenever one has been used up. */
const inTurns = async <T>(steps: Iterator<void, T>): Promise<T> => {
  for (;;) {
    const until = performance.now() + TURN_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
    await breath();
  }
};

function* added(builder: PartBuilder, records: readonly SearchRecord[]): Generator<void, void> {
  for (const record of records) {
    const { buyer } = record;
    const isThere = buyer.deleted === 0 && buyer.forgotten !== 1;
    const texts = isThere ? textsOf(record) : { name: [], tag: [], product: [], note: [] };
    const lists = isThere ? searchLists(buyer) : [];
    builder.add({ key: buyer.key, seenMs: Date.parse(buyer.lastSeen), texts, lists });
    yield;
  }
}

const finished = async (builder: PartBuilder): Promise<SearchPart | undefined> => {
  if (builder.size() === 0) return undefined;
  // Sorting the words of a part takes a turn of its own.
  await breath();
  return builder.finish();
};

/** Reads the next records of the store or packs of the archive into a part. */
const buildNext = async (db: Db, state: SearchState): Promise<void> => {
  const builder = createPartBuilder();
  let { upTo } = state;
  let isEnd = false;
  while (builder.size() < PART && !isEnd) {
    if (state.stage === 'records') {
      const records = await nextRecords(db, upTo, READ);
      await inTurns(added(builder, records));
      upTo = records.at(-1)?.buyer.key ?? upTo;
      isEnd = records.length < READ;
    } else {
      const pack = await db.archive.where('id').above(upTo).first();
      if (pack) await inTurns(added(builder, recordsInPack(pack)));
      upTo = pack?.id ?? upTo;
      isEnd = pack === undefined;
    }
  }
  const part = await finished(builder);
  const following = state.stage === 'records' ? 'packs' : 'ready';
  await commitStep(db, state, {
    ...(part ? { part } : {}),
    state: { docs: state.docs + builder.size(), ...(isEnd ? { stage: following, upTo: '' } : { upTo }) },
  });
};

/** Indexes what has changed, at most a part of it; answers how many records that were. */
const catchUpSome = async (db: Db, state: SearchState): Promise<number> => {
  const keys = new Set<BuyerKey>();
  let changedUpTo: number | undefined;
  for (const row of await db.changed.orderBy('n').limit(PART).toArray()) {
    if (changedUpTo !== undefined && keys.size + row.keys.length > PART) break;
    row.keys.forEach((key) => keys.add(key));
    changedUpTo = row.n;
  }
  if (changedUpTo === undefined) return 0;
  const builder = createPartBuilder();
  const all = [...keys];
  for (let from = 0; from < all.length; from += READ) {
    const some = all.slice(from, from + READ);
    const records = await readRecords(db, some);
    await inTurns(added(builder, [...records.values()]));
    const texts = { name: [], tag: [], product: [], note: [] };
    for (const key of some) if (!records.has(key)) builder.add({ key, seenMs: 0, texts, lists: [] });
  }
  const part = await finished(builder);
  await commitStep(db, state, { ...(part ? { part } : {}), changedUpTo });
  return all.length;
};

/** Merges the newest parts when there are many; answers whether it did. */
const mergeSome = async (db: Db, state: SearchState): Promise<boolean> => {
  const ids = await partIds(db);
  const from = planMerge(ids.map(docsOfPart));
  if (from === null) return false;
  const merged = await readParts(db, ids.slice(from));
  // Another page has merged some of them meanwhile.
  if (merged.length !== ids.length - from) return true;
  const part = await inTurns(
    mergeParts(
      merged.map((one) => one.part),
      { isWhole: from === 0 },
    ),
  );
  await commitStep(db, state, { part, replaces: merged.map(({ id }) => id) });
  return true;
};

/** Takes up what has changed since, once the index is ready. */
export const catchUp = (db: Db): Promise<void> =>
  alone('search', async () => {
    const state = await readState(db);
    if (state?.stage !== 'ready') return;
    await catchUpSome(db, state);
  });

const isStopped = ({ signal }: JobOptions): boolean => signal?.aborted === true;

/** How many records there are to search. */
export const recordsToSearch = async (db: Db): Promise<number> => {
  const counts = await db.counters.bulkGet(['all', 'archived']);
  return counts.reduce((sum, row) => sum + (row?.count ?? 0), 0);
};

/** Brings the index up to date, step by step; stopping leaves the rest for the next time. */
export const prepareIndex = async (db: Db, options: JobOptions): Promise<void> => {
  const total = await recordsToSearch(db);
  let isWorking = true;
  while (isWorking && !isStopped(options)) {
    // Another page may go on between two steps; each begins with what is written.
    isWorking = await alone('search', async () => {
      const state = (await readState(db)) ?? (await beginIndex(db));
      const hasMerged = await mergeSome(db, state);
      if (hasMerged) return true;
      if (state.stage === 'ready') return (await catchUpSome(db, state)) > 0;
      options.onProgress?.({ done: Math.min(state.docs, total), of: Math.max(total, state.docs) });
      await buildNext(db, state);
      return true;
    });
  }
};
