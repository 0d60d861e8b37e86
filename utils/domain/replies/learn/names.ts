import type { Lang } from '../../ids';
import { searchable } from '../search/fold';
import { VALUE_MARK } from './block-shape';
import { withoutBlanks } from './compact';
import type { Vocabulary } from './vocabulary';
import { HARMLESS_BEFORE_TITLE, HARMLESS_HAN, PEOPLE_WORDS } from './people-words';

const folded = (text: string): string => searchable(text).trim();
const foldedWords = (text: string): readonly string[] => folded(text).split(' ').filter(Boolean);

const HAN_NAME = /^[\p{Script=Han}]{1,4}$/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Small words inside names, which are words of every sentence too. */
const PARTICLES = new Set(
  'de la le du des da di do dos das del della van von der den ter ten zu und y e el al bin ibn of the'.split(' '),
);
/** Longer names are found with other endings too: Annas, Анной. Units: letters. */
const LONGEST_WHOLE = 3;
const SHORTEST_STEM = 4;
const MOST_ENDING = 4;

const stemOf = (name: string): string =>
  name.slice(0, Math.max(Math.min(SHORTEST_STEM, name.length - 1), name.length - 2));

const isForm = (word: string, name: string): boolean =>
  word === name ||
  (name.length > LONGEST_WHOLE && word.startsWith(stemOf(name)) && word.length <= name.length + MOST_ENDING);

/** Whether a buyer's name or a part of it stands in a text, in any form; words of the desk's own are no names. */
export function holdsName(words: string, name: string, known: string): boolean {
  const own = new Set(foldedWords(known));
  const said = foldedWords(words).filter((word) => !own.has(word));
  const [plain, plainKnown] = [words, known].map((text) => withoutBlanks(folded(text)));
  const whole = withoutBlanks(folded(name));
  if (whole.length > 1 && plain!.includes(whole) && !plainKnown!.includes(whole)) return true;
  return foldedWords(name).some((part, index) => {
    if (UNSPACED.test(part))
      return unspacedParts(part).some((one) => plain!.includes(one) && !plainKnown!.includes(one));
    if (index > 0 && PARTICLES.has(part)) return false;
    // Prefixes are glued to Arabic names.
    if (part.length > LONGEST_WHOLE && said.some((word) => word.includes(part))) return true;
    return said.some((word) => isForm(word, part));
  });
}

/** Of a Chinese name every sign tells; of other names written in one piece, the family name is too short to be looked for. */
const unspacedParts = (part: string): readonly string[] =>
  HAN_NAME.test(part) ? [...part] : [part, ...(part.length > 2 ? [part.slice(1)] : [])];

/** What is known of the words that are read. */
export interface NamingContext {
  readonly lang: Lang;
  readonly known: string;
  readonly isClosing: boolean;
  /** Words of all replies of the language; without them a word at the start of a sentence, and a German noun, is believed. */
  readonly vocabulary?: Vocabulary | undefined;
}

const WORD = new RegExp(`[\\p{L}\\p{M}][\\p{L}\\p{M}'’-]*|${VALUE_MARK}|[.!?…:;,،؛。！？，、\\n]`, 'gu');
const SENTENCE_END = /^[.!?…:。！？\n]$/u;
const STOP = /^[.!?…:;,،؛。！？，、\n]$/u;
const CAPITAL = /^\p{Lu}/u;
const LATIN = /^\p{Script=Latin}/u;
/** A stop right after a short title ends nothing: "Dr. Weber". */
const LONGEST_TITLE = 4;
/** A Russian request, "Пришлите, пожалуйста, ...". */
const REQUEST = /[йиь]те$/u;
/** How far behind a greeting a name can stand. Units: words. */
const REACH = 4;
const ACRONYMS = new Set(['PDF', 'OK', 'EU', 'USB', 'LED', 'FAQ', 'VAT', 'TVA', 'IVA']);
/** German writes every noun with a capital letter. */
const CAPITAL_NOUNS = new Set(['de']);
const UNCASED = new Set(['ar', 'zh', 'ja', 'ko']);

const listOf = (words: string): ReadonlySet<string> => new Set(foldedWords(words));

interface Token {
  readonly word: string;
  readonly isStop: boolean;
  /** Neither the desk's own nor a word that names nobody. */
  readonly isFresh: boolean;
  readonly isOpener: boolean;
  readonly isFirst: boolean;
}

function tokensOf(words: string, { lang, known }: NamingContext): readonly Token[] {
  const lists = [PEOPLE_WORDS['en']!, PEOPLE_WORDS[lang] ?? { openers: '', harmless: '' }];
  const openers = listOf(lists.map((list) => list.openers).join(' '));
  const harmless = listOf(lists.map((list) => `${list.harmless} ${list.capitals ?? ''}`).join(' '));
  const own = new Set(foldedWords(known));
  let isFirst = true;
  return [...words.replace(/\r\n?/g, '\n').matchAll(WORD)].map(([word]) => {
    const isStop = STOP.test(word);
    const parts = foldedWords(word);
    const isOpener = parts.some((part) => openers.has(part));
    const isFresh = !isStop && word !== VALUE_MARK && parts.some((part) => !own.has(part) && !harmless.has(part));
    const token = { word, isStop, isFresh: isFresh && !isOpener, isOpener, isFirst: isFirst && !isStop };
    isFirst = isStop ? SENTENCE_END.test(word) || isFirst : false;
    return token;
  });
}

/** A greeting or a title with words behind it that nobody knows. */
function isAddressed(tokens: readonly Token[]): boolean {
  return tokens.some(({ isOpener, word }, at) => {
    if (!isOpener) return false;
    const isDotted = word.length <= LONGEST_TITLE && tokens[at + 1]?.word === '.';
    const rest = tokens.slice(at + (isDotted ? 2 : 1), at + 2 + REACH);
    const end = rest.findIndex(({ isStop }) => isStop);
    return rest.slice(0, end < 0 ? REACH : end).some(({ isFresh }) => isFresh);
  });
}

/** A line or a call that is one or two words with capital letters: "Maria, ..." or a signature. */
function isCalled(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (!token.isFresh || !CAPITAL.test(token.word) || REQUEST.test(token.word)) return false;
    const isLineStart = token.isFirst || tokens[at - 1]?.word === ',';
    const next = tokens.slice(at + 1, at + 3);
    const alone = next[0] === undefined || /^[,\n]$/.test(next[0].word);
    const inTwo = next[0] !== undefined && CAPITAL.test(next[0].word) && (next[1] === undefined || next[1].isStop);
    return isLineStart && (alone || inTwo);
  });
}

/** A word whose capital letter only a name explains. */
function isCapitalised(tokens: readonly Token[], { lang, isClosing }: NamingContext): boolean {
  return tokens.some((token, at) => {
    if (!token.isFresh || ACRONYMS.has(token.word)) return false;
    // Among letters of another kind a name or a handle is all a Latin word can be.
    if (UNCASED.has(lang)) return LATIN.test(token.word);
    if (!CAPITAL.test(token.word)) return false;
    if (!CAPITAL_NOUNS.has(lang)) return !token.isFirst;
    if (isClosing) return !token.isFirst;
    const before = tokens[at - 1];
    return !token.isFirst && before !== undefined && before.isFresh && !before.isFirst && CAPITAL.test(before.word);
  });
}

/** A capital letter on a word nobody writes here: "Schulz hat das Paket angenommen". */
function isStrange(tokens: readonly Token[], { lang, vocabulary }: NamingContext): boolean {
  if (!vocabulary || UNCASED.has(lang)) return false;
  return tokens.some(
    ({ word, isFresh }) =>
      isFresh && CAPITAL.test(word) && !ACRONYMS.has(word) && foldedWords(word).some((part) => !vocabulary.has(part)),
  );
}

const TITLED_HAN = /[\p{Script=Han}]{1,3}(?:先生|女士|小姐|太太|老师|经理|阿姨)/gu;
const BEFORE_HAN_GREETING = /[^。！？!?\n]{0,30}?(?:您好|你好)/gu;
const DEAR_HAN = /(?:亲爱的|尊敬的|敬爱的)([^，,。！!：:\n]{0,12})/gu;
const AFTER_HAN_GREETING = /(?:您好|你好)[，,！!\s]*([\p{Script=Han}]{2,4})(?=[，,！!：:\n]|$)/gu;
const TITLED = /([^\s、。！？\n「」『』，,]{0,8}\s?)(?:様(?![々子式相態])|さま|さん|殿|님|씨)/gu;
const NO_SIGN = /[\s，,、！!：:|]/gu;

const isHarmlessHan = (text: string): boolean =>
  text
    .replaceAll(VALUE_MARK, '')
    .replace(HARMLESS_HAN, '')
    .replace(NO_SIGN, '')
    .replace(/您好|你好|好/gu, '') === '';

/** Names beside Chinese, Japanese and Korean greetings and titles; what the desk writes itself is left alone. */
function isTitled(words: string, { lang, known }: NamingContext): boolean {
  const isNew = (piece: string): boolean => !known.includes(piece.trim());
  if (lang === 'zh')
    return (
      [...words.matchAll(TITLED_HAN)].some(([piece]) => isNew(piece) && !isHarmlessHan(piece)) ||
      [...words.matchAll(BEFORE_HAN_GREETING)].some(([piece]) => isNew(piece) && !isHarmlessHan(piece)) ||
      [...words.matchAll(DEAR_HAN)].some(([piece, name = '']) => isNew(piece) && !isHarmlessHan(name)) ||
      [...words.matchAll(AFTER_HAN_GREETING)].some(([, name = '']) => isNew(name) && !isHarmlessHan(name))
    );
  if (lang !== 'ja' && lang !== 'ko') return false;
  return [...words.matchAll(TITLED)].some(([piece, before = '']) => {
    const isHarmless = before.trim() === '' || HARMLESS_BEFORE_TITLE.test(before) || before.trim().endsWith(VALUE_MARK);
    return !isHarmless && isNew(piece);
  });
}

/** Turkish puts the title behind the name. */
const isTurkishTitled = (words: string, known: string): boolean =>
  [...folded(words).matchAll(/(\p{L}+) (?:bey|hanim)(?!\p{L})/gu)].some(([piece]) => !folded(known).includes(piece));

/**
 * Whether a wording may name a person nobody told of: behind a greeting or a title, as a call or a signature, or by a capital
 * letter that nothing else explains. German nouns hide names from the last where no vocabulary is given.
 */
export function mayNameSomebody(words: string, context: NamingContext): boolean {
  const tokens = tokensOf(words, context);
  return (
    isAddressed(tokens) ||
    isCalled(tokens) ||
    isCapitalised(tokens, context) ||
    isStrange(tokens, context) ||
    isTitled(words, context) ||
    (context.lang === 'tr' && isTurkishTitled(words, context.known))
  );
}
