import { brandAs, type OrderId } from '../../domain/ids';
import type { OrderItem, OrderSeen, OrderState } from '../../domain/orders';
import type { Candidate, CandidateKind } from '../../domain/profiles/profile';
import { readField } from '../../page/candidates';
import { found, lacking, type Field } from '../../page/field';
import { queryValue } from '../../page/query-value';
import { shownAmount } from '../../page/shown-amount';
import { shownDays } from '../../page/shown-date';
import type { HealthBook } from '../page-health';
import type { AmazonFields } from './fields';
import { currencyOf } from './currencies';
import { BUYER_LABEL, TOTAL_LABEL, TRACKING_LABEL, VARIANT_LABEL } from './list-words';
import { CARRIER_LABEL, QUANTITY_LABEL, SKU_LABEL, stateOf, STATUS_LABEL } from './order-words';
import { katalScope, katalText, nameOf, ORDER_ID } from './page';
import { ASIN, channelCountry, datesIn, fulfilmentIn, itemsIn, promisedIn } from './read-order';
import { definedOf, partOf, sayingOf, toRecord, valueOf, type ListPage, type PageRecord } from './record';

/** The order an address names, in its path or its query. */
export function orderInAddress(url: URL): OrderId | undefined {
  const named = /\/orders-v3\/order\/([^/?#]+)/.exec(url.pathname)?.[1] ?? queryValue(url, 'orderid') ?? '';
  const id = ORDER_ID.exec(named)?.[0];
  return id === named && id !== undefined ? brandAs<'OrderId'>(id) : undefined;
}

/** The order the page names in the place for it; two visible places that differ are a contradiction. */
function orderOnPage(doc: Document, fields: AmazonFields): Field<OrderId> {
  const read = readField(katalScope(doc), {
    field: 'orderId',
    candidates: fields.orderIdValue,
    parse: (element) => (element.closest('[role="row"],nav') ? undefined : ORDER_ID.exec(katalText(element))?.[0]),
  });
  if (!read.ok) return read;
  const { css } = fields.orderIdValue[read.candidate]!;
  const shown = katalScope(doc)
    .all(css)
    .map((element) => ORDER_ID.exec(katalText(element))?.[0]);
  return shown.some((id) => id !== undefined && id !== read.value)
    ? lacking('disagree', 'orderId')
    : { ...read, value: brandAs<'OrderId'>(read.value) };
}

/** Without a known place for it, the id in the page's text: only as a guess, and only if it is the single one there. */
function orderInText(record: PageRecord): Field<OrderId> {
  const ids = new Set(record.lines.join(' ').match(new RegExp(ORDER_ID, 'g')) ?? []);
  const [id] = ids;
  if (!id) return lacking('missing', 'orderId');
  return ids.size === 1 ? found(brandAs<'OrderId'>(id), 0, 'semantic') : lacking('disagree', 'orderId');
}

/** One state of all its lines; cancelled lines count only where all are. */
function stateOfLines(labels: readonly string[]): OrderState | undefined {
  const states = labels.map(stateOf);
  const live = states.filter((state) => state !== 'cancelled');
  const [first] = live.length > 0 ? live : states;
  return live.every((state) => state === first) ? first : undefined;
}

const plainNumber = (text: string): number | undefined => {
  const digits = text
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .trim();
  return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined;
};

/** Pieces of one line: the column whose heading says so, else the only cell that is a bare number. */
function quantityIn(row: Element): number | undefined {
  const headings = [...(row.closest('table')?.querySelectorAll('thead th') ?? [])];
  const column = headings.findIndex(
    (heading) => /quantity/.test(heading.getAttribute('data-test-id') ?? '') || QUANTITY_LABEL.test(katalText(heading)),
  );
  const cells = [...row.children];
  const own = column < 0 ? undefined : cells[column];
  const numbers = cells.map((cell) => plainNumber(katalText(cell))).filter((number) => number !== undefined);
  if (own) return plainNumber(katalText(own));
  return numbers.length === 1 ? numbers[0] : plainNumber(valueOf(toRecord(row), QUANTITY_LABEL) ?? '');
}

function itemOf(row: Element, fields: AmazonFields): OrderItem | undefined {
  const record = toRecord(row);
  const link = row.querySelector('[href*="/dp/"],[href*="/gp/product/"]');
  const productId =
    ASIN.exec(link?.getAttribute('href') ?? '')?.[1] ??
    /(?<![A-Z0-9])B0[A-Z0-9]{8}(?![A-Z0-9])/.exec(record.lines.join(' '))?.[0];
  if (!productId) return undefined;
  const sku = valueOf(record, SKU_LABEL);
  const quantity = quantityIn(row);
  const variant = valueOf(record, VARIANT_LABEL);
  return {
    title: sayingOf(record, fields.itemTitle) || (link ? katalText(link) : ''),
    productId,
    ...(sku && { sku }),
    ...(variant && { variant }),
    ...(quantity !== undefined && { quantity }),
  };
}

const TRACKING_ID = /(?<![A-Z0-9])(?=[A-Z0-9]*\d{6})[A-Z0-9]{8,40}(?![A-Z0-9])/;

/** Who carries the parcel and under which number: one line for both, or a line each. */
export function carriageIn(record: PageRecord): Pick<OrderSeen, 'carrier' | 'tracking'> {
  const named = valueOf(record, CARRIER_LABEL);
  const number = valueOf(record, TRACKING_LABEL);
  const tracking = TRACKING_ID.exec(number ?? '')?.[0] ?? TRACKING_ID.exec(named ?? '')?.[0];
  const carrier = named?.replace(TRACKING_ID, '').trim();
  return { ...(carrier && { carrier }), ...(tracking && { tracking }) };
}

/** The part of the page about the order: as narrow as known. */
const orderRoot = (doc: Document, fields: AmazonFields): Element => {
  const root = readField(katalScope(doc), {
    field: 'order',
    candidates: fields.orderRoot,
    parse: (element) => element,
  });
  return root.ok ? root.value : doc.body;
};

const lastDay = (text: string, lang: string): string | undefined => shownDays(text, lang).at(-1);

/** The facts of an order from its own page; places with a name first, labels in the page's language where they are gone. */
function factsOf(record: PageRecord, orderId: OrderId, fields: AmazonFields): OrderSeen {
  const { element, lines, pairs, lang } = record;
  const rows = fields.itemRow.map(({ css }) => katalScope(element).all(css)).find((hits) => hits.length > 0) ?? [];
  const listed = rows.flatMap((row) => itemOf(row, fields) ?? []);
  const labels = fields.itemStatus.map(({ css }) => katalScope(element).all(css)).find((hits) => hits.length > 0);
  const status = labels ? stateOfLines(labels.map((label) => katalText(label))) : undefined;
  const inRows = labels ? undefined : stateOfLines(rows.flatMap((row) => valueOf(toRecord(row), STATUS_LABEL) ?? []));
  const named = inRows ? undefined : valueOf(record, STATUS_LABEL);
  const state = status ?? inRows ?? (labels === undefined && named ? stateOf(named) : undefined);
  const dates = datesIn(pairs, lang);
  const orderedOn = lastDay(sayingOf(record, fields.orderedOn), lang) ?? dates.orderedOn;
  const promised = sayingOf(record, fields.promisedOn);
  // "Currently unavailable" in the place for it is an answer: no other line is about the promise.
  const { promisedFrom, promisedOn } = promised ? promisedIn(shownDays(promised, lang)) : dates;
  const channel = sayingOf(record, fields.salesChannel);
  const country = channelCountry(channel || lines.join('\n'));
  const sender = sayingOf(record, fields.fulfilment);
  const fulfilment = sender
    ? fulfilmentIn([{ label: 'fulfilment', value: sender }], '')
    : fulfilmentIn(pairs, lines.join('\n'));
  const amount = shownAmount(
    sayingOf(record, fields.orderTotal) || (valueOf(record, TOTAL_LABEL) ?? ''),
    currencyOf(country),
  );
  const buyer = partOf(record, fields.buyerLink);
  const buyerName = nameOf(buyer ? katalText(buyer) : (valueOf(record, BUYER_LABEL) ?? ''));
  const items = listed.length > 0 ? listed : itemsIn(element, fields);
  const facts = { ...dates, orderedOn, promisedFrom, promisedOn, state, country, fulfilment, amount, buyerName };
  return { orderId, items, ...carriageIn(record), ...definedOf(facts) };
}

/**
 * The order of an order's own page. The address and the page must name the same one: while the next order loads the page
 * still shows the one before.
 */
export function readOrderPage({ doc, url, fields }: ListPage, health: HealthBook): Field<readonly OrderSeen[]> {
  const record = toRecord(orderRoot(doc, fields));
  const known = orderOnPage(doc, fields);
  const onPage = known.ok || known.problem.kind === 'disagree' ? known : orderInText(record);
  const inAddress = orderInAddress(url);
  const isOther = onPage.ok && inAddress !== undefined && onPage.value !== inAddress;
  const orderId = health.note('orderId', isOther ? lacking('disagree', 'orderId') : onPage, 'required');
  if (!orderId.ok) return orderId;
  const facts = factsOf(record, orderId.value, fields);
  // What a label said in the page's language, where the place for it was not found, is a guess and is noted as one.
  const placed = (candidates: readonly Candidate[]): CandidateKind =>
    partOf(record, candidates) ? 'structure' : 'semantic';
  const noted = <T>(field: string, value: T | undefined, source: CandidateKind): Field<T> =>
    health.note(field, value === undefined ? lacking('missing', field) : found(value, 0, source), 'optional');
  noted('state', facts.state, placed(fields.itemStatus));
  noted('items', facts.items[0], placed(fields.itemRow));
  noted('orderedOn', facts.orderedOn, placed(fields.orderedOn));
  noted('buyerName', facts.buyerName, placed(fields.buyerLink));
  return { ...orderId, value: [facts] };
}
