import type { CountryCode } from '../../ids';
import { fitsShoeSystem, type Audience, type ShoeSystem } from '../sizes/shoe';
import type { SizeCode } from './size-words';

/** One way to understand a number as a shoe size. */
export interface ShoeReading {
  readonly system: ShoeSystem;
  readonly size: number;
  /** What decided: a code beside it, a unit, the buyer's country, or the number alone. */
  readonly by: 'code' | 'unit' | 'country' | 'shape';
}

/** A number in a message with what stands around it. */
export interface ShoeNumber {
  readonly value: number;
  readonly code?: SizeCode;
  readonly unit?: 'cm' | 'mm';
  readonly audience?: Audience;
  readonly country?: CountryCode;
  /** `2Y`: the children's scale that restarts after 13½. */
  readonly youth?: boolean;
}

const BY_COUNTRY: Readonly<Record<string, ShoeSystem>> = {
  GB: 'UK', IE: 'UK', ZA: 'UK', IN: 'UK', US: 'US', CA: 'US', AU: 'AU', NZ: 'AU', JP: 'JP', KR: 'KR', CN: 'CN', BR: 'BR', MX: 'MX', RU: 'RU', BY: 'RU', KZ: 'RU',
}; // prettier-ignore

/** System a country's buyers mean when they name none; Europe, Turkey and the Gulf use EU. */
const systemOf = (country: CountryCode | undefined): ShoeSystem | undefined =>
  country ? (BY_COUNTRY[country] ?? 'EU') : undefined;

const SMALL: ReadonlySet<ShoeSystem> = new Set(['UK', 'US', 'AU']);
const NATIONAL: Readonly<Record<string, ShoeSystem>> = { FR: 'EU', DE: 'EU', IT: 'EU', ES: 'EU' };

/**
 * Every reading a number allows as a shoe size, the likeliest first; empty when it can be none.
 *
 * The number's shape overrides the country: 38 is no UK size. Where both remain possible, both are returned.
 */
export function readShoeNumber(given: ShoeNumber): readonly ShoeReading[] {
  const number = given.youth ? { ...given, value: given.value + 13 } : given;
  const list = number.code ? byCode(number) : number.unit ? byUnit(number) : byShape(number);
  return list.filter(({ system, size }) => fitsShoeSystem(system, size));
}

function byCode({ value, code, unit }: ShoeNumber): readonly ShoeReading[] {
  const system = (NATIONAL[code as string] ?? code) as ShoeSystem;
  const reading = (named: ShoeSystem, size: number): ShoeReading => ({ system: named, size, by: 'code' });
  if (unit && (system === 'EU' || SMALL.has(system))) return [reading('FOOT_CM', unit === 'mm' ? value / 10 : value)];
  switch (system) {
    case 'JP':
      return [reading('JP', value >= 100 ? value / 10 : value)];
    case 'KR':
      return [reading('KR', value < 40 ? value * 10 : value)];
    case 'CN':
      if (value >= 100) return [reading('CN', value)];
      if (unit === 'cm' || (value >= 15 && value < 31)) return [reading('CN', value * 10)];
      // Listings print EU numbers as Chinese sizes as often as the old code, and the two are one size apart.
      return [reading('CN_OLD', value), reading('CN_EU_STYLE', value)];
    case 'UK':
    case 'US':
    case 'AU':
      // "US 38" exists on no shoe: the number is European, whatever the label says.
      return value >= 33 && value <= 50 ? [{ system: 'EU', size: value, by: 'shape' }] : [reading(system, value)];
    case 'EU':
      return value < 15 ? [] : [reading('EU', value)];
    default:
      return [reading(system, value)];
  }
}

function byUnit({ value, unit, country }: ShoeNumber): readonly ShoeReading[] {
  const cm = unit === 'mm' ? value / 10 : value;
  if (cm < 9 || cm > 34) return [];
  const home = systemOf(country);
  const reading = (system: ShoeSystem, size: number): readonly ShoeReading[] => [{ system, size, by: 'unit' }];
  const mm = Math.round(cm * 10);
  if (home === 'JP' || home === 'MX') return reading(home, cm);
  if (home === 'KR' || home === 'CN') return reading(home, mm);
  return unit === 'mm' ? reading('MONDOPOINT', mm) : reading('FOOT_CM', cm);
}

function byShape({ value, audience, country }: ShoeNumber): readonly ShoeReading[] {
  const home = systemOf(country);
  const of = (...systems: readonly ShoeSystem[]): readonly ShoeReading[] =>
    systems.map((system) => ({ system, size: value, by: system === home ? 'country' : 'shape' }));
  const isHalfOrWhole = Number.isInteger(value * 2);
  if (value >= 150 && value <= 320) {
    if (home === 'JP') return [{ system: 'JP', size: value / 10, by: 'country' }];
    return of(home === 'KR' || home === 'CN' ? home : 'MONDOPOINT');
  }
  if (value > 50) return [];
  if (value > 32) {
    if (home === 'CN') return of('CN_OLD', 'CN_EU_STYLE');
    if (home === 'BR' || home === 'RU') return of(home);
    return home === undefined || home === 'EU' ? of('EU') : of('EU', 'CN_OLD');
  }
  if (value > 16) {
    if (home === 'JP' || home === 'MX') return of(home);
    if (home === 'KR' || home === 'CN') return [{ system: home, size: value * 10, by: 'country' }];
    if (audience === 'kids') return of(home === 'BR' || home === 'RU' ? home : 'EU');
    if (!Number.isInteger(value)) return of('JP', 'FOOT_CM');
    return of('EU', 'JP');
  }
  if (!isHalfOrWhole) return [];
  if (home && (SMALL.has(home) || home === 'MX')) return of(home);
  return of('UK', 'US');
}
