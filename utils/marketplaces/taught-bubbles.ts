import type { TaughtPage } from '../domain/profiles/profile';
import { allBelow, layoutSide } from '../page/blocks';
import { composedText } from '../page/composed-text';
import { createScope } from '../page/deep-query';
import { found, lacking, type Field } from '../page/field';
import { holdsOnlyText } from '../page/page-translation';
import { recordsOf } from '../page/record-rows';
import { exactTime, isTimeStamp } from '../page/shown-date';
import { composedParent } from '../page/visible';
import type { Bubble } from './contract';

/** A bubble with the element it was read from. */
export interface PlacedBubble extends Bubble {
  readonly element: Element;
}

const MAX_PARTS = 300;
const textIn = (element: Element): string => (element.textContent ?? '').trim();

/** From a message up to the row that stands in the list beside the others: the row tells the side. */
function rowIn(list: Element | null, element: Element): Element {
  let row = element;
  for (let up = composedParent(row); up && up !== list; up = composedParent(up)) row = up;
  return row;
}

/** The nearest element around all messages. */
function listOf(elements: readonly Element[]): Element | null {
  const holds = (holder: Element, inner: Element): boolean => {
    for (let at: Element | null = inner; at; at = composedParent(at)) if (at === holder) return true;
    return false;
  };
  let list = composedParent(elements[0]!);
  while (list && !elements.every((element) => holds(list!, element))) list = composedParent(list);
  return list;
}

function timeNear(parts: readonly Element[], row: Element, lang: string): Element | undefined {
  const isStamp = (part: Element): boolean => holdsOnlyText(part) && isTimeStamp(textIn(part), lang);
  const inside = parts.find((part) => part.localName === 'time' || isStamp(part));
  return inside ?? allBelow(row, MAX_PARTS).find((part) => part.localName === 'time' || isStamp(part));
}

function bubbleOf(
  element: Element,
  { side, row, lang }: { readonly side: Bubble['side']; readonly row: Element; readonly lang: string },
): PlacedBubble {
  const parts = allBelow(element, MAX_PARTS);
  const isStamp = (part: Element): boolean =>
    part.localName === 'time' || (holdsOnlyText(part) && isTimeStamp(textIn(part), lang));
  const text = composedText(element, { skip: (part) => part !== element && isStamp(part) });
  const stamp = timeNear(parts, row, lang);
  return { element, side, text, ...(stamp && { shownTime: textIn(stamp) }), ...exactTime(stamp) };
}

/** What reading the messages needs to know besides the page. */
export interface BubbleOptions {
  readonly page: TaughtPage;
  /** The order shown, where one is: in a list of records only its own entries belong to it. */
  readonly orderId: string | undefined;
}

/** Outermost elements of a search: a selector by class stem may also find parts of a message. */
const outermost = (hits: readonly Element[]): readonly Element[] =>
  hits.filter((hit) => !hits.some((other) => other !== hit && other.contains(hit)));

/** Reads the messages of a taught page in page order. */
export function readTaughtBubbles(doc: Document, { page, orderId }: BubbleOptions): Field<readonly PlacedBubble[]> {
  const scope = createScope(doc);
  const lang = doc.documentElement.lang || 'en';
  for (const [candidate, css] of (page.fields.message ?? []).entries()) {
    const hits = outermost(scope.all(css));
    if (hits.length === 0) continue;
    const records = recordsOf(hits);
    const own = records ? hits.filter((hit) => orderId !== undefined && records.get(hit)?.has(orderId)) : hits;
    if (own.length === 0) return lacking(orderId === undefined ? 'invalid' : 'missing', 'bubbles');
    const list = listOf(hits);
    const bubbles = own.map((element) => {
      const row = own.length > 1 || hits.length > 1 ? rowIn(list, element) : element;
      return bubbleOf(element, { side: records ? 'buyer' : sideOf(element, row, page), row, lang });
    });
    const said = bubbles.filter(({ text }) => text !== '');
    if (said.length > 0) return found(said, candidate, 'taught');
  }
  return lacking('missing', 'bubbles');
}

/** Whose a message is: by what was shown, else by the side of the screen it stands on; a lone one is the buyer's. */
function sideOf(element: Element, row: Element, { buyerMessage }: TaughtPage): Bubble['side'] {
  const place = layoutSide(row);
  if (buyerMessage !== undefined) {
    if (element.matches(buyerMessage)) return 'buyer';
    return place === 'middle' ? 'note' : 'seller';
  }
  return place === 'end' ? 'seller' : place === 'middle' ? 'note' : 'buyer';
}
