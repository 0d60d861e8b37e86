import type { Span } from '../../text/span';
import { lowerSameLength } from '../reading/size-context';

/** A country named in a text. */
export interface NamedCountry extends Span {
  readonly country: string;
}

interface Names {
  readonly codes: ReadonlyMap<string, string>;
  readonly pattern: RegExp;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const SPACELESS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Inflected endings after a name: Russian and Polish cases, Turkish and Korean particles, German genitive. */
const ENDINGS: Readonly<Record<string, string>> = {
  ru: '[а-яё]{0,3}',
  uk: '[а-яіїє]{0,3}',
  pl: '[a-ząćęłńóśźż]{0,4}',
  tr: "(?:'?\\p{L}{1,4})?",
  de: 's?',
  ko: '',
  ja: '',
  zh: '',
};

/**
 * Builds the finder of country names for one language, from the runtime's own names and a table of further ones.
 *
 * Building reads some 250 names; keep the finder.
 */
export function makeCountryFinder(
  lang: string,
  codes: readonly string[],
  aliases: Readonly<Record<string, string>>,
): (text: string) => readonly NamedCountry[] {
  const names = collect(lang, codes, aliases);
  return (text) => {
    const lower = lowerSameLength(text);
    return [...lower.matchAll(names.pattern)].map((match) => {
      const written = match.groups?.name ?? match.groups?.cjk ?? '';
      const start = match.index;
      return { country: names.codes.get(written) ?? '', start, end: start + match[0].length };
    });
  };
}

function collect(lang: string, countryCodes: readonly string[], aliases: Readonly<Record<string, string>>): Names {
  const codes = new Map<string, string>();
  for (const language of new Set([lang, 'en'])) {
    const display = displayNames(language);
    for (const code of countryCodes) {
      const name = lowerSameLength(display.of(code) ?? code);
      if (name === code.toLowerCase()) continue;
      codes.set(name, codes.get(name) ?? code);
      if (language === 'ru' || language === 'pl' || language === 'uk') {
        // The last vowel changes with the case: Германия, в Германии.
        const stem = name.replace(/[аяеиоуыьaeiouy]+$/u, '');
        if (stem.length >= 4 && stem !== name && !name.includes(' ')) codes.set(stem, codes.get(stem) ?? code);
      }
    }
  }
  for (const [name, code] of Object.entries(aliases)) codes.set(name, code);
  const words = [...codes.keys()].sort((a, b) => b.length - a.length);
  const spaced = words
    .filter((word) => !SPACELESS.test(word))
    .map(escape)
    .join('|');
  const spaceless =
    words
      .filter((word) => SPACELESS.test(word))
      .map(escape)
      .join('|') || '(?!)';
  const ending = ENDINGS[lang.split('-')[0] as string] ?? '';
  return { codes, pattern: new RegExp(`(?<!\\p{L})(?<name>${spaced})${ending}(?!\\p{L})|(?<cjk>${spaceless})`, 'gu') };
}

function displayNames(lang: string): Intl.DisplayNames {
  try {
    return new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' });
  } catch {
    // A language tag the runtime refuses (text detection can yield any): English names still help.
    return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  }
}

/** A country's name in a language, by the runtime. */
export function countryName(country: string, lang: string): string {
  return displayNames(lang).of(country) ?? country;
}
