import type { RuleSource } from './parse-rules';

/** What a person reads about a rule, in the interface language. */
export interface RuleText {
  readonly title: string;
  readonly why: string;
  /** What may be written instead. */
  readonly alternative: string;
  readonly sources: readonly RuleSource[];
}

/** How much of the rule set covers a language: all of it, or only the language-independent rules. */
export interface Coverage {
  readonly kind: 'full' | 'limited';
  readonly rulesRun: number;
}
