import { brandAs, type OrderId } from '../../domain/ids';
import { readField } from '../../page/candidates';
import { found, lacking, type Field } from '../../page/field';
import { queryValue } from '../../page/query-value';
import { composedParent, isVisible } from '../../page/visible';
import type { AmazonFields } from './fields';
import { asName, katalScope, katalText, ORDER_ID } from './page';
import { orderLinks } from './read-order';

const MAX_TEXTS = 8_000;
/** What the label of an order number says. */
const ORDER_WORD = /order|bestell|commande|pedido|ordine|encomenda|beställ|zamówien|sipariş|注文|订单|طلب|주문/i;

/** Attributes by which a page may say which case its pane is about. */
const CASE_ATTRIBUTES = ['data-case-id', 'data-caseid', 'case-id'];
const CASE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The container of the open conversation; the whole page where somebody has shown what a message is and no container is known. */
function findThread(doc: Document, fields: AmazonFields): Field<Element> {
  const known = readField(katalScope(doc), { field: 'thread', candidates: fields.thread, parse: (element) => element });
  const isTaught = fields.message.some(({ kind }) => kind === 'taught');
  return known.ok || !isTaught ? known : found<Element>(doc.body, fields.thread.length, 'taught');
}

/** The address answers go to; it carries the case behind the plus. */
const RELAY_CASE = /\+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(?:m\.)?marketplace\.amazon\./i;

const caseNamedBy = (element: Element): string | undefined =>
  CASE_ATTRIBUTES.map((name) => element.getAttribute(name) ?? '').find((value) => CASE_ID.test(value));

/** The case the pane itself names, on it, around it or inside it; undefined where it names none. */
function paneCase(thread: Element): string | undefined {
  for (let at: Element | null = thread; at; at = composedParent(at)) {
    const named = caseNamedBy(at);
    if (named) return named;
  }
  const inner = thread.querySelector(CASE_ATTRIBUTES.map((name) => `[${name}]`).join(','));
  if (inner) return caseNamedBy(inner);
  // Only the heading: a message may quote mail about another case.
  const heading = katalScope(thread).all('header,h1,h2,h3,[class*="header" i]');
  return heading.map((part) => RELAY_CASE.exec(part.textContent ?? '')?.[1]).find((id) => id !== undefined);
}

/** The case that is open: named by the address, or else by the pane. */
export const openCase = (url: URL, thread: Field<Element>): string | undefined =>
  queryValue(url, 'cc') ?? (thread.ok ? paneCase(thread.value) : undefined);

/**
 * The container of the open conversation, unless the address and the pane name different cases: the address changes before
 * the pane does, and until both agree nothing on screen belongs to either.
 */
export function openThread(doc: Document, url: URL, fields: AmazonFields): Field<Element> {
  const thread = findThread(doc, fields);
  const onPage = thread.ok ? paneCase(thread.value) : undefined;
  const isOther = onPage !== undefined && onPage.toLowerCase() !== openCase(url, thread)?.toLowerCase();
  return isOther ? lacking('disagree', 'thread') : thread;
}

/**
 * The order the conversation is about: linked in its pane, or named in the heading of the thread. A heading chooses among
 * several links; one that names an order the pane does not have contradicts it, as while the next conversation loads.
 */
export function threadOrder(doc: Document, thread: Element, fields: AmazonFields): Field<OrderId> {
  const links = orderLinks(doc, fields);
  const heading = readField(katalScope(thread), {
    field: 'orderId',
    candidates: [{ css: 'h1,h2,h3,header', seen: '2026-11', page: 'inbox', kind: 'semantic' }],
    parse: (element) => ORDER_ID.exec(katalText(element))?.[0],
  });
  const link = heading.ok ? links.find(({ id }) => id === heading.value) : links[0];
  if (link) return found(link.id, link.candidate, fields.orderId[link.candidate]!.kind);
  if (links.length > 0) return lacking('disagree', 'orderId');
  return heading.ok ? { ...heading, value: brandAs<'OrderId'>(heading.value) } : labelledOrder(doc, thread);
}

const MAX_LABEL = 40;

/** The one order id behind a label beside the conversation; rows of lists speak of other conversations. */
function labelledOrder(doc: Document, thread: Element): Field<OrderId> {
  const ids = new Set<string>();
  const texts = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let step = 0; step < MAX_TEXTS && texts.nextNode(); step++) {
    const { data, parentElement: leaf } = texts.currentNode as Text;
    const id = data.length >= 19 && data.length <= 80 && leaf ? ORDER_ID.exec(data)?.[0] : undefined;
    if (!id || !leaf || thread.contains(leaf) || leaf.closest('li,tr,a,nav,footer,[role="row"]')) continue;
    if (isVisible(leaf) && ORDER_WORD.test(data.replace(id, '').trim() || labelBeside(leaf))) ids.add(id);
  }
  const [id, ...others] = ids;
  if (!id) return lacking('missing', 'orderId');
  return others.length > 0 ? lacking('disagree', 'orderId') : found(brandAs<'OrderId'>(id), 0, 'semantic');
}

function labelBeside(leaf: Element): string {
  for (let at: Element | null = leaf, up = 0; at && up < 3; at = at.parentElement, up++) {
    const before = at.previousElementSibling?.textContent?.trim() ?? '';
    if (before !== '') return before.length <= MAX_LABEL ? before : '';
  }
  return '';
}

/** The buyer's name in the heading of the open conversation. */
export const readName = (thread: Element, fields: AmazonFields): Field<string> =>
  readField(katalScope(thread), {
    field: 'buyerName',
    candidates: fields.buyerName,
    parse: (element) => (element.childElementCount === 0 ? asName(element) : undefined),
  });
