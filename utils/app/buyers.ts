import type { BuyerKey } from '../domain/ids';
import { ok } from '../domain/result';
import type { ApiResult } from './api';
import type { BuyersApi } from './buyers-api';
import { createArchive } from './buyers/archive';
import { copyBuyer } from './buyers/copy';
import { createBuyerEdits } from './buyers/edit';
import { createForget } from './buyers/forget';
import { createJoin } from './buyers/join';
import { rootOf } from './buyers/refresh';
import { createBuyerLists } from './buyers/lists';
import { createOpenBuyer, type OpenDeps } from './buyers/open';
import type { BuyerSearcher } from './buyers/search';
import { seeBuyer, type BuyerFound, type BuyerSeen } from './buyers/see';
import { createSavedViews } from './buyers/views';
import { reading, type RecordDeps } from './records';

/** Stores of the records, and who looks at their notes and orders where records are opened. */
export type BuyersDeps = RecordDeps & OpenDeps;

/** Use cases around buyers that pages are served with, and those of the extension's own pages; notes are in `notes.ts`. */
export interface Buyers extends Omit<BuyersApi, 'reviewNote' | 'addNote' | 'editNote' | 'deleteNote'> {
  /**
   * Finds or makes the record and writes down what the page shows, in one transaction.
   *
   * Errors: `no-strong-alias`, because a display name never identifies; `forgotten`; those of the store.
   */
  see(seen: BuyerSeen): ApiResult<BuyerFound>;
  /** Which of the orders the records hold for another buyer than this one, in any of our shops. */
  othersOrders(asked: {
    readonly orderIds: readonly string[];
    readonly buyerKey: BuyerKey | null;
  }): ApiResult<readonly string[]>;
}

/** The search with its index, loaded when somebody looks for words. */
const lazySearch = (deps: RecordDeps): BuyerSearcher => {
  let loading: Promise<BuyerSearcher> | undefined;
  const searcher = () => (loading ??= import('./buyers/search').then((search) => search.createBuyerSearch(deps)));
  return {
    searchBuyers: async (asked) => (await searcher()).searchBuyers(asked),
    prepareSearch: async (options) => (await searcher()).prepareSearch(options),
  };
};

/** Use cases around buyers, over the given stores. */
export const createBuyers = (deps: BuyersDeps): Buyers => {
  const search = lazySearch(deps);
  const forgetting = createForget(deps);
  return {
    see: (seen) => seeBuyer(deps, seen),

    othersOrders: ({ orderIds, buyerKey }) =>
      reading(deps, async (db) => {
        const aliases = orderIds.map((id) => `order:${id}`);
        const holders = (await db.buyers.where('aliases').anyOf(aliases).distinct().toArray()).filter(
          ({ deleted }) => deleted === 0,
        );
        // Records that were joined are one buyer, however many steps it took.
        const shown = buyerKey === null ? undefined : await db.buyers.get(buyerKey);
        const roots = await Promise.all([...holders, ...(shown ? [shown] : [])].map((row) => rootOf(db, row)));
        const own = shown && roots.at(-1)?.key;
        const isOwnRow = (row: (typeof holders)[number]): boolean => roots[holders.indexOf(row)]?.key === own;
        const isHeld = (id: string, isOwn: boolean): boolean =>
          holders.some((row) => isOwnRow(row) === isOwn && row.aliases.includes(`order:${id}`));
        // Without a record of this buyer nobody can tell whose the order is.
        return ok(buyerKey === null ? [] : orderIds.filter((id) => isHeld(id, false) && !isHeld(id, true)));
      }),

    open: createOpenBuyer(deps),
    ...createBuyerLists(deps, (asked) => search.searchBuyers(asked)),
    prepareSearch: (options) => search.prepareSearch(options),
    ...createBuyerEdits(deps),
    ...createSavedViews(deps),
    ...createArchive(deps),
    ...createJoin(deps),
    forget: (request) => forgetting.forget(request),
    copy: (key) => copyBuyer(deps, key),
  };
};
