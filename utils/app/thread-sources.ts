import type { MarketId } from '../domain/ids';
import type { Result } from '../domain/result';
import { detectLanguage } from '../domain/text/detect';
import { readShopChoice } from '../platform/settings/shop-choice';
import type { ApiProblem, ShopState, ThreadRequest } from './api';
import type { Buyers } from './buyers';
import type { ItemCards, Products } from './products';
import type { Shops } from './shops';

/** The stores a conversation is looked up in. */
export interface ThreadSourcesDeps {
  readonly shops: Pick<Shops, 'resolve'>;
  readonly buyers: Pick<Buyers, 'see'>;
  readonly products: Pick<Products, 'forItems'>;
  /** Whether pages of a marketplace are recorded; all are without. */
  readonly isRecorded?: (market: MarketId) => Promise<boolean>;
}

/** Looks up what the stores know of a conversation. */
export interface ThreadSources {
  /** The shop the page belongs to, or the ones to choose from. */
  shop(hint: ThreadRequest['shop']): Promise<Result<ShopState, ApiProblem>>;
  /** The buyer's record; null while the shop is not known or nothing strong identifies the buyer. */
  record(request: ThreadRequest, shop: ShopState): Promise<Awaited<ReturnType<Buyers['see']>> | null>;
  /** The items of the order with their cards; without a shop, or when the store can't be read, with none. */
  itemCards(request: ThreadRequest, shop: ShopState): Promise<readonly ItemCards[]>;
}

/** Creates the look-up of one port. */
export function createThreadSources(
  market: MarketId,
  { shops, buyers, products, isRecorded }: ThreadSourcesDeps,
): ThreadSources {
  return {
    async shop(hint) {
      const chosen = await readShopChoice(market, hint.name);
      return shops.resolve({ market, hint, ...(chosen ? { chosen } : {}) });
    },

    async record(request, shop) {
      if (shop.kind !== 'known' || !request.aliases.some(({ strong }) => strong)) return null;
      if ((await isRecorded?.(market)) === false) return null;
      const lang = request.lastMessage && !request.isTranslated ? detectLanguage(request.lastMessage.text) : null;
      return buyers.see({
        shopId: shop.shop.id,
        aliases: request.aliases,
        order: request.order,
        ...(request.buyerName ? { displayName: request.buyerName } : {}),
        ...(request.country ? { country: request.country } : {}),
        ...(lang?.sure ? { lang: lang.lang } : {}),
      });
    },

    async itemCards({ order }, shop) {
      const items = order?.items ?? [];
      if (items.length === 0) return [];
      const found = shop.kind === 'known' ? await products.forItems({ shopId: shop.shop.id, items }) : null;
      return found?.ok ? found.value : items.map((item) => ({ item, cards: [] }));
    },
  };
}
