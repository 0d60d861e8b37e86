import { countOrders, keepableName, strongAliases } from '../../domain/customers/alias';
import { isSameOrder, matchBuyer, mergeOrder, mergeSighting, type Sighting } from '../../domain/customers/merge';
import { noSatellites } from '../../domain/customers/satellites';
import { sighted } from '../../domain/customers/sighted';
import { brandAs, type BuyerKey, type Instant, type Lang, type ShopId } from '../../domain/ids';
import type { OrderFacts } from '../../domain/orders';
import type { BuyerRow } from '../../domain/records';
import { err, ok } from '../../domain/result';
import type { Db } from '../../platform/db/schema';
import { buyerTopic } from '../../platform/settings/change-signal';
import type { ApiResult, RecordHeader, ThreadRequest } from '../api';
import { changing, reading, type Change, type RecordDeps } from '../records';
import { hashesOf, holdsHashes } from './alias-hash';
import { takeOut } from './archive';
import { joinedTo, rootOf } from './refresh';
import { writeOrder } from './write-order';

/** What a page shows of a buyer, in a shop that is known. */
export interface BuyerSeen {
  readonly shopId: ShopId;
  readonly aliases: ThreadRequest['aliases'];
  readonly displayName?: string;
  readonly country?: BuyerRow['country'];
  readonly lang?: Lang;
  readonly order?: OrderFacts | null;
}

/** The record a page belongs to. */
export interface BuyerFound {
  readonly buyer: BuyerRow;
  readonly header: RecordHeader;
  readonly isNew: boolean;
  /** Other records of the shop that hold one of the aliases; a person decides whether they are the same buyer. */
  readonly alsoHeldBy: readonly BuyerKey[];
}

const headerOf = (
  { key, aliases, summary, segments = [] }: BuyerRow,
  joined: readonly BuyerRow[],
  isNew: boolean,
): RecordHeader => {
  const orders = countOrders([...new Set([...aliases, ...joined.flatMap((row) => row.aliases)])]);
  return {
    buyerKey: key,
    topic: buyerTopic(key),
    noteCount: summary?.notes ?? 0,
    returning: Math.max(summary?.orders ?? 0, orders) > 1,
    isNew,
    segments,
    ...(summary?.promiseDueOn === undefined ? {} : { promiseDueOn: summary.promiseDueOn }),
    ...(summary?.dueAt === undefined ? {} : { dueAt: summary.dueAt }),
  };
};

/** A record as it is made for somebody who was never seen. */
export const newBuyer = (change: Change, key: BuyerKey, shopId: ShopId): BuyerRow => {
  const stamp = change.stamp(shopId);
  return {
    ...stamp,
    born: stamp.hlc,
    key,
    aliases: [],
    tags: [],
    archived: 0,
    firstSeen: change.now,
    lastSeen: change.now,
  };
};

/** The names a page gives a buyer, with the hashes under which what was kept too long is found. */
interface Named extends BuyerSeen {
  readonly given: readonly string[];
  readonly hashes: ReadonlyMap<string, string>;
}

const namesOf = ({ given, hashes }: Named): readonly string[] =>
  given.flatMap((alias) => [alias, hashes.get(alias) ?? []].flat());

const holdersOf = async (db: Db, names: readonly string[], { shopId }: BuyerSeen): Promise<readonly BuyerRow[]> => {
  // Side by side: a cursor from name to name waits for each of them.
  const found = await Promise.all(names.map((name) => db.buyers.where('aliases').equals(name).toArray()));
  return [...new Map(found.flat().map((row) => [row.key, row])).values()].filter((row) => row.shopId === shopId);
};

/** Whether a record is known by a name, in plain or by its hash. */
const isNamed = ({ aliases }: BuyerRow, alias: string, { hashes }: Named): boolean =>
  [alias, hashes.get(alias)].some((name) => name !== undefined && aliases.includes(name));

/** What a page adds to a record: names that nobody else holds, and what else it says of the buyer. */
const sightingOf = (
  seen: Named,
  before: BuyerRow,
  { others, at }: { readonly others: readonly BuyerRow[]; readonly at: Instant },
): Sighting => {
  const name = keepableName(seen.displayName);
  const country = seen.country ?? seen.order?.country;
  return {
    aliases: seen.given.filter(
      (alias) => !others.some((other) => isNamed(other, alias, seen)) && !isNamed(before, alias, seen),
    ),
    ...(name === undefined ? {} : { displayName: name }),
    ...(country === undefined ? {} : { country }),
    ...(seen.lang === undefined ? {} : { lang: seen.lang }),
    at,
  };
};

const isOthersOrder = ({ order }: BuyerSeen, others: readonly BuyerRow[]): boolean =>
  others.some(({ aliases }) => aliases.includes(`order:${order?.orderId}`));

/**
 * The record of a page that says nothing new, which is most of what is looked at; null when something is to be written.
 * It only reads: a change would hold every table of the records.
 */
const glance = async (db: Db, seen: Named, now: Instant): Promise<BuyerFound | null> => {
  const { order } = seen;
  const names = namesOf(seen);
  const hash = order ? seen.hashes.get(`order:${order.orderId}`) : undefined;
  const [holders, kept] = await Promise.all([
    holdersOf(db, names, seen),
    order ? db.orders.bulkGet([order.orderId, ...(hash ? [hash] : [])].map((id) => `${seen.shopId}:${id}`)) : [],
  ]);
  const match = matchBuyer(
    holders.filter(({ deleted }) => deleted === 0),
    names,
  );
  if (match === null) return null;
  const { buyer: before, others } = match;
  const sighting = sightingOf(seen, before, { others, at: now });
  if (mergeSighting(before, sighting) !== before) return null;
  const [old, hashed] = kept;
  if (order && !isOthersOrder(seen, others) && hashed === undefined) {
    if (old?.deleted !== 0 || old.buyerKey !== before.key) return null;
    if (!isSameOrder(old, mergeOrder(old, order, now.slice(0, 10)))) return null;
  }
  const root = before.joinedTo ? await rootOf(db, before) : before;
  if (root !== before && mergeSighting(root, { aliases: [], at: now }) !== root) return null;
  const alsoHeldBy = others.filter(({ joinedTo: to }) => to !== root.key).map(({ key }) => key);
  return { buyer: root, header: headerOf(root, await joinedTo(db, [root.key]), false), isNew: false, alsoHeldBy };
};

/** Finds the record of a page, or brings it back from the archive. */
const findHolders = async (
  change: Change,
  names: readonly string[],
  seen: BuyerSeen,
): Promise<{ readonly live: readonly BuyerRow[]; readonly forgotten: readonly BuyerRow[] }> => {
  const holders = await holdersOf(change.db, names, seen);
  const live = holders.filter((row) => row.deleted === 0);
  const forgotten = holders.filter((row) => row.forgotten === 1);
  if (live.length > 0 || forgotten.length > 0) return { live, forgotten };
  return { live: await takeOut(change, { shopId: seen.shopId, aliases: names }), forgotten };
};

/**
 * Finds or makes the record of a buyer and writes down what the page shows, in one transaction. What is shown of a record
 * that was joined goes to that record; the answer is the one it was joined to.
 *
 * Errors: `no-strong-alias`, because a display name never identifies; `forgotten`; those of the store.
 */
export const seeBuyer = async (deps: RecordDeps, seen: BuyerSeen): ApiResult<BuyerFound> => {
  const { order, shopId } = seen;
  const fromOrder = order ? [{ kind: 'order', value: order.orderId, strong: true } as const] : [];
  const given = strongAliases([...seen.aliases, ...fromOrder]);
  if (given.length === 0) return err({ kind: 'no-strong-alias' });
  const plain: Named = { ...seen, given, hashes: new Map() };
  const first = await reading(deps, (db) =>
    db.transaction('r', db.buyers, db.orders, db.archive, async () => {
      const [found, isHashed] = await Promise.all([glance(db, plain, deps.clock.now()), holdsHashes(db)]);
      return ok({ found, isHashed });
    }),
  );
  if (!first.ok) return first;
  if (first.value.found && !first.value.isHashed) return ok(first.value.found);
  // Before the change: a transaction waits for no cryptography.
  const hashes = first.value.isHashed ? await hashesOf(deps, given) : ok(plain.hashes);
  if (!hashes.ok) return hashes;
  const named: Named = { ...plain, hashes: hashes.value };
  if (first.value.isHashed) {
    const second = await reading(deps, (db) =>
      db.transaction('r', db.buyers, db.orders, async () => ok(await glance(db, named, deps.clock.now()))),
    );
    if (!second.ok) return second;
    if (second.value) return ok(second.value);
  }
  const names = namesOf(named);
  return changing(deps, ['buyers', 'archive'], async (change) => {
    const { live, forgotten } = await findHolders(change, names, seen);
    if (live.length === 0 && forgotten.length > 0) return err({ kind: 'forgotten' });
    const match = matchBuyer(live, names);
    const others = match?.others ?? [];
    const before = match?.buyer ?? newBuyer(change, brandAs<'BuyerKey'>(deps.clock.newId()), shopId);
    // A name of somebody who was forgotten is not written down again, on whatever record.
    const sighting = sightingOf(named, before, { others: [...others, ...forgotten], at: change.now });
    const changed = sighted(before, sighting, () => change.stamp(shopId));
    const isOwn = order && !isOthersOrder(seen, others);
    const written = isOwn
      ? await writeOrder(change, changed, order, { hash: hashes.value.get(`order:${order.orderId}`) })
      : null;
    if (match === null) {
      change.make(changed, { ...noSatellites, orders: written === null ? [] : [written] });
      change.log({ shopId, what: 'buyer.added', buyerKey: changed.key });
    } else if (changed !== before || written !== null) {
      if (changed !== before) await change.db.buyers.put(changed);
      change.touch(changed.key, changed.displayName === before.displayName ? undefined : 'words');
    }
    if (others.length > 0 && sighting.aliases.length > 0)
      change.log({ shopId, what: 'buyer.same-alias', buyerKey: changed.key, detail: { others: others.length } });
    const root = changed.joinedTo ? await rootOf(change.db, changed) : changed;
    if (root.key !== changed.key) {
      const moved = sighted(root, { aliases: [], at: change.now }, () => change.stamp(root.shopId));
      if (moved !== root) await change.db.buyers.put(moved);
      if (moved !== root) change.touch(root.key);
    }
    const settled = await change.settle();
    const buyer = settled.get(root.key) ?? root;
    const joined = match === null ? [] : await joinedTo(change.db, [buyer.key]);
    const alsoHeldBy = others.filter(({ joinedTo: to }) => to !== buyer.key).map(({ key }) => key);
    return ok({ buyer, header: headerOf(buyer, joined, match === null), isNew: match === null, alsoHeldBy });
  });
};
