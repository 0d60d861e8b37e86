import type { CountryCode } from '../../ids';
import type { Audience } from '../sizes/shoe';
import type { SizeOption } from './reading';
import type { SizeUnit } from './words/word-list';

/** A number that is to be understood as a size, with what stands around it. */
export interface SizeNumber {
  readonly value: number;
  readonly code?: string;
  readonly unit?: SizeUnit;
  readonly audience?: Audience;
  readonly country?: CountryCode;
}

/** Every reading a number allows, the likeliest first; `contradiction` when its code and its value exclude each other. */
export type NumberOptions = readonly SizeOption[] | { readonly contradiction: string };

/** Whether a number and its code exclude each other. */
export const isContradiction = (options: NumberOptions): options is { readonly contradiction: string } =>
  'contradiction' in options;

type Limits = Readonly<Record<string, readonly [low: number, high: number]>>;

/** Numbers on labels of women's clothes; Korean ones are 44, 55, 66 ... or the bust in cm. */
const DRESS: Limits = {
  US: [0, 32], UK: [2, 34], AU: [2, 34], EU: [28, 64], FR: [28, 64], ES: [28, 64], DE: [26, 62], IT: [32, 70], RU: [36, 78], JP: [1, 31], KR: [33, 120], CN: [26, 60], BR: [30, 64], MX: [0, 50],
}; // prettier-ignore

/** Numbers on men's jackets: chest in inches, or half the chest in cm. */
const JACKET: Limits = {
  US: [28, 66], UK: [28, 66], AU: [28, 126], EU: [38, 78], FR: [38, 78], ES: [38, 78], DE: [38, 78], IT: [38, 78], RU: [38, 78], BR: [38, 78], JP: [1, 12], KR: [80, 130], CN: [42, 64], MX: [28, 66],
}; // prettier-ignore

const CLOTHES_HOME: Readonly<Record<string, string>> = {
  GB: 'UK', IE: 'UK', ZA: 'UK', IN: 'UK', US: 'US', CA: 'US', AU: 'AU', NZ: 'AU', JP: 'JP', KR: 'KR', CN: 'CN', BR: 'BR', MX: 'MX', RU: 'RU', BY: 'RU', KZ: 'RU', DE: 'DE', AT: 'DE', NL: 'DE', SE: 'DE', DK: 'DE', NO: 'DE', FI: 'DE', IT: 'IT', FR: 'FR', ES: 'ES',
}; // prettier-ignore

/** System a country's buyers mean on clothes when they name none; elsewhere in Europe and around it EU. */
export const clothesHome = (country: string | undefined): string | undefined =>
  country ? (CLOTHES_HOME[country] ?? 'EU') : undefined;

const GERMAN_GRID: ReadonlySet<string> = new Set(['DE', 'AT', 'NL', 'SE', 'DK', 'NO', 'FI']);

const fits = (limits: Limits, system: string, value: number): boolean => {
  const range = limits[system];
  return range === undefined || (value >= range[0] && value <= range[1]);
};

const option = (system: string, value: number | string, by: SizeOption['by']): SizeOption => ({
  system,
  size: String(value),
  by,
});

/** Reads a number as a size of a dress, skirt or top. */
export const dressOptions = (given: SizeNumber): NumberOptions => clothesOptions(given, DRESS);

/** Reads a number as a size of a jacket, coat or suit: men's by the chest, in inches in Britain and America. */
export function jacketOptions(given: SizeNumber): NumberOptions {
  const { value, code, country, audience } = given;
  if (audience === 'women') return dressOptions(given);
  if (code) return clothesOptions(given, JACKET);
  const home = clothesHome(country);
  if (home && fits(JACKET, home, value)) return [option(home, value, 'country')];
  // Below the men's numbers it can only be a woman's.
  if (value < 34) return dressOptions(given);
  return jacketGuesses(value).map((system) => option(system, value, 'shape'));
}

function clothesOptions({ value, code, country }: SizeNumber, limits: Limits): NumberOptions {
  if (!Number.isInteger(value)) return code ? { contradiction: code } : [];
  if (code) {
    if (!fits(limits, code, value)) return { contradiction: code };
    // "EU 38" is the French grid on most charts, but a German's own number.
    const german = code === 'EU' && limits === DRESS && GERMAN_GRID.has(country ?? '');
    return [option(code, value, 'code'), ...(german ? [option('DE', value, 'country')] : [])];
  }
  const home = clothesHome(country);
  if (home && isHomeNumber(home, value) && fits(limits, home, value)) return [option(home, value, 'country')];
  return dressGuesses(value)
    .filter((system) => fits(limits, system, value))
    .map((system) => option(system, value, 'shape'));
}

/** British, American and Australian dress numbers stay small; 38 there is a European one. */
function isHomeNumber(home: string, value: number): boolean {
  if (home === 'UK' || home === 'US' || home === 'AU') return value <= 26 || value >= 48;
  return true;
}

const dressGuesses = (value: number): readonly string[] => {
  if (value === 44 || value === 55 || value === 66 || value === 77 || value === 88)
    return value === 44 ? ['EU', 'KR'] : ['KR'];
  if (value >= 28) return ['EU', 'DE'];
  return ['UK', 'US'];
};

const jacketGuesses = (value: number): readonly string[] => (value >= 44 ? ['EU', 'US'] : ['US', 'UK']);

/** Reads a number as a size of trousers: the waist in inches, or a European number; women's small numbers as dresses. */
export function jeansOptions(given: SizeNumber): NumberOptions {
  const { value, code, country, audience, unit } = given;
  if (unit === 'cm') return value >= 50 && value <= 160 ? [option('CM', value, 'unit')] : [];
  if (unit === 'in') return value >= 20 && value <= 60 ? [option('IN', value, 'unit')] : [];
  if (code === 'US' || code === 'UK' || code === 'AU')
    return value < 22 ? dressOptions(given) : value <= 60 ? [option(code, value, 'code')] : { contradiction: code };
  if (code) return dressOptions(given);
  if (value < 22) return dressOptions(given);
  const home = clothesHome(country);
  // Jeans carry inches everywhere; from 38 on European trousers carry European numbers.
  if (home === 'US' || home === 'UK' || home === 'AU') return [option(home, value, 'country')];
  if (value <= 36) {
    const isWomen = audience === 'women' && home !== undefined && value >= 34;
    return [option('IN', value, 'shape'), ...(isWomen ? [option(home, value, 'country')] : [])];
  }
  if (value > 70) return [];
  return [
    option(home ?? 'EU', value, home ? 'country' : 'shape'),
    ...(value <= 44 ? [option('IN', value, 'shape')] : []),
  ];
}

/** Reads a number as the size of a shirt's collar: inches or cm. */
export function collarOptions({ value, unit, code }: SizeNumber): NumberOptions {
  if (value >= 12 && value <= 21 && unit !== 'cm') return [option('IN', value, unit ? 'unit' : 'shape')];
  if (value >= 32 && value <= 54) return [option('CM', value, unit ? 'unit' : 'shape')];
  return code ? { contradiction: code } : [];
}

/** Reads a number as a size of children's clothes: a body height, or a small number by age. */
export function kidsOptions({ value, code, country, unit }: SizeNumber): NumberOptions {
  const home = country === 'CN' || country === 'JP' || country === 'KR' ? country : undefined;
  if (value >= 44 && value <= 188) {
    if (code === 'US' || code === 'UK') return { contradiction: code };
    return [option(code ?? home ?? 'EU', value, code ? 'code' : unit ? 'unit' : home ? 'country' : 'shape')];
  }
  if (unit || value > 20 || !Number.isInteger(value)) return code ? { contradiction: code } : [];
  if (code === 'US' || code === 'UK' || code === 'AU') return [option(code, value, 'code')];
  if (code) return { contradiction: code };
  const home2 = clothesHome(country);
  if (home2 === 'US') return [option('US', value, 'country')];
  return value >= 1 && value <= 16 ? [option('AGE', `${value} y`, 'shape')] : [];
}

/** Reads a number as the size of a ring. */
export function ringOptions({ value, code, unit, country }: SizeNumber): NumberOptions {
  if (unit === 'cm') return ringOptions({ value: value * 10, unit: 'mm' });
  if (unit === 'mm')
    return value >= 11 && value <= 26 ? [option('DIAMETER_MM', value, 'unit')] : value >= 36 && value <= 82 ? [option('CIRC_MM', value, 'unit')] : []; // prettier-ignore
  const circumference = value >= 40 && value <= 76;
  if (code) return fitsRing(code, value) ? [option(code, value, 'code')] : { contradiction: code };
  if (circumference) return [option('EU', value, country ? 'country' : 'shape')];
  if (value > 35 || value <= 0) return [];
  const home = RING_HOME[country ?? ''];
  if (home && fitsRing(home, value)) return [option(home, value, 'country')];
  if (country === undefined) return value <= 14 ? [option('US', value, 'shape')] : [option('JP', value, 'shape')];
  // A small number where rings carry their girth: American numbers are the commonest on listings.
  return value <= 14 ? [option('US', value, 'shape'), ...(Number.isInteger(value) ? [option('IT', value, 'shape')] : [])] : [option('JP', value, 'shape')]; // prettier-ignore
}

const RING_HOME: Readonly<Record<string, string>> = { US: 'US', CA: 'US', MX: 'US', JP: 'JP', CN: 'CN', KR: 'JP', SG: 'JP', HK: 'HK', IN: 'IN', IT: 'IT', ES: 'ES', CH: 'CH', BR: 'BR', GB: 'US', AU: 'US', IE: 'US', NZ: 'US', ZA: 'US' }; // prettier-ignore

const fitsRing = (system: string, value: number): boolean => {
  if (system === 'US' || system === 'CA') return value <= 16;
  if (['EU', 'FR', 'DE'].includes(system)) return value >= 36 && value <= 80;
  return value <= 36 || (value >= 40 && value <= 76 && system !== 'JP' && system !== 'HK');
};

/** Reads a number as the size of a hat: head cm, or inches in eighths. */
export function hatOptions({ value, code, unit, country }: SizeNumber): NumberOptions {
  if (value >= 32 && value <= 68) return code && code !== 'EU' && code !== 'DE' && code !== 'FR' ? { contradiction: code } : [option(code ?? 'EU', value, code ? 'code' : unit ? 'unit' : 'shape')]; // prettier-ignore
  if (value < 5 || value > 9) return code ? { contradiction: code } : [];
  const written = writeEighths(value);
  if (code === 'US' || code === 'UK') return [option(code, written, 'code')];
  if (country === 'GB' || country === 'IE') return [option('UK', written, 'country'), option('US', written, 'shape')];
  return [option('US', written, country === 'US' || country === 'CA' ? 'country' : 'shape')];
}

/** Hats carry eighths of an inch: 7.125 is printed 7 1/8. */
function writeEighths(value: number): string {
  const eighths = Math.round(value * 8);
  const whole = Math.floor(eighths / 8);
  const part = ['', '1/8', '1/4', '3/8', '1/2', '5/8', '3/4', '7/8'][eighths % 8] ?? '';
  return part ? `${whole} ${part}` : String(whole);
}

/** Reads a number as the size of a glove: girth of the hand in inches, or cm. */
export function gloveOptions({ value, unit, code }: SizeNumber): NumberOptions {
  if (unit === 'cm' || (value >= 14 && value <= 32)) return value >= 10 && value <= 34 ? [option('CM', value, unit ? 'unit' : 'shape')] : []; // prettier-ignore
  if (value >= 4 && value < 14) return [option('IN', value, unit ? 'unit' : code ? 'code' : 'shape')];
  return code ? { contradiction: code } : [];
}

/** Reads a number as the size of a belt: length in cm, or inches. */
export function beltOptions({ value, unit, code }: SizeNumber): NumberOptions {
  if (unit === 'in' || (value >= 22 && value <= 58)) return value >= 20 && value <= 70 ? [option('IN', value, unit ? 'unit' : 'shape')] : []; // prettier-ignore
  if (value >= 60 && value <= 170) return [option('CM', value, unit ? 'unit' : 'shape')];
  return code ? { contradiction: code } : [];
}

/** Reads a number as the size of socks: European numbers as on shoes, or inches of the foot. */
export function sockOptions({ value, code, country }: SizeNumber): NumberOptions {
  if (value >= 15 && value <= 52) return [option(code ?? 'EU', value, code ? 'code' : 'shape')];
  if (value < 1 || value > 15) return code ? { contradiction: code } : [];
  return [option(code ?? (clothesHome(country) === 'US' ? 'US' : 'UK'), value, code ? 'code' : 'country')];
}
