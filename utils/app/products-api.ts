import type { ImportPlan, ImportRow } from '../domain/products/plan-import';
import type { ProductCard } from '../domain/products/product-card';
import type { ShopId } from '../domain/ids';
import type { ApiResult } from './api';

/** A product card as it is typed in. */
export type ProductDraft = Pick<ProductCard, 'shopId' | 'sku' | 'productId' | 'title' | 'values'> & {
  readonly id?: string;
};

/** Product cards: what a product needs (voltage, plug, size) and what it is called. */
export interface ProductsApi {
  /**
   * In the order of their keys, `after` is the key of the last card of the page before. `search` is looked for in
   * SKU, product id and title.
   */
  page(request: {
    readonly shopId?: ShopId;
    readonly search?: string;
    readonly after?: string;
    readonly limit: number;
  }): ApiResult<readonly ProductCard[]>;
  read(request: { readonly id: string }): ApiResult<ProductCard>;
  /**
   * Writes a card: a new one without `id`, else the whole card, which also brings a removed one back. Errors: `invalid`
   * with the field; `sku` or `productId` when another card of the shop has it.
   */
  save(card: ProductDraft): ApiResult<ProductCard>;
  remove(request: { readonly id: string }): ApiResult<null>;
  /** Takes the good rows of a file, all of this call or none, and says of every row what became of it. */
  importRows(request: { readonly shopId: ShopId; readonly rows: readonly ImportRow[] }): ApiResult<ImportPlan>;
  /** Every card of a shop, or of all shops. */
  forExport(request: { readonly shopId?: ShopId }): ApiResult<readonly ProductCard[]>;
}
