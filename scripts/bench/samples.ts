import type { Arm } from './arms';
import { median } from './stats';

interface Sample {
  readonly arm: Arm['name'];
  readonly round: number;
  readonly name: string;
  readonly value: number;
}

/** Everything measured in one run. */
export interface Samples {
  add(arm: Arm['name'], round: number, name: string, value: number): void;
  /** All figures of an arm under a name, in the order of measuring. */
  all(arm: Arm['name'], name: string): readonly number[];
  /** What an arm costs more than the page alone: one figure per round in which both were measured. */
  added(arm: Arm['name'], name: string): readonly number[];
}

/** Creates an empty collection. */
export function createSamples(): Samples {
  const samples: Sample[] = [];
  const perRound = (arm: Arm['name'], name: string): ReadonlyMap<number, number> => {
    const rounds = new Map<number, number[]>();
    for (const sample of samples) {
      if (sample.arm !== arm || sample.name !== name) continue;
      rounds.set(sample.round, [...(rounds.get(sample.round) ?? []), sample.value]);
    }
    return new Map([...rounds].map(([round, figures]) => [round, median(figures)]));
  };
  return {
    add: (arm, round, name, value) => {
      samples.push({ arm, round, name, value });
    },
    all: (arm, name) => samples.filter((one) => one.arm === arm && one.name === name).map(({ value }) => value),
    added(arm, name) {
      const base = perRound('none', name);
      return [...perRound(arm, name)].flatMap(([round, figure]) => {
        const without = base.get(round);
        return without === undefined ? [] : [figure - without];
      });
    },
  };
}
