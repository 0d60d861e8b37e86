import * as v from 'valibot';
import { brandAs } from '@/utils/domain/ids';
import type { Argument, CallName } from './protocol';

// Caps. Units: UTF-16 units. The page cuts a long message itself; whoever sends more is not our page.
const MESSAGE = 100_000;
const NOTE = 5_000;
const NAME = 200;
const MOST = 100;

const short = v.pipe(v.string(), v.maxLength(NAME));
const filled = v.pipe(v.string(), v.minLength(1), v.maxLength(NAME));
const long = v.pipe(v.string(), v.maxLength(MESSAGE));
const day = v.pipe(v.string(), v.isoDate());
const id = <B extends string>() =>
  v.pipe(
    filled,
    v.transform((value) => brandAs<B>(value)),
  );
const lang = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/), v.maxLength(35));
const country = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/),
  v.transform((value) => brandAs<'CountryCode'>(value)),
);
const instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((value) => brandAs<'Instant'>(value)),
);
const amount = v.pipe(v.number(), v.finite());

const item = v.object({
  title: short,
  productId: v.optional(short),
  sku: v.optional(short),
  variant: v.optional(short),
  quantity: v.optional(amount),
});

const order = v.object({
  orderId: id<'OrderId'>(),
  state: v.optional(
    v.picklist(['unpaid', 'unshipped', 'shipped', 'delivered', 'completed', 'cancelled', 'refunded', 'disputed']),
  ),
  items: v.pipe(v.array(item), v.maxLength(MOST)),
  fulfilment: v.optional(v.picklist(['own', 'marketplace'])),
  orderedOn: v.optional(day),
  shippedOn: v.optional(day),
  promisedOn: v.optional(day),
  deliveredOn: v.optional(day),
  carrier: v.optional(short),
  tracking: v.optional(short),
  country: v.optional(country),
  amount: v.optional(v.object({ value: amount, currency: v.pipe(v.string(), v.maxLength(8)) })),
  readAt: v.optional(instant),
});

const alias = v.object({
  kind: v.picklist(['order', 'case', 'buyer', 'display-name']),
  value: short,
  strong: v.boolean(),
});

const buyerKey = id<'BuyerKey'>();
const noteId = id<'NoteId'>();
const note = v.pipe(v.string(), v.maxLength(NOTE));

/** The shape of every call a seller page can make; unknown fields are dropped. */
export const contentSchemas = {
  openThread: v.object({
    page: v.picklist(['thread', 'contact']),
    threadKey: id<'ThreadKey'>(),
    aliases: v.pipe(v.array(alias), v.maxLength(MOST)),
    shop: v.object({ accountId: v.optional(filled), name: v.optional(filled) }),
    buyerName: v.optional(short),
    buyerLang: v.optional(lang),
    country: v.optional(country),
    contactReason: v.optional(v.picklist(['order-detail', 'shipping-problem', 'customisation', 'return', 'other'])),
    lastMessage: v.nullable(v.object({ text: long, at: v.optional(short) })),
    direction: v.picklist(['reply', 'proactive']),
    ownMessages: v.pipe(v.number(), v.integer(), v.minValue(0)),
    order: v.nullable(order),
    holds: v.object({ strings: v.optional(short), pack: v.optional(short) }),
  }),
  render: v.object({
    templateId: filled,
    values: v.pipe(v.record(filled, v.pipe(v.string(), v.maxLength(2_000))), v.maxEntries(MOST)),
  }),
  draftLanguage: v.object({ text: long, holdsPack: v.optional(short) }),
  chooseShop: v.object({ shopId: id<'ShopId'>() }),
  openBuyer: v.object({ buyerKey }),
  addNote: v.object({ buyerKey, text: note }),
  editNote: v.object({ buyerKey, noteId, text: note }),
  deleteNote: v.object({ buyerKey, noteId }),
  saveDraft: v.object({ text: long }),
  dropDraft: v.object({}),
  log: v.object({
    what: v.picklist(['inserted', 'sent', 'copied']),
    templateId: v.optional(filled),
    lang: v.optional(lang),
  }),
} satisfies { readonly [K in CallName]: v.GenericSchema<unknown, Argument<K>> };
