import { createHash } from 'node:crypto';
import {
  bundleSections,
  bundleVersion,
  type BundleHeader,
  type BundleLine,
  type BundleRows,
  type BundleSection,
} from '@/utils/domain/bundles/bundle';
import { compareLines, endLine, headerLine, rowLine } from '@/utils/domain/bundles/write-bundle';
import { formatClock } from '@/utils/domain/customers/clock';
import { brandAs, type Instant } from '@/utils/domain/ids';
import type { BuyerRow, RuleRow, Stamp } from '@/utils/domain/records';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { instant, stampAt } from '../customers/merging-rows';

/** The time of day in these tests. */
export const nowMs = Date.UTC(2026, 5, 1);

/** A clock reading some minutes after that. */
export const clockAfter = (minutes: number, counter = 0): string =>
  formatClock({ millis: nowMs + minutes * 60_000, counter, node: 'n' });

const born = clockAfter(-100);
const stamp: Stamp = stampAt(clockAfter(-10));
const clocked = { ...stamp, born };
const buyerKey = brandAs<'BuyerKey'>('k');
const orderId = brandAs<'OrderId'>('123-4567890-1234567');
const money = { value: 12.5, currency: 'EUR' };

export const aTemplate: ReplyTemplate = {
  id: 'late-parcel',
  intent: 'where-is-my-order',
  kind: 'reply',
  title: { en: 'Late parcel', 'zh-CN': '包裹延误', de: 'Paket verspätet' },
  tags: ['parcel'],
  scope: {
    marketplaces: ['amazon'],
    orderStates: ['shipped'],
    fulfilment: 'own',
    contactReasons: ['late'],
    repeated: false,
    overdue: true,
    noOrder: true,
    shops: ['shop'],
  },
  place: 10,
  variables: [
    {
      name: 'orderId',
      type: 'choice',
      required: true,
      choices: ['one', 'two'],
      fallback: 'your order',
      label: 'Order',
    },
  ],
  blocks: [
    { id: 'hello', role: 'greeting', before: '', needs: ['orderId'], optional: true, when: 'repeated', tone: 'full' },
  ],
  languages: {
    en: { status: { state: 'reviewed', by: 'Ann', on: '2026-01-02' }, texts: { hello: 'Hello {{ orderId }}' } },
    'zh-CN': { status: { state: 'draft' }, texts: { hello: '您好 😀' } },
  },
};

/** Every field of a row that travels. */
type Whole<S extends BundleSection> = Required<Omit<BundleRows[S], WorkedOut>>;
type WorkedOut =
  | keyof Pick<BuyerRow, 'summary' | 'segments' | 'facets' | 'recheckOn' | 'tally'>
  // The switch and locks are rows of `rules` without these; a rule has neither.
  | keyof Pick<RuleRow, 'on' | 'lock'>;

/** One row of each section with everything it can have: a field that is added to `records.ts` does not compile here. */
export const wholeRows: { readonly [S in BundleSection]: Whole<S> } = {
  shops: {
    ...stamp,
    id: brandAs<'ShopId'>('shop'),
    marketplace: brandAs<'MarketId'>('amazon'),
    name: 'Lampenladen',
    accountId: 'A1',
    seenAs: ['Lampen', 'Laden'],
    profile: {
      signature: 'Ann',
      tone: 'short',
      handlingDays: 2,
      carriers: 'DHL',
      workingHours: '9-17',
      returnAddress: 'Street 1',
      timeZone: 'Europe/Berlin',
      transit: [{ country: 'DE', days: '2-4' }, { days: '8' }],
    },
  },
  buyers: {
    ...clocked,
    clocks: { displayName: clockAfter(-20), 'fields.size': clockAfter(-30), 'signals.sample': clockAfter(-30) },
    key: buyerKey,
    aliases: ['order:1', 'hash:ab'],
    displayName: 'Zoë 😀',
    country: brandAs<'CountryCode'>('DE'),
    lang: 'de',
    byHand: ['country'],
    tags: ['vip'],
    tagMarks: { vip: { hlc: clockAfter(-40), on: 1 }, old: { hlc: clockAfter(-50), on: 0 } },
    archived: 0,
    firstSeen: instant(1),
    lastSeen: instant(2),
    fields: { size: '42', 'a.b': 'c' },
    signals: { wholesale: '2026-01-02', sample: '', partner: '2026-01-02', 'opted-out': '2024-02-29' },
    joinedTo: '',
    forgotten: 1,
  },
  orders: {
    ...clocked,
    clocks: { state: clockAfter(-20), country: clockAfter(-20) },
    id: 'shop:1',
    orderId,
    buyerKey,
    state: 'shipped',
    stateOn: '2026-01-03',
    items: [{ title: 'Lamp', productId: 'B01', sku: 'L-1', variant: 'red', quantity: 2 }, { title: '' }],
    fulfilment: 'own',
    orderedOn: '2026-01-01',
    shippedOn: '2026-01-02',
    promisedFrom: '2026-01-04',
    promisedOn: '2026-01-06',
    deliveredOn: '2026-01-05',
    country: brandAs<'CountryCode'>('DE'),
    amount: money,
    reviewAskedOn: '2026-01-15',
  },
  events: {
    ...clocked,
    clocks: { state: clockAfter(-20) },
    id: 'shop:claim:R1',
    kind: 'claim',
    eventId: 'R1',
    orderId,
    buyerKey,
    productId: 'B01',
    stars: 4,
    at: '2026-01-07',
    state: 'waiting-for-seller',
    dueAt: '2026-01-09T10:00:00+02:00',
    reason: 'Defective',
    amount: { value: -3, currency: 'USD' },
  },
  notes: {
    ...clocked,
    clocks: { text: clockAfter(-20) },
    id: brandAs<'NoteId'>('note'),
    buyerKey,
    text: 'Two lines\nof a note \u2028 "quoted" \\ud800',
    createdAt: instant(3),
    editedAt: instant(4),
  },
  contacts: { ...stamp, id: 'c', buyerKey, orderId, kind: 'reply', at: instant(5), lang: 'zh-CN', asked: 'size' },
  promises: {
    ...clocked,
    clocks: { done: clockAfter(-20) },
    id: 'p',
    buyerKey,
    orderId,
    what: 'refund',
    dueOn: '2026-02-01',
    done: 1,
  },
  followUps: {
    ...clocked,
    clocks: { done: clockAfter(-20), snoozedTo: clockAfter(-20) },
    id: 'shop:late:1',
    buyerKey,
    kind: 'late',
    orderId,
    about: 'shop:claim:R1',
    since: '2026-01-06',
    dueAt: instant(6),
    until: instant(9),
    snoozedTo: instant(7),
    done: 1,
    doneAt: instant(8),
  },
  entries: {
    ...clocked,
    clocks: { text: clockAfter(-20) },
    id: 'e',
    day: '2026-01-01',
    at: instant(1),
    department: 'logistics',
    severity: 'high',
    text: 'Boxes are crushed',
    product: 'Lamp',
    reason: 'damaged',
    count: 3,
  },
  products: {
    ...stamp,
    id: 'prod',
    sku: 'L-1',
    productId: 'B01',
    title: 'Lamp',
    values: { mains: '230 V' },
    authors: { mains: 'returns' },
  },
  templates: {
    ...stamp,
    shopId: brandAs<'ShopId'>(''),
    id: 'late-parcel',
    template: aTemplate,
    off: 1,
    tags: ['parcel'],
    reviews: { de: { by: 'Ann', on: '2026-01-02', print: 'abc' } },
    at: instant(1),
  },
  overrides: { ...stamp, id: 'o', rules: ['review.twice'], reason: 'asked for', at: instant(1) },
  rules: {
    ...stamp,
    shopId: brandAs<'ShopId'>(''),
    id: 'own-guarantee',
    severity: 'block',
    off: 1,
    own: {
      title: 'Guarantee',
      why: 'Legal asked us not to.',
      alternative: 'Say warranty.',
      words: ['guarantee*'],
      unless: ['A-to-z'],
      severity: 'warn',
      marketplaces: ['amazon'],
      langs: ['en'],
      replacement: 'warranty',
    },
  },
  agents: { ...stamp, id: brandAs<'AgentId'>('agent-n'), initials: 'AN', deleted: 0 },
  settings: { ...stamp, name: 'myLang', value: 'de', deleted: 0 },
  mutes: { ...stamp, id: 'm', rule: 'review.twice', reason: 'asked for', at: instant(1), until: instant(2) },
  templateVersions: { ...stamp, id: 'v', templateId: 'late-parcel', at: instant(1), template: aTemplate },
  templateEdits: {
    ...stamp,
    id: 'd',
    templateId: 'late-parcel',
    block: 'hello',
    lang: 'de',
    text: 'Hallo {{ orderId }}',
    at: instant(1),
  },
  log: {
    ...stamp,
    id: 'l',
    at: instant(1),
    what: 'message.sent',
    buyerKey,
    detail: { lang: 'de', openFor: 41 },
    deleted: 0,
  },
};

export const lineOf = <S extends BundleSection>(section: S, change: Partial<BundleRows[S]> = {}): BundleLine =>
  ({ section, row: { ...wholeRows[section], ...change } }) as unknown as BundleLine;

/** One line of each section, in their order. */
export const wholeLines: readonly BundleLine[] = bundleSections.map((section) => lineOf(section));

const countsOf = (lines: readonly { readonly section: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { section } of lines) counts[section] = (counts[section] ?? 0) + 1;
  return counts;
};

export const headerFor = (lines: readonly { readonly section: string }[]): BundleHeader => ({
  format: 'parley-bundle',
  ...bundleVersion,
  schema: 6,
  origin: 'n',
  authorId: 'agent-n',
  createdAt: '2026-05-31T10:00:00.000Z' as Instant,
  redaction: 'full',
  counts: countsOf(lines),
});

/** The text of these lines with an end that is true. */
export const ended = (lines: readonly string[], rows = lines.length - 1): string => {
  const before = lines.join('');
  return before + endLine({ rows, sha256: createHash('sha256').update(before).digest('hex') });
};

/** The whole text of a bundle of these rows, in the order in which rows are written. */
export const bundleOf = (lines: readonly BundleLine[], header = headerFor(lines)): string =>
  ended([headerLine(header), ...[...lines].sort(compareLines).map(rowLine)]);
