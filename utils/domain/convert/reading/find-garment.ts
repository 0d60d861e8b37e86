import type { CountryCode } from '../../ids';
import { normalise } from './normalise';
import type { Audience } from '../sizes/shoe';
import { lowerSameLength, readContext, type SizeContext } from './size-context';

/** A size of something that is no shoe, or a person's measures, as a buyer wrote it. */
export type GarmentReading =
  | { readonly kind: 'clothing'; readonly system: string; readonly size: number | string; readonly audience?: Audience }
  | { readonly kind: 'jeans'; readonly waistInch: number; readonly inseamInch?: number }
  | { readonly kind: 'bra'; readonly system: string; readonly band: number; readonly cup: string }
  | { readonly kind: 'body'; readonly heightCm?: number; readonly weightKg?: number };

/** What the product is and where the buyer lives, as far as known. */
export interface GarmentHints {
  readonly buyerCountry?: CountryCode;
  readonly category?: string;
}

/**
 * Reads clothing sizes and body measures from a text; null when there are none.
 *
 * Only what was written is returned: letters are never mapped to numbers, and body measures never to a size.
 */
export function findGarment(source: string, hints: GarmentHints): GarmentReading | null {
  const { text } = normalise(source);
  const category = hints.category ?? '';
  return (
    readBody(text) ??
    (category === 'ring' ? readRing(text, hints) : null) ??
    (category === 'kids' ? readAge(text) : null) ??
    readBra(text, hints) ??
    readJeans(text, category) ??
    readLabel(text) ??
    readLetter(text, hints) ??
    readNumber(text, hints)
  );
}

const FEET = /(?<![\d.])([4-7])\s*(?:'|ft\.?|feet|foot)\s*(?:(1[01]|\d)(?:\.\d)?\s*(?:"|''|in(?:ch(?:es)?)?)?)?(?!\d)/i;
const METRES = /(?<![\d.])([12])\s?[.m]\s?(\d{2})\s?(?:m(?!\p{L})|cm)?(?=\s|[^\d]|$)/iu;
const TALL =
  /(?:身高|身長|키|height|größe|altura|taille|рост|altezza|boy|طول)?\s*(?<![\d.])(1[2-9]\d|2[01]\d|[89]\d)\s*(?:cm|см|センチ|厘米|公分|센티)/iu;
const TALL_NAMED =
  /(?:身高|身長|키|height|altura|рост|altezza|statura|lengte|längd|wzrost|الطول)\D{0,6}(1[2-9]\d|20\d|[89]\d)(?!\d)/iu;
const WEIGHT = /(?<![\d.])(\d{2,3}(?:\.\d)?)\s*(kgs?|kilos?|кг|キロ|公斤|千克|킬로|كجم|كيلو|lbs?|pounds|斤)/iu;
const WEIGHT_NAMED = /(?:体重|體重|몸무게|weight|weigh|peso|вес|gewicht|waga|الوزن)\D{0,6}(\d{2,3})(?!\d)/iu;

const tenth = (value: number): number => Math.round(value * 10) / 10;

function readBody(text: string): GarmentReading | null {
  const feet = FEET.exec(text);
  const weightMatch = WEIGHT.exec(text);
  const weight = weightMatch ?? WEIGHT_NAMED.exec(text);
  const tall = TALL_NAMED.exec(text) ?? TALL.exec(text);
  const metres = METRES.exec(text);
  // A single length may be a garment; a person is named by height and weight, or by a word for height.
  const named = TALL_NAMED.test(text);
  const height =
    feet && (feet[2] || weight)
      ? tenth((Number(feet[1]) * 12 + Number(feet[2] ?? 0)) * 2.54)
      : tall && (weight || named || Number(tall[1]) >= 140)
        ? Number(tall[1])
        : metres && (weight || /\d\s?m\s?\d|\dm/i.test(metres[0]))
          ? Number(metres[1]) * 100 + Number(metres[2])
          : undefined;
  if (height === undefined && (!weight || !/weigh|体重|體重|몸무게|peso|вес|gewicht/i.test(text))) return null;
  const unit = weightMatch?.[2]?.toLowerCase() ?? 'kg';
  const factor = /^(?:lb|pound)/.test(unit) ? 0.45359237 : unit === '斤' ? 0.5 : 1;
  return {
    kind: 'body',
    ...(height === undefined ? {} : { heightCm: height }),
    ...(weight ? { weightKg: tenth(Number(weight[1]) * factor) } : {}),
  };
}

const BRA = /(?<![\d.\p{L}])(\d{1,3})\s?-?(AAA?|A|B|CC?|DDD?|D|EE?|FF?|GG?|HH?|I|JJ?|KK?)(?![\p{L}\d])/u;
const BRA_WORDS =
  /(?<!\p{L})(?:bras?|bralette|soutien-gorge|sujetador|sostén|bh|reggiseno|sutiã|бюстгальтер\p{L}*|лифчик\p{L}*|stanik|biustonosz|sutyen|beha)(?!\p{L})|ブラ|胸罩|文胸|内衣|브라/iu;

function readBra(text: string, { buyerCountry, category }: GarmentHints): GarmentReading | null {
  if (category !== 'bra' && !BRA_WORDS.test(text)) return null;
  const found = BRA.exec(text);
  if (!found) return null;
  const band = Number(found[1]);
  const cup = found[2] as string;
  const context = readContext(text, lowerSameLength(text), { start: found.index, end: found.index + found[0].length });
  const system = context.code ?? braSystem(band, cup, buyerCountry);
  return system ? { kind: 'bra', system, band, cup } : null;
}

function braSystem(band: number, cup: string, country: string | undefined): string | undefined {
  if (band >= 28 && band <= 58)
    return cup === 'DDD' || country === 'US' || country === 'CA'
      ? 'US'
      : country === 'GB' || country === 'IE' || !country || /^(?:DD|FF|GG|HH|JJ|KK|EE)$/.test(cup)
        ? country === 'US'
          ? 'US'
          : 'UK'
        : 'US';
  if (band >= 60 && band <= 130)
    return country === 'JP' || country === 'CN' || country === 'KR'
      ? country
      : ['FR', 'BE', 'ES', 'PT'].includes(country ?? '')
        ? 'FR'
        : 'EU';
  if (band >= 6 && band <= 26) return country === 'IT' ? 'IT' : 'AU';
  return band >= 1 && band <= 7 ? 'IT' : undefined;
}

const WAIST_LENGTH =
  /(?<![\d.\p{L}])(?:w\s?)?(2[2-9]|[345]\d)\s?(?:w|"|in(?:ch)?)?\s?(?:[x×*/,-]|by|\s)\s?(?:l\s?)?(2[6-9]|3[0-8])\s?(?:l|")?(?![\d.\p{L}])/iu;
const WAIST_WORDS = /waist\D{0,6}(\d{2})(?:\D{1,24}(?:inseam|length|leg)\D{0,6}(\d{2}))?/i;
const JEANS_WORDS =
  /(?<!\p{L})(?:jeans|denim|trousers|pants|chinos|hose|pantalon\p{L}*|джинс\p{L}*|calça|spodnie|broek)(?!\p{L})|牛仔裤|ジーンズ|청바지/iu;

function readJeans(text: string, category: string): GarmentReading | null {
  const words = WAIST_WORDS.exec(text);
  const pair = WAIST_LENGTH.exec(text);
  const lettered = pair !== null && /\d\s?w|w\s?\d|l\s?\d|\d\s?l/i.test(pair[0]);
  if (pair && (lettered || category === 'jeans' || JEANS_WORDS.test(text)))
    return { kind: 'jeans', waistInch: Number(pair[1]), inseamInch: Number(pair[2]) };
  if (words)
    return { kind: 'jeans', waistInch: Number(words[1]), ...(words[2] ? { inseamInch: Number(words[2]) } : {}) };
  const waist = /(?<![\p{L}\d])w\s?(\d{2})(?!\d)/iu.exec(text);
  return waist && (category === 'jeans' || JEANS_WORDS.test(text))
    ? { kind: 'jeans', waistInch: Number(waist[1]) }
    : null;
}

/** Chinese garment label: height / girth and body type. */
function readLabel(text: string): GarmentReading | null {
  const label = /(?<!\d)(1[2-9]\d\/\d{2,3}[YABC])(?!\p{L})/u.exec(text);
  return label ? { kind: 'clothing', system: 'CN', size: label[1] as string } : null;
}

const CLOTHING_HOME: Readonly<Record<string, string>> = {
  GB: 'UK', IE: 'UK', ZA: 'UK', US: 'US', CA: 'US', AU: 'AU', NZ: 'AU', JP: 'JP', KR: 'KR', CN: 'CN', BR: 'BR', MX: 'MX', RU: 'RU', BY: 'RU', KZ: 'RU', DE: 'DE', AT: 'DE', NL: 'DE', IT: 'IT', FR: 'FR', ES: 'ES',
}; // prettier-ignore

const homeOf = (country: string | undefined): string | undefined =>
  country ? (CLOTHING_HOME[country] ?? 'EU') : undefined;

const LETTER =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\d'])(X{0,4}S|M|L|X{1,5}L|[2-8]XL|[1-6]X|GG|EG|P|G)(?![\p{Script=Latin}\p{Script=Cyrillic}\d'])/gu;

function readLetter(text: string, { buyerCountry, category }: GarmentHints): GarmentReading | null {
  const lower = lowerSameLength(text);
  for (const match of text.matchAll(LETTER)) {
    const size = match[1] as string;
    const brazilian = /^(?:GG|EG|P|G)$/.test(size);
    if (brazilian && buyerCountry !== 'BR') continue;
    const context = readContext(text, lower, { start: match.index, end: match.index + size.length });
    const certain =
      context.marker === 'size' ||
      context.code !== undefined ||
      (size.length > 1 && category !== 'shoes' && category !== undefined) ||
      (category !== undefined && isAlone(text, size));
    if (!certain) continue;
    const asian = /(?<!\p{L})asian?(?!\p{L})|アジア|亚洲|亚码/iu.test(text);
    const system = asian ? 'ASIAN' : (context.code ?? homeOf(buyerCountry) ?? 'INT');
    return { kind: 'clothing', system, size, ...audienceOf(context) };
  }
  return null;
}

const isAlone = (text: string, size: string): boolean => text.replace(/[?.!\s]/g, '') === size;

/** Children's numbers are body heights everywhere but in Asia's own steps. */
const kidsHome = (country: string | undefined): string =>
  country === 'CN' || country === 'JP' || country === 'KR' ? country : 'EU';

const AGE =
  /(?<!\d)(\d{1,2}(?:\s?-\s?\d{1,2})?)[\s-]*(years?|yrs?|yo|ans|años|jahre|anni|anos|лет|года?|岁|歲|歳|세|months?|mos?|mois|meses|monate|mesi|месяц\p{L}*|个月|ヶ月|개월)/iu;

function readAge(text: string): GarmentReading | null {
  const age = AGE.exec(text);
  if (!age) return null;
  const unit = /^(?:mo|mes|mon|мес|个月|ヶ月|개월)/i.test(age[2] as string) ? 'm' : 'y';
  return { kind: 'clothing', system: 'AGE', size: `${(age[1] as string).replace(/\s/g, '')} ${unit}` };
}

const audienceOf = ({ audience }: SizeContext): { readonly audience?: Audience } => (audience ? { audience } : {});

function readNumber(text: string, { buyerCountry, category }: GarmentHints): GarmentReading | null {
  if (category === undefined || category === 'shoes') return null;
  const lower = lowerSameLength(text);
  for (const match of text.matchAll(/(?<![\d.,:/#-])\d{1,3}(?:\.5)?(?![\d:/]|[.,]\d|-\d{4})/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const context = readContext(text, lower, span);
    if (context.spoiled && !context.code && context.marker !== 'size') continue;
    const certain =
      context.code !== undefined ||
      (context.marker !== undefined && context.marker !== 'wish') ||
      isAlone(text, match[0]) ||
      (context.marker === 'wish' && !context.spoiled);
    const system = context.code ?? (category === 'kids' ? kidsHome(buyerCountry) : homeOf(buyerCountry));
    if (certain && system) return { kind: 'clothing', system, size: Number(match[0]), ...audienceOf(context) };
  }
  return null;
}

const RING_LETTER = /(?<![\p{L}\d'])([A-Z])(\s?0?\.5| 1\/2)?(?![\p{L}\d'])/gu;

function readRing(text: string, { buyerCountry }: GarmentHints): GarmentReading | null {
  const number = readNumber(text, { ...(buyerCountry ? { buyerCountry } : {}), category: 'ring' });
  if (number) return number;
  const lower = lowerSameLength(text);
  const home = buyerCountry === 'AU' || buyerCountry === 'NZ' ? 'AU' : 'UK';
  for (const match of text.matchAll(RING_LETTER)) {
    const { marker, code } = readContext(text, lower, { start: match.index, end: match.index + match[0].length });
    // A lone capital is a size only beside a word of size, or with its half.
    if (marker !== 'size' && !code && !match[2]) continue;
    return { kind: 'clothing', system: code ?? home, size: `${match[1] as string}${match[2] ? '½' : ''}` };
  }
  return null;
}
