import { brandAs } from '../../domain/ids';
import type { OrderEvent, OrderEventKind } from '../../domain/orders';
import type { Candidate } from '../../domain/profiles/profile';
import { found, lacking, type Field } from '../../page/field';
import { shownAmount } from '../../page/shown-amount';
import { plain, shownDays, withoutDays } from '../../page/shown-date';
import type { HealthBook } from '../page-health';
import { currencyOf } from './currencies';
import type { AmazonFields } from './fields';
import { sellerHost } from './hosts';
import {
  AMOUNT_LABEL,
  BUYER_LABEL,
  DUE_LABEL,
  EVENT_DATE,
  eventStateOf,
  REASON_LABEL,
  reviewerIn,
  STARS_OF_FIVE,
} from './list-words';
import { DATE_LABELS, STATUS_LABEL } from './order-words';
import { katalScope, nameOf } from './page';
import { channelCountry } from './read-order';
import {
  dayOf,
  definedOf,
  orderIdsIn,
  partOf,
  productIn,
  sayingOf,
  toRecord,
  valueOf,
  type ListPage,
  type PageRecord,
} from './record';
import { knownRows, rowsAroundOrders, rowsAroundStars, type FoundRows } from './rows';

/** What a page of events is about, by the end of its path: the newer shell wraps old pages in a container route. */
interface EventPage {
  readonly kind: OrderEventKind;
  readonly path: RegExp;
  readonly rows: keyof AmazonFields;
  /** What every row must have; rows without it are headings, panels, or markup nobody knows. */
  readonly needs: readonly ('orderId' | 'stars' | 'id')[];
}

const PAGES: readonly EventPage[] = [
  { kind: 'feedback', path: /\/feedback-manager(?:\/|$)/i, rows: 'feedbackRow', needs: ['orderId', 'stars'] },
  { kind: 'review', path: /\/brand-customer-reviews(?:\/|$)/i, rows: 'reviewRow', needs: ['stars'] },
  { kind: 'claim', path: /\/(?:guarantee-claims|chargebacks)(?:\/|$)/i, rows: 'claimRow', needs: ['orderId'] },
  { kind: 'return', path: /\/returns(?:\/|$)/i, rows: 'returnRow', needs: ['orderId'] },
];

const MAX_REASON = 120;

/** Whole stars: a number in an attribute, in the accessible label, or as filled stars. */
function starsIn(record: PageRecord, { fields }: ListPage): number | undefined {
  const part = partOf(record, fields.stars);
  const shown = part
    ? [part.getAttribute('value'), part.getAttribute('data-rating')]
        .map((value) => Number(value))
        .find((value) => value >= 1 && value <= 5)
    : undefined;
  if (shown !== undefined) return Math.round(shown);
  const label = plain(part?.getAttribute('aria-label') ?? record.lines.join('\n'));
  const [, before, after] = STARS_OF_FIVE.exec(label) ?? [];
  if (before ?? after) return Number(before ?? after);
  const drawn = /★{1,5}/.exec(record.lines.join(' '))?.[0].length;
  return drawn !== undefined && drawn <= 5 ? drawn : undefined;
}

const OTHER_DAY = [...Object.values(DATE_LABELS), DUE_LABEL];

/** The day it happened: by its label, else the first day of the record no other label claims. */
function dayIn(record: PageRecord): string | undefined {
  const labelled = dayOf(record, EVENT_DATE);
  if (labelled) return labelled;
  const claimed = new Set([
    ...record.pairs
      .filter(({ label }) => OTHER_DAY.some((words) => words.test(label)))
      .flatMap(({ label, value }) => [`${label}: ${value}`, value]),
    ...OTHER_DAY.map((words) => valueOf(record, words)),
  ]);
  const free = record.lines.filter((line) => !claimed.has(line) && !OTHER_DAY.some((words) => words.test(line)));
  return free.flatMap((line) => shownDays(line, record.lang))[0];
}

const statusOf = (record: PageRecord, { fields }: ListPage): string =>
  sayingOf(record, fields.eventStatus) || (valueOf(record, STATUS_LABEL) ?? '');

const reasonOf = (record: PageRecord, { fields }: ListPage): string | undefined => {
  const said =
    valueOf(record, REASON_LABEL) ?? sayingOf(record, fields.eventReason).replace(/^[^:：]{0,40}[:：]\s*/, '');
  return said && said.length <= MAX_REASON ? said : undefined;
};

/** The marketplace's own id of the event, in an attribute or a link. */
function idOf({ element }: PageRecord, kind: OrderEventKind): string | undefined {
  if (kind === 'review') return /^review-(\w{4,40})$/.exec(element.getAttribute('data-testid') ?? '')?.[1];
  const links = [...element.querySelectorAll('[href]')].map((link) => link.getAttribute('href') ?? '');
  const name = kind === 'return' ? 'returnRequestId|rmaId' : 'claimId|caseId';
  const own =
    kind === 'feedback'
      ? undefined
      : links.map((href) => new RegExp(`[?&](?:${name})=([\\w-]{4,60})`, 'i').exec(href)?.[1]);
  return own?.find((id) => id !== undefined);
}

function reviewOf(record: PageRecord, page: ListPage): Pick<OrderEvent, 'buyerName' | 'at'> {
  const headings = [sayingOf(record, page.fields.reviewHeading), ...record.lines].filter((line) => line.length <= 160);
  const heading = headings.find((line) => shownDays(line, record.lang).length > 0);
  if (!heading) return {};
  const [at] = shownDays(heading, record.lang);
  return definedOf({ at, buyerName: nameOf(reviewerIn(withoutDays(heading, record.lang) ?? '') ?? '') });
}

function eventOf(record: PageRecord, event: EventPage, page: ListPage): OrderEvent | undefined {
  const { kind } = event;
  const ids = orderIdsIn(record);
  const [orderId] = ids;
  // A row about two orders is no row: whatever it says could be about either.
  if (ids.size > 1) return undefined;
  const stars = kind === 'feedback' || kind === 'review' ? starsIn(record, page) : undefined;
  const has = { orderId: orderId !== undefined, stars: stars !== undefined, id: true };
  if (event.needs.some((need) => !has[need])) return undefined;
  const text = record.lines.join('\n');
  const country = channelCountry(text);
  const own = currencyOf(country ?? sellerHost(page.url.hostname)?.country);
  const buyer = kind === 'return' ? sayingOf(record, page.fields.returnBuyer) : '';
  const isCase = kind === 'return' || kind === 'claim';
  const facts = {
    id: idOf(record, kind),
    orderId: orderId === undefined ? undefined : brandAs<'OrderId'>(orderId),
    buyerName: nameOf(valueOf(record, BUYER_LABEL) ?? buyer),
    country,
    productId: productIn(record),
    stars,
    at:
      kind === 'feedback'
        ? (shownDays(sayingOf(record, page.fields.feedbackDate), record.lang)[0] ?? dayIn(record))
        : dayIn(record),
    ...(isCase && {
      state: eventStateOf(statusOf(record, page)),
      dueAt: dayOf(record, DUE_LABEL),
      reason: reasonOf(record, page),
      amount: shownAmount(valueOf(record, AMOUNT_LABEL) ?? '', own),
    }),
    ...(kind === 'review' && reviewOf(record, page)),
  };
  return { kind, ...definedOf(facts) };
}

/** Whether the page shows its list, with nothing in it. */
const isEmptyList = ({ doc, fields }: ListPage): boolean => {
  const scope = katalScope(doc);
  return fields.emptyList.some(({ css }) => scope.first(css) !== undefined);
};

const isOfFive = (part: Element): boolean =>
  part.hasAttribute('value') ||
  part.hasAttribute('data-rating') ||
  STARS_OF_FIVE.test(plain(part.getAttribute('aria-label') ?? ''));

/**
 * Whether a row of unknown make is a claim at all: an order alone is none, although the address says the page is full of
 * them. Feedback and reviews have their stars; the newer page of returns shows no more than orders.
 */
const saysWhatHappened = ({ kind, id, state, reason }: OrderEvent): boolean =>
  kind !== 'claim' || (id ?? state ?? reason) !== undefined;

/** What happened to orders, as a page of events shows it; rows that lack what every such row has are passed by. */
export function readEventPage(page: ListPage, health: HealthBook): Field<readonly OrderEvent[]> {
  const event = PAGES.find(({ path }) => path.test(page.url.pathname));
  if (!event) return found([]);
  const candidates: readonly Candidate[] = page.fields[event.rows];
  const eventsIn = (rows: FoundRows | undefined): readonly OrderEvent[] =>
    (rows?.elements ?? []).flatMap((element) => {
      const read = eventOf(toRecord(element), event, page);
      return read && (rows?.kind !== 'semantic' || saysWhatHappened(read)) ? read : [];
    });
  const known = knownRows(page.doc, candidates);
  const listed = eventsIn(known);
  const note = (read: Field<readonly OrderEvent[]>): Field<readonly OrderEvent[]> =>
    health.note(event.rows, read, 'required');
  if (known && listed.length > 0) return note(found(listed, known.candidate, known.kind));
  // Reviews name no order: their stars tell where one begins, and a summary of stars has neither a product nor a day.
  const guessed =
    event.kind === 'review'
      ? eventsIn(rowsAroundStars(page.doc.body, page.fields.stars, isOfFive)).filter(
          ({ productId, at }) => productId && at,
        )
      : eventsIn(rowsAroundOrders(page.doc.body, page.fields.orderId));
  if (guessed.length > 0) return note(found(guessed, candidates.length, 'semantic'));
  return note(isEmptyList(page) ? found([]) : lacking('missing', event.rows));
}
