import * as v from 'valibot';
import { parseTaughtPage } from '@/utils/domain/profiles/parse';
import type { TaughtPage } from '@/utils/domain/profiles/profile';
import { entrySeverities, longestEntry } from '@/utils/domain/worklog/entry';
import { problemReasons } from '@/utils/domain/worklog/problem';
import { listSchema, visitSchema } from './list-schemas';
import type { Argument, CallName } from './protocol';
import { alias, country, cut, filled, id, lang, long, MOST, order, shopHint, short } from './schema-parts';

const NOTE = 5_000;

// One reader for what is shown and what is imported; the browser's own view of a selector is asked in the page.
const taughtPage = v.pipe(
  v.unknown(),
  v.check((input) => parseTaughtPage(input, { isSelector: () => true }).ok),
  v.transform((input) => input as TaughtPage),
);

const buyerKey = id<'BuyerKey'>();
const noteId = id<'NoteId'>();
// Names its shop, its kind and what it is about; longer than any other id.
const rowId = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const note = v.pipe(v.string(), v.maxLength(NOTE));
const values = v.pipe(v.record(filled, v.pipe(v.string(), v.maxLength(2_000))), v.maxEntries(MOST));
const tags = v.optional(v.pipe(v.array(filled), v.maxLength(20)));
const despite = v.optional(v.pipe(v.array(short), v.maxLength(20)));

/** The shape of every call a seller page can make; unknown fields are dropped. */
export const contentSchemas = {
  openThread: v.object({
    page: v.picklist(['thread', 'contact']),
    threadKey: id<'ThreadKey'>(),
    aliases: v.pipe(v.array(alias), v.maxLength(MOST)),
    shop: shopHint,
    buyerName: v.optional(short),
    buyerLang: v.optional(lang),
    country: v.optional(country),
    contactReason: v.optional(v.picklist(['order-detail', 'shipping-problem', 'customisation', 'return', 'other'])),
    lastMessage: v.nullable(v.object({ text: long, at: v.optional(short) })),
    isTranslated: v.optional(v.boolean()),
    direction: v.picklist(['reply', 'proactive']),
    ownMessages: v.pipe(v.number(), v.integer(), v.minValue(0)),
    order: v.nullable(order),
    holds: v.object({ strings: v.optional(short), pack: v.optional(short) }),
  }),
  render: v.object({
    templateId: filled,
    values,
    tone: v.optional(v.picklist(['short', 'full'])),
  }),
  findReplies: v.object({
    query: v.pipe(v.string(), v.maxLength(100)),
    kind: v.picklist(['reply', 'sentence']),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
  }),
  renderSentence: v.object({
    templateId: filled,
    block: filled,
    values,
  }),
  favourite: v.object({ templateId: filled, on: v.boolean() }),
  understand: v.object({ text: long }),
  reviewDraft: v.object({ text: long, holdsPack: v.optional(short) }),
  muteRule: v.object({
    rule: short,
    reason: short,
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
  }),
  unmuteRule: v.object({ rule: short }),
  overrideHold: v.object({ rules: v.pipe(v.array(short), v.maxLength(20)), reason: short }),
  chooseShop: v.object({ shopId: id<'ShopId'>() }),
  openBuyer: v.object({ buyerKey }),
  reviewNote: v.object({ text: note }),
  addNote: v.object({ buyerKey, text: note, despite }),
  editNote: v.object({ buyerKey, noteId, text: note, despite }),
  deleteNote: v.object({ buyerKey, noteId }),
  tagBuyer: v.object({ buyerKey, add: tags, remove: tags }),
  knownTags: v.object({}),
  promiseKept: v.object({ buyerKey, id: rowId }),
  followUpDone: v.object({ buyerKey, id: rowId }),
  joinAnswer: v.object({ buyerKey, other: buyerKey, isSame: v.boolean() }),
  forgetBuyer: v.object({ buyerKey }),
  rememberAgain: v.object({}),
  saveDraft: v.object({ text: long }),
  dropDraft: v.object({}),
  keepProductValue: v.object({
    item: v.object({ title: cut(200), productId: v.optional(short), sku: v.optional(cut(200)) }),
    field: filled,
    value: v.pipe(v.string(), v.maxLength(2_000)),
  }),
  problemPrefill: v.object({}),
  reportProblem: v.object({
    product: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST))),
    reason: v.optional(v.picklist(['', ...problemReasons])),
    severity: v.picklist(entrySeverities),
    text: v.pipe(v.string(), v.maxLength(longestEntry.text)),
  }),
  openList: listSchema,
  reviewAsked: v.object({ shop: shopHint, orderId: id<'OrderId'>() }),
  reportVisit: visitSchema,
  teachWords: v.object({}),
  saveTaught: v.object({ page: taughtPage }),
  log: v.object({
    what: v.picklist(['inserted', 'sent', 'copied']),
    templateId: v.optional(filled),
    lang: v.optional(lang),
    text: v.optional(long),
    changed: v.optional(v.pipe(v.array(filled), v.maxLength(100))),
  }),
} satisfies { readonly [K in CallName]: v.GenericSchema<unknown, Argument<K>> };
