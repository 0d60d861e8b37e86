import { zonesOf } from '@/utils/domain/convert/measures/local-time';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { readPowerFields } from '../forms/power-fields';
import { queryReader } from '../forms/query-reader';

/** The country a query is about, named by itself or by one of its cities; null when it names none. */
export function askedCountry(query: string, tables: ConversionTables): string | null {
  const typed = query.trim();
  if (typed === '') return null;
  const named = readPowerFields(typed, tables)?.country;
  if (named) return named;
  for (const reading of queryReader(tables).measuresIn(typed)) {
    if (reading.kind === 'delivery' && reading.country) return reading.country;
    if (reading.kind !== 'time' || !reading.zone) continue;
    const { zones } = tables.measures;
    const zone = reading.zone;
    return Object.keys(zones.countries).find((country) => zonesOf(country, zones).includes(zone)) ?? null;
  }
  return null;
}
