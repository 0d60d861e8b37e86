import { countryName, makeCountryFinder } from '@/utils/domain/convert/power/country-names';
import { makePowerFinder } from '@/utils/domain/convert/power/find-power';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { queryLang } from '../query-lang';

/** The fields of a question about mains; all are texts, empty when not chosen. */
export interface PowerFields {
  readonly country: string;
  readonly device: string;
  readonly plug: string;
}

type Finder = ReturnType<typeof makePowerFinder>;
const finders = new WeakMap<ConversionTables['mains'], (text: string) => Partial<PowerFields> | null>();

function readerFor(tables: ConversionTables): (text: string) => Partial<PowerFields> | null {
  const byLang = new Map<string, ReturnType<typeof makeCountryFinder>>();
  const codes = Object.keys(tables.mains.countries);
  const countriesIn = (text: string, lang: string) => {
    const finder = byLang.get(lang) ?? makeCountryFinder(lang, codes, tables.countryAliases);
    byLang.set(lang, finder);
    return finder(text);
  };
  const find: Finder = makePowerFinder(tables, countriesIn);
  return (text) => {
    const lang = queryLang(text, 'en');
    const found = find(text, { lang });
    const country = found?.power.country ?? countriesIn(text, lang)[0]?.country ?? '';
    if (!country) return null;
    const device = found?.label && found.label.bands.length > 0 ? found.text : '';
    return { country, device, plug: found?.plug?.charAt(0) ?? '' };
  };
}

/** What a text says about country, label and plug; null when it names no country. */
export function readPowerFields(text: string, tables: ConversionTables): Partial<PowerFields> | null {
  const reader = finders.get(tables.mains) ?? readerFor(tables);
  finders.set(tables.mains, reader);
  return reader(text);
}

/** The fields as words every reader of queries knows; null without a country, on which all depends. */
export function writePowerFields({ country, device, plug }: PowerFields): string | null {
  if (!country) return null;
  const label = device.trim();
  const name = countryName(country, 'en');
  if (!label && !plug) return name;
  return [label, plug ? `type ${plug} plug` : '', `to ${name}`].filter(Boolean).join(' ');
}
