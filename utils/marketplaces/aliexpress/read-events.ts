import type { OrderEvent } from '../../domain/orders';
import { found, lacking, type Field } from '../../page/field';
import { shownHours } from '../../page/shown-duration';
import { isTimeStamp, shownDays } from '../../page/shown-date';
import type { HealthBook } from '../page-health';
import type { AliexpressFields } from './fields';
import { BUYER_LABEL } from './locale';
import { disputeStateOf, REASON_LABEL } from './locale-lists';
import { pageLang, textIn } from './page';
import { amountIn, countryCodeOf, fieldIn, isAction, labelledIn, leavesIn, nameOf, type Found } from './read-record';
import { starsIn } from './read-stars';
import { contradictsItself, partsIn, recordBlocks, type RecordBlock } from './record-blocks';

const MAX_REASON = 80;

/** Day of a record: an element that is nothing but a date, so that a date in somebody's words is none. */
function dayIn(block: RecordBlock, fields: AliexpressFields, lang: string): string | undefined {
  const parse = (element: Element): string | undefined => {
    const text = textIn(element);
    return text.length <= 60 && isTimeStamp(text, lang) ? shownDays(text, lang)[0] : undefined;
  };
  return (
    fieldIn(block, fields.eventDate, parse)?.value ??
    leavesIn(block)
      .map(parse)
      .find((day) => day !== undefined)
  );
}

/** The page's own id of a dispute: of the line, or of the dispute itself, in its links. */
const disputeIdIn = (block: RecordBlock): string | undefined =>
  partsIn(block, ['a[href]'])
    .map(
      (link) => /[?&](?:reverseOrderLineId|disputeId|issueId)=(\d{6,24})/i.exec(link.getAttribute('href') ?? '')?.[1],
    )
    .find((id) => id !== undefined);

/**
 * The reason in the page's words: marked or labelled as such, or the only short text without a number that is neither state
 * nor name. Where two texts could be it, one of them may be the buyer's: then there is none.
 */
function reasonIn(
  block: RecordBlock,
  fields: AliexpressFields,
  known: readonly (string | undefined)[],
): string | undefined {
  const isReason = (text: string): boolean =>
    text !== '' &&
    text.length <= MAX_REASON &&
    !/[\n\p{N}]/u.test(text) &&
    !known.includes(text) &&
    disputeStateOf(text) === undefined;
  const parse = (element: Element): string | undefined =>
    !isAction(element) && isReason(textIn(element)) ? textIn(element) : undefined;
  const marked = fieldIn(block, fields.reason, parse)?.value;
  if (marked) return marked;
  const labelled = labelledIn(block, REASON_LABEL).find(isReason);
  if (labelled) return labelled;
  const cells = partsIn(block, ['td,[role="cell"],[role="gridcell"]']).filter(
    (cell) => !cell.querySelector('a,button,img,[role="button"]'),
  );
  const all = new Set(cells.flatMap((cell) => parse(cell) ?? []));
  const [only] = all;
  return all.size === 1 ? only : undefined;
}

const HOUR_MS = 3_600_000;

/**
 * Until when somebody must answer, by the countdown of the page. Units: whole hours, the page shows no smaller ones; the
 * same moment again while the countdown runs.
 */
function dueIn(block: RecordBlock, now: number): string | undefined {
  const hours = leavesIn(block)
    .filter((leaf) => !isAction(leaf))
    .map((leaf) => shownHours(textIn(leaf)))
    .find((each) => each !== undefined);
  return hours === undefined ? undefined : new Date(Math.floor(now / HOUR_MS + hours) * HOUR_MS).toISOString();
}

/** A dispute, known by its state or its own number: an order alone is none, whatever the address says the page is. */
function readDispute(block: RecordBlock, fields: AliexpressFields): Found<OrderEvent> | undefined {
  const lang = pageLang(block.leaf.ownerDocument);
  const parseState = (element: Element) => (isAction(element) ? undefined : disputeStateOf(textIn(element)));
  const placed = fieldIn(block, fields.state, parseState);
  const state =
    placed?.value ??
    leavesIn(block)
      .map(parseState)
      .find((each) => each !== undefined);
  const buyerName =
    fieldIn(block, fields.buyer, (element) => nameOf(textIn(element)))?.value ??
    labelledIn(block, BUYER_LABEL).flatMap((text) => nameOf(text) ?? [])[0];
  const amount = amountIn(block, fields.amount)?.value;
  const at = dayIn(block, fields, lang);
  const id = disputeIdIn(block);
  if (!state && !id) return undefined;
  const dueAt = dueIn(block, Date.now());
  const reason = reasonIn(block, fields, [buyerName, block.id]);
  const event: OrderEvent = {
    kind: 'dispute',
    orderId: block.id,
    ...(id && { id }),
    ...(buyerName && { buyerName }),
    ...(at && { at }),
    ...(state && { state }),
    ...(dueAt && state !== 'closed' && { dueAt }),
    ...(reason && { reason }),
    ...(amount && { amount }),
  };
  // The page's own number of the dispute is proof enough; without it a state found among other words is a guess.
  return { value: event, isGuess: !id && (placed?.isGuess ?? true) };
}

/** A review, known by an order number and stars in one record, whatever the rest of the page is. */
function readFeedback(block: RecordBlock, fields: AliexpressFields): Found<OrderEvent> | undefined {
  const stars = starsIn(block, fields);
  if (stars === undefined) return undefined;
  const at = dayIn(block, fields, pageLang(block.leaf.ownerDocument));
  const buyerName = fieldIn(block, fields.buyer, (element) => nameOf(textIn(element)))?.value;
  const country =
    fieldIn(block, fields.buyerCountry, (element) => countryCodeOf(textIn(element)))?.value ??
    leavesIn(block)
      .map((leaf) => countryCodeOf(textIn(leaf)))
      .find((code) => code !== undefined);
  const event: OrderEvent = {
    kind: 'feedback',
    orderId: block.id,
    stars: stars.value,
    ...(buyerName && { buyerName }),
    ...(country && { country }),
    ...(at && { at }),
  };
  return { value: event, isGuess: stars.isGuess };
}

/** Reads the disputes or the reviews on screen, one per record. */
export function readEventList(
  page: { readonly doc: Document; readonly fields: AliexpressFields; readonly kind: 'disputes' | 'feedback' },
  health: HealthBook,
): Field<readonly OrderEvent[]> {
  const { doc, fields, kind } = page;
  const all = recordBlocks(doc);
  const blocks = all.filter((block) => !contradictsItself(block));
  if (blocks.length < all.length) health.note('orderId', lacking('disagree', 'orderId'), 'optional');
  if (blocks.length === 0) return lacking(all.length > 0 ? 'disagree' : 'missing', 'events');
  const read = blocks.flatMap((block) => (kind === 'disputes' ? readDispute : readFeedback)(block, fields) ?? []);
  const events = read.map(({ value }) => value);
  if (events.length === 0) return lacking('invalid', 'events');
  // A record without its stars, or a dispute without its state, is one that could not be read.
  const isWhole = events.length === blocks.length && (kind === 'feedback' || events.every(({ state }) => state));
  health.note(
    kind === 'disputes' ? 'state' : 'stars',
    isWhole ? found(true) : lacking('invalid', 'events'),
    'optional',
  );
  const hasDays = events.every(({ at }) => at !== undefined);
  health.note('at', hasDays ? found(true) : lacking('missing', 'at'), 'optional');
  return found(events, 0, read.some(({ isGuess }) => isGuess) ? 'semantic' : 'structure');
}
