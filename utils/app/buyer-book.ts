import { matchBuyer, mergeSighting } from '../domain/customers/merge';
import { stampSighting } from '../domain/customers/sighted';
import { brandAs, type BuyerKey, type CountryCode, type Instant, type ShopId } from '../domain/ids';
import type { BuyerRow } from '../domain/records';
import { archivedHolders } from './buyers/archive';
import { newBuyer } from './buyers/see';
import type { Change } from './records';

/** Somebody a list shows: names that identify, and what else is known. */
export interface ListedPerson {
  readonly aliases: readonly string[];
  readonly displayName: string | undefined;
  readonly country: CountryCode | undefined;
  /** When they were there, for what is read long after; records that are new are as old as the list without it. */
  readonly at?: Instant;
}

/** The records of the people on a list. */
export interface BuyerBook {
  /** The record that holds an alias, once everybody is written down. */
  readonly keyOf: (alias: string) => BuyerKey | undefined;
  /** The records that hold an alias, for every alias of the list. */
  readonly holdersOf: (alias: string) => readonly BuyerRow[] | undefined;
  /** The records that are new; they are not written yet. */
  readonly added: readonly BuyerRow[];
}

const isSameBuyer = (a: BuyerRow, b: BuyerRow): boolean =>
  a.displayName === b.displayName &&
  a.country === b.country &&
  a.lastSeen === b.lastSeen &&
  a.firstSeen === b.firstSeen &&
  a.aliases.length === b.aliases.length;

/** A record that was there at a moment, however long ago. */
const thereAt = (row: BuyerRow, at: Instant | undefined): BuyerRow =>
  at !== undefined && row.firstSeen !== undefined && at < row.firstSeen ? { ...row, firstSeen: at } : row;

/** The records that hold one of the names. Side by side: a cursor from name to name waits for each of them. */
const readHolders = async ({ db }: Change, names: readonly string[]): Promise<readonly BuyerRow[]> => {
  const found = await Promise.all(names.map((name) => db.buyers.where('aliases').equals(name).toArray()));
  return [...new Map(found.flat().map((row) => [row.key, row])).values()];
};

/** Names of people of whom nothing is to be kept from a list: those who were forgotten, and those in the archive. */
const readHidden = async (
  change: Change,
  names: readonly string[],
  { shopId, holders }: { readonly shopId: ShopId; readonly holders: readonly BuyerRow[] },
): Promise<ReadonlySet<string>> => {
  const forgotten = holders.filter((row) => row.shopId === shopId && row.forgotten === 1);
  const live = new Set(holders.filter(({ deleted }) => deleted === 0).flatMap(({ aliases }) => aliases));
  const rest = names.filter((name) => !live.has(name));
  // The names first: reading packs is the slow part, and mostly none of the list is in one.
  const isAsked = rest.length > 0 && (await change.db.archive.limit(1).count()) > 0;
  const packed = isAsked ? await change.db.archive.where('aliases').anyOf(rest).keys() : [];
  const archived =
    packed.length === 0 ? [] : await archivedHolders(change.db, { shopId, aliases: packed as unknown as string[] });
  return new Set([...forgotten, ...archived].flatMap(({ aliases }) => aliases));
};

/**
 * Finds or makes the records of everybody on a list, with one question and one write to the store. Being on a list is no
 * meeting: it does not move a record up in the list of buyers, and brings nobody back from the archive.
 */
export const createBuyerBook = async (
  change: Change,
  list: {
    readonly shopId: ShopId;
    readonly newId: () => string;
    readonly people: readonly ListedPerson[];
    /** Records that will be among them, as far as that is known already. */
    readonly likely: readonly BuyerKey[];
    /** Hashes of the names, by name; empty while nobody is known by a hash. */
    readonly hashes: ReadonlyMap<string, string>;
  },
): Promise<BuyerBook> => {
  const { shopId, newId, people, likely, hashes } = list;
  const own = (row: BuyerRow | undefined): row is BuyerRow => row?.shopId === shopId && row.deleted === 0;
  const withHash = (alias: string): readonly string[] => {
    const hash = hashes.get(alias);
    return hash === undefined ? [alias] : [alias, hash];
  };
  // By key first: asking for hundreds of names one after the other is the slow part.
  const expected = (await change.db.buyers.bulkGet([...new Set(likely)])).filter(own);
  const held = new Set(expected.flatMap(({ aliases }) => aliases));
  const wanted = [...new Set(people.flatMap(({ aliases }) => aliases))]
    .filter((alias) => !held.has(alias))
    .flatMap(withHash);
  const stored = await readHolders(change, wanted);
  const hidden = await readHidden(change, wanted, { shopId, holders: stored });
  const before = new Map([...expected, ...stored.filter(own)].map((row) => [row.key, row]));
  const rows = new Map<BuyerKey, BuyerRow>(before);
  const holders = new Map<string, Set<BuyerKey>>();
  const hold = ({ key, aliases }: BuyerRow): void => {
    for (const alias of aliases) holders.set(alias, (holders.get(alias) ?? new Set()).add(key));
  };
  for (const row of before.values()) hold(row);
  const holdersOf: BuyerBook['holdersOf'] = (alias) => {
    const keys = new Set(withHash(alias).flatMap((name) => [...(holders.get(name) ?? [])]));
    return keys.size === 0 ? undefined : [...keys].flatMap((key) => rows.get(key) ?? []);
  };

  for (const { aliases, displayName, country, at } of people) {
    const names = aliases.flatMap(withHash);
    if (names.length === 0 || names.some((name) => hidden.has(name))) continue;
    const match = matchBuyer([...new Set(aliases.flatMap((alias) => holdersOf(alias) ?? []))], names);
    const row = match?.buyer ?? {
      ...newBuyer(change, brandAs<'BuyerKey'>(newId()), shopId),
      ...(at === undefined ? {} : { firstSeen: at, lastSeen: at }),
    };
    const others = match?.others ?? [];
    const isHeld = (alias: string): boolean => withHash(alias).some((name) => row.aliases.includes(name));
    const seen = {
      aliases: aliases.filter((alias) => !isHeld(alias) && !others.some((other) => other.aliases.includes(alias))),
      ...(displayName === undefined ? {} : { displayName }),
      ...(country === undefined ? {} : { country }),
      at: at ?? row.lastSeen,
    };
    const next = thereAt(mergeSighting(row, seen), at);
    rows.set(next.key, next);
    hold(next);
  }

  // Two lines of a list may name one buyer in two ways: what counts is how it ends.
  const changed = [...rows.values()].flatMap((row) => {
    const old = before.get(row.key);
    return old === undefined || isSameBuyer(old, row) ? [] : [stampSighting(old, row, change.stamp(shopId))];
  });
  if (changed.length > 0) await change.db.buyers.bulkPut(changed);
  for (const { key, displayName } of changed)
    change.touch(key, before.get(key)?.displayName === displayName ? undefined : 'words');
  return {
    holdersOf,
    keyOf: (alias) => matchBuyer(holdersOf(alias) ?? [], withHash(alias))?.buyer.key,
    added: [...rows.values()].filter(({ key }) => !before.has(key)),
  };
};
