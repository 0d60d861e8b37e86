import type { ProductRow } from '../records';

/** How a value of a product card is entered and checked. */
export type ProductFieldType =
  'text' | 'long-text' | 'number' | 'device-label' | 'plug' | 'size-category' | 'size-system';

/** One thing a card can say of a product. The id is also the column of the CSV and the name of the reply variable. */
export interface ProductField {
  readonly id: string;
  readonly type: ProductFieldType;
  /** Longest value in UTF-16 units. */
  readonly maxLength: number;
  /** Unit behind a number, `W`. */
  readonly unit?: string;
}

/** Everything a product card can say, in the order the editor shows it; a new field is one line here and its two labels. */
export const productFields: readonly ProductField[] = [
  { id: 'deviceInput', type: 'device-label', maxLength: 80 },
  { id: 'deviceWatts', type: 'number', maxLength: 8, unit: 'W' },
  { id: 'devicePlug', type: 'plug', maxLength: 8 },
  { id: 'sizeCategory', type: 'size-category', maxLength: 20 },
  { id: 'sizeSystem', type: 'size-system', maxLength: 20 },
  // Sizes to go up: 1 when the product runs small, -1 when it runs large.
  { id: 'sizeOffset', type: 'number', maxLength: 5 },
  { id: 'material', type: 'text', maxLength: 200 },
  { id: 'boxContents', type: 'long-text', maxLength: 600 },
  { id: 'warranty', type: 'text', maxLength: 200 },
  { id: 'manual', type: 'long-text', maxLength: 600 },
  { id: 'knownProblems', type: 'long-text', maxLength: 1_000 },
];

/** A product as pages and answers see it: the row without its stamp. */
export type ProductCard = Pick<ProductRow, 'id' | 'shopId' | 'sku' | 'productId' | 'title' | 'values' | 'authors'>;
