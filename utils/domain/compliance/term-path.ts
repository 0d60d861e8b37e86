/** Stands before a term, and before the name of a class, for what takes away what the class found there. */
export const EXCLUSION = '-';

/** One place after another in a term: words, a gap of a few words, or a choice of ways, each of which may be empty. */
export type TermPart = string | typeof GAP | readonly TermPath[];

/** A term as a pack holds it; an exclusion begins with its mark. */
export type TermPath = readonly TermPart[];

/** A gap in a term. */
export const GAP = 0;

/** Whether a term takes away what its class finds. */
export const isExclusion = (term: TermPath): boolean => term[0] === EXCLUSION;
