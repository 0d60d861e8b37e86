import { brandAs, type CountryCode, type Lang } from '../../ids';
import type { Span } from '../../text/span';
import { normalise, type Normalised } from './normalise';
import { readShoeNumber, type ShoeReading } from './read-shoe-number';
import type { Audience } from '../sizes/shoe';
import { lowerSameLength, readContext, type SizeContext } from './size-context';
import { AUDIENCE_WORDS, CLOTHING_WORDS, SHOE_WORDS } from './size-words';

/** What is known about a message besides its words. */
export interface SizeHints {
  readonly buyerCountry?: CountryCode;
  readonly lang?: Lang;
  /** What the product is, when known. */
  readonly category?: 'shoes' | 'other';
  /** `query` when a person typed it into the converter: a bare number is then a size. */
  readonly from?: 'message' | 'query';
}

/** A shoe size in a text with every reading it allows, the likeliest first. */
export interface FoundSize extends Span {
  readonly text: string;
  readonly readings: readonly ShoeReading[];
  readonly audience?: Audience;
  /** True when nothing but the number says that it is about shoes. */
  readonly assumedShoes: boolean;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** One pattern for a word list; words of scripts without spaces need no edges. */
const anyWord = (words: readonly string[]): RegExp => {
  const spaceless = words.filter((word) => /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(word));
  const spaced = words.filter((word) => !spaceless.includes(word));
  return new RegExp(
    `(?<!\\p{L})(?:${spaced.map(escape).join('|')})(?!\\p{L})|${spaceless.map(escape).join('|')}`,
    'gu',
  );
};
const SHOES = anyWord(SHOE_WORDS);
const CLOTHES = anyWord(CLOTHING_WORDS);
// Single Chinese characters such as 男 are read only beside the number, where they can mean nothing else.
const PEOPLE = anyWord(Object.keys(AUDIENCE_WORDS).filter((word) => word.length > 1));

const NUMBER = /\d+(?:\.\d+)?/g;
const ORDER_WORDS =
  /(?:order|orders|bestellung|bestellnummer|commande|pedido|ordine|заказ\p{L}*|zamówien\p{L}*|sipariş|注文|订单|訂單|주문|طلب|tracking|invoice|asin|sku)\s*(?:number|no|nr|n°|nº|num|id|号|番号|번호)?[\s.:#]*$/iu;
const PRICE_WORDS =
  /(?:price|paid|pay|cost|costs|refund|only|prix|payé|precio|preis|bezahlt|kostet|цена|за|价格|値段|for)\s*$/iu;
const JOINS =
  /^\s?(?:or|and|oder|und|ou|et|o|y|e|или|и|eller|och|lub|veya|of|en|または|か|或者|或|和|또는|أو|\/|-|,|&)\s?$/iu;

/**
 * Finds the shoe sizes in a message.
 *
 * Units: offsets are UTF-16 units of the text as given.
 */
export function findSizes(source: string, hints: SizeHints = {}): readonly FoundSize[] {
  const norm = normalise(source);
  const lower = lowerSameLength(norm.text);
  const topic = topicsOf(lower, hints);
  const found: FoundSize[] = [];
  let previous: { readonly end: number; readonly context: SizeContext; readonly value: number } | null = null;
  for (const match of norm.text.matchAll(NUMBER)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const value = Number(match[0]);
    if (!isPlausible(norm.text, span, match[0])) continue;
    let context = readContext(norm.text, lower, span);
    const joined: boolean =
      previous !== null &&
      JOINS.test(norm.text.slice(previous.end, span.start)) &&
      Math.abs(previous.value - value) <= 3;
    if (joined && previous && !context.code) {
      const { code, audience, unit, marker } = previous.context;
      context = {
        ...context,
        code,
        audience: context.audience ?? audience,
        unit: context.unit ?? unit,
        marker: RANKED(marker, context.marker),
        spoiled: false,
      };
    }
    const reading = judge({ norm, lower, span, value, context, topic, hints });
    if (!reading) continue;
    previous = { end: span.end, context, value };
    found.push(reading);
  }
  return found;
}

const RANKED = (a: SizeContext['marker'], b: SizeContext['marker']): SizeContext['marker'] => a ?? b;

interface Topics {
  readonly shoes: readonly number[];
  readonly clothes: readonly number[];
  readonly audience?: Audience;
}

function topicsOf(lower: string, hints: SizeHints): Topics {
  const places = (pattern: RegExp): number[] => [...lower.matchAll(pattern)].map((match) => match.index);
  const people = new Set([...lower.matchAll(PEOPLE)].map((match) => AUDIENCE_WORDS[match[0]]));
  const only = people.size === 1 ? [...people][0] : undefined;
  return { shoes: places(SHOES), clothes: hints.category === 'shoes' ? [] : places(CLOTHES), audience: only };
}

interface Candidate {
  readonly norm: Normalised;
  readonly lower: string;
  readonly span: Span;
  readonly value: number;
  readonly context: SizeContext;
  readonly topic: Topics;
  readonly hints: SizeHints;
}

const nearest = (places: readonly number[], at: number): number =>
  Math.min(...places.map((place) => Math.abs(place - at)));

function judge({ norm, lower, span, value, context, topic, hints }: Candidate): FoundSize | null {
  if (hints.category === 'other') return null;
  const { unit, marker } = context;
  const known = hints.category === 'shoes' || hints.from === 'query';
  // In lower case "us" is a pronoun, unless it is known that sizes are spoken of.
  const pronoun = known && !context.spoiled && /(?<!\p{L})us\s?$/u.test(lower.slice(0, context.start));
  const code = context.code ?? (pronoun ? 'US' : undefined);
  if (unit === 'cm' && INSOLE.test(lower)) return null;
  const aboutClothes =
    topic.clothes.length > 0 && nearest(topic.clothes, span.start) < nearest(topic.shoes, span.start);
  if (aboutClothes && marker !== 'shoe') return null;
  const aboutShoes = hints.category === 'shoes' || topic.shoes.length > 0 || marker === 'shoe';
  if (code === 'ASIAN') return null;
  if (context.spoiled && (!(code || marker === 'shoe' || marker === 'size') || isMeasure(lower, span.end))) return null;
  const before = norm.text.slice(Math.max(0, span.start - 28), span.start);
  if (ORDER_WORDS.test(before) || /[$€£¥₽₹]\s?$/.test(before)) return null;
  if (
    code === 'EU' &&
    /EUR\s?$/.test(before) &&
    !(aboutShoes && (marker === 'size' || marker === 'shoe' || !PRICE_WORDS.test(before.replace(/EUR\s?$/, ''))))
  )
    return null;
  const suffix = code || unit ? null : /^(?:Y|C|K)(?!\p{L})/u.exec(norm.text.slice(span.end));
  const bare =
    norm.text.slice(0, context.start).trim() +
      norm.text
        .slice(context.end)
        .replace(/[?.!？。]/g, '')
        .trim() ===
    '';
  const enough =
    code !== undefined ||
    marker === 'shoe' ||
    marker === 'size' ||
    (unit !== undefined && (aboutShoes || hints.from === 'query' || LABEL_COUNTRIES.has(countryOf(hints) ?? ''))) ||
    (marker === 'wear' && (aboutShoes || value >= 33)) ||
    (marker === 'wish' && aboutShoes && WISH_END.test(lower.slice(context.end))) ||
    (known && value % 1 === 0.5 && value >= 3.5) ||
    (suffix !== null && (aboutShoes || topic.audience === 'kids')) ||
    (bare && known);
  if (!enough) return null;
  const audience = context.audience ?? (suffix ? 'kids' : gradeLetter(norm.text, context.end, code)) ?? topic.audience;
  const readings = readShoeNumber({
    value,
    code,
    unit,
    audience,
    country: countryOf(hints),
    youth: suffix?.[0] === 'Y',
  });
  if (readings.length === 0) return null;
  const end = suffix ? Math.max(context.end, span.end + 1) : context.end;
  const { start, end: finish } = norm.span(context.start, end);
  return {
    start,
    end: finish,
    text: norm.text.slice(context.start, end),
    readings,
    audience,
    assumedShoes: !aboutShoes && unit === undefined,
  };
}

/** Languages nearly all of whose writers buy by their own country's labels; used only while the country is unknown. */
const HOME_OF_LANG: Readonly<Record<string, string>> = { zh: 'CN', ja: 'JP', ko: 'KR', ru: 'RU' };

function countryOf({ buyerCountry, lang }: SizeHints): CountryCode | undefined {
  const home = HOME_OF_LANG[lang?.split('-')[0] ?? ''];
  return buyerCountry ?? (home ? brandAs<'CountryCode'>(home) : undefined);
}

/** An insole is 5 to 15 mm longer than the foot: its length is no size. */
const INSOLE = /insoles?|semelles?|plantillas?|innensohle|einlegesohle|solett[ae]|стельк|内长|鞋垫|中敷|palmilha|깔창/u;

/** After a number that is only wished for, the sentence ends or turns: "in 2 colours" is no size. */
const WISH_END =
  /^\s*(?:$|[?.!,;:)/-]|[。？！、，]|(?:please|pls|thanks|bitte|por|s'il|svp|per|also|instead|or|oder|ou|o|and|und|y|e|et|for|für|pour|para|available|left|noch|в наличии|есть)(?!\p{L}))/u;

/** Countries whose shoe labels are lengths, so that a bare length is a size there. */
const LABEL_COUNTRIES: ReadonlySet<string> = new Set(['JP', 'KR', 'CN', 'MX', 'TW']);

/** "US 8 W": a lone capital after a US size names the audience. */
function gradeLetter(text: string, at: number, code: SizeContext['code']): Audience | undefined {
  if (code !== 'US' && code !== 'AU') return undefined;
  const letter = /^\s?(W|M)(?![\p{L}'])/u.exec(text.slice(at))?.[1];
  return letter === 'W' ? 'women' : letter === 'M' ? 'men' : undefined;
}

const isMeasure = (lower: string, at: number): boolean =>
  /^\s?(?:[%$€£¥₽₹°]|usd|gbp|kg|v|hz|lbs?|days?|tage|jours|días|dollars?|euros)(?!\p{L})/u.test(lower.slice(at));

/** Order ids, dates, times, phone numbers and prices are no sizes whatever stands beside them. */
// Volts, watts, hertz and the like, glued or after a space: the number is a rating, whatever word stands before it.
const ELECTRIC =
  /^\s?(?:(?:k?v|k?w|k?hz|m?ah?|kwh|volts?|watts?|amps?)(?![a-z])|ボルト|ワット|ヘルツ|伏|瓦|赫|볼트|와트|вольт|ватт|فولت|واط)/i;

function isPlausible(text: string, { start, end }: Span, digits: string): boolean {
  if (/^0\d/.test(digits) || digits.split('.')[0]!.length > 3) return false;
  const fraction = digits.split('.')[1];
  if (fraction !== undefined && !/^(?:[0-9]|25|75|50|00|33|67|66)$/.test(fraction)) return false;
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 3);
  if (/[\d.,:_#+*]$/.test(before) && !/[.:]$/.test(before.replace(/\d[.:]$/, '1'))) return false;
  if (
    /[#_+*]$/.test(before) ||
    (/\d[-/]$/.test(before.slice(-2)) && !/(?<!\d)\d{2}[-/]$/.test(text.slice(Math.max(0, start - 4), start)))
  )
    return false;
  if (
    /^[:_*+]\d/.test(after) ||
    (/^[/-]\d/.test(after) && !/^[/-]\d{2}(?!\d)(?!\S*[/-])/.test(text.slice(end, end + 6)))
  )
    return false;
  if (/^\.\d/.test(after) || ELECTRIC.test(text.slice(end, end + 8))) return false;
  // Glued to a Latin word that is no size word: part numbers such as B07XJ8.
  const glued = /[\p{L}\d]+$/u.exec(text.slice(Math.max(0, start - 14), start))?.[0] ?? '';
  return !/\d/.test(glued);
}
