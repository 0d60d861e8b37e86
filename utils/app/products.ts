import type { ShopId } from '../domain/ids';
import type { OrderItem } from '../domain/orders';
import { createImportPlanner, readIds, readValues, tidyTitle, type ImportRow } from '../domain/products/plan-import';
import { productFields, type ProductCard } from '../domain/products/product-card';
import { putValues } from '../domain/products/put-values';
import { readValue } from '../domain/products/read-value';
import {
  cardsFor,
  isAlikeInVariants,
  isSameProduct,
  isVariantOf,
  ownCards,
  tidyIds,
  type ProductIds,
} from '../domain/products/same-product';
import type { ProductRow } from '../domain/records';
import { err, ok, type Result } from '../domain/result';
import type { Db } from '../platform/db/schema';
import { productsTopic } from '../platform/settings/change-signal';
import type { ApiProblem, ApiResult, AppApi } from './api';
import { announcing, changing, reading, type Change, type RecordDeps } from './records';

/** An item of an order with the cards its ids lead to: none, one, or several when the page names too few ids. */
export interface ItemCards {
  readonly item: OrderItem;
  readonly cards: readonly ProductCard[];
}

/** Use cases around product cards. */
export interface Products extends Readonly<AppApi['products']> {
  /** The cards of an order's items; a title identifies nothing. */
  forItems(request: { readonly shopId: ShopId; readonly items: readonly OrderItem[] }): ApiResult<readonly ItemCards[]>;
  /**
   * Puts one value on an item's own card, making it when there is none; with a SKU never on the card of the listing. Errors:
   * `invalid` with the field, or with `productId` when the item has no id, or too few to know which card is meant.
   */
  keepValue(request: {
    readonly shopId: ShopId;
    readonly item: Pick<OrderItem, 'title' | 'productId' | 'sku'>;
    readonly field: string;
    readonly value: string;
  }): ApiResult<ProductCard>;
}

const LARGEST_PAGE = 200;
/** Cards read at once while searching: twenty thousand are then read in ten steps and never one by one. */
const PORTION = 2_000;
const LONGEST_SEARCH = 200;
/** Most rows of one call; the page sends a large file in portions. */
const MOST_ROWS = 2_000;

const toCard = ({ id, shopId, sku, productId, title, values, authors }: ProductRow): ProductCard => ({
  id,
  shopId,
  title,
  values,
  ...(sku === undefined ? {} : { sku }),
  ...(productId === undefined ? {} : { productId }),
  ...(authors === undefined ? {} : { authors }),
});

// The same product has the same key on every computer of a desk, so that their cards meet when they are joined.
const keyOf = (shopId: ShopId, { sku = '', productId = '' }: ProductIds): string =>
  `${shopId}:${productId.replaceAll(':', '%3a')}:${sku}`;

/** The rows of a shop that share an id with any of these, and those that have one of their keys. */
const rowsNear = async (db: Db, shopId: ShopId, wanted: readonly ProductIds[]): Promise<readonly ProductRow[]> => {
  const filled = (ids: readonly (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))];
  const [bySku, byId, byKey] = await Promise.all([
    db.products
      .where('sku')
      .anyOf(filled(wanted.map(({ sku }) => sku)))
      .toArray(),
    db.products
      .where('productId')
      .anyOf(filled(wanted.map(({ productId }) => productId)))
      .toArray(),
    db.products.bulkGet(wanted.map((ids) => keyOf(shopId, ids))),
  ]);
  const found = [...bySku, ...byId, ...byKey].filter((row) => row?.shopId === shopId) as readonly ProductRow[];
  return [...new Map(found.map((row) => [row.id, row])).values()];
};

const alive = (rows: readonly ProductRow[]): readonly ProductRow[] => rows.filter(({ deleted }) => deleted === 0);

const isShop = async ({ db }: Pick<Change, 'db'>, shopId: ShopId): Promise<boolean> =>
  (await db.shops.get(shopId))?.deleted === 0;

const invalid = (field: string): Result<never, ApiProblem> => err({ kind: 'invalid', field });

/** The ids of a form, in the words of the API's problems. */
const idsOf = (given: ProductIds): Result<ProductIds, ApiProblem> => {
  const ids = readIds(given);
  if (ids.ok) return ids;
  return invalid('field' in ids.error && ids.error.field === 'product_id' ? 'productId' : 'sku');
};

/** Where the cards of a shop, or all cards after one, begin and end in the order of keys. */
const keysFrom = (shopId: ShopId | undefined, after: string | undefined): readonly [string, string] => {
  const first = shopId === undefined ? '' : `${shopId}:`;
  return [after !== undefined && after > first ? after : first, `${first}\uffff`];
};

const hasWords = ({ sku = '', productId = '', title }: ProductRow, words: readonly string[]): boolean => {
  const text = `${sku} ${productId} ${title}`.toLowerCase();
  return words.every((word) => text.includes(word));
};

/** Use cases around product cards, over the given stores. Removing leaves a tombstone with the ids alone. */
export const createProducts = (deps: RecordDeps): Products => {
  const write = (change: Change, card: ProductCard): ProductRow => ({ ...change.stamp(card.shopId), ...card });
  const freeKey = (shopId: ShopId, ids: ProductIds, taken: ReadonlySet<string>): string => {
    const key = keyOf(shopId, ids);
    return taken.has(key) ? `${key}:${deps.clock.newId()}` : key;
  };
  const done = <T>(result: Result<T, ApiProblem>) => announcing(deps, result, [productsTopic]);

  return {
    page: ({ shopId, search = '', after, limit }) =>
      reading(deps, async (db) => {
        const words = search.slice(0, LONGEST_SEARCH).toLowerCase().split(/\s+/u).filter(Boolean);
        const size = Math.min(Math.max(1, limit), LARGEST_PAGE);
        const found: ProductCard[] = [];
        const [start, to] = keysFrom(shopId, after);
        let from = start;
        for (;;) {
          const rows = await db.products.where('id').between(from, to, false, true).limit(PORTION).toArray();
          const hits = alive(rows).filter((row) => hasWords(row, words));
          found.push(...hits.slice(0, size - found.length).map(toCard));
          const last = rows.at(-1);
          if (last === undefined || rows.length < PORTION || found.length >= size) return ok(found);
          from = last.id;
        }
      }),

    read: ({ id }) =>
      reading(deps, async (db) => {
        const row = await db.products.get(id);
        return row?.deleted === 0 ? ok(toCard(row)) : err({ kind: 'not-found' });
      }),

    save: async ({ id, shopId, title, values, ...given }) => {
      const ids = idsOf(given);
      if (!ids.ok) return ids;
      const read = readValues(values);
      if (!read.ok) return invalid(read.error.field);
      const saved = await changing<ProductCard>(deps, ['products', 'shops'], async (change) => {
        const before = id === undefined ? undefined : await change.db.products.get(id);
        if (id !== undefined && before === undefined) return err({ kind: 'not-found' });
        const owner = before?.shopId ?? shopId;
        if (!(await isShop(change, owner))) return err({ kind: 'shop-unknown' });
        const near = alive(await rowsNear(change.db, owner, [ids.value])).filter((row) => row.id !== id);
        const twin = near.find((row) => isSameProduct(row, ids.value));
        if (twin) return invalid(twin.sku !== undefined && twin.sku === ids.value.sku ? 'sku' : 'productId');
        const taken = new Set(near.map((row) => row.id));
        const changes = { ...Object.fromEntries(productFields.map((field) => [field.id, ''])), ...read.value };
        const { id: key, values: old, authors } = before ? toCard(before) : { id: '', values: {}, authors: undefined };
        const card = putValues<ProductCard>(
          {
            id: key || freeKey(owner, ids.value, taken),
            shopId: owner,
            ...ids.value,
            title: tidyTitle(title),
            values: old,
            ...(authors ? { authors } : {}),
          },
          changes,
          'person',
        );
        await change.db.products.put(write(change, card));
        change.log({ shopId: owner, what: before ? 'product.changed' : 'product.added' });
        return ok(card);
      });
      return done(saved);
    },

    remove: async ({ id }) => {
      const removed = await changing(deps, ['products'], async (change) => {
        const row = await change.db.products.get(id);
        if (row === undefined || row.deleted === 1) return err({ kind: 'not-found' });
        const { shopId, sku, productId } = row;
        const ids = tidyIds({
          ...(sku === undefined ? {} : { sku }),
          ...(productId === undefined ? {} : { productId }),
        });
        await change.db.products.put({ ...change.stamp(shopId), id, ...ids, title: '', values: {}, deleted: 1 });
        change.log({ shopId, what: 'product.removed' });
        return ok(null);
      });
      return done(removed);
    },

    importRows: async ({ shopId, rows }) => {
      if (rows.length > MOST_ROWS) return invalid('rows');
      const imported = await changing(deps, ['products', 'shops'], async (change) => {
        if (!(await isShop(change, shopId))) return err({ kind: 'shop-unknown' });
        const wanted = rows.flatMap((row: ImportRow) => {
          const ids = readIds(row);
          return ids.ok ? [ids.value] : [];
        });
        const near = alive(await rowsNear(change.db, shopId, wanted));
        const taken = new Set(near.map((row) => row.id));
        const planner = createImportPlanner({
          shopId,
          cards: near.map(toCard),
          newId: (ids) => freeKey(shopId, ids, taken),
        });
        planner.take(rows);
        const plan = planner.plan();
        const cards = [...plan.added, ...plan.changed].map(({ card }) => write(change, card));
        await change.db.products.bulkPut(cards);
        const detail = { added: plan.added.length, changed: plan.changed.length, rejected: plan.rejected.length };
        if (cards.length > 0) change.log({ shopId, what: 'product.imported', detail });
        return ok(plan);
      });
      return done(imported);
    },

    forExport: ({ shopId }) =>
      reading(deps, async (db) => {
        const [from, to] = keysFrom(shopId, undefined);
        return ok(alive(await db.products.where('id').between(from, to, false, true).toArray()).map(toCard));
      }),

    forItems: ({ shopId, items }) =>
      reading(deps, async (db) => {
        const near = alive(await rowsNear(db, shopId, items.map(tidyIds))).map(toCard);
        return ok(items.map((item) => ({ item, cards: cardsFor(item, near) })));
      }),

    keepValue: async ({ shopId, item, field, value }) => {
      const ids = readIds(item);
      if (!ids.ok) return invalid('productId');
      const read = readValue(field, value);
      if (!read.ok && read.error.kind === 'contact') return err({ kind: 'invalid', field, why: 'contact' });
      if (!read.ok || read.value === '') return invalid(field);
      const kept = await changing<ProductCard>(deps, ['products', 'shops'], async (change) => {
        if (!(await isShop(change, shopId))) return err({ kind: 'shop-unknown' });
        const near = alive(await rowsNear(change.db, shopId, [ids.value]));
        const [before, second] = ownCards(ids.value, near.map(toCard));
        if (second) return invalid('productId');
        // The listing has variants and nothing tells which one was spoken of.
        if (!isAlikeInVariants(field) && !before && near.some((row) => isVariantOf(ids.value, row)))
          return invalid('productId');
        const id = before?.id ?? freeKey(shopId, ids.value, new Set(near.map((row) => row.id)));
        const base = before ?? { id, shopId, ...ids.value, title: tidyTitle(item.title), values: {} };
        const card = putValues<ProductCard>(base, { [field]: read.value }, 'person');
        await change.db.products.put(write(change, card));
        change.log({ shopId, what: before ? 'product.changed' : 'product.added' });
        return ok(card);
      });
      return done(kept);
    },
  };
};
