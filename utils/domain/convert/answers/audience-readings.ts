import type { Audience } from '../sizes/shoe';
import type { SizeAnswer, SizeProblem } from '../sizes/size';

/** A size in one system for those it is the same for. */
export interface AnswerFor {
  readonly answer: SizeAnswer;
  /** Set where men's and women's sizes differ and nobody said whose it is. */
  readonly audience?: Audience;
}

/** One way to understand whom a size is for. */
export interface AudienceReading {
  readonly audience?: Audience;
  readonly lines: readonly AnswerFor[];
}

/** What the tables say for one audience, or for none in particular. */
export interface Converted {
  readonly answers: readonly SizeAnswer[];
  readonly problem?: SizeProblem;
}

/** Readings by audience; without any the problem says why. */
export interface AudienceReadings {
  readonly readings: readonly AudienceReading[];
  readonly problem?: SizeProblem;
}

/** What is known of the audience, and whether women's and men's sizes may stand side by side in one answer. */
export interface AudienceQuestion {
  readonly known: Audience | undefined;
  /** Shoes: only some systems have two scales. Elsewhere a difference means two answers. */
  readonly mayMix: boolean;
}

/** Answers for the audience known, else for women and men: where their sizes differ they are two readings. */
export function readingsByAudience(
  { known, mayMix }: AudienceQuestion,
  convert: (audience: Audience | undefined) => Converted,
): AudienceReadings {
  if (known) return single(convert(known), known);
  const women = convert('women').answers;
  const men = convert('men').answers;
  if (women.length === 0 && men.length === 0) {
    // No adult wears it: a child's size, or none at all.
    const open = convert(undefined);
    return single(open, open.answers.every(({ audience }) => audience === 'kids') ? 'kids' : undefined);
  }
  if (women.length === 0) return single({ answers: men }, 'men');
  if (men.length === 0) return single({ answers: women }, 'women');
  const merged = mergeAudiences(women, men);
  const isSame = ({ audience }: AnswerFor): boolean => audience === undefined;
  if (mayMix ? merged.some(isSame) : merged.every(isSame)) return { readings: [{ lines: merged }] };
  return { readings: [...single({ answers: women }, 'women').readings, ...single({ answers: men }, 'men').readings] };
}

function single({ answers, problem }: Converted, audience: Audience | undefined): AudienceReadings {
  if (answers.length === 0) return { readings: [], ...(problem ? { problem } : {}) };
  return { readings: [{ ...(audience ? { audience } : {}), lines: answers.map((answer) => ({ answer })) }] };
}

/** One line where both agree, two where they don't. */
function mergeAudiences(women: readonly SizeAnswer[], men: readonly SizeAnswer[]): readonly AnswerFor[] {
  const systems = [...new Set([...women, ...men].map(({ system }) => system))];
  return systems.flatMap((system): readonly AnswerFor[] => {
    const hers = women.find((answer) => answer.system === system);
    const his = men.find((answer) => answer.system === system);
    if (hers && his && hers.size === his.size) return [{ answer: widest(hers, his) }];
    return [
      ...(his ? [{ answer: his, audience: 'men' as const }] : []),
      ...(hers ? [{ answer: hers, audience: 'women' as const }] : []),
    ];
  });
}

const spanOf = ({ size, range }: SizeAnswer): readonly [string, string] => range ?? [size, size];

/** Both ranges in one; labels that are no numbers are left as they are. */
function widest(one: SizeAnswer, other: SizeAnswer): SizeAnswer {
  const ends = [...spanOf(one), ...spanOf(other)].map((text) => ({ text, value: Number(text) }));
  if (ends.some(({ value }) => Number.isNaN(value))) return one;
  const sorted = [...ends].sort((a, b) => a.value - b.value);
  const [low, high] = [sorted[0]?.text ?? one.size, sorted.at(-1)?.text ?? one.size];
  return low === high ? one : { ...one, range: [low, high] };
}
