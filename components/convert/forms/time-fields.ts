import { countryName } from '@/utils/domain/convert/power/country-names';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { queryReader } from './query-reader';

/** The fields of a question about a clock elsewhere; texts, empty when not filled. */
export interface ClockFields {
  /** `HH:MM`, as a time input has it. */
  readonly time: string;
  readonly place: string;
}

/** The fields of a question about working days. */
export interface DeliveryFields {
  readonly low: string;
  readonly high: string;
  readonly country: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** What a text says about a time at a place. */
export function readClockFields(text: string, tables: ConversionTables): Partial<ClockFields> | null {
  const found = queryReader(tables)
    .measuresIn(text)
    .find(({ kind }) => kind === 'time');
  if (found?.kind !== 'time') return null;
  const { minutes, place } = found;
  return {
    time: minutes === undefined ? '' : `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`,
    place: place ?? '',
  };
}

/** The fields as words; a place alone asks for the time there now. */
export const writeClockFields = ({ time, place }: ClockFields): string | null =>
  place.trim() === '' ? null : `${time} ${place.trim()}`.trim();

/** What a text says about working days. */
export function readDeliveryFields(text: string, tables: ConversionTables): Partial<DeliveryFields> | null {
  const found = queryReader(tables)
    .measuresIn(text)
    .find(({ kind }) => kind === 'delivery');
  if (found?.kind !== 'delivery') return null;
  const [low, high] = found.days;
  return { low: String(low), high: String(high), country: found.country ?? '' };
}

/** The fields as words; null without days or country. */
export function writeDeliveryFields({ low, high, country }: DeliveryFields): string | null {
  const days = [low, high].map((text) => text.trim()).filter((text) => /^\d{1,3}$/.test(text));
  if (days.length === 0 || country === '') return null;
  return `${[...new Set(days)].join('-')} business days to ${countryName(country, 'en')}`;
}
