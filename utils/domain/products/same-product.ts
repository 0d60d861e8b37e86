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

/**
 * How well two sets of ids agree: 2 when everything one of them has is the same in the other, 1 when one of two is,
 * 0 when nothing is or one contradicts: the SKUs of one listing can be a plug for Europe and one for Britain.
 */
const agreement = (a: ProductIds, b: ProductIds): 0 | 1 | 2 => {
  const shared = (['sku', 'productId'] as const).filter((key) => a[key] !== undefined && b[key] !== undefined);
  if (shared.length === 0 || shared.some((key) => a[key] !== b[key])) return 0;
  return a.sku === b.sku && a.productId === b.productId ? 2 : 1;
};

/** The cards of a product, the best matches only: one, or several when its ids leave more than one possible. */
export function cardsFor<C extends ProductIds>(ids: ProductIds, cards: readonly C[]): readonly C[] {
  const wanted = tidyIds(ids);
  const rated = cards.map((card) => ({ card, rate: agreement(wanted, card) }));
  const best = Math.max(0, ...rated.map(({ rate }) => rate));
  return best === 0 ? [] : rated.filter(({ rate }) => rate === best).map(({ card }) => card);
}

/** Whether two cards can't both be kept: the same ids, or the ids of one are all that the other has. */
export const isSameProduct = (a: ProductIds, b: ProductIds): boolean => agreement(a, b) > 0;
