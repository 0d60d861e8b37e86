import { makeMeasureReader } from '@/utils/domain/convert/measures/read-measures';
import { makeCountryFinder } from '@/utils/domain/convert/power/country-names';
import { makePowerFinder } from '@/utils/domain/convert/power/find-power';
import { normalise } from '@/utils/domain/convert/reading/normalise';
import type { Reading } from '@/utils/domain/convert/reading/reading';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { queryLang } from '../query-lang';

/** The readers of the converter, for forms that show what a text says. */
export interface QueryReader {
  readonly findPower: (text: string) => ReturnType<ReturnType<typeof makePowerFinder>>;
  readonly countriesIn: (text: string) => ReturnType<ReturnType<typeof makeCountryFinder>>;
  /** Quantities, times, deliveries and money. */
  readonly measuresIn: (text: string) => readonly Reading[];
}

const readers = new WeakMap<ConversionTables, QueryReader>();

function makeReader(tables: ConversionTables): QueryReader {
  const byLang = new Map<string, ReturnType<typeof makeCountryFinder>>();
  const codes = Object.keys(tables.mains.countries);
  const countriesIn = (text: string, lang: string) => {
    const finder = byLang.get(lang) ?? makeCountryFinder(lang, codes, tables.countryAliases);
    byLang.set(lang, finder);
    return finder(text);
  };
  const findPower = makePowerFinder(tables, countriesIn);
  const readMeasures = makeMeasureReader(tables.measures, countriesIn);
  return {
    findPower: (text) => findPower(text, { lang: queryLang(text, 'en') }),
    countriesIn: (text) => countriesIn(text, queryLang(text, 'en')),
    measuresIn: (text) => readMeasures(text, normalise(text), { lang: queryLang(text, 'en'), from: 'query' }),
  };
}

/** The readers for a set of tables, made once: they collect the names of 250 countries. */
export function queryReader(tables: ConversionTables): QueryReader {
  const reader = readers.get(tables) ?? makeReader(tables);
  readers.set(tables, reader);
  return reader;
}
