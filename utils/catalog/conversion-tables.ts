import type { ConversionTables } from '../domain/convert/tables';
import countryAliases from './mains/country-aliases.json';
import mains from './mains/mains.json';
import sentences from './sizes/sentences.json';
import shoes from './sizes/shoes.json';

/** The catalogue's tables for the converters; their shape is checked by the catalogue tests. */
export const conversionTables = {
  shoes,
  mains,
  countryAliases: countryAliases.names,
  sentences,
} as unknown as ConversionTables;
