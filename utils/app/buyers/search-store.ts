/** The search index as it lies in the store: its parts, and how far it is built. */
import { withoutRecords } from '../../domain/customers/search-merge';
import { docsIn, type SearchPart } from '../../domain/customers/search-index';
import type { BuyerKey } from '../../domain/ids';
import type { Tables } from '../../platform/db/schema';
import type { Db } from '../../platform/db/schema';
import type { Change } from '../records';

const STATE = 'state';
/**
 * Ids of parts sort by age; the second number goes up when records are taken out of one, the third says how many records
 * it holds: a large part takes seconds to read, too long for learning its size.
 */
const partId = (age: number, revision: number, part: SearchPart): string =>
  `part:${String(age).padStart(9, '0')}:${String(revision).padStart(6, '0')}:${docsIn(part)}`;

/** How many records a part holds, by its id. */
export const docsOfPart = (id: string): number => Number(id.slice(id.lastIndexOf(':') + 1));

/** How far the index is built. */
export interface SearchState {
  /** Goes up when something was taken out: what was read before must not be written any more. */
  readonly generation: number;
  /** Age of the next part. */
  readonly next: number;
  /** Records of the store, then packs of the archive, then ready. */
  readonly stage: 'records' | 'packs' | 'ready';
  /** Last key or id of the stage that was read. */
  readonly upTo: string;
  readonly docs: number;
}

/** The tables `dropFromSearch` changes. */
export const searchTables = ['searchParts', 'changed'] as const satisfies readonly (keyof Tables)[];

/** How far the index is built, or undefined when it was never begun. */
export const readState = async (db: Db): Promise<SearchState | undefined> =>
  (await db.searchParts.get(STATE))?.value as SearchState | undefined;

/** Ids of all parts, oldest first. */
export const partIds = async (db: Db): Promise<readonly string[]> =>
  db.searchParts.where('id').startsWith('part:').primaryKeys();

/** Some parts by their ids; what was merged or rewritten meanwhile is missing. */
export const readParts = async (
  db: Db,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly part: SearchPart }[]> =>
  (await db.searchParts.bulkGet([...ids])).flatMap((row) =>
    row === undefined ? [] : [{ id: row.id, part: row.value as SearchPart }],
  );

/** Begins the index anew. */
export const beginIndex = (db: Db): Promise<SearchState> =>
  db.transaction('rw', [db.searchParts, db.changed], async () => {
    const before = await readState(db);
    const state: SearchState = {
      generation: (before?.generation ?? 0) + 1,
      next: 1,
      stage: 'records',
      upTo: '',
      docs: 0,
    };
    await db.searchParts.clear();
    // Everything is read from now on, whatever has changed before.
    await db.changed.clear();
    await db.searchParts.put({ id: STATE, value: state });
    return state;
  });

/** What a step of the work writes. */
export interface IndexStep {
  readonly part?: SearchPart;
  readonly state?: Partial<Pick<SearchState, 'stage' | 'upTo' | 'docs'>>;
  /** Parts that are in the new one. */
  readonly replaces?: readonly string[];
  /** The last row of what had changed that is in the new part. */
  readonly changedUpTo?: number;
}

/** Writes a step; false, and nothing is written, when something was taken out since `seen` was read. */
export const commitStep = (db: Db, seen: SearchState, step: IndexStep): Promise<boolean> =>
  db.transaction('rw', [db.searchParts, db.changed], async () => {
    const now = await readState(db);
    if (now === undefined || now.generation !== seen.generation) return false;
    if (step.part) await db.searchParts.put({ id: partId(now.next, 0, step.part), value: step.part });
    if (step.replaces) await db.searchParts.bulkDelete([...step.replaces]);
    if (step.changedUpTo !== undefined) await db.changed.where('n').belowOrEqual(step.changedUpTo).delete();
    const next = step.part ? now.next + 1 : now.next;
    await db.searchParts.put({ id: STATE, value: { ...now, ...step.state, next } });
    return true;
  });

/**
 * Takes records out of the search: no key and no word of them is left in any part, nor in what is still to be indexed. To be
 * called in a change over `searchTables`.
 */
export const dropFromSearch = async ({ db }: Pick<Change, 'db'>, keys: readonly BuyerKey[]): Promise<void> => {
  const gone = new Set(keys);
  for (const row of await db.changed.toArray()) {
    if (!row.keys.some((key) => gone.has(key))) continue;
    const rest = row.keys.filter((key) => !gone.has(key));
    if (rest.length > 0) await db.changed.put({ ...row, keys: rest });
    else if (row.n !== undefined) await db.changed.delete(row.n);
  }
  const state = await readState(db);
  if (state === undefined) return;
  await db.searchParts.put({ id: STATE, value: { ...state, generation: state.generation + 1 } });
  // One after the other: all of them together may be larger than a page should hold twice.
  for (const id of await partIds(db)) {
    const part = (await db.searchParts.get(id))?.value as SearchPart;
    const rest = withoutRecords(part, keys);
    if (rest === part) continue;
    const [, age, revision] = id.split(':');
    await db.searchParts.delete(id);
    await db.searchParts.put({ id: partId(Number(age), Number(revision) + 1, rest), value: rest });
  }
};
