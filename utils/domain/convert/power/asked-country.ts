import type { NamedCountry } from './country-names';
import { sentenceAt } from './power-words';

/** Where something was bought or made, and who greets, is not where it is to be used. */
const BOUGHT =
  /(?<!\p{L})(?:bought|purchased|gekauft|acheté\p{L}*|comprad[oa]|comprei|compré|acquistat[oa]|comprat[oa]|куплен\p{L}*|купил\p{L}*|gekocht|kupion\p{L}*)(?!\p{L})[^.!?;]{0,24}$/iu;
const BOUGHT_AFTER = /^\s(?:gekauft|bestellt|erworben|gekocht|购买|买的|で買|で購入)/iu;
/** "Thanks from Germany", "from Germany to Japan": a place left, weaker than the one gone to. */
const LEFT = /(?<!\p{L})(?:from|aus|von|depuis|desde|из|uit|från|dal?la|z)\s(?:the\s|der\s|den\s)?$/iu;
/** A sentence further away counts as this many characters. */
const OTHER_SENTENCE = 400;
const MOST = 3;

/** Whether a text says that Georgia the country is meant. */
const GEORGIA =
  /tbilisi|batumi|(?:country|republic) of georgia|georgia\s?\((?:the )?country|georgia, (?:the )?country/iu;

/** A text with the countries named in it and what is known of the buyer. */
export interface CountriesInText {
  readonly text: string;
  readonly named: readonly NamedCountry[];
  readonly buyerCountry?: string;
}

/** What a text says of the place. `unclear`: a name that means two places; nothing is to be answered. */
export type AskedCountries =
  { readonly kind: 'asked'; readonly countries: readonly NamedCountry[] } | { readonly kind: 'unclear' };

/**
 * The countries a question about power at `at` is about: those of the nearest sentence that names any. Places where
 * something was bought are left out; those somebody comes from count only when nothing better is known.
 */
export function askedCountries({ text, named, buyerCountry }: CountriesInText, at: number): AskedCountries {
  const isState = ({ country }: NamedCountry): boolean =>
    country === 'GE' && buyerCountry === 'US' && !GEORGIA.test(text);
  const places = named.filter((one) => !isState(one) && !wasBought(text, one));
  const going = places.filter(({ start }) => !LEFT.test(text.slice(Math.max(0, start - 16), start)));
  const pool = going.length > 0 ? going : buyerCountry ? [] : places;
  if (pool.length === 0 && named.some(isState)) return { kind: 'unclear' };
  const sentence = sentenceAt(text, at);
  const isHere = ({ start }: NamedCountry): boolean => start >= sentence.start && start < sentence.end;
  const distance = (one: NamedCountry): number => Math.abs(one.start - at) + (isHere(one) ? 0 : OTHER_SENTENCE);
  const [nearest] = [...pool].sort((a, b) => distance(a) - distance(b));
  if (!nearest) return { kind: 'asked', countries: [] };
  const { start, end } = sentenceAt(text, nearest.start);
  const beside = pool.filter((one) => one.start >= start && one.start < end);
  const distinct = beside.filter((one, place) => beside.findIndex(({ country }) => country === one.country) === place);
  return { kind: 'asked', countries: distinct.length > 1 && distinct.length <= MOST ? distinct : [nearest] };
}

const wasBought = (text: string, { start, end }: NamedCountry): boolean =>
  BOUGHT.test(text.slice(Math.max(0, start - 48), start)) || BOUGHT_AFTER.test(text.slice(end, end + 12));
