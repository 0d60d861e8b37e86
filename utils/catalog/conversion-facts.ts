import type { ConversionTables } from '../domain/convert/tables';
import countryAliases from './mains/country-aliases.json';
import mains from './mains/mains.json';
import { measureTables } from './measures/measure-tables';
import { sizeTables } from './sizes/size-tables';

/** Every table but the sentences, for pages that load one language at a time; shapes are checked by the catalogue tests. */
export const conversionFacts = {
  sizes: sizeTables,
  mains,
  countryAliases: countryAliases.names,
  measures: measureTables,
} as unknown as Omit<ConversionTables, 'sentences'>;
