import { keepableName, strongAliases } from '../domain/customers/alias';
import { matchBuyer } from '../domain/customers/merge';
import { isTellingName } from '../domain/customers/same-person';
import type { BuyerKey, ShopId } from '../domain/ids';
import type { BuyerRow } from '../domain/records';
import { ok } from '../domain/result';
import type { Db } from '../platform/db/schema';
import type { ApiResult, ListRequest, RowFacts } from './api';
import { rootOf } from './buyers/refresh';
import type { ListKept } from './keep-list';
import { groupBy } from './group-by';
import { reading, type RecordDeps } from './records';

type Row = ListRequest['rows'][number];
type Known = Pick<RowFacts, 'known' | 'promiseDueOn'>;

/** Records of one name that are read; a name this many have says of nobody who they are. */
const MOST_NAMESAKES = 20;

/** The name of a row, unless it is what a marketplace calls everybody. */
const nameOf = ({ aliases }: Row): string | undefined => {
  const name = keepableName(aliases.find(({ kind }) => kind === 'display-name')?.value);
  return isTellingName(name) ? name : undefined;
};

/** The records of some names; of a name too many have, none. */
const readNamesakes = async (db: Db, names: readonly string[]): Promise<readonly BuyerRow[]> => {
  const found = await Promise.all(
    names.map((name) => db.buyers.where('displayName').equals(name).limit(MOST_NAMESAKES).toArray()),
  );
  return found.filter(({ length }) => length < MOST_NAMESAKES).flat();
};

/** Whether the marketplace's own id of the buyer says that a record of the same name is somebody else. */
const isContradicted = (row: Row, buyer: BuyerRow): boolean => {
  const shown = strongAliases(row.aliases).filter((alias) => alias.startsWith('buyer:'));
  const held = buyer.aliases.filter((alias) => alias.startsWith('buyer:'));
  return shown.length > 0 && held.length > 0 && !shown.some((alias) => held.includes(alias));
};

/** The records that others were joined to, for each of these records that was. */
const readRoots = async (db: Db, rows: readonly BuyerRow[]): Promise<ReadonlyMap<BuyerKey, BuyerRow>> => {
  const joined = [...new Map(rows.filter((row) => row.joinedTo).map((row) => [row.key, row])).values()];
  const roots = await Promise.all(joined.map((row) => rootOf(db, row)));
  return new Map(joined.flatMap(({ key }, at) => (roots[at] ? [[key, roots[at]] as const] : [])));
};

const keptOf =
  (holdersOf: ListKept['holdersOf']) =>
  ({ aliases }: Row): readonly BuyerRow[] =>
    strongAliases(aliases).flatMap((alias) => holdersOf(alias) ?? []);

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
      readNamesakes(db, names),
    ]);
    const byAlias = groupBy(holders.filter(own), ({ aliases }) => aliases);
    const byName = groupBy(namesakes.filter(own), ({ displayName = '' }) => [displayName]);

    const roots = await readRoots(db, [...holders, ...namesakes, ...rows.flatMap(keptOf(holdersOf))].filter(own));
    const rootIn = (row: BuyerRow): BuyerRow => roots.get(row.key) ?? row;

    const found = rows.map((row, index) => {
      const aliases = strong[index] ?? [];
      const sure = matchBuyer(
        [...new Set(aliases.flatMap((alias) => holdersOf(alias) ?? byAlias.get(alias) ?? []))],
        aliases,
      )?.buyer;
      if (sure) return { buyer: rootIn(sure), how: 'sure' } as const;
      // Records that were joined are one buyer, who may have one name more than once.
      const named = byName.get(nameOf(row) ?? '') ?? [];
      const [only, ...more] = new Map(named.map((one) => [rootIn(one).key, one])).values();
      const isOne = only !== undefined && more.length === 0 && !isContradicted(row, only);
      return isOne ? ({ buyer: rootIn(only), how: 'name' } as const) : null;
    });
    return ok(
      found.map((one): Known => {
        if (one === null) return {};
        const { notes = 0, promiseDueOn } = one.buyer.summary ?? {};
        return {
          known: { how: one.how, notes },
          ...(one.how === 'name' || promiseDueOn === undefined ? {} : { promiseDueOn }),
        };
      }),
    );
  });
