import { brandAs, type OrderId } from '../../domain/ids';
import { composedParent, isOwn, isVisible } from '../../page/visible';
import { ORDER_LABEL } from './locale';
import { textIn } from './page';

/** Most records that are read from one page; longer lists are shown in pages anyway. */
const MAX_RECORDS = 500;
/** Most texts that are looked through; a page of 5,000 rows has more. */
const MAX_TEXTS = 120_000;
const MAX_DEPTH = 60;
/** Most neighbours that belong to one record: the lines of an order. */
const MAX_FOLLOWERS = 20;

/** Order numbers on lists; shorter and longer numbers there are parcels. */
const LIST_ID = /^\d{16,19}$/;
const ANY_ID = /(?<!\d)\d{16,19}(?!\d)/;
const LABELLED_ID = /^(.{2,40}?)\s*[:：#]?\s*(\d{16,19})$/s;

/** Lines of a list: as far as one element of these reaches, it is one record, even where two have the same order. */
const LINE = 'tr,li,article,[role="row"],[role="listitem"]';
/** Parts of the page around a list. */
const FURNITURE = 'h1,form,textarea,[role="tablist"],[role="navigation"],[class*="pagination"]';

/** One record of a list: its order and everything that stands around the order's number alone. */
export interface RecordBlock {
  readonly id: OrderId;
  /** The element with the number. */
  readonly leaf: Element;
  /** Usually one; several where a list draws a record as neighbours without an element around them. */
  readonly elements: readonly Element[];
}

interface Place {
  readonly id: string;
  readonly leaf: Element;
  readonly line: Element;
  readonly isLabelled: boolean;
}

/** Open roots of a page, itself first; the pages draw in the light DOM, so deeper roots are asked for only in vain. */
function openRoots(doc: Document): readonly ParentNode[] {
  const roots: ParentNode[] = [];
  for (const element of doc.querySelectorAll('*'))
    if (element.shadowRoot && !isOwn(element)) roots.push(element.shadowRoot);
  return roots;
}

const labelBefore = (leaf: Element): string =>
  textIn(leaf.previousElementSibling ?? leaf).replace(/\s*[:：]\s*$/, '') || '-';

function placesIn(root: Node): readonly Place[] {
  const doc = root.ownerDocument ?? (root as Document);
  const texts = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const places: Place[] = [];
  for (let step = 0; step < MAX_TEXTS && places.length < MAX_RECORDS && texts.nextNode(); step++) {
    const { data, parentElement: leaf } = texts.currentNode as Text;
    if (data.length < 16 || data.length > 120 || !leaf) continue;
    const text = data.trim();
    const parts = LIST_ID.test(text) ? undefined : LABELLED_ID.exec(text);
    const id = parts ? parts[2]! : text;
    if (!LIST_ID.test(id) || (parts && !ORDER_LABEL.test(parts[1]!.replace(/\s*[:：#]\s*$/, '')))) continue;
    if (leaf.closest('script,style,nav,select,[contenteditable]') || isOwn(leaf) || !isVisible(leaf)) continue;
    const isLabelled = parts !== undefined || ORDER_LABEL.test(labelBefore(leaf));
    places.push({ id, leaf, line: leaf.closest(LINE) ?? leaf, isLabelled });
  }
  return places;
}

/** Where order numbers stand on a page; only those with a label where any has one, so that a parcel's number is none. */
function idPlaces(doc: Document): readonly Place[] {
  const near = placesIn(doc.body);
  const places = near.length > 0 ? near : openRoots(doc).flatMap((root) => placesIn(root as unknown as Node));
  const labelled = places.filter(({ isLabelled }) => isLabelled);
  return labelled.length > 0 ? labelled : places;
}

/** How many records stand in each element above the numbers: the only one, or `many`. */
function countAbove(places: readonly Place[]): ReadonlyMap<Element, Place | 'many'> {
  const inside = new Map<Element, Place | 'many'>();
  for (const place of places) {
    let depth = 0;
    for (let at: Element | null = place.leaf; at && depth < MAX_DEPTH; at = composedParent(at), depth++) {
      const known = inside.get(at);
      if (known === 'many') break;
      const isSame = known === undefined || (known.id === place.id && known.line === place.line);
      inside.set(at, isSame ? place : 'many');
      if (!isSame) markAbove(at, inside);
    }
  }
  return inside;
}

function markAbove(from: Element, inside: Map<Element, Place | 'many'>): void {
  for (let at = composedParent(from); at && inside.get(at) !== 'many'; at = composedParent(at)) inside.set(at, 'many');
}

/** A record that is drawn as neighbours: what follows its first part, up to the next record. */
function withFollowers(first: Element, inside: ReadonlyMap<Element, Place | 'many'>): readonly Element[] {
  const parts = [first];
  for (let next = first.nextElementSibling; next && !inside.has(next); next = next.nextElementSibling) {
    // Records beyond the cap were not counted: their own number tells them.
    const isOther = next.localName !== first.localName || ANY_ID.test(next.textContent ?? '');
    if (isOther || parts.length > MAX_FOLLOWERS) break;
    parts.push(next);
  }
  return parts;
}

/** Finds the records of a page by their order numbers, whatever the classes; page order, at most 500. */
export function recordBlocks(doc: Document): readonly RecordBlock[] {
  const places = idPlaces(doc);
  const inside = countAbove(places);
  const isAlone = inside.get(doc.body) !== 'many';
  const seen = new Set<Element>();
  return places.flatMap((place): readonly RecordBlock[] => {
    let block = place.leaf;
    for (
      let parent = composedParent(block);
      parent && !parent.matches('main,body,html') && inside.get(parent) !== 'many';
      parent = composedParent(block)
    ) {
      // Where several records stand, the next one is the border, and what is around a record belongs to it.
      if (isAlone && parent.querySelector(FURNITURE)) break;
      block = parent;
    }
    if (seen.has(block)) return [];
    seen.add(block);
    return [{ id: brandAs<'OrderId'>(place.id), leaf: place.leaf, elements: withFollowers(block, inside) }];
  });
}

/** Records of the same order as one: lists that name it in a head and again beside its lines. */
export function byOrder(blocks: readonly RecordBlock[]): readonly RecordBlock[] {
  const orders = new Map<string, RecordBlock>();
  for (const block of blocks) {
    const known = orders.get(block.id);
    orders.set(block.id, known ? { ...known, elements: [...known.elements, ...block.elements] } : block);
  }
  return [...orders.values()];
}

/** Whether a record's own links name another order: then nothing of it can be trusted. */
export function contradictsItself({ id, elements }: RecordBlock): boolean {
  return elements
    .flatMap((element) => [...element.querySelectorAll<HTMLAnchorElement>('a[href*="rderId="]')])
    .map((link) => /[?&](?:trade)?orderId=(\d{15,20})(?!\d)/i.exec(link.getAttribute('href') ?? '')?.[1])
    .some((other) => other !== undefined && other !== id);
}

/** All elements of a record that one of the selectors finds, in page order; the first selector that finds any. */
export function partsIn({ elements }: Pick<RecordBlock, 'elements'>, selectors: readonly string[]): readonly Element[] {
  for (const css of selectors) {
    const parts = elements.flatMap((element) => [
      ...(element.matches(css) ? [element] : []),
      ...element.querySelectorAll(css),
    ]);
    if (parts.length > 0) return parts;
  }
  return [];
}
