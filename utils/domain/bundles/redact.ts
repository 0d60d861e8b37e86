/**
 * Rows of a bundle without what tells of people. Every id of a redacted row is made up for its file and every clock reading
 * is that of the file: nothing of it can be put together with the rows it was made of, by merging or by looking.
 */
import type { OwnWords } from '../compliance/desk-rules';
import { brandAs, type Instant } from '../ids';
import type { Stamp } from '../records';
import type { ReplyTemplate } from '../replies/template';
import { mayHoldContact } from '../text/contact';
import type { BundleLine, BundleRows, BundleSection, Redaction } from './bundle';

/** What stands in a redacted file in place of ids and clocks. */
export interface Keyed {
  /** The same made-up name for the same text, for one file alone: a small letter, then letters and figures, at most 64. */
  readonly pseudonym: (text: string) => string;
  /** The clock reading every row gets. */
  readonly hlc: string;
}

type Redactor<S extends BundleSection> = (row: BundleRows[S], keyed: Keyed) => BundleRows[S] | null;
type Redactors = { readonly [S in BundleSection]?: Redactor<S> };

/** Ids of catalogues, of which people choose; what somebody has worded looks different nearly always. */
const CHOSEN = /^[a-z]+(?:[.-][a-z0-9]+)*$/;
const LONGEST_CHOSEN = 40;
/** Figures of a pseudonym that tell shops apart in a list. */
const SHORT_NAME = 8;
/** Letters and figures of a pseudonym that fit behind `own-` in the id of a rule. */
const OWN_NAME = 48;

const chosen = (id: string): string => (id.length <= LONGEST_CHOSEN && CHOSEN.test(id) ? id : '');

const rowId = (id: string, { pseudonym }: Keyed): string => pseudonym(`row:${id}`);
const shop = (id: string, { pseudonym }: Keyed) => brandAs<'ShopId'>(id === '' ? '' : pseudonym(`shop:${id}`));
const buyer = (key: string, { pseudonym }: Keyed) => brandAs<'BuyerKey'>(pseudonym(`buyer:${key}`));
const order = (id: string, { pseudonym }: Keyed) => brandAs<'OrderId'>(pseudonym(`order:${id}`));

/** Optional fields as they stand; those that are missing stay missing. */
const kept = <R, K extends keyof R>(row: R, names: readonly K[]): Pick<R, K> =>
  Object.fromEntries(names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]])) as Pick<R, K>;

const orderOf = ({ orderId }: { readonly orderId?: string }, keyed: Keyed) =>
  orderId === undefined ? {} : { orderId: order(orderId, keyed) };

const stampOf = (row: Stamp, keyed: Keyed): Stamp => ({
  shopId: shop(row.shopId, keyed),
  authorId: brandAs<'AgentId'>(''),
  hlc: keyed.hlc,
  origin: '',
  deleted: 0,
});

const dayOf = (at: string): string => at.slice(0, 'YYYY-MM-DD'.length);
const asMoment = (day: string): Instant => brandAs<'Instant'>(`${day}T00:00:00.000Z`);
const monthOf = (at: string): string => `${at.slice(0, 'YYYY-MM'.length)}-01`;

/** Days as the first of their month; all of them, or the order in which they were would tell. */
const months = <R, K extends keyof R>(row: R, names: readonly K[]): Pick<R, K> =>
  Object.fromEntries(
    names.flatMap((name) => (row[name] === undefined ? [] : [[name, monthOf(String(row[name]))]])),
  ) as Pick<R, K>;

// A variant can be an engraving: somebody's name. The SKU tells which one it is.
const itemsOf = (items: BundleRows['orders']['items']): BundleRows['orders']['items'] =>
  items.map((item) => kept(item, ['title', 'productId', 'sku', 'quantity']));

const ORDER_DAYS = ['stateOn', 'orderedOn', 'shippedOn', 'promisedFrom', 'promisedOn', 'deliveredOn'] as const;

const orderFigures: Redactor<'orders'> = (row, keyed) => ({
  ...stampOf(row, keyed),
  id: rowId(row.id, keyed),
  orderId: order(row.orderId, keyed),
  buyerKey: buyer(row.buyerKey, keyed),
  items: itemsOf(row.items),
  ...kept(row, ['state', 'fulfilment', 'country', 'amount']),
});

// The reason is as a page words it, and pages word it in the buyer's words now and then.
const eventFigures: Redactor<'events'> = (row, keyed) => ({
  ...stampOf(row, keyed),
  id: rowId(row.id, keyed),
  at: row.at,
  ...orderOf(row, keyed),
  ...(row.buyerKey === undefined ? {} : { buyerKey: buyer(row.buyerKey, keyed) }),
  ...kept(row, ['kind', 'productId', 'stars', 'state', 'amount']),
});

const contact: Redactor<'contacts'> = (row, keyed) => ({
  ...stampOf(row, keyed),
  id: rowId(row.id, keyed),
  buyerKey: buyer(row.buyerKey, keyed),
  ...orderOf(row, keyed),
  kind: chosen(row.kind),
  ...kept(row, ['at', 'lang', 'asked']),
});

/** Own words under a name of their own, without who has read them; the marks on shipped ones are about those alone. */
const ownWords: Redactor<'templates'> = (row, keyed) => {
  if (row.template === undefined) return null;
  const id = rowId(row.id, keyed);
  const { shops, ...scope } = row.template.scope;
  const languages = Object.entries(row.template.languages).map(([lang, { texts }]) => [
    lang,
    { texts, status: { state: 'draft' } },
  ]);
  const template = {
    ...row.template,
    id,
    scope: { ...scope, ...(shops ? { shops: shops.map((one) => shop(one, keyed)) } : {}) },
    languages: Object.fromEntries(languages) as ReplyTemplate['languages'],
  };
  return { ...stampOf(row, keyed), id, template, off: row.off, reviews: {}, at: row.at };
};

const holdsContact = (own: OwnWords): boolean =>
  [own.title, own.why, own.alternative, own.replacement ?? '', ...own.words, ...own.unless].some(mayHoldContact);

/** Whether a rule is the desk's own words; decisions about shipped rules would meet those of another desk by their ids. */
const isOwnRule = (row: BundleRows['rules']): row is BundleRows['rules'] & { readonly own: OwnWords } =>
  row.own !== undefined && row.lock === undefined && !holdsContact(row.own);

const ownRule: Redactor<'rules'> = (row, keyed) =>
  isOwnRule(row)
    ? {
        ...stampOf(row, keyed),
        id: `own-${rowId(row.id, keyed).slice(0, OWN_NAME)}`,
        ...kept(row, ['severity', 'off', 'own']),
      }
    : null;

const withoutNames: Redactors = {
  shops: (row, keyed) => {
    const id = shop(row.id, keyed);
    const name = `${row.marketplace} ${id.slice(0, SHORT_NAME)}`;
    return { ...stampOf(row, keyed), id, marketplace: row.marketplace, name };
  },
  buyers: (row, keyed) => ({
    ...stampOf(row, keyed),
    key: buyer(row.key, keyed),
    aliases: [],
    tags: [],
    archived: row.archived,
    ...(row.firstSeen === undefined ? {} : { firstSeen: asMoment(dayOf(row.firstSeen)) }),
    lastSeen: asMoment(dayOf(row.lastSeen)),
    ...(row.joinedTo ? { joinedTo: buyer(row.joinedTo, keyed) } : {}),
    ...kept(row, ['country', 'lang', 'signals']),
  }),
  orders: (row, keyed) => {
    const figures = orderFigures(row, keyed);
    return figures && { ...figures, ...kept(row, [...ORDER_DAYS, 'reviewAskedOn']) };
  },
  events: (row, keyed) => {
    const figures = eventFigures(row, keyed);
    const eventId = row.eventId === undefined ? {} : { eventId: keyed.pseudonym(`event:${row.eventId}`) };
    return figures && { ...figures, ...eventId, ...kept(row, ['dueAt']) };
  },
  contacts: contact,
  promises: (row, keyed) => ({
    ...stampOf(row, keyed),
    id: rowId(row.id, keyed),
    buyerKey: buyer(row.buyerKey, keyed),
    ...orderOf(row, keyed),
    what: chosen(row.what),
    dueOn: row.dueOn,
    done: row.done,
  }),
  followUps: (row, keyed) => ({
    ...stampOf(row, keyed),
    id: rowId(row.id, keyed),
    buyerKey: buyer(row.buyerKey, keyed),
    ...orderOf(row, keyed),
    // It names an event or a promise, whose rows are named the same way.
    ...(row.about === undefined ? {} : { about: rowId(row.about, keyed) }),
    kind: chosen(row.kind),
    ...kept(row, ['since', 'dueAt', 'until', 'snoozedTo', 'done', 'doneAt']),
  }),
  entries: (row, keyed) => {
    const reason = chosen(row.reason ?? '');
    return {
      ...stampOf(row, keyed),
      id: rowId(row.id, keyed),
      text: '',
      ...(reason === '' ? {} : { reason }),
      ...kept(row, ['day', 'at', 'department', 'severity', 'count']),
    };
  },
  products: (row, keyed) => {
    const counted = Object.entries(row.values).filter(([field]) => row.authors?.[field] === 'returns');
    return {
      ...stampOf(row, keyed),
      id: rowId(row.id, keyed),
      values: Object.fromEntries(counted),
      authors: Object.fromEntries(counted.map(([field]) => [field, 'returns' as const])),
      ...kept(row, ['sku', 'productId', 'title']),
    };
  },
  templates: ownWords,
  rules: ownRule,
  overrides: (row, keyed) => ({
    ...stampOf(row, keyed),
    id: rowId(row.id, keyed),
    rules: row.rules,
    reason: '',
    at: row.at,
  }),
};

const figuresAlone: Redactors = {
  orders: (row, keyed) => {
    const figures = orderFigures(row, keyed);
    return figures && { ...figures, ...months(row, ORDER_DAYS) };
  },
  events: (row, keyed) => {
    const figures = eventFigures(row, keyed);
    return figures && { ...figures, at: monthOf(row.at) };
  },
  contacts: (row, keyed) => {
    const figures = contact(row, keyed);
    return figures && { ...figures, at: asMoment(monthOf(row.at)) };
  },
};

const redactorsOf: Readonly<Record<Exclude<Redaction, 'full'>, Redactors>> = {
  'no-names': withoutNames,
  statistics: figuresAlone,
};

/**
 * Whether a row goes into a file of this level at all. Deletions are left out of redacted files: nobody has a row of that
 * name.
 */
export const travels = ({ section, row }: BundleLine, level: Redaction): boolean =>
  level === 'full' ||
  (row.deleted === 0 &&
    redactorsOf[level][section] !== undefined &&
    !(section === 'templates' && row.template === undefined) &&
    !(section === 'rules' && !isOwnRule(row)));

/** Whether a level leaves anything of a section. */
export const isSectionOf = (section: BundleSection, level: Redaction): boolean =>
  level === 'full' || redactorsOf[level][section] !== undefined;

/**
 * A row as a file of this level may hold it; null when it holds nothing of it (see `travels`). At `full` it is the row
 * itself. What is returned has no field but those that are named here.
 */
export const redactLine = (line: BundleLine, level: Redaction, keyed: Keyed): BundleLine | null => {
  if (level === 'full') return line;
  if (!travels(line, level)) return null;
  const redact = redactorsOf[level][line.section] as Redactor<BundleSection>;
  const row = redact(line.row, keyed);
  return row === null ? null : ({ section: line.section, row } as BundleLine);
};
