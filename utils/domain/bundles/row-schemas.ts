/** The form of every row of a bundle, field by field as in `records.ts`; what is not named here does not get in. */
import * as v from 'valibot';
import { HOLDS_SENDING, isRuleRowId, readLockId, ruleOfRow } from '../compliance/desk/rule-row-id';
import { maxNameLength } from '../customers/alias';
import { maxReasonLength } from '../customers/events';
import { err, ok, type Result } from '../result';
import { departments, entrySeverities } from '../worklog/entry';
import { bundleSections, type BundleRows, type BundleSection } from './bundle';
import { ownWords, replyTemplate, shopProfile } from './nested-schemas';
import { ownSchemas } from './own-schemas';
import {
  amount,
  beginningOf,
  clock,
  country,
  day,
  dayOrMoment,
  flag,
  id,
  instant,
  isSafeKey,
  joinedId,
  lang,
  listOf,
  mapOf,
  market,
  money,
  name,
  text,
  textOf,
  wholeNumber,
} from './row-parts';
import { clocked, stamped } from './row-stamps';

// A key in an error is at most this long, because a hostile file chooses it. Units: UTF-16 units.
const LONGEST_FIELD = 200;

const order = v.optional(id<'OrderId'>());
const buyer = id<'BuyerKey'>();

const shops = stamped({
  id: id<'ShopId'>(),
  marketplace: market,
  name: text,
  accountId: v.optional(name),
  seenAs: v.optional(listOf(text)),
  profile: v.optional(shopProfile),
});

const signal = v.optional(v.union([v.literal(''), day]));

const buyers = clocked({
  key: buyer,
  aliases: listOf(id()),
  displayName: v.optional(textOf(maxNameLength)),
  country: v.optional(country),
  lang: v.optional(lang),
  byHand: v.optional(listOf(v.picklist(['displayName', 'country', 'lang']))),
  // A tag becomes the key of its mark.
  tags: v.pipe(
    listOf(name),
    v.transform((tags) => tags.filter(isSafeKey)),
  ),
  tagMarks: v.optional(mapOf(name, v.object({ hlc: clock, on: flag }))),
  archived: flag,
  firstSeen: v.optional(instant),
  lastSeen: instant,
  fields: v.optional(mapOf(name, text)),
  signals: v.optional(v.object({ wholesale: signal, sample: signal, partner: signal, 'opted-out': signal })),
  joinedTo: v.optional(v.union([v.literal(''), buyer])),
  forgotten: v.optional(v.literal(1)),
});

const item = v.object({
  title: text,
  productId: v.optional(name),
  sku: v.optional(text),
  variant: v.optional(text),
  quantity: v.optional(v.pipe(amount, v.minValue(0))),
});

const orders = clocked({
  id: joinedId,
  orderId: id<'OrderId'>(),
  buyerKey: buyer,
  state: v.optional(
    v.picklist(['unpaid', 'unshipped', 'shipped', 'delivered', 'completed', 'cancelled', 'refunded', 'disputed']),
  ),
  stateOn: v.optional(day),
  items: listOf(item),
  fulfilment: v.optional(v.picklist(['own', 'marketplace'])),
  orderedOn: v.optional(day),
  shippedOn: v.optional(day),
  promisedFrom: v.optional(day),
  promisedOn: v.optional(day),
  deliveredOn: v.optional(day),
  country: v.optional(country),
  amount: v.optional(money),
  reviewAskedOn: v.optional(day),
});

const events = clocked({
  id: joinedId,
  kind: v.picklist(['feedback', 'review', 'return', 'refund', 'claim', 'dispute']),
  eventId: v.optional(name),
  orderId: order,
  buyerKey: v.optional(buyer),
  productId: v.optional(name),
  stars: v.optional(wholeNumber(1, 5)),
  at: day,
  state: v.optional(v.picklist(['waiting-for-seller', 'waiting-for-buyer', 'with-marketplace', 'closed'])),
  dueAt: v.optional(dayOrMoment),
  reason: v.optional(textOf(maxReasonLength)),
  amount: v.optional(money),
});

const notes = clocked({
  id: id<'NoteId'>(),
  buyerKey: buyer,
  text,
  createdAt: instant,
  editedAt: v.optional(instant),
});

const contacts = stamped({
  id: joinedId,
  buyerKey: buyer,
  orderId: order,
  kind: name,
  at: instant,
  lang: v.optional(lang),
  asked: v.optional(v.picklist(['size', 'plug'])),
});

const promises = clocked({ id: joinedId, buyerKey: buyer, orderId: order, what: text, dueOn: day, done: flag });

const followUps = clocked({
  id: joinedId,
  buyerKey: buyer,
  kind: name,
  orderId: order,
  about: v.optional(joinedId),
  since: v.optional(dayOrMoment),
  dueAt: instant,
  until: v.optional(instant),
  snoozedTo: v.optional(instant),
  done: flag,
  doneAt: v.optional(instant),
});

const entries = clocked({
  id: joinedId,
  day,
  at: instant,
  department: v.picklist(departments),
  severity: v.picklist(entrySeverities),
  text,
  product: v.optional(text),
  reason: v.optional(name),
  count: wholeNumber(0),
});

const products = stamped({
  id: joinedId,
  sku: v.optional(name),
  productId: v.optional(name),
  title: text,
  values: mapOf(name, text),
  authors: v.optional(mapOf(name, v.picklist(['person', 'returns']))),
});

const templates = stamped({
  id: joinedId,
  template: v.optional(replyTemplate),
  off: flag,
  tags: v.optional(listOf(name)),
  reviews: mapOf(lang, v.object({ by: name, on: day, print: name })),
  at: instant,
});

const overrides = stamped({ id: joinedId, rules: listOf(name), reason: text, at: instant });

type RuleRow = BundleRows['rules'];

const holdsSending = ({ id }: Pick<RuleRow, 'id'>): boolean => id === HOLDS_SENDING;
const isGone = ({ deleted }: Pick<RuleRow, 'deleted'>): boolean => deleted === 1;

/** Rows of a kind have the fields of that kind alone. */
const ruleFields = ({ severity, off, own, on, lock, ...row }: RuleRow): RuleRow => {
  if (holdsSending(row)) return { ...row, ...(on === undefined ? {} : { on }) };
  return { ...row, ...(severity && { severity }), ...(off && { off }), ...(own && { own }), ...(lock && { lock }) };
};

const rules = v.pipe(
  stamped({
    id: v.pipe(v.string(), v.check(isRuleRowId)),
    severity: v.optional(v.picklist(['block', 'warn', 'info'])),
    off: v.optional(v.literal(1)),
    own: v.optional(ownWords),
    on: v.optional(flag),
    lock: v.optional(v.picklist(['team', 'pack'])),
  }),
  v.forward(
    v.check((row) => (readLockId(row.id)?.author ?? row.authorId) === row.authorId),
    ['authorId'],
  ),
  v.forward(
    v.check((row) => isGone(row) || (readLockId(row.id) !== null) === (row.lock !== undefined)),
    ['lock'],
  ),
  v.forward(
    v.check((row) => isGone(row) || row.own === undefined || ruleOfRow(row.id).startsWith('own-')),
    ['own'],
  ),
  v.forward(
    v.check((row) => isGone(row) || !holdsSending(row) || row.on !== undefined),
    ['on'],
  ),
  v.transform((row) => ruleFields(row as RuleRow)),
);

const schemas: { readonly [S in BundleSection]: v.GenericSchema<unknown, BundleRows[S]> } = {
  shops,
  buyers,
  orders,
  events,
  notes,
  contacts,
  promises,
  followUps,
  entries,
  products,
  templates,
  overrides,
  rules,
  ...ownSchemas,
};

const known: ReadonlySet<string> = new Set(bundleSections);

/** Whether this version knows the section. */
export const isSection = (section: string): section is BundleSection => known.has(section);

/**
 * Reads one row as if an enemy had written it: the fields of `records.ts` and no others, without what is worked out, every
 * text, list and map within `bundleLimits`. The row is a new object.
 *
 * Errors: `invalid` with the first place that does not fit (`items.0.title`); empty for the row itself.
 */
export const checkRow = <S extends BundleSection>(
  section: S,
  value: unknown,
): Result<BundleRows[S], { readonly kind: 'invalid'; readonly field: string }> => {
  const parsed = v.safeParse(schemas[section], value, { abortEarly: true, abortPipeEarly: true });
  if (parsed.success) return ok(parsed.output as BundleRows[S]);
  const path = parsed.issues[0].path ?? [];
  const field = path.map(({ key }) => String(key)).join('.');
  return err({ kind: 'invalid', field: beginningOf(field, LONGEST_FIELD) });
};
