import type { Span } from '../../text/span';
import type { Token } from './tokens';

/** A number with its unit, in cm or kg; `tall` when written as a height ("5'7", "1m80"), `bare` without a unit. */
export interface Amount extends Span {
  readonly kind: 'length' | 'tall' | 'weight' | 'bare';
  readonly value: number;
  readonly first: number;
  readonly last: number;
}

const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.45359237;
const tenth = (value: number): number => Math.round(value * 10) / 10;
const isNumber = (token: Token | undefined): token is Token => token?.kind === 'number';

/** Reads the amount that begins with the number at a place; null when the number is part of something else. */
export function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (token.glued && before?.kind === 'sign' && '#_@+'.includes(before.text)) return null;
  const made = feet(tokens, at) ?? metres(tokens, at) ?? stones(tokens, at) ?? plain(tokens, at);
  if (!made) return null;
  const { kind, value, last } = made;
  return { kind, value, first: at, last, start: token.start, end: (tokens[last] as Token).end };
}

interface Made {
  readonly kind: Amount['kind'];
  readonly value: number;
  readonly last: number;
}

/** `5'7"`, `5 ft 7`, "5 feet 7 inches", `5'7`, `5ft`. */
function feet(tokens: readonly Token[], at: number): Made | null {
  const { value, glued } = tokens[at] as Token;
  const mark = tokens[at + 1];
  if (!Number.isInteger(value) || value < 2 || value > 7 || !mark) return null;
  const isTick = mark.text === "'" && mark.glued;
  if (!isTick && mark.role?.unit !== 'ft') return null;
  if (glued && tokens[at - 1]?.kind === 'number') return null;
  const dot = tokens[at + 2]?.text === '.' || tokens[at + 2]?.text === 'and' ? 1 : 0;
  const inches = tokens[at + 2 + dot];
  const isInches = isNumber(inches) && inches.value < 12 && (isTick ? inches.glued || dot > 0 : true);
  const unit = tokens[at + 3 + dot];
  const isUnit = unit?.role?.unit === 'in' || unit?.text === '"';
  const isDouble = unit?.text === "'" && tokens[at + 4 + dot]?.text === "'";
  // "7 ft 2 pcs": what is counted after the feet are no inches.
  if (isInches && (isUnit || isDouble || isTick || !unit?.role?.count))
    return {
      kind: 'tall',
      value: tenth((value * 12 + inches.value) * CM_PER_INCH),
      last: at + 2 + dot + (isDouble ? 2 : isUnit ? 1 : 0),
    };
  // A tick alone is as often a quotation mark.
  return isTick ? null : { kind: 'length', value: tenth(value * 12 * CM_PER_INCH), last: at + 1 };
}

/** `1m80`, "1 m 80", "1,80 m", "1.80m", "1 metro 80", "1 м 80 см". */
function metres(tokens: readonly Token[], at: number): Made | null {
  const token = tokens[at] as Token;
  const unit = tokens[at + 1];
  if (unit?.role?.unit !== 'm' && unit?.text !== '米') return null;
  const isRate = unit.text === 'm' && unit.capital && unit.glued;
  if (token.value !== 1 && token.value !== 2)
    return token.value >= 0.4 && token.value <= 2.3 && !isRate
      ? { kind: 'tall', value: Math.round(token.value * 100), last: at + 1 }
      : null;
  const rest = tokens[at + 2];
  if (!isNumber(rest) || !Number.isInteger(rest.value) || rest.value > 99 || rest.text.length > 2) return null;
  const centimetres = rest.text.length === 1 ? rest.value * 10 : rest.value;
  const hasUnit = tokens[at + 3]?.role?.unit === 'cm';
  if (!rest.glued && !hasUnit && tokens[at + 3]?.role?.count) return null;
  return { kind: 'tall', value: token.value * 100 + centimetres, last: at + (hasUnit ? 3 : 2) };
}

/** "11 stone 4", "11st 4lb", "12 stone". */
function stones(tokens: readonly Token[], at: number): Made | null {
  const { value } = tokens[at] as Token;
  const unit = tokens[at + 1];
  if (unit?.role?.unit !== 'st' || value < 3 || value > 40 || (unit.text === 'st' && value < 5)) return null;
  const pounds = tokens[at + 2];
  const isPounds = isNumber(pounds) && pounds.value < 14 && Number.isInteger(pounds.value);
  const hasUnit = isPounds && tokens[at + 3]?.role?.unit === 'lb';
  const total = value * 14 + (isPounds ? pounds.value : 0);
  return { kind: 'weight', value: tenth(total * KG_PER_POUND), last: at + (isPounds ? (hasUnit ? 3 : 2) : 1) };
}

/** "2尺1" is 2.1 chi, "2尺1寸" as well: a tenth of it is a cun. Three chi are a metre. */
function chi(tokens: readonly Token[], at: number): Made {
  const { value } = tokens[at] as Token;
  const rest = tokens[at + 2];
  const isCun =
    isNumber(rest) && rest.glued && Number.isInteger(rest.value) && rest.value < 10 && rest.text.length === 1;
  const cun = isCun && Number.isInteger(value) ? rest.value : 0;
  const last = cun === 0 ? at + 1 : tokens[at + 3]?.role?.unit === 'cun' ? at + 3 : at + 2;
  return { kind: 'length', value: tenth(((value + cun / 10) * 100) / 3), last };
}

function plain(tokens: readonly Token[], at: number): Made | null {
  const { value } = tokens[at] as Token;
  const next = tokens[at + 1];
  const unit = next?.role?.unit;
  const length = (cm: number): Made => ({ kind: 'length', value: tenth(cm), last: at + 1 });
  const weight = (kg: number): Made => ({ kind: 'weight', value: tenth(kg), last: at + 1 });
  switch (unit) {
    case 'cm':
      return length(value);
    case 'mm':
      return length(value / 10);
    case 'in':
      // "in" after a space is a preposition more often than an inch.
      return next?.text === 'in' && !next.glued ? { kind: 'bare', value, last: at } : length(value * CM_PER_INCH);
    case 'kg':
      return weight(value);
    case 'lb':
      return weight(value * KG_PER_POUND);
    case 'jin':
      return weight(value / 2);
    case 'chi':
      return chi(tokens, at);
    case 'cun':
      return length((value * 10) / 3);
    default:
      return unit === undefined ? { kind: 'bare', value, last: at } : null;
  }
}
