import * as v from 'valibot';
import { brandAs, type CountryCode, type Instant, type Lang, type MarketId, type ThreadKey } from '../ids';
import type { OrderFacts, OrderState } from '../orders';

const HOUR_MS = 3_600_000;

/** Days from today: -2 is the day before yesterday. */
const dayFromToday = v.pipe(v.number(), v.integer());
const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const item = {
  title: text,
  sku: text,
  productId: text,
};
const states = ['unshipped', 'shipped', 'delivered', 'completed'] as const satisfies readonly OrderState[];

const sampleSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]{2}-[a-z-]+$/)),
  market: v.picklist(['amazon', 'aliexpress']),
  name: text,
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  /** What the buyer wants, by the id of the intent. */
  intent: text,
  messages: v.pipe(
    v.array(v.strictObject({ from: v.picklist(['buyer', 'seller']), hoursAgo: v.number(), text })),
    v.minLength(1),
  ),
  order: v.nullable(
    v.strictObject({
      number: text,
      item: v.strictObject({ ...item, variant: v.optional(text), quantity: v.number() }),
      price: v.strictObject({ value: v.number(), currency: text }),
      state: v.picklist(states),
      fulfilment: v.picklist(['own', 'marketplace']),
      ordered: dayFromToday,
      shipped: v.optional(dayFromToday),
      promised: v.optional(dayFromToday),
      delivered: v.optional(dayFromToday),
      carrier: v.optional(text),
      tracking: v.optional(text),
    }),
  ),
  /** What is asked about before there is an order. */
  product: v.optional(v.strictObject(item)),
});
const fileSchema = v.strictObject({
  lang: v.pipe(v.string(), v.regex(/^[a-z]{2}$/)),
  samples: v.array(sampleSchema),
});

type WrittenSample = v.InferOutput<typeof sampleSchema>;

/** One message of a sample conversation. */
export interface PracticeMessage {
  readonly from: 'buyer' | 'seller';
  readonly text: string;
  readonly at: Instant;
}

/** A conversation with somebody who does not exist, as it would stand in an inbox today. */
export interface PracticeSample {
  readonly id: string;
  readonly key: ThreadKey;
  readonly market: MarketId;
  readonly lang: Lang;
  readonly name: string;
  readonly country: CountryCode;
  readonly intent: string;
  readonly messages: readonly PracticeMessage[];
  readonly order: OrderFacts | null;
  /** What it is about: the product ordered, or the one asked about. */
  readonly product: string;
}

const dayOf = (at: Date): string => at.toLocaleDateString('sv');

const dayFrom = (now: Date, days: number): string => {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return dayOf(day);
};

const orderOf = (written: WrittenSample, now: Date): OrderFacts | null => {
  const { order } = written;
  if (order === null) return null;
  const { title, sku, productId, variant, quantity } = order.item;
  const day = (days: number | undefined) => (days === undefined ? undefined : dayFrom(now, days));
  const days = { shippedOn: day(order.shipped), promisedOn: day(order.promised), deliveredOn: day(order.delivered) };
  const { shippedOn, promisedOn, deliveredOn } = days;
  return {
    orderId: brandAs<'OrderId'>(order.number),
    state: order.state,
    items: [{ title, sku, productId, quantity, ...(variant ? { variant } : {}) }],
    fulfilment: order.fulfilment,
    orderedOn: dayFrom(now, order.ordered),
    ...(shippedOn ? { shippedOn } : {}),
    ...(promisedOn ? { promisedOn } : {}),
    ...(deliveredOn ? { deliveredOn } : {}),
    ...(order.carrier ? { carrier: order.carrier } : {}),
    ...(order.tracking ? { tracking: order.tracking } : {}),
    country: brandAs<'CountryCode'>(written.country),
    amount: order.price,
  };
};

/**
 * Reads one file of sample conversations as they would stand in an inbox at this moment: their days are written relative to
 * today, so that a late parcel stays late.
 *
 * Errors: throws where the file is not what it should be, which is a bug of the build.
 */
export function readSamples(file: unknown, now: Date): readonly PracticeSample[] {
  const { lang, samples } = v.parse(fileSchema, file);
  return samples.map((written): PracticeSample => {
    const { id, market, name, country, intent, messages } = written;
    return {
      id,
      key: brandAs<'ThreadKey'>(`practice:${market}:${id}`),
      market: brandAs<'MarketId'>(market),
      lang,
      name,
      country: brandAs<'CountryCode'>(country),
      intent,
      messages: messages.map(({ from, text, hoursAgo }) => ({
        from,
        text,
        at: brandAs<'Instant'>(new Date(now.getTime() - hoursAgo * HOUR_MS).toISOString()),
      })),
      order: orderOf(written, now),
      product: written.order?.item.title ?? written.product?.title ?? '',
    };
  });
}
