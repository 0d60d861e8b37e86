import { allBelow, findBlocks, layoutSide, wordsOf, type Block } from '../../page/blocks';
import { composedText } from '../../page/composed-text';
import { found, lacking, type Field } from '../../page/field';
import { splitTranslation } from '../../page/inline-translation';
import { exactTime, isTimeStamp } from '../../page/shown-date';
import { composedParent, isVisible } from '../../page/visible';
import type { Bubble } from '../contract';
import { MARKS, RECALLED, TRANSLATED_BY } from './locale';
import { chatScope, pageLang } from './page';
import { selectors } from './selectors';

/** A bubble with the element it was read from. */
export interface PlacedBubble extends Bubble {
  readonly element: Element;
}

const NOTE_WORDS = new Set(['recall', 'recalled', 'system', 'notice', 'tip', 'tips', 'note', 'separator']);
const MAX_PARTS = 300;
const MAX_COLUMN_ELEMENTS = 8_000;

const textIn = (element: Element): string => (element.textContent ?? '').trim();
const isLeaf = (element: Element): boolean => element.childElementCount === 0;

/** Cards of products and orders are no words of the buyer. */
const CARD = '[class*="order-card"],[class*="product-card"],[class*="im-card"]';

interface Words {
  readonly text: string;
  readonly platformTranslation?: Bubble['platformTranslation'];
}

/** Drops the "by …" line and tells whose translation it is. */
function cutLabel(lines: readonly string[]): { readonly lines: readonly string[]; readonly by?: string } {
  const at = lines.findLastIndex((line) => TRANSLATED_BY.test(line));
  if (at < 0) return { lines };
  const by = lines[at]!.trim().replace(/^(?:translated\s+)?by\s+/i, '');
  return { lines: lines.filter((_, index) => index !== at), by };
}

/** The words of a message: in an element of their own, or all in one text with the translation. */
function wordsIn(block: Element, parts: readonly Element[], isMark: (element: Element) => boolean): Words {
  const translated = parts.find(
    (element) =>
      wordsOf(element).some((word) => /^transl/.test(word)) &&
      !TRANSLATED_BY.test(textIn(element)) &&
      isVisible(element),
  );
  const skip = (element: Element): boolean => element !== block && (isMark(element) || element.matches(CARD));
  if (translated) {
    const { lines, by } = cutLabel(composedText(translated, { skip }).split('\n'));
    const own = composedText(block, { skip: (element) => element === translated || skip(element) });
    const text = cutLabel(own.split('\n')).lines.join('\n').trim();
    return { text, platformTranslation: { text: lines.join('\n').trim(), by: by ?? 'AliExpress' } };
  }
  const { lines, by } = cutLabel(composedText(block, { skip }).split('\n'));
  const split = by ? splitTranslation(lines) : undefined;
  if (!split) return { text: lines.join('\n').trim() };
  return { text: split.original, platformTranslation: { text: split.translation, by: by! } };
}

function sideOf({ element, anchor }: Block, text: string): Bubble['side'] {
  const words = [...wordsOf(element), ...(anchor ? wordsOf(anchor) : [])];
  if (words.some((word) => NOTE_WORDS.has(word)) || (text.length < 80 && RECALLED.test(text))) return 'note';
  if (words.includes('self')) return 'seller';
  if (words.includes('item') && words.includes('message')) return 'buyer';
  const place = anchor ? layoutSide(element) : 'middle';
  return place === 'end' ? 'seller' : place === 'start' ? 'buyer' : 'note';
}

/** The column of the conversation where its classes are not known: around the text box, up to where time stamps appear. */
function columnAround(
  box: Element,
  lang: string,
): { readonly column: Element; readonly stamps: readonly Element[] } | undefined {
  for (let column = composedParent(box); column && !column.matches('body,html'); column = composedParent(column)) {
    const stamps = allBelow(column, MAX_COLUMN_ELEMENTS).filter(
      (element) =>
        isLeaf(element) && isTimeStamp(textIn(element), lang) && !element.closest('header') && isVisible(element),
    );
    if (stamps.length > 0) return { column, stamps };
  }
  return undefined;
}

function findRows(doc: Document, box: Element | undefined): Field<readonly Block[]> {
  const scope = chatScope(doc);
  for (const [candidate, { css, kind }] of selectors.messages.entries()) {
    const rows = scope.all(css);
    if (rows.length > 0)
      return found(
        rows.map((element): Block => ({ element, anchor: element })),
        candidate,
        kind,
      );
  }
  const around = box && columnAround(box, pageLang(doc));
  if (!around) return lacking('missing', 'bubbles');
  const rows = findBlocks({ kind: 'stamp', elements: around.stamps }, around.column);
  return found(rows, selectors.messages.length, 'semantic');
}

function* bubblesIn(rows: readonly Block[], lang: string): Generator<PlacedBubble, undefined> {
  for (const block of rows) {
    const { element, anchor } = block;
    if (!isVisible(element) || element.matches('textarea,header')) continue;
    const parts = allBelow(element, MAX_PARTS);
    const stamps = new Set(parts.filter((part) => isLeaf(part) && isTimeStamp(textIn(part), lang)));
    const words = wordsIn(
      element,
      parts,
      (part) => stamps.has(part) || part.localName === 'time' || (isLeaf(part) && MARKS.test(textIn(part))),
    );
    if (words.text === '' && !anchor) continue;
    const stamp = parts.find((part) => part.localName === 'time' || stamps.has(part));
    yield {
      element,
      side: sideOf(block, words.text),
      ...words,
      ...(stamp && { shownTime: textIn(stamp) }),
      ...exactTime(stamp),
    };
  }
  return undefined;
}

/** Reads all bubbles of the open conversation in page order; `box` helps to find them where no class name is known. */
export function readBubbles(doc: Document, box: Element | undefined): Field<readonly PlacedBubble[]> {
  const rows = findRows(doc, box);
  if (!rows.ok) return rows;
  const bubbles = [...bubblesIn(rows.value, pageLang(doc))];
  return bubbles.length > 0 ? { ...rows, value: bubbles } : lacking('missing', 'bubbles');
}

/** The first bubble alone: enough to tell conversations apart, and much quicker than all. */
export function readFirstBubble(doc: Document, box: Element | undefined): PlacedBubble | undefined {
  const rows = findRows(doc, box);
  return rows.ok ? bubblesIn(rows.value, pageLang(doc)).next().value : undefined;
}
