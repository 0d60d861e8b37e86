import { brandAs, type CountryCode, type OrderId } from '../../domain/ids';
import type { OrderFacts, OrderItem } from '../../domain/orders';
import { allBelow } from '../../page/blocks';
import { readField } from '../../page/candidates';
import { composedText } from '../../page/composed-text';
import { countryNamed } from '../../page/country-name';
import { found, lacking, type Field } from '../../page/field';
import { shownDays } from '../../page/shown-date';
import { composedParent } from '../../page/visible';
import { FROM_WAREHOUSE, ORDER_LABEL, stateOf } from './locale';
import { chatScope, isLeaf, ORDER_ID, pageLang, textIn } from './page';
import type { AliexpressFields } from './fields';
import type { BuyerPanel } from './read-buyer';

const MAX_COUNTRY = 40;
const MAX_PANEL_ELEMENTS = 3_000;
const TRACKING = /(?<![A-Z0-9])(?:[A-Z]{2}\d{9}[A-Z]{2}|[A-Z]{2}\d{10,20}|\d{12,22})(?![A-Z0-9])/;

/**
 * The buyer's country: a display name in the panel, never an address. Where no class names its place, the one line
 * between the buyer's name and the orders that is the name of a country.
 */
export function readPanelCountry({ root, name }: BuyerPanel, fields: AliexpressFields): Field<CountryCode> {
  const lang = pageLang(root.ownerDocument);
  const placed = readField(chatScope(root), {
    field: 'country',
    candidates: fields.country,
    parse: (element) => countryNamed(textIn(element), lang),
  });
  if (placed.ok) return placed;
  const leaves = shownLeaves(root);
  const end = leaves.findIndex((leaf) => idIn(leaf) !== undefined);
  const lines = leaves.slice(0, end < 0 ? leaves.length : end).map(textIn);
  const codes = lines
    .slice(lines.indexOf(name) + 1)
    .flatMap((line) => (line.length <= MAX_COUNTRY ? [countryNamed(line, lang)] : []));
  const [code, ...others] = new Set(codes.filter((each) => each !== undefined));
  return code && others.length === 0 ? found(code, fields.country.length, 'semantic') : placed;
}

/** Elements of text alone, as they stand on screen from top to bottom. */
const shownLeaves = (root: Element): readonly Element[] =>
  [...root.querySelectorAll('*')].slice(0, MAX_PANEL_ELEMENTS).filter((part) => isLeaf(part) && textIn(part) !== '');

/** The order number an element shows, alone or behind its label. */
function idIn(part: Element): string | undefined {
  const text = textIn(part);
  if (ORDER_ID.test(text)) return text;
  const [, label = '', id] = /^(.{2,40}?)\s*[:：#]?\s*(\d{15,20})$/s.exec(text) ?? [];
  return id && ORDER_LABEL.test(label.trim()) ? id : undefined;
}

const idLeaves = (root: Element): readonly Element[] =>
  allBelow(root, MAX_PANEL_ELEMENTS).filter((part) => isLeaf(part) && idIn(part) !== undefined);

/** One card per order: by class, or around each order number as far as no other one stands. */
function orderCards(root: Element, fields: AliexpressFields): Field<readonly Element[]> {
  const known = readField(chatScope(root), {
    field: 'order',
    candidates: fields.orderCard,
    parse: (card) => (idLeaves(card).length > 0 ? card : undefined),
  });
  if (known.ok) {
    const cards = chatScope(root).all(fields.orderCard[known.candidate]!.css);
    return { ...known, value: cards.filter((card) => idLeaves(card).length > 0) };
  }
  const cards = idLeaves(root).map((leaf) => {
    let card = leaf;
    for (let parent = composedParent(card); parent && parent !== root; parent = composedParent(card)) {
      if (idLeaves(parent).length > 1 || parent.querySelector('[class*="user-name"]')) break;
      card = parent;
    }
    return card;
  });
  return cards.length > 0 ? found(cards, fields.orderCard.length, 'semantic') : lacking('missing', 'order');
}

/** Lines of a card without its number and status, which stand in one line with other parts. */
const linesBeside = (card: Element, id: string, status: string): readonly string[] =>
  [id, status]
    .filter((part) => part !== '')
    .reduce((text, part) => text.replaceAll(part, '\n'), composedText(card))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function itemIn(card: Element, lines: readonly string[], fields: AliexpressFields): OrderItem | undefined {
  const titled = readField(chatScope(card), { field: 'title', candidates: fields.orderTitle, parse: asTitle });
  const lang = pageLang(card.ownerDocument);
  const plain = lines
    .filter((line) => !TRACKING.test(line) && shownDays(line, lang).length === 0)
    .toSorted((a, b) => b.length - a.length)[0];
  const title = titled.ok ? titled.value : plain;
  if (!title) return undefined;
  const quantity = lines
    .map((line) => /^[x×]\s*(\d{1,4})$/i.exec(line.trim())?.[1])
    .find((count) => count !== undefined);
  const variant = titled.ok ? variantAfter(lines, titled.value) : undefined;
  return { title, ...(variant && { variant }), ...(quantity && { quantity: Number(quantity) }) };
}

const asTitle = (element: Element): string | undefined => textIn(element) || undefined;

/** The line right after the title, unless it is the quantity or the parcel. */
function variantAfter(lines: readonly string[], title: string): string | undefined {
  const next = lines[lines.indexOf(title) + 1]?.trim();
  return next && !/^[x×]\s*\d/i.test(next) && !TRACKING.test(next) && next.length <= 120 ? next : undefined;
}

/** Reads the orders of the panel, the one on top first. */
export function readPanelOrders({ root }: BuyerPanel, fields: AliexpressFields): Field<readonly OrderFacts[]> {
  const cards = orderCards(root, fields);
  if (!cards.ok) return cards;
  const orders = cards.value.flatMap((card): readonly OrderFacts[] => {
    const [leaf] = idLeaves(card);
    const id = leaf && idIn(leaf);
    if (!leaf || !id) return [];
    const status = readField(chatScope(card), {
      field: 'state',
      candidates: fields.orderStatus,
      parse: (element) => (stateOf(textIn(element)) ? textIn(element) : undefined),
    });
    const text = composedText(card);
    const shownState = status.ok
      ? status.value
      : (text.split('\n').find((line) => line.length <= 30 && stateOf(line)) ?? '');
    const state = stateOf(shownState);
    const lines = linesBeside(card, textIn(leaf), shownState);
    const orderedOn = shownDays(lines.join('\n'), pageLang(card.ownerDocument))[0];
    const parcel = lines.find((line) => TRACKING.test(line));
    const tracking = parcel && TRACKING.exec(parcel)?.[0];
    const carrier = tracking ? parcel.replace(tracking, '').trim() : '';
    const item = itemIn(card, lines, fields);
    return [
      {
        orderId: brandAs<'OrderId'>(id) satisfies OrderId,
        items: item ? [item] : [],
        ...(state && { state }),
        ...(FROM_WAREHOUSE.test(shownState) && { fulfilment: 'marketplace' as const }),
        ...(orderedOn && { orderedOn }),
        ...(carrier && carrier.length <= 40 && { carrier }),
        ...(tracking && { tracking }),
      },
    ];
  });
  return orders.length > 0 ? { ...cards, value: orders } : lacking('invalid', 'order');
}
