import * as v from 'valibot';
import { compileCues, type CompiledCues } from './compile-cues';
import type { Lang } from '../ids';
import { fold } from './fold';

const terms = v.array(v.string());

const file = v.strictObject({
  /** Twelve entries from January on, names joined by `|`. */
  months: v.pipe(v.array(v.string()), v.length(12)),
  /** Seven entries from Sunday on, terms joined by `|`. */
  weekdays: v.pipe(v.array(v.string()), v.length(7)),
  /** Words that stand right before a day: `by|on|until`. */
  on: v.string(),
  /** Written numbers and their value. */
  numbers: v.record(v.string(), v.number()),
  /** Terms by cue class, in the syntax of the lexicon. */
  cues: v.record(v.string(), terms),
});

/** The words of one language that guards, promises and the radar read, ready to run. */
export interface GuardWords {
  readonly lang: Lang;
  readonly cues: CompiledCues;
  /** Names of months as a pattern alternative, longest first; empty when the language has none. */
  readonly monthPattern: string;
  readonly monthOf: ReadonlyMap<string, number>;
  readonly onPattern: string;
  readonly numbers: ReadonlyMap<string, number>;
  /** Words for a size, as they also stand in variants. */
  readonly sizeNames: readonly string[];
}

/** Words of no language: guards that need none still run. */
export const noGuardWords = (lang: Lang): GuardWords => ({
  lang,
  cues: compileCues({}, lang),
  monthPattern: '',
  monthOf: new Map(),
  onPattern: '',
  numbers: new Map(),
  sizeNames: [],
});

const split = (names: string): readonly string[] => names.split('|').map(fold).filter(Boolean);

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const alternatives = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escape)
    .join('|');

/** Prepares the word list of a language; null when it does not fit its shape. */
export function parseGuardWords(json: unknown, lang: Lang): GuardWords | null {
  const parsed = v.safeParse(file, json);
  if (!parsed.success) return null;
  const { months, weekdays, on, numbers, cues } = parsed.output;
  const monthOf = new Map(months.flatMap((names, at) => split(names).map((name): [string, number] => [name, at + 1])));
  const days = Object.fromEntries(weekdays.map((names, at) => [`WEEKDAY_${at}`, names.split('|')]));
  return {
    lang,
    cues: compileCues({ ...cues, ...days }, lang),
    monthPattern: alternatives(monthOf.keys()),
    monthOf,
    onPattern: alternatives(split(on)),
    numbers: new Map(Object.entries(numbers).map(([word, value]) => [fold(word), value])),
    sizeNames: (cues.SIZE ?? []).map((term) => fold(term.replace(/[*~]/g, ''))).filter((name) => name.length > 1),
  };
}
