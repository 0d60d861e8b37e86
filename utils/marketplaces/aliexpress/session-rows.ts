import { isTimeStamp } from '../../page/shown-date';
import { composedParent, isVisible } from '../../page/visible';
import { isLeaf, pageLang, textIn } from './page';

const MAX_TEXTS = 6_000;
const MAX_STAMP = 30;
const FEWEST_ROWS = 3;
/** The list stands beside the conversation: it takes less than this share of the window. */
const WIDEST = 0.45;

/** The rows that stand side by side in one element, each with a time of its own: the widest such place above a time. */
function rowAbove(stamp: Element, stamps: ReadonlySet<Element>): Element | undefined {
  for (let row = stamp; ;) {
    const parent = composedParent(row);
    if (!parent || parent.matches('main,body,html')) return undefined;
    const alike = [...parent.children].filter(({ localName }) => localName === row.localName);
    const timed = alike.filter((each) => stamps.has(each) || [...stamps].some((other) => each.contains(other)));
    if (timed.length >= FEWEST_ROWS) return row;
    row = parent;
  }
}

/**
 * The rows of sessions where no class tells them: rows with a time each, in the narrow list that stands first in reading
 * direction. The messages of a conversation have times too, but stand behind it and take more room.
 */
export function rowsByTime(doc: Document): readonly Element[] {
  const lang = pageLang(doc);
  const texts = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  const stamps = new Set<Element>();
  for (let step = 0; step < MAX_TEXTS && texts.nextNode(); step++) {
    const leaf = texts.currentNode.parentElement;
    if (!leaf || !isLeaf(leaf) || leaf.closest('header,nav')) continue;
    const text = textIn(leaf);
    if (text !== '' && text.length <= MAX_STAMP && isTimeStamp(text, lang) && isVisible(leaf)) stamps.add(leaf);
  }
  const groups = new Map<Element, Element[]>();
  for (const stamp of stamps) {
    const row = rowAbove(stamp, stamps);
    const list = row && composedParent(row);
    if (row && list && !groups.get(list)?.includes(row)) groups.set(list, [...(groups.get(list) ?? []), row]);
  }
  const width = doc.defaultView?.innerWidth ?? 0;
  const isRightToLeft = doc.defaultView?.getComputedStyle(doc.body).direction === 'rtl';
  const leadOf = (list: Element): number => {
    const { left, right } = list.getBoundingClientRect();
    return isRightToLeft ? width - right : left;
  };
  const [first] = [...groups]
    .filter(([list]) => list.getBoundingClientRect().width <= width * WIDEST && !list.querySelector('textarea'))
    .toSorted(([a], [b]) => leadOf(a) - leadOf(b));
  return first?.[1] ?? [];
}
