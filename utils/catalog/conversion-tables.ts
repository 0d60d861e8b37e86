import type { ConversionTables } from '../domain/convert/tables';
import { conversionFacts } from './conversion-facts';
import { allSentences } from './sentences/all-sentences';

/** The catalogue's tables for the converters, with the sentences of every language. */
export const conversionTables: ConversionTables = { ...conversionFacts, sentences: allSentences };
