import fc from 'fast-check';
import { brandAs } from '@/utils/domain/ids';
import { productFields, type ProductCard } from '@/utils/domain/products/product-card';
import { tidyTitle } from '@/utils/domain/products/plan-import';
import { readValue, tidyLine } from '@/utils/domain/products/read-value';
import { cardCategories, listingSystems } from '@/utils/domain/products/size-names';

export const shopId = brandAs<'ShopId'>('shop-1');

export const aCard = (change: Partial<ProductCard> = {}): ProductCard => ({
  id: 'c1',
  shopId,
  sku: 'LAMP-1',
  title: 'Reading lamp',
  values: {},
  ...change,
});

// Texts people and attackers type: any characters, and the ones files and spreadsheets trip over.
const nastyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom('"', ',', ';', '\t', '\n', '\r\n', "'", '=', '+', '-', '@', '｜', '＝', '鞋', '1', '0', ' ', '|'),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom("'=1+1", "''@x", '00012', '1005001234567890', '=HYPERLINK("http://x","y")', "'0012", 'sep=;', '#N/A'),
);

/** Valid values of every type, in their one spelling, from whatever may be typed. */
const someValues: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .record(
    Object.fromEntries(
      productFields.map(({ id, type }) => {
        const texts: Readonly<Record<string, fc.Arbitrary<string>>> = {
          'device-label': fc.constantFrom(
            '100-240V~ 50/60Hz 0.5A',
            '220V',
            '120V/240V',
            'USB 5V',
            'Input: "230 V, 50 Hz"',
          ),
          number: id === 'sizeOffset' ? fc.integer({ min: -6, max: 6 }).map((n) => String(n / 2)) : fc.integer({ min: 1, max: 20_000 }).map(String), // prettier-ignore
          plug: fc.constantFrom('A', 'C', 'E/F', 'G', 'O'),
          'size-category': fc.constantFrom(...cardCategories),
          'size-system': fc.constantFrom(...listingSystems),
        };
        return [id, texts[type] ?? nastyText];
      }),
    ),
    { requiredKeys: [] },
  )
  .map((given) =>
    Object.fromEntries(
      Object.entries(given).flatMap(([id, text]) => {
        const read = readValue(id, text ?? '');
        return read.ok && read.value !== '' ? [[id, read.value] as const] : [];
      }),
    ),
  );

const anId = nastyText.map((text) =>
  tidyLine(text)
    .slice(0, 40)
    .replace(/[\ud800-\udbff]$/, '')
    .trim(),
);

/** Cards with ids and titles of the same kind. */
export const someCard: fc.Arbitrary<ProductCard> = fc
  .record({ sku: anId, productId: anId, title: nastyText.map(tidyTitle), values: someValues })
  .filter(({ sku, productId }) => sku !== '' || productId !== '')
  .map(({ sku, productId, title, values }) => ({
    id: 'c',
    shopId,
    title,
    values,
    ...(sku ? { sku } : {}),
    ...(productId ? { productId } : {}),
  }));
