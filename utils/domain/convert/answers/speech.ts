import type { AnswerSentences, SentenceName } from './sentences';

/** Values for the places of a sentence. */
export type SentenceValues = Readonly<Record<string, string>>;

/** The words of a reply language, and how it writes numbers and lists. */
export interface Speech {
  readonly lang: string;
  /** Null where only a neutral line of codes and numbers can be written. */
  readonly sentences: AnswerSentences | null;
  /** A sentence or word group with its values; only for a language with sentences. */
  readonly say: (name: SentenceName, values?: SentenceValues) => string;
  /** Whole sentences as one text; empty ones are left out. */
  readonly text: (sentences: readonly string[]) => string;
  /** `a, b and c` */
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
  /** A number with its unit, as the language writes it. */
  readonly measure: (value: number, unit: MeasureUnit) => string;
  /** An age or a range of ages in words: `9–12 months`, `5 ans`. */
  readonly age: (ages: readonly [from: number, to: number], unit: 'month' | 'year') => string;
  /** Keeps codes and numbers in one piece inside right-to-left text. */
  readonly atom: (text: string) => string;
}

/** Units of sizes and body measures, as `Intl.NumberFormat` names them. */
export type MeasureUnit = 'centimeter' | 'millimeter' | 'inch' | 'kilogram';

const RTL_LANGS: ReadonlySet<string> = new Set(['ar', 'he', 'fa', 'ur']);
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const SYMBOLS: Readonly<Record<MeasureUnit, string>> = {
  centimeter: 'cm',
  millimeter: 'mm',
  inch: 'in',
  kilogram: 'kg',
};

const PLACE = /\{\{(\w+)\}\}/g;

/** Makes the speech of a reply language; `sentences` are those of its language without region. */
export function makeSpeech(lang: string, sentences: AnswerSentences | null): Speech {
  const isRtl = sentences !== null && RTL_LANGS.has(lang.split('-')[0] as string);
  const numbers = new Map<string, (value: number) => string>();
  // A neutral line is for everybody: decimal points, English symbols.
  const format = (unit?: MeasureUnit) => {
    const key = unit ?? '';
    const known = numbers.get(key);
    if (known) return known;
    const made = remembered(sentences === null ? neutralFormat(unit) : localFormat(lang, unit));
    numbers.set(key, made);
    return made;
  };
  return {
    lang,
    sentences,
    say: (name, values = {}) => (sentences === null ? '' : tidy(fill(sentences[name], values))),
    text: (all) =>
      all
        .filter((sentence) => sentence !== '')
        .map((sentence) => capital(sentence, lang))
        .join(sentences?.join ?? ' · '),
    list: (items) => joinList(items, sentences),
    number: (value) => format()(value),
    measure: (value, unit) => format(unit)(value),
    age: (ages, unit) => (sentences === null ? neutralAge(ages, unit) : localAge(ages, unit, lang)),
    atom: (text) => (isRtl ? isolate(text) : text),
  };
}

/** The unit behind a code stays outside: inside it would come before the number for who reads from the right. */
const UNIT_BEHIND = /^(.*[A-Za-z\d])(\s[\u0600-\u06ff.]+)$/u;

function isolate(text: string): string {
  if (!/[A-Za-z\d]/.test(text)) return text;
  const [, code = text, unit = ''] = UNIT_BEHIND.exec(text) ?? [];
  return `${FIRST_STRONG_ISOLATE}${code}${POP_ISOLATE}${unit}`;
}

const fill = (sentence: string, values: SentenceValues): string =>
  sentence.replace(PLACE, (_, name: string) => values[name] ?? '');

/** A full-width bracket brings its own space; a value that ends in a full stop needs no second one. */
const tidy = (text: string): string => text.replace(/([（）])\s+/g, '$1').replace(/\.\.$/, '.');

function joinList(items: readonly string[], sentences: AnswerSentences | null): string {
  if (items.length < 2) return items[0] ?? '';
  const [comma, both] = sentences ? [sentences.comma, sentences.both] : [', ', ', '];
  return items.slice(0, -1).join(comma) + both + (items.at(-1) as string);
}

/** The first letter in upper case; only Turkish has rules of its own among the reply languages, and asking them is slow. */
function capital(text: string, lang: string): string {
  const first = text.charAt(0);
  return (lang.startsWith('tr') ? first.toLocaleUpperCase('tr') : first.toUpperCase()) + text.slice(1);
}

/** Sizes are few, and Intl takes its time. */
const MOST_REMEMBERED = 500;

function remembered(write: (value: number) => string): (value: number) => string {
  const written = new Map<number, string>();
  return (value) => {
    const known = written.get(value);
    if (known !== undefined) return known;
    const text = write(value);
    if (written.size < MOST_REMEMBERED) written.set(value, text);
    return text;
  };
}

const neutralFormat = (unit: MeasureUnit | undefined) => (value: number) =>
  unit ? `${value} ${SYMBOLS[unit]}` : String(value);

type AgeUnit = 'month' | 'year';
type Ages = readonly [from: number, to: number];

const neutralAge = ([from, to]: Ages, unit: AgeUnit): string => `${from === to ? from : `${from}–${to}`} ${unit[0]}`;

/** Years of a life have a word of their own where Intl writes those of a calendar; in Turkish it is the one for age. */
const YEARS_OLD: Readonly<Record<string, string>> = { ja: '歳', ko: '세', zh: '岁', tr: '' };

const ageFormats = new Map<string, Intl.NumberFormat>();

function localAge([from, to]: Ages, unit: AgeUnit, lang: string): string {
  const yearsOld = unit === 'year' ? YEARS_OLD[lang.split('-')[0] as string] : undefined;
  if (yearsOld !== undefined) return `${from === to ? from : `${from}–${to}`}${yearsOld}`;
  try {
    const key = `${lang} ${unit}`;
    const format =
      ageFormats.get(key) ??
      new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long', numberingSystem: 'latn' });
    ageFormats.set(key, format);
    // One kind of dash for all languages, as in the ranges of other sizes.
    return (from === to ? format.format(to) : format.formatRange(from, to)).replace(/\s*[-–~～]\s*/u, '–');
  } catch {
    return neutralAge([from, to], unit);
  }
}

/** Intl writes kg in Chinese text, where people write 公斤. */
const OWN_UNITS: Readonly<Record<string, string>> = { 'zh kilogram': '公斤' };

function localFormat(lang: string, unit: MeasureUnit | undefined): (value: number) => string {
  const own = OWN_UNITS[`${lang.split('-')[0] as string} ${unit ?? ''}`];
  if (own) {
    const plain = localFormat(lang, undefined);
    return (value) => plain(value) + own;
  }
  try {
    const style = unit ? { style: 'unit' as const, unit, unitDisplay: 'short' as const } : {};
    const made = new Intl.NumberFormat(lang, { maximumFractionDigits: 2, numberingSystem: 'latn', ...style });
    return (value) => made.format(value);
  } catch {
    return neutralFormat(unit);
  }
}
