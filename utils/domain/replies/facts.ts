import type { Conversion } from '../convert/conversion';
import type { MarketId } from '../ids';
import type { OrderFacts } from '../orders';
import type { Fact, FactSource, Facts } from './draft';
import type { BlockCondition } from './template';

/** Everything a reply can know without asking the agent. */
export interface FactsInput {
  readonly order: OrderFacts | null;
  readonly marketplace: MarketId;
  readonly buyerName?: string;
  readonly shopName?: string;
  /** What was converted out of the buyer's message; ambiguous readings are not used. */
  readonly conversions?: readonly Conversion[];
  /** How many messages of ours stand in the conversation already. */
  readonly ownMessages: number;
  /** Today in the shop's time zone, `YYYY-MM-DD`. */
  readonly today: string;
}

// Placeholders that pages show instead of a name.
const NO_NAME =
  /^(?:(?:amazon|aliexpress|ali)?\s*(?:customer|buyer|user|kunde|client|cliente|shopper)\b|买家|用户|客户|卖家)/iu;
const PLAIN_NAME = /^\p{L}[\p{L}\p{M} .'’-]{0,38}$/u;

/** A name that can stand after "Hello"; anything else gets the neutral greeting. */
function greetableName(name: string | undefined): string | undefined {
  const clean = name?.normalize('NFC').trim().replace(/\s+/g, ' ');
  return clean && PLAIN_NAME.test(clean) && !NO_NAME.test(clean) ? clean : undefined;
}

/**
 * Collects the values templates can use, each with its source; what is not known is absent.
 * Besides the template variables it holds what block conditions ask about: `marketplace`, `orderState`, `fulfilment`,
 * `overdue` and `repeated` (the last two only when true).
 */
export function factsFrom(input: FactsInput): Facts {
  const facts: Record<string, Fact> = {};
  const put = (name: string, value: string | undefined, source: FactSource): void => {
    if (value) facts[name] = { value, source };
  };
  put('buyerName', greetableName(input.buyerName), 'page');
  put('shopName', input.shopName?.trim(), 'shop');
  put('marketplace', input.marketplace, 'page');
  put('repeated', input.ownMessages > 0 ? 'yes' : undefined, 'page');
  putOrder(input, put);
  putConversions(input.conversions ?? [], put);
  return facts;
}

type Put = (name: string, value: string | undefined, source: FactSource) => void;

function putOrder({ order, today }: FactsInput, put: Put): void {
  if (!order) return;
  const first = order.items.length === 1 ? order.items[0] : undefined;
  put('orderId', order.orderId, 'page');
  put('orderState', order.state, 'page');
  put('fulfilment', order.fulfilment, 'page');
  put('product', first && first.title.length <= 60 ? first.title : undefined, 'page');
  put('carrier', order.carrier, 'page');
  put('tracking', order.tracking, 'page');
  put('shipDate', order.shippedOn, 'page');
  put('promisedDate', order.promisedOn, 'page');
  put('deliveredOn', order.deliveredOn, 'page');
  put('orderAmount', order.amount && `${order.amount.value} ${order.amount.currency}`, 'page');
  const open = order.state === 'unshipped' || order.state === 'shipped';
  put('overdue', open && order.promisedOn !== undefined && order.promisedOn < today ? 'yes' : undefined, 'page');
}

function putConversions(conversions: readonly Conversion[], put: Put): void {
  const clear = conversions.filter((conversion) => !conversion.ambiguous);
  const size = clear.find((conversion) => conversion.kind === 'size');
  // Labels of sizes are size systems, the same in every language; message keys contain dots and are not for texts.
  const sizes = size?.lines.filter((line) => !line.label.includes('.')).map((line) => `${line.label} ${line.value}`);
  put('size', size?.heard, 'converter');
  put('convertedSize', sizes?.length ? sizes.join(' / ') : undefined, 'converter');
  const power = clear.find((conversion) => conversion.kind === 'power');
  const powerLine = (key: string): string | undefined => power?.lines.find((line) => line.label.endsWith(key))?.value;
  put('mainsVoltage', powerLine('.voltage'), 'converter');
  put('plugTypes', powerLine('.plugs') ?? powerLine('.plug'), 'converter');
}

/** Whether the situation a block is written for is the one at hand. Unknown facts make both sides of a pair false, except the default side. */
export function holds(condition: BlockCondition, facts: Facts): boolean {
  const value = (name: string): string | undefined => facts[name]?.value;
  switch (condition) {
    case 'repeated':
      return value('repeated') !== undefined;
    case 'first-contact':
      return value('repeated') === undefined;
    case 'amazon':
    case 'aliexpress':
      return value('marketplace') === condition;
    case 'own-shipping':
      return value('fulfilment') !== 'marketplace';
    case 'marketplace-shipping':
      return value('fulfilment') === 'marketplace';
    case 'size-known':
      return value('convertedSize') !== undefined;
    case 'size-unknown':
      return value('convertedSize') === undefined;
    case 'shipped':
      return value('orderState') === 'shipped';
    case 'not-shipped':
      return value('orderState') === 'unshipped';
  }
}
