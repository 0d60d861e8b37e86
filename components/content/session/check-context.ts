import type { ThreadView } from '@/utils/app/api';
import type { CheckInput } from '@/utils/domain/compliance/input';
import type { MarketId } from '@/utils/domain/ids';
import { ruleMarket } from '@/utils/domain/other-market';
import { directionOf, type Snapshot } from './snapshot';

/** What the check knows beside the text. */
export type CheckContext = Omit<CheckInput, 'text' | 'lang' | 'now'>;

/** The same of a conversation on screen. */
export const checkContextOf = (from: Snapshot, { shop }: Pick<ThreadView, 'shop'>, market: MarketId): CheckContext => ({
  marketplace: ruleMarket(market),
  direction: directionOf(from),
  ...(shop.kind === 'known' ? { shopId: shop.shop.id } : {}),
  ...(from.order
    ? { order: { id: from.order.orderId, ...(from.order.state ? { state: from.order.state } : {}) } }
    : {}),
});
