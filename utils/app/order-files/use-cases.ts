/** Use cases around reports of orders and lists of buyers. Loaded only when somebody works with a file. */
import { brandAs, type MarketId, type ShopId } from '../../domain/ids';
import { recogniseFile } from '../../domain/order-files/recognise';
import type { BuyerRow, ShopRow } from '../../domain/records';
import { err, ok } from '../../domain/result';
import type { ApiResult } from '../api';
import { createBuyerLists } from '../buyers/lists';
import type { BuyerPage } from '../buyers-api';
import type { OrderFileLook, OrderFileResult, OrderFilesApi, OrderFileTaken } from '../order-files-api';
import { reading, type RecordDeps } from '../records';
import { buyerFile, createBuyerRows } from './buyer-file';
import { lookThrough } from './look-through';
import { readTable } from './read-table';
import { takeIn } from './take-in';

const MOST_SHOWN = 5;
const MOST_REJECTED = 100;
const PAGE = 200;
const MOST_BUYERS = 200_000;
const LOOKED_UP_AT_ONCE = 2_000;

const shopOf = (deps: RecordDeps, id: ShopId): ApiResult<ShopRow> =>
  reading(deps, async (db) => {
    const shop = await db.shops.get(id);
    return shop && shop.deleted === 0 ? ok(shop) : err({ kind: 'shop-unknown' });
  });

const isOff = (deps: RecordDeps, market: MarketId): ApiResult<boolean> =>
  reading(deps, async (db) => {
    const off = (await db.settings.get('marketsOff'))?.value;
    return ok(Array.isArray(off) && off.includes(market));
  });

/** How many of these orders the records of a shop hold. */
const countKnown = (deps: RecordDeps, shopId: ShopId, orderIds: readonly string[]): ApiResult<number> =>
  reading(deps, async (db) => {
    let known = 0;
    for (let from = 0; from < orderIds.length; from += LOOKED_UP_AT_ONCE) {
      const keys = orderIds.slice(from, from + LOOKED_UP_AT_ONCE).map((id) => `${shopId}:${id}`);
      known += await db.orders.where('id').anyOf(keys).count();
    }
    return ok(known);
  });

const read: OrderFilesApi['read'] = async ({ file, fileName, encoding }, { onProgress, signal } = {}) => {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // Moved or changed since it was chosen, or no right to it.
    return err({ kind: 'unreadable' });
  }
  const table = await readTable(bytes, fileName, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(signal === undefined ? {} : { signal }),
    onShare: (share) => onProgress?.({ done: Math.round(share * 100), of: 100 }),
  });
  if (!table.ok) return table;
  const { preset, mapping } = recogniseFile(table.value.headings);
  const known = preset && { preset: preset.id, marketplace: brandAs<'MarketId'>(preset.marketplace) };
  return ok({ table: table.value, mapping, ...known });
};

const look = async (
  deps: RecordDeps,
  { table, mapping, shopId }: Parameters<OrderFilesApi['look']>[0],
  options: Parameters<OrderFilesApi['look']>[1],
): OrderFileResult<OrderFileLook> => {
  const shop = await shopOf(deps, shopId);
  if (!shop.ok) return shop;
  const understood = await lookThrough({ table, mapping, market: shop.value.marketplace }, options);
  if (!understood.ok) return understood;
  const { joined, sense, rejected } = understood.value;
  const ids = joined.orders.map(({ order }) => order.orderId);
  const known = await countKnown(deps, shopId, ids);
  if (!known.ok) return known;
  return ok({
    kind: mapping.kind,
    orders: joined.orders.length,
    known: known.value,
    repeated: joined.repeated,
    first: joined.orders.slice(0, MOST_SHOWN),
    rejected: rejected.slice(0, MOST_REJECTED),
    rejectedCount: rejected.length,
    asksDayOrder: sense.asksDayOrder,
    asksCurrency: sense.asksCurrency,
  });
};

const takeFile = async (
  deps: RecordDeps,
  { table, mapping, shopId }: Parameters<OrderFilesApi['takeIn']>[0],
  options: Parameters<OrderFilesApi['takeIn']>[1] = {},
): OrderFileResult<OrderFileTaken> => {
  const shop = await shopOf(deps, shopId);
  if (!shop.ok) return shop;
  const off = await isOff(deps, shop.value.marketplace);
  if (!off.ok) return off;
  if (off.value) return err({ kind: 'refused', code: 'market-off' });
  const { signal } = options;
  const understood = await lookThrough({ table, mapping, market: shop.value.marketplace }, signal ? { signal } : {});
  if (!understood.ok) return understood;
  const { joined, sense } = understood.value;
  if (sense.asksDayOrder && mapping.dayOrder === undefined) return err({ kind: 'invalid', field: 'dayOrder' });
  return takeIn(deps, { shopId, joined: joined.orders, isAboutEvents: mapping.kind !== 'orders' }, options);
};

const noSearch = async (): ApiResult<BuyerPage> => ok({ lines: [] });

const exportBuyers = async (
  deps: RecordDeps,
  { filter, format, words }: Parameters<OrderFilesApi['exportBuyers']>[0],
  { onProgress, signal }: Parameters<OrderFilesApi['exportBuyers']>[1] = {},
): ReturnType<OrderFilesApi['exportBuyers']> => {
  // Lists by words are for looking somebody up; a file is made of a whole list.
  const { search: _, ...lists } = filter;
  const { page } = createBuyerLists(deps, noSearch);
  const rowOf = createBuyerRows(words);
  const rows: ReturnType<typeof rowOf>[] = [];
  let cursor: string | undefined;
  do {
    const found = await page({ filter: lists, ...(cursor === undefined ? {} : { cursor }), limit: PAGE });
    if (!found.ok) return found;
    const buyers = found.value.lines.map(({ buyer }): BuyerRow => buyer);
    for (const buyer of buyers) rows.push(rowOf(buyer));
    cursor = found.value.next;
    onProgress?.({ done: rows.length, of: rows.length + (cursor === undefined ? 0 : PAGE) });
    if (signal?.aborted) return err({ kind: 'cancelled' });
  } while (cursor !== undefined && rows.length < MOST_BUYERS);
  try {
    return ok({ file: await buyerFile(rows, format, words), count: rows.length });
  } catch {
    // A build that was replaced under the open page has no writer any more.
    return err({ kind: 'unreadable' });
  }
};

/** The use cases over the given stores. */
export const orderFileCases = (deps: RecordDeps): OrderFilesApi => ({
  read,
  look: (request, options) => look(deps, request, options),
  takeIn: (request, options) => takeFile(deps, request, options),
  exportBuyers: (request, options) => exportBuyers(deps, request, options),
});
