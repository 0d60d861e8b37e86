import type { Conversion } from '../convert/conversion';
import { readLabel, writeBands } from '../convert/power/device-label';
import type { CountryCode, Lang, MarketId, ShopId } from '../ids';
import type { OrderFacts } from '../orders';
import type { ProductCard } from '../products/product-card';
import { transitDays, type ShopProfile } from '../shop-profile';
import type { Fact, FactSource, Facts } from './draft';
import { productVariables } from './product-variables';
import type { BlockCondition } from './template';

/** Everything a reply can know without asking the agent. */
export interface FactsInput {
  readonly order: OrderFacts | null;
  readonly marketplace: MarketId;
  readonly buyerName?: string;
  /** What the buyer's record says, for what the page does not show. */
  readonly record?: { readonly displayName?: string; readonly country?: CountryCode };
  readonly shopName?: string;
  readonly shopId?: ShopId;
  /** What the shop has said of itself. */
  readonly shop?: ShopProfile;
  readonly country?: CountryCode;
  /** Languages a draft may be shown in. */
  readonly langs?: readonly Lang[];
  /** What was converted out of the buyer's message; ambiguous readings are not used. */
  readonly conversions?: readonly Conversion[];
  /** The same conversions worded for other languages a draft may be shown in. */
  readonly conversionsIn?: Readonly<Record<Lang, readonly Conversion[]>>;
  /** The card of the one product the conversation is about. */
  readonly product?: ProductCard;
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
 * `overdue` and `repeated` (the last two only when true), and `shopId`.
 */
export function factsFrom(input: FactsInput): Facts {
  const facts: Record<string, Fact> = {};
  const put: Put = (name, value, source, said) => {
    if (value) facts[name] = { value, source, ...(said ? { said } : {}) };
  };
  const shownName = greetableName(input.buyerName);
  put('buyerName', shownName ?? greetableName(input.record?.displayName), shownName ? 'page' : 'record');
  putShop(input, put);
  put('marketplace', input.marketplace, 'page');
  put('repeated', input.ownMessages > 0 ? 'yes' : undefined, 'page');
  putOrder(input, put);
  putConversions(input, put);
  putProduct(input.product, put);
  return facts;
}

type Put = (name: string, value: string | undefined, source: FactSource, said?: Fact['said']) => void;

function putShop({ shop = {}, shopId, shopName, country: shown, record, langs = [] }: FactsInput, put: Put): void {
  put('shopId', shopId, 'shop');
  put('shopName', shop.signature ?? shopName?.trim(), 'shop');
  put('tone', shop.tone, 'shop');
  // "Within 0 working days" says nothing anybody would write: a shop that ships the same day leaves the sentence out.
  put('handlingDays', shop.handlingDays ? String(shop.handlingDays) : undefined, 'shop');
  const country = shown ?? record?.country;
  put('transitDays', transitDays(shop, country), 'shop');
  put('carriers', shop.carriers, 'shop');
  put('workingHours', shop.workingHours, 'shop');
  put('returnAddress', shop.returnAddress, 'shop');
  if (!country) return;
  const nameIn = (lang: Lang): string | undefined =>
    new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }).of(country);
  const said = langs.flatMap((lang) => {
    const name = nameIn(lang);
    return name === undefined ? [] : [[lang, name] as const];
  });
  put('country', nameIn('en'), shown ? 'page' : 'record', Object.fromEntries(said));
}

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

/**
 * What was clearly asked for, one conversion of a kind: the size of one sentence and the answer to another would say
 * something nobody asked. Of two readings neither is used.
 */
function putConversions({ conversions = [], conversionsIn = {} }: FactsInput, put: Put): void {
  const used = new Set<string>();
  conversions.forEach(({ kind, ambiguous, values, basis }, index) => {
    if (ambiguous || !values || used.has(kind)) return;
    used.add(kind);
    for (const [name, value] of Object.entries(values)) {
      const said = Object.entries(conversionsIn).flatMap(([lang, worded]) => {
        const other = worded[index]?.values?.[name];
        return other === undefined || other === value ? [] : [[lang, other] as const];
      });
      const source = basis.kind === 'product' ? 'product' : 'converter';
      put(name, value, source, said.length > 0 ? Object.fromEntries(said) : undefined);
    }
  });
}

// The sentence a value of a card is quoted in brings its own stop.
const LAST_STOP = /[.。．]\s*$/u;

/** What the card of the product says, without its last full stop; the input line of its label becomes the voltages alone. */
function putProduct(card: ProductCard | undefined, put: Put): void {
  for (const [variable, field] of productVariables) {
    const value = card?.values[field]?.trim().replace(LAST_STOP, '');
    put(variable, value && field === 'deviceInput' ? voltagesIn(value) : value, 'product');
  }
}

function voltagesIn(input: string): string | undefined {
  const label = readLabel(input);
  return label.ok && label.value.bands.length > 0 ? writeBands(label.value.bands) : undefined;
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
