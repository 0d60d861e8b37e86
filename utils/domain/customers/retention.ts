/** How long things are kept, and what is over. Days are calendar days, so that no change of the clocks moves a limit. */
import type { MarketId } from '../ids';
import type { BuyerRow, EventRow, OrderRow } from '../records';

/** How long things are kept; null keeps them until they are deleted. */
export interface Retention {
  /** Months contact log and evaluations are kept. */
  readonly contactMonths: number | null;
  readonly evaluationMonths: number | null;
  /**
   * Days names and numbers that identify are kept, by marketplace: on Amazon after the last delivery, elsewhere after the
   * buyer was seen last. After that only keyed hashes of the numbers are left.
   */
  readonly identityDays: Readonly<Record<string, number | null>>;
  /** Why identity is kept longer than 30 days on Amazon; needed for that. */
  readonly reason?: string;
  /** Marketplaces of which nothing is recorded. */
  readonly notRecorded: readonly MarketId[];
}

const AMAZON = 'amazon';
const DAY_MS = 86_400_000;

/** Longest time identity is kept on Amazon without a reason. Units: days after delivery. Source: A8. */
export const lawfulAmazonDays = 30;

/** Thirteen months, for marketplaces that say nothing of it. Units: days. */
const ELSEWHERE_DAYS = 395;

/** What is kept where nobody has decided anything. */
export const defaultRetention: Retention = {
  contactMonths: 13,
  evaluationMonths: 13,
  identityDays: { amazon: lawfulAmazonDays, aliexpress: ELSEWHERE_DAYS, other: ELSEWHERE_DAYS },
  notRecorded: [],
};

const mostMonths = 120;
const mostDays = 3_650;
const longestReason = 300;
const mostMarkets = 50;
const MARKET = /^[a-z][a-z0-9-]{0,30}$/;

const isCount = (value: unknown, most: number): boolean =>
  value === null || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most);

const isDays = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length <= mostMarkets &&
  Object.entries(value).every(([market, days]) => MARKET.test(market) && isCount(days, mostDays));

const isMarkets = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= mostMarkets &&
  value.every((market) => typeof market === 'string' && MARKET.test(market));

/** The first field that is not as it must be; null when all are. A longer time on Amazon needs a reason. */
export const wrongRetention = (value: Retention): keyof Retention | null => {
  if (!isCount(value.contactMonths, mostMonths)) return 'contactMonths';
  if (!isCount(value.evaluationMonths, mostMonths)) return 'evaluationMonths';
  if (!isDays(value.identityDays)) return 'identityDays';
  if (!isMarkets(value.notRecorded)) return 'notRecorded';
  const { reason = '' } = value;
  if (typeof reason !== 'string' || reason.length > longestReason) return 'reason';
  const amazon = identityDaysOn(value, AMAZON);
  return (amazon === null || amazon > lawfulAmazonDays) && reason.trim() === '' ? 'reason' : null;
};

/** Days identity is kept on one marketplace; null keeps it. */
export const identityDaysOn = ({ identityDays }: Pick<Retention, 'identityDays'>, market: string): number | null => {
  const days = identityDays[market];
  return days === undefined ? (market === AMAZON ? lawfulAmazonDays : ELSEWHERE_DAYS) : days;
};

const asDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A day some days before another one; both `YYYY-MM-DD`. */
export const daysBefore = (today: string, days: number): string => asDay(Date.parse(today) - days * DAY_MS);

/**
 * The same day some months before; the last day of a month that is too short. Both `YYYY-MM-DD`.
 *
 * Example: 13 months before 2028-03-31 is 2027-02-28.
 */
export const monthsBefore = (today: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return asDay(Date.UTC(year, month - 1 - months, Math.min(day, last)));
};

/** The first day that is kept; null keeps everything. */
export const firstKept = (today: string, months: number | null): string | null =>
  months === null ? null : monthsBefore(today, months);

/** Whether an event is an evaluation: what a buyer thinks of the product or of us. */
export const isEvaluation = ({ kind }: Pick<EventRow, 'kind'>): boolean => kind === 'feedback' || kind === 'review';

/** Whether anything of the record still says who it is. */
export const isIdentified = ({ displayName, aliases }: Pick<BuyerRow, 'displayName' | 'aliases'>): boolean =>
  displayName !== undefined || aliases.some((alias) => !alias.startsWith('hash:'));

/** What an order says of when it arrived. */
type DatedOrder = Pick<
  OrderRow,
  'state' | 'stateOn' | 'deliveredOn' | 'promisedOn' | 'shippedOn' | 'orderedOn' | 'deleted'
>;

/** States an order reaches only once it was delivered; the day a page first showed one is the latest it can have been. */
const ARRIVED: readonly OrderRow['state'][] = ['delivered', 'completed'];

const latest = (days: readonly (string | undefined)[]): string | undefined =>
  days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1)
    ?.slice(0, 10);

/**
 * The day from which the time of identity counts. On Amazon the last delivery; an order whose delivery no page has shown
 * counts from the promised day, and not before the buyer was seen last. Elsewhere the day the buyer was seen last.
 */
export const identityFrom = (
  { lastSeen }: Pick<BuyerRow, 'lastSeen'>,
  orders: readonly DatedOrder[],
  market: string,
): string => {
  const seen = lastSeen.slice(0, 10);
  const counted = orders.filter(({ state, deleted }) => deleted === 0 && state !== 'cancelled');
  if (market !== AMAZON || counted.length === 0) return seen;
  const days = counted.map((order) => {
    const { deliveredOn, state, stateOn, promisedOn, shippedOn, orderedOn } = order;
    const arrivedBy = state !== undefined && ARRIVED.includes(state) ? stateOn : undefined;
    return deliveredOn ?? arrivedBy ?? latest([promisedOn, shippedOn, orderedOn, seen]);
  });
  return latest(days) ?? seen;
};

/** Whether names and numbers of a record are kept longer than they may be. */
export const isIdentityOver = (
  record: Pick<BuyerRow, 'displayName' | 'aliases' | 'lastSeen'>,
  orders: readonly DatedOrder[],
  { market, days, today }: { readonly market: string; readonly days: number | null; readonly today: string },
): boolean => days !== null && isIdentified(record) && identityFrom(record, orders, market) < daysBefore(today, days);
