import type { Lang } from '../../ids';
import type { Span } from '../../text/span';
import type { Conversion } from '../conversion';
import { makeMeasureReader } from '../measures/read-measures';
import { makeCountryFinder } from '../power/country-names';
import { makePowerFinder, type FoundPower } from '../power/find-power';
import { checkCompatibility, supplyOf } from '../power/mains';
import { normalise } from '../reading/normalise';
import { readText } from '../reading/read-text';
import type { ReadHints, Reading } from '../reading/reading';
import type { ConversionTables } from '../tables';
import { bodyConversions } from './body-conversions';
import { deliveryConversions } from './delivery-conversions';
import { moneyConversions } from './money-conversions';
import type { Answering, ConversionOptions } from './options';
import { powerConversions } from './power-conversions';
import { powerRefusal } from './power-refusals';
import { refusal } from './refusal';
import { sizeConversions } from './size-conversions';
import { makeSpeech, type Speech } from './speech';
import { timeConversions } from './time-conversions';
import { unitConversions } from './unit-conversions';

export type { ConversionOptions } from './options';

/** Reads texts and answers with conversions; pure, keeps nothing but prepared tables. */
export interface Converter {
  /** What a buyer's message holds, at most four, in the order of the text, what is to be
   * exchanged last; both readings where it is ambiguous. */
  findConversions(text: string, options: ConversionOptions): readonly Conversion[];
  /** The same for what a person typed into the converter: a bare number or country is enough there. */
  convertQuery(text: string, options: ConversionOptions): readonly Conversion[];
}

type Source = 'message' | 'query';

/** The bar has room for four. */
const MOST = 4;
/** No message is longer; what follows is not read. */
const MOST_READ = 4000;

/** Makes the converter for one set of tables. */
export function makeConverter(tables: ConversionTables): Converter {
  const codes = Object.keys(tables.mains.countries);
  // Some 250 names a language: read once, on the first text that speaks of power.
  const finders = new Map<Lang, ReturnType<typeof makeCountryFinder>>();
  const countriesIn = (text: string, lang: Lang) => {
    const finder = finders.get(lang) ?? makeCountryFinder(lang, codes, tables.countryAliases);
    finders.set(lang, finder);
    return finder(text);
  };
  const findPower = makePowerFinder(tables, countriesIn);
  const readMeasures = makeMeasureReader(tables.measures, countriesIn);
  const speeches = new Map<Lang, Speech>();
  const speechFor = (lang: Lang): Speech => {
    const speech = speeches.get(lang) ?? makeSpeech(lang, tables.sentences[lang.split('-')[0] as string] ?? null);
    speeches.set(lang, speech);
    return speech;
  };

  const search = (whole: string, options: ConversionOptions, from: Source): readonly Conversion[] => {
    const text = whole.slice(0, MOST_READ);
    const answering: Answering = { options, tables, speech: speechFor(options.replyLang) };
    const { lang, buyerCountry } = options;
    const asked = findPower(text, { lang, from, ...(buyerCountry ? { buyerCountry } : {}) });
    const power = asked && from === 'message' ? withoutOwnMains(asked) : asked;
    const hints = hintsOf(options, from);
    const quantities = readMeasures(text, normalise(text), hints);
    const sizes = readText(text, hints).filter(
      (reading) => (!power || !overlap(reading, power)) && !quantities.some((one) => winsOver(one, reading, from)),
    );
    // "30 cm" typed alone may be a foot or just a length.
    const sure = from === 'query' ? sizes.filter((reading) => reading.kind !== 'size' || !reading.assumed) : sizes;
    const taken: readonly Span[] = power ? [...sure, power] : sure;
    const measures = quantities.filter((one) => !taken.some((span) => overlap(one, span)));
    // A size that is to be exchanged for another stands after it.
    const rank = (one: Reading): number => Number(one.kind === 'size' && one.wished === false);
    const inText = [
      ...distinctReadings([...sizes, ...measures]).map((reading) => ({
        rank: rank(reading),
        start: reading.start,
        answers: () => answer(reading, answering, from),
      })),
      ...(power ? [{ rank: 0, start: power.start, answers: () => powerConversions(power, answering) }] : []),
    ].sort((a, b) => a.rank - b.rank || a.start - b.start);
    const found = makeDistinct();
    for (const { answers } of inText) {
      if (from === 'message' && found.all.length >= MOST) break;
      found.add(answers());
    }
    return found.all;
  };

  /** A country alone is a question about its mains. */
  const countryAlone = (text: string, options: ConversionOptions): readonly Conversion[] => {
    const named = countriesIn(text, options.lang)[0];
    const written = text.trim();
    const country = named?.country ?? (/^[A-Z]{2}$/.test(written) ? written : undefined);
    if (!country || (named && !isAlone(text, named))) return [];
    const span = named ?? { start: 0, end: text.length };
    const supply = supplyOf(country, tables.mains);
    if (!supply.ok) return [refusal(span, { heard: country }, supply.error.kind)];
    const found: FoundPower = { ...span, text, power: supply.value, countryFrom: 'text', label: null };
    return powerConversions(found, { options, tables, speech: speechFor(options.replyLang) });
  };

  return {
    findConversions: (text, options) => search(text, options, 'message').slice(0, MOST),
    convertQuery: (typed, options) => {
      const text = withCountry(typed.slice(0, MOST_READ));
      const refused = powerRefusal(text, countriesIn(text, options.lang), tables);
      if (refused) return [refused];
      const found = search(text, options, 'query');
      return found.length > 0 ? found : countryAlone(text, options);
    },
  };
}

/** What the options say about the text, for the reader. */
function hintsOf({ lang, buyerCountry, category, audience, product }: ConversionOptions, from: Source): ReadHints {
  const what = category ?? product?.category;
  const whom = audience ?? product?.audience;
  return {
    lang,
    from,
    ...(buyerCountry ? { buyerCountry } : {}),
    ...(what ? { category: what } : {}),
    ...(whom ? { audience: whom } : {}),
  };
}

function answer(reading: Reading, answering: Answering, from: Source): readonly Conversion[] {
  switch (reading.kind) {
    case 'size': {
      const found = sizeConversions(reading, answering);
      // A number that only may be a size is no size when it has no answer.
      const isSure = from === 'query' || reading.options.some(({ by }) => by === 'code' || by === 'unit');
      const answered = isSure ? found : found.filter(({ kind }) => kind !== 'cannot');
      return from === 'message' && reading.assumed ? answered.map(asGuess) : answered;
    }
    case 'body':
      return bodyConversions(reading, answering);
    case 'quantity':
      return unitConversions(reading, answering);
    case 'time':
      return timeConversions(reading, answering);
    case 'delivery':
      // In a message the buyer quotes days; only who asks is told dates, which are a promise.
      return from === 'query' ? deliveryConversions(reading, answering) : [];
    case 'money':
      // Every other message names a price; only who asks gets it written out.
      return from === 'query' ? moneyConversions(reading, answering) : [];
    case 'contradiction':
      return [refusal(reading, { heard: `${reading.system} ${reading.size}` }, 'contradiction')];
  }
}

/**
 * Whether a quantity is meant where a size or a body's measure could be read: the text asks for it in another unit, or
 * the unit's name goes on beyond what looked like a size ("5 uk gallons").
 */
function winsOver(quantity: Reading, size: Reading, from: Source): boolean {
  if (quantity.kind !== 'quantity' || !overlap(quantity, size)) return false;
  if (size.kind !== 'body' && quantity.start <= size.start && quantity.end > size.end) return true;
  const isOne = size.kind !== 'body' || Object.keys(size.measures).length === 1;
  // "180 cm, in M or in L?" asks for a letter of size.
  if (quantity.to === undefined || (quantity.to.length === 1 && !(from === 'query' && isOne))) return false;
  // In "foot 3 cm" the foot is what was measured, not a unit.
  const isFoot = size.kind === 'body' && size.measures.footCm !== undefined;
  if (isFoot && quantity.to === 'ft' && size.start < quantity.start) return false;
  return size.kind === 'body' || (size.kind === 'size' && size.options.every(({ by }) => by !== 'code'));
}

/** Nothing says what the size is of: it is shown, but chosen by a person and put into no reply. */
function asGuess({ values: _, ...conversion }: Conversion): Conversion {
  return { ...conversion, ambiguous: true };
}

/** "To Brazil?" is a country alone, "25:99 Madrid" is not. */
const isAlone = (text: string, { start, end }: Span): boolean =>
  /^[\s\p{P}→>]{0,9}(?:(?:to|in|for|from|the|mains|power|nach|für|en|à|au|para|в|去|到)[\s\p{P}]{1,4}){0,2}$/iu.test(
    text.slice(0, start),
  ) && /^[\s\p{P}]{0,9}(?:mains|power)?[\s\p{P}]{0,9}$/iu.test(text.slice(end));

/** Typed in small letters "to us" is the country; a message would mean the pronoun. */
const withCountry = (query: string): string => query.replace(/(?<=\d\s?v (?:to|in) |^)us(?=\s{0,3}\??$)/iu, 'US');

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * A voltage in a buyer's message that suits the country is the buyer's mains, not the device's rating: what the
 * device takes stays unknown. One that does not suit can only be the device's.
 */
function withoutOwnMains(found: FoundPower): FoundPower {
  const suits = checkCompatibility({ label: found.label }, found.power).power === 'ok';
  return suits && !isLabel(found) ? { ...found, label: null } : found;
}

/** Wide ranges and switches stand on type plates only. */
const isLabel = ({ label }: FoundPower): boolean =>
  label !== null && (label.bands.length > 1 || label.bands.some(({ low, high }) => high > low * 1.3));

/** What is read twice is answered once, where it stands first. */
function distinctReadings(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Set<string>();
  return [...readings]
    .sort((a, b) => a.start - b.start)
    .filter((reading) => {
      const said = JSON.stringify({ ...reading, start: 0, end: 0 });
      return !seen.has(said) && seen.add(said);
    });
}

/** Collects answers; one that says the same as another before it is left out. */
function makeDistinct() {
  const seen = new Set<string>();
  const all: Conversion[] = [];
  const add = (more: readonly Conversion[]): void => {
    for (const conversion of more) {
      const { kind, heard, audience, lines } = conversion;
      // The old Chinese code and a Chinese EU number are both heard as CN 42; their answers differ.
      const key = `${kind}|${heard}|${audience ?? ''}|${lines[0]?.label ?? ''} ${lines[0]?.value ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      all.push(conversion);
    }
  };
  return { all: all as readonly Conversion[], add };
}
