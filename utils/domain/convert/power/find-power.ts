import type { CountryCode, Lang } from '../../ids';
import type { Span } from '../../text/span';
import type { ConversionTables } from '../tables';
import { askedCountries } from './asked-country';
import type { NamedCountry } from './country-names';
import { deviceKind, type DeviceKind } from './device-kind';
import type { DeviceLabel } from './device-label';
import { labelOf, plugIn, ratingsIn, wattsIn } from './mains-rating';
import { countryPower, type CountryPower } from './mains';
import { ASKING, NEED_ADAPTER, NEGATED, POWER_WORDS, sentenceAt, speaksOfMains, WORKS_WORDS } from './power-words';

/** A question about plug or voltage in a text. */
export interface FoundPower extends Span {
  readonly text: string;
  readonly power: CountryPower;
  /** Supplies of further countries asked about in the same sentence; each has an answer of its own. */
  readonly others?: readonly CountryPower[];
  /** Whether the country stands in the text or was taken from the order. */
  readonly countryFrom: 'text' | 'buyer';
  /** The device's rating as far as the text names it; null when it does not. */
  readonly label: DeviceLabel | null;
  /** What the device draws, where the text names one figure; unit: watt. */
  readonly watts?: number;
  readonly plug?: string;
  /** Words of the text that tell what the device is, for `Device.kind`; absent when none does. */
  readonly kind?: DeviceKind;
}

/** What is known about a text besides its words. */
export interface PowerHints {
  readonly lang: Lang;
  readonly buyerCountry?: CountryCode;
  /** A query typed into the converter needs fewer words; a message when absent. */
  readonly from?: 'message' | 'query';
}

/** "US plug" with no country beside it asks about the supply there. */
const COUNTRY_OF_REGION: Readonly<Record<string, string>> = { US: 'US', UK: 'GB', AU: 'AU' };

/** No question is longer; what follows is not read. */
const MOST_READ = 4000;
/** Words of power looked at: a text of nothing else asks nothing. */
const MOST_WORDS = 12;
/** How far from "does it work" a country may stand. */
const NEAR_VERB = 40;

/**
 * Makes the reader of power questions; `countriesIn` finds the countries named in a text of a language.
 */
export function makePowerFinder(
  tables: ConversionTables,
  countriesIn: (text: string, lang: Lang) => readonly NamedCountry[],
): (text: string, hints: PowerHints) => FoundPower | null {
  return (whole, hints) => {
    const text = whole.slice(0, MOST_READ);
    const isQuery = hints.from === 'query';
    const needs = [...text.matchAll(NEED_ADAPTER)];
    const written = [...text.matchAll(POWER_WORDS)].slice(0, MOST_WORDS);
    const ratings = ratingsIn(text);
    const works = [...text.matchAll(WORKS_WORDS)];
    const plug = plugIn(text, { isQuery });
    // Country names are looked up only where the message speaks of power or use at all.
    if (written.length + needs.length + ratings.length + works.length === 0 && !plug) return null;
    const named = countriesIn(text, hints.lang).filter(({ country }) => countryPower(country, tables.mains) !== null);
    const isPlaced = (at: number): boolean => {
      const { start, end } = sentenceAt(text, at);
      return [...named.map((one) => one.start), ...ratings.map(({ index = 0 }) => index)].some(
        (place) => place >= start && place < end,
      );
    };
    const words = written.filter(({ 0: word, index }) =>
      speaksOfMains(text, { word, at: index, isPlaced: isPlaced(index) }),
    );
    const typed = isQuery && plug ? plug : undefined;
    const place = ratings[0] ?? words[0] ?? needs[0];
    const strong = place !== undefined || typed !== undefined;
    const verb = works[0]?.index ?? 0;
    if (!strong) {
      if (works.length === 0 || named.length === 0) return null;
      if (!ASKING.test(text) || NEGATED.test(text.slice(Math.max(0, verb - 14), verb))) return null;
    }
    const at = words[0]?.index ?? place?.index ?? typed?.start ?? verb;
    const near = strong ? named : named.filter(({ start }) => Math.abs(start - verb) <= NEAR_VERB);
    const asked = askedCountries(
      { text, named: near, ...(hints.buyerCountry ? { buyerCountry: hints.buyerCountry } : {}) },
      at,
    );
    if (asked.kind === 'unclear') return null;
    const [first, ...others] = asked.countries;
    if (!strong && !first) return null;
    const country = first?.country ?? hints.buyerCountry ?? COUNTRY_OF_REGION[plug?.region ?? ''];
    const power = country ? countryPower(country, tables.mains) : null;
    if (!power) return null;
    const span = place
      ? { start: place.index ?? 0, end: (place.index ?? 0) + place[0].length }
      : (typed ?? first ?? { start: 0, end: 0 });
    const watts = wattsIn(text);
    const kind = deviceKind(text);
    const also = others.flatMap((one) => countryPower(one.country, tables.mains) ?? []);
    return {
      start: span.start,
      end: span.end,
      text: text.slice(span.start, span.end),
      power,
      ...(also.length > 0 ? { others: also } : {}),
      countryFrom: first || !hints.buyerCountry ? 'text' : 'buyer',
      label: labelOf(ratings),
      ...(watts === undefined ? {} : { watts }),
      ...(plug?.plug ? { plug: plug.plug } : {}),
      ...(kind ? { kind } : {}),
    };
  };
}
