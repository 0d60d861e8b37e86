import { countryName } from '@/utils/domain/convert/power/country-names';

/** A country to choose. */
export interface CountryOption {
  readonly code: string;
  readonly name: string;
}

const known = new Map<string, readonly CountryOption[]>();

/** Countries by their names in the interface language, in its order of letters; 250 names are read once. */
export function countryOptions(codes: readonly string[], uiLang: string): readonly CountryOption[] {
  const key = `${uiLang} ${codes.length}`;
  const kept = known.get(key);
  if (kept) return kept;
  const { compare } = new Intl.Collator(uiLang);
  const options = codes
    .map((code) => ({ code, name: countryName(code, uiLang) }))
    .sort((a, b) => compare(a.name, b.name));
  known.set(key, options);
  return options;
}
