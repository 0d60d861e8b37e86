/** Understands the rows of a file, one by one, as a mapping says. */
import { brandAs, type CountryCode, type OrderId } from '../ids';
import type { OrderItem, OrderState } from '../orders';
import { undefuse } from '../products/csv';
import { err, ok, type Result } from '../result';
import { dayFields, neededOf, type DayOrder, type FileMapping, type OrderField } from './fields';
import { decimalSign, readAmount, readCurrency, type DecimalSign } from './read-amounts';
import { readCountry } from './read-countries';
import { dayEvidence, readDay } from './read-days';
import type { BrokenRow, TableRow } from './table';

/** Why a row is left out; the text is chosen by `kind`. */
export type RowProblem =
  | { readonly kind: BrokenRow }
  | { readonly kind: 'no-order-id' }
  | { readonly kind: 'bad-order-id'; readonly text: string }
  /** A spreadsheet has rounded the number: `8.12E+15`. */
  | { readonly kind: 'rounded-order-id'; readonly text: string }
  | { readonly kind: 'bad-value'; readonly field: OrderField; readonly text: string };

/** A row that is left out, and why. */
export interface RejectedLine {
  readonly line: number;
  readonly problem: RowProblem;
}

/** What a row tells. */
export interface ReadRow {
  readonly line: number;
  readonly orderId: OrderId;
  readonly buyerName?: string;
  readonly country?: CountryCode;
  readonly orderedOn?: string;
  readonly deliveredOn?: string;
  readonly state?: OrderState;
  readonly item?: OrderItem;
  readonly amount?: { readonly value: number; readonly currency: string };
  readonly happenedOn?: string;
  readonly reason?: string;
  readonly stars?: number;
  /** The row as it stands in the file, to find the same one twice. */
  readonly cells: readonly string[];
}

/** What the columns of a file say as a whole. */
export interface ColumnSense {
  readonly dayOrders: Readonly<Partial<Record<OrderField, DayOrder>>>;
  readonly sign: DecimalSign;
  /** Days could be read both ways and nothing tells which: a person must. */
  readonly asksDayOrder: boolean;
  /** Amounts without a currency: they are left out until a person names it. */
  readonly asksCurrency: boolean;
}

/** What the rest of the program knows an order number by on each marketplace. */
const ORDER_ID: Readonly<Record<string, RegExp>> = {
  amazon: /^(?:\d{3}|[A-Z]\d{2})-\d{7}-\d{7}$/,
  aliexpress: /^\d{10,20}$/,
};
const ANY_ORDER_ID = /^[\p{L}\p{N}][\p{L}\p{N}._#/-]{0,63}$/u;
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/i;
const CANCELLED =
  /^(?:cancell?ed|canceled|order cancelled|storniert|annulée?|cancelad[oa]|annullato|geannuleerd|anulowane|已取消|订单关闭|订单已关闭|交易关闭|取消済み|キャンセル|отмен[её]н|отменен|заказ отменен|closed)$/i;
const LONGEST_SHOWN = 60;
const LONGEST_NAME = 200;
const LONGEST_TITLE = 500;
const LONGEST_ID = 100;
const MOST_PIECES = 1_000_000;

/** The text of a cell without what spreadsheets put around it: `="304-…"`, an apostrophe, quotation marks. */
const bare = (cell: string | undefined): string => {
  const text = (cell ?? '').trim();
  const quoted = /^="([^"]*)"$/.exec(text)?.[1] ?? text;
  return undefuse(quoted).trim();
};

const cellIn = ({ columns }: FileMapping, { cells }: TableRow, field: OrderField): string => {
  const place = columns[field];
  return place === undefined ? '' : bare(cells[place]);
};

const valuesOf = function* (rows: readonly TableRow[], mapping: FileMapping, field: OrderField): Iterable<string> {
  if (mapping.columns[field] !== undefined) for (const row of rows) yield cellIn(mapping, row, field);
};

const dayOrdersOf = (rows: readonly TableRow[], mapping: FileMapping) => {
  const found = dayFields.map((field) => ({ field, says: dayEvidence(valuesOf(rows, mapping, field)) }));
  const sure = (says: string): says is DayOrder => says === 'day-first' || says === 'month-first';
  const others = new Set(found.map(({ says }) => says).filter(sure));
  // A column that does not tell is like the others of its file.
  const [only] = others.size === 1 ? [...others] : [];
  const dayOrders: Partial<Record<OrderField, DayOrder>> = {};
  let asksDayOrder = false;
  for (const { field, says } of found) {
    const told = sure(says) ? says : says === 'open' ? only : undefined;
    if (told === undefined && (says === 'open' || says === 'contradictory')) asksDayOrder = true;
    dayOrders[field] = told ?? mapping.dayOrder ?? 'day-first';
  }
  return { dayOrders, asksDayOrder };
};

/** Looks through whole columns for what single cells leave open. */
export function senseColumns(rows: readonly TableRow[], mapping: FileMapping): ColumnSense {
  const hasAmounts = mapping.kind === 'orders' && mapping.columns.amount !== undefined;
  const firstCurrency = (): string | undefined => {
    for (const row of rows) {
      const found = readCurrency(cellIn(mapping, row, 'currency')) ?? readCurrency(cellIn(mapping, row, 'amount'));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const currency = hasAmounts ? firstCurrency() : undefined;
  return {
    ...dayOrdersOf(rows, mapping),
    sign: decimalSign(valuesOf(rows, mapping, 'amount'), currency ?? mapping.currency),
    asksCurrency: hasAmounts && currency === undefined,
  };
}

const shown = (text: string): string => text.slice(0, LONGEST_SHOWN);

const orderIdOf = (text: string, market: string): Result<OrderId, RowProblem> => {
  if (text === '') return err({ kind: 'no-order-id' });
  if (ROUNDED.test(text)) return err({ kind: 'rounded-order-id', text: shown(text) });
  if (!(ORDER_ID[market] ?? ANY_ORDER_ID).test(text)) return err({ kind: 'bad-order-id', text: shown(text) });
  return ok(brandAs<'OrderId'>(text));
};

type Read = (field: OrderField) => string;

const wholeNumber = (text: string): number => Number(/^(\d+)(?:[.,]0+)?$/.exec(text.normalize('NFKC'))?.[1] ?? NaN);

const itemOf = (read: Read, quantity: number | undefined): OrderItem | undefined => {
  const [title, sku, productId] = [
    read('title'),
    read('sku').slice(0, LONGEST_ID),
    read('productId').slice(0, LONGEST_ID),
  ];
  // A number in place of a title would replace the title a page has shown.
  if (title === '') return undefined;
  return {
    title: title.replace(/\s+/g, ' ').slice(0, LONGEST_TITLE),
    ...(productId === '' ? {} : { productId }),
    ...(sku === '' ? {} : { sku }),
    ...(quantity === undefined ? {} : { quantity }),
  };
};

/** What a row says in figures and days; a problem names the first cell that says neither. */
const figuresOf = (read: Read, mapping: FileMapping, sense: ColumnSense) => {
  const bad = (field: OrderField) => err({ kind: 'bad-value' as const, field, text: shown(read(field)) });
  const days: { orderedOn?: string; deliveredOn?: string; happenedOn?: string } = {};
  for (const field of ['orderedOn', 'deliveredOn', 'happenedOn'] as const) {
    const text = read(field);
    if (text === '') continue;
    const day = readDay(text, sense.dayOrders[field] ?? 'day-first');
    if (day === null) return bad(field);
    days[field] = day;
  }
  const [quantity, stars] = [wholeNumber(read('quantity')), wholeNumber(read('stars'))];
  if (read('quantity') !== '' && !(quantity >= 0 && quantity <= MOST_PIECES)) return bad('quantity');
  const needsStars = neededOf[mapping.kind].includes('stars');
  if ((needsStars || read('stars') !== '') && !(stars >= 1 && stars <= 5)) return bad('stars');
  const value = read('amount') === '' ? null : readAmount(read('amount'), sense.sign);
  if (read('amount') !== '' && value === null) return bad('amount');
  const currency = readCurrency(read('currency')) ?? readCurrency(read('amount')) ?? mapping.currency;
  return ok({
    ...days,
    ...(Number.isNaN(quantity) ? {} : { quantity }),
    ...(Number.isNaN(stars) ? {} : { stars }),
    ...(value === null || currency === undefined ? {} : { amount: { value, currency } }),
  });
};

// What a person wrote to us has no place among the marketplace's reasons.
const MAIL_OR_NUMBER = /\S@\S|\d[\d\s()-]{7,}\d/;

const wordsOf = (read: Read) => {
  const [buyerName, reason] = [read('buyerName').slice(0, LONGEST_NAME), read('reason')];
  const country = readCountry(read('country'));
  return {
    ...(buyerName === '' ? {} : { buyerName }),
    ...(country === undefined ? {} : { country }),
    ...(CANCELLED.test(read('status')) ? { state: 'cancelled' as const } : {}),
    ...(reason === '' || MAIL_OR_NUMBER.test(reason) ? {} : { reason: reason.slice(0, LONGEST_TITLE) }),
  };
};

/** Understands one row. A country nobody knows and a currency nobody names leave their field out, not the row. */
export function readRow(
  row: TableRow,
  context: { readonly mapping: FileMapping; readonly sense: ColumnSense; readonly market: string },
): Result<ReadRow, RowProblem> {
  const { mapping, sense, market } = context;
  const read: Read = (field) => cellIn(mapping, row, field);
  const orderId = orderIdOf(read('orderId'), market);
  if (!orderId.ok) return orderId;
  const figures = figuresOf(read, mapping, sense);
  if (!figures.ok) return figures;
  const { quantity, ...rest } = figures.value;
  const item = itemOf(read, quantity);
  return ok({
    line: row.line,
    orderId: orderId.value,
    ...rest,
    ...wordsOf(read),
    ...(item === undefined ? {} : { item }),
    cells: row.cells,
  });
}
