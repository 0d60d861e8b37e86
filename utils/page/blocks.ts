import { composedParent } from './visible';

const MAX_DEPTH = 40;

const WORDED = /^(?:class|id|part|sender|author|from|side|direction|data-(?!spm).*)$/;

/** Words in the class, test id and side attributes of an element, lower case: `msgBuyer--row--x1` gives msg, buyer, row, x1. */
export function wordsOf(element: Element): readonly string[] {
  let raw = '';
  for (const name of element.getAttributeNames()) if (WORDED.test(name)) raw += `${element.getAttribute(name) ?? ''} `;
  if (raw === '') return [];
  return raw
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);
}

const ancestors = (element: Element, top: Element): Element[] => {
  const chain: Element[] = [];
  for (let at: Element | null = element; at && chain.length < MAX_DEPTH; at = composedParent(at)) {
    chain.push(at);
    if (at === top) break;
  }
  return chain;
};

/** One row of a list of messages. */
export interface Block {
  readonly element: Element;
  /** The marker that made it a message; missing in rows between messages. */
  readonly anchor?: Element;
}

/** What marks a message: an element that is the message, or only its time stamp. */
export interface Markers {
  readonly kind: 'message' | 'stamp';
  readonly elements: readonly Element[];
}

const lowestCommon = (chains: readonly Element[][]): Element | undefined =>
  chains[0]?.find((element) => chains.every((chain) => chain.includes(element)));

/** Children as they stand on screen: of the shadow root where there is one, what a slot holds instead of the slot. */
export const shownChildren = (element: Element): readonly Element[] =>
  [...(element.shadowRoot ?? element).children].flatMap((child) => {
    const assigned = child.localName === 'slot' ? (child as HTMLSlotElement).assignedElements({ flatten: true }) : [];
    return assigned.length > 0 ? assigned : [child];
  });

/** Parts of a conversation that no row of it has: its heading, its text box. */
const FURNITURE = 'header,h1,h2,h3,textarea,[contenteditable="true"],kat-textarea,[class*="status-label"]';
const holdsFurniture = (element: Element): boolean =>
  element.querySelector(FURNITURE) !== null || (element.shadowRoot?.querySelector(FURNITURE) ?? null) !== null;
const hasText = (element: Element): boolean => (element.textContent ?? '').trim() !== '' || element.shadowRoot !== null;

/** The row around the only message: up to the heading and the text box, then down to where its parts stand side by side. */
function loneRow(marker: Element, kind: Markers['kind'], top: Element): Element {
  const chain = ancestors(marker, top);
  let at = chain.findIndex((element) => element === top || holdsFurniture(element));
  at = at < 0 ? chain.length - 1 : Math.max(at - 1, 0);
  for (; at > 0; at--) {
    const inner = chain[at - 1]!;
    const siblings = shownChildren(chain[at]!).filter(hasText);
    const isStamp = kind === 'stamp' && (inner === marker || inner.textContent === marker.textContent);
    if (isStamp) return aloneAround(chain, at);
    if (siblings.length > 1) return inner;
  }
  return chain[0]!;
}

/** Up again through wrappers that hold nothing else: the widest one tells best where the message stands. */
function aloneAround(chain: readonly Element[], from: number): Element {
  let at = from;
  for (; at + 1 < chain.length - 1; at++) {
    const parent = chain[at + 1]!;
    if (holdsFurniture(parent) || shownChildren(parent).filter(hasText).length > 1) break;
  }
  return chain[at]!;
}

/**
 * Finds the rows of a message list from one marker per message (a side class, a time stamp): the children of the
 * nearest element that holds all markers, in page order, with the rows between messages. Wrappers and shadow roots
 * around each row do not matter.
 */
export function findBlocks({ kind, elements }: Markers, top: Element): readonly Block[] {
  const [first] = elements;
  if (!first) return [];
  const chains = elements.map((marker) => ancestors(marker, top));
  const list = elements.length > 1 ? lowestCommon(chains) : undefined;
  if (elements.length > 1 && !list) return elements.map((anchor) => ({ element: anchor, anchor }));
  const rowOf = (chain: readonly Element[]): Element =>
    list ? (chain[chain.indexOf(list) - 1] ?? chain[0]!) : loneRow(first, kind, top);
  const byRow = new Map<Element, Element[]>();
  for (const chain of chains) byRow.set(rowOf(chain), [...(byRow.get(rowOf(chain)) ?? []), chain[0]!]);
  const around = list ?? composedParent(rowOf(chains[0]!));
  const rows = around && !(around === top && !list) ? shownChildren(around) : [];
  const inOrder = [...byRow.keys()].every((row) => rows.includes(row)) ? rows : [...byRow.keys()];
  return inOrder.flatMap((row): readonly Block[] => {
    const inside = byRow.get(row) ?? [];
    if (inside.length === 0) return holdsFurniture(row) || row.matches(FURNITURE) ? [] : [{ element: row }];
    if (inside.length === 1) return [{ element: row, anchor: inside[0]! }];
    return inside.includes(row)
      ? inside.map((anchor) => ({ element: anchor, anchor }))
      : findBlocks({ kind, elements: inside }, row);
  });
}

/** Boxes this much of the list's width or more say nothing about a side. */
const FULL_WIDTH = 0.95;
/** Difference of the two gaps, as a part of the list's width, below which a box counts as centred. */
const CENTRED = 0.06;

/** On which side of its list a row's box stands: `end` is where one's own messages go, right or, in Arabic, left. */
export function layoutSide(row: Element): 'start' | 'end' | 'middle' | undefined {
  const list = composedParent(row);
  const frame = row.getBoundingClientRect();
  if (!list || frame.width === 0) return undefined;
  const outer = list.getBoundingClientRect();
  const wide = frame.width >= outer.width * FULL_WIDTH ? frame : outer;
  let box = frame;
  for (let at = row, depth = 0; box.width >= wide.width * FULL_WIDTH && depth < MAX_DEPTH; depth++) {
    const inner = shownChildren(at)
      .map((element) => ({ element, rect: element.getBoundingClientRect() }))
      .filter(({ rect }) => rect.width > 0 && rect.height > 0)
      .sort((a, b) => b.rect.height * b.rect.width - a.rect.height * a.rect.width)[0];
    if (!inner) return undefined;
    at = inner.element;
    box = inner.rect;
  }
  const lead = (wide.right - box.right - (box.left - wide.left)) / wide.width;
  if (Math.abs(lead) < CENTRED) return 'middle';
  const isRightToLeft = list.ownerDocument.defaultView?.getComputedStyle(list).direction === 'rtl';
  return lead > 0 === !isRightToLeft ? 'start' : 'end';
}

/** Every element below another, through open shadow roots, nearest first; at most as many as asked for. */
export function allBelow(start: Element, atMost: number): readonly Element[] {
  const found: Element[] = [];
  const queue: ParentNode[] = start.shadowRoot ? [start, start.shadowRoot] : [start];
  for (let at = 0; at < queue.length && found.length < atMost; at++)
    for (const child of queue[at]!.children) {
      found.push(child);
      queue.push(child);
      if (child.shadowRoot) queue.push(child.shadowRoot);
    }
  return found;
}
