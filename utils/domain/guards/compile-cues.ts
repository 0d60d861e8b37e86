import { indexCues } from '../compliance/cues';
import type { Hit } from './hit';
import type { Cues } from '../compliance/rule';
import { spellOut } from '../compliance/terms';
import type { Tokens } from '../compliance/tokens';
import type { Lang } from '../ids';

/** Cue terms of one language, ready to be found. */
export interface CompiledCues {
  readonly index: { find(tokens: Tokens, text: string): ReadonlyMap<string, readonly Hit[]> };
  /** Two where every character counts as a word. */
  readonly wordsPerUnit: number;
}

/** Prepares cue terms; done once per language. */
export function compileCues(cues: Cues, lang: Lang): CompiledCues {
  const wordsPerUnit = /^(?:zh|ja)\b/.test(lang) ? 2 : 1;
  const spelled = Object.fromEntries(Object.entries(cues).map(([name, terms]) => [name, spellOut(terms)]));
  return { index: indexCues(spelled, wordsPerUnit), wordsPerUnit };
}
