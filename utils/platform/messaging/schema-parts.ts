/** Shapes that several calls of a seller page share. */
import * as v from 'valibot';
import { brandAs } from '@/utils/domain/ids';
import { isLangTag } from '@/utils/domain/text/lang-tag';

// Caps. Units: UTF-16 units. The page cuts a long message itself; whoever sends more is not our page.
const MESSAGE = 100_000;
const NAME = 200;
/** What a text that is cut may have been; beyond it the sender is not our page. */
const UNCUT = 2_000;
/** Most parts of one conversation: aliases, items, values. */
export const MOST = 100;

/** A name or a word of the page; may be empty. */
export const short = v.pipe(v.string(), v.maxLength(NAME));
/** A name that says something. */
export const filled = v.pipe(v.string(), v.minLength(1), v.maxLength(NAME));
/** Words of the page of which the first few are enough, so that one long title does not cost everything beside it. */
export const cut = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(UNCUT),
    // Never between the two halves of one character.
    v.transform((text) => (text.length > most ? text.slice(0, most).replace(/[\ud800-\udbff]$/, '') : text)),
  );
/** As `short`, but a longer one is cut: for words that identify nothing. */
const words = cut(NAME);
/** A message. */
export const long = v.pipe(v.string(), v.maxLength(MESSAGE));
/** `YYYY-MM-DD`. */
export const day = v.pipe(v.string(), v.isoDate());
/** An id of the given kind. */
export const id = <B extends string>() =>
  v.pipe(
    filled,
    v.transform((value) => brandAs<B>(value)),
  );
/** A BCP 47 tag. */
export const lang = v.pipe(v.string(), v.maxLength(35), v.check(isLangTag));
/** ISO 3166-1 alpha-2. */
export const country = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/),
  v.transform((value) => brandAs<'CountryCode'>(value)),
);
const instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((value) => brandAs<'Instant'>(value)),
);
/** A number that is one. */
export const amount = v.pipe(v.number(), v.finite());

/** A sum of money. */
export const money = v.object({ value: amount, currency: v.pipe(v.string(), v.maxLength(8)) });

/** Which of our shops a page belongs to. */
export const shopHint = v.object({ accountId: v.optional(filled), name: v.optional(filled) });

const item = v.object({
  title: words,
  productId: v.optional(short),
  sku: v.optional(words),
  variant: v.optional(words),
  quantity: v.optional(amount),
});

/** What a page shows of an order. */
export const order = v.object({
  orderId: id<'OrderId'>(),
  state: v.optional(
    v.picklist(['unpaid', 'unshipped', 'shipped', 'delivered', 'completed', 'cancelled', 'refunded', 'disputed']),
  ),
  items: v.pipe(v.array(item), v.maxLength(MOST)),
  fulfilment: v.optional(v.picklist(['own', 'marketplace'])),
  orderedOn: v.optional(day),
  shippedOn: v.optional(day),
  promisedFrom: v.optional(day),
  promisedOn: v.optional(day),
  deliveredOn: v.optional(day),
  carrier: v.optional(words),
  tracking: v.optional(words),
  country: v.optional(country),
  amount: v.optional(money),
  readAt: v.optional(instant),
});

/** A name a buyer's record can be found by. */
export const alias = v.object({
  kind: v.picklist(['order', 'case', 'buyer', 'display-name']),
  value: short,
  strong: v.boolean(),
});
