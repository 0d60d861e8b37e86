import {
  firstKept,
  identityDaysOn,
  isEvaluation,
  isIdentityOver,
  type Retention,
} from '../../domain/customers/retention';
import type { PackedRows } from '../../domain/customers/pack';
import type { BuyerKey, ShopId } from '../../domain/ids';
import type { BuyerRow, ContactRow, EventRow, OrderRow } from '../../domain/records';
import type { Db } from '../../platform/db/schema';

/** What is over on one day, by the decisions of the desk. */
export interface Limits {
  /** First day that is kept, `YYYY-MM-DD`; null keeps all. */
  readonly firstContact: string | null;
  readonly firstEvaluation: string | null;
  readonly isContactOver: (row: Pick<ContactRow, 'at'>) => boolean;
  readonly isEvaluationOver: (row: Pick<EventRow, 'kind' | 'at'>) => boolean;
  readonly isIdentityOver: (record: BuyerRow, orders: readonly OrderRow[]) => boolean;
}

/** The limits of a day; the marketplace of a record is that of its shop. */
export const limitsOn = async (db: Db, retention: Retention, today: string): Promise<Limits> => {
  const markets = new Map<ShopId, string>((await db.shops.toArray()).map((row) => [row.id, row.marketplace]));
  const firstContact = firstKept(today, retention.contactMonths);
  const firstEvaluation = firstKept(today, retention.evaluationMonths);
  return {
    firstContact,
    firstEvaluation,
    isContactOver: ({ at }) => firstContact !== null && at < firstContact,
    isEvaluationOver: (row) => firstEvaluation !== null && isEvaluation(row) && row.at < firstEvaluation,
    isIdentityOver: (record, orders) => {
      const market = markets.get(record.shopId) ?? '';
      return isIdentityOver(record, orders, { market, days: identityDaysOn(retention, market), today });
    },
  };
};

const byBuyer = (orders: readonly OrderRow[]): ReadonlyMap<BuyerKey, readonly OrderRow[]> => {
  const found = new Map<BuyerKey, OrderRow[]>();
  for (const order of orders) {
    const list = found.get(order.buyerKey);
    if (list) list.push(order);
    else found.set(order.buyerKey, [order]);
  }
  return found;
};

/** The records whose names and numbers are over. */
export const overIn = (limits: Limits, { buyers, orders }: Pick<PackedRows, 'buyers' | 'orders'>) => {
  const ordersOf = byBuyer(orders);
  return buyers.filter(
    (row) => row.forgotten !== 1 && row.deleted === 0 && limits.isIdentityOver(row, ordersOf.get(row.key) ?? []),
  );
};
