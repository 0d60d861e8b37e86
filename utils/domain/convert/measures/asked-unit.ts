import type { ReadHints } from '../reading/reading';
import type { UnitTable } from './tables';
import { isSpacedLetter, unitNames, type FoundUnitName } from './unit-names';

/** Straight after a typed quantity: it is to become something else. */
const LEADS_ON = /^\s{0,3}(?:(?:to|in|into|as|en|em|auf|nach|na|w|в|a|à|naar)\s|=|→|>|是|等于)/u;
const LONE_LETTER = /\s\p{L}\s{0,3}[?.!]?$/u;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Asked {
  readonly quantity: Stretch & { readonly unit: string };
  /** All quantities of the text: their units are not asked for. */
  readonly others: readonly Stretch[];
  readonly hints: ReadHints;
}

/** A question rarely spreads further. Units: characters on either side. */
const REACH = 60;

const SENTENCE_END = /[.!?](?:\s|$)|[\n。！？؟;；]/;
const SENTENCE_ENDS = new RegExp(SENTENCE_END, 'g');
/** Words and signs that lead to the unit wanted, before short or everyday names. */
const LEADS =
  /(?:^|[^\p{L}])(?:to|in|into|as|en|em|auf|nach|na|w|в|во|a|à|naar|ile|kaç|how many|wie ?viele?|combien de|cu[aá]nt[oa]s|quant[oaie]s?|сколько|ilu|hoeveel|كم)\s$|(?:=|→|>|是|为|等于|多少|几|幾|何|몇)\s?$/u;

/**
 * The unit a text asks a quantity in ("how many inches is 30 cm", "30 cm auf Zoll"): a unit of the same dimension in
 * the same sentence that has no number of its own; in a query the one named last, also of another dimension. Null when none is
 * asked for.
 */
export function askedUnit(
  { lower }: { readonly lower: string },
  { quantity, others, hints }: Asked,
  table: UnitTable,
): string | null {
  const dimension = table.units[quantity.unit]?.dimension;
  const around = sentenceAround(lower, quantity);
  const named = (from: number, to: number): readonly string[] =>
    unitsBetween(lower, { start: from, end: to }, { others, hints, quantity }, table);
  const isAlike = (unit: string): boolean => unit !== quantity.unit && table.units[unit]?.dimension === dimension;
  const [behind] = named(quantity.end, around.end).filter(isAlike);
  const asked = behind ?? named(around.start, quantity.start).filter(isAlike).at(-1);
  const behindIt = lower.slice(quantity.end);
  // A lone letter is a size as often as litres or metres: "180 cm in L".
  if (asked || hints.from !== 'query' || !LEADS_ON.test(behindIt) || LONE_LETTER.test(behindIt)) return asked ?? null;
  // "30 cm in kg" asks for something that is not to be had; it must not be read as another question.
  const rest = named(quantity.end, around.end);
  const [only = '', more] = rest;
  return more === undefined && only !== '' && only !== quantity.unit ? only : null;
}

function sentenceAround(lower: string, { start, end }: Stretch): Stretch {
  const before = lower.slice(Math.max(0, start - REACH), start);
  const after = lower.slice(end, end + REACH);
  const breaks = [...before.matchAll(SENTENCE_ENDS)];
  const last = breaks.at(-1);
  const next = SENTENCE_END.exec(after);
  return {
    start: start - before.length + (last ? last.index + last[0].length : 0),
    end: end + (next ? next.index : after.length),
  };
}

function unitsBetween(
  lower: string,
  { start, end }: Stretch,
  { others, hints }: Asked,
  table: UnitTable,
): readonly string[] {
  const names = unitNames(table);
  const find = (at: number): FoundUnitName | null => names.at(lower, at, hints.buyerCountry);
  const found: string[] = [];
  for (let at = start; at < end; at += 1) {
    if (isSpacedLetter(lower[at]) && isSpacedLetter(lower[at - 1])) continue;
    const name = nameAt(lower, at, find);
    if (!name || name.end > end) continue;
    if (others.some((other) => at >= other.start && at < other.end)) continue;
    const before = lower.slice(Math.max(0, at - 14), at);
    const short = name.weak || name.name.length < 3;
    const isWanted = !/\d\s?$/.test(before) && (!short || LEADS.test(before) || isWholeQuery(lower, name.end, hints));
    if (isWanted && !/^["']/.test(name.name)) {
      found.push(name.units[0] as string);
      at = name.end - 1;
    }
  }
  return found;
}

/** In a query the last word is what is wanted: "30 cm in". */
const isWholeQuery = (lower: string, end: number, { from }: ReadHints): boolean =>
  from === 'query' && lower.slice(end).trim().replace(/[?？]/g, '') === '';

/** The Arabic article and preposition are written together with the word: بالبوصة. */
const ARTICLE = /^(?:بال|لل|ال|ب)(?=[\u0621-\u064a]{2})/;

function nameAt(lower: string, at: number, find: (at: number) => FoundUnitName | null): FoundUnitName | null {
  const name = find(at);
  const char = lower[at];
  if (name || (char !== 'ب' && char !== 'ل' && char !== 'ا')) return name;
  const article = ARTICLE.exec(lower.slice(at, at + 8));
  return article ? find(at + article[0].length) : null;
}
