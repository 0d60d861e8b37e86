import type { SizeCategory } from '../sizes/size';
import { readContext, type Context } from './context';
import { clothesHome } from './number-options';
import { countryOf } from './home-country';
import type { Reading } from './reading';
import { spanOf, take, topicAt, type Scene } from './scene';
import type { Token } from './tokens';
import type { Topic } from './words/word-list';

const LETTER = /^(?:x{0,4}s|m|l|x{1,5}l|ll|lll)$/;
/** Brazilian and Portuguese letters: pequeno, médio, grande. */
const PORTUGUESE = /^(?:pp|p|g|gg|ggg|eg|egg|xg|xgg)$/;
/** Letters typed on a Russian keyboard. */
const CYRILLIC: Readonly<Record<string, string>> = { м: 'M', с: 'S', л: 'L', хл: 'XL', хс: 'XS', ххл: 'XXL' };
const GARMENTS: ReadonlySet<Topic> = new Set<Topic>(['dress', 'top', 'jacket', 'jeans', 'clothing', 'letter', 'plus', 'hat', 'glove', 'belt', 'sock', 'bra', 'kids', 'cn_label', 'jp_letter_bust']); // prettier-ignore

/** Chinese labels: height, girth and body type ("170/92A"). */
export function readChineseLabels(scene: Scene): readonly Reading[] {
  const found: Reading[] = [];
  const { tokens } = scene;
  for (let at = 0; at + 2 < tokens.length; at += 1) {
    const [height, slash, girth] = [tokens[at], tokens[at + 1], tokens[at + 2]] as [Token, Token, Token];
    if (slash.text !== '/' || height.kind !== 'number' || girth.kind !== 'number') continue;
    if (height.value < 80 || height.value > 205 || girth.value < 44 || girth.value > 140) continue;
    if (!Number.isInteger(height.value) || height.value % 5 !== 0) continue;
    const letter = tokens[at + 3];
    const isTyped = letter?.glued === true && /^[yabc]$/.test(letter.text);
    // Without its letter the pair may as well be somebody's height and weight.
    const isLabel =
      isTyped || (girth.value >= 76 && girth.value % 4 === 0 && readContext(tokens, at + 2).mark === 'size');
    if (!isLabel) continue;
    const last = isTyped ? at + 3 : at + 2;
    const size = `${height.text}/${girth.text}${isTyped ? letter.text.toUpperCase() : ''}`;
    found.push({
      kind: 'size',
      ...spanOf(scene, at, last),
      category: 'cn_label',
      options: [{ system: 'CN', size, by: 'code' }],
      ...(scene.audience ? { audience: scene.audience } : {}),
      assumed: false,
    });
    take(scene, at, last);
  }
  return found;
}

/** Letters from XXS to 6XL, Brazilian ones, plus sizes (`1X`, `16W`), "size medium". */
export function readLetters(scene: Scene): readonly Reading[] {
  const found: Reading[] = [];
  for (let at = 0; at < scene.tokens.length; at += 1) {
    if (scene.taken.has(at)) continue;
    const candidate = letterAt(scene, at);
    if (!candidate) continue;
    const { first, last } = candidate;
    const context = around(scene, first, last);
    const { topic } = topicOfLetter(scene, at, context);
    if (!isEnough({ scene, candidate, context, topic })) continue;
    const reading = letterReading({ scene, candidate, context, topic });
    if (!reading) continue;
    found.push(reading);
    take(scene, first, last);
    at = last;
  }
  return found;
}

interface Candidate {
  readonly size: string;
  readonly first: number;
  readonly last: number;
  readonly kind: 'letter' | 'portuguese' | 'plus' | 'word';
}

function letterAt({ tokens }: Scene, at: number): Candidate | null {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (token.kind === 'number') {
    if (!next?.glued || next.kind !== 'word' || !Number.isInteger(token.value)) return null;
    if (/^x{1,2}l$/.test(next.text) && token.value >= 1 && token.value <= 10)
      return { size: `${token.text}${next.text.toUpperCase()}`, first: at, last: at + 1, kind: 'letter' };
    if (next.text === 'l' && token.value >= 2 && token.value <= 6)
      return { size: `${token.text}L`, first: at, last: at + 1, kind: 'letter' };
    if (next.text === 'x' && next.capital && token.value <= 6 && tokens[at + 2]?.kind !== 'number')
      return { size: `${token.text}X`, first: at, last: at + 1, kind: 'plus' };
    if (next.text === 'w' && token.value >= 12 && token.value <= 44 && token.value % 2 === 0)
      return { size: `${token.text}W`, first: at, last: at + 1, kind: 'plus' };
    return null;
  }
  if (token.kind !== 'word') return null;
  if (isAfterDigit(tokens, at)) return null;
  // "X-Large" and "2 XL" print their letter apart.
  if (LETTER.test(token.text)) {
    if (!token.capital && token.text.length < 2) return isLowerLetter(tokens, at) ? { size: token.text.toUpperCase(), first: at, last: at, kind: 'letter' } : null; // prettier-ignore
    return { size: token.text.toUpperCase(), first: at, last: at, kind: 'letter' };
  }
  const cyrillic = CYRILLIC[token.text];
  if (cyrillic && token.capital && tokens[at - 1]?.role?.mark === 'size')
    return { size: cyrillic, first: at, last: at, kind: 'letter' };
  if (PORTUGUESE.test(token.text) && token.capital)
    return { size: token.text.toUpperCase(), first: at, last: at, kind: 'portuguese' };
  return token.role?.letter ? { size: token.role.letter, first: at, last: at, kind: 'word' } : null;
}

const isAfterDigit = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at] as Token).glued && tokens[at - 1]?.kind === 'number';

/** "size m", "taglia l": a small letter counts right after a word of size only. */
function isLowerLetter(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at - 1]?.role?.mark;
  return (mark === 'size' || mark === 'shoe') && (tokens[at + 1] === undefined || tokens[at + 1]?.kind === 'sign' || tokens[at + 1]?.role !== undefined); // prettier-ignore
}

function around({ tokens }: Scene, first: number, last: number): Context {
  const before = readContext(tokens, first);
  if (first === last) return before;
  const after = readContext(tokens, last);
  return { ...after, ...before, first: before.first, last: after.last, closes: after.closes };
}

function topicOfLetter(scene: Scene, at: number, context: Context): { readonly topic: Topic | undefined } {
  return context.topic && context.topic !== 'other' ? { topic: context.topic } : topicAt(scene, at);
}

interface Judged {
  readonly scene: Scene;
  readonly candidate: Candidate;
  readonly context: Context;
  readonly topic: Topic | undefined;
}

function isEnough({ scene, candidate, context, topic }: Judged): boolean {
  const { tokens, hints } = scene;
  const { size, kind, first, last } = candidate;
  const token = tokens[first] as Token;
  const { mark, code } = context;
  const marked = mark === 'size' || code !== undefined;
  const isGarment = topic !== undefined && GARMENTS.has(topic);
  const lone = isLone(scene, context);
  if (token.text.includes("'") || isInWord(tokens, first, last)) return false;
  if (topic === 'shoes' && (mark !== 'size' || tokens[first - 1]?.kind === 'sign')) return false;
  if (topic === 'other') return false;
  if (kind === 'word') return wordCounts({ scene, candidate, context, topic });
  if (kind === 'portuguese') return (isPortuguese(scene) || marked) && (marked || (isGarment && (lone || context.closes))) && isPortugueseHome(scene); // prettier-ignore
  if (kind === 'plus') return marked || isGarment || lone || hints.from === 'query';
  if (marked || (isGarment && scene.swaps.has(first))) return true;
  if (size.length > 1) return isGarment || hints.from === 'query' || (mark !== undefined && context.closes) || (lone && topic !== 'ring'); // prettier-ignore
  if (lone && (isGarment || hints.from === 'query')) return true;
  return (
    isGarment && !context.named && (mark === 'wear' || (mark === 'wish' && context.closes) || isListed(tokens, first))
  );
}

/** "M or L", "M/L", "S, M, L": letters beside letters. */
const isListed = (tokens: readonly Token[], at: number): boolean =>
  [-2, 2].some((step) => {
    const joint = tokens[at + step / 2];
    const letter = tokens[at + step];
    const isLetter = letter?.capital === true && LETTER.test(letter.text);
    return isLetter && (joint?.role?.or === true || joint?.text === '/' || joint?.text === ',' || joint?.text === '-');
  });

/** Nothing else is said but who wears it and that Asian sizes are meant. */
const isLone = ({ tokens }: Scene, { first, last }: Context): boolean =>
  tokens.every(({ kind, role }, at) => {
    if (at >= first && at <= last) return true;
    return kind === 'sign' || role?.code === 'ASIAN' || role?.audience !== undefined;
  });

/** "I'm", "L'article", "S.A.", "M&M": parts of words and names. */
function isInWord(tokens: readonly Token[], first: number, last: number): boolean {
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  const joins = (token: Token | undefined, glued: boolean): boolean =>
    glued && token !== undefined && token.kind === 'sign' && "'&_@.".includes(token.text);
  const isEnd = after?.text === '.' && tokens[last + 2]?.glued !== true;
  return joins(before, (tokens[first] as Token).glued) || (!isEnd && joins(after, after?.glued === true));
}

/** "size medium", "a medium please" where garments are spoken of; "too large" and "the small one" are no sizes. */
function wordCounts({ scene, candidate, context, topic }: Judged): boolean {
  const before = scene.tokens[candidate.first - 1];
  const isGarment = topic !== undefined && GARMENTS.has(topic);
  if (before?.role?.mark === 'size' || scene.tokens[candidate.last + 1]?.role?.mark === 'size')
    return topic !== 'shoes';
  if (isGarment && scene.tokens.length <= 3 && scene.tokens.slice(candidate.last + 1).every(({ kind, role }) => kind === 'sign' || role?.available === true)) return true; // prettier-ignore
  if (isSpacelessLetter(scene.tokens[candidate.first] as Token)) return isGarment;
  return isGarment && ['a', 'an', 'in', 'or', 'wear', 'usually', 'une', 'una', 'ein', 'eine'].includes(before?.text.split(' ').pop() ?? '') && context.closes; // prettier-ignore
}

const isSpacelessLetter = ({ text }: Token): boolean => text.charCodeAt(0) >= 0x3041;

const isPortugueseHome = ({ hints }: Scene): boolean => hints.buyerCountry === 'BR' || hints.buyerCountry === 'PT' || hints.lang?.startsWith('pt') === true || hints.buyerCountry === undefined; // prettier-ignore
const isPortuguese = ({ hints }: Scene): boolean =>
  hints.buyerCountry === 'BR' || hints.buyerCountry === 'PT' || hints.lang?.startsWith('pt') === true;

function letterReading({ scene, candidate, context, topic }: Judged): Reading | null {
  const { hints, tokens } = scene;
  const isAsian = context.code === 'ASIAN' || tokens.some(({ role }) => role?.code === 'ASIAN');
  const home = letterHome(clothesHome(countryOf(hints)));
  const { kind, size } = candidate;
  const category: SizeCategory = kind === 'plus' ? 'plus' : 'letter';
  const fallback = kind === 'portuguese' ? 'BR' : kind === 'plus' ? 'US' : (home ?? 'INT');
  const system = isAsian ? 'ASIAN' : (context.code ?? fallback);
  const audience = context.audience ?? scene.audience ?? hints.audience;
  const first = Math.min(context.first, candidate.first);
  const last = Math.max(context.last, candidate.last);
  return {
    kind: 'size',
    ...spanOf(scene, first, last),
    category,
    options: [{ system, size, by: isAsian || context.code || kind === 'plus' ? 'code' : home ? 'country' : 'shape' }],
    ...(audience ? { audience } : {}),
    ...(scene.swaps.get(candidate.first) === 'unwished' ? { wished: false as const } : {}),
    assumed: topic === undefined && hints.category === undefined,
  };
}

/** Letters follow no national grid within Europe. */
const letterHome = (home: string | undefined): string | undefined =>
  home === 'DE' || home === 'FR' || home === 'IT' || home === 'ES' ? 'EU' : home;
