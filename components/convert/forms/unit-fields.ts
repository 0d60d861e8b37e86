import type { ConversionTables } from '@/utils/domain/convert/tables';
import { queryReader } from './query-reader';

/** The fields of a question about a quantity; texts, empty when not chosen. */
export interface UnitFields {
  readonly value: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Units a desk is asked for, by what they measure: key of the unit tables and the word the reader of queries knows in
 * every language. The first of a group is what the others are turned into.
 */
export const unitGroups = {
  length: { cm: 'cm', mm: 'mm', m: 'm', km: 'km', in: 'inches', ft: 'ft', yd: 'yards', mi: 'miles', chi: '尺', cun: '寸' },
  mass: { kg: 'kg', g: 'g', lb: 'lb', oz: 'oz', st: 'stone', jin: '斤' },
  volume: { ml: 'ml', l: 'l', fl_oz_us: 'fl oz', fl_oz_uk: 'uk fl oz', cup_us: 'cups', pt_us: 'us pints', pt_uk: 'uk pints', gal_us: 'us gallons', gal_uk: 'uk gallons' },
  area: { m2: 'm²', cm2: 'cm²', ft2: 'sq ft', in2: 'sq in' },
  temperature: { c: '°C', f: '°F' },
} as const; // prettier-ignore

/** What units measure. */
export const unitDimensions = ['length', 'mass', 'volume', 'area', 'temperature'] as const;

const words = new Map<string, string>(unitDimensions.flatMap((dimension) => Object.entries(unitGroups[dimension])));

/** Units a unit can be turned into, itself left out. */
export const partnersOf = (unit: string): readonly string[] =>
  unitDimensions
    .map((dimension) => Object.keys(unitGroups[dimension]))
    .filter((keys) => keys.includes(unit))
    .flatMap((keys) => keys.filter((key) => key !== unit));

/** What a text says about a quantity; null when it names none. */
export function readUnitFields(text: string, tables: ConversionTables): Partial<UnitFields> | null {
  const found = queryReader(tables)
    .measuresIn(text)
    .find(({ kind }) => kind === 'quantity');
  if (found?.kind !== 'quantity' || !words.has(found.unit)) return null;
  const { value, unit, to } = found;
  return { value: String(value), from: unit, to: to !== undefined && words.has(to) ? to : '' };
}

/** The fields as words; null without a number. */
export function writeUnitFields({ value, from, to }: UnitFields): string | null {
  const number = value.trim();
  if (number === '' || from === '') return null;
  const target = partnersOf(from).includes(to) ? ` in ${words.get(to)}` : '';
  return `${number} ${words.get(from)}${target}`;
}
