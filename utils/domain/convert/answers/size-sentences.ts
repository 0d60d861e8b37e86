import type { Audience } from '../sizes/shoe';
import type { SizeCategory } from '../sizes/size';
import type { SentenceName } from './sentences';
import { isMeasured, nameSize, localSize, saySize, type NamedSize } from './size-names';
import type { Speech } from './speech';

/** One size an answer names. */
export interface SpokenSize extends NamedSize {
  readonly range?: readonly [low: string, high: string];
  /** Set where the size differs between audiences and the question named none. */
  readonly audience?: Audience;
}

/** What a product card says of the fit. */
export interface SpokenFit {
  readonly direction: 'small' | 'large';
  /** Null when the size can't be told. */
  readonly size: NamedSize | null;
}

/** Everything a sentence about a size is made from. */
export interface SizeSpeech {
  readonly category: SizeCategory;
  readonly given: NamedSize;
  readonly audience?: Audience;
  /** The most useful first; what follows the third is shown but not said. */
  readonly sizes: readonly SpokenSize[];
  readonly isAsian: boolean;
  readonly fit?: SpokenFit;
}

/** Three systems are read, seven are not; the two scales of one system count as one. */
const MOST_SAID = 3;

/** Sizes a sentence names; the inside leg beside a waist always is. */
export function saidSizes(sizes: readonly SpokenSize[]): readonly SpokenSize[] {
  const systems = [...new Set(sizes.map(({ system }) => system))].slice(0, MOST_SAID);
  return sizes.filter(({ category, system }) => category === 'inseam' || systems.includes(system));
}

/** What to compare with before ordering, by what the size is of. */
export function sayCheck(category: SizeCategory, isAsian: boolean): SentenceName {
  if (category === 'shoes') return 'shoeCheck';
  if (category === 'bra') return 'braCheck';
  if (category === 'ring') return 'ringCheck';
  if (category === 'hat' || category === 'glove' || category === 'belt' || category === 'sock') return 'measureCheck';
  return isAsian ? 'asianSize' : 'clothesCheck';
}

/** A size with whom it is for. */
export const forAudience = (text: string, audience: Audience | undefined, speech: Speech): string =>
  audience ? speech.say(audience, { size: text }) : text;

/** A size in a list, the first one with the range charts print. */
function sayListed(size: SpokenSize, at: number, speech: Speech): string {
  const { range, audience, system } = size;
  const isRanged = at === 0 && range !== undefined && range[0] !== range[1];
  // Two brackets in a row are hard to read: whose size it is goes before how sure it is.
  if (!isRanged || audience || system === 'ASIAN') return forAudience(saySize(size, speech), audience, speech);
  return speech.say('sizeRange', { value: saySize(size, speech), range: speech.atom(sayRange(size, range, speech)) });
}

/** The size of the question by itself; a foot is a length and no size. */
export const sayGiven = (given: NamedSize, speech: Speech): string =>
  given.system.startsWith('FOOT') && speech.sentences
    ? speech.say('footLength', { value: speech.atom(localSize(given, speech)) })
    : saySize(given, speech);

/** `38–39`, without the code, which stands before it already. */
function sayRange(size: NamedSize, [low, high]: readonly [string, string], speech: Speech): string {
  // From 4–5 to 5–6 years is 4–6 years.
  const [, youngest, unit] = /^(\d+)\D.*([my])$/.exec(low) ?? [];
  const [, oldest] = (unit && new RegExp(`(\\d+) ${unit}$`).exec(high)) || [];
  if (size.system === 'AGE' && oldest) return localSize({ ...size, size: `${youngest}-${oldest} ${unit}` }, speech);
  // The unit is said once, behind the higher end.
  const from = /^\d+(?:\.\d+)?$/.test(low) ? speech.number(Number(low)) : low;
  return `${from}–${localSize({ ...size, size: high }, speech)}`;
}

/** The sizes of an answer as a list in the words of the language; also what `convertedSize` holds. */
export const sayList = (sizes: readonly SpokenSize[], speech: Speech): string =>
  speech.list(saidSizes(sizes).map((size, at) => sayListed(size, at, speech)));

/** Writes the answer to a size as whole sentences, or as one neutral line where the language has none. */
export function saySizeAnswer(answer: SizeSpeech, speech: Speech): string {
  const { category, given, audience, sizes, isAsian, fit } = answer;
  if (!speech.sentences) return neutralAnswer(answer);
  const from = forAudience(saySize(given, speech), audience, speech);
  const list = sayList(sizes, speech);
  const opening = isMeasured(given)
    ? speech.say('measured', { list: sayGiven(given, speech), size: list })
    : speech.say(category === 'shoes' ? 'shoeSize' : 'size', { from, list });
  return speech.text([opening, fit ? sayFit(fit, speech) : '', speech.say(sayCheck(category, isAsian))]);
}

/** What the product card adds: which size we would take. */
export function sayFit({ direction, size }: SpokenFit, speech: Speech): string {
  if (!size) return speech.say(direction === 'small' ? 'runsSmallOnly' : 'runsLargeOnly');
  return speech.say(direction === 'small' ? 'runsSmall' : 'runsLarge', { size: saySize(size, speech) });
}

/** The letters American labels carry: W for women, M for men. */
const AUDIENCE_LETTERS: Readonly<Record<Audience, string>> = { women: ' (W)', men: ' (M)', kids: '', unisex: '' };

function neutralAnswer({ given, sizes, fit }: SizeSpeech): string {
  const parts = saidSizes(sizes).map((size, at) => {
    const range = at === 0 && size.range && size.range[0] !== size.range[1] ? ` (${size.range.join('–')})` : '';
    return `${nameSize(size)}${size.audience ? AUDIENCE_LETTERS[size.audience] : ''}${range}`;
  });
  const line = [nameSize(given), ...parts].join(' = ');
  return fit?.size ? `${line} → ${nameSize(fit.size)}` : line;
}
