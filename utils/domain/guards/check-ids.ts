import { findingOf } from './found';
import type { GuardFinding } from './guard-finding';
import { stands, type GuardText } from './guard-text';
import type { Hit } from './hit';
import type { KnownFacts } from './known-facts';
import type { Span } from '../text/span';

const AMAZON = /(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])/g;
const ALIEXPRESS = /(?<![\d-])\d{16}(?![\d-])/g;
/** One run of letters and figures, or groups of figures with single blanks between. */
const PARCEL = /(?<![\p{L}\d-])(?:[a-z]{0,4}\d[a-z\d]{6,28}(?:-[a-z\d]+)?|\d{4}(?: \d{2,4}){2,6})(?![\p{L}\d-])/gu;
/** Shapes that carriers alone write: UPS, international post, the marketplace's own parcels. */
const CARRIER_SHAPE = /^(?:1z[a-z\d]{16}|[a-z]{2}\d{9}[a-z]{2}|tba\d{12}|lp\d{14}|jd\d{18})$/;
const FEWEST_DIGITS = 7;

/** Ids in a text that have the shape of an order; sixteen figures alone are one only beside AliExpress orders. */
export function orderIdsIn(text: string): readonly string[] {
  const flat = text.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-');
  return [...new Set([...flat.matchAll(AMAZON), ...flat.matchAll(ALIEXPRESS)].map(([id]) => id))];
}

const plain = (id: string): string => id.toLowerCase().replace(/[^a-z\d]/g, '');

/** An id and where it stands. */
interface PlacedId extends Span {
  readonly id: string;
}

/** Places of ids that have the shape of an order, AliExpress's after Amazon's; offsets of the text given. */
export const orderPlaces = (text: string): readonly PlacedId[] =>
  [...text.matchAll(AMAZON), ...text.matchAll(ALIEXPRESS)].map((match) => ({
    id: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** A tracking number, letters and figures alone, and where it stands. */
interface PlacedParcel {
  readonly id: string;
  readonly hit: Hit;
}

/** Tracking numbers of a text: shapes that carriers alone write, and other long numbers beside a word for tracking. */
export const parcelPlaces = (text: GuardText): readonly PlacedParcel[] =>
  [...text.text.matchAll(PARCEL)].flatMap((match) => {
    const id = plain(match[0]);
    const digits = id.replace(/\D/g, '').length;
    const hit = text.asHit({ start: match.index, end: match.index + match[0].length });
    const isParcel = CARRIER_SHAPE.test(id) || stands(text, hit, { cue: 'TRACKING', words: 8 });
    return digits >= FEWEST_DIGITS && isParcel ? [{ id, hit }] : [];
  });

/** Order ids that are another buyer's, or that nobody knows. */
export function checkOrders(text: GuardText, known: KnownFacts): readonly GuardFinding[] {
  const { order, ownOrders, foreignOrders, lastMessage = '' } = known;
  const own = new Set([...ownOrders, ...(order ? [order.orderId] : [])]);
  const hasLongIds = [...own].some((id) => /^\d{16}$/.test(id));
  const places = orderPlaces(text.text);
  const wrong = places.filter(({ id }) => !own.has(id) && plain(id) !== plain(order?.tracking ?? ''));
  const isOnly = new Set(places.map(({ id }) => id)).size === 1;
  return wrong.flatMap(({ id, start, end }): readonly GuardFinding[] => {
    const right = order?.orderId ?? (own.size === 1 ? [...own][0] : undefined);
    const fix = right !== undefined && isOnly ? { fix: right } : {};
    if (foreignOrders.includes(id))
      return [findingOf(text, { kind: 'foreign-order', severity: 'block', start, end, known: right ?? '', ...fix })];
    if (right === undefined || lastMessage.includes(id)) return [];
    if (id.length === 16 && !hasLongIds) return [];
    return [findingOf(text, { kind: 'order', start, end, known: right, ...fix })];
  });
}

/** Tracking numbers other than the one of the order; parcels of returns and replacements have their own. */
export function checkTracking(
  text: GuardText,
  { order, lastMessage = '', ownOrders }: KnownFacts,
): readonly GuardFinding[] {
  const right = order?.tracking;
  if (order === null || right === undefined || plain(right).length < FEWEST_DIGITS) return [];
  const said = plain(lastMessage);
  const ids = new Set([order.orderId, ...ownOrders].map(plain));
  const found = parcelPlaces(text).filter(({ id }) => !ids.has(id));
  // With the known number beside it the other one is another parcel, and so it is with two strangers.
  const isKnownSaid = plain(text.text).includes(plain(right));
  if (isKnownSaid || new Set(found.map(({ id }) => id)).size !== 1) return [];
  return found
    .filter(({ id, hit }) => !said.includes(id) && !stands(text, hit, { cue: 'RETURN|REPLACEMENT' }))
    .map(({ hit }) => findingOf(text, { kind: 'tracking', start: hit.start, end: hit.end, known: right, fix: right }));
}
