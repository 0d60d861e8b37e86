import type { Token } from './tokens';

/** Sizes of a text of which one is wanted in the place of the other, by the positions of their numbers or letters. */
export type Swaps = ReadonlyMap<number, 'wished' | 'unwished'>;

/** Two sizes of one person are no farther apart; Asian lengths count in millimetres. */
const STEP = 8;
const STEP_MM = 30;
/** So many words may stand between the two, and between a word of exchange and them. */
const REACH = 12;
const REACH_BEFORE = 5;
const REACH_AFTER = 5;

/** Words between what is given back and what is wanted. */
const TOWARDS: ReadonlySet<string> = new Set(['for', 'to', 'with', 'into', 'in', 'gegen', 'auf', 'zu', 'pour', 'contre', 'par', 'en', 'a', 'al', 'por', 'con', 'per', 'para', 'na', 'на', 'naar', 'tegen', 'voor', 'ile', 'ب', 'إلى', 'الى', 'に', 'へ', '로', '으로', '成', '为', '到']); // prettier-ignore
/** Of them, those that follow what is wanted. */
const TOWARDS_AFTER: ReadonlySet<string> = new Set(['ile', 'e', 'a', 'ye', 'ya', 'に', 'へ', '로', '으로']);
/** A letter of size, folded. */
const LETTER = /^(?:x{0,4}[sl]|m|ll|lll|[pg]|pp|gg|м|л|с)$/;

interface Pair {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly second: number;
}

/**
 * Finds which of two numbers or letters is wanted: "39 instead of 38", "38ではなく39", "exchange 38 for 39", "38 is too
 * small, I need 39", "received M, need L". Whether they are sizes is for the readers of sizes to say.
 */
export function findSwaps(tokens: readonly Token[]): Swaps {
  const found = new Map<number, 'wished' | 'unwished'>();
  if (!tokens.some(speaksOfExchange)) return found;
  const hasSwap = tokens.some(({ role }) => role?.swap);
  const numbers = tokens.flatMap(({ kind }, at) => (kind === 'number' ? [at] : []));
  const letters = tokens.flatMap((_, at) => (isLetter(tokens, at) ? [at] : []));
  for (const sizes of [numbers, letters]) findIn(sizes, { tokens, found, hasSwap });
  return found;
}

interface Search {
  readonly tokens: readonly Token[];
  readonly found: Map<number, 'wished' | 'unwished'>;
  readonly hasSwap: boolean;
}

function findIn(sizes: readonly number[], { tokens, found, hasSwap }: Search): void {
  sizes.forEach((first, index) => {
    const second = sizes[index + 1];
    if (second === undefined || found.has(first) || !isNear(tokens, first, second)) return;
    const wished = wishedOf({ tokens, first, second }, hasSwap);
    if (wished === null) return;
    found.set(first, wished === first ? 'wished' : 'unwished');
    found.set(second, wished === second ? 'wished' : 'unwished');
  });
}

const speaksOfExchange = ({ role }: Token): boolean =>
  role !== undefined &&
  (role.insteadOf || role.notThis || role.swap || role.misfit || role.ordered || role.received) === true;

const isLetter = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' || (token.glued && tokens[at - 1]?.kind === 'number')) return false;
  if (token.role?.letter) return !token.role.misfit;
  return token.capital && LETTER.test(token.text) && tokens[at + 1]?.text !== "'" && tokens[at - 1]?.text !== "'";
};

function isNear(tokens: readonly Token[], first: number, second: number): boolean {
  const [one, other] = [tokens[first] as Token, tokens[second] as Token];
  if (second - first > REACH || one.kind !== other.kind) return false;
  if (one.kind === 'word') return one.text !== other.text;
  const [a, b] = [one.value, other.value];
  return a !== b && Math.abs(a - b) <= (a >= 150 && b >= 150 ? STEP_MM : STEP);
}

/** Position of the size that is wanted; null where the words do not say. */
function wishedOf(pair: Pair, hasSwap: boolean): number | null {
  const { tokens, first, second } = pair;
  const between = tokens.slice(first + 1, second);
  const hasCome = wordsBefore(tokens, first).some(({ role }) => role?.received && !role.ordered);
  // "received 40 instead of 38": what came is not what was wanted.
  if (hasInsteadBefore(tokens, second, first)) return hasCome ? second : first;
  if (hasInsteadBefore(tokens, first, -1)) return second;
  if (between.some(({ role }) => role?.notThis)) return second;
  if (between.some(({ role }) => role?.misfit)) return second;
  if (hasSwap && isTurned(pair, between)) return second;
  return isLikeSizes(pair) ? byStory(pair, between) : null;
}

function isTurned({ tokens, second }: Pair, between: readonly Token[]): boolean {
  if (between.some(({ text }) => text === '.' || text === '?')) return false;
  if (between.some(({ text, role }) => TOWARDS.has(firstWord(text)) || role?.swap || isArabicTowards(text)))
    return true;
  const after = tokens.slice(second + 1, second + 1 + REACH_AFTER);
  const towards = after.findIndex(({ text }) => TOWARDS_AFTER.has(text) || /\p{Script=Hangul}로$/u.test(text));
  return towards >= 0 && after.slice(towards).some(({ role }) => role?.swap);
}

const firstWord = (text: string): string => text.split(' ')[0] as string;
/** "بمقاس": for the size. */
const isArabicTowards = (text: string): boolean => /^ب(?:ال)?(?:مقاس|قياس|نمره|رقم)/.test(text);

/** "ordered 38 but received 40", "received 40, need 41": what is told of the one and of the other. */
function byStory({ tokens, first, second }: Pair, between: readonly Token[]): number | null {
  const before = wordsBefore(tokens, first);
  const after = wordsAfter(tokens, second);
  const has = (words: readonly Token[], what: 'ordered' | 'received' | 'need' | 'swap'): boolean =>
    words.some(({ role }) => role?.[what]);
  const had = (words: readonly Token[]): boolean => has(words, 'ordered') || has(words, 'received');
  if (has(before, 'ordered') && has(between, 'received') && !has(between, 'need')) return first;
  const needAt = between.findIndex(({ role }) => role?.need);
  if (needAt >= 0 && (had(before) || had(between.slice(0, needAt)))) return second;
  if (has(before, 'received') && has(between, 'ordered')) return second;
  // Verbs stand last in Japanese, Korean and Turkish.
  if (has(between, 'ordered') && has(after, 'received') && !has(after, 'need')) return first;
  return had(between) && (has(after, 'need') || has(after, 'swap') || has(after, 'ordered')) ? second : null;
}

function wordsBefore(tokens: readonly Token[], at: number): readonly Token[] {
  const words = tokens.slice(Math.max(0, at - REACH_BEFORE), at);
  return words.slice(words.findLastIndex(({ kind, text }) => kind === 'number' || text === '.' || text === '?') + 1);
}

function wordsAfter(tokens: readonly Token[], at: number): readonly Token[] {
  const words = tokens.slice(at + 1, at + 1 + REACH_AFTER);
  const end = words.findIndex(({ kind, text }) => kind === 'number' || text === '.' || text === '?');
  return end < 0 ? words : words.slice(0, end);
}

/** Small whole numbers are pieces as often as sizes: a word of size has to stand beside one of them. */
function isLikeSizes({ tokens, first, second }: Pair): boolean {
  return [first, second].some((at) => {
    const { kind, value } = tokens[at] as Token;
    if (kind === 'word' || !Number.isInteger(value)) return true;
    const isCounted = tokens[at + 1]?.role?.count === true && tokens[at + 1]?.role?.mark === undefined;
    if (value > 15) return !isCounted;
    const around = tokens.slice(Math.max(0, at - 2), at + 3);
    return around.some(({ role }) => role?.mark === 'size' || role?.mark === 'shoe' || role?.code !== undefined);
  });
}

/** "instead of the 8.5": small words and words of size may stand between. */
function hasInsteadBefore(tokens: readonly Token[], at: number, after: number): boolean {
  for (let i = at - 1; i > after && i >= at - 4; i -= 1) {
    const { role, kind, text } = tokens[i] as Token;
    if (role?.insteadOf) return true;
    if (kind === 'number' || (!role?.filler && !role?.mark && !role?.code && !role?.audience && text.length > 3)) break;
  }
  return false;
}
