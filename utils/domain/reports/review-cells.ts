import type { EventRow } from '../records';
import { addTo, cellOf, closedCells, type Cells, type OpenCells } from './cells';

/** What one product review adds to the reports; reviews belong to no buyer and to no country. */
export const reviewCells = ({ productId, stars }: Pick<EventRow, 'productId' | 'stars'>): Cells => {
  const cells: OpenCells = new Map();
  addTo(cells, 'review');
  if (productId) addTo(cells, cellOf('review', 'product', productId));
  if (stars === undefined) return closedCells(cells);
  addTo(cells, cellOf('review', 'stars', String(stars)));
  if (productId) addTo(cells, cellOf('review', 'product-stars', productId, String(stars)));
  return closedCells(cells);
};
