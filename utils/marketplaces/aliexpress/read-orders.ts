import type { OrderItem, OrderSeen } from '../../domain/orders';
import { found, lacking, type Field } from '../../page/field';
import { shownDays } from '../../page/shown-date';
import { isVisible } from '../../page/visible';
import type { HealthBook } from '../page-health';
import { shownAmount } from '../shown-amount';
import { CREATED_LABEL, QUANTITY_LABEL } from './locale-lists';
import { BUYER_LABEL, FROM_WAREHOUSE } from './locale';
import type { AliexpressFields } from './fields';
import { ORDER_ID, pageLang, textIn } from './page';
import { labelledValues, textElements } from './read-labelled';
import { amountIn, dayOf, fieldIn, labelledIn, leavesIn, nameOf, stateIn, type Found } from './read-record';
import { byOrder, contradictsItself, partsIn, recordBlocks, type RecordBlock } from './record-blocks';

const MAX_TITLE = 400;
const PIECES = /^(?:[x×*]\s*)?(\d{1,4})(?:\s*(?:pcs?|件|个|шт\.?|개|個|adet|szt\.?|st\.?))?$/i;

const structural = (fields: AliexpressFields, name: keyof AliexpressFields): readonly string[] =>
  fields[name].filter(({ kind }) => kind !== 'semantic').map(({ css }) => css);

/** The line of an order around a title: as far as no other title stands. */
function lineAround(title: Element, titles: readonly Element[], block: RecordBlock): Element {
  let line = title;
  for (let parent = line.parentElement; parent; parent = line.parentElement) {
    const isShared = titles.some((other) => other !== title && parent.contains(other));
    if (isShared || block.elements.includes(line)) break;
    line = parent;
    if (line.localName === 'tr') break;
  }
  return line;
}

const piecesAt = (part: Element): number | undefined => {
  const count = part.childElementCount === 0 ? PIECES.exec(textIn(part))?.[1] : undefined;
  return count !== undefined && Number(count) > 0 ? Number(count) : undefined;
};

const MAX_LINE_TEXTS = 400;

/** Number of pieces in a line: behind its label, or a cell or text that is nothing but a small number. */
function piecesIn(line: Element, fields: AliexpressFields): number | undefined {
  const [labelled] = labelledValues(textElements(line, MAX_LINE_TEXTS), QUANTITY_LABEL);
  const count = PIECES.exec(labelled ?? '')?.[1];
  if (count !== undefined) return Number(count);
  for (const css of [...structural(fields, 'quantity'), '*'])
    for (const part of line.querySelectorAll(css)) {
      const pieces = piecesAt(part);
      if (pieces !== undefined) return pieces;
    }
  return undefined;
}

const productIn = (line: Element): string | undefined =>
  /\/item\/(\d{6,20})\b/.exec(line.querySelector('a[href*="/item/"]')?.getAttribute('href') ?? '')?.[1];

/** Titles by their class; else links to products; else the longest text of every line that has a picture. */
function titlesIn(block: RecordBlock, fields: AliexpressFields): Found<readonly Element[]> | undefined {
  const marked = partsIn(block, structural(fields, 'itemTitle')).filter(
    (title) => textIn(title) !== '' && isVisible(title),
  );
  if (marked.length > 0) return { value: marked, isGuess: false };
  const linked = partsIn(block, ['a[href*="/item/"]']).filter((link) => textIn(link).length > 1 && isVisible(link));
  if (linked.length > 0) return { value: linked, isGuess: true };
  const lines = new Set(
    partsIn(block, ['img']).flatMap((img) => img.closest('tr,li,[role="row"]') ?? img.parentElement ?? []),
  );
  const leaves = leavesIn(block).filter((leaf) => !ORDER_ID.test(textIn(leaf)) && !shownAmount(textIn(leaf)));
  const titles = [...lines].flatMap((line): readonly Element[] => {
    const own = leaves.filter((leaf) => line.contains(leaf) && !leaf.closest('button,[role="button"]'));
    const [longest] = own.toSorted((a, b) => textIn(b).length - textIn(a).length);
    return longest && textIn(longest).length > 5 ? [longest] : [];
  });
  return titles.length > 0 ? { value: titles, isGuess: true } : undefined;
}

/** The lines of an order. */
export function itemsIn(block: RecordBlock, fields: AliexpressFields): Found<readonly OrderItem[]> | undefined {
  const titles = titlesIn(block, fields);
  if (!titles) return undefined;
  const items = titles.value.map((title): OrderItem => {
    const line = lineAround(title, titles.value, block);
    const codes = structural(fields, 'itemCode').flatMap((css) => [...line.querySelectorAll(css)].map(textIn));
    const [variant, sku] = codes.map((code) => (/^[-–—]?$/.test(code) ? undefined : code));
    const productId = productIn(line);
    const quantity = piecesIn(line, fields);
    return {
      title: textIn(title).slice(0, MAX_TITLE),
      ...(productId && { productId }),
      ...(sku && { sku }),
      ...(variant && { variant }),
      ...(quantity && { quantity }),
    };
  });
  return { value: items, isGuess: titles.isGuess };
}

/** Day an order was made: where the page marks it, behind its label, or the only day in the record. */
function orderedOnIn(block: RecordBlock, fields: AliexpressFields, lang: string): Found<string> | undefined {
  const placed = fieldIn(block, fields.created, (element) => dayOf(element, lang));
  if (placed) return placed;
  const leaves = leavesIn(block);
  const [labelled] = labelledValues(leaves, CREATED_LABEL).flatMap((text) => shownDays(text, lang));
  if (labelled) return { value: labelled, isGuess: false };
  const days = new Set(leaves.flatMap((leaf) => (textIn(leaf).length <= 60 ? shownDays(textIn(leaf), lang) : [])));
  const [day] = days;
  return day && days.size === 1 ? { value: day, isGuess: true } : undefined;
}

/** Everything a record says of its order, with what was only guessed or not found. */
export interface OrderReading {
  readonly order: OrderSeen;
  readonly guessed: readonly string[];
  readonly missing: readonly string[];
}

/** Reads the order of one record. */
export function readRecord(block: RecordBlock, fields: AliexpressFields): OrderReading {
  const lang = pageLang(block.leaf.ownerDocument);
  const items = itemsIn(block, fields);
  const state = stateIn(block, fields.state);
  const orderedOn = orderedOnIn(block, fields, lang);
  const marked = fieldIn(block, fields.buyer, (element) => nameOf(textIn(element)))?.value;
  const buyer = marked ?? labelledIn(block, BUYER_LABEL).flatMap((text) => nameOf(text) ?? [])[0];
  const amount = amountIn(block, fields.amount);
  const parts = { items, state, orderedOn, amount };
  const names = Object.keys(parts) as (keyof typeof parts)[];
  return {
    order: {
      orderId: block.id,
      items: items?.value ?? [],
      ...(state && { state: state.value[0] }),
      ...(state && FROM_WAREHOUSE.test(state.value[1]) && { fulfilment: 'marketplace' as const }),
      ...(orderedOn && { orderedOn: orderedOn.value }),
      ...(amount && { amount: amount.value }),
      ...(buyer && { buyerName: buyer }),
    },
    guessed: names.filter((name) => parts[name]?.isGuess),
    missing: names.filter((name) => !parts[name]),
  };
}

/** Notes how the parts of all orders were read: the worst of them counts, since one glance is for the whole page. */
export function noteParts(health: HealthBook, readings: readonly OrderReading[]): void {
  for (const name of ['items', 'state', 'orderedOn', 'amount']) {
    const isMissing = readings.some(({ missing }) => missing.includes(name));
    const isGuess = readings.some(({ guessed }) => guessed.includes(name));
    // An order without a state or lines is of no use to the record; the other two are extras that are there or not.
    const need = name === 'items' || name === 'state' ? 'required' : 'optional';
    health.note(name, isMissing ? lacking('missing', name) : found(true, 0, isGuess ? 'semantic' : 'structure'), need);
  }
}

/** Reads the orders of the list on screen. */
export function readOrderList(
  doc: Document,
  fields: AliexpressFields,
  health: HealthBook,
): Field<readonly OrderSeen[]> {
  const all = byOrder(recordBlocks(doc));
  const blocks = all.filter((block) => !contradictsItself(block));
  if (blocks.length < all.length) health.note('orderId', lacking('disagree', 'orderId'), 'optional');
  if (blocks.length === 0) return lacking(all.length > 0 ? 'disagree' : 'missing', 'orders');
  const sure = structural(fields, 'orderNumber').join(',');
  const isSure = blocks.every(({ leaf }) => sure !== '' && leaf.matches(sure));
  const readings = blocks.map((block) => readRecord(block, fields));
  noteParts(health, readings);
  return found(
    readings.map(({ order }) => order),
    0,
    isSure ? 'structure' : 'semantic',
  );
}
