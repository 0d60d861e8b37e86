import type { OrderRow } from '../records';

const DAY_MS = 86_400_000;
/** The year the figures look back on. Units: days. */
const YEAR = 365;

/** Recency, frequency and money of the last 365 days, 1 to 5 each, 5 the best. */
export interface Rfm {
  readonly recency: number;
  readonly frequency: number;
  readonly money: number | null;
}

// Fixed bounds, so that a figure means the same today and tomorrow, in a small desk and a large one.
const RECENCY_DAYS = [30, 60, 120, 240];
const FREQUENCY_ORDERS = [2, 3, 5, 8];
const MONEY = [25, 75, 200, 500];

/** About what the money bounds of a euro or dollar are in other currencies: round figures, no rate of exchange. */
const SCALE: Readonly<Record<string, number>> = {
  EUR: 1,
  USD: 1,
  GBP: 1,
  CHF: 1,
  CAD: 1.5,
  AUD: 1.5,
  SGD: 1.5,
  BRL: 5,
  PLN: 4,
  AED: 4,
  SAR: 4,
  CNY: 8,
  SEK: 10,
  MXN: 20,
  TRY: 40,
  INR: 80,
  RUB: 100,
  JPY: 150,
  KRW: 1_400,
};

const rank = (value: number, bounds: readonly number[]): number => 1 + bounds.filter((bound) => value >= bound).length;

/** The currency most of the orders were paid in; the first of the alphabet when several are as frequent. */
const mainCurrency = (orders: readonly OrderRow[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const { amount } of orders) if (amount) counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
};

/**
 * Recency, frequency and money of a record's orders in the 365 days up to `today`; null without one.
 *
 * Recency: 5 within 30 days of the last order, 4 within 60, 3 within 120, 2 within 240, else 1. Frequency: 1 order, then
 * from 2, 3, 5 and 8 orders on. Money: from 25, 75, 200 and 500 euros or dollars on, in the currency most of the orders
 * were paid in (other currencies are left out, never converted); null when no amount is known, or in a currency without
 * bounds. Cancelled and deleted orders do not count.
 */
export const rfmOf = (orders: readonly OrderRow[], today: string): Rfm | null => {
  const ages = orders.flatMap((order) => {
    const day = order.orderedOn ?? order.shippedOn;
    const days = day === undefined ? NaN : Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
    const counts = order.deleted === 0 && order.state !== 'cancelled';
    return counts && days >= 0 && days <= YEAR ? [{ order, days }] : [];
  });
  if (ages.length === 0) return null;
  const counted = ages.map(({ order }) => order);
  const currency = mainCurrency(counted);
  const scale = currency === undefined ? undefined : SCALE[currency];
  const spent = counted.reduce(
    (sum, { amount }) => sum + (amount?.currency === currency ? (amount?.value ?? 0) : 0),
    0,
  );
  const recent = Math.min(...ages.map(({ days }) => days));
  return {
    recency: 1 + RECENCY_DAYS.filter((bound) => recent <= bound).length,
    frequency: rank(counted.length, FREQUENCY_ORDERS),
    money: scale === undefined ? null : rank(spent / scale, MONEY),
  };
};
