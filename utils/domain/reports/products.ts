import type { OrderItem } from '../orders';

const LONGEST_TITLE = 60;

/** How reports name a product: the marketplace's id of it, else the shop's own number, else its title. */
export const productOf = ({ productId, sku, title }: OrderItem): string =>
  productId ?? sku ?? title.slice(0, LONGEST_TITLE);
