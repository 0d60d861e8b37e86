import { detectAll } from 'tinyld/light';
import type { CountryCode, Lang } from '../ids';
import { FUNCTION_WORDS, TELLING_LETTERS } from './function-words';

/** Languages with seeds, cue lists or templates; others are named only when their script gives them away. */
export const SHIPPED_LANGS = [
  'en',
  'es',
  'pt',
  'fr',
  'de',
  'it',
  'nl',
  'pl',
  'tr',
  'ru',
  'ar',
  'zh',
  'ja',
  'ko',
] as const;

/** What is known besides the text. */
export interface LanguageHints {
  /** Country of the buyer or of the marketplace; breaks ties, never overrules clear text. */
  readonly prior?: CountryCode;
  /** What the page itself says about the buyer's language. */
  readonly pageSays?: Lang;
}

/** A language with how far it is ahead of the next one, 0 to 1. */
export interface DetectedLanguage {
  readonly lang: Lang;
  readonly confidence: number;
  /** Clear enough to choose the language of a reply without asking. */
  readonly sure: boolean;
}

const LATIN_LANGS = SHIPPED_LANGS.filter((lang) => !['ru', 'ar', 'zh', 'ja', 'ko'].includes(lang));

const COUNTRY_LANG: Readonly<Record<string, Lang>> = {
  US: 'en',
  GB: 'en',
  UK: 'en',
  AU: 'en',
  CA: 'en',
  IE: 'en',
  NZ: 'en',
  IN: 'en',
  SG: 'en',
  ZA: 'en',
  DE: 'de',
  AT: 'de',
  CH: 'de',
  LI: 'de',
  FR: 'fr',
  BE: 'fr',
  LU: 'fr',
  ES: 'es',
  MX: 'es',
  AR: 'es',
  CL: 'es',
  CO: 'es',
  PE: 'es',
  PT: 'pt',
  BR: 'pt',
  IT: 'it',
  NL: 'nl',
  PL: 'pl',
  TR: 'tr',
  RU: 'ru',
  BY: 'ru',
  KZ: 'ru',
  SA: 'ar',
  AE: 'ar',
  EG: 'ar',
  MA: 'ar',
  CN: 'zh',
  TW: 'zh',
  HK: 'zh',
  JP: 'ja',
  KR: 'ko',
};

const SCRIPTS: readonly (readonly [Lang, RegExp])[] = [
  ['ko', /[\p{Script=Hangul}]/gu],
  ['ar', /[\p{Script=Arabic}]/gu],
  ['ru', /[\p{Script=Cyrillic}]/gu],
  ['he', /[\p{Script=Hebrew}]/gu],
  ['th', /[\p{Script=Thai}]/gu],
  ['el', /[\p{Script=Greek}]/gu],
  ['hi', /[\p{Script=Devanagari}]/gu],
];
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;
const HAN = /[\p{Script=Han}]/gu;
const LATIN = /[\p{Script=Latin}]/gu;
// Links, mail addresses, order and tracking numbers say nothing about the language of the message.
const NOISE = /https?:\/\/\S+|\S+@\S+|\b[A-Z0-9-]*\d[A-Z0-9-]*\b/gu;
/** A word of a language counts as much as this share of tinyld's own certainty. */
const WORD_WEIGHT = 0.45;
const LETTER_WEIGHT = 0.3;
const HINT_WEIGHT = 0.12;
const SURE_MARGIN = 0.14;
const SURE_LETTERS = 6;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Names the language of a buyer's message: by script where that decides, else by tinyld together with function words,
 * limited to the shipped languages. A country or the page's own claim only breaks ties.
 */
export function detectLanguage(text: string, hints: LanguageHints = {}): DetectedLanguage {
  const clean = text.normalize('NFKC').replace(NOISE, ' ');
  const hinted = hintedLang(hints);
  const byScript = detectScript(clean, hinted);
  if (byScript) return byScript;
  const letters = count(clean, LATIN);
  if (letters === 0) return { lang: hinted ?? 'en', confidence: 0, sure: false };
  return detectLatin(clean, letters, hinted);
}

function hintedLang({ prior, pageSays }: LanguageHints): Lang | undefined {
  const page = pageSays?.toLowerCase().split(/[-_]/)[0];
  return page || (prior ? COUNTRY_LANG[prior.toUpperCase()] : undefined);
}

function detectScript(text: string, hinted: Lang | undefined): DetectedLanguage | null {
  const latin = count(text, LATIN);
  const kana = count(text, KANA);
  const han = count(text, HAN);
  // One ideograph carries as much as a short Latin word, so brand names in Latin letters must not win by length.
  const latinWeight = latin / 4;
  const hangul = count(text, SCRIPTS[0]![1]);
  if (kana > 0 && kana + han >= latinWeight && kana + han > hangul) {
    // A lone の is written in Chinese shop talk too.
    const japanese = kana > 1 || han === 0 || hinted === 'ja';
    return { lang: japanese ? 'ja' : 'zh', confidence: 1, sure: japanese };
  }
  if (han > 0 && han >= latinWeight && han > hangul) {
    const lang = hinted === 'ja' ? 'ja' : 'zh';
    return { lang, confidence: lang === 'ja' ? 0.5 : 1, sure: lang === 'zh' };
  }
  for (const [lang, pattern] of SCRIPTS) {
    const letters = count(text, pattern);
    if (letters === 0 || letters < latin / 2) continue;
    if (lang === 'ru' && /[іїєґ]/iu.test(text)) return { lang: 'uk', confidence: 0.9, sure: true };
    return { lang, confidence: 1, sure: letters > 1 };
  }
  return null;
}

function detectLatin(text: string, letters: number, hinted: Lang | undefined): DetectedLanguage {
  const lower = text.toLowerCase();
  const words = lower.split(/[^\p{L}'’]+/u).filter(Boolean);
  const scores = new Map<Lang, number>();
  for (const { lang, accuracy } of detectAll(text, { only: [...LATIN_LANGS] })) scores.set(lang, accuracy);
  for (const lang of LATIN_LANGS) {
    const known = FUNCTION_WORDS[lang];
    const hits = known ? words.filter((word) => known.has(word)).length : 0;
    const telling = TELLING_LETTERS[lang];
    const bonus = telling && telling.test(lower) ? LETTER_WEIGHT : 0;
    scores.set(
      lang,
      (scores.get(lang) ?? 0) * (1 - WORD_WEIGHT) + (hits / Math.max(2, words.length)) * WORD_WEIGHT * 2 + bonus,
    );
  }
  if (hinted !== undefined && scores.has(hinted)) scores.set(hinted, scores.get(hinted)! + HINT_WEIGHT);
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  const lang = first && first[1] > 0 ? first[0] : (hinted ?? 'en');
  const margin = Math.min(1, (first?.[1] ?? 0) - (second?.[1] ?? 0));
  return { lang, confidence: margin, sure: margin >= SURE_MARGIN && letters >= SURE_LETTERS };
}
