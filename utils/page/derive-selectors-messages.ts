import { isProfileSelector } from '../domain/profiles/selector-syntax';
import { layoutSide, shownChildren, wordsOf } from './blocks';
import { composedText } from './composed-text';
import { createScope, type Scope } from './deep-query';
import { marksOf, tagMark, type MarkCare } from './derive-selectors-marks';
import type { DeriveOptions } from './derive-selectors';
import { recordsOf } from './record-rows';
import { shareReads } from './share-reads';
import { isTimeStamp } from './shown-date';
import { composedParent, isVisible } from './visible';

/** What a pointed message says about all of them. */
export interface DerivedMessages {
  readonly selectors: readonly string[];
  /** Tells the buyer's messages from the others, where the markup does. */
  readonly buyerMessage?: string;
  readonly elements: readonly Element[];
}

const MAX_CLIMB = 10;
const MAX_KEPT = 6;
/** Kinds of rows that are put together into one selector. */
const MAX_KINDS = 4;
const FURNITURE = 'header,h1,h2,h3,h4,textarea,input,[contenteditable="true"],thead';
const BUYER_WORD = /^(?:buyer|customer|client|guest|visitor|incoming|inbound|received|them|other|left)$/;

const holds = (holder: Element, inner: Element): boolean => {
  for (let at: Element | null = inner; at; at = composedParent(at)) if (at === holder) return true;
  return false;
};

/** One way to name a message, and whether it may find several in a row: a tag may not, nor what stands within a line. */
interface UnitMark {
  readonly css: string;
  readonly perRow: 'one' | 'many';
  readonly isTag: boolean;
}

const unitMarks = (unit: Element, care: MarkCare): readonly UnitMark[] => {
  const isInline = unit.ownerDocument.defaultView?.getComputedStyle(unit).display.startsWith('inline') ?? false;
  const named = marksOf(unit, care)
    .slice(0, 8)
    .map((css): UnitMark => ({ css, perRow: isInline ? 'one' : 'many', isTag: false }));
  const tag = tagMark(unit) ?? (/^(?:li|div|article|p)$/.test(unit.localName) ? unit.localName : null);
  return tag && !named.some(({ css }) => css === tag) ? [...named, { css: tag, perRow: 'one', isTag: true }] : named;
};

interface List {
  readonly container: Element;
  /** Rows that say something, without headings, boxes, dates and notices in the middle. */
  readonly rows: readonly Element[];
}

/** The lists a message may stand in, innermost first; none that holds the text box as well. */
function* listsAround(message: Element, { doc, box }: DeriveOptions): Generator<List> {
  const lang = doc.documentElement.lang || 'en';
  let row: Element = message;
  for (let climb = 0; climb < MAX_CLIMB; climb++) {
    const container = composedParent(row);
    if (!container || container.matches('body,html') || (box && holds(container, box))) return;
    const rows = shownChildren(container).filter((child) => {
      const text = (child.textContent ?? '').trim();
      if ((text === '' && !child.shadowRoot) || !isVisible(child) || child.matches(FURNITURE)) return false;
      return !isTimeStamp(text, lang) && (holds(child, message) || layoutSide(child) !== 'middle');
    });
    if (rows.length > 1) yield { container, rows };
    row = container;
  }
}

/** Selectors that find every row's message and nothing outside the list; a list of kinds where one mark does not do. */
function selectorsOf(message: Element, list: List, scope: Scope, care: MarkCare): readonly string[] {
  const { container, rows } = list;
  const fits = (hits: readonly Element[]): boolean =>
    hits.every((hit) => hit !== container && holds(container, hit)) &&
    !hits.some((hit) => hits.some((other) => other !== hit && other.contains(hit)));
  const covers = (hits: readonly Element[]): boolean =>
    fits(hits) &&
    hits.some((hit) => holds(hit, message) || holds(message, hit)) &&
    // In a list of orders some rows are headings and some have nothing to say.
    (rows.every((row) => hits.some((hit) => holds(row, hit))) || recordsOf(hits) !== null);
  const held = marksOf(container, { ...care, shown: '', care: 'whole' }).slice(0, 3);
  const within = (mark: string): readonly string[] => [mark, ...held.map((holder) => `${holder} ${mark}`)];
  const kept: string[] = [];
  const keep = (css: string, perRow: UnitMark['perRow']): boolean => {
    if (kept.length >= MAX_KEPT || kept.includes(css) || !isProfileSelector(css)) return false;
    const hits = scope.all(css);
    if (!covers(hits) || (perRow === 'one' && hits.length > rows.length)) return false;
    kept.push(css);
    return true;
  };
  const units: Element[] = [];
  for (let at: Element | null = message; at && at !== container; at = composedParent(at)) units.push(at);
  for (const tags of ['without', 'alone'] as const)
    for (const unit of units)
      for (const { css: mark, perRow, isTag } of kept.length > 0 && tags === 'alone' ? [] : unitMarks(unit, care))
        if (isTag === (tags === 'alone')) within(mark).some((css) => keep(css, perRow));
  if (kept.length > 0) return kept;
  // Each side has names of its own: one name per kind of row, at the same depth.
  for (const [depth] of units.entries()) {
    const kinds: string[] = [];
    for (const row of rows) {
      if (kinds.some((css) => scope.all(css).some((hit) => holds(row, hit)))) continue;
      const unit = holds(row, message) ? units[depth] : innerAt(row, units.length - 1 - depth);
      const mark = unit && marksOf(unit, care).find((css) => isProfileSelector(css) && fits(scope.all(css)));
      if (mark) kinds.push(mark);
    }
    if (kinds.length > 1 && kinds.length <= MAX_KINDS) keep(kinds.join(','), 'one');
  }
  return kept;
}

/** The element so many levels below a row, along its longest text. */
function innerAt(row: Element, levels: number): Element | undefined {
  let at: Element | undefined = row;
  for (let level = 0; level < levels && at; level++)
    at = shownChildren(at).toSorted((a, b) => (b.textContent ?? '').length - (a.textContent ?? '').length)[0];
  return at;
}

/** Which of the messages are the buyer's, as far as the place on screen or the words of the markup tell. */
function buyersAmong(message: Element, elements: readonly Element[], container: Element): ReadonlySet<Element> | null {
  const rowOf = (element: Element): Element => {
    let row = element;
    for (let up = composedParent(row); up && up !== container; up = composedParent(up)) row = up;
    return row;
  };
  const mine = elements.find((element) => holds(element, message) || holds(message, element));
  if (!mine) return null;
  const sides = new Map(elements.map((element) => [element, layoutSide(rowOf(element))]));
  const side = sides.get(mine);
  if (side && side !== 'middle' && new Set(sides.values()).size > 1)
    return new Set(elements.filter((element) => sides.get(element) === side));
  const saysBuyer = (element: Element): boolean =>
    [element, rowOf(element)].some((part) => wordsOf(part).some((word) => BUYER_WORD.test(word)));
  return saysBuyer(mine) ? new Set(elements.filter(saysBuyer)) : null;
}

/** A selector that matches exactly the buyer's messages among all: by a name of their own, or of something around or in them. */
function buyerSelector(buyers: ReadonlySet<Element>, all: readonly Element[], care: MarkCare): string | undefined {
  const first = [...buyers][0];
  if (!first) return undefined;
  const separates = (css: string): boolean =>
    isProfileSelector(css) && all.every((element) => element.matches(css) === buyers.has(element));
  const around: string[] = [];
  const own = marksOf(first, care);
  const last = own[0] ?? first.localName;
  for (let at = first.parentElement, climb = 0; at && climb < 5; at = at.parentElement, climb++)
    around.push(...marksOf(at, care).map((mark) => `${mark} ${last}`));
  const inside = [...first.querySelectorAll('*')].slice(0, 20).flatMap((part) => marksOf(part, care));
  const candidates = [...own, ...around, ...inside.map((mark) => `:has(${mark})`)];
  return candidates.find(separates);
}

/**
 * What finds all messages of the conversation, derived from the one somebody pointed at: the buyer's last.
 * Null where nothing tells messages from the rest of the page.
 */
export function deriveMessages(message: Element, options: DeriveOptions): DerivedMessages | null {
  return shareReads(() => {
    const { doc, names } = options;
    const care: MarkCare = { shown: composedText(message).slice(0, 2_000), care: 'words', names };
    const scope = createScope(doc);
    for (const list of listsAround(message, options)) {
      const selectors = selectorsOf(message, list, scope, care);
      const [best] = selectors;
      if (best === undefined) continue;
      const elements = scope.all(best);
      const isRecords = recordsOf(elements) !== null;
      const buyers = isRecords ? null : buyersAmong(message, elements, list.container);
      const isMixed = buyers !== null && buyers.size < elements.length;
      const buyerMessage = isMixed ? buyerSelector(buyers, elements, care) : undefined;
      return { selectors, elements, ...(buyerMessage !== undefined && { buyerMessage }) };
    }
    return null;
  });
}
