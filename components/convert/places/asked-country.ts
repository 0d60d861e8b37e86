import { zonesOf } from '@/utils/domain/convert/measures/local-time';
import { readText } from '@/utils/domain/convert/reading/read-text';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { readPowerFields } from '../forms/power-fields';
import { queryLang } from '../query-lang';

/** The country a query is about, named by itself or by one of its cities; null when it names none. */
export function askedCountry(query: string, tables: ConversionTables): string | null {
  const typed = query.trim();
  if (typed === '') return null;
  const named = readPowerFields(typed, tables)?.country;
  if (named) return named;
  for (const reading of readText(typed, { lang: queryLang(typed, 'en'), from: 'query' })) {
    if (reading.kind === 'delivery' && reading.country) return reading.country;
    if (reading.kind !== 'time' || !reading.zone) continue;
    const { zones } = tables.measures;
    const zone = reading.zone;
    return Object.keys(zones.countries).find((country) => zonesOf(country, zones).includes(zone)) ?? null;
  }
  return null;
}
