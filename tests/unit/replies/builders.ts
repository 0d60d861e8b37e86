import { brandAs } from '@/utils/domain/ids';
import type { OrderFacts } from '@/utils/domain/orders';
import type { Facts } from '@/utils/domain/replies/draft';
import { factsFrom } from '@/utils/domain/replies/facts';
import type { FactsInput } from '@/utils/domain/replies/facts';
import type { IntentReading } from '@/utils/domain/replies/intents';
import type { SuggestInput } from '@/utils/domain/replies/suggest';

/** The day all reply tests happen on. */
export const TODAY = '2026-11-21';

export const anOrder = (change: Partial<OrderFacts> = {}): OrderFacts => ({
  orderId: brandAs('302-1234567-7654321'),
  state: 'shipped',
  fulfilment: 'own',
  items: [{ title: 'Desk lamp' }],
  shippedOn: '2026-11-12',
  promisedOn: '2026-11-30',
  carrier: 'DHL',
  tracking: 'JD014600003',
  ...change,
});

export const theFacts = (change: Partial<FactsInput> = {}): Facts =>
  factsFrom({
    order: anOrder(),
    marketplace: brandAs('amazon'),
    buyerName: 'Maria',
    shopName: 'Lumen',
    ownMessages: 0,
    today: TODAY,
    ...change,
  });

export const aReading = (id: string, change: Partial<IntentReading> = {}): IntentReading => ({
  intents: [
    { id, score: 0.8 },
    { id: 'refund_request', score: 0.06 },
    { id: 'service_complaint', score: 0.05 },
    { id: 'compatibility', score: 0.03 },
    { id: 'other', score: 0.01 },
  ],
  cues: [],
  sure: true,
  ...change,
});

/** What `suggest` gets for an order and a message, facts taken from the order. */
export const anInput = (
  order: OrderFacts | null,
  change: Partial<SuggestInput> & { readonly ownMessages?: number } = {},
): SuggestInput => {
  const { ownMessages = 0, ...rest } = change;
  const marketplace = change.marketplace ?? brandAs<'MarketId'>('amazon');
  return {
    reading: aReading('where_is_order'),
    direction: 'reply',
    marketplace,
    lang: 'de',
    agentLang: 'zh',
    order,
    facts: theFacts({ order, marketplace, ownMessages }),
    ...rest,
  };
};
