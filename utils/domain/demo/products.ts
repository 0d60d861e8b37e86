/** What the demo desk sells. */

export type ProductKind = 'lamp' | 'charger' | 'kitchen' | 'dress' | 'shoes' | 'bag' | 'home' | 'audio';

export interface DemoProduct {
  readonly sku: string;
  readonly kind: ProductKind;
  /** Units: euros; other currencies follow. */
  readonly price: number;
  /** How well it sells beside the others. */
  readonly share: number;
}

/** The charger whose adapter melts, from one batch on, in one country. */
export const MELTING = { sku: 'CHG-65', country: 'GB', sinceDays: 66 } as const;
/** The dress that is cut too small. */
export const SMALL_DRESS = 'DRS-WRAP';

/** Thirty things, in the order of the list of cards. */
export const demoProducts: readonly DemoProduct[] = [
  { sku: 'LMP-DESK', kind: 'lamp', price: 39.9, share: 7 },
  { sku: 'LMP-MOON', kind: 'lamp', price: 24.5, share: 5 },
  { sku: 'LMP-CLIP', kind: 'lamp', price: 18.9, share: 4 },
  { sku: 'LMP-FLOOR', kind: 'lamp', price: 79, share: 3 },
  { sku: 'LMP-STRIP', kind: 'lamp', price: 15.9, share: 5 },
  { sku: 'CHG-65', kind: 'charger', price: 34.9, share: 9 },
  { sku: 'CHG-20', kind: 'charger', price: 14.9, share: 5 },
  { sku: 'CHG-CAR', kind: 'charger', price: 17.5, share: 3 },
  { sku: 'CHG-PAD', kind: 'charger', price: 21.9, share: 4 },
  { sku: 'PWR-10K', kind: 'charger', price: 27.9, share: 5 },
  { sku: 'KET-17', kind: 'kitchen', price: 44.9, share: 6 },
  { sku: 'KET-TRAVEL', kind: 'kitchen', price: 29.9, share: 3 },
  { sku: 'GRN-MILL', kind: 'kitchen', price: 36.5, share: 3 },
  { sku: 'CUP-VAC', kind: 'kitchen', price: 19.9, share: 4 },
  { sku: 'DRS-WRAP', kind: 'dress', price: 42.9, share: 7 },
  { sku: 'DRS-LINEN', kind: 'dress', price: 49.9, share: 4 },
  { sku: 'DRS-KNIT', kind: 'dress', price: 38.9, share: 3 },
  { sku: 'COA-RAIN', kind: 'dress', price: 54.9, share: 3 },
  { sku: 'SHO-RUN', kind: 'shoes', price: 59.9, share: 6 },
  { sku: 'SHO-SLIP', kind: 'shoes', price: 32.9, share: 4 },
  { sku: 'SHO-HIKE', kind: 'shoes', price: 84.9, share: 3 },
  { sku: 'SHO-KIDS', kind: 'shoes', price: 29.9, share: 3 },
  { sku: 'BAG-22', kind: 'bag', price: 49.9, share: 4 },
  { sku: 'BAG-TOTE', kind: 'bag', price: 26.9, share: 3 },
  { sku: 'HOM-VASE', kind: 'home', price: 22.9, share: 3 },
  { sku: 'HOM-BLANKET', kind: 'home', price: 34.9, share: 4 },
  { sku: 'HOM-DIFF', kind: 'home', price: 28.9, share: 3 },
  { sku: 'HOM-CLOCK', kind: 'home', price: 23.9, share: 2 },
  { sku: 'AUD-BUDS', kind: 'audio', price: 37.9, share: 5 },
  { sku: 'AUD-SPK', kind: 'audio', price: 45.9, share: 3 },
];

/** How many each sells, by SKU. */
export const productShares: Readonly<Record<string, number>> = Object.fromEntries(
  demoProducts.map(({ sku, share }) => [sku, share]),
);

const places: ReadonlyMap<string, number> = new Map(demoProducts.map(({ sku }, at) => [sku, at]));
const bySku = new Map(demoProducts.map((product) => [product.sku, product]));

/** The product of a SKU. Errors: throws where there is none, which is a bug. */
export const productBySku = (sku: string): DemoProduct => {
  const product = bySku.get(sku);
  if (product === undefined) throw new Error(`no such product: ${sku}`);
  return product;
};

/** The marketplace's number of a product: shaped like a real one, and none. */
export const productIdOf = (sku: string, market: string): string => {
  const place = String((places.get(sku) ?? 0) + 1);
  return market === 'amazon' ? `B0DEMO${place.padStart(4, '0')}` : `0000${place.padStart(12, '0')}`;
};
