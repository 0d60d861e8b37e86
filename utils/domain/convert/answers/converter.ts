import type { CountryCode, Lang } from '../../ids';
import type { AskedProduct } from './asked-product';
import type { AnswerLine, Conversion } from '../conversion';
import { makeCountryFinder } from '../power/country-names';
import { writeBands } from '../power/device-label';
import { makePowerFinder, type FoundPower } from '../power/find-power';
import { findSizes, type FoundSize } from '../reading/find-sizes';
import { checkCompatibility, countryPower, warningKey, type Compatibility } from '../power/mains';
import type { ShoeReading } from '../reading/read-shoe-number';
import { sayPower, sayShoe, type Speech } from './say-answer';
import type { Audience, ShoeSystem } from '../sizes/shoe';
import { answerShoe, isGendered, nameShoeSize, showShoeLine } from '../sizes/shoe-answer';
import type { ConversionTables } from '../tables';

/** What is known when a text is searched for something to convert. */
export interface ConversionOptions {
  /** Language of the text. */
  readonly lang: Lang;
  /** Language of "insert"; a language without sentences gets a neutral line. */
  readonly replyLang: Lang;
  readonly buyerCountry?: CountryCode;
  /** Country of the shop: its size system is shown too. */
  readonly shopCountry?: CountryCode;
  /** Whom the product is for, when known. */
  readonly audience?: Audience;
  /** What the product is, when known. */
  readonly category?: 'shoes' | 'other';
  /** The product the question is about, when the page or a card tells. */
  readonly product?: AskedProduct;
}

/** Reads texts and answers with conversions; pure, keeps nothing but prepared tables. */
export interface Converter {
  /** What a buyer's message holds, at most four, in the order of the text; both readings where it is ambiguous. */
  findConversions(text: string, options: ConversionOptions): readonly Conversion[];
  /** The same for what a person typed into the converter: a bare number or country is enough there. */
  convertQuery(text: string, options: ConversionOptions): readonly Conversion[];
}

/** The bar has room for four. */
const MOST = 4;

const SHOWN: readonly ShoeSystem[] = ['EU', 'UK', 'US', 'JP', 'FOOT_CM'];
const HOME: Readonly<Record<string, ShoeSystem>> = { CN: 'CN', HK: 'CN', TW: 'CN', KR: 'KR', BR: 'BR', MX: 'MX', RU: 'RU', BY: 'RU', KZ: 'RU', AU: 'AU', NZ: 'AU' }; // prettier-ignore

/** Makes the converter for one set of tables. */
export function makeConverter(tables: ConversionTables): Converter {
  const speechFor = (lang: Lang): Speech => ({
    lang,
    sentences: tables.sentences[lang.split('-')[0] as string] ?? null,
  });
  const codes = Object.keys(tables.mains.countries);
  // Some 250 names a language: read once, on the first text that speaks of power.
  const finders = new Map<Lang, ReturnType<typeof makeCountryFinder>>();
  const countriesIn = (text: string, lang: Lang) => {
    const finder = finders.get(lang) ?? makeCountryFinder(lang, codes, tables.countryAliases);
    finders.set(lang, finder);
    return finder(text);
  };
  const findPower = makePowerFinder(tables, countriesIn);

  const shoesIn = (found: FoundSize, options: ConversionOptions): readonly Conversion[] => {
    const audience = found.audience ?? options.audience;
    const readings = found.readings.flatMap((reading) => spreadByAudience(reading, audience));
    return readings.map((reading) => shoeConversion(found, reading, readings.length > 1, options));
  };

  const shoeConversion = (
    found: FoundSize,
    reading: SpreadReading,
    ambiguous: boolean,
    options: ConversionOptions,
  ): Conversion => {
    const { system, size, audience } = reading;
    const homes = [options.buyerCountry, options.shopCountry].flatMap((country) =>
      country && HOME[country] ? [HOME[country]] : [],
    );
    const answer = answerShoe(reading, [...new Set([...SHOWN, ...homes])], tables.shoes);
    const from = { system, size, audience: audience ?? 'unisex', known: audience !== undefined } as const;
    return {
      kind: 'size',
      category: 'shoes',
      start: found.start,
      end: found.end,
      heard: nameShoeSize(from),
      ...(audience ? { audience } : {}),
      lines: answer.lines.map(showShoeLine),
      basis: answer.basis,
      warnings: shoeWarnings(found, reading, ambiguous),
      ambiguous,
      insertText: sayShoe(from, answer, speechFor(options.replyLang)),
    };
  };

  const powerConversion = (found: FoundPower, options: ConversionOptions): Conversion => {
    const verdict = checkCompatibility(
      { label: found.label, ...(found.plug ? { plug: found.plug } : {}) },
      found.power,
    );
    return {
      kind: 'power',
      start: found.start,
      end: found.end,
      heard:
        found.label && found.label.bands.length > 0
          ? `${writeBands(found.label.bands)} → ${found.power.country}`
          : found.power.country,
      lines: powerLines(found, verdict),
      basis: { kind: 'table', sourceId: tables.mains.id },
      warnings: powerWarnings(found, verdict),
      ambiguous: false,
      insertText: sayPower(found, verdict, speechFor(options.replyLang)),
    };
  };

  const search = (text: string, options: ConversionOptions, from: 'message' | 'query'): Conversion[] => {
    const { lang, buyerCountry, category } = options;
    const asked = findPower(text, { lang, ...(buyerCountry ? { buyerCountry } : {}) });
    const power = asked && from === 'message' ? withoutOwnMains(asked) : asked;
    const sizes = findSizes(text, {
      lang,
      from,
      ...(buyerCountry ? { buyerCountry } : {}),
      ...(category ? { category } : {}),
    });
    const outside = sizes.filter(({ start, end }) => !power || end <= power.start || start >= power.end);
    const all = [
      ...outside.flatMap((found) => shoesIn(found, options)),
      ...(power ? [powerConversion(power, options)] : []),
    ];
    return all.filter(({ lines }) => lines.length > 0).sort((a, b) => a.start - b.start);
  };

  return {
    findConversions: (text, options) => distinct(search(text, options, 'message')).slice(0, MOST),
    convertQuery: (text, options) => {
      const found = search(text, options, 'query');
      if (found.length > 0) return distinct(found);
      const named = countriesIn(text, options.lang)[0];
      const written = text.trim();
      const country = named?.country ?? (/^[A-Z]{2}$/.test(written) ? written : undefined);
      const power = country ? countryPower(country, tables.mains) : null;
      if (!power) return [];
      return [
        powerConversion(
          { start: named?.start ?? 0, end: named?.end ?? text.length, text, power, countryFrom: 'text', label: null },
          options,
        ),
      ];
    },
  };
}

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

interface SpreadReading extends ShoeReading {
  readonly audience?: Audience;
}

/** A US or AU number without an audience is two sizes. */
function spreadByAudience(reading: ShoeReading, audience: Audience | undefined): readonly SpreadReading[] {
  if (audience) return [{ ...reading, audience }];
  if (isGendered(reading.system))
    return [
      { ...reading, audience: 'women' },
      { ...reading, audience: 'men' },
    ];
  // Under EU 34 (UK 2) only children's shoes are made.
  const small =
    (['EU', 'BR', 'RU', 'CN_EU_STYLE'].includes(reading.system) && reading.size < 33) ||
    (['JP', 'FOOT_CM'].includes(reading.system) && reading.size < 20);
  return [small ? { ...reading, audience: 'kids' } : reading];
}

function shoeWarnings(found: FoundSize, { system, audience }: SpreadReading, ambiguous: boolean): readonly string[] {
  const warnings: string[] = [];
  if (ambiguous) warnings.push('ambiguous');
  if (found.assumedShoes) warnings.push('assumedShoes');
  if (system === 'CN_OLD' || system === 'CN_EU_STYLE') warnings.push('chineseCode');
  if (system === 'FOOT_CM') warnings.push('footNotInsole');
  if (system === 'BR' || system === 'RU' || system === 'MX') warnings.push('fewSources');
  if (audience === 'kids') warnings.push('kidsScale');
  if (audience === 'unisex') warnings.push('unisexIsMens');
  return warnings.map((name) => `convert.warning.${name}`);
}

function powerLines({ power, label, plug }: FoundPower, verdict: Compatibility): readonly AnswerLine[] {
  const also = power.alsoVolts.length > 0 ? { range: `${power.alsoVolts.join(', ')} V` } : {};
  const lines: AnswerLine[] = [
    { label: 'convert.power.voltage', value: `${power.volts.join(' / ')} V`, ...also },
    { label: 'convert.power.frequency', value: `${power.hertz.join(' / ')} Hz` },
    { label: 'convert.power.plugs', value: power.plugTypes.join(', ') },
  ];
  if (label && label.bands.length > 0) {
    const device = writeBands(label.bands);
    if (verdict.power === 'ok') lines.push({ label: 'convert.power.voltageFits', value: `${device} ✓` });
    else
      lines.push({
        label: verdict.power === 'converter' ? 'convert.power.converterNeeded' : 'convert.power.notRecommended',
        value: `${device} → ${power.volts.join(' / ')} V`,
      });
  }
  if (plug)
    lines.push(
      verdict.fit === 'direct'
        ? { label: 'convert.power.plugFits', value: `${plug} ✓` }
        : { label: 'convert.power.adapterNeeded', value: `${plug} → ${power.plugTypes.join(', ')}` },
    );
  return lines;
}

function powerWarnings(found: FoundPower, verdict: Compatibility): readonly string[] {
  const warnings = verdict.warnings.map(warningKey);
  if (verdict.power === 'unknown') warnings.unshift('convert.warning.checkLabel');
  else if (verdict.fit === 'unknown') warnings.unshift('convert.warning.plugUnknown');
  if (found.countryFrom === 'buyer') warnings.push('convert.warning.countryFromOrder');
  return warnings;
}

const distinct = (all: readonly Conversion[]): Conversion[] => {
  const seen = new Set<string>();
  return all.filter(({ heard, audience, lines }) => {
    // The old Chinese code and a Chinese EU number are both heard as CN 42; their answers differ.
    const key = `${heard}|${audience ?? ''}|${lines[0]?.value ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
