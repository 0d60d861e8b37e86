import { useCallback, useState } from 'react';
import type { ApiResult, AppApi } from '@/utils/app/api';
import type { ShopId } from '@/utils/domain/ids';
import type { ProductCard } from '@/utils/domain/products/product-card';
import { ok } from '@/utils/domain/result';
import { useApp } from '../dashboard/app-context';
import { isAboutProducts, useReading } from '../dashboard/use-reading';

/** Cards of the list, in the order of their keys. */
export interface CardList {
  readonly cards: readonly ProductCard[];
  readonly hasMore: boolean;
}

interface Query {
  readonly shopId: ShopId | null;
  readonly search: string;
  readonly wanted: number;
}

const PAGE_SIZE = 50;
const LARGEST_PAGE = 200;

/** Reads as many cards as are wanted, page by page after the key of the last one. */
async function readCards(
  products: Pick<AppApi['products'], 'page'>,
  { shopId, search, wanted }: Query,
): ApiResult<CardList> {
  let cards: readonly ProductCard[] = [];
  for (;;) {
    const limit = Math.min(LARGEST_PAGE, wanted - cards.length);
    const after = cards.at(-1)?.id;
    const page = await products.page({
      limit,
      ...(shopId ? { shopId } : {}),
      ...(search.trim() ? { search } : {}),
      ...(after ? { after } : {}),
    });
    if (!page.ok) return page;
    cards = [...cards, ...page.value];
    const hasMore = page.value.length >= limit;
    if (!hasMore || cards.length >= wanted) return ok({ cards, hasMore });
  }
}

/** The list of cards for a shop and what is in the search box, read again after every change. */
export function useCards() {
  const { products } = useApp().api;
  const [query, setQuery] = useState<Query>({ shopId: null, search: '', wanted: PAGE_SIZE });
  const reading = useReading(
    useCallback(() => readCards(products, query), [products, query]),
    isAboutProducts,
  );
  return {
    ...reading,
    search: query.search,
    shopId: query.shopId,
    setSearch: (search: string) => setQuery((now) => ({ ...now, search, wanted: PAGE_SIZE })),
    setShop: (shopId: ShopId | null) => setQuery((now) => ({ ...now, shopId, wanted: PAGE_SIZE })),
    showMore: () => setQuery((now) => ({ ...now, wanted: now.wanted + PAGE_SIZE })),
  };
}
