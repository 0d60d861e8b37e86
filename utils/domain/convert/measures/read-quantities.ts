import type { QuantityReading, ReadHints } from '../reading/reading';
import { askedUnit } from './asked-unit';
import type { PreparedText } from './prepared-text';
import { readNumbers, type FoundNumber } from './read-number';
import { isForeignUnit } from './show-quantity';
import type { UnitTable } from './tables';
import { unitNames, type FoundUnitName } from './unit-names';

interface FoundQuantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly name: FoundUnitName;
  readonly compound: boolean;
  /** Numbers of `30 x 20 x 10 cm` and `30-40 cm` before the last, which share its unit. */
  readonly sharing: readonly FoundNumber[];
}

/** Smaller unit that may follow, how many make the larger one, and whether it may stand without its name. */
const PARTS: Readonly<Record<string, readonly [unit: string, per: number, bare: boolean]>> = {
  ft: ['in', 12, true], lb: ['oz', 16, false], st: ['lb', 14, false], m: ['cm', 100, false], kg: ['g', 1000, false], chi: ['cun', 10, true], shaku: ['sun', 10, true], jin: ['liang', 10, true], jin_tw: ['liang_tw', 16, false], jin_hk: ['liang_hk', 16, false],
}; // prettier-ignore

/**
 * Reads quantities with a unit: "30 cm in inches", "2 lb 3 oz", "6 feet 2", "5 斤", "72°F", "30 x 20 cm".
 *
 * In a message one counts only when the text asks for another unit, or when its unit is foreign to the buyer's
 * country; a typed query is always meant. Where no country tells US from UK measures, both are returned.
 */
export function readQuantities(text: PreparedText, hints: ReadHints, table: UnitTable): readonly QuantityReading[] {
  const found = findQuantities(text, hints, table);
  const readings: QuantityReading[] = [];
  for (const quantity of found) {
    const to = askedUnit(text, { quantity, others: found, hints }, table);
    if (!counts(quantity, to, hints, table)) continue;
    const spans = [...quantity.sharing, quantity];
    for (const { start, end, value } of spans)
      readings.push({ kind: 'quantity', ...text.span(start, end), value, unit: quantity.unit, ...(to ? { to } : {}) });
  }
  return readings;
}

function counts(quantity: FoundQuantity, to: string | null, hints: ReadHints, table: UnitTable): boolean {
  if (hints.from === 'query' || to) return true;
  if (!hints.buyerCountry || (quantity.name.weak && !quantity.compound)) return false;
  return isForeignUnit(quantity.unit, hints.buyerCountry, table);
}

/** A table pasted into a message has more; each is compared with all others. */
const MOST = 40;

function findQuantities(text: PreparedText, hints: ReadHints, table: UnitTable): readonly FoundQuantity[] {
  const found: FoundQuantity[] = [];
  const numbers = readNumbers(text.text, hints.lang);
  const names = unitNames(table);
  let behind = 0;
  for (const [index, number] of numbers.entries()) {
    if (found.length >= MOST) break;
    if (number.start < behind) continue;
    const name = nameAfter(text, number, hints, names.at) ?? nameBefore(text, number, hints, names.at);
    if (!name) continue;
    const sharing = sharingNumbers(text.text, numbers, index);
    for (const [choice, unit] of name.units.entries()) {
      const dimension = table.units[unit]?.dimension;
      const cold = dimension === 'temperature' && isMinus(text.text, number.start);
      const start = cold ? number.start - 1 : number.start;
      const part = cold ? null : partAfter(text, numbers, { index, name, unit }, hints, table);
      const value = part ? number.value * part.per + part.value : cold ? -number.value : number.value;
      const end = Math.max(number.end, part?.end ?? name.end);
      found.push({ start, end, value, unit: part?.unit ?? unit, name, compound: part !== null, sharing });
      if (choice === 0) behind = end;
    }
  }
  return found;
}

const isMinus = (text: string, start: number): boolean =>
  text[start - 1] === '-' && !/[\p{L}\d]/u.test(text[start - 2] ?? ' ');

type NameAt = (lower: string, position: number, country?: string) => FoundUnitName | null;

function nameAfter(
  text: PreparedText,
  { start, end, value }: FoundNumber,
  hints: ReadHints,
  nameAt: NameAt,
): FoundUnitName | null {
  const { lower } = text;
  const gap = lower[end] === ' ' || (lower[end] === '-' && /\p{L}/u.test(lower[end + 1] ?? '')) ? 1 : 0;
  const name = nameAt(lower, end + gap, hints.buyerCountry);
  if (!name) return null;
  const written = text.text.slice(end + gap, name.end);
  // 5G and 10M are a network and a count, not grams and metres.
  if (written === 'G' || written === 'M') return null;
  if ((name.name === 'in' || name.name === 'cal') && gap > 0 && !isInchThere(lower, name.end, hints)) return null;
  // Written together, 6ft2 is a height; an area that small is written with a blank.
  if (name.name === 'ft2' && gap === 0 && value >= 3 && value <= 8)
    return { ...name, name: 'ft', units: ['ft'], end: end + 2 };
  if (name.name === '"' && closesQuote(text.text, start)) return null;
  return name;
}

/** After "30 in" a measure goes on or stops; a colour or place makes "in" a preposition. */
function isInchThere(lower: string, end: number, hints: ReadHints): boolean {
  const rest = lower.slice(end, end + 24);
  if (
    /^\s*(?:$|[.,;:!?)/x×*=]|-|wide|long|tall|high|deep|thick|diam|by\s|to\s|en\s|w\s|na\s|length|width|height)/.test(
      rest,
    )
  )
    return true;
  return hints.from === 'query' && /^\s+(?:in|as)\s/.test(rest);
}

/** Whether the number stands in quotation marks, so that the mark behind it is no inch. */
function closesQuote(text: string, start: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  return line.split('"').length % 2 === 0 && !/\d"/.test(line);
}

/** Scales that are named before the number: 摄氏20度, 섭씨 20도. */
const SCALES = /(?:(摄氏|攝氏|セ氏|摂氏|섭씨)|(华氏|華氏|カ氏|화씨))(?:温度)?\s?(-)?$/;

function nameBefore(
  text: PreparedText,
  { start, end }: FoundNumber,
  hints: ReadHints,
  nameAt: NameAt,
): FoundUnitName | null {
  if (!/^\s?(?:度|도)/.test(text.lower.slice(end, end + 2))) return null;
  const scale = SCALES.exec(text.lower.slice(Math.max(0, start - 8), start));
  if (!scale) return null;
  const name = nameAt(scale[1] ? '°c' : '°f', 0, hints.buyerCountry);
  return name
    ? { ...name, end: text.lower.indexOf(text.lower[end] === ' ' ? text.lower[end + 1]! : text.lower[end]!, end) + 1 }
    : null;
}

interface Part {
  readonly value: number;
  readonly unit: string;
  readonly per: number;
  readonly end: number;
}

interface Whole {
  readonly index: number;
  readonly name: FoundUnitName;
  readonly unit: string;
}

/** The second part of "2 lb 3 oz", "6 feet 2", "2尺2"; null when there is none. */
function partAfter(
  text: PreparedText,
  numbers: readonly FoundNumber[],
  { index, name, unit }: Whole,
  hints: ReadHints,
  table: UnitTable,
): Part | null {
  const rule = PARTS[unit];
  const whole = numbers[index];
  if (!rule || !whole || !Number.isInteger(whole.value)) return null;
  const [smaller, per, bare] = rule;
  // Glued to a letter ("6ft2") the number is no number of its own to the general reader.
  const glue = /^(?:\s?(?:and|&|,|\+|und|et|y|e|и)?\s?)(\d{1,3}(?:\.\d+)?)(?![\d/])/.exec(
    text.lower.slice(name.end, name.end + 16),
  );
  if (!glue) return null;
  const value = Number(glue[1]);
  const end = name.end + glue[0].length;
  const after = unitNames(table).at(text.lower, end + (text.lower[end] === ' ' ? 1 : 0), hints.buyerCountry);
  if (value >= per) return null;
  if (after?.units.includes(smaller)) return { value, unit: smaller, per, end: after.end };
  const alone =
    bare &&
    !after &&
    Number.isInteger(value) &&
    value < Math.min(per, 12) &&
    /^(?:\s?$|\s?[.,;:!?)。，？！]|\s\D)/.test(text.lower.slice(end, end + 2) || '');
  return alone && isBareHere(text.lower, name.end, end) ? { value, unit: smaller, per, end } : null;
}

/** "6 feet 2" and "6'2" are heights; "3 feet 2 pieces" counts pieces. */
const isBareHere = (lower: string, from: number, end: number): boolean =>
  !/[,&+]/.test(lower.slice(from, end)) &&
  !/^\s(?:pcs|pieces|piece|x|pairs?|of|sets?|units?|more|个|個|件|条)/.test(lower.slice(end, end + 8));

const SHARES = /^\s?(?:[x×*х~-]|to|bis|à|a|до|by|sur|per|por|or|و|～)\s?$/i;

/** Numbers joined to this one by x or a dash: `30 x 20 x 10 cm`, `30-40 cm`. */
function sharingNumbers(text: string, numbers: readonly FoundNumber[], index: number): readonly FoundNumber[] {
  const sharing: FoundNumber[] = [];
  for (let at = index; at > 0; at -= 1) {
    const [before, here] = [numbers[at - 1], numbers[at]];
    if (!before || !here || here.start - before.end > 5 || !SHARES.test(text.slice(before.end, here.start))) break;
    sharing.unshift(before);
  }
  return sharing;
}
