import { allBelow, findBlocks, layoutSide, wordsOf, type Block } from '../../page/blocks';
import { composedText } from '../../page/composed-text';
import { found, lacking, type Field } from '../../page/field';
import { splitTranslation } from '../../page/inline-translation';
import { exactTime, isTimeStamp } from '../../page/shown-date';
import { composedParent, isVisible } from '../../page/visible';
import type { Bubble } from '../contract';
import { sideNamed } from './locale-dispute';
import { MARKS, RECALLED, TRANSLATED_BY } from './locale';
import { chatScope, isLeaf, pageLang, textIn, type ChatPage } from './page';

/** A bubble with the element it was read from. */
export interface PlacedBubble extends Bubble {
  readonly element: Element;
}

const NOTE_WORDS = new Set(['recall', 'recalled', 'system', 'notice', 'tip', 'tips', 'note', 'separator']);
const OWN_WORDS = new Set(['self', 'me', 'mine', 'seller', 'merchant', 'outgoing']);
const BUYER_WORDS = new Set(['buyer', 'customer', 'incoming']);
const MAX_PARTS = 300;
const MAX_COLUMN_ELEMENTS = 8_000;

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

function sideOf({ element, anchor }: Block, text: string, isPlaced: boolean): Bubble['side'] {
  const words = [...wordsOf(element), ...(anchor ? wordsOf(anchor) : [])];
  if (words.some((word) => NOTE_WORDS.has(word)) || (text.length < 80 && RECALLED.test(text))) return 'note';
  if (words.some((word) => OWN_WORDS.has(word))) return 'seller';
  if (words.some((word) => BUYER_WORDS.has(word))) return 'buyer';
  if (words.includes('item') && words.includes('message')) return 'buyer';
  const place = isPlaced ? layoutSide(element) : 'middle';
  return place === 'end' ? 'seller' : place === 'start' ? 'buyer' : 'note';
}

/** The column of the conversation where its classes are not known. */
export interface Column {
  readonly column: Element;
  /** Time stamps in it, in page order. */
  readonly stamps: readonly Element[];
}

/** Finds the column around the text box: up to where time stamps appear. */
export function columnAround({ doc, box }: ChatPage): Column | undefined {
  const lang = pageLang(doc);
  for (
    let column = box && composedParent(box);
    column && !column.matches('body,html');
    column = composedParent(column)
  ) {
    const stamps = allBelow(column, MAX_COLUMN_ELEMENTS).filter(
      (element) =>
        isLeaf(element) && isTimeStamp(textIn(element), lang) && !element.closest('header') && isVisible(element),
    );
    if (stamps.length > 0) return { column, stamps };
  }
  return undefined;
}

interface Rows {
  readonly rows: readonly Block[];
  /** The page marks each message; otherwise every row of the list counts, lines between messages too. */
  readonly isMarked: boolean;
  /** Whether a row that has no time stamp of its own is a message too: pages that stamp groups of messages only. */
  readonly areGrouped: boolean;
}

function findRows(page: ChatPage): Field<Rows> {
  const scope = chatScope(page.doc);
  for (const [candidate, { css, kind }] of page.fields.message.entries()) {
    const rows = scope.all(css);
    if (rows.length > 0)
      return found(
        { rows: rows.map((element): Block => ({ element, anchor: element })), isMarked: true, areGrouped: false },
        candidate,
        kind,
      );
  }
  const around = columnAround(page);
  if (!around) return lacking('missing', 'bubbles');
  const rows = findBlocks({ kind: 'stamp', elements: around.stamps }, around.column);
  const areGrouped = around.stamps.length * 2 < rows.length;
  return found({ rows, isMarked: false, areGrouped }, page.fields.message.length, 'semantic');
}

/** A line that only says when the next messages were written; a picture has a time, too, and is a message. */
const isSeparator = (row: Element, lang: string): boolean =>
  isTimeStamp(textIn(row), lang) &&
  [row, ...row.querySelectorAll('*')].some((part) => isLeaf(part) && textIn(part) === textIn(row)) &&
  !row.querySelector('img,video,picture,canvas');

function* bubblesIn({ rows, isMarked, areGrouped }: Rows, lang: string): Generator<PlacedBubble, undefined> {
  for (const block of rows) {
    const { element, anchor } = block;
    if (!isVisible(element) || element.matches('textarea,header')) continue;
    if (!isMarked && isSeparator(element, lang)) continue;
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
      side: sideOf(block, words.text, areGrouped || anchor !== undefined),
      ...words,
      ...(stamp && { shownTime: textIn(stamp) }),
      ...exactTime(stamp),
    };
  }
  return undefined;
}

const MAX_SENDER = 80;

/** The line above the words, where it is an element of its own. */
function lineAbove({ element, text }: PlacedBubble): string | undefined {
  const line = text.includes('\n') ? text.slice(0, text.indexOf('\n')) : '';
  if (line === '' || line.length > MAX_SENDER) return undefined;
  return [...element.querySelectorAll('*')].some((part) => isLeaf(part) && textIn(part) === line) ? line : undefined;
}

/** Lines that say who writes are no words of the message: "You", or the same name above all of one side. */
function withoutSenders(bubbles: readonly PlacedBubble[]): readonly PlacedBubble[] {
  const lines = bubbles.map(lineAbove);
  if (lines.every((line) => line === undefined)) return bubbles;
  const own = bubbles.map(({ side }, at) => (side === 'note' ? undefined : lines[at]));
  const isSender = (bubble: PlacedBubble, line: string): boolean => {
    if (sideNamed(line) === bubble.side) return true;
    const ofSide = bubbles.flatMap(({ side }, at) => (side === bubble.side ? [own[at]] : []));
    return ofSide.length > 1 && ofSide.every((other) => other === line);
  };
  return bubbles.map((bubble, at) => {
    const line = own[at];
    return line !== undefined && isSender(bubble, line)
      ? { ...bubble, text: bubble.text.slice(line.length + 1).trim() }
      : bubble;
  });
}

/** Reads all bubbles of the open conversation in page order. */
export function readBubbles(page: ChatPage): Field<readonly PlacedBubble[]> {
  const rows = findRows(page);
  if (!rows.ok) return rows;
  const bubbles = withoutSenders([...bubblesIn(rows.value, pageLang(page.doc))]);
  return bubbles.length > 0 ? { ...rows, value: bubbles } : lacking('missing', 'bubbles');
}

/** The first bubble alone: enough to tell conversations apart, and much quicker than all. */
export function readFirstBubble(page: ChatPage): PlacedBubble | undefined {
  const rows = findRows(page);
  return rows.ok ? bubblesIn(rows.value, pageLang(page.doc)).next().value : undefined;
}
