import type { Token } from './tokens';

/** Numbers of a text of which one is wanted in the place of the other, by their positions. */
export type Swaps = ReadonlyMap<number, 'wished' | 'unwished'>;

/** Two sizes of one person are no farther apart; Asian lengths count in millimetres. */
const STEP = 8;
const STEP_MM = 30;
/** So many words may stand between the two, and between a word of exchange and them. */
const REACH = 12;

/** Words between what is given back and what is wanted. */
const TOWARDS: ReadonlySet<string> = new Set(['for', 'for a', 'to', 'to a', 'with', 'into', 'in', 'gegen', 'auf', 'zu', 'pour', 'contre', 'par', 'en', 'a', 'al', 'por', 'con', 'per', 'para', 'na', 'на', 'naar', 'tegen', 'voor', 'ile', 'ب', 'إلى', 'الى', 'に', 'へ', '로', '으로', '成', '为', '到']); // prettier-ignore

interface Pair {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly second: number;
}

/**
 * Finds which of two numbers is wanted: "39 instead of 38", "38ではなく39", "exchange 38 for 39", "38 is too small, I
 * need 39". Whether they are sizes is for the reader of sizes to say.
 */
export function findSwaps(tokens: readonly Token[]): Swaps {
  const found = new Map<number, 'wished' | 'unwished'>();
  if (!tokens.some(({ role }) => role && (role.insteadOf || role.notThis || role.swap || role.misfit))) return found;
  const hasSwap = tokens.some(({ role }) => role?.swap);
  const numbers = tokens.flatMap(({ kind }, at) => (kind === 'number' ? [at] : []));
  numbers.forEach((first, index) => {
    const second = numbers[index + 1];
    if (second === undefined || found.has(first) || !isNear(tokens, first, second)) return;
    const wished = wishedOf({ tokens, first, second }, hasSwap);
    if (wished === null) return;
    found.set(first, wished === first ? 'wished' : 'unwished');
    found.set(second, wished === second ? 'wished' : 'unwished');
  });
  return found;
}

function isNear(tokens: readonly Token[], first: number, second: number): boolean {
  const [a, b] = [(tokens[first] as Token).value, (tokens[second] as Token).value];
  return second - first <= REACH && a !== b && Math.abs(a - b) <= (a >= 150 && b >= 150 ? STEP_MM : STEP);
}

/** Position of the number that is wanted; null where the words do not say. */
function wishedOf(pair: Pair, hasSwap: boolean): number | null {
  const { tokens, first, second } = pair;
  const between = tokens.slice(first + 1, second);
  if (hasInsteadBefore(tokens, second, first)) return first;
  if (hasInsteadBefore(tokens, first, -1)) return second;
  if (between.some(({ role }) => role?.notThis)) return second;
  if (between.some(({ role }) => role?.misfit)) return second;
  if (!hasSwap) return null;
  const isTurned = between.some(({ text, role }) => TOWARDS.has(text) || role?.swap);
  return isTurned && !between.some(({ text }) => text === '.' || text === '?') ? second : null;
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
