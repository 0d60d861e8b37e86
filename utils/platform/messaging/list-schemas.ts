import * as v from 'valibot';
import { alias, amount, country, cut, day, filled, id, MOST, money, order, shopHint, short } from './schema-parts';

/** Most orders, events and rows one list may hold; lists on screen are far shorter, and the page cuts longer ones. */
export const longestList = 500;

// Units: UTF-16 units. What is longer is cut, so that one wordy row does not cost the whole list.
const REASON = 120;
const LAST_TEXT = 500;

const page = v.picklist(['thread', 'contact', 'order', 'orders', 'events', 'review-request', 'blocked', 'none']);
const upTo500 = <T extends v.GenericSchema>(schema: T) => v.pipe(v.array(schema), v.maxLength(longestList));
const dayOrMoment = v.union([day, v.pipe(v.string(), v.isoTimestamp())]);

const orderSeen = v.object({ ...order.entries, buyerName: v.optional(short), buyerId: v.optional(short) });

const event = v.object({
  kind: v.picklist(['feedback', 'review', 'return', 'refund', 'claim', 'dispute']),
  id: v.optional(filled),
  orderId: v.optional(id<'OrderId'>()),
  buyerName: v.optional(short),
  country: v.optional(country),
  productId: v.optional(short),
  stars: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
  at: v.optional(day),
  state: v.optional(v.picklist(['waiting-for-seller', 'waiting-for-buyer', 'with-marketplace', 'closed'])),
  dueAt: v.optional(dayOrMoment),
  reason: v.optional(cut(REASON)),
  amount: v.optional(money),
});

/** What a list or a detail page shows. */
export const listSchema = v.object({
  page,
  shop: shopHint,
  orders: upTo500(orderSeen),
  events: upTo500(event),
  reviewRequest: v.nullable(
    v.object({
      orderId: id<'OrderId'>(),
      state: v.picklist(['eligible', 'sent', 'already-sent', 'outside-window', 'not-eligible', 'try-later', 'loading']),
    }),
  ),
  rows: upTo500(
    v.object({
      key: filled,
      aliases: v.pipe(v.array(alias), v.maxLength(MOST)),
      lastText: v.optional(cut(LAST_TEXT)),
    }),
  ),
  holds: v.object({ strings: v.optional(short) }),
});

// A name of a field in our own code; no text of a page fits.
const fieldName = v.pipe(v.string(), v.regex(/^[a-zA-Z][\w.-]{0,39}$/));

/** How well a page could be read. */
export const visitSchema = v.object({
  page,
  health: v.picklist(['good', 'limited', 'broken']),
  fields: v.pipe(
    v.array(
      v.object({
        field: fieldName,
        state: v.picklist(['ok', 'fallback', 'missing']),
        required: v.boolean(),
        candidate: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
        problem: v.optional(v.picklist(['missing', 'invalid', 'disagree', 'disabled'])),
      }),
    ),
    v.maxLength(MOST),
  ),
  ms: v.pipe(amount, v.minValue(0)),
});
