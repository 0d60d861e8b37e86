import type { Audience } from '../sizes/shoe';
import { readContext, type Context } from './context';
import { countryOf } from './home-country';
import { strongerMark } from './lexicon';
import { isContradiction, type NumberOptions } from './number-options';
import { categoryOf, optionsOf } from './size-category';
import { isEnough } from './size-evidence';
import { shoeOptions } from './shoe-options';
import { isOtherLength } from './other-lengths';
import type { Reading, SizeOption } from './reading';
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
  if (context.unit && (topic === 'shoes' || topic === undefined)) {
    if (isInsole(scene) || isOtherLength(tokens, at, at + 1)) return null;
  }
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
    category === 'shoes'
      ? childrens(scene, shoeOptions({ ...number, ...(suffix ? { suffix } : {}) }), audience)
      : optionsOf(category, number);
  const isNegative = tokens[at - 1]?.text === '-' && (tokens[at - 1] as Token).glued === false && token.glued;
  const span = spanOf(
    scene,
    Math.min(context.first, isLettered ? at - 1 : at),
    Math.max(context.last, suffix ? at + 1 : at),
  );
  if (isContradiction(options) || (isNegative && isBelowNought(options, context))) {
    const system = isContradiction(options) ? options.contradiction : (context.code ?? options[0]?.system ?? 'EU');
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

const YOUTH = /\b(?:youth|junior'?s?|big kids?|grade school|schoolers?)\b/i;
const SMALL_CHILD = /\b(?:toddler'?s?|infants?|baby|babies|newborn|crib|little kids?)\b/i;
/** Youth sizes go from 1 to 7 in America and to 6 in Britain. */
const MOST_YOUTH: Readonly<Record<string, number>> = { US: 7, UK: 6 };

/** "size 3 youth" is 3Y; a bare 3 for a child may be 3Y or an infant's 3. */
function childrens({ source }: Scene, options: NumberOptions, audience: Audience | undefined): NumberOptions {
  if (isContradiction(options) || audience !== 'kids' || SMALL_CHILD.test(source)) return options;
  const isYouth = YOUTH.test(source);
  return options.flatMap((one) => {
    const size = Number(one.size);
    if (!(size >= 1 && size <= (MOST_YOUTH[one.system] ?? 0))) return [one];
    const youth = { ...one, size: `${one.size}Y` };
    return isYouth ? [youth] : [one, youth];
  });
}

/** "size -5" means what it says; "38 -39" and "shoes -5" do not. */
const isBelowNought = (options: readonly SizeOption[], { code, mark }: Context): boolean =>
  code !== undefined || ((mark === 'size' || mark === 'shoe') && options.length > 0);

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
