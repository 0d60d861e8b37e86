import type { CountryCode } from '../../ids';
import { fitsShoeSystem, type ShoeSystem } from '../sizes/shoe';
import type { NumberOptions, SizeNumber } from './number-options';
import type { SizeOption } from './reading';

/** A number read as a shoe size; `suffix` is the letter of a children's label. */
export interface ShoeNumber extends SizeNumber {
  /** `2Y`, `10C`, `10K`: children's scales. */
  readonly suffix?: 'Y' | 'C' | 'K';
}

const BY_COUNTRY: Readonly<Record<string, ShoeSystem>> = {
  GB: 'UK', IE: 'UK', ZA: 'UK', IN: 'UK', US: 'US', CA: 'US', AU: 'AU', NZ: 'AU', JP: 'JP', KR: 'KR', CN: 'CN', BR: 'BR', MX: 'MX', RU: 'RU', BY: 'RU', KZ: 'RU',
}; // prettier-ignore

/** System a country's buyers mean when they name none; Europe, Turkey and the Gulf use EU. */
const homeOf = (country: CountryCode | undefined): ShoeSystem | undefined =>
  country ? (BY_COUNTRY[country] ?? 'EU') : undefined;

const SMALL: ReadonlySet<string> = new Set(['UK', 'US', 'AU']);
/** National codes that shoes share with EU; the label keeps its own code. */
const EU_ALIKE: ReadonlySet<string> = new Set(['FR', 'DE', 'IT', 'ES']);

/**
 * Every reading a number allows as a shoe size, the likeliest first; empty when it can be none.
 *
 * The number's shape overrides the country: 38 is no UK size. Where both remain possible, both are returned. A code
 * that excludes the number is a contradiction, never another size.
 */
export function shoeOptions(given: ShoeNumber): NumberOptions {
  const { code, unit, suffix } = given;
  if (suffix) return kidsScale(given, suffix);
  const list = code ? byCode(given, code) : unit ? byUnit(given) : byShape(given);
  const possible = list.filter(({ system, size }) => fitsShoe(system, Number(size)));
  return code && possible.length === 0 ? { contradiction: code } : possible;
}

const fitsShoe = (system: string, size: number): boolean =>
  fitsShoeSystem((EU_ALIKE.has(system) ? 'EU' : system) as ShoeSystem, size);

const option = (system: string, size: number, by: SizeOption['by']): SizeOption => ({
  system,
  size: String(Math.round(size * 100) / 100),
  by,
});

/** Children's labels restart after 13½ and print a letter; only UK, US and AU have them. */
function kidsScale({ value, code, country }: ShoeNumber, suffix: 'Y' | 'C' | 'K'): NumberOptions {
  const home = homeOf(country);
  const system = code ?? (home && SMALL.has(home) ? home : 'US');
  if (!SMALL.has(system) || value > 13.5 || value * 2 !== Math.round(value * 2))
    return code ? { contradiction: code } : [];
  return [{ system, size: `${value}${suffix}`, by: code ? 'code' : home === system ? 'country' : 'shape' }];
}

function byCode({ value, unit, audience }: ShoeNumber, code: string): readonly SizeOption[] {
  const inches = unit === 'in';
  if (inches) return [];
  if (unit && (code === 'EU' || SMALL.has(code) || EU_ALIKE.has(code)))
    return [option('FOOT_CM', unit === 'mm' ? value / 10 : value, 'code')];
  switch (code) {
    case 'JP':
      return [option('JP', value >= 100 ? value / 10 : value, 'code')];
    case 'KR':
      return [option('KR', value < 40 ? value * 10 : value, 'code')];
    case 'CN':
      if (value >= 100) return [option('CN', value, 'code')];
      if (unit === 'cm' || (value >= 15 && value < 31 && audience !== 'kids'))
        return [option('CN', value * 10, 'code')];
      // Listings print EU numbers as Chinese sizes as often as the old code, and the two are one size apart.
      return [option('CN_OLD', value, 'code'), option('CN_EU_STYLE', value, 'code')];
    case 'ASIAN':
      return [];
    default:
      return [option(code, value, 'code')];
  }
}

function byUnit({ value, unit, country }: ShoeNumber): readonly SizeOption[] {
  if (unit === 'in')
    return value >= 3.5 && value <= 13.4 ? [option('FOOT_CM', Math.round(value * 25.4) / 10, 'unit')] : [];
  const cm = unit === 'mm' ? value / 10 : value;
  if (cm < 7 || cm > 34) return [];
  const home = homeOf(country);
  const mm = Math.round(cm * 10);
  if (home === 'JP' || home === 'MX') return [option(home, cm, 'unit')];
  if (home === 'KR' || home === 'CN') return [option(home, mm, 'unit')];
  return [unit === 'mm' ? option('MONDOPOINT', mm, 'unit') : option('FOOT_CM', cm, 'unit')];
}

function byShape({ value, audience, country }: ShoeNumber): readonly SizeOption[] {
  const home = homeOf(country);
  const of = (...systems: readonly ShoeSystem[]): readonly SizeOption[] =>
    systems.map((system) => option(system, value, system === home ? 'country' : 'shape'));
  if (value >= 150 && value <= 320) {
    if (home === 'JP' || home === 'MX') return [option(home, value / 10, 'country')];
    return of(home === 'KR' || home === 'CN' ? home : 'MONDOPOINT');
  }
  if (value > 52) return [];
  if (value > 32) {
    if (home === 'CN') return of('CN_OLD', 'CN_EU_STYLE');
    if (home === 'BR' || home === 'RU') return of(home);
    return home === undefined || home === 'EU' ? of('EU') : of('EU', 'CN_OLD');
  }
  if (value > 16) {
    if (home === 'JP' || home === 'MX') return of(home);
    if ((home === 'KR' || home === 'CN') && audience !== 'kids') return [option(home, value * 10, 'country')];
    if (audience === 'kids') return of(home === 'BR' || home === 'RU' ? home : 'EU');
    // Half numbers there are lengths: on the label, or of the foot.
    if (!Number.isInteger(value)) return of('FOOT_CM', 'JP');
    return of('EU', 'JP');
  }
  if (!Number.isInteger(value * 2)) return [];
  if (home && SMALL.has(home)) return of(home);
  if (home === 'MX' && value < 15) return of('MX');
  return of('UK', 'US');
}
