import { followUpTypes, marketplaceClocks } from '../../catalog/follow-ups/shipped-follow-ups';
import type { Satellites } from '../../domain/customers/satellites';
import { computeFollowUps } from '../../domain/follow-ups/compute';
import type { ComputedFollowUp } from '../../domain/follow-ups/follow-up-type';
import { marketplaceZone } from '../../domain/follow-ups/marketplace-clock';
import type { BuyerRow, FollowUpRow, ShopRow } from '../../domain/records';
import type { Change } from '../records';
import { storeFollowUps } from './store';

/** A record, the shop it belongs to, and everything about this record alone. */
export interface FollowUpRecord {
  readonly row: BuyerRow;
  /** Without it the marketplace is not known, and nothing is due. */
  readonly shop: ShopRow | undefined;
  readonly about: Satellites;
}

const computedOf = (change: Change, { row, shop, about }: FollowUpRecord): readonly ComputedFollowUp[] =>
  shop
    ? computeFollowUps({
        shopId: row.shopId,
        marketplace: shop.marketplace,
        buyer: row,
        satellites: about,
        types: followUpTypes,
        now: change.now,
        zone: marketplaceZone(marketplaceClocks, shop.marketplace, shop.profile?.timeZone),
      })
    : [];

/**
 * Brings the follow-ups of records up to date, in the transaction of the change that touched them, and answers the rows
 * of each in the same order. Records that were joined are given one by one, each with what is its own.
 */
export const refreshFollowUps = (
  change: Change,
  records: readonly FollowUpRecord[],
): Promise<readonly (readonly FollowUpRow[])[]> =>
  storeFollowUps(
    change,
    records.map((record) => ({
      buyer: record.row,
      computed: computedOf(change, record),
      existing: record.about.followUps,
    })),
  );
