/** Countries as files write them: codes, and names in many languages. */
import { brandAs, type CountryCode } from '../ids';

// Languages of the marketplaces, and of those who sell there.
const LANGS = [
  'en',
  'zh',
  'zh-Hant',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'tr',
  'ru',
  'uk',
  'ja',
  'ko',
  'ar',
  'he',
  'cs',
  'hu',
] as const;

// What marketplaces write and no table of names has.
const MORE: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  usa: 'US',
  'united states of america': 'US',
  'russian federation': 'RU',
  'российская федерация': 'RU',
  'республика беларусь': 'BY',
  'republic of ireland': 'IE',
  'great britain uk': 'GB',
  'korea south': 'KR',
  'south korea': 'KR',
  'republic of korea': 'KR',
  'czech republic': 'CZ',
  turkey: 'TR',
  holland: 'NL',
  'hong kong': 'HK',
  macau: 'MO',
  'mainland china': 'CN',
  中国大陆: 'CN',
  中国香港: 'HK',
  中国台湾: 'TW',
  中国澳门: 'MO',
  韩国: 'KR',
};

// Old codes that newer names stand behind, and the one everybody writes for Britain.
const RENAMED: Readonly<Record<string, string>> = {
  UK: 'GB',
  BU: 'MM',
  DD: 'DE',
  SU: 'RU',
  YU: 'RS',
  ZR: 'CD',
  FX: 'FR',
};

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));

/** Every code a name is known for; regions that are no countries have none. */
const codes = (names: Intl.DisplayNames): readonly string[] =>
  LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`)).filter(
    (code) => RENAMED[code] === undefined && !/^(?:EU|EZ|UN|ZZ|XA|XB|QO)$/.test(code) && names.of(code) !== undefined,
  );

const byName = (() => {
  let table: ReadonlyMap<string, string> | undefined;
  return (): ReadonlyMap<string, string> => {
    if (table) return table;
    const made = new Map(Object.entries(MORE).map(([name, code]) => [plain(name), code]));
    const known = codes(new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }));
    for (const lang of LANGS) {
      for (const style of ['long', 'short'] as const) {
        const names = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none', style });
        for (const code of known) {
          const name = plain(names.of(code) ?? '');
          if (name !== '' && !made.has(name)) made.set(name, code);
        }
      }
    }
    table = made;
    return made;
  };
})();

const knownCodes = (() => {
  let known: ReadonlySet<string> | undefined;
  return (): ReadonlySet<string> => (known ??= new Set(byName().values()));
})();

/** The country a cell names, by its code or by a name in one of twenty languages; undefined when it is none. */
export function readCountry(value: string): CountryCode | undefined {
  const text = value.trim();
  const upper = text.toUpperCase();
  const code = /^[A-Z]{2}$/.test(upper) ? (RENAMED[upper] ?? upper) : byName().get(plain(text));
  if (code === undefined) return undefined;
  return knownCodes().has(code) ? brandAs<'CountryCode'>(code) : undefined;
}
