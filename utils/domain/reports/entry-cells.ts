import type { EntryRow } from '../records';
import { addTo, cellOf, closedCells, type Cells, type OpenCells } from './cells';

/** What one entry of the work log adds to the reports; `productOf` finds what a product is counted under by what it is called. */
export const entryCells = (
  {
    department,
    severity,
    product,
    reason,
    count,
  }: Pick<EntryRow, 'department' | 'severity' | 'product' | 'reason' | 'count'>,
  productOf: (called: string) => string,
): Cells => {
  const cells: OpenCells = new Map();
  addTo(cells, 'reported', count);
  addTo(cells, cellOf('reported', 'department', department), count);
  addTo(cells, cellOf('reported', 'severity', severity), count);
  if (reason) addTo(cells, cellOf('reported', 'intent', reason), count);
  if (product) addTo(cells, cellOf('reported', 'product', productOf(product)), count);
  return closedCells(cells);
};
