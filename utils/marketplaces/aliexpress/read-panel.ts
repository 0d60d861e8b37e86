import { brandAs, type CountryCode, type OrderId } from '../../domain/ids';
import type { OrderFacts, OrderItem } from '../../domain/orders';
import { allBelow } from '../../page/blocks';
import { readField } from '../../page/candidates';
import { composedText } from '../../page/composed-text';
import { countryNamed } from '../../page/country-name';
import { lacking, type Field } from '../../page/field';
import { shownDays } from '../../page/shown-date';
import { composedParent } from '../../page/visible';
import { FROM_WAREHOUSE, stateOf } from './locale';
import { chatScope, ORDER_ID, pageLang } from './page';
import { selectors } from './selectors';

const MAX_NAME = 80;
const MAX_PANEL_ELEMENTS = 3_000;
const TRACKING = /(?<![A-Z0-9])(?:[A-Z]{2}\d{9}[A-Z]{2}|[A-Z]{2}\d{10,20}|\d{12,22})(?![A-Z0-9])/;

const textIn = (element: Element): string => (element.textContent ?? '').trim();
const asName = (element: Element): string | undefined => {
  const name = textIn(element);
  return name !== '' && name.length <= MAX_NAME ? name : undefined;
};

/** Name of the session that is active: of its row in the list, or, when the row is scrolled away, of the chat's head. */
export function readSessionName(doc: Document, box: Element | undefined): Field<string> {
  const active = readField(chatScope(doc), {
    field: 'buyerName',
    candidates: selectors.activeSession,
    parse: (session) => {
      if (session.closest('nav,header,[role="tablist"]')) return undefined;
      const name = readField(chatScope(session), {
        field: 'buyerName',
        candidates: selectors.sessionName,
        parse: asName,
      });
      return name.ok ? name.value : undefined;
    },
  });
  if (active.ok || !box) return active;
  for (let column = composedParent(box); column && !column.matches('main,body'); column = composedParent(column)) {
    const head = column.querySelector('header,[class*="head" i]');
    const leaf =
      head && [head, ...head.querySelectorAll('*')].find((part) => part.childElementCount === 0 && asName(part));
    if (leaf) return { ok: true, value: textIn(leaf), candidate: selectors.activeSession.length, source: 'semantic' };
  }
  return active;
}

/** The panel about the buyer, with the name in it. */
export interface BuyerPanel {
  readonly name: string;
  readonly root: Element;
}

/** Finds the panel about the buyer: around the name, as far as the conversation does not begin. */
export function readPanel(doc: Document, box: Element | undefined): Field<BuyerPanel> {
  return readField(chatScope(doc), {
    field: 'panel',
    candidates: selectors.panelName,
    parse: (element) => {
      const name = asName(element);
      if (!name) return undefined;
      let root = element;
      for (
        let parent = composedParent(root);
        parent && !parent.matches('main,body,html');
        parent = composedParent(root)
      ) {
        if (
          (box && parent.contains(box)) ||
          parent.querySelector('textarea,[class*="session-item"],[class*="message-item"]')
        )
          break;
        root = parent;
      }
      return { name, root };
    },
  });
}

/** The buyer's country: a display name in the panel, never an address. */
export function readPanelCountry({ root }: BuyerPanel): Field<CountryCode> {
  return readField(chatScope(root), {
    field: 'country',
    candidates: selectors.country,
    parse: (element) => countryNamed(textIn(element), pageLang(element.ownerDocument)),
  });
}

const idLeaves = (root: Element): readonly Element[] =>
  allBelow(root, MAX_PANEL_ELEMENTS).filter((part) => part.childElementCount === 0 && ORDER_ID.test(textIn(part)));

/** One card per order: by class, or around each order number as far as no other one stands. */
function orderCards(root: Element): Field<readonly Element[]> {
  const known = readField(chatScope(root), {
    field: 'order',
    candidates: selectors.orderCard,
    parse: (card) => (idLeaves(card).length > 0 ? card : undefined),
  });
  if (known.ok) {
    const cards = chatScope(root).all(selectors.orderCard[known.candidate]!.css);
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
  return cards.length > 0
    ? { ok: true, value: cards, candidate: selectors.orderCard.length, source: 'semantic' }
    : lacking('missing', 'order');
}

/** Lines of a card without its number and status, which stand in one line with other parts. */
const linesBeside = (card: Element, id: string, status: string): readonly string[] =>
  [id, status]
    .filter((part) => part !== '')
    .reduce((text, part) => text.replaceAll(part, '\n'), composedText(card))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function itemIn(card: Element, lines: readonly string[]): OrderItem | undefined {
  const titled = readField(chatScope(card), { field: 'title', candidates: selectors.orderTitle, parse: asTitle });
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
export function readPanelOrders({ root }: BuyerPanel): Field<readonly OrderFacts[]> {
  const cards = orderCards(root);
  if (!cards.ok) return cards;
  const orders = cards.value.flatMap((card): readonly OrderFacts[] => {
    const [leaf] = idLeaves(card);
    if (!leaf) return [];
    const id = textIn(leaf);
    const status = readField(chatScope(card), {
      field: 'state',
      candidates: selectors.orderStatus,
      parse: (element) => (stateOf(textIn(element)) ? textIn(element) : undefined),
    });
    const text = composedText(card);
    const shownState = status.ok
      ? status.value
      : (text.split('\n').find((line) => line.length <= 30 && stateOf(line)) ?? '');
    const state = stateOf(shownState);
    const lines = linesBeside(card, id, shownState);
    const orderedOn = shownDays(lines.join('\n'), pageLang(card.ownerDocument))[0];
    const parcel = lines.find((line) => TRACKING.test(line));
    const tracking = parcel && TRACKING.exec(parcel)?.[0];
    const carrier = tracking ? parcel.replace(tracking, '').trim() : '';
    const item = itemIn(card, lines);
    return [
      {
        orderId: brandAs<'OrderId'>(id) satisfies OrderId,
        items: item ? [item] : [],
        ...(state && { state }),
        ...(FROM_WAREHOUSE.test(text) && { fulfilment: 'marketplace' as const }),
        ...(orderedOn && { orderedOn }),
        ...(carrier && carrier.length <= 40 && { carrier }),
        ...(tracking && { tracking }),
      },
    ];
  });
  return orders.length > 0 ? { ...cards, value: orders } : lacking('invalid', 'order');
}
