import { useCallback } from 'react';
import { useApp } from '../../dashboard/app-context';
import { isAboutShops, useReading } from '../../dashboard/use-reading';
import { ReviewCoach } from '../../reviews/review-coach';
import { useRecord } from './record-state';

/** What the coach says of the buyer's orders; nothing until the marketplace of the shop is known. */
export function Reviews() {
  const { api, uiLang } = useApp();
  const { view, run } = useRecord();
  const { value: shops } = useReading(
    useCallback(() => api.shops.list(), [api]),
    isAboutShops,
  );
  const market = shops?.find(({ id }) => id === view.buyer.shopId)?.marketplace;
  if (market === undefined) return null;
  return (
    <ReviewCoach
      view={view}
      uiLang={uiLang}
      market={market}
      onAsked={async (orderId) => {
        // An order of a joined record stays under that record.
        const order = view.orders.find((one) => one.orderId === orderId);
        const buyerKey = order?.buyerKey ?? view.buyer.key;
        return (await run(api.followUps.reviewAsked({ buyerKey, orderId }))).ok;
      }}
    />
  );
}
