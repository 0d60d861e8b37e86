import type { UnitRow, UnitTable } from './tables';
import { convertUnit, inBaseUnit, isPossible, unitNamed } from './units';

/** A value with the key of its unit. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** A converted quantity as it is shown. */
export interface ShownQuantity extends Quantity {
  /** Rounded, with the unit, in the words of the language. */
  readonly text: string;
  /** True when rounding took something away: "about". */
  readonly rounded: boolean;
}

/** The system of units a country uses: `us`, `uk`, `cn` ... or `metric`. */
export function unitSystemOf(country: string | undefined, table: UnitTable): string {
  if (!country) return 'metric';
  for (const [system, countries] of Object.entries(table.countries))
    if (countries.split(' ').includes(country)) return system;
  return 'metric';
}

/** Whether people of a country do not measure in a unit: inches in Germany, centimetres in the US. */
export function isForeignUnit(unit: string, country: string, table: UnitTable): boolean {
  const row = table.units[unit];
  const home = unitSystemOf(country, table);
  if (!row || row.system === home) return false;
  if (home === 'us') return true;
  // Everybody else knows metric units; the British read feet and pounds too, but no Fahrenheit and no US volumes.
  if (row.system === 'metric') return false;
  return !(home === 'uk' && row.source === 'yard' && row.dimension !== 'pressure');
}

/**
 * The units an answer shows a quantity in: those of the buyer's country, or of the other system when the quantity is
 * already in the country's own or no country is known. Empty for an unknown unit or an impossible quantity.
 */
export function unitsFor({ value, unit }: Quantity, country: string | undefined, table: UnitTable): readonly string[] {
  const key = unitNamed(unit, table);
  const row = key === null ? undefined : table.units[key];
  if (key === null || !row || !isPossible(value, row)) return [];
  const home = shownSystem(unitSystemOf(country, table));
  const known = country !== undefined && isForeignUnit(key, country, table);
  const target = known ? home : opposite(row, home);
  return shownUnits(row, value, table.shown[target]?.[row.dimension] ?? {}).filter((shown) => shown !== key);
}

/** Chinese, Japanese and other old units stand beside the metric ones, which everybody reads. */
const shownSystem = (system: string): string => (system === 'us' || system === 'uk' ? system : 'metric');

const opposite = (row: UnitRow, home: string): string => {
  if (row.system === 'metric') return 'us';
  // A British buyer's feet are told in metric units, which the British table would answer with feet again.
  return home === 'us' && row.system !== 'us' ? 'us' : 'metric';
};

function shownUnits(row: UnitRow, value: number, shown: Readonly<Record<string, number | null>>): readonly string[] {
  const base = row.dimension === 'temperature' ? 0 : inBaseUnit(value, row);
  const found = Object.entries(shown).find(([, below]) => below === null || base < below);
  return found ? found[0].split(' ') : [];
}

/** Digits that count in a number as written: 30 has two, 1.50 has two (the last was not kept), 0.05 one. */
function significantDigits(value: number): number {
  const [mantissa = ''] = Math.abs(value).toExponential().split('e');
  return mantissa.replace('.', '').length;
}

/**
 * Rounds a converted value to what the given one can carry: three digits, more only when more were given.
 *
 * Temperatures go to whole degrees, or to tenths when tenths were given; whole numbers are exact up to 999.
 */
export function roundLike(converted: number, given: Quantity, row: UnitRow): number {
  if (!Number.isFinite(converted)) return converted;
  if (row.dimension === 'temperature') {
    const scale = Number.isInteger(given.value) ? 1 : 10;
    // Adding zero turns -0 into 0.
    return Math.round(converted * scale) / scale + 0;
  }
  const digits = Math.min(6, Math.max(3, significantDigits(given.value)));
  return Number(converted.toPrecision(digits));
}

/**
 * Converts a quantity and writes it; null when there is no answer (unknown unit, other dimension, impossible value).
 */
export function showConverted(
  given: Quantity,
  { to, lang }: { readonly to: string; readonly lang: string },
  table: UnitTable,
): ShownQuantity | null {
  const unit = unitNamed(to, table);
  const converted = convertUnit(given.value, { from: given.unit, to }, table);
  const row = unit === null ? undefined : table.units[unit];
  if (converted === null || unit === null || !row) return null;
  const value = roundLike(converted, given, row);
  const rounded = Math.abs(value - converted) > Math.abs(converted) * 1e-9 + 1e-12;
  return { value, unit, text: writeQuantity({ value, unit }, lang, table), rounded };
}

const formats = new Map<string, Intl.NumberFormat | null>();

/** Making a formatter costs more than all conversions of a text; a few dozen are ever needed. */
function formatOf(lang: string, unit: string | undefined): Intl.NumberFormat | null {
  const key = `${lang}|${unit ?? ''}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const style = unit ? { style: 'unit' as const, unit, unitDisplay: 'short' as const } : {};
  let format: Intl.NumberFormat | null = null;
  try {
    format = new Intl.NumberFormat(lang, { maximumSignificantDigits: 6, numberingSystem: 'latn', ...style });
  } catch {
    // A language tag or unit the runtime refuses: the caller writes number and symbol itself.
  }
  formats.set(key, format);
  return format;
}

/** Writes a quantity with the unit as the language does: `11.8 in`, `30 cm`, `72 °F`, `5斤`. */
export function writeQuantity({ value, unit }: Quantity, lang: string, table: UnitTable): string {
  const row = table.units[unit];
  const number = formatOf(lang, undefined)?.format(value) ?? String(value);
  if (row?.intl) return formatOf(lang, row.intl)?.format(value) ?? `${number} ${unit}`;
  const symbol = row?.symbol ?? unit;
  return /^[\u3400-\u9fff\uac00-\ud7af]/.test(symbol) ? `${number}${symbol}` : `${number} ${symbol}`;
}
