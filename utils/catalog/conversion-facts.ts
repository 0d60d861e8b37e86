import type { ConversionTables } from '../domain/convert/tables';
import countryAliases from './mains/country-aliases.json';
import mains from './mains/mains.json';
import { firstMeasures } from './measures/first-measures';
import { sizeTables } from './sizes/size-tables';

/**
 * The tables a page opens with. Sentences come one language at a time, and what times, deliveries, money and duties need
 * comes with the first query about them. Shapes are checked by the catalogue tests.
 */
export const conversionFacts = {
  sizes: sizeTables,
  mains,
  countryAliases: countryAliases.names,
  measures: firstMeasures,
} as unknown as Omit<ConversionTables, 'sentences'>;
