import { brandAs } from '../../domain/ids';
import type { OrderSeen } from '../../domain/orders';
import type { CandidateKind } from '../../domain/profiles/profile';
import { found, lacking, type Field } from '../../page/field';
import { shownAmount } from '../../page/shown-amount';
import { shownDays } from '../../page/shown-date';
import type { ListRow } from '../contract';
import type { HealthBook } from '../page-health';
import { currencyOf } from './currencies';
import { BUYER_LABEL, TOTAL_LABEL } from './list-words';
import { QUANTITY_LABEL, SKU_LABEL, stateOf, STATUS_LABEL } from './order-words';
import { katalScope, nameOf } from './page';
import { ASIN, channelCountry, datesIn, fulfilmentIn, itemsIn } from './read-order';
import { carriageIn } from './read-order-page';
import {
  definedOf,
  orderIdsIn,
  partOf,
  partsOf,
  sayingOf,
  textOf,
  toRecord,
  valueOf,
  withParts,
  type ListPage,
  type PageRecord,
} from './record';
import { knownRows, rowsAroundOrders, type FoundRows } from './rows';

/** An order with the row it was read from. */
export interface PlacedOrder {
  readonly order: OrderSeen;
  readonly element: Element;
}

const firstNumber = (text: string | undefined): number | undefined => {
  const digits = /^\s*(\d{1,4})\b/.exec(
    (text ?? '').normalize('NFKC').replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)),
  )?.[1];
  return digits === undefined ? undefined : Number(digits);
};

const linesOf = (record: PageRecord, { fields }: ListPage): OrderSeen['items'] => {
  const quantity = firstNumber(valueOf(record, QUANTITY_LABEL));
  const sku = valueOf(record, SKU_LABEL)?.split(/[\s·|,]/)[0];
  const links = [...record.element.querySelectorAll('[href*="/dp/"],[href*="/gp/product/"]')];
  const linked = new Set(links.flatMap((link) => ASIN.exec(link.getAttribute('href') ?? '')?.[1] ?? []));
  if (linked.size > 1) return itemsIn(record.element, fields);
  const productId = [...linked][0] ?? /(?<![A-Z0-9])B0[A-Z0-9]{8}(?![A-Z0-9])/.exec(record.text)?.[0];
  const named = links.map((link) => (link.textContent ?? '').replace(/\s+/g, ' ').trim()).find((text) => text !== '');
  const title = named ?? sayingOf(record, fields.rowTitle);
  return productId ? [{ title, productId, ...(sku && { sku }), ...(quantity !== undefined && { quantity }) }] : [];
};

/** The order of one row; undefined where the row names none, or several. */
function orderOf(record: PageRecord, page: ListPage): OrderSeen | undefined {
  const ids = orderIdsIn(record);
  const [orderId] = ids;
  if (!orderId || ids.size > 1) return undefined;
  const { fields } = page;
  const { pairs, lang, text } = record;
  const dates = datesIn(pairs, lang);
  const orderedOn = shownDays(sayingOf(record, fields.rowDate), lang)[0] ?? dates.orderedOn ?? unlabelledDay(record);
  const status = sayingOf(record, fields.rowStatus) || (valueOf(record, STATUS_LABEL) ?? '');
  const country = channelCountry(text);
  const amount = shownAmount(valueOf(record, TOTAL_LABEL) ?? '', currencyOf(country));
  const buyer = partOf(record, fields.buyerLink);
  const buyerName = nameOf(buyer ? textOf(buyer) : (valueOf(record, BUYER_LABEL) ?? ''));
  const facts = {
    ...dates,
    orderedOn,
    state: stateOf(status),
    country,
    amount,
    buyerName,
    fulfilment: fulfilmentIn(pairs, text),
  };
  return {
    orderId: brandAs<'OrderId'>(orderId),
    items: linesOf(record, page),
    ...carriageIn(record),
    ...definedOf(facts),
  };
}

/** The first day that stands alone in its line: lists put the day of the order before anything else. */
const unlabelledDay = ({ lines, lang }: PageRecord): string | undefined =>
  lines
    .filter((line) => line.length <= 40 && !/[:：]\s*\D*\s*$/.test(line))
    .flatMap((line) => (/^[^:：]*$/.test(line.replace(/\d[:：]\d/g, '')) ? shownDays(line, lang) : []))[0];

const isEmptyList = ({ doc, fields }: ListPage): boolean => {
  const scope = katalScope(doc);
  return [...fields.orderTable, ...fields.emptyList].some(({ css }) => scope.first(css) !== undefined);
};

const MAX_STATE = 30;

/** The state of a row of unknown make: the one short text that names one. */
function withState(placed: PlacedOrder): PlacedOrder {
  if (placed.order.state) return placed;
  const states = partsOf(toRecord(placed.element)).flatMap((part) =>
    part.length <= MAX_STATE && !/[\d:：]/.test(part) ? (stateOf(part) ?? []) : [],
  );
  const [state, ...others] = new Set(states);
  return state && others.length === 0 ? { ...placed, order: { ...placed.order, state } } : placed;
}

/** Notes which facts the rows have: one that a single row lacks counts as missing. */
function noteFacts(placed: readonly PlacedOrder[], source: CandidateKind, health: HealthBook): void {
  for (const field of ['state', 'orderedOn'] as const) {
    const hasAll = placed.every(({ order }) => order[field] !== undefined);
    health.note(field, hasAll ? found(true, 0, source) : lacking('missing', field), 'optional');
  }
  const hasItems = placed.every(({ order }) => order.items.length > 0);
  health.note('items', hasItems ? found(true, 0, source) : lacking('missing', 'items'), 'optional');
}

/** The orders of a list as they are on screen, each with its row. Rows that name no order or several are passed by. */
export function readOrderRows(page: ListPage, health?: HealthBook): Field<readonly PlacedOrder[]> {
  const note = (read: Field<readonly PlacedOrder[]>): Field<readonly PlacedOrder[]> =>
    health?.note('orderRow', read, 'required') ?? read;
  const known = knownRows(page.doc, page.fields.orderRow);
  const placedIn = (rows: FoundRows | undefined, toRead = toRecord): readonly PlacedOrder[] =>
    (rows?.elements ?? []).flatMap((element) => {
      const order = orderOf(toRead(element), page);
      return order ? [{ order, element }] : [];
    });
  const placed = placedIn(known);
  if (known && placed.length > 0) {
    if (health) noteFacts(placed, 'structure', health);
    return note(found(placed, known.candidate, known.kind));
  }
  const around = rowsAroundOrders(page.doc.body, page.fields.orderId);
  const guessed = placedIn(around, (element) => withParts(toRecord(element))).map(withState);
  if (guessed.length > 0 && health) noteFacts(guessed, 'semantic', health);
  if (guessed.length > 0) return note(found(guessed, page.fields.orderRow.length, 'semantic'));
  return note(isEmptyList(page) ? found([]) : lacking('missing', 'orderRow'));
}

/** The rows of a list of orders, for badges. */
export const toListRow = ({ order, element }: PlacedOrder): ListRow => ({
  element,
  key: `order ${order.orderId}`,
  aliases: [
    { kind: 'order', value: order.orderId, strong: true },
    ...(order.buyerName ? [{ kind: 'display-name', value: order.buyerName, strong: false } as const] : []),
  ],
});
