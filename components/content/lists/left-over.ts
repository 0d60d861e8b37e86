import { shadowRootOf } from '@/utils/page/deep-query';
import { isOwnHost, isVisible } from '@/utils/page/visible';
import type { ListReading } from './list-reading';

/** How long what is left of the page before is waited out; late tables take as long. Units: milliseconds. */
const BELIEVED_AFTER_MS = 8_000;
/** Most places remembered: a page of rows goes away as a whole. */
const MOST_PLACES = 400;
/** Most elements walked to find them. */
const MOST_ELEMENTS = 60_000;
/** What an order's or a case's id may look like in a text or a link. */
const ID = /[\w-]{8,}/g;

/** Records of the page before that are still on screen although the address has changed. */
export interface LeftOver {
  /** Whether any of them still stands where it stood, naming the same record. */
  readonly isThere: () => boolean;
}

/** Nothing is left of any page before. */
export const nothingLeft: LeftOver = { isThere: () => false };

/** The ids of the records a request is about. */
function idsOf({ orders, events, reviewRequest, rows }: ListReading['request']): ReadonlySet<string> {
  const named = [
    ...orders.map(({ orderId }) => orderId),
    ...events.flatMap(({ id, orderId }) => [id, orderId]),
    ...rows.flatMap(({ aliases }) => aliases.filter(({ strong }) => strong).map(({ value }) => value)),
    reviewRequest?.orderId,
  ];
  return new Set(named.filter((id) => id !== undefined));
}

/** The ids an element itself names, in its own words and its attributes; in the order they stand there. */
function namedBy(element: Element, ids: ReadonlySet<string>): string {
  const own = [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? (node as Text).data : ''));
  const said = [...own, ...[...element.attributes].map(({ value }) => value)];
  return said
    .flatMap((text) => (text.length < 8 ? [] : (text.match(ID) ?? [])))
    .filter((word) => ids.has(word))
    .join(' ');
}

/**
 * Remembers where the page names the records of these readings. Asked at the moment the address changes: single-page applications change
 * it before they draw the new page, so what is read then is the old page under the new name.
 */
export function findLeftOver(readings: readonly (ListReading | null)[], now: number): LeftOver {
  const ids = new Set(readings.flatMap((reading) => (reading ? [...idsOf(reading.request)] : [])));
  if (ids.size === 0) return nothingLeft;
  const places: (readonly [WeakRef<Element>, string])[] = [];
  const roots: ParentNode[] = [document];
  let walked = 0;
  for (let root = roots.shift(); root && places.length < MOST_PLACES && walked < MOST_ELEMENTS; root = roots.shift()) {
    for (const element of root.querySelectorAll('*')) {
      if ((walked += 1) > MOST_ELEMENTS || places.length >= MOST_PLACES) break;
      const inner = element.localName.includes('-') && !isOwnHost(element) ? shadowRootOf(element) : element.shadowRoot;
      if (inner) roots.push(inner);
      const named = namedBy(element, ids);
      if (named !== '') places.push([new WeakRef(element), named]);
    }
  }
  return {
    isThere: () =>
      performance.now() - now < BELIEVED_AFTER_MS &&
      places.some(([place, named]) => {
        const element = place.deref();
        // Applications keep pages they have left, hidden; readers pass those by as well.
        return element?.isConnected === true && namedBy(element, ids) === named && isVisible(element);
      }),
  };
}
