import type { Hit } from './hit';
import { dayMs } from '../convert/measures/civil-day';
import type { OrderFacts } from '../orders';
import { daysOf, findDates, writeDay, type FoundDate } from './dates';
import { findingOf } from './found';
import type { GuardFinding } from './guard-finding';
import { stands, type GuardText } from './guard-text';
import type { KnownFacts } from './known-facts';

type Event = 'orderedOn' | 'shippedOn' | 'deliveredOn' | 'promisedOn';

const EVENTS: readonly (readonly [cue: string, event: Event])[] = [
  ['EXPECTED', 'promisedOn'],
  ['ORDERED', 'orderedOn'],
  ['SHIPPED', 'shippedOn'],
  ['DELIVERED', 'deliveredOn'],
];

/** How far a date may stand from the word that says what happened. Units: words. */
const REACH = 8;
/** Clocks of two countries show two days. Units: days. */
const TOLERANCE = 1;
const DAY_MS = 86_400_000;

interface Said {
  readonly date: FoundDate;
  readonly hit: Hit;
  readonly event: Event;
}

const apart = (a: Hit, b: Hit): number => Math.max(0, a.firstWord - b.lastWord - 1, b.firstWord - a.lastWord - 1);

/** What a date is said to be the day of; undefined where the sentence does not say, or says more than one thing. */
function eventOf(text: GuardText, date: Hit): Event | undefined {
  const near = EVENTS.flatMap(([cue, event]) =>
    text
      .hitsIn(cue, date.sentence)
      .filter((hit) => apart(hit, date) <= REACH * text.wordsPerUnit)
      .filter((hit) => hit.end <= date.start || hit.start >= date.end)
      .map((hit) => ({ event, hit, away: apart(hit, date) })),
  );
  // "will be delivered" holds "delivered"; the longer words are the ones that were said.
  const said = near.filter(
    ({ hit }) =>
      !near.some(
        ({ hit: other }) =>
          other !== hit &&
          other.start <= hit.start &&
          other.end >= hit.end &&
          other.end - other.start > hit.end - hit.start,
      ),
  );
  const [best, second] = said.sort((a, b) => a.away - b.away);
  if (!best || (second && second.away === best.away && second.event !== best.event)) return undefined;
  return best.event;
}

const distance = (a: string, b: string): number => Math.abs((dayMs(a) ?? 0) - (dayMs(b) ?? 0)) / DAY_MS;

/** Whether a day contradicts what is known; a later delivery is fine where the sentence speaks of a delay. */
function isWrong(text: GuardText, { date, hit, event }: Said, order: OrderFacts, today: string): boolean {
  const right = order[event];
  if (right === undefined) return false;
  const days = daysOf(date, right);
  if (days.length === 0 || days.some((day) => distance(day, right) <= TOLERANCE)) return false;
  if (event !== 'promisedOn') return true;
  // The known day is the last of a range: an earlier one is no contradiction unless it is over.
  return days.every((day) =>
    day > right ? !stands(text, hit, { cue: 'DELAY' }) : day < today && order.deliveredOn === undefined,
  );
}

/** Dates of order, dispatch and delivery that are not those of the order. */
export function checkDates(text: GuardText, { order, today, lastMessage = '' }: KnownFacts): readonly GuardFinding[] {
  if (!order || !EVENTS.some(([, event]) => order[event] !== undefined)) return [];
  const said = findDates(text).flatMap((date): readonly Said[] => {
    const hit = text.asHit(date);
    const isOther = stands(text, hit, { cue: 'RETURN|REPLACEMENT|MONEY|NEG' }) || text.isQuestion(hit.sentence);
    const event = isOther ? undefined : eventOf(text, hit);
    return event === undefined ? [] : [{ date, hit, event }];
  });
  const buyerSaid = lastMessage.toLowerCase();
  return said.flatMap((one): readonly GuardFinding[] => {
    const right = order[one.event];
    // Several days for one event, or a range: nobody knows which one is meant.
    const isSeveral = said.some((other) => other !== one && other.event === one.event);
    const written = text.text.slice(one.date.start, one.date.end);
    if (right === undefined || isSeveral || buyerSaid.includes(written)) return [];
    if (!isWrong(text, one, order, today)) return [];
    const fix = one.date.options.length === 1 ? { fix: writeDay(right, one.date, text.words.lang) } : {};
    return [findingOf(text, { kind: 'date', start: one.date.start, end: one.date.end, known: right, ...fix })];
  });
}
