import type { ConversionTables } from '../domain/convert/tables';
import { conversionFacts } from './conversion-facts';
import { measureTables } from './measures/measure-tables';
import { allSentences } from './sentences/all-sentences';
import { measureExtras } from './time/measure-extras';

/** The catalogue's tables for the converters, with the sentences of every language, cities and public holidays. */
export const conversionTables: ConversionTables = {
  ...conversionFacts,
  measures: { ...measureTables, ...measureExtras },
  sentences: allSentences,
};
