import { readText } from '../../convert/reading/read-text';
import { readNumbers } from '../../convert/measures/read-number';
import type { CurrencyTable } from '../../convert/measures/tables';
import { amountsIn } from '../../guards/check-amounts';
import { orderPlaces, parcelPlaces } from '../../guards/check-ids';
import { findDates, type FoundDate } from '../../guards/dates';
import { readGuardText, type GuardText } from '../../guards/guard-text';
import type { GuardWords } from '../../guards/guard-words';
import { brandAs, type Lang } from '../../ids';
import type { OrderFacts } from '../../orders';
import { wordsOf } from '../../products/find-asked';
import { foldText } from '../../text/phrases';
import type { Span } from '../../text/span';
import type { FactKind } from './understanding';
import { findWords, indexWords } from './word-index';

/** What facts of a message are read with. */
export interface FactSources {
  readonly lang: Lang;
  readonly agentLang: Lang;
  /** The words of the message's language. */
  readonly words: GuardWords;
  readonly currencies: CurrencyTable;
  /** The order on the page: its ids and its products are known for sure. */
  readonly order: OrderFacts | null;
}

/** A fact at a place of the message, with how the agent's language writes it where that differs. */
export interface FoundFact extends Span {
  readonly kind: 'fact';
  readonly fact: FactKind;
  readonly gloss?: string;
}

const fact = (kind: FactKind, { start, end }: Span, gloss?: string): FoundFact => ({
  kind: 'fact',
  fact: kind,
  start,
  end,
  ...(gloss !== undefined && { gloss }),
});

/** A leap year that begins with a Sunday: every day of a year and of a week can be named in it. */
const ANY_YEAR = 2012;
/** From Sunday on. */
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

interface Writers {
  readonly day: Intl.DateTimeFormat;
  readonly dayOfYear: Intl.DateTimeFormat;
  readonly weekday: Intl.DateTimeFormat;
  readonly either: Intl.ListFormat;
}

const writers = new Map<Lang, Writers>();

/** Making a formatter takes a millisecond; a language keeps its own. */
function writersOf(lang: Lang): Writers {
  const known = writers.get(lang);
  if (known) return known;
  const named = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const made = {
    day: new Intl.DateTimeFormat(lang, named),
    dayOfYear: new Intl.DateTimeFormat(lang, { ...named, year: 'numeric' }),
    weekday: new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }),
    either: new Intl.ListFormat(lang, { type: 'disjunction' }),
  };
  writers.set(lang, made);
  return made;
}

/** A date in the agent's words; both readings where figures allow two. */
function dayGloss({ options, year }: FoundDate, { day, dayOfYear, either }: Writers): string {
  const format = year === undefined ? day : dayOfYear;
  const days = options.map((one) => format.format(Date.UTC(year ?? ANY_YEAR, one.month - 1, one.day)));
  return days[1] === undefined ? (days[0] ?? '') : either.format([...new Set(days)]);
}

const weekdayGloss = (at: number, { weekday }: Writers): string => weekday.format(Date.UTC(ANY_YEAR, 0, 1 + at));

/** The point behind "3 marca." ends the sentence; behind a short "3 Dez. an" it belongs to the month. */
function withoutStop({ start, end }: Span, text: string): Span {
  return text[end - 1] === '.' && /^(?:\s*$|\s*\n|\s+\p{Lu})/u.test(text.slice(end, end + 8))
    ? { start, end: end - 1 }
    : { start, end };
}

function datesIn(text: GuardText, lang: Lang): readonly FoundFact[] {
  const dates = findDates(text);
  const weekdays = WEEKDAYS.flatMap((at) => text.hits(`WEEKDAY_${at}`).map((hit) => [at, hit] as const));
  if (dates.length + weekdays.length === 0) return [];
  const own = writersOf(lang);
  return [
    ...dates.map((date) => fact('date', withoutStop(text.toOriginal(date), text.original), dayGloss(date, own))),
    ...weekdays.map(([at, hit]) => fact('date', text.toOriginal(hit), weekdayGloss(at, own))),
  ];
}

const moneyWriters = new Map<string, Intl.NumberFormat>();

/** An amount with the code of its currency; none where a sign is shared by several. */
function moneyGloss(value: number, currencies: readonly string[], lang: Lang): string | undefined {
  const [currency, other] = currencies;
  if (currency === undefined || other !== undefined) return undefined;
  const key = `${lang} ${currency}`;
  const writer =
    moneyWriters.get(key) ?? new Intl.NumberFormat(lang, { style: 'currency', currency, currencyDisplay: 'code' });
  moneyWriters.set(key, writer);
  return writer.format(value);
}

/** Sixteen figures are an order only where orders look so; elsewhere they are a number that should not be in a message. */
const isOrderId = (id: string, order: OrderFacts | null): boolean =>
  id.length !== 16 || (order !== null && /^\d{16}$/.test(order.orderId));

/** Ids of the order on the page, in whatever shape they are, wherever the message repeats them. */
function knownIds(message: string, order: OrderFacts | null): readonly FoundFact[] {
  const all: readonly (readonly [FactKind, string | undefined])[] = [
    ['order-id', order?.orderId],
    ['tracking', order?.tracking],
  ];
  return all.flatMap(([kind, id]) => {
    const start = id === undefined || id.length < 5 ? -1 : message.indexOf(id);
    return start < 0 || id === undefined ? [] : [fact(kind, { start, end: start + id.length })];
  });
}

/** Names of the ordered products as the message repeats them. */
function productsIn(message: string, order: OrderFacts | null, lang: Lang): readonly FoundFact[] {
  if (!order || order.items.length === 0) return [];
  const names = wordsOf(order.items.map(({ title }) => title).join(' '));
  const found = findWords(
    indexWords(
      [...names].map((name) => [name, null] as const),
      lang,
    ),
    foldText(message),
  );
  const joined: FoundFact[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    // Two letters at a time where nothing stands between words.
    if (last && span.start < last.end) joined[joined.length - 1] = fact('product', { ...last, end: span.end });
    else joined.push(fact('product', span));
  }
  return joined;
}

/** The facts of a message, the surest first; several may stand at one place. Units: UTF-16 offsets in the message. */
export function findFacts(message: string, sources: FactSources): readonly FoundFact[] {
  const { lang, agentLang, words, currencies, order } = sources;
  const text = readGuardText(message, words);
  const country = order?.country === undefined ? {} : { buyerCountry: brandAs<'CountryCode'>(order.country) };
  return [
    ...knownIds(message, order),
    ...orderPlaces(text.text)
      .filter(({ id }) => isOrderId(id, order))
      .map((place) => fact('order-id', text.toOriginal(place))),
    ...parcelPlaces(text).map(({ hit }) => fact('tracking', text.toOriginal(hit))),
    ...datesIn(text, agentLang),
    ...amountsIn(text, { currencies, order }).map(({ hit, value, currencies: read }) =>
      fact('amount', text.toOriginal(hit), moneyGloss(value, read, agentLang)),
    ),
    ...readText(message, { lang, ...country }).map((size) => fact('size', size)),
    ...productsIn(message, order, lang),
    ...readNumbers(text.text, lang).map((number) => fact('number', text.toOriginal(number))),
  ];
}
