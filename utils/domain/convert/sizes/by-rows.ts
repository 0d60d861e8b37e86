import type { Result } from '../../result';
import { err, ok } from '../../result';
import { readAge } from './age';
import type { Asked, Found } from './by-rule';
import { labelKey, readNumber, tidyLabel, writeNumber } from './label';
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
  return typeof cell === 'string' ? [cell] : (cell);
};

/** A cell as it is shown: its first label, or a measure as `79-87`. */
const showCell = (cell: Cell): string | null => {
  if (isMeasure(cell)) return `${writeNumber(cell[0])}-${writeNumber(cell[1])}`;
  return labelsOf(cell)[0] ?? null;
};

/** Girth on a Chinese label: 92 of `170/92A`. */
const girthOf = (label: string): number | null => {
  const parts = /^1\d{2} ?\/ ?(\d{2,3})(?:-(\d{2,3}))?(?: ?[YABC])?$/.exec(tidyLabel(label).replace(/\(.*$/, ''));
  return parts ? (Number(parts[1]) + Number(parts[2] ?? parts[1])) / 2 : null;
};

/** The number a cell stands for; the middle of a measure. */
const numberOf = (cell: Cell): number | null => {
  if (isMeasure(cell)) return (cell[0] + cell[1]) / 2;
  if (typeof cell === 'number') return cell;
  const label = labelsOf(cell)[0];
  return label === undefined ? null : (girthOf(label) ?? readNumber(label));
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

function exactRows(table: RowsTable, column: number, label: string, note: ColumnNote): Rows | null {
  const key = cellKey(label);
  const all: number[] = [];
  const first: number[] = [];
  const alone: number[] = [];
  table.rows.forEach((row, index) => {
    const labels = labelsOf(row[column] ?? null).map(cellKey);
    if (!labels.includes(key)) return;
    all.push(index);
    if (labels[0] === key) first.push(index);
    if (labels.length === 1) alone.push(index);
  });
  if (all.length === 0) return null;
  const best = alone.length > 0 ? alone : first.length > 0 ? first : all;
  const main = note.pick === 'last' ? best.at(-1) : best[Math.floor((best.length - 1) / 2)];
  return { main: main ?? 0, all };
}

function ageRows(table: RowsTable, column: number, label: string): Rows | null {
  const asked = readAge(label);
  if (!asked) return null;
  const ages = table.rows.map((row) => readAge(labelsOf(row[column] ?? null)[0] ?? ''));
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
  const girth = girthOf(label);
  if (girth !== null) return measuredRows(table, column, girth, { ...note, between: 'nearest' });
  const value = readNumber(label);
  if (value === null) return null;
  const plain = exactRows(table, column, writeNumber(value), note);
  if (plain) return plain;
  return note.between === 'none' || (note.between === undefined && !note.measured)
    ? null
    : measuredRows(table, column, value, note);
}

/**
 * Converts a label by the rows of a grid.
 *
 * Errors: `unknown-system`, `not-a-size` for a text that could be no label, `out-of-range` for one no row has.
 */
export function convertByRows(table: RowsTable, { from, to, label }: Asked): Result<Found, SizeProblem> {
  const [source, target] = [table.columns.indexOf(from), table.columns.indexOf(to)];
  if (source < 0) return err({ kind: 'unknown-system', system: from });
  if (target < 0) return err({ kind: 'unknown-system', system: to });
  const rows = findRows(table, source, label);
  if (!rows)
    return err(
      readNumber(label) === null && girthOf(label) === null
        ? { kind: 'not-a-size', size: label }
        : { kind: 'out-of-range', system: from },
    );
  const main = table.rows[rows.main]?.[target] ?? null;
  const size = showCell(main);
  if (size === null) return err({ kind: 'out-of-range', system: to });
  const warnings = [...(table.notes?.[from]?.warn ?? []), ...(table.notes?.[to]?.warn ?? [])];
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
