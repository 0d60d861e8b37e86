import { readContext } from './context';
import { spanOf, take, topicAt, type Scene } from './scene';
import type { Reading } from './reading';
import type { Token } from './tokens';

const isWaist = (value: number): boolean => Number.isInteger(value) && value >= 22 && value <= 60;
const isInseam = (value: number): boolean => Number.isInteger(value) && value >= 24 && value <= 40;

interface Pair {
  readonly waist: number;
  readonly inseam?: number;
  readonly first: number;
  readonly last: number;
  /** W or L or a word for waist or inseam stands there: nothing else can be meant. */
  readonly lettered: boolean;
}

/** Waist and inseam of trousers: `32x34`, `W32 L34`, `W32/L34`, "waist 32 inseam 30". */
export function readTrousers(scene: Scene): readonly Reading[] {
  const found: Reading[] = [];
  const { tokens } = scene;
  const parts = new Set<string>();
  for (const { role } of tokens) if (role?.body && role.body !== 'inseam') parts.add(role.body);
  for (let at = 0; at < tokens.length; at += 1) {
    if ((tokens[at] as Token).kind !== 'number' || scene.taken.has(at)) continue;
    const pair = lettersAt(tokens, at) ?? wordsAt(tokens, at, parts.size === 1) ?? pairAt(tokens, at);
    if (!pair || !isTrousers(scene, at, pair)) continue;
    const context = readContext(tokens, at);
    const audience = context.audience ?? scene.audience ?? scene.hints.audience;
    found.push({
      kind: 'size',
      ...spanOf(scene, Math.min(pair.first, context.mark ? context.first : pair.first), pair.last),
      category: 'jeans',
      options: [{ system: 'IN', size: String(pair.waist), by: pair.lettered ? 'code' : 'shape' }],
      ...(audience ? { audience } : {}),
      assumed: false,
      ...(pair.inseam === undefined ? {} : { inseamInch: pair.inseam }),
    });
    take(scene, pair.first, pair.last);
    at = pair.last;
  }
  return found;
}

function isTrousers(scene: Scene, at: number, { lettered, inseam }: Pair): boolean {
  const { topic } = topicAt(scene, at);
  if (topic === 'other') return false;
  if (lettered && inseam !== undefined) return true;
  const isWorn = topic === 'jeans' || topic === 'clothing' || topic === 'inseam';
  return lettered ? isWorn || topic === undefined || topic === 'belt' : topic === 'jeans';
}

/** `W32`, `W32 L34`, `32W 34L`, `32W x 34L`. */
function lettersAt(tokens: readonly Token[], at: number): Pair | null {
  const waist = letterNumber(tokens, at, 'w');
  if (!waist || !isWaist((tokens[at] as Token).value)) return null;
  for (let i = waist.last + 1; i <= waist.last + 4 && i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind === 'number') {
      const length = letterNumber(tokens, i, 'l');
      const isPlain = i - waist.last <= 2;
      if ((!length && !isPlain) || !isInseam(token.value)) break;
      return { waist: (tokens[at] as Token).value, inseam: token.value, first: waist.first, last: length?.last ?? i, lettered: true }; // prettier-ignore
    }
    if (token.kind === 'word' && !['l', 'x', 'by', 'length', 'leg'].includes(token.text) && !token.role?.or) break;
  }
  const { value } = tokens[at] as Token;
  return value <= 48 ? { waist: value, first: waist.first, last: waist.last, lettered: true } : null;
}

/** A letter before the number, or grown to its end. */
function letterNumber(tokens: readonly Token[], at: number, letter: string): { first: number; last: number } | null {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (after?.text === letter && after.glued) return { first: at, last: at + 1 };
  if (before?.text !== letter) return null;
  return (tokens[at] as Token).glued || before.capital ? { first: at - 1, last: at } : null;
}

/** "waist 32 inseam 30", "32 waist, 30 leg", and the waist alone when no other measure of a body is named. */
function wordsAt(tokens: readonly Token[], at: number, only: boolean): Pair | null {
  const waist = labelled(tokens, at, 'waistCm');
  const { value } = tokens[at] as Token;
  if (!waist || !isWaist(value) || isMetric(tokens, at)) return null;
  for (let i = waist.last + 1; i <= waist.last + 7 && i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind !== 'number') continue;
    const length = labelled(tokens, i, 'inseam');
    if (!length || !isInseam(token.value) || isMetric(tokens, i)) break;
    return { waist: value, inseam: token.value, first: waist.first, last: Math.max(length.last, i), lettered: true };
  }
  return only && value <= 48 ? { waist: value, first: waist.first, last: waist.last, lettered: true } : null;
}

const isMetric = (tokens: readonly Token[], at: number): boolean => {
  const unit = tokens[at + 1]?.role?.unit;
  return unit === 'cm' || unit === 'mm' || unit === 'm' || unit === 'kg' || unit === 'lb';
};

/** Finds a word for a part of the body beside a number, small words and the inch mark between. */
function labelled(
  tokens: readonly Token[],
  at: number,
  part: 'waistCm' | 'inseam',
): { readonly first: number; readonly last: number } | null {
  for (let i = at - 1; i >= at - 4 && i >= 0; i -= 1) {
    const { role, kind, text } = tokens[i] as Token;
    if (role?.body === part) return { first: i, last: inchAfter(tokens, at) };
    if (kind === 'number' || !(role?.filler || role?.mark || ':=-'.includes(text))) break;
  }
  for (let i = at + 1; i <= at + 3; i += 1) {
    const token = tokens[i];
    if (token?.role?.body === part) return { first: at, last: i };
    if (!token || !(token.role?.unit === 'in' || token.role?.filler || token.text === '-')) break;
  }
  return null;
}

const inchAfter = (tokens: readonly Token[], at: number): number => (tokens[at + 1]?.role?.unit === 'in' ? at + 1 : at);

/** `32x34`, `32/34`, `32-34`, "32 by 34", "32 34": only where trousers are spoken of. */
function pairAt(tokens: readonly Token[], at: number): Pair | null {
  const [waist, joint, second] = [tokens[at], tokens[at + 1], tokens[at + 2]] as const;
  if (!waist || !isWaist(waist.value) || waist.value > 50 || !joint) return null;
  if (joint.role?.unit === 'in' && second && ['x', '×', '/', 'by'].includes(second.text))
    return plainPair(tokens, at, at + 3);
  if (['x', '×', '/', 'by', 'х', '*', '-'].includes(joint.text)) return plainPair(tokens, at, at + 2);
  return joint.kind === 'number' && !joint.glued ? plainPair(tokens, at, at + 1) : null;
}

function plainPair(tokens: readonly Token[], at: number, other: number): Pair | null {
  const [waist, inseam] = [tokens[at] as Token, tokens[other]];
  if (inseam?.kind !== 'number' || !isInseam(inseam.value)) return null;
  const isThird = tokens[other + 1]?.text === tokens[at + 1]?.text && tokens[other + 2]?.kind === 'number';
  const before = tokens[at - 1];
  if (isThird || (before?.kind === 'number' && waist.glued)) return null;
  return { waist: waist.value, inseam: inseam.value, first: at, last: inchAfter(tokens, other), lettered: false };
}
