import { matchBuyer, mergeSighting } from '../domain/customers/merge';
import { brandAs, type BuyerKey, type CountryCode, type ShopId } from '../domain/ids';
import type { BuyerRow } from '../domain/records';
import type { Change } from './records';

/** Somebody a list shows: names that identify, and what else is known. */
export interface ListedPerson {
  readonly aliases: readonly string[];
  readonly displayName: string | undefined;
  readonly country: CountryCode | undefined;
}

/** The records of the people on a list. */
export interface BuyerBook {
  /** The record that holds an alias, once everybody is written down. */
  readonly keyOf: (alias: string) => BuyerKey | undefined;
  /** The records that hold an alias, for every alias of the list. */
  readonly holdersOf: (alias: string) => readonly BuyerRow[] | undefined;
  /** How many records are new. */
  readonly added: number;
}

const isSameBuyer = (a: BuyerRow, b: BuyerRow): boolean =>
  a.displayName === b.displayName && a.country === b.country && a.aliases.length === b.aliases.length;

/**
 * Finds or makes the records of everybody on a list, with one question and one write to the store. Being on a list is no
 * meeting: it does not move a record up in the list of buyers.
 */
export const createBuyerBook = async (
  change: Change,
  list: {
    readonly shopId: ShopId;
    readonly newId: () => string;
    readonly people: readonly ListedPerson[];
    /** Records that will be among them, as far as that is known already. */
    readonly likely: readonly BuyerKey[];
  },
): Promise<BuyerBook> => {
  const { shopId, newId, people, likely } = list;
  const own = (row: BuyerRow | undefined): row is BuyerRow => row?.shopId === shopId && row.deleted === 0;
  // By key first: asking for hundreds of names one after the other is the slow part.
  const expected = (await change.db.buyers.bulkGet([...new Set(likely)])).filter(own);
  const held = new Set(expected.flatMap(({ aliases }) => aliases));
  const wanted = [...new Set(people.flatMap(({ aliases }) => aliases))].filter((alias) => !held.has(alias));
  const stored = wanted.length === 0 ? [] : await change.db.buyers.where('aliases').anyOf(wanted).distinct().toArray();
  const before = new Map([...expected, ...stored.filter(own)].map((row) => [row.key, row]));
  const rows = new Map<BuyerKey, BuyerRow>(before);
  const holders = new Map<string, Set<BuyerKey>>();
  const hold = ({ key, aliases }: BuyerRow): void => {
    for (const alias of aliases) holders.set(alias, (holders.get(alias) ?? new Set()).add(key));
  };
  for (const row of before.values()) hold(row);

  for (const { aliases, displayName, country } of people) {
    if (aliases.length === 0) continue;
    const keys = new Set(aliases.flatMap((alias) => [...(holders.get(alias) ?? [])]));
    const match = matchBuyer(
      [...keys].flatMap((key) => rows.get(key) ?? []),
      aliases,
    );
    const row = match?.buyer ?? {
      ...change.stamp(shopId),
      key: brandAs<'BuyerKey'>(newId()),
      aliases: [],
      tags: [],
      archived: 0,
      lastSeen: change.now,
    };
    const others = match?.others ?? [];
    const merged = mergeSighting(row, {
      aliases: aliases.filter((alias) => !others.some((other) => other.aliases.includes(alias))),
      ...(displayName === undefined ? {} : { displayName }),
      ...(country === undefined ? {} : { country }),
      at: row.lastSeen,
    });
    rows.set(row.key, merged);
    hold(merged);
  }

  const changed = [...rows.values()].filter((row) => {
    const old = before.get(row.key);
    return old === undefined || !isSameBuyer(old, row);
  });
  if (changed.length > 0) await change.db.buyers.bulkPut(changed.map((row) => ({ ...row, ...change.stamp(shopId) })));
  const holdersOf: BuyerBook['holdersOf'] = (alias) => {
    const keys = holders.get(alias);
    return keys && [...keys].flatMap((key) => rows.get(key) ?? []);
  };
  return {
    holdersOf,
    keyOf: (alias) => matchBuyer(holdersOf(alias) ?? [], [alias])?.buyer.key,
    added: changed.filter(({ key }) => !before.has(key)).length,
  };
};
