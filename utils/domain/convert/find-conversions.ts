import type { Conversion } from './conversion';
import { makeConverter, type ConversionOptions, type Converter } from './answers/converter';
import type { ConversionTables } from './tables';

const converters = new WeakMap<ConversionTables, Converter>();

/** Preparing a converter reads country names once; a set of tables keeps its converter. */
function converterFor(tables: ConversionTables): Converter {
  const known = converters.get(tables);
  if (known) return known;
  const converter = makeConverter(tables);
  converters.set(tables, converter);
  return converter;
}

/** What a buyer's message holds that can be converted: at most four, in the order of the text. */
export const findConversions = (
  text: string,
  options: ConversionOptions,
  tables: ConversionTables,
): readonly Conversion[] => converterFor(tables).findConversions(text, options);

/** The same for what a person typed into the converter: there a bare number or a country's name is enough. */
export const convertQuery = (
  text: string,
  options: ConversionOptions,
  tables: ConversionTables,
): readonly Conversion[] => converterFor(tables).convertQuery(text, options);
