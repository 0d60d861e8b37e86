import type { ConversionTables } from '../domain/convert/tables';
import countryAliases from './mains/country-aliases.json';
import mains from './mains/mains.json';
import de from './sentences/de.json';
import en from './sentences/en.json';
import es from './sentences/es.json';
import zh from './sentences/zh.json';
import shoes from './sizes/shoes.json';

/** The catalogue's tables for the converters; their shape is checked by the catalogue tests. */
export const conversionTables = {
  shoes,
  mains,
  countryAliases: countryAliases.names,
  sentences: { de, en, es, zh },
} as unknown as ConversionTables;
