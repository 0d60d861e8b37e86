import type { AssistantModel, CheckModel, NotesModel, ShownFinding } from '@/components/content/model';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { brandAs } from '@/utils/domain/ids';
import type { EventRow, NoteRow, OrderRow, Stamp } from '@/utils/domain/records';
import type { Draft, DraftBlock, Suggestion } from '@/utils/domain/replies/draft';
import { emptyView } from '../../fixtures/buyers/empty-view';

const stamp: Stamp = { shopId: brandAs('lumen-de'), authorId: brandAs('me'), hlc: '1', origin: 'here', deleted: 0 };

/** A block whose `[name]` parts are places that still need a value. */
const aBlock = (text: string, index: number): DraftBlock => ({
  id: `b${index}`,
  before: index === 0 ? '' : ' ',
  segments: text
    .split(/(\[\w+\])/)
    .filter((part) => part !== '')
    .map((part) =>
      /^\[\w+\]$/.test(part) ? { kind: 'open', variable: part.slice(1, -1) } : { kind: 'text', text: part },
    ),
});

/** A draft of sentences; `[name]` stands for an open value. */
export const aDraft = (lang: string, sentences: readonly string[], change: Partial<Draft> = {}): Draft => ({
  templateId: 'delivery_delayed.own',
  lang,
  status: { state: 'draft' },
  blocks: sentences.map(aBlock),
  ...change,
});

/** A reply to a late German order that still needs a new date. */
export const aSuggestion = (change: Partial<Suggestion> = {}): Suggestion => ({
  templateId: 'delivery_delayed.own',
  intent: 'delivery_delayed',
  title: 'Apologise and give a new date',
  reasons: [
    { kind: 'cues', cues: [{ start: 20, end: 36, text: 'immer noch nicht', gloss: 'still not' }] },
    { kind: 'order-state', state: 'shipped' },
  ],
  draft: aDraft('de', [
    'Guten Tag Frau Weber,',
    'Ihre Bestellung 302-7781234-5567890 hätte am 17. November ankommen sollen, das tut uns leid.',
    'DHL liefert sie nun bis zum [newEta].',
  ]),
  counterpart: aDraft('en', [
    'Hello Ms Weber,',
    'your order 302-7781234-5567890 should have arrived on 17 November, we are sorry.',
    'DHL will now deliver it by [newEta].',
  ]),
  open: [{ name: 'newEta', type: 'date', required: true }],
  facts: {
    buyerName: { value: 'Frau Weber', source: 'page' },
    orderId: { value: '302-7781234-5567890', source: 'page' },
    promisedDate: { value: '2026-11-17', source: 'page' },
    carrier: { value: 'DHL', source: 'page' },
  },
  scope: { orderStates: ['shipped'], fulfilment: 'own' },
  preselected: true,
  ...change,
});

/** Three suggestions for the same message. */
export const threeSuggestions: readonly Suggestion[] = [
  aSuggestion(),
  aSuggestion({
    templateId: 'where_is_order.tracking',
    intent: 'where_is_order',
    title: 'Give tracking and the last scan',
    draft: aDraft('de', ['Guten Tag Frau Weber,', 'Ihr Paket ist mit DHL unterwegs, Sendungsnummer 00340434161094.']),
    counterpart: aDraft('en', [
      'Hello Ms Weber,',
      'your parcel is on its way with DHL, tracking number 00340434161094.',
    ]),
    open: [],
    preselected: false,
  }),
  aSuggestion({
    templateId: 'package_lost.search',
    intent: 'package_lost',
    title: 'Start a search with the carrier',
    draft: aDraft(
      'de',
      ['Guten Tag Frau Weber,', 'wir haben bei [carrier] eine Suche gestartet und melden uns bis [deadlineDate].'],
      { status: { state: 'reviewed', by: 'Anna K.', on: '2026-10-02' } },
    ),
    counterpart: aDraft('en', [
      'Hello Ms Weber,',
      'we have started a search with [carrier] and will write to you by [deadlineDate].',
    ]),
    open: [
      { name: 'carrier', type: 'text', required: true },
      { name: 'deadlineDate', type: 'date', required: true },
      { name: 'refundAmount', type: 'money', required: false },
    ],
    facts: {},
    preselected: false,
  }),
];

/** A shoe size with a range. */
export const aConversion = (change: Partial<Conversion> = {}): Conversion => ({
  start: 0,
  end: 6,
  kind: 'size',
  heard: 'UK 5.5',
  audience: 'women',
  lines: [
    { label: 'EU', value: '39', range: '38.5–39' },
    { label: 'US', value: '7.5' },
  ],
  basis: { kind: 'table', sourceId: 'shoe-charts' },
  warnings: ['convert.warning.fewSources'],
  ambiguous: false,
  insertText: 'UK 5.5 entspricht EU 39.',
  ...change,
});

/** A finding about asking for a good review. */
export const aFinding = (change: Partial<ShownFinding> = {}): ShownFinding => ({
  rule: 'review.positive',
  severity: 'block',
  start: 10,
  end: 30,
  fixes: [{ start: 10, end: 30, replacement: 'your honest opinion' }],
  excerpt: 'a 5-star review',
  muteDays: 30,
  text: {
    title: 'Asks for a good review',
    why: 'Sellers may ask for a review, but not for a good one. Accounts have been limited for it.',
    alternative: 'We would be glad to read your honest opinion.',
    sources: [{ key: 'amz-comm', title: 'Communication guidelines', readOn: '2026-11-02', confidence: 'read' }],
  },
  ...change,
});

/** A message check; English with all rules and no findings unless told otherwise. */
export const aCheck = (change: Partial<CheckModel> = {}): CheckModel => ({
  findings: [],
  coverage: { kind: 'full', rulesRun: 42 },
  context: [],
  unknown: [],
  muted: [],
  lang: 'de',
  hasText: false,
  isPending: false,
  sharesBox: false,
  told: null,
  ...change,
});

/** A note written on an autumn afternoon. */
export const aNote = (id: string, text: string, change: Partial<NoteRow> = {}): NoteRow => ({
  ...stamp,
  id: brandAs(id),
  buyerKey: brandAs('weber'),
  text,
  createdAt: brandAs('2026-11-18T14:05:00.000Z'),
  ...change,
});

/** An order that is on its way. */
export const anOrder = (orderId: string, change: Partial<OrderRow> = {}): OrderRow => ({
  ...stamp,
  id: `lumen-de ${orderId}`,
  orderId: brandAs(orderId),
  buyerKey: brandAs('weber'),
  state: 'shipped',
  items: [{ title: 'LED desk lamp, dimmable, warm white', quantity: 2 }],
  orderedOn: '2026-11-10',
  ...change,
});

/** Something that happened to an order. */
export const anEvent = (kind: EventRow['kind'], change: Partial<EventRow> = {}): EventRow => ({
  ...stamp,
  id: `${kind} ${change.at ?? ''}`,
  kind,
  orderId: brandAs('302-7781234-5567890'),
  buyerKey: brandAs('weber'),
  at: '2026-11-18',
  ...change,
});

/** What a buyer with trouble has behind them. */
export const someHistory = {
  orders: [
    anOrder('302-7781234-5567890'),
    anOrder('302-1111111-2222222', {
      state: 'completed',
      orderedOn: '2026-03-02',
      items: ['USB-C charger', 'Cable 2 m', 'Travel case', 'Adapter'].map((title) => ({ title, quantity: 1 })),
    }),
  ],
  events: [
    anEvent('claim', {
      at: '2026-11-19',
      state: 'waiting-for-seller',
      dueAt: '2030-11-24',
      amount: { value: 49.9, currency: 'EUR' },
      reason: 'Paket nicht angekommen',
    }),
    anEvent('feedback', { stars: 2, reason: 'Lieferung' }),
    anEvent('return', { at: '2026-04-01', state: 'closed', reason: 'Zu klein' }),
    anEvent('review', { at: '2026-03-20', stars: 5, orderId: undefined, productId: 'B0LAMP0001' }),
  ],
} satisfies { orders: readonly OrderRow[]; events: readonly EventRow[] };

/** The open card of a buyer with the given notes. */
export const openNotes = (notes: readonly NoteRow[], changed: readonly string[] = []): NotesModel => ({
  kind: 'open',
  view: {
    ...emptyView,
    buyer: {
      ...stamp,
      key: brandAs('weber'),
      aliases: [],
      tags: ['repeat buyer'],
      archived: 0,
      lastSeen: brandAs('2026-11-21T09:00:00.000Z'),
    },
    notes,
  },
  changedElsewhere: changed.map((id) => brandAs(id)),
});

/** A German buyer asks about a late order; three suggestions, nothing written yet. */
export const aModel = (change: Partial<AssistantModel> = {}): AssistantModel => ({
  phase: 'ready',
  uiLang: 'en',
  agentLang: 'en',
  page: 'thread',
  shop: { kind: 'known', shop: { id: brandAs('lumen-de'), name: 'Lumen DE' } },
  buyerName: 'Frau Weber',
  buyerLang: { lang: 'de', sure: true },
  watchingUntil: null,
  intents: [
    { id: 'delivery_delayed', score: 0.8 },
    { id: 'where_is_order', score: 0.1 },
  ],
  message: { text: 'Meine Bestellung ist immer noch nicht da.', lang: 'de' },
  suggestions: threeSuggestions,
  filling: null,
  draftChecks: [],
  conversions: [],
  keepable: null,
  check: aCheck(),
  held: null,
  palette: null,
  needsNoReply: false,
  escalation: null,
  notes: { kind: 'closed', count: 0 },
  record: null,
  review: null,
  health: 'good',
  fields: [
    { field: 'thread', state: 'ok', required: true },
    { field: 'composer', state: 'ok', required: true },
  ],
  composer: 'ready',
  restorable: null,
  notice: null,
  folded: false,
  collapsed: false,
  ...change,
});
