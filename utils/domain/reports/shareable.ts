/**
 * What of a report people outside the desk may read: nothing in it leads to a buyer or to a single agent.
 *
 * What may be in it is listed, what may not is not: a figure or a table that is new stays at the desk until somebody has
 * thought about it.
 */
import { countIn } from './cells';
import type { Compared, ReportPart, ReportRow, ReportTable, RowKind } from './tables';

/**
 * Products with fewer orders in both times together are not named: a thing made for one person may bear their name
 * (ADR 18), and a thing hardly anybody bought says who bought it. Units: orders.
 */
export const FEWEST_ORDERS = 5;

/** Most rows of a table: a file for reading, not for looking things up. */
const MOST_ROWS = 60;

// At a desk of one agent, how long writing took and what was mended is that person's day; how long buyers waited is the desk's.
const FIGURES: ReadonlySet<string> = new Set([
  'sent',
  'within-day',
  'waited',
  'waited-p90',
  'promises',
  'review-asked',
  'presale',
  'repeat',
  'returns',
]);

// Replies and rules bear titles the desk has written for itself; hours are those of whoever wrote.
const ROW_KINDS: ReadonlySet<RowKind> = new Set([
  'intent',
  'lang',
  'product',
  'country',
  'reason',
  'stars',
  'currency',
  'follow-up',
]);

// Reasons stand as the page words them: one with an address, a long number or half a letter in it is no reason of a list.
const IS_PERSONAL = /@|\p{Nd}{6}|https?:/u;
const LONGEST_REASON = 80;

const MARK = '|';

/** How many things a row stands for that are not named; undefined for a row with a name. No cell's name begins so. */
export const othersIn = (name: string): number | undefined =>
  name.startsWith(MARK) ? Number(name.slice(MARK.length)) : undefined;

const isNamed = (kind: RowKind, name: string, { now, before }: Compared): boolean => {
  if (kind === 'product')
    return countIn(now, 'order', 'product', name) + countIn(before, 'order', 'product', name) >= FEWEST_ORDERS;
  return kind !== 'reason' || (name.length <= LONGEST_REASON && !IS_PERSONAL.test(name));
};

const sumAt = (rows: readonly ReportRow[], at: number): number =>
  rows.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);

/** The values of rows taken together; null for what can't be worked out from them. */
const foldedValues = ({ columns }: ReportTable, rows: readonly ReportRow[]): readonly (number | null)[] => {
  const placeOf = (id: string): number => columns.findIndex((column) => column.id === id);
  return columns.map(({ id, kind }, at) => {
    if (kind === 'count' || id === 'share') return sumAt(rows, at);
    const orders = placeOf('orders');
    const of = orders < 0 ? 0 : sumAt(rows, orders);
    return id === 'rate' && of > 0 ? sumAt(rows, placeOf('now')) / of : null;
  });
};

const foldTable = (table: ReportTable, compared: Compared): ReportTable => {
  // Amounts of different currencies are never added up.
  if (table.rowKind === 'currency') return table;
  const named = table.rows.filter(({ name }) => isNamed(table.rowKind, name, compared)).slice(0, MOST_ROWS);
  const kept = new Set(named);
  const others = table.rows.filter((row) => !kept.has(row));
  if (others.length === 0) return table;
  const row = { name: `${MARK}${others.length}`, values: foldedValues(table, others) };
  return { ...table, rows: [...named, row] };
};

/** The parts of a report that may leave the desk; products and reasons that are not named stand in one row at the end. */
export const shareableParts = (parts: readonly ReportPart[], compared: Compared): readonly ReportPart[] =>
  parts.flatMap((part) => {
    const tables = part.tables.filter(({ rowKind }) => ROW_KINDS.has(rowKind));
    return tables.length === 0 ? [] : [{ ...part, tables: tables.map((table) => foldTable(table, compared)) }];
  });

/** Whether a figure may leave the desk. */
export const isShareableFigure = (id: string): boolean => FIGURES.has(id);
