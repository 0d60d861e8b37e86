import type { Bubble } from './contract';

/** The bubble an answer is about: the buyer's last one, or the last of all. */
export const newestOf = <B extends Bubble>(bubbles: readonly B[]): B | undefined =>
  bubbles.findLast(({ side }) => side === 'buyer') ?? bubbles.at(-1);
