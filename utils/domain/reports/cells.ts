/**
 * Names of the cells of a tally: what is counted, then by what, then which: `order`, `order|country|DE`. A name is data of
 * the store: one that was written is never given another meaning.
 */

/** What is counted, by cell. Units: pieces, or hundredths of a currency's unit in cells of money. */
export type Cells = Readonly<Record<string, number>>;

/** Cells that change while they are counted. */
export type OpenCells = Map<string, number>;

const SEPARATOR = '|';
const LONGEST_PART = 80;

// A separator or a tab in what a page calls a thing would make another cell of it.
const partOf = (text: string): string =>
  text
    .replace(/[|\t\n]+/g, ' ')
    .trim()
    .slice(0, LONGEST_PART);

/** The name of a cell. */
export const cellOf = (what: string, by?: string, ...which: readonly string[]): string =>
  by === undefined ? what : [what, by, ...which.map(partOf)].join(SEPARATOR);

/** Adds to a cell. */
export const addTo = (cells: OpenCells, cell: string, by = 1): void => {
  if (by !== 0) cells.set(cell, (cells.get(cell) ?? 0) + by);
};

/** Adds all cells of one count to another. */
export const addAll = (cells: OpenCells, more: Cells, sign: 1 | -1 = 1): void => {
  for (const [cell, count] of Object.entries(more)) addTo(cells, cell, sign * count);
};

/** The cells that hold something, in the order of their names: equal counts are equal texts. */
export const closedCells = (cells: OpenCells): Cells =>
  Object.fromEntries([...cells].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The cells as they are, for those who look at them and keep nothing. */
export const plainCells = (cells: OpenCells): Cells => Object.fromEntries(cells);

/** The count of one cell. */
export const countIn = (cells: Cells, what: string, by?: string, ...which: readonly string[]): number =>
  cells[cellOf(what, by, ...which)] ?? 0;

/** How often something was, by what it was counted by. */
export interface CountOf {
  readonly names: readonly string[];
  readonly count: number;
}

// A report asks dozens of times, and a large desk has a hundred thousand cells: they are gone through once.
const groups = new WeakMap<Cells, ReadonlyMap<string, Group>>();

interface Group {
  readonly counts: CountOf[];
  isSorted: boolean;
}

const groupsOf = (cells: Cells): ReadonlyMap<string, Group> => {
  const found = groups.get(cells);
  if (found) return found;
  const open = new Map<string, Group>();
  for (const [cell, count] of Object.entries(cells)) {
    const [what = '', by, ...names] = cell.split(SEPARATOR);
    if (by === undefined) continue;
    const group = cellOf(what, by);
    const known = open.get(group);
    if (known) known.counts.push({ names, count });
    else open.set(group, { counts: [{ names, count }], isSorted: false });
  }
  groups.set(cells, open);
  return open;
};

const byName = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((name, place) => name !== b[place]);
  return at < 0 || (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
};

const mostFirst = (a: CountOf, b: CountOf): number => b.count - a.count || byName(a.names, b.names);

/** What was counted by something: its names and their counts, the most first. */
export const countsBy = (cells: Cells, what: string, by: string): readonly CountOf[] => {
  const group = groupsOf(cells).get(cellOf(what, by));
  if (!group) return [];
  if (!group.isSorted) group.counts.sort(mostFirst);
  group.isSorted = true;
  return group.counts;
};
