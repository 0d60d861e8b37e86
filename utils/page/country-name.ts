import { brandAs, type CountryCode } from '../domain/ids';

/** Names that pages use besides the ones browsers know. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  usa: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  'russian federation': 'RU',
  korea: 'KR',
  'republic of korea': 'KR',
  turkey: 'TR',
  'viet nam': 'VN',
  'czech republic': 'CZ',
  holland: 'NL',
  'hong kong': 'HK',
  中国香港: 'HK',
  中国台湾: 'TW',
  中国大陆: 'CN',
};

const LOCALES = ['en', 'zh-CN', 'es', 'pt', 'fr', 'de', 'it', 'ru', 'ko', 'ja', 'ar', 'pl', 'nl', 'tr'];

const namesByLocale = new Map<string, ReadonlyMap<string, string>>();

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Country names of one language, made once: all pairs of letters that the browser knows as a region. */
function namesIn(locale: string): ReadonlyMap<string, string> {
  const known = namesByLocale.get(locale);
  if (known) return known;
  const names = new Map<string, string>();
  if (Intl.DisplayNames.supportedLocalesOf([locale]).length > 0) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (let first = 65; first <= 90; first++)
      for (let second = 65; second <= 90; second++) {
        const code = String.fromCharCode(first, second);
        // Codes of countries that are no more (DD, SU) share a name with their successor.
        const isCurrent = Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
        const name = isCurrent ? display.of(code) : undefined;
        if (name) names.set(folded(name), code);
      }
  }
  namesByLocale.set(locale, names);
  return names;
}

/** The ISO code of a country by its display name, in the language of the page or one of the usual ones. */
export function countryNamed(name: string, pageLang: string): CountryCode | undefined {
  const wanted = folded(name);
  if (wanted.length < 2 || wanted.length > 60) return undefined;
  if (/^[A-Z]{2}$/.test(name.trim()) && [...namesIn('en').values()].includes(name.trim()))
    return brandAs<'CountryCode'>(name.trim());
  const other = OTHER_NAMES[wanted];
  if (other) return brandAs<'CountryCode'>(other);
  for (const locale of [pageLang, ...LOCALES]) {
    const code = namesIn(locale).get(wanted);
    if (code) return brandAs<'CountryCode'>(code);
  }
  return undefined;
}
