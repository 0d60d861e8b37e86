import type { Audience } from '../sizes/shoe';
import { fitsShoeSystem } from '../sizes/shoe';
import type { SizeCategory } from '../sizes/size';
import { readContext, type Context } from './context';
import { countryOf } from './home-country';
import { strongerMark } from './lexicon';
import {
  beltOptions,
  collarOptions,
  dressOptions,
  gloveOptions,
  hatOptions,
  isContradiction,
  jacketOptions,
  jeansOptions,
  kidsOptions,
  ringOptions,
  sockOptions,
  type NumberOptions,
} from './number-options';
import { shoeOptions } from './shoe-options';
import type { Reading } from './reading';
import { spanOf, take, topicAt, type Scene } from './scene';
import type { Token } from './tokens';
import type { Topic } from './words/word-list';

/** Two numbers that are joined can be two sizes when they are no farther apart than this. */
const JOINED_STEP = 6;

interface Accepted {
  readonly at: number;
  readonly context: Context;
  readonly value: number;
}

/** Reads the numbers that are sizes, of whatever the text or the product says they are. */
export function readSizes(scene: Scene): readonly Reading[] {
  const found: Reading[] = [];
  let previous: Accepted | null = null;
  for (let at = 0; at < scene.tokens.length; at += 1) {
    const token = scene.tokens[at] as Token;
    if (token.kind !== 'number' || scene.taken.has(at) || scene.implausible.has(at)) continue;
    let context = readContext(scene.tokens, at);
    if (!context.code) context = withNextCode(scene, at, context);
    if (previous && isJoined(scene, previous, at)) context = inherit(previous.context, context);
    const judged = judge(scene, at, context);
    if (!judged) continue;
    previous = { at, context, value: token.value };
    take(scene, at, at);
    found.push(judged);
  }
  return found;
}

function isJoined({ tokens }: Scene, previous: Accepted, at: number): boolean {
  const from = previous.context.last > previous.at && previous.context.last < at ? previous.context.last : previous.at;
  const between = tokens.slice(from + 1, at);
  return (
    between.length <= 2 &&
    between.every(({ text, role }) => role?.or === true || '/-,&'.includes(text)) &&
    Math.abs(previous.value - (tokens[at] as Token).value) <= JOINED_STEP
  );
}

function inherit(from: Context, to: Context): Context {
  if (to.code) return to;
  const mark = strongerMark(to.mark, from.mark);
  return {
    ...to,
    ...(from.code ? { code: from.code } : {}),
    ...((to.unit ?? from.unit) ? { unit: to.unit ?? from.unit } : {}),
    ...((to.audience ?? from.audience) ? { audience: to.audience ?? from.audience } : {}),
    ...(mark ? { mark } : {}),
    ...((to.topic ?? from.topic) ? { topic: to.topic ?? from.topic } : {}),
    joined: true,
    named: false,
    spoiled: to.spoiled === 'hard' ? 'hard' : false,
  };
}

/** "38 or 39 EU", "24 - 24.5 cm": what follows the second number belongs to the first as well. */
function withNextCode({ tokens }: Scene, at: number, context: Context): Context {
  const joint = tokens[at + 1];
  const next = tokens[at + 2];
  if (!joint || next?.kind !== 'number' || !(joint.role?.or || '/-'.includes(joint.text))) return context;
  if (Math.abs(next.value - (tokens[at] as Token).value) > JOINED_STEP) return context;
  const other = readContext(tokens, at + 2);
  if (other.first <= at + 1) return context;
  return {
    ...context,
    ...(other.code ? { code: other.code } : {}),
    ...(other.unit && !context.unit ? { unit: other.unit } : {}),
    ...(other.mark && !context.mark ? { mark: other.mark } : {}),
    ...(other.audience && !context.audience ? { audience: other.audience } : {}),
    ...(other.spoiled && !context.mark ? { spoiled: other.spoiled } : {}),
  };
}

/** Decides whether a number is a size, and of what. */
function judge(scene: Scene, at: number, given: Context): Reading | null {
  const { hints, tokens } = scene;
  const token = tokens[at] as Token;
  const { topic, said } = topicOf(scene, at, given);
  const context = withPronoun(scene, at, given, topic);
  const suffix = kidsSuffix(tokens, at, context);
  const isLettered = glued(tokens, at) !== undefined;
  if (context.spoiled === 'hard') return null;
  if (context.code === 'ASIAN' || isAgeOfChild(scene, at, context)) return null;
  const isKnown = (hints.category !== undefined && hints.category !== 'other') || hints.from === 'query';
  if (!isEnough({ scene, at, context, topic, isKnown, suffix: suffix !== null })) return null;
  if (context.unit && topic === 'shoes' && isInsole(scene)) return null;
  const country = countryOf(hints);
  const audience = context.audience ?? (suffix ? 'kids' : (glued(tokens, at) ?? scene.audience ?? hints.audience));
  const number = {
    value: token.value,
    ...(context.code ? { code: context.code } : {}),
    ...(context.unit ? { unit: context.unit } : {}),
    ...(audience ? { audience } : {}),
    ...(country ? { country } : {}),
  };
  const category = categoryOf({ topic, value: token.value, context, audience, mark: context.mark });
  const options =
    category === 'shoes' ? shoeOptions({ ...number, ...(suffix ? { suffix } : {}) }) : optionsOf(category, number);
  const isNegative = tokens[at - 1]?.text === '-' && (tokens[at - 1] as Token).glued === false && token.glued;
  const span = spanOf(
    scene,
    Math.min(context.first, isLettered ? at - 1 : at),
    Math.max(context.last, suffix ? at + 1 : at),
  );
  if (isContradiction(options) || (isNegative && context.code)) {
    const system = isContradiction(options) ? options.contradiction : (context.code as string);
    return { kind: 'contradiction', ...span, system, size: isNegative ? `-${token.text}` : token.text };
  }
  if (options.length === 0) return null;
  const worn = audience ?? undefined;
  return {
    kind: 'size',
    ...span,
    category,
    options,
    ...(worn ? { audience: worn } : {}),
    ...(scene.swaps.get(at) === 'unwished' ? { wished: false as const } : {}),
    assumed: !said && (hints.category === undefined || hints.category === 'clothing') && context.unit === undefined,
  };
}

/** "my daughter is 12" tells an age; "is a 12" and "is size 12" ask for a size. */
const IS: ReadonlySet<string> = new Set(['is', "'s", "she's", "he's", 'she is', 'he is', 'turns', 'turned', 'ist', 'wird', 'est', 'tiene', 'cumple', 'ha', 'tem', 'ma', 'heeft']); // prettier-ignore
function isAgeOfChild({ tokens, audience }: Scene, at: number, { code, mark, unit }: Context): boolean {
  if (audience !== 'kids' || code || unit || mark === 'size' || mark === 'shoe') return false;
  const { value } = tokens[at] as Token;
  return value <= 18 && IS.has(tokens[at - 1]?.text ?? '');
}

/** What the number is about: the words beside it first, then the nearest topic, then the product. */
function topicOf(scene: Scene, at: number, { mark, topic }: Context): { topic: Topic | undefined; said: boolean } {
  if (mark === 'shoe') return { topic: 'shoes', said: true };
  if (topic && topic !== 'other' && topic !== 'clothing') {
    const known = scene.hints.category;
    // "kids" clothes remain children's clothes when the text only says "dress".
    return known === 'kids' && topic !== 'shoes' ? { topic: known, said: true } : { topic, said: true };
  }
  return topicAt(scene, at);
}

interface Evidence {
  readonly scene: Scene;
  readonly at: number;
  readonly context: Context;
  readonly topic: Topic | undefined;
  readonly isKnown: boolean;
  readonly suffix: boolean;
}

/** Countries whose shoe labels are lengths, so that a bare length is a size there. */
const LABEL_COUNTRIES: ReadonlySet<string> = new Set(['JP', 'KR', 'CN', 'MX', 'TW']);

/** Whether enough speaks for a size: a code or word beside it, a unit that fits, or a wish where nothing else is meant. */
function isEnough({ scene, at, context, topic, isKnown, suffix }: Evidence): boolean {
  const { hints, tokens } = scene;
  const { value } = tokens[at] as Token;
  const { code, unit, mark, spoiled } = context;
  const marked = mark === 'size' || mark === 'shoe';
  const isWorn = topic !== undefined && topic !== 'other';
  if (hints.category === 'other' && !(topic !== 'other' && isWorn && (marked || code))) return false;
  if (topic === 'other' && !code) return mark === 'shoe';
  if (spoiled && !marked) return false;
  if (context.named && !code && mark !== 'shoe') return false;
  if (isMoneyCode(tokens, at, context, isWorn)) return false;
  if (code !== undefined || marked)
    return unit === undefined || isLengthOf(topic, unit, marked || hints.from === 'query');
  if (isSwapped(scene, at, { topic, isKnown })) return true;
  if (context.named) return false;
  if (unit !== undefined)
    return isLengthOf(topic, unit, hints.from === 'query' || LABEL_COUNTRIES.has(countryOf(hints) ?? ''));
  if (suffix) return topic === 'shoes' || scene.audience === 'kids' || hints.audience === 'kids';
  if (mark === 'wear') return isWorn || value >= 33;
  if (context.joined || isNamedGood(tokens, at, context)) return true;
  const isAsked = mark === 'wish' && context.closes;
  if (isAsked && isWorn && isShapely(topic, value)) return true;
  if (isKnown && isAlone(tokens, context)) return true;
  if (topic === 'shoes' && context.topicBefore === 'shoes' && isLengthLabel(scene, value)) return true;
  if (!isKnown || !isWorn) return false;
  if (topic === 'shoes' && value % 1 === 0.5 && value >= 3.5) return true;
  if (topic === 'shoes' && isLengthLabel(scene, value)) return true;
  return isAskedFor(tokens, context) && isShapely(topic, value);
}

/** "a 9 instead of the 8.5", "exchange 38 for 39": where sizes are spoken of, both are some. */
function isSwapped({ tokens, swaps }: Scene, at: number, what: Pick<Evidence, 'topic' | 'isKnown'>): boolean {
  const isSizeSaid = tokens.some(({ role }) => role?.mark === 'size' || role?.mark === 'shoe');
  if (!swaps.has(at) || what.topic === undefined || what.topic === 'other' || !(what.isKnown || isSizeSaid))
    return false;
  return isShapely(what.topic, (tokens[at] as Token).value);
}

const GOODS: ReadonlySet<Topic> = new Set<Topic>(['ring', 'hat', 'glove', 'belt', 'sock', 'shirt_collar']);

/** "belt 95", "socks 39-42", "jacket 40R": small goods and jackets need no word of size. */
function isNamedGood(tokens: readonly Token[], at: number, { topicBefore, topic }: Context): boolean {
  if (topicBefore && GOODS.has(topicBefore)) return isShapely(topicBefore, (tokens[at] as Token).value);
  return topic === 'jacket' && hasLengthLetter(tokens, at);
}

/** `40R`, `42L`, `38S`: regular, long and short jackets. */
const hasLengthLetter = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.glued === true && /^[rls]$/.test(tokens[at + 1]?.text ?? '');

/** "EUR 39" is a price unless the words say size. */
function isMoneyCode(tokens: readonly Token[], at: number, { code, mark, named }: Context, isWorn: boolean): boolean {
  if (code !== 'EU') return false;
  const before = tokens[at - 1];
  if (before?.text !== 'eur' && before?.text !== 'euro') return false;
  return !isWorn || (named && mark !== 'size' && mark !== 'shoe');
}

/** Lengths are sizes of shoes, rings, hats, belts, gloves and collars, and heights those of children's clothes. */
function isLengthOf(topic: Topic | undefined, unit: string, asked: boolean): boolean {
  if (topic === 'shoes') return unit !== 'in' || asked;
  if (topic === undefined) return asked && unit !== 'in';
  return ['ring', 'hat', 'belt', 'glove', 'shirt_collar', 'kids', 'sock', 'jeans'].includes(topic);
}

/** Whether a number asked for can be a size at all, and is no small quantity. */
function isShapely(topic: Topic | undefined, value: number): boolean {
  if (topic === 'shoes') return value >= 3 && (value <= 52 || (value >= 150 && value <= 320));
  if (topic === 'ring') return value >= 3 && value <= 76;
  return value >= 4 && value <= 200;
}

function isAlone(tokens: readonly Token[], { first, last }: Context): boolean {
  return tokens.every((token, at) => (at >= first && at <= last) || (token.kind === 'sign' && !token.role?.unit));
}

/** "is 38 available?", "38 en stock ?" ask for a size when the product is known to have one. */
function isAskedFor(tokens: readonly Token[], { last, mark }: Context): boolean {
  const next = tokens[last + 1]?.text === '的' ? tokens[last + 2] : tokens[last + 1];
  if (next?.role?.available !== true || next.role.or === true) return false;
  const isWord = next.text.length > 1 || next.text.charCodeAt(0) >= 0x3041;
  return isWord && (mark !== undefined || tokens.length <= 8);
}

/** 255 in Korea or 240 in China can be nothing else where shoes are spoken of. */
const isLengthLabel = ({ hints }: Scene, value: number): boolean =>
  value >= 200 && value <= 310 && value % 5 === 0 && LABEL_COUNTRIES.has(countryOf(hints) ?? '');

/** In lower case "us" is a pronoun, unless it is known that sizes are spoken of. */
function withPronoun(scene: Scene, at: number, context: Context, topic: Topic | undefined): Context {
  if (context.code || context.spoiled) return context;
  const known = topic !== undefined && topic !== 'other' && (scene.hints.category !== undefined || context.mark);
  if (!known && scene.hints.from !== 'query') return context;
  const [before, after] = [scene.tokens[at - 1], scene.tokens[at + 1]];
  const lower = (token: Token | undefined): string | undefined =>
    token?.text === 'us' ? 'US' : token?.text === 'au' && token === after ? 'AU' : undefined;
  const [left, right] = [lower(before), lower(after)];
  if (left) return { ...context, code: left, first: Math.min(context.first, at - 1) };
  return right ? { ...context, code: right, last: Math.max(context.last, at + 1) } : context;
}

/** `2Y`, `10C`, `10K`: letters of children's shoes. */
function kidsSuffix(tokens: readonly Token[], at: number, { unit }: Context): 'Y' | 'C' | 'K' | null {
  const next = tokens[at + 1];
  if (unit || !next?.glued || next.kind !== 'word') return null;
  if (next.text === 'y' || next.text === 'c' || next.text === 'k') return next.text.toUpperCase() as 'Y' | 'C' | 'K';
  return null;
}

/** "W8", "M10.5": a letter before the number names the audience on American labels. */
function glued(tokens: readonly Token[], at: number): Audience | undefined {
  const before = tokens[at - 1];
  if (!(tokens[at] as Token).glued || (tokens[at] as Token).value > 16) return undefined;
  return before?.text === 'w' ? 'women' : before?.text === 'm' ? 'men' : undefined;
}

/** An insole is 5 to 15 mm longer than the foot: its length is no size. */
const INSOLE =
  /insoles?|semelles?|plantillas?|innensohle|einlegesohle|solett|стельк|内长|内長|鞋垫|鞋墊|中敷|インソール|palmilha|깔창|inlegzo|wkładk|wkladk|tabanlık|نعل داخلي/iu;
const insoles = new WeakMap<Scene, boolean>();
function isInsole(scene: Scene): boolean {
  const known = insoles.get(scene) ?? INSOLE.test(scene.source.slice(0, 6000));
  insoles.set(scene, known);
  return known;
}

interface Kind {
  readonly topic: Topic | undefined;
  readonly value: number;
  readonly context: Context;
  readonly audience: Audience | undefined;
  readonly mark: Context['mark'];
}

const EUROPEAN: ReadonlySet<string> = new Set(['EU', 'DE', 'FR', 'IT', 'ES']);

/** Category a number is read in; without a word for it, the one whose numbers look like this. */
function categoryOf({ topic, value, context, audience }: Kind): SizeCategory {
  if (topic === undefined || topic === 'other') {
    const { code, unit } = context;
    // Shoes of Asia carry such numbers too, those of Europe do not.
    if (audience === 'kids' && !unit && EUROPEAN.has(code ?? '') && value >= 53 && value <= 188) return 'kids';
    if (unit || !code) return value > 52 && value < 150 && !unit ? (audience === 'kids' ? 'kids' : 'dress') : 'shoes';
    const isSmallCode = code === 'US' || code === 'UK' || code === 'AU';
    if (isSmallCode && value > 16) return value <= 32 ? 'dress' : 'jacket';
    if (code === 'IT' || code === 'FR' || code === 'DE' || code === 'ES')
      return fitsShoeSystem('EU', value) ? 'shoes' : 'dress';
    if (code === 'KR' && value < 100 && value > 30) return 'dress';
    return (code === 'RU' || code === 'EU' || code === 'BR') && value > 52 ? 'dress' : 'shoes';
  }
  if (topic === 'clothing') {
    if (audience === 'kids' && ((value >= 50 && value <= 176) || value <= 16)) return 'kids';
    return 'dress';
  }
  if (topic === 'jacket' && audience === 'kids' && value >= 50) return 'kids';
  if ((topic === 'dress' || topic === 'top' || topic === 'jeans') && audience === 'kids' && value >= 50) return 'kids';
  if (topic === 'shirt_collar' && ((value > 21 && value < 32) || value > 54)) return 'dress';
  return topic;
}

function optionsOf(category: SizeCategory, number: Parameters<typeof dressOptions>[0]): NumberOptions {
  switch (category) {
    case 'jacket':
      return jacketOptions(number);
    case 'jeans':
      return jeansOptions(number);
    case 'shirt_collar':
      return collarOptions(number);
    case 'kids':
      return kidsOptions(number);
    case 'ring':
      return ringOptions(number);
    case 'hat':
      return hatOptions(number);
    case 'glove':
      return gloveOptions(number);
    case 'belt':
      return beltOptions(number);
    case 'sock':
      return sockOptions(number);
    case 'bra':
    case 'inseam':
      return [];
    default:
      return dressOptions(number);
  }
}
