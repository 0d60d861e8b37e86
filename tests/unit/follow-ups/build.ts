import { followUpTypes, marketplaceClocks } from '@/utils/catalog/follow-ups/shipped-follow-ups';
import { noSatellites, type Satellites } from '@/utils/domain/customers/satellites';
import { computeFollowUps } from '@/utils/domain/follow-ups/compute';
import { marketplaceZone } from '@/utils/domain/follow-ups/marketplace-clock';
import { brandAs } from '@/utils/domain/ids';
import type { BuyerRow, ContactRow, EventRow, FollowUpRow, OrderRow, PromiseRow, Stamp } from '@/utils/domain/records';

export const shopId = brandAs<'ShopId'>('shop-1');
export const buyerKey = brandAs<'BuyerKey'>('buyer-1');
export const at = (moment: string) => brandAs<'Instant'>(moment);

const stamp: Stamp = {
  shopId,
  authorId: brandAs<'AgentId'>('agent-1'),
  hlc: '000000001:0000:here',
  origin: 'here',
  deleted: 0,
};

export const anOrder = (over: Partial<OrderRow> & { readonly to?: string } = {}): OrderRow => {
  const { to, ...rest } = over;
  const orderId = rest.orderId ?? brandAs<'OrderId'>('O-1');
  return {
    ...stamp,
    id: `${shopId}:${orderId}`,
    orderId,
    buyerKey,
    items: [],
    ...(to ? { country: brandAs<'CountryCode'>(to) } : {}),
    ...rest,
  };
};

export const anEvent = (over: Partial<EventRow> & Pick<EventRow, 'kind' | 'at'>): EventRow => ({
  ...stamp,
  id: `${shopId}:${over.kind}:E-1`,
  orderId: brandAs<'OrderId'>('O-1'),
  buyerKey,
  ...over,
});

export const aContact = (kind: string, moment: string, over: Partial<ContactRow> = {}): ContactRow => ({
  ...stamp,
  id: `contact-${kind}`,
  buyerKey,
  orderId: brandAs<'OrderId'>('O-1'),
  kind,
  at: at(moment),
  ...over,
});

export const aPromise = (over: Partial<PromiseRow> = {}): PromiseRow => ({
  ...stamp,
  id: 'P-1',
  buyerKey,
  what: 'refund',
  dueOn: '2026-11-25',
  done: 0,
  ...over,
});

export const aRow = (over: Partial<FollowUpRow> = {}): FollowUpRow => ({
  ...stamp,
  born: stamp.hlc,
  id: `${shopId}:delayed:O-1`,
  buyerKey,
  kind: 'delayed',
  orderId: brandAs<'OrderId'>('O-1'),
  since: '2026-11-20',
  dueAt: at('2026-11-20T23:00:00.000Z'),
  done: 0,
  ...over,
});

/** What is worked out for a record of one marketplace at a moment, with the types and clocks that ship. */
export const followUps = (
  marketplace: 'amazon' | 'aliexpress',
  about: Partial<Satellites>,
  { now, buyer = {}, zone }: { readonly now: string; readonly buyer?: Partial<BuyerRow>; readonly zone?: string },
) => {
  const market = brandAs<'MarketId'>(marketplace);
  return computeFollowUps({
    shopId,
    marketplace: market,
    buyer: { deleted: 0, ...buyer },
    satellites: { ...noSatellites, ...about },
    types: followUpTypes,
    now: at(now),
    zone: marketplaceZone(marketplaceClocks, market, zone),
  });
};

/** The one follow-up of a kind; undefined when there is none. */
export const ofKind = (found: ReturnType<typeof followUps>, kind: string) => found.find((one) => one.kind === kind);
