import type { Conversion } from '../domain/convert/conversion';
import type { Lang, MarketId } from '../domain/ids';
import type { Facts } from '../domain/replies/draft';
import { factsFrom } from '../domain/replies/facts';
import type { BuyerRow } from '../domain/records';
import type { ShopProfile } from '../domain/shop-profile';
import type { ShopState, ThreadRequest } from './api';
import type { ItemCards } from './products';
import { converter } from './thread-message';

/** What is known when a conversation is opened. */
export interface KnownOfThread {
  readonly market: MarketId;
  readonly shop: ShopState;
  readonly profile: ShopProfile | null;
  /** The buyer's record; null while it is not known whose it is. */
  readonly record: Pick<BuyerRow, 'displayName' | 'country'> | null;
  readonly items: readonly ItemCards[];
  readonly lang: Lang;
  readonly agentLang: Lang;
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What replies can use: what the page shows, what was converted out of the message, the card of the product, the shop. */
export function threadFacts(
  request: ThreadRequest,
  { market, shop, profile, record, items, lang, agentLang, today }: KnownOfThread,
): { readonly conversions: readonly Conversion[]; readonly facts: Facts } {
  const convert = converter(request, lang, items);
  const conversions = convert(lang);
  // Drafts fall back to English and are shown in the agent's language too; each words the answer its own way.
  const others = conversions.length > 0 ? [...new Set(['en', agentLang])].filter((other) => other !== lang) : [];
  // With several products, or cards that both fit, nobody knows which one a reply is about.
  const [only, other] = items;
  const card = only && !other && only.cards.length === 1 ? only.cards[0] : undefined;
  const facts = factsFrom({
    order: request.order,
    marketplace: market,
    ownMessages: request.ownMessages,
    conversions,
    conversionsIn: Object.fromEntries(others.map((one) => [one, convert(one)])),
    today,
    ...(card ? { product: card } : {}),
    ...(request.buyerName ? { buyerName: request.buyerName } : {}),
    ...(shop.kind === 'known' ? { shopName: shop.shop.name, shopId: shop.shop.id } : {}),
    ...(profile ? { shop: profile } : {}),
    ...(request.country ? { country: request.country } : {}),
    ...(record ? { record } : {}),
    langs: [...new Set([lang, agentLang])],
  });
  return { conversions, facts };
}
