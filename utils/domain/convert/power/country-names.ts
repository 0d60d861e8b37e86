import type { Span } from '../../text/span';
import { ABBREVIATIONS, namesPlace } from './country-caution';
import { formsOf, SUFFIXES } from './country-forms';
import { fold, isLetter, isSpaceless } from './fold';

/** A country named in a text. */
export interface NamedCountry extends Span {
  readonly country: string;
}

/** Finds the countries named in a text, in its order; 2,000 characters take well under 0.2 ms. */
export type CountryFinder = (text: string) => readonly NamedCountry[];

interface Form {
  /** Folded, in one of its cases. */
  readonly form: string;
  /** Folded nominative: what caution goes by. */
  readonly name: string;
  readonly country: string;
}

/** Forms by their first letters, the longest first: "Guinea-Bissau" before "Guinea". */
interface Index {
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  /** One for every unit some form begins with: most places of a text are passed by on it. */
  readonly begins: Uint8Array;
}

/** Two letters tell enough where a sign is a syllable. */
const KEY = { word: 3, sign: 2 } as const;
const EVERYWHERE = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'tr', 'ru', 'ar', 'ja', 'ko', 'zh'] as const;
const GREAT_MARKETS =
  'AE AR AT AU BE BR CA CH CL CN CO CZ DE DK EG ES FI FR GB GR HK HU ID IE IL IN IT JP KR KZ MX MY NL NO NZ PH PL PT RO RU SA SE SG TH TR TW UA US VN ZA'.split(
    ' ',
  );
/** As much of the surroundings as any rule of caution reads. */
const AROUND = 48;

function keyOf(text: string, at: number): string {
  const isSign = isSpaceless(text.charCodeAt(at));
  // "us" and "dr congo": the third unit belongs to another word.
  const isShort = isSign || !(isLetter(text[at + 2]) || text[at + 2] === '.');
  return text.slice(at, at + (isShort ? KEY.sign : KEY.word));
}

/**
 * Builds the finder of country names for one language, from the runtime's own names and a table of further ones.
 *
 * Building reads some 250 names in their cases; keep the finder.
 */
export function makeCountryFinder(
  lang: string,
  codes: readonly string[],
  aliases: Readonly<Record<string, string>>,
): CountryFinder {
  const base = (lang.split('-')[0] ?? lang).toLowerCase();
  const index = collect(lang, codes, aliases);
  return (text) => find(text, index, base);
}

function find(text: string, index: Index, lang: string): readonly NamedCountry[] {
  const folded = fold(text);
  const shouted = once(() => isShouted(text));
  const found: NamedCountry[] = [];
  for (let at = 0; at < folded.length; at++) {
    if (index.begins[folded.charCodeAt(at)] === 0 || !startsHere(folded, at)) continue;
    const match = matchAt(folded, at, index, lang);
    if (!match) continue;
    const { form, name, country } = match.form;
    const end = at + form.length + match.suffix.length;
    const inPlace = {
      name,
      before: folded.slice(Math.max(0, at - AROUND), at),
      after: folded.slice(end, end + AROUND),
      written: text.slice(at, at + form.length),
      suffix: match.suffix,
      lang,
      shouted,
    };
    if (namesPlace(inPlace)) found.push({ country, start: at, end });
    at = end - 1;
  }
  return found;
}

/** Arabic writes "and", "in", "to" and "like" as one letter before the word. */
const ARABIC_PREFIX = 'وفبلك';

function startsHere(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  if (code < 97 || (code > 122 && code < 0x370)) return false;
  const before = folded[at - 1];
  if (code >= 0x3040 && code < 0x3100) return !isKatakana(before);
  if (code >= 0xac00 && code <= 0xd7af) return !isHangul(before);
  if (isSpaceless(code)) return true;
  if (!isLetter(before)) return isLetter(folded[at]);
  if (code < 0x600 || code > 0x6ff) return isSpaceless(before?.charCodeAt(0) ?? 0);
  for (let back = at - 1; back >= at - 2; back--) {
    if (!ARABIC_PREFIX.includes(folded[back] as string)) return false;
    if (!isLetter(folded[back - 1])) return true;
  }
  return false;
}

const isKatakana = (unit: string | undefined): boolean => unit !== undefined && unit >= '\u30a1' && unit <= '\u30fc';
const isHangul = (unit: string | undefined): boolean => unit !== undefined && unit >= '\uac00' && unit <= '\ud7af';

interface Match {
  readonly form: Form;
  readonly suffix: string;
}

function matchAt(folded: string, at: number, index: Index, lang: string): Match | null {
  for (const form of index.forms.get(keyOf(folded, at)) ?? index.forms.get(folded.charAt(at)) ?? []) {
    if (!folded.startsWith(form.form, at)) continue;
    const end = at + form.form.length;
    const last = folded[end - 1];
    if (isKatakana(last)) {
      if (!isKatakana(folded[end])) return { form, suffix: '' };
      continue;
    }
    if (isSpaceless(folded.charCodeAt(end - 1))) return { form, suffix: '' };
    const suffix = suffixAt(folded, end, lang);
    if (!isLetter(folded[end + suffix.length]) || isSpaceless(folded.charCodeAt(end + suffix.length)))
      return { form, suffix };
  }
  return null;
}

function suffixAt(folded: string, end: number, lang: string): string {
  const pattern = SUFFIXES[lang];
  if (!pattern) return '';
  pattern.lastIndex = end;
  return pattern.exec(folded)?.[0] ?? '';
}

/** Whether capitals say nothing, since nearly all letters are. */
function isShouted(text: string): boolean {
  const upper = (text.match(/\p{Lu}/gu) ?? []).length;
  const lower = (text.match(/\p{Ll}/gu) ?? []).length;
  return upper > 6 && lower * 4 < upper;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function collect(lang: string, codes: readonly string[], aliases: Readonly<Record<string, string>>): Index {
  const base = (lang.split('-')[0] ?? lang).toLowerCase();
  const forms = new Map<string, Form>();
  const add = (name: string, country: string, declined: string): void => {
    // One letter is no name; one syllable of Korean is (Guam).
    if (name.length < 2 && !isHangul(name)) return;
    for (const form of formsOf(name, declined)) if (!forms.has(form)) forms.set(form, { form, name, country });
    // "To" and the article melt into one in Arabic.
    if (name.startsWith('ال')) forms.set(`لل${name.slice(2)}`, { form: `لل${name.slice(2)}`, name, country });
  };
  for (const [name, country] of ABBREVIATIONS) add(name, country, '');
  for (const [name, country] of Object.entries(aliases)) add(fold(name), country, /[а-я]/.test(name) ? 'ru' : base);
  for (const language of new Set([lang, 'en'])) {
    const display = displayNames(language);
    for (const code of codes) {
      const name = fold(display.of(code) ?? code);
      if (name === code.toLowerCase()) continue;
      add(name, code, language === lang ? base : '');
      // "Hong Kong SAR China", "Myanmar (Burma)": people write the first part.
      const short = name.replace(/ (?:sar|cin oib)\b.*$| ?[(（].*[)）]$|特别行政区$|特別行政区$/u, '');
      if (short !== name) add(short, code, language === lang ? base : '');
    }
  }
  // A short text is easily taken for another language: great markets are known in all of them.
  for (const language of EVERYWHERE)
    for (const code of language === base ? [] : GREAT_MARKETS) {
      const name = fold(displayNames(language).of(code) ?? code);
      if (name.length > 4 || isSpaceless(name.charCodeAt(0)) || name.charCodeAt(0) > 0x370)
        add(name, code, language === 'ru' ? 'ru' : '');
    }
  const index = new Map<string, Form[]>();
  for (const form of forms.values()) {
    const key = keyOf(form.form, 0);
    const list = index.get(key);
    if (list) list.push(form);
    else index.set(key, [form]);
  }
  const begins = new Uint8Array(0x10000);
  for (const list of index.values()) {
    list.sort((a, b) => b.form.length - a.form.length);
    begins[(list[0] as Form).form.charCodeAt(0)] = 1;
  }
  return { forms: index, begins };
}

const displayed = new Map<string, Intl.DisplayNames>();

function displayNames(lang: string): Intl.DisplayNames {
  const known = displayed.get(lang);
  if (known) return known;
  const names = makeDisplayNames(lang);
  // Text detection yields a few dozen tags at most.
  if (displayed.size < 100) displayed.set(lang, names);
  return names;
}

function makeDisplayNames(lang: string): Intl.DisplayNames {
  try {
    return new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' });
  } catch {
    // A language tag the runtime refuses (text detection can yield any): English names still help.
    return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  }
}

/** A country's name in a language, by the runtime. */
export function countryName(country: string, lang: string): string {
  try {
    return displayNames(lang).of(country) ?? country;
  } catch {
    // `of` refuses what has not the form of a region code.
    return country;
  }
}
