/** One place after another in a term: a choice of word sequences, or a gap of a few words. */
export type Segment = 'gap' | readonly (readonly string[])[];

/** Stands before a term, and before the name of a class, for what takes away what the class found there. */
export const EXCLUSION = '-';

/** Stands for a gap in a term. */
export const GAP = '~';

/** Reads the segments of a term as a pack holds it: `if/that|/you|we/~/like`; a choice may be empty. */
export const readTerm = (term: string): readonly Segment[] =>
  term
    .replace(EXCLUSION, '')
    .split('/')
    .map((segment) =>
      segment === GAP ? 'gap' : segment.split('|').map((choice) => (choice === '' ? [] : choice.split(' '))),
    );
