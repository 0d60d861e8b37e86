import type { Context } from './context';
import { countryOf } from './home-country';
import type { Scene } from './scene';
import type { Token } from './tokens';
import type { Topic } from './words/word-list';

/** A number with what speaks for its being a size. */
export interface Evidence {
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
export function isEnough({ scene, at, context, topic, isKnown, suffix }: Evidence): boolean {
  const { hints, tokens } = scene;
  const { value } = tokens[at] as Token;
  const { code, unit, mark, spoiled } = context;
  const marked = mark === 'size' || mark === 'shoe';
  const isWorn = topic !== undefined && topic !== 'other';
  if (hints.category === 'other' && !(topic !== 'other' && isWorn && (marked || code))) return false;
  if (topic === 'other' && !code) return mark === 'shoe';
  if (spoiled && !marked) return false;
  const isExchanged = isSwapped(scene, at, { topic, isKnown }) && !tokens.some(({ text }) => PAYING.test(text));
  if (context.named && !code && mark !== 'shoe' && !isExchanged) return false;
  if (isMoneyCode(tokens, at, context, isWorn)) return false;
  if (!unit && isAmount(tokens, at, context)) return false;
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
  if (isKnown && (isAlone(tokens, context) || (context.asked && hints.from === 'query'))) return true;
  if (topic === 'shoes' && context.topicBefore === 'shoes' && isLengthLabel(scene, value)) return true;
  if (!isKnown || !isWorn) return false;
  if (topic === 'shoes' && value % 1 === 0.5 && value >= 3.5) return true;
  if (topic === 'shoes' && isLengthLabel(scene, value)) return true;
  return isAskedFor(tokens, context) && isShapely(topic, value);
}

/** "a 9 instead of the 8.5", "exchange 38 for 39": where sizes are spoken of, both are some. */
function isSwapped({ tokens, swaps }: Scene, at: number, what: Pick<Evidence, 'topic' | 'isKnown'>): boolean {
  if (!swaps.has(at) || what.topic === undefined || what.topic === 'other') return false;
  const isSizeSaid = what.isKnown || tokens.some(({ role }) => role?.mark === 'size' || role?.mark === 'shoe');
  if (!isSizeSaid) return false;
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

/** Words of paying, of all languages, by how they begin. */
const PAYING =
  /^(?:cost|paid|pay(?!l)|pric|refund|charged|bezahl|gekost|kost|preis|prix|paye|coute|rembours|pag[aou]|precio|preco|cuest|prezz|rimbors|reembols|zaplac|koszt|zwrot|заплат|оплат|стои|возврат|betaal|prijs|terugbet|odedi|fiyat|دفع|سعر|付了|价格|價格|退款|払|値段|返金|가격|환불)/;

/** Cents, or a code beside a word of paying: an amount of money where no word says size. */
function isAmount(tokens: readonly Token[], at: number, { code, mark }: Context): boolean {
  const { text } = tokens[at] as Token;
  const marked = mark === 'size' || mark === 'shoe';
  const cents = /\.(\d\d)$/.exec(text)?.[1];
  // No size ends in .95; quarters and thirds are printed on some.
  if (cents && !/^(?:25|33|50|66|67|75)$/.test(cents)) return true;
  if (marked) return false;
  if (cents?.endsWith('0') && code === undefined) return true;
  if (code === undefined) return false;
  const words = tokens.slice(Math.max(0, at - 3), at).filter(({ kind }) => kind === 'word');
  const isPaid = words.some(({ text: word }, i) => PAYING.test(word) && !words.slice(i).some((one) => /^for\b/.test(one.text))); // prettier-ignore
  return isPaid || tokens.slice(at + 1, at + 4).some((token) => token.text !== 'cost' && PAYING.test(token.text) && token.kind === 'word'); // prettier-ignore
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
