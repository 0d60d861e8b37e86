import { typingCases, type TypingCase } from './measure-typing';

/** How much is measured. */
export interface Plan {
  readonly rounds: number;
  /** Rounds that also type and raise storms, which take longest and vary least. */
  readonly longRounds: number;
  readonly typing: readonly TypingCase[];
  readonly stormSeconds: number;
  readonly keysPerField: number;
  /** Samples of each way to suggestions, per round. */
  readonly suggestionsPerRound: number;
  /** Elements of the small and of the big page. */
  readonly sizes: readonly [number, number];
  /** Units: ms after the page's DOM is there; the assistant has come and gone quiet by then. */
  readonly settleMs: number;
  /** Units: ms; no round is begun later than this. */
  readonly deadlineMs: number;
}

const SAMPLES_WANTED = 20;
const LONG_ROUNDS = 3;

/** The plan of a full run; `quick` is one round with fewer samples, good for a look and not for a verdict. */
export function planOf(rounds: number, isQuick: boolean): Plan {
  const sizes = [3_000, 50_000] as const;
  if (isQuick) {
    return {
      rounds: 1,
      longRounds: 1,
      typing: [
        { characters: 500, findings: 0 },
        { characters: 2_000, findings: 3 },
      ],
      stormSeconds: 2,
      keysPerField: 25,
      suggestionsPerRound: 3,
      sizes,
      settleMs: 1_000,
      deadlineMs: 60_000,
    };
  }
  return {
    rounds,
    longRounds: Math.min(rounds, LONG_ROUNDS),
    typing: typingCases,
    stormSeconds: 5,
    keysPerField: 40,
    suggestionsPerRound: Math.max(4, Math.ceil(SAMPLES_WANTED / rounds)),
    sizes,
    settleMs: 1_300,
    deadlineMs: 400_000,
  };
}
