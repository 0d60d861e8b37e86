import { brandAs, type CountryCode, type OrderId } from '../../domain/ids';
import type { Fulfilment, OrderFacts, OrderItem } from '../../domain/orders';
import { readField } from '../../page/candidates';
import { found, lacking, type Field } from '../../page/field';
import { shownDays } from '../../page/shown-date';
import { composedParent, isVisible } from '../../page/visible';
import type { AmazonFields } from './fields';
import { sellerHost } from './hosts';
import {
  AMAZON_SENDS,
  BY_AMAZON,
  BY_SELLER,
  CARRIER_LABEL,
  DATE_LABELS,
  FULFILMENT_LABEL,
  QUANTITY_LABEL,
  SELLER_SENDS,
  stateOf,
  STATUS_LABEL,
} from './order-words';
import { katalScope, katalText, ORDER_ID, pageLang } from './page';

/** The product id in a link to a product. */
export const ASIN = /\/(?:dp|gp\/product)\/([A-Z0-9]{10})(?![A-Z0-9])/;
/** Personal data that order panes may show; it is never read. */
export const PERSONAL =
  'address,[data-test-id*="address"],[data-test-id*="phone"],[data-test-id*="email"],[class*="address" i],[class*="phone" i]';
/** A pane never reaches as far as the conversation or the page itself. */
const OUTSIDE = '#case-messages,kat-textarea,textarea,main,#ayb-contact-buyer form';

const orderIdIn = (element: Element): OrderId | undefined => {
  const id = ORDER_ID.exec(`${element.getAttribute('href') ?? ''} ${katalText(element)}`)?.[0];
  return id ? brandAs<'OrderId'>(id) : undefined;
};

/** Order ids the page links to, with the links; the open conversation may be about several. */
export function orderLinks(
  root: ParentNode,
  fields: AmazonFields,
): readonly { readonly id: OrderId; readonly link: Element; readonly candidate: number }[] {
  const scope = katalScope(root);
  for (const [candidate, { css }] of fields.orderId.entries()) {
    const links = scope.all(css).flatMap((link) => {
      const id = link.closest('[role="row"],nav,header#sc-navbar,kat-table-row') ? undefined : orderIdIn(link);
      return id ? [{ id, link, candidate }] : [];
    });
    if (links.length > 0) return links;
  }
  return [];
}

/** The part of the page about one order: up from a link to it, as long as it is about nothing else. */
function paneAround(link: Element, id: OrderId | undefined): Element {
  let pane = link;
  for (let parent = composedParent(pane); parent; parent = composedParent(parent)) {
    if (parent.matches('main,body,html') || parent.querySelector(OUTSIDE)) break;
    const others = paneText(parent).match(new RegExp(ORDER_ID, 'g')) ?? [];
    if (others.some((other) => other !== id)) break;
    pane = parent;
  }
  return pane;
}

/** One line of a pane: what it is called and what it says. */
export interface Pair {
  readonly label: string;
  readonly value: string;
}

/** Label and value, in one line with a colon or in two. */
export function pairsIn(lines: readonly string[]): readonly Pair[] {
  return lines.flatMap((line, at) => {
    const colon = /^([^:：]{2,40})[:：]\s*(.+)$/.exec(line);
    return colon ? [{ label: colon[1]!.trim(), value: colon[2]! }] : [{ label: line, value: lines[at + 1] ?? '' }];
  });
}

type DateField = keyof typeof DATE_LABELS;

/** Labels are few, every row of a list has them again, and the patterns hold the words of fifteen languages. */
const dateFields = new Map<string, DateField | null>();
const MAX_LABELS = 5_000;

function dateFieldOf(label: string): DateField | null {
  if (label.length > 60) return null;
  const known = dateFields.get(label);
  if (known !== undefined) return known;
  if (dateFields.size > MAX_LABELS) dateFields.clear();
  const field = (Object.keys(DATE_LABELS) as DateField[]).find((name) => DATE_LABELS[name].test(label)) ?? null;
  dateFields.set(label, field);
  return field;
}

/** The days of a promised range in order; `promisedFrom` only where it is another day than the last. */
export function promisedIn(days: readonly string[]): Pick<OrderFacts, 'promisedFrom' | 'promisedOn'> {
  const [first, last] = [days[0], days.at(-1)];
  return { ...(first && last && first < last && { promisedFrom: first }), ...(last && { promisedOn: last }) };
}

/** The dates of an order by their labels, `YYYY-MM-DD`. */
export function datesIn(pairs: readonly Pair[], lang: string): Partial<Record<DateField | 'promisedFrom', string>> {
  const dates: Partial<Record<DateField | 'promisedFrom', string>> = {};
  for (const { label, value } of pairs) {
    const field = dateFieldOf(label);
    if (!field || dates[field]) continue;
    const inValue = shownDays(value, lang);
    const days = inValue.length > 0 ? inValue : shownDays(label, lang);
    const day = days.at(-1);
    if (day) Object.assign(dates, field === 'promisedOn' ? promisedIn(days) : { [field]: day });
  }
  return dates;
}

const QUANTITY = new RegExp(`(?:${QUANTITY_LABEL.source})\\s*[:：]?\\s*(\\d{1,4})`, 'i');

/** The lines of an order by their product links. */
export function itemsIn(pane: Element, fields: AmazonFields): readonly OrderItem[] {
  const items = new Map<string, OrderItem>();
  const scope = katalScope(pane);
  for (const link of scope.all(fields.productLink.map(({ css }) => css).join(','))) {
    const productId = ASIN.exec(link.getAttribute('href') ?? '')?.[1];
    if (!productId) continue;
    let row = link;
    for (let parent = composedParent(row); parent && parent !== pane; parent = composedParent(row)) {
      const asins = [...parent.querySelectorAll('[href*="/dp/"],[href*="/gp/product/"]')].map(
        (other) => ASIN.exec(other.getAttribute('href') ?? '')?.[1],
      );
      if (asins.some((asin) => asin !== productId)) break;
      row = parent;
    }
    const text = katalText(row);
    const title =
      katalText(link) || link.querySelector('img')?.getAttribute('alt')?.trim() || items.get(productId)?.title || '';
    const quantity = QUANTITY.exec(text)?.[1];
    const sku = /\bSKU\b\s*[:：]?\s*([^\s·|,]{2,40})/i.exec(text)?.[1];
    const variantPart = row.querySelector('[class*="variant" i],[class*="variation" i]');
    const variant = variantPart ? katalText(variantPart) : '';
    items.set(productId, {
      title,
      productId,
      ...(sku && { sku }),
      ...(variant && { variant }),
      ...(quantity && { quantity: Number(quantity) }),
    });
  }
  return [...items.values()];
}

/** Who sends, by the label or else by the words of the text. */
export function fulfilmentIn(pairs: readonly Pair[], text: string): Fulfilment | undefined {
  // A status may say "shipped" as the label does: only a line that names a sender is about one.
  for (const { label, value } of pairs) {
    if (label.length > 40 || !FULFILMENT_LABEL.test(label)) continue;
    if (AMAZON_SENDS.test(value)) return 'marketplace';
    if (SELLER_SENDS.test(value)) return 'own';
  }
  return BY_AMAZON.test(text) ? 'marketplace' : BY_SELLER.test(text) ? 'own' : undefined;
}

/** The country of the sales channel a text names: "Amazon.de". */
export function channelCountry(text: string): CountryCode | undefined {
  const ending = /\bamazon\.([a-z]{2,3}(?:\.[a-z]{2})?)\b/i.exec(text)?.[1]?.toLowerCase();
  return ending ? sellerHost(`sellercentral.amazon.${ending}`)?.country : undefined;
}

/** The pane about an order, by its link or, where the page has none, by the product in it. */
export function orderPane(root: ParentNode, id: OrderId, fields: AmazonFields): Field<Element> {
  const links = orderLinks(root, fields);
  const own = links.find((link) => link.id === id);
  if (own) return found(paneAround(own.link, id), own.candidate);
  const product = readField(katalScope(root), {
    field: 'order',
    candidates: fields.productLink,
    parse: (link) => (link.closest('nav,header,#case-messages') ? undefined : link),
  });
  return product.ok ? found(paneAround(product.value, id), product.candidate, 'semantic') : lacking('missing', 'order');
}

/** What the pane of one order shows; addresses, phones and e-mail addresses are passed by. */
export const paneText = (pane: Element): string => katalText(pane, { skip: (part) => part.matches(PERSONAL) });

/** Reads the facts of an order from its pane. */
export function readOrderPane(pane: Element, id: OrderId, fields: AmazonFields): OrderFacts {
  const lang = pageLang(pane.ownerDocument);
  const text = paneText(pane);
  const pairs = pairsIn(text.split('\n'));
  const statusPart = [...pane.querySelectorAll('[class*="order-status" i],[data-test-id*="status"],.main-status')].find(
    isVisible,
  );
  const status = statusPart
    ? katalText(statusPart)
    : pairs.find(({ label }) => label.length <= 30 && STATUS_LABEL.test(label))?.value;
  const state = status ? stateOf(status) : undefined;
  const fulfilment = fulfilmentIn(pairs, text);
  const carriage = pairs.find(({ label }) => label.length <= 40 && CARRIER_LABEL.test(label))?.value;
  const tracking = carriage
    ? /(?<![A-Z0-9])(?=[A-Z0-9]*\d{6})[A-Z0-9]{8,40}(?![A-Z0-9])/.exec(carriage)?.[0]
    : undefined;
  const carrier = carriage?.replace(tracking ?? '', '').trim();
  const country = channelCountry(text);
  return {
    orderId: id,
    items: itemsIn(pane, fields),
    ...datesIn(pairs, lang),
    ...(state && { state }),
    ...(fulfilment && { fulfilment }),
    ...(carrier && { carrier }),
    ...(tracking && { tracking }),
    ...(country && { country }),
  };
}

/** Reads the order with this id, as far as the page shows it. */
export function readOrderFacts(root: ParentNode, id: OrderId, fields: AmazonFields): Field<OrderFacts> {
  const pane = orderPane(root, id, fields);
  return pane.ok ? { ...pane, value: readOrderPane(pane.value, id, fields) } : lacking(pane.problem.kind, 'order');
}
