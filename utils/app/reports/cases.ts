import type { BuyerKey } from '../../domain/ids';
import type { BuyerRow, EventRow, LogRow, OrderRow } from '../../domain/records';
import { productOf } from '../../domain/reports/products';
import { ok } from '../../domain/result';
import { readSentDetail } from '../../domain/worklog/sent-measures';
import { dayAfter } from '../../domain/worklog/days';
import type { Db } from '../../platform/db/schema';
import type { ApiResult } from '../api';
import { reading } from '../records';
import { mostCases, type CaseRow, type Cases, type CasesAsk } from '../reports-api';
import type { CountDeps } from './drain';
import { entryCases, orderCases } from './more-cases';

/** Rows that are looked through for one line of a report, the newest first. */
const LOOKED_AT = 20_000;
/** Lines of the log stand under moments, days under where the agent sits: no place is further than a day off. */
const ZONES = 1;

/** The newest rows first, of those that are not deleted and of the shop. */
const ofShop = <R extends { readonly deleted: 0 | 1; readonly shopId: string }>(
  rows: readonly R[],
  shopId: string | undefined,
): readonly R[] => rows.filter((row) => row.deleted === 0 && (shopId === undefined || row.shopId === shopId));

interface Around {
  readonly buyer?: BuyerRow;
  readonly order?: OrderRow;
}

/** The order and the buyer of each event, as far as they are not archived. */
const around = async (db: Db, events: readonly EventRow[]): Promise<(event: EventRow) => Around> => {
  const keys = [...new Set(events.flatMap(({ buyerKey }) => buyerKey ?? []))];
  const [buyers, orders] = await Promise.all([
    db.buyers.bulkGet(keys),
    db.orders.where('buyerKey').anyOf(keys).toArray(),
  ]);
  const buyerOf = new Map(keys.map((key, at) => [key, buyers[at]]));
  const orderOf = new Map(orders.map((order) => [`${order.buyerKey} ${order.orderId}`, order]));
  return ({ buyerKey, orderId }) => {
    const buyer = buyerKey === undefined ? undefined : buyerOf.get(buyerKey);
    const order = orderOf.get(`${buyerKey} ${orderId}`);
    return { ...(buyer ? { buyer } : {}), ...(order ? { order } : {}) };
  };
};

const productOfEvent = (event: EventRow, order: OrderRow | undefined): string | undefined => {
  const items = new Set((order?.items ?? []).map(productOf));
  return event.productId ?? (items.size === 1 ? [...items][0] : undefined);
};

/** What an event is filed under; the same as in its counts. */
const filedUnder = (by: CasesAsk['by'], event: EventRow, { buyer, order }: Around): string | undefined => {
  if (by === 'product') return productOfEvent(event, order);
  if (by === 'country') return order?.country ?? buyer?.country ?? '?';
  if (by === 'stars') return event.stars === undefined ? undefined : String(event.stars);
  if (by === 'currency') return event.amount?.currency;
  return by === 'reason' ? event.reason : undefined;
};

const eventCases = async (
  db: Db,
  { from, to, shopId, whats = [], by, name, country }: CasesAsk,
): Promise<readonly CaseRow[]> => {
  const found = await Promise.all(
    whats.map((what) =>
      db.events.where('[kind+at]').between([what, from], [what, to], true, true).reverse().limit(LOOKED_AT).toArray(),
    ),
  );
  const events = ofShop(found.flat(), shopId);
  const aroundOf = await around(db, events);
  return events.flatMap((event): CaseRow[] => {
    const near = aroundOf(event);
    if (filedUnder(by, event, near) !== name) return [];
    if (country !== undefined && filedUnder('country', event, near) !== country) return [];
    return [
      {
        id: event.id,
        at: event.at,
        ...(event.buyerKey && near.buyer ? { buyerKey: event.buyerKey } : {}),
        ...(near.buyer?.displayName ? { buyer: near.buyer.displayName } : {}),
        ...(event.orderId ? { orderId: event.orderId } : {}),
        ...(event.reason ? { reason: event.reason } : {}),
        ...(event.stars === undefined ? {} : { stars: event.stars }),
      },
    ];
  });
};

const isSentAs = (line: LogRow, { by, name }: CasesAsk, hour: number): boolean => {
  const { templateId, lang, intent, changed } = readSentDetail(line);
  if (by === 'intent') return intent === name;
  if (by === 'lang') return lang === name;
  if (by === 'template') return templateId === name;
  if (by === 'hour') return String(hour) === name;
  return by === 'rule' && (changed ?? []).includes(name);
};

const isDespite = ({ detail }: LogRow, { by, name }: CasesAsk): boolean =>
  by === 'rule' &&
  String(detail.rules ?? '')
    .split(' ')
    .includes(name);

const lineCases = async (db: Db, ask: CasesAsk, days: CountDeps['days']): Promise<readonly CaseRow[]> => {
  const rows = await db.log
    .where('at')
    .between(dayAfter(ask.from, -ZONES), dayAfter(ask.to, ZONES + 1), true, true)
    .reverse()
    .limit(LOOKED_AT)
    .toArray();
  const lines = ofShop(rows, ask.shopId).filter((line) => {
    const day = days.dayOf(line.at);
    if (day < ask.from || day > ask.to) return false;
    if (line.what === 'message.overridden') return isDespite(line, ask);
    return line.what === 'message.sent' && isSentAs(line, ask, days.hourOf(line.at));
  });
  const keys = [...new Set(lines.flatMap(({ buyerKey }) => buyerKey ?? []))];
  const buyers = await db.buyers.bulkGet(keys);
  const buyerOf = new Map<BuyerKey, BuyerRow | undefined>(keys.map((key, at) => [key, buyers[at]]));
  return lines.map(({ id, at, buyerKey }): CaseRow => {
    const buyer = buyerKey === undefined ? undefined : buyerOf.get(buyerKey);
    return {
      id,
      at,
      ...(buyer ? { buyerKey: buyer.key } : {}),
      ...(buyer?.displayName ? { buyer: buyer.displayName } : {}),
    };
  });
};

const readers: Readonly<
  Record<CasesAsk['rows'], (db: Db, ask: CasesAsk, days: CountDeps['days']) => Promise<readonly CaseRow[]>>
> = { events: eventCases, sent: lineCases, orders: orderCases, entries: entryCases };

/** The rows a line of a report was counted from, as far as they are not archived. */
export const readCases = ({ db: source, days }: CountDeps, ask: CasesAsk): ApiResult<Cases> =>
  reading({ db: source }, async (db) => {
    const found = await readers[ask.rows](db, ask, days);
    const rows = [...found].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    return ok({ rows: rows.slice(0, mostCases), isCut: rows.length > mostCases });
  });
