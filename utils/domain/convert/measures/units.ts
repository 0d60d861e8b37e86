import type { UnitRow, UnitTable } from './tables';

/** From one unit to another, by key or by any name the table knows (`in`, `inches`, `degF`, `斤`). */
export interface UnitPair {
  readonly from: string;
  readonly to: string;
}

interface Named {
  readonly exact: ReadonlyMap<string, string>;
}

const indexes = new WeakMap<UnitTable, Named>();

function namesOf(table: UnitTable): ReadonlyMap<string, string> {
  const known = indexes.get(table);
  if (known) return known.exact;
  const exact = new Map<string, string>();
  for (const [unit, names] of Object.entries(table.names))
    for (const name of names.split('|')) if (!exact.has(name)) exact.set(name, unit);
  for (const [names, byCountry] of Object.entries(table.regional))
    for (const name of names.split('|')) exact.set(name, byCountry['']?.[0] as string);
  // Keys win over names, so that what other programs send stays what it is.
  for (const unit of Object.keys(table.units)) exact.set(unit, unit);
  indexes.set(table, { exact });
  return exact;
}

/** Key of a unit written as a key or as one of its names (`sq_ft`, `Sq Ft`); null when the table has no such unit. */
export function unitNamed(name: string, table: UnitTable): string | null {
  const names = namesOf(table);
  const written = name.trim().toLowerCase();
  return (
    names.get(written) ??
    names.get(written.replace(/\s+/g, '_')) ??
    names.get(written.replace(/[_\s]+/g, ' ')) ??
    names.get(written.replace(/_(us|uk)$/, ' $1').replace(/^(.*) (us|uk)$/, '$2 $1')) ??
    null
  );
}

/** A unit of the table by its key or name; null when unknown. */
export function unitRow(name: string, table: UnitTable): UnitRow | null {
  const key = unitNamed(name, table);
  return key === null ? null : (table.units[key] ?? null);
}

/** A quantity in the base unit of its dimension: metre, kilogram, litre, square metre, °C, m/s or kPa. */
export const inBaseUnit = (value: number, { factor, shift = 0 }: UnitRow): number => (value + shift) * factor;

const ABSOLUTE_ZERO = -273.15;

/** Whether a quantity can exist: finite, not negative, a temperature not below absolute zero. */
export function isPossible(value: number, row: UnitRow): boolean {
  if (!Number.isFinite(value)) return false;
  const base = inBaseUnit(value, row);
  if (!Number.isFinite(base)) return false;
  return row.dimension === 'temperature' ? base >= ABSOLUTE_ZERO - 1e-9 : base >= 0;
}

/**
 * Converts between units of one dimension.
 *
 * Null when a unit is unknown, the dimensions differ, or the quantity cannot exist (a negative length).
 */
export function convertUnit(value: number, { from, to }: UnitPair, table: UnitTable): number | null {
  const [source, target] = [unitRow(from, table), unitRow(to, table)];
  if (!source || !target || source.dimension !== target.dimension || !isPossible(value, source)) return null;
  if (source === target) return value;
  // Both factors in one step keep 2.54 cm an inch to the last digit.
  const ratio = source.factor / target.factor;
  const converted = (value + (source.shift ?? 0)) * ratio - (target.shift ?? 0);
  return Number.isFinite(converted) ? converted : null;
}

/**
 * Length of a bare foot in millimetres; null outside 70 to 340 mm, which is no foot.
 */
export function footToMm(foot: { readonly cm: number } | { readonly inch: number }): number | null {
  const mm = 'cm' in foot ? foot.cm * 10 : foot.inch * 25.4;
  return mm >= 70 && mm <= 340 ? Math.round(mm * 10) / 10 : null;
}
