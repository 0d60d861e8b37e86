import { readContext } from './context';
import type { Reading } from './reading';
import { spanOf, take, topicAt, type Scene } from './scene';
import type { Token } from './tokens';

interface Age {
  readonly size: string;
  readonly system: 'AGE' | 'US';
  readonly first: number;
  readonly last: number;
}

/**
 * Children's sizes by age: "5-6 years", "18 months", `2T`, `NB`.
 *
 * An age is a size only where children's clothes are spoken of or a word of size stands beside it.
 */
export function readKids(scene: Scene): readonly Reading[] {
  const found: Reading[] = [];
  const { tokens } = scene;
  for (let at = 0; at < tokens.length; at += 1) {
    if (scene.taken.has(at)) continue;
    const age = ageAt(scene, at);
    if (!age || !isSize(scene, age)) continue;
    const context = readContext(tokens, age.first);
    const isBesideSize = context.mark === 'size' || context.code !== undefined;
    found.push({
      kind: 'size',
      ...spanOf(scene, isBesideSize ? Math.min(context.first, age.first) : age.first, age.last),
      category: 'kids',
      options: [{ system: age.system, size: age.size, by: 'unit' }],
      audience: 'kids',
      assumed: false,
    });
    take(scene, age.first, age.last);
    at = age.last;
  }
  return found;
}

function ageAt({ tokens }: Scene, at: number): Age | null {
  const token = tokens[at] as Token;
  if (token.text === 'nb' && token.capital) return { size: 'NB', system: 'US', first: at, last: at };
  if (token.kind !== 'number' || token.value > 24 || token.text.length > 4) return null;
  const next = tokens[at + 1];
  if (next?.glued && next.text === 't' && token.value >= 1 && token.value <= 7 && Number.isInteger(token.value))
    return { size: `${token.text}T`, system: 'US', first: at, last: at + 1 };
  const isRange = next?.kind === 'sign' && '-/'.includes(next.text) && tokens[at + 2]?.kind === 'number';
  const isWordRange = next?.role?.or === true && tokens[at + 2]?.kind === 'number';
  const low = isRange || isWordRange ? token : undefined;
  const highAt = low ? at + 2 : at;
  const high = tokens[highAt] as Token;
  if (low && (high.value <= low.value || high.value - low.value > 12 || high.value > 24)) return null;
  const unitAt = tokens[highAt + 1]?.text === '-' ? highAt + 2 : highAt + 1;
  const unit = unitOf(tokens[unitAt]);
  if (!unit) return isAgeWord(tokens[at - 1]) && high.value <= 16 ? { size: `${low ? `${low.text}-` : ''}${high.text} y`, system: 'AGE', first: at - 1, last: highAt } : null; // prettier-ignore
  const size = `${low ? `${low.text}-` : ''}${high.text} ${unit}`;
  return { size, system: 'AGE', first: at, last: unitAt };
}

/** Words that stand before an age in years, folded. */
const AGE_WORDS: ReadonlySet<string> = new Set(['age', 'aged', 'ages', 'alter', 'age de', 'edad', 'eta', 'idade', 'wiek', 'wieku', 'возраст', 'leeftijd', '年龄', '年齡', '年齢', '나이', 'العمر']); // prettier-ignore
const isAgeWord = (token: Token | undefined): boolean => AGE_WORDS.has(token?.text ?? '');

function unitOf(token: Token | undefined): 'y' | 'm' | null {
  if (!token) return null;
  if (token.role?.age) return token.role.age;
  if (!token.glued) return null;
  return token.text === 'y' ? 'y' : token.text === 'm' && token.capital ? 'm' : null;
}

/** Words of waiting and guarantee stand with months and years as well: then no size is meant. */
function isSize(scene: Scene, { first, last, system }: Age): boolean {
  const { hints, tokens } = scene;
  const { topic } = topicAt(scene, first);
  const context = readContext(tokens, first);
  const isKidsThing = hints.category === 'kids' || topic === 'kids';
  const isChild = scene.audience === 'kids' || hints.audience === 'kids';
  const isWorn = topic !== undefined && !['other', 'ring', 'bra', 'shoes'].includes(topic);
  if (topic === 'shoes' || topic === 'other') return false;
  if (isPast(tokens, last)) return false;
  if (context.mark === 'size' && !context.named) return true;
  if (system === 'US') return isKidsThing || isChild || isWorn || hints.from === 'query';
  if (isAgeWord(tokens[first])) return isKidsThing || (isChild && (isWorn || hints.from === 'query'));
  if (isForChild(scene, first, last)) return true;
  if (isKidsThing) return !isWaiting(tokens, first);
  if (context.mark === 'wear' || isWaiting(tokens, first)) return false;
  // The age of a child is told for many reasons: somebody has to speak of clothes.
  return isChild && isWorn && (scene.topics.length > 0 || tokens.some(({ role }) => role?.mark === 'size'));
}

/** Prepositions of the one something is for. */
const FOR: ReadonlySet<string> = new Set([
  'for',
  'for a',
  'для',
  'für',
  'fur',
  'pour',
  'para',
  'per',
  'voor',
  'dla',
  'için',
]);

/** "для ребёнка 6 лет", "dziecko 5 lat, 116 cm": the child it is for, or its height, makes the age a size. */
function isForChild({ tokens, hints }: Scene, first: number, last: number): boolean {
  if (hints.category !== undefined && hints.category !== 'clothing' && hints.category !== 'kids') return false;
  const before = tokens.slice(Math.max(0, first - 4), first);
  const child = before.findIndex(({ role }) => role?.audience === 'kids');
  if (child < 0) return false;
  const isFor = before.slice(0, child).some(({ text }) => FOR.has(text));
  const hasHeight = tokens.slice(last + 1, last + 5).some(({ kind, value }, at, near) => kind === 'number' && value >= 50 && value <= 176 && near[at + 1]?.role?.unit === 'cm'); // prettier-ignore
  return isFor || hasHeight;
}

const isPast = (tokens: readonly Token[], last: number): boolean =>
  ['ago', 'warranty', 'guarantee', 'garantie', 'garantía', 'garantia', 'garanzia', 'later', 'now'].includes(tokens[last + 1]?.text ?? ''); // prettier-ignore

const WAITING: ReadonlySet<string> = new Set(['for', 'since', 'after', 'within', 'only', 'used', 'waited', 'waiting', 'seit', 'nach', 'depuis', 'desde', 'dopo', 'da', 'hace', 'past', 'last', 'every', 'took', 'lasted']); // prettier-ignore
/** "for 5 years" waits or uses, "for a 5 year old" does not. */
const isWaiting = (tokens: readonly Token[], first: number): boolean =>
  WAITING.has(tokens[first - 1]?.text ?? '') && !/old$/.test(tokens[first + 1]?.text ?? '') && !tokens.some(({ role }) => role?.audience === 'kids'); // prettier-ignore
