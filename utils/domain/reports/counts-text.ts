/**
 * Counts as they are kept: a line for each cell, its name and how often, in the order of the names. An object of thousands
 * of names takes the browser several times as long to bring back as one text takes to be read.
 */
import { addTo, type OpenCells } from './cells';

const BETWEEN = '\t';
const END = '\n';

/** Counts as text, without the cells that hold nothing: equal counts are equal texts. */
export const countsText = (cells: OpenCells): string => {
  const filled = [...cells].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return filled.map(([cell, count]) => cell + BETWEEN + String(count) + END).join('');
};

/** Goes through the cells of a text. */
export const eachCount = (text: string, onCell: (cell: string, count: number) => void): void => {
  for (let at = 0; at < text.length;) {
    const middle = text.indexOf(BETWEEN, at);
    const end = text.indexOf(END, middle);
    onCell(text.slice(at, middle), Number(text.slice(middle + 1, end)));
    at = end + 1;
  }
};

/** Adds the counts of a text. */
export const addCounts = (cells: OpenCells, text: string): void =>
  eachCount(text, (cell, count) => addTo(cells, cell, count));

/** The counts of a text. */
export const countsIn = (text: string): OpenCells => {
  const cells: OpenCells = new Map();
  addCounts(cells, text);
  return cells;
};
