import type { ApiResult, AppApi } from '@/utils/app/api';
import type { BuyerRow } from '@/utils/domain/records';
import { ok } from '@/utils/domain/result';

/** Rows of the list, newest first. */
export interface BuyerList {
  readonly rows: readonly BuyerRow[];
  readonly hasMore: boolean;
}

const LARGEST_PAGE = 200;

/** Reads at least `wanted` rows, page by page along the time of the last row; equal times come together. */
export const readBuyers = async (
  buyers: Pick<AppApi['buyers'], 'page'>,
  { search, wanted }: { readonly search: string; readonly wanted: number },
): ApiResult<BuyerList> => {
  let rows: readonly BuyerRow[] = [];
  for (;;) {
    const limit = Math.min(LARGEST_PAGE, wanted - rows.length);
    const after = rows.at(-1)?.lastSeen;
    const page = await buyers.page({ limit, ...(search ? { search } : {}), ...(after ? { after } : {}) });
    if (!page.ok) return page;
    rows = [...rows, ...page.value];
    const hasMore = page.value.length >= limit;
    if (!hasMore || rows.length >= wanted) return ok({ rows, hasMore });
  }
};
