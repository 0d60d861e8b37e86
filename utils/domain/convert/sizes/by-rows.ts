import type { Result } from '../../result';
import { err, ok } from '../../result';
import { readAge, type Months } from './age';
import type { Asked, Found } from './by-rule';
import { labelKey, readGirth, readNumber, tidyLabel, writeNumber } from './label';
import type { SizeProblem } from './size';
import type { Cell, ColumnNote, RowsTable } from './size-table';

/** Letters with several spellings: XXL is 2XL, XXXS is 3XS. */
const cellKey = (label: string): string =>
  labelKey(label).replace(/^(X{2,6})([SL])$/, (_, many: string, letter: string) => `${many.length}X${letter}`);

const isMeasure = (cell: Cell): cell is readonly [number, number] => Array.isArray(cell) && typeof cell[0] === 'number';

/** The labels a cell prints, the usual one first; a measure from-to has none. */
const labelsOf = (cell: Cell): readonly string[] => {
  if (cell === null || isMeasure(cell)) return [];
  if (typeof cell === 'number') return [writeNumber(cell)];
  return typeof cell === 'string' ? [cell] : cell;
};

/** A cell as it is shown: its first label, or a measure as `79-87`. */
const showCell = (cell: Cell): string | null => {
  if (isMeasure(cell)) return `${writeNumber(cell[0])}-${writeNumber(cell[1])}`;
  return labelsOf(cell)[0] ?? null;
};

/** The number a cell stands for; the middle of a measure. */
const numberOf = (cell: Cell): number | null => {
  if (isMeasure(cell)) return (cell[0] + cell[1]) / 2;
  if (typeof cell === 'number') return cell;
  const label = labelsOf(cell)[0];
  return label === undefined ? null : (readGirth(label) ?? readNumber(label));
};

/** How far a number lies outside a cell; 0 inside. */
const distance = (cell: Cell, value: number): number => {
  if (isMeasure(cell)) return Math.max(cell[0] - value, value - cell[1], 0);
  const number = numberOf(cell);
  return number === null ? Number.POSITIVE_INFINITY : Math.abs(number - value);
};

/** Rows a label stands for: the one that answers, and all it may mean, in the table's order. */
interface Rows {
  readonly main: number;
  readonly all: readonly number[];
}

/** The names a cell goes by: each label, and all of them as `S/M`; a measure as it is shown. */
const namesOf = (cell: Cell): readonly string[] => {
  const labels = labelsOf(cell);
  if (isMeasure(cell)) return [`${cell[0]}-${cell[1]}`];
  return labels.length > 1 ? [...labels, labels.join('/'), labels.join('-')] : labels;
};

/** What is asked of a column again and again, worked out once. */
interface Column {
  /** Names of every row. */
  readonly names: readonly (readonly string[])[];
  /** Ages of a column of ages. */
  readonly ages: readonly (Months | null)[];
  /** Whether its labels name girths, `170/92A`. */
  readonly girths: boolean;
}

const columns = new WeakMap<RowsTable, Map<number, Column>>();

function prepared(table: RowsTable, column: number): Column {
  const ofTable = columns.get(table) ?? new Map<number, Column>();
  columns.set(table, ofTable);
  const known = ofTable.get(column);
  if (known) return known;
  const cells = table.rows.map((row) => row[column] ?? null);
  const made = {
    names: cells.map((cell) => namesOf(cell).map(cellKey)),
    ages: cells.map((cell) => readAge(labelsOf(cell)[0] ?? '')),
    girths: cells.some((cell) => readGirth(labelsOf(cell)[0] ?? '') !== null),
  };
  ofTable.set(column, made);
  return made;
}

function exactRows(table: RowsTable, column: number, label: string, note: ColumnNote): Rows | null {
  const key = cellKey(label);
  const all: number[] = [];
  const first: number[] = [];
  const alone: number[] = [];
  prepared(table, column).names.forEach((names, index) => {
    const place = names.indexOf(key);
    if (place < 0) return;
    all.push(index);
    if (place === 0) first.push(index);
    // Its only name, or all of its names at once.
    if (names.length === 1 || place >= names.length - 2) alone.push(index);
  });
  if (all.length === 0) return null;
  const best = alone.length > 0 ? alone : first.length > 0 ? first : all;
  const main = note.pick === 'last' ? best.at(-1) : best[Math.floor((best.length - 1) / 2)];
  return { main: main ?? 0, all };
}

function ageRows(table: RowsTable, column: number, label: string): Rows | null {
  const asked = readAge(label);
  if (!asked) return null;
  const { ages } = prepared(table, column);
  const main = ages.findIndex((age) => age !== null && age[1] >= asked[1]);
  const oldest = ages.at(-1);
  if (main < 0 || (oldest && asked[1] > oldest[1])) return null;
  const all = ages.flatMap((age, index) => {
    if (!age) return [];
    const meets =
      asked[0] === asked[1] ? age[0] <= asked[0] && age[1] >= asked[0] : age[1] > asked[0] && age[0] < asked[1];
    return meets ? [index] : [];
  });
  return { main, all: all.length > 0 ? all : [main] };
}

/** Half the gap to the neighbours is as far as a row reaches. */
function reachOf(numbers: readonly (number | null)[], index: number): number {
  const here = numbers[index] ?? 0;
  const gaps = [numbers[index - 1], numbers[index + 1]].flatMap((near) =>
    near === null || near === undefined ? [] : [Math.abs(near - here)],
  );
  return gaps.length > 0 ? Math.max(...gaps) / 2 : 0;
}

function measuredRows(table: RowsTable, column: number, value: number, note: ColumnNote): Rows | null {
  const cells = table.rows.map((row) => row[column] ?? null);
  const inside = cells.flatMap((cell, index) => (isMeasure(cell) && distance(cell, value) === 0 ? [index] : []));
  // On a border the larger size is worn with more ease than the smaller.
  if (inside.length > 0) return { main: inside.at(-1) as number, all: inside };
  const numbers = cells.map(numberOf);
  let main = -1;
  cells.forEach((cell, index) => {
    if (cell === null) return;
    if (note.between === 'up' && (numbers[index] ?? -1) < value) return;
    if (main < 0 || distance(cell, value) < distance(cells[main] ?? null, value)) main = index;
  });
  if (main < 0) return null;
  const reach = note.reach ?? (note.between === 'up' ? 2 : 1) * reachOf(numbers, main);
  return distance(cells[main] ?? null, value) <= reach + 1e-9 ? { main, all: [main] } : null;
}

function findRows(table: RowsTable, column: number, label: string): Rows | null {
  const note = table.notes?.[table.columns[column] as string] ?? {};
  const exact = exactRows(table, column, label, note);
  if (exact) return exact;
  if (note.ages) return ageRows(table, column, label);
  const girth = readGirth(label);
  if (girth !== null)
    return prepared(table, column).girths ? measuredRows(table, column, girth, { ...note, between: 'nearest' }) : null;
  const value = readNumber(label);
  if (value === null) return fromTo(table, column, label, note) ?? firstPart(table, column, label);
  const plain = exactRows(table, column, writeNumber(value), note);
  if (plain) return plain;
  return note.between === 'none' || (note.between === undefined && !note.measured)
    ? null
    : measuredRows(table, column, value, note);
}

/** A measure given from-to, such as `79-87`: the row of its middle, and every row it touches. */
function fromTo(table: RowsTable, column: number, label: string, note: ColumnNote): Rows | null {
  const parts = /^(\d{1,3}(?:\.\d)?) ?- ?(\d{1,3}(?:\.\d)?)(?: ?CM)?$/.exec(tidyLabel(label));
  if (!parts || !note.measured) return null;
  const [low, high] = [Number(parts[1]), Number(parts[2])];
  if (high < low) return null;
  const middle = measuredRows(table, column, (low + high) / 2, note);
  if (!middle) return null;
  const touched = table.rows.flatMap((row, index) => {
    const cell = row[column] ?? null;
    const number = numberOf(cell);
    const meets = isMeasure(cell)
      ? cell[0] <= high && cell[1] >= low
      : number !== null && number >= low && number <= high;
    return meets ? [index] : [];
  });
  return { main: middle.main, all: touched.length > 0 ? touched : middle.all };
}

/** Two names of one size, such as `24M/2T`: the first a row knows. */
function firstPart(table: RowsTable, column: number, label: string): Rows | null {
  const parts = tidyLabel(label).split(/ ?[/(] ?/);
  if (parts.length !== 2) return null;
  for (const part of parts) {
    const found = findRows(table, column, part.replace(/\)$/, ''));
    if (found) return found;
  }
  return null;
}

/**
 * Converts a label by the rows of a grid.
 *
 * Errors: `unknown-system`, `not-a-size` for a text that could be no label, `out-of-range` for one no row has.
 */
export function convertByRows(table: RowsTable, { from, to, label }: Asked): Result<Found, SizeProblem> {
  const read = from === to ? (table.notes?.[from]?.itself ?? from) : from;
  const [source, target] = [table.columns.indexOf(read), table.columns.indexOf(to)];
  if (source < 0) return err({ kind: 'unknown-system', system: from });
  if (target < 0) return err({ kind: 'unknown-system', system: to });
  const rows = findRows(table, source, label);
  if (!rows)
    return err(
      readNumber(label) === null && readGirth(label) === null
        ? { kind: 'not-a-size', size: label }
        : { kind: 'out-of-range', system: from },
    );
  const main = table.rows[rows.main]?.[target] ?? null;
  const size = showCell(main);
  if (size === null) return err({ kind: 'out-of-range', system: to });
  const warnings = [from, to].flatMap((system) => {
    const note = table.notes?.[system];
    return note?.warn && rows.main >= (note.warnFromRow ?? 0) ? note.warn : [];
  });
  return ok({ size, ...rangeOf(table, rows, target), warnings });
}

function rangeOf(table: RowsTable, { all }: Rows, target: number): { readonly range?: readonly [string, string] } {
  const note: ColumnNote = table.notes?.[table.columns[target] as string] ?? {};
  const cells = all.map((index) => table.rows[index]?.[target] ?? null).filter((cell) => cell !== null);
  const measures = cells.filter(isMeasure);
  if (measures.length > 0)
    return measures.length < 2
      ? {}
      : {
          range: [
            writeNumber(Math.min(...measures.map(([low]) => low))),
            writeNumber(Math.max(...measures.map(([, high]) => high))),
          ],
        };
  const labels = cells.flatMap((cell) => {
    const printed = labelsOf(cell);
    return note.spread ? printed : printed.slice(0, 1);
  });
  const [low, high] = [labels[0], labels.at(-1)];
  return low === undefined || high === undefined || low === high ? {} : { range: [low, high] };
}
