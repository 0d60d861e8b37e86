/** What a product is known by inside its shop; a title is not among it. */
export interface ProductIds {
  readonly sku?: string;
  readonly productId?: string;
}

/** Longest SKU or product id. Units: UTF-16 units; Amazon allows 40 for a SKU. */
export const longestId = 80;

const ASIN = /^b0[0-9a-z]{8}$/i;

/** The ids as they are compared and kept: trimmed, an ASIN in capitals, what is empty left out. */
export const tidyIds = ({ sku, productId }: ProductIds): ProductIds => {
  const kept = { sku: sku?.trim() ?? '', productId: productId?.trim() ?? '' };
  return {
    ...(kept.sku ? { sku: kept.sku } : {}),
    ...(kept.productId ? { productId: ASIN.test(kept.productId) ? kept.productId.toUpperCase() : kept.productId } : {}),
  };
};

/** Whether one id at least is the same in both, and none differs. */
const agree = (a: ProductIds, b: ProductIds): boolean => {
  const shared = (['sku', 'productId'] as const).filter((key) => a[key] !== undefined && b[key] !== undefined);
  return shared.length > 0 && shared.every((key) => a[key] === b[key]);
};

/**
 * Whether two sets of ids name one card. A product id without SKU names the whole listing, whose variants may differ in
 * plug or size: its card is never that of one SKU.
 */
export const isSameProduct = (a: ProductIds, b: ProductIds): boolean => a.sku === b.sku && agree(a, b);

/** The cards that are changed when something is said of these ids: one, or several when the ids leave more possible. */
export function ownCards<C extends ProductIds>(ids: ProductIds, cards: readonly C[]): readonly C[] {
  const wanted = tidyIds(ids);
  const own = cards.filter((card) => isSameProduct(wanted, card));
  const exact = own.filter((card) => wanted.productId === card.productId);
  return exact.length > 0 ? exact : own;
}

/** Whether a card is that of one variant of the listing, and nothing tells that it is the variant meant. */
export const isVariantOf = (ids: ProductIds, card: ProductIds): boolean => {
  const wanted = tidyIds(ids);
  return wanted.sku === undefined && card.sku !== undefined && agree(wanted, card);
};

/** What every variant of a listing has alike; plugs, ratings and size labels differ between them. */
const ALIKE: ReadonlySet<string> = new Set(['material', 'boxContents', 'warranty', 'manual', 'knownProblems']);

/** Whether a field of a card holds for all variants of its listing. */
export const isAlikeInVariants = (field: string): boolean => ALIKE.has(field);

type Valued = ProductIds & { readonly values: Readonly<Record<string, string>> };

const alikeOf = ({ values }: Valued): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter(([field]) => isAlikeInVariants(field)));

/**
 * The cards that tell something of a product, the nearest only: its own, else that of its listing, else those of the
 * listing's variants when no SKU says which it is. Of a variant's card, and of the listing's beside an own one, only what
 * all variants have alike is taken.
 */
export function cardsFor<C extends Valued>(ids: ProductIds, cards: readonly C[]): readonly C[] {
  const wanted = tidyIds(ids);
  const own = ownCards(wanted, cards);
  const [listing] =
    wanted.sku === undefined ? [] : cards.filter((card) => card.sku === undefined && agree(wanted, card));
  if (own.length > 0)
    return listing ? own.map((card) => ({ ...card, values: { ...alikeOf(listing), ...card.values } })) : own;
  if (listing) return [listing];
  return cards.filter((card) => isVariantOf(wanted, card)).map((card) => ({ ...card, values: alikeOf(card) }));
}
