import { countOrders, keepableName, strongAliases } from '../domain/customers/alias';
import { isSameOrder, matchBuyer, mergeOrder, mergeSighting, type Sighting } from '../domain/customers/merge';
import { brandAs, type BuyerKey, type Instant, type Lang, type ShopId } from '../domain/ids';
import type { OrderFacts } from '../domain/orders';
import type { BuyerRow, Stamp } from '../domain/records';
import { err, ok } from '../domain/result';
import type { Db } from '../platform/db/schema';
import { buyerTopic } from '../platform/settings/change-signal';
import type { ApiResult, AppApi, BuyerView, RecordHeader, ThreadRequest } from './api';
import { noOldNotes, type NoteReview } from './note-review';
import { announcing, changing, checkedText, reading, type Change, type RecordDeps } from './records';

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

/** Stores of the records, and who looks at their notes where records are opened. */
export interface BuyersDeps extends RecordDeps {
  readonly oldNotes?: NoteReview['oldNotes'];
}

/** Use cases around buyers; notes are in `notes.ts`. */
export interface Buyers extends Pick<AppApi['buyers'], 'page' | 'open' | 'setTags'> {
  /**
   * Finds or makes the record and writes down what the page shows, in one transaction.
   *
   * Errors: `no-strong-alias`, because a display name never identifies; those of the store.
   */
  see(seen: BuyerSeen): ApiResult<BuyerFound>;
  /** Which of the orders the records hold for another buyer than this one, in any of our shops. */
  othersOrders(asked: {
    readonly orderIds: readonly string[];
    readonly buyerKey: BuyerKey | null;
  }): ApiResult<readonly string[]>;
}

const MAX_TAGS = 20;
const LONGEST_TAG = 40;
const MOST_FOUND = 500;
const LARGEST_PAGE = 200;
const MOST_SHOWN = 50;

const liveNotes = (db: Db, key: BuyerKey) =>
  db.notes.where('[buyerKey+deleted+createdAt]').between([key, 0, ''], [key, 0, '\uffff']);

const writeOrder = async (change: Change, buyer: BuyerRow, facts: OrderFacts): Promise<void> => {
  const id = `${buyer.shopId}:${facts.orderId}`;
  const before = await change.db.orders.get(id);
  const merged = mergeOrder(before, facts);
  if (before?.buyerKey === buyer.key && isSameOrder(before, merged)) return;
  await change.db.orders.put({ ...change.stamp(buyer.shopId), ...merged, id, buyerKey: buyer.key });
};

const newBuyer = (change: Change, key: BuyerKey, { shopId }: BuyerSeen): BuyerRow => ({
  ...change.stamp(shopId),
  key,
  aliases: [],
  tags: [],
  archived: 0,
  lastSeen: change.now,
});

/** The rows that are not deleted, newest first; equal days in the order in which they were written down last. */
const newest = <R extends Stamp>(rows: readonly R[], dayOf: (row: R) => string): readonly R[] =>
  rows
    .filter((row) => row.deleted === 0)
    .sort((a, b) => (dayOf(a) === dayOf(b) ? (a.hlc < b.hlc ? 1 : -1) : dayOf(a) < dayOf(b) ? 1 : -1))
    .slice(0, MOST_SHOWN);

/** A page of the list, newest first; equal times are never split, or the next page would miss the rest of them. */
const newestFirst = async (db: Db, before: Instant | undefined, limit: number): Promise<BuyerRow[]> => {
  const range = before === undefined ? db.buyers.orderBy('lastSeen') : db.buyers.where('lastSeen').below(before);
  const rows = await range
    .reverse()
    .filter((row) => row.deleted === 0)
    .limit(limit)
    .toArray();
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit) return rows;
  const ties = await db.buyers
    .where('lastSeen')
    .equals(last.lastSeen)
    .filter((row) => row.deleted === 0)
    .toArray();
  return [...rows, ...ties.filter((tie) => !rows.some((row) => row.key === tie.key))];
};

/** Records whose display name, tag or strong alias begins with the words; newest first. */
const searched = async (db: Db, words: string): Promise<BuyerRow[]> => {
  const prefixes = ['order:', 'case:', 'buyer:'].map((kind) => kind + words);
  const hits = await Promise.all([
    db.buyers.where('displayName').startsWithIgnoreCase(words).limit(MOST_FOUND).toArray(),
    db.buyers.where('tags').startsWithIgnoreCase(words).limit(MOST_FOUND).toArray(),
    db.buyers.where('aliases').startsWithAnyOf(prefixes).limit(MOST_FOUND).toArray(),
  ]);
  const byKey = new Map(hits.flat().map((row) => [row.key, row]));
  return [...byKey.values()].filter((row) => row.deleted === 0).sort((a, b) => (a.lastSeen < b.lastSeen ? 1 : -1));
};

const onePage = (rows: readonly BuyerRow[], before: Instant | undefined, limit: number): readonly BuyerRow[] => {
  const rest = before === undefined ? rows : rows.filter((row) => row.lastSeen < before);
  const last = rest[limit - 1];
  return last === undefined ? rest : rest.filter((row, index) => index < limit || row.lastSeen === last.lastSeen);
};

/** Use cases around buyers, over the given stores. */
export const createBuyers = (deps: BuyersDeps): Buyers => ({
  see: async (seen) => {
    const { order, shopId } = seen;
    const fromOrder = order ? [{ kind: 'order', value: order.orderId, strong: true } as const] : [];
    const aliases = strongAliases([...seen.aliases, ...fromOrder]);
    if (aliases.length === 0) return err({ kind: 'no-strong-alias' });
    return changing(deps, ['buyers', 'orders', 'notes'], async (change) => {
      const holders = await change.db.buyers.where('aliases').anyOf(aliases).distinct().toArray();
      const match = matchBuyer(
        holders.filter((row) => row.shopId === shopId && row.deleted === 0),
        aliases,
      );
      const others = match?.others ?? [];
      const before = match?.buyer ?? newBuyer(change, brandAs<'BuyerKey'>(deps.clock.newId()), seen);
      const name = keepableName(seen.displayName);
      const country = seen.country ?? order?.country;
      const sighting: Sighting = {
        aliases: aliases.filter((alias) => !others.some((other) => other.aliases.includes(alias))),
        ...(name === undefined ? {} : { displayName: name }),
        ...(country === undefined ? {} : { country }),
        ...(seen.lang === undefined ? {} : { lang: seen.lang }),
        at: change.now,
      };
      const merged = mergeSighting(before, sighting);
      const buyer = merged === before ? before : { ...merged, ...change.stamp(shopId) };
      if (buyer !== before) await change.db.buyers.put(buyer);
      if (order && sighting.aliases.includes(`order:${order.orderId}`)) await writeOrder(change, buyer, order);
      if (match === null) change.log({ shopId, what: 'buyer.added', buyerKey: buyer.key });
      const isNewDoubt = others.length > 0 && sighting.aliases.length > 0 && buyer !== before;
      if (isNewDoubt)
        change.log({ shopId, what: 'buyer.same-alias', buyerKey: buyer.key, detail: { others: others.length } });
      const noteCount = match === null ? 0 : await liveNotes(change.db, buyer.key).count();
      const { key } = buyer;
      const header: RecordHeader = {
        buyerKey: key,
        topic: buyerTopic(key),
        noteCount,
        returning: countOrders(buyer.aliases) > 1,
      };
      return ok({ buyer, header, isNew: match === null, alsoHeldBy: others.map((other) => other.key) });
    });
  },

  othersOrders: ({ orderIds, buyerKey }) =>
    reading(deps, async (db) => {
      const aliases = orderIds.map((id) => `order:${id}`);
      const holders = (await db.buyers.where('aliases').anyOf(aliases).distinct().toArray()).filter(
        ({ deleted }) => deleted === 0,
      );
      const isHeld = (id: string, isOwn: boolean): boolean =>
        holders.some(({ key, aliases: held }) => (key === buyerKey) === isOwn && held.includes(`order:${id}`));
      // Without a record of this buyer nobody can tell whose the order is.
      return ok(buyerKey === null ? [] : orderIds.filter((id) => isHeld(id, false) && !isHeld(id, true)));
    }),

  open: (key) =>
    reading(deps, async (db) => {
      const buyer = await db.buyers.get(key);
      if (buyer === undefined || buyer.deleted === 1) return err({ kind: 'not-found' });
      const [notes, orders, events] = await Promise.all([
        liveNotes(db, key).reverse().toArray(),
        db.orders.where('buyerKey').equals(key).toArray(),
        db.events.where('buyerKey').equals(key).toArray(),
      ]);
      // Days as `YYYY-MM-DD`: the order of the text is the order of time.
      const deliveredOn = orders
        .flatMap((order) => (order.deleted === 0 && order.deliveredOn ? [order.deliveredOn] : []))
        .sort()
        .at(-1);
      const old = (await deps.oldNotes?.({ notes, deliveredOn, now: deps.clock.now() })) ?? noOldNotes;
      const view: BuyerView = {
        buyer,
        notes,
        ...old,
        orders: newest(orders, (order) => order.orderedOn ?? order.shippedOn ?? ''),
        events: newest(events, (event) => event.at),
      };
      return ok(view);
    }),

  page: ({ search, after, limit }) =>
    reading(deps, async (db) => {
      const words = search?.trim() ?? '';
      const size = Math.min(Math.max(1, limit), LARGEST_PAGE);
      return ok(words === '' ? await newestFirst(db, after, size) : onePage(await searched(db, words), after, size));
    }),

  setTags: async ({ buyerKey, tags }) => {
    const checked = tags.map((tag) => checkedText(tag, { field: 'tags', max: LONGEST_TAG }));
    const wrong = checked.find((tag) => !tag.ok);
    if (wrong !== undefined && !wrong.ok) return wrong;
    const unique = [...new Set(checked.flatMap((tag) => (tag.ok ? [tag.value] : [])))];
    if (unique.length > MAX_TAGS) return err({ kind: 'invalid', field: 'tags' });
    const changed = await changing(deps, ['buyers'], async (change) => {
      const before = await change.db.buyers.get(buyerKey);
      if (before === undefined || before.deleted === 1) return err({ kind: 'not-found' });
      const buyer = { ...before, ...change.stamp(before.shopId), tags: unique };
      await change.db.buyers.put(buyer);
      change.log({ shopId: before.shopId, what: 'buyer.tagged', buyerKey, detail: { tags: unique.length } });
      return ok(buyer);
    });
    return announcing(deps, changed, [buyerTopic(buyerKey)]);
  },
});
