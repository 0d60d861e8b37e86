import { withFields } from '../../domain/customers/clocked';
import { joinPacked, type PackedRows } from '../../domain/customers/pack';
import { identityWords, withoutWords } from '../../domain/customers/without-identity';
import { strongAliases } from '../../domain/customers/alias';
import type { BuyerKey } from '../../domain/ids';
import type { BuyerRow, EntryRow, OrderRow } from '../../domain/records';
import type { OrderEventKind } from '../../domain/orders';
import { productOf } from '../../domain/reports/products';
import { err, ok } from '../../domain/result';
import { localDays } from '../../platform/clock/local-days';
import type { Db, Tables } from '../../platform/db/schema';
import { buyerTopic } from '../../platform/settings/change-signal';
import { forgetTypedValues } from '../../platform/settings/typed-values';
import type { ApiResult, ThreadRequest } from '../api';
import type { BuyersApi } from '../buyers-api';
import { announcing, changing, reading, type Change, type RecordDeps } from '../records';
import { scrubImports } from '../bundles/scrub-imports';
import { countWaiting, dropTitles } from '../reports/drain';
import { aliasHashes, knownHashes } from './alias-hash';
import { archiveTopic, readArchived, unpack } from './archive';
import { dropPairs } from './join';
import { movingTables, readRows, removeRows, withJoined } from './record-rows';
import { dropFromSearch, searchTables } from './search-store';
import { dropFromViews } from './views';

/** Most records of one call: each leaves all it had in one transaction. */
const MOST = 200;

const TABLES: readonly (keyof Tables)[] = [...movingTables, ...searchTables, 'drafts', 'entries', 'importParts'];

/** Everything about some records and those they are joined with, wherever it lies. */
const readAll = async (db: Db, keys: readonly BuyerKey[]): Promise<PackedRows> => {
  const live = await readRows(db, await withJoined(db, keys));
  return joinPacked(live, await readArchived(db, keys));
};

/** Every name the records are found by: their aliases, and the orders that are written down with them. */
const namesOf = ({ buyers, orders }: PackedRows): readonly string[] => [
  ...new Set([...buyers.flatMap(({ aliases }) => aliases), ...orders.map(({ orderId }) => `order:${orderId}`)]),
];

/** A mark that somebody was here and wants to stay unknown: nothing else of them is left. */
const tombstone = (change: Change, row: BuyerRow, orders: readonly OrderRow[], hashOf: ReadonlyMap<string, string>) => {
  const own = orders.filter(({ buyerKey }) => buyerKey === row.key).map(({ orderId }) => `order:${orderId}`);
  const names = [...new Set([...row.aliases, ...own])];
  return {
    ...change.stamp(row.shopId),
    key: row.key,
    aliases: names.flatMap((name) => hashOf.get(name) ?? []),
    tags: [],
    archived: 0,
    lastSeen: change.now,
    deleted: 1,
    forgotten: 1,
  } satisfies BuyerRow;
};

const EVENT_KINDS: readonly OrderEventKind[] = ['feedback', 'review', 'return', 'refund', 'claim', 'dispute'];

/** Events of the orders that a list has shown before anybody knew whose they were. */
const removeLooseEvents = async ({ db }: Change, orders: readonly OrderRow[]): Promise<void> => {
  const ids = orders.flatMap(({ shopId, orderId }) => EVENT_KINDS.map((kind) => `${shopId}:${kind}:${orderId}`));
  await db.events.bulkDelete(ids);
};

/**
 * Drafts carry the record they were written to. One that was begun before the record was known is theirs when its
 * conversation or its words name them.
 */
const removeDrafts = async ({ db }: Change, keys: ReadonlySet<BuyerKey>, words: readonly string[]): Promise<void> => {
  const isTheirs = (text: string): boolean => withoutWords(text, words) !== text;
  await db.drafts
    .filter(({ buyerKey, threadKey, text }) =>
      buyerKey === undefined ? isTheirs(threadKey) || isTheirs(text) : keys.has(buyerKey),
    )
    .delete();
};

/** Lines of the log stay, because they count what was done; whom it was done for goes. */
const unnameLog = async ({ db }: Change, keys: readonly BuyerKey[]): Promise<void> => {
  const lines = await db.log.where('buyerKey').anyOf(keys).toArray();
  await db.log.bulkPut(lines.map(({ buyerKey: _whose, ...line }) => line));
};

/** Entries of the work log are about no buyer; should one name them all the same, the name goes. */
const unnameEntries = async ({ db, stamp }: Change, words: readonly string[]): Promise<void> => {
  const entries = (await db.entries.toArray()).flatMap((entry) => {
    const text = withoutWords(entry.text, words);
    return text === entry.text ? [] : [withFields<EntryRow>(entry, { text }, stamp(entry.shopId))];
  });
  if (entries.length > 0) await db.entries.bulkPut(entries);
};

/** Who was forgotten, and by which words they can be told in what is kept outside the database. */
interface Forgotten {
  readonly keys: readonly BuyerKey[];
  readonly words: readonly string[];
  /** What they had bought, as the reports name it. */
  readonly products: readonly string[];
}

const forgetRows = async (
  change: Change,
  rows: PackedRows,
  hashOf: ReadonlyMap<string, string>,
): Promise<Forgotten> => {
  const keys = rows.buyers.map(({ key }) => key);
  const words = rows.buyers.flatMap(identityWords);
  const archived = await unpack(change, keys);
  change.count('archived', -archived.buyers.filter(({ joinedTo }) => !joinedTo).length);
  await removeRows(change, await readRows(change.db, keys));
  await change.db.buyers.bulkPut(rows.buyers.map((row) => tombstone(change, row, rows.orders, hashOf)));
  await removeLooseEvents(change, rows.orders);
  await removeDrafts(change, new Set(keys), words);
  await unnameLog(change, keys);
  await unnameEntries(change, words);
  await dropFromViews(change, words);
  await dropPairs(change, new Set(keys));
  await dropFromSearch(change, keys);
  await scrubImports(change, new Set(keys), words);
  for (const shopId of new Set(rows.buyers.map((row) => row.shopId))) {
    const records = rows.buyers.filter((row) => row.shopId === shopId).length;
    change.log({ shopId, what: 'buyer.forgotten', detail: { records } });
  }
  return { keys, words, products: rows.orders.flatMap(({ items }) => items.map(productOf)) };
};

/** Use cases around forgetting buyers. */
export interface Forgetting extends Pick<BuyersApi, 'forget'> {
  /** Lets pages that show these names record the buyer again, because a person asks for it. */
  readonly rememberAgain: (request: { readonly aliases: ThreadRequest['aliases'] }) => ApiResult<null>;
}

/** Whether one of these hashes belongs to somebody who was forgotten. */
export const isForgotten = async (db: Db, hashes: Iterable<string>): Promise<boolean> => {
  const asked = [...hashes];
  if (asked.length === 0) return false;
  const found = await db.buyers.where('aliases').anyOf(asked).toArray();
  return found.some(({ forgotten }) => forgotten === 1);
};

/** Use cases around forgetting buyers, over the given stores. */
export const createForget = (deps: RecordDeps): Forgetting => ({
  forget: async ({ keys }) => {
    if (keys.length > MOST) return err({ kind: 'invalid', field: 'keys' });
    // Hashes need the browser's cryptography, and a transaction would not wait for it: names first, then the change. A
    // name a page has added in between is hashed in the next round.
    let known: ReadonlyMap<string, string> = new Map();
    for (;;) {
      const names = await reading(deps, async (db) => ok(namesOf(await readAll(db, keys))));
      if (!names.ok) return names;
      const hashes = await aliasHashes(deps, names.value);
      if (!hashes.ok) return hashes;
      known = new Map([...known, ...names.value.map((name, at) => [name, hashes.value[at] ?? name] as const)]);
      const forgotten = await changing(deps, TABLES, async (change) => {
        const rows = await readAll(change.db, keys);
        if (!namesOf(rows).every((name) => known.has(name))) return ok(null);
        return ok(await forgetRows(change, rows, known));
      });
      if (!forgotten.ok) return forgotten;
      if (forgotten.value === null) continue;
      const { keys: gone, words, products } = forgotten.value;
      // What is taken out of the counts still names what it was counted under, until it is counted.
      const counted = await countWaiting({ db: deps.db, days: localDays });
      if (!counted.ok) return counted;
      const untitled = await dropTitles(deps, products);
      if (!untitled.ok) return untitled;
      await forgetTypedValues(gone, (text) => withoutWords(text, words) !== text);
      return announcing(deps, ok(null), [archiveTopic, ...gone.map(buyerTopic)]);
    }
  },

  rememberAgain: async ({ aliases }) => {
    const hashes = await knownHashes(deps, strongAliases(aliases));
    if (!hashes.ok) return hashes;
    return changing(deps, ['buyers'], async (change) => {
      const found = await change.db.buyers
        .where('aliases')
        .anyOf([...hashes.value.values()])
        .distinct()
        .toArray();
      const gone = found.filter(({ forgotten }) => forgotten === 1);
      if (gone.length === 0) return err({ kind: 'not-found' });
      await change.db.buyers.bulkPut(
        gone.map((row) => ({ ...row, ...change.stamp(row.shopId), deleted: 1, aliases: [] })),
      );
      for (const { shopId } of gone) change.log({ shopId, what: 'buyer.remembered' });
      return ok(null);
    });
  },
});
