import { normalise } from '../text/normalise';

/** A word as texts are compared: lower case, without marks, full-width forms and invisible signs. */
export const fold = (word: string): string => normalise(word).text.trim();
