import { countryName } from '@/utils/domain/convert/power/country-names';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { queryReader } from './query-reader';

/** The fields of a question about mains; all are texts, empty when not chosen. */
export interface PowerFields {
  readonly country: string;
  readonly device: string;
  readonly plug: string;
}

/** What a text says about country, label and plug; null when it names no country. */
export function readPowerFields(text: string, tables: ConversionTables): Partial<PowerFields> | null {
  const { findPower, countriesIn } = queryReader(tables);
  const found = findPower(text);
  const country = found?.power.country ?? countriesIn(text)[0]?.country ?? '';
  if (!country) return null;
  const device = found?.label && found.label.bands.length > 0 ? found.text : '';
  return { country, device, plug: found?.plug?.charAt(0) ?? '' };
}

/** The fields as words every reader of queries knows; null without a country, on which all depends. */
export function writePowerFields({ country, device, plug }: PowerFields): string | null {
  if (!country) return null;
  const label = device.trim();
  const name = countryName(country, 'en');
  if (!label && !plug) return name;
  return [label, plug ? `type ${plug} plug` : '', `to ${name}`].filter(Boolean).join(' ');
}
