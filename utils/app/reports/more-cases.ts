/** The rows behind lines about orders, and about what was written into the work log. */
import type { OrderRow } from '../../domain/records';
import { productOf } from '../../domain/reports/products';
import type { Db } from '../../platform/db/schema';
import type { CaseRow, CasesAsk } from '../reports-api';
import { entriesIn, productFinder } from './beside-counts';

/** Orders that are read at once: there is no list of them by day, and a page must not hold them all. */
const PART = 5_000;

const isFiledAs = (order: OrderRow, { by, name }: CasesAsk, buyerCountry: string | undefined): boolean => {
  if (by === 'product') return order.items.some((item) => productOf(item) === name);
  if (by === 'country') return (order.country ?? buyerCountry ?? '?') === name;
  return by === 'currency' && order.amount?.currency === name;
};

/** Reads all orders part by part and keeps those of the line; cancelled ones are counted nowhere. */
export const orderCases = async (db: Db, ask: CasesAsk): Promise<readonly CaseRow[]> => {
  const { from, to, shopId } = ask;
  const isAsked = (order: OrderRow): boolean =>
    order.deleted === 0 &&
    order.state !== 'cancelled' &&
    order.orderedOn !== undefined &&
    order.orderedOn >= from &&
    order.orderedOn <= to &&
    (shopId === undefined || order.shopId === shopId);
  const found: CaseRow[] = [];
  for (let last = ''; ;) {
    const part = await db.orders.where('id').above(last).limit(PART).toArray();
    const orders = part.filter(isAsked);
    const buyers = await db.buyers.bulkGet(orders.map(({ buyerKey }) => buyerKey));
    for (const [at, order] of orders.entries()) {
      const buyer = buyers[at];
      if (!isFiledAs(order, ask, buyer?.country)) continue;
      found.push({
        id: order.id,
        at: order.orderedOn!,
        orderId: order.orderId,
        ...(buyer ? { buyerKey: buyer.key } : {}),
        ...(buyer?.displayName ? { buyer: buyer.displayName } : {}),
      });
    }
    if (part.length < PART) return found;
    last = part.at(-1)!.id;
  }
};

/** Entries of the work log; they name products and no buyers. */
export const entryCases = async (db: Db, ask: CasesAsk): Promise<readonly CaseRow[]> => {
  const entries = await entriesIn(db, ask);
  const calledAs = await productFinder(db, entries);
  return entries
    .filter(({ department, product }) =>
      ask.by === 'department'
        ? department === ask.name
        : ask.by === 'product' && product !== undefined && calledAs(product) === ask.name,
    )
    .map(({ id, day, text, count }) => ({ id, at: day, text, count }));
};
