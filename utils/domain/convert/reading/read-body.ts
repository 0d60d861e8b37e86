import type { BodyMeasures } from '../sizes/size';
import { amountAt, type Amount } from './body-amounts';
import type { Reading } from './reading';
import { take, topicAt, type Scene } from './scene';
import type { Token } from './tokens';
import type { BodyPart, Topic } from './words/word-list';

type Part = keyof BodyMeasures;

interface Measure extends Amount {
  readonly part: Part;
}

/** Lengths and weights of grown and growing people. */
const HEIGHT: readonly [number, number] = [45, 220];
const WEIGHT: readonly [number, number] = [2.5, 250];
/** Measures this many tokens apart belong to one description. */
const NEAR = 14;
const NEAR_FOR_PAIR = 7;

/**
 * Measures of a person: "180 cm 75 kg", "5'7 140 lb", "bust 90 waist 70", a foot of 24.2 cm.
 *
 * Several of them become one reading. Absurd values are kept as written: refusing them is the conversion's matter.
 */
export function readBody(scene: Scene): readonly Reading[] {
  const measures = measuresOf(scene);
  const groups: Measure[][] = [];
  for (const measure of measures) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    const isNew =
      !group || !last || measure.first - last.last > NEAR || group.some(({ part }) => part === measure.part);
    if (isNew) groups.push([measure]);
    else group.push(measure);
  }
  return groups.map((group) => bodyReading(scene, group));
}

function bodyReading(scene: Scene, group: readonly Measure[]): Reading {
  const first = Math.min(...group.map((measure) => measure.start));
  const last = Math.max(...group.map((measure) => measure.end));
  const measures: Partial<Record<Part, number>> = {};
  for (const { part, value } of group) measures[part] = value;
  for (const measure of group) take(scene, measure.first, measure.last);
  const { topic } = topicAt(scene, (group[0] as Measure).first);
  const category = topic === 'clothing' || topic === 'other' ? undefined : (topic ?? categoryOfParts(measures));
  const audience = scene.audience ?? scene.hints.audience;
  return {
    kind: 'body',
    start: first,
    end: last,
    measures,
    ...(category ? { category } : {}),
    ...(audience ? { audience } : {}),
  };
}

function categoryOfParts(measures: BodyMeasures): 'shoes' | 'hat' | 'glove' | 'ring' | 'bra' | undefined {
  if (measures.footCm !== undefined) return 'shoes';
  if (measures.underbustCm !== undefined) return 'bra';
  if (measures.headCm !== undefined) return 'hat';
  if (measures.handCm !== undefined) return 'glove';
  return measures.fingerCm === undefined ? undefined : 'ring';
}

function measuresOf(scene: Scene): readonly Measure[] {
  const { tokens } = scene;
  const loose: Amount[] = [];
  const found: Measure[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if ((tokens[at] as Token).kind !== 'number' || scene.taken.has(at)) continue;
    const threes = threeAt(scene, at);
    if (threes) {
      found.push(...threes);
      at = (threes[2] as Measure).last;
      continue;
    }
    const amount = amountAt(tokens, at);
    if (!amount) continue;
    if (amount.kind !== 'bare' && isRuledOut(scene, amount)) continue;
    const label = amount.kind === 'bare' && scene.implausible.has(at) ? undefined : labelOf(scene, amount);
    const part = label ? partOf(scene, amount, label.part) : null;
    if (label && part)
      found.push({
        ...amount,
        ...part,
        start: Math.min(amount.start, label.start),
        end: Math.max(amount.end, label.end),
      });
    else if (amount.kind !== 'bare') loose.push(amount);
    at = amount.last;
  }
  found.push(...pairsOf(scene, loose, found));
  return found.sort((a, b) => a.first - b.first);
}

/** Sums of money and shares stand in no unit of a body. */
const isRuledOut = ({ tokens }: Scene, { first }: Amount): boolean => {
  const before = tokens[first - 1];
  return before?.kind === 'sign' && /[$€£¥#]/.test(before.text);
};

interface Label {
  readonly part: BodyPart;
  readonly start: number;
  readonly end: number;
}

const LABEL_STEPS = 4;
/** Words that name a part of the body only beside a unit: alone they are everyday words or topics. */
const WEAK: ReadonlySet<string> = new Set(['el', 'bas', 'pas', 'ben', 'bin', 'boy', 'po', 'i am', "i'm", 'im', 'ich bin', 'ik ben', 'tenho', 'pour', 'length', 'lengte', 'largo', 'lange', 'longueur', 'lunghezza', 'leg', 'high', '足', '脚', '头', '头围', 'lang', 'gross', 'alto', 'alta']); // prettier-ignore

/** Finds the word for a part of the body left of an amount, or right of it ("100 cm chest", "180 cm tall"). */
function labelOf({ tokens }: Scene, { first, last, kind, value }: Amount): Label | undefined {
  // "alto 1,80": a height in metres needs no unit.
  const isMetres = kind === 'bare' && isMetreHeight(value);
  const isWeak = ({ text, role }: Token): boolean =>
    kind === 'bare' && ((!isMetres && WEAK.has(text)) || role?.mark === 'size' || role?.mark === 'shoe');
  for (let i = first - 1, steps = 0; i >= 0 && steps < LABEL_STEPS; i -= 1, steps += 1) {
    const token = tokens[i] as Token;
    const { role, text } = token;
    if (role?.body && !isWeak(token)) return { part: role.body, start: token.start, end: token.end };
    if (token.kind === 'number' || !isBetween(token) || text === ',') break;
  }
  if (kind === 'bare') return undefined;
  for (let i = last + 1, steps = 0; i < tokens.length && steps < 3; i += 1, steps += 1) {
    const token = tokens[i] as Token;
    const { role } = token;
    if (role?.body) {
      // "170 cm weight 60": the word belongs to what follows it.
      const follows = tokens
        .slice(i + 1, i + 4)
        .find(({ kind: what, role: meant }) => what === 'number' || !meant?.filler);
      return follows?.kind === 'number' && kindOf(role.body) !== kindOf2(kind)
        ? undefined
        : { part: role.body, start: token.start, end: token.end };
    }
    if (token.kind === 'number' || !(role?.filler || role?.mark === 'wish')) break;
  }
  return undefined;
}

const kindOf = (part: BodyPart): 'length' | 'weight' => (part === 'weightKg' ? 'weight' : 'length');
const kindOf2 = (kind: Amount['kind']): string => (kind === 'tall' ? 'length' : kind);

const isBetween = ({ role, text, kind }: Token): boolean =>
  kind === 'sign'
    ? ':=-(.~≈\n'.includes(text)
    : role?.filler === true || role?.mark === 'wish' || role?.mark === 'size' || role?.mark === 'wear' || role?.body !== undefined || /^(?:of|is|measures?|circumference|about|fait|mide|misst|beträgt|betragt|umfang|medida|contorno|circonferenza|обхват|длина|mierzy|uzunlugu|길이|둘레)$/.test(text); // prettier-ignore

/** What an amount with a label measures; null when the two do not go together. */
function partOf(scene: Scene, amount: Amount, label: BodyPart): { readonly part: Part; readonly value: number } | null {
  const { kind, value } = amount;
  if (label === 'inseam') return null;
  if (label === 'weightKg') {
    // "pour 75 kg" names a weight, "pour 180 cm" does not.
    if (kind === 'length' || kind === 'tall') return null;
    const inPounds = kind === 'bare' && value > 100 && ['US', 'GB'].includes(scene.hints.buyerCountry ?? '');
    const kg = inPounds ? round(value * 0.45359237) : value;
    return kind === 'weight' || isIn(kg, [20, 250]) ? { part: 'weightKg', value: kg } : null;
  }
  if (kind === 'weight') return null;
  if (label === 'heightCm') {
    if (kind === 'bare' && isMetreHeight(value)) return { part: 'heightCm', value: Math.round(value * 100) };
    if (kind === 'bare') return isIn(value, [70, 220]) ? { part: 'heightCm', value } : null;
    return isIn(value, HEIGHT) && (value >= 120 || hasChild(scene, amount)) ? { part: 'heightCm', value } : null;
  }
  // French says "taille" for a height, German and Dutch for the waist.
  if (label === 'waistCm' && kind !== 'bare' && value >= 140) return { part: 'heightCm', value };
  if (kind === 'tall') return null;
  if (label === 'footCm') return footOf(scene, amount);
  if (kind !== 'bare') return isGarmentPart(scene, amount) ? { part: label, value } : null;
  // Girths without a unit: below 55 they can only be inches.
  if (!isIn(value, [20, 180])) return null;
  if (label === 'headCm' || label === 'handCm' || label === 'fingerCm' || label === 'neckCm')
    return { part: label, value };
  return { part: label, value: value < 55 ? round(value * 2.54) : value };
}

/** "the hand towel is 50 cm": a part of the body inside the name of a thing. */
const isGarmentPart = (scene: Scene, { first }: Amount): boolean => topicAt(scene, first).topic !== 'other';

/** A foot's length; without a unit only where it looks like one and is no shoe size. */
function footOf(scene: Scene, { kind, value }: Amount): { readonly part: Part; readonly value: number } | null {
  if (kind === 'length') return { part: 'footCm', value };
  if (value >= 180 && value <= 320 && Number.isInteger(value / 5)) return { part: 'footCm', value: value / 10 };
  return value >= 15 && value <= 32 && scene.hints.category !== 'sock' ? { part: 'footCm', value } : null;
}

const hasChild = ({ audience, hints }: Scene, { value }: Amount): boolean =>
  value >= HEIGHT[0] && (audience === 'kids' || hints.audience === 'kids' || hints.category === 'kids');

/** Height and weight without words: beside each other, or a height where clothes are spoken of. */
function pairsOf(scene: Scene, loose: readonly Amount[], named: readonly Measure[]): readonly Measure[] {
  const found: Measure[] = [];
  const namedWeight = named.find(({ part }) => part === 'weightKg');
  const namedHeight = named.find(({ part }) => part === 'heightCm');
  loose.forEach((amount, at) => {
    if (isChiWaist(scene, amount)) {
      if (!found.some(({ part }) => part === 'waistCm')) found.push({ ...amount, part: 'waistCm' });
      return;
    }
    const around = loose.slice(Math.max(0, at - 3), at + 4).filter((other) => isNear(other, amount));
    if (isHeight(amount) && !found.some(({ part }) => part === 'heightCm')) {
      const weight = namedWeight ?? around.find(isWeight);
      if (weight || isPerson(scene, amount)) found.push({ ...amount, part: 'heightCm' });
    } else if (isWeight(amount) && !found.some(({ part }) => part === 'weightKg')) {
      if (namedHeight ?? (around.find(isHeight) || isStone(scene, amount))) found.push({ ...amount, part: 'weightKg' });
    }
  });
  return found;
}

const isHeight = ({ kind, value }: Amount): boolean => kind === 'tall' || (kind === 'length' && isIn(value, [90, 215]));
const isWeight = ({ kind, value }: Amount): boolean => kind === 'weight' && isIn(value, WEIGHT);
const isNear = (a: Amount, b: Amount): boolean =>
  Math.min(Math.abs(a.first - b.last), Math.abs(b.first - a.last)) <= NEAR_FOR_PAIR;

const GARMENTS: ReadonlySet<Topic> = new Set<Topic>(['dress', 'top', 'jacket', 'jeans', 'clothing', 'letter', 'plus']);

/** Trousers are sold by the waist in chi; nothing else a person has is measured in it. */
function isChiWaist(scene: Scene, { first, value }: Amount): boolean {
  if (scene.tokens[first + 1]?.role?.unit !== 'chi' || !isIn(value, [50, 130])) return false;
  const { topic } = topicAt(scene, first);
  return topic !== undefined && GARMENTS.has(topic);
}

/** Only people are weighed in stones: where clothes are asked for the weight needs no height. */
function isStone(scene: Scene, { first }: Amount): boolean {
  if (scene.tokens[first + 1]?.role?.unit !== 'st') return false;
  const { topic } = topicAt(scene, first);
  return topic !== undefined && GARMENTS.has(topic);
}

/** A height alone is a person's where clothes are asked for and the number can be nothing else. */
function isPerson(scene: Scene, amount: Amount): boolean {
  const { topic } = topicAt(scene, amount.first);
  if (topic === undefined || !GARMENTS.has(topic)) return false;
  return amount.kind === 'tall' || isIn(amount.value, [140, 215]);
}

/** `90-60-90`: bust, waist and hips. */
function threeAt(scene: Scene, at: number): readonly Measure[] | null {
  const { tokens } = scene;
  const [a, one, b, two, c] = tokens.slice(at, at + 5);
  if (!a || !b || !c || !one || one.kind !== 'sign' || one.text !== two?.text || !'-/'.includes(one.text)) return null;
  const numbers = [a, b, c];
  if (!numbers.every(({ kind, value }) => kind === 'number' && isIn(value, [50, 150]))) return null;
  if (b.value >= a.value || b.value >= c.value) return null;
  const { topic } = topicAt(scene, at);
  const isSpoken = topic !== undefined ? GARMENTS.has(topic) : tokens.some(({ role }) => role?.body !== undefined);
  if (!isSpoken || tokens[at + 5]?.text === one.text) return null;
  const parts = ['bustCm', 'waistCm', 'hipCm'] as const;
  return numbers.map((token, i) => ({ part: parts[i] as Part, value: token.value, kind: 'length', first: at + 2 * i, last: at + 2 * i, start: token.start, end: token.end })); // prettier-ignore
}

const isMetreHeight = (value: number): boolean => value >= 1.3 && value <= 2.15 && !Number.isInteger(value * 2);
const isIn = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;
const round = (value: number): number => Math.round(value * 10) / 10;
