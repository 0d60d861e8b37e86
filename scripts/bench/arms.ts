import { fileURLToPath } from 'node:url';

/** One contender: the same pages with this extension, or with none. */
export interface Arm {
  readonly name: 'none' | 'floor' | 'react' | 'parley';
  /** The unpacked extension; `null` for the page alone. */
  readonly extensionDir: string | null;
  /** Whether the arm shows suggestions, so that their arrival can be waited for. */
  readonly hasCards: boolean;
}

/** Where the two builds of Parley are. */
export interface BuiltArms {
  readonly parley: string;
  readonly react: string;
}

/** The four contenders of every run. */
export const armsOf = (built: BuiltArms): readonly Arm[] => [
  { name: 'none', extensionDir: null, hasCards: false },
  { name: 'floor', extensionDir: fileURLToPath(new URL('./floor-observer', import.meta.url)), hasCards: false },
  { name: 'react', extensionDir: built.react, hasCards: true },
  { name: 'parley', extensionDir: built.parley, hasCards: true },
];

/** The arms in the order of one round: rotated, so that no arm always runs on the warmer machine. */
export const rotated = (arms: readonly Arm[], round: number): readonly Arm[] =>
  arms.map((_, at) => arms[(at + round) % arms.length]).filter((arm) => arm !== undefined);
