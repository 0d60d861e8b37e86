import { keepableName, strongAliases } from '../domain/customers/alias';
import { matchBuyer } from '../domain/customers/merge';
import type { BuyerKey, ShopId } from '../domain/ids';
import type { BuyerRow } from '../domain/records';
import { ok } from '../domain/result';
import type { Db } from '../platform/db/schema';
import type { ApiResult, ListRequest, RowFacts } from './api';
import type { ListKept } from './keep-list';
import { groupBy } from './group-by';
import { reading, type RecordDeps } from './records';

type Row = ListRequest['rows'][number];
type Known = Pick<RowFacts, 'known' | 'promiseDueOn'>;

const nameOf = ({ aliases }: Row): string | undefined =>
  keepableName(aliases.find(({ kind }) => kind === 'display-name')?.value);

/** Whether the marketplace's own id of the buyer says that a record of the same name is somebody else. */
const isContradicted = (row: Row, buyer: BuyerRow): boolean => {
  const shown = strongAliases(row.aliases).filter((alias) => alias.startsWith('buyer:'));
  const held = buyer.aliases.filter((alias) => alias.startsWith('buyer:'));
  return shown.length > 0 && held.length > 0 && !shown.some((alias) => held.includes(alias));
};

/** The buyer of each note that is not deleted; one walk over the index, which jumps from buyer to buyer. */
const noteKeys = async (db: Db, keys: readonly BuyerKey[]): Promise<readonly BuyerKey[]> => {
  if (keys.length === 0) return [];
  const ranges = keys.map((key): [IDBValidKey, IDBValidKey] => [
    [key, 0, ''],
    [key, 0, '\uffff'],
  ]);
  const found = await db.notes.where('[buyerKey+deleted+createdAt]').inAnyRange(ranges).keys();
  return found.map((key) => (key as unknown as readonly [BuyerKey])[0]);
};

/**
 * What the records say of each row, in the order of the rows: found by a strong alias, or by a display name that exactly
 * one record of this shop has. Indexed questions only, whatever the number of records.
 */
export const knownRows = (
  deps: Pick<RecordDeps, 'db'>,
  rows: readonly Row[],
  {
    shopId,
    holdersOf,
  }: {
    readonly shopId: ShopId;
    /** Records found already while the list was kept. */
    readonly holdersOf: ListKept['holdersOf'];
  },
): ApiResult<readonly Known[]> =>
  reading(deps, async (db) => {
    if (rows.length === 0) return ok([]);
    const own = (row: BuyerRow): boolean => row.shopId === shopId && row.deleted === 0;
    const strong = rows.map(({ aliases }) => strongAliases(aliases));
    const unseen = strong.flat().filter((alias) => holdersOf(alias) === undefined);
    const names = [...new Set(rows.flatMap((row) => nameOf(row) ?? []))];
    const [holders, namesakes] = await Promise.all([
      db.buyers.where('aliases').anyOf(unseen).distinct().toArray(),
      db.buyers.where('displayName').anyOf(names).toArray(),
    ]);
    const byAlias = groupBy(holders.filter(own), ({ aliases }) => aliases);
    const byName = groupBy(namesakes.filter(own), ({ displayName = '' }) => [displayName]);

    const found = rows.map((row, index) => {
      const aliases = strong[index] ?? [];
      const sure = matchBuyer(
        [...new Set(aliases.flatMap((alias) => holdersOf(alias) ?? byAlias.get(alias) ?? []))],
        aliases,
      )?.buyer;
      if (sure) return { key: sure.key, how: 'sure' } as const;
      const [only, ...more] = byName.get(nameOf(row) ?? '') ?? [];
      const isOne = only !== undefined && more.length === 0 && !isContradicted(row, only);
      return isOne ? ({ key: only.key, how: 'name' } as const) : null;
    });

    const keys: readonly BuyerKey[] = [...new Set(found.flatMap((one) => one?.key ?? []))];
    const [notes, promises] = await Promise.all([
      noteKeys(db, keys),
      db.promises.where('buyerKey').anyOf(keys).toArray(),
    ]);
    const notesOf = new Map<BuyerKey, number>();
    for (const key of notes) notesOf.set(key, (notesOf.get(key) ?? 0) + 1);
    const dueOf = new Map<BuyerKey, string>();
    for (const { buyerKey, dueOn, done, deleted } of promises) {
      const first = dueOf.get(buyerKey);
      if (done === 0 && deleted === 0 && (first === undefined || dueOn < first)) dueOf.set(buyerKey, dueOn);
    }
    return ok(
      found.map((one): Known => {
        if (one === null) return {};
        const due = one.how === 'sure' ? dueOf.get(one.key) : undefined;
        return {
          known: { how: one.how, notes: notesOf.get(one.key) ?? 0 },
          ...(due === undefined ? {} : { promiseDueOn: due }),
        };
      }),
    );
  });
