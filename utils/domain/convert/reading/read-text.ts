import { readBody } from './read-body';
import { readBras } from './read-bras';
import { readKids } from './read-kids';
import { readChineseLabels, readLetters } from './read-letters';
import { readRingLetters } from './read-rings';
import { readSizes } from './read-sizes';
import { readTrousers } from './read-trousers';
import { mayHaveNumberWord } from './number-words';
import { normalise, type Normalised } from './normalise';
import type { ReadHints, Reading } from './reading';
import { makeScene, type Scene } from './scene';

/** What any size or measure has: a digit, a Chinese numeral, a letter of size, or a sign of half. */
const ANYTHING =
  /[\p{Nd}½¼¾〇一二三四五六七八九十]|(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])(?:[XSMLPGМСЛХＸＳＭＬ]|x{1,4}[sl]|X{1,4}[SL]|[A-Z]½?|GG|PP|EG|LL|NB|small|medium|large)(?![\p{Script=Latin}\p{Script=Cyrillic}\d])|[小中大]码|[小中大]號/u;

/** Readers from the most telling form to the least; each leaves alone what another has taken. */
const READERS: readonly ((scene: Scene) => readonly Reading[])[] = [
  readChineseLabels,
  readBras,
  readTrousers,
  readKids,
  readBody,
  readRingLetters,
  readLetters,
  readSizes,
];

/** Reads quantities, times, deliveries and money; made from tables, see `measures/read-measures.ts`. */
export type ReadMeasures = (source: string, normalised: Normalised, hints: ReadHints) => readonly Reading[];

/**
 * Reads what can be converted in a text, in the order of the text, sizes
 * that are to be exchanged for another last: sizes, measures of a body and, with a reader for
 * them, quantities, times, delivery times and money. Numbers that are none of these give nothing.
 *
 * Units: offsets are UTF-16 units of the text as given.
 */
export function readText(text: string, hints: ReadHints = {}, readMeasures?: ReadMeasures): readonly Reading[] {
  const sizes = ANYTHING.test(text) || mayHaveNumberWord(text) ? readSizesOf(text, hints) : [];
  if (!readMeasures) return sizes;
  // The more telling reading wins: a size or a body's measure beats the quantity it is written as.
  const others = readMeasures(text, normalise(text), hints).filter(
    ({ start, end }) => !sizes.some((size) => start < size.end && size.start < end),
  );
  return [...sizes, ...others].sort(byPlace);
}

function readSizesOf(text: string, hints: ReadHints): readonly Reading[] {
  const scene = makeScene(text, hints);
  const found = READERS.flatMap((read) => read(scene));
  const isBare = ({ start, end }: Reading): boolean => /^\d/.test(text.slice(start, end));
  const isSized = found.some((one) => one.kind === 'size' && one.audience === 'kids' && !isAge(one) && !isBare(one));
  // "6 years, size 116": the age only says who the child is where a size is named.
  return found.filter((one) => !(isSized && isAge(one) && isBare(one))).sort(byPlace);
}

const isAge = (reading: Reading): boolean => reading.kind === 'size' && reading.options[0]?.system === 'AGE';

const isUnwished = (reading: Reading): boolean => reading.kind === 'size' && reading.wished === false;

/** In the order of the text, but what is to be exchanged comes last. */
const byPlace = (a: Reading, b: Reading): number => Number(isUnwished(a)) - Number(isUnwished(b)) || a.start - b.start;
