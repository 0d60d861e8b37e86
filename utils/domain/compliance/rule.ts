import type { Lang } from '../ids';
import type { DetectorSources } from './detect/search';
import type { Direction, MessageKind, Severity } from './input';
import type { TermPath } from './term-path';

/**
 * Names what a pattern looks for: cue classes of the lexicon (`REVIEW`), detectors that need no
 * language (`@phone`), or several of either joined by `|`.
 */
export type CueRef = string;

/** `same`: the anchor's sentence; `next`: that one and its neighbours; `message`: anywhere. */
export type Reach = 'same' | 'next' | 'message';

/** Where a second cue has to stand, seen from the anchor. */
export interface Nearby {
  readonly cue: CueRef;
  /** Most words between the two; twice as many characters where words are not spaced. */
  readonly words?: number;
  readonly reach?: Reach;
  readonly side?: 'before' | 'after';
  /** `same`: no comma, colon or bracket may part the two. */
  readonly clause?: 'same';
  /** Cues that disqualify this second cue itself. */
  readonly not?: readonly Nearby[];
}

/** An anchor cue, the cues that must stand near it and those that must not. */
export interface Pattern {
  readonly find: CueRef;
  readonly near?: readonly Nearby[] | undefined;
  readonly not?: readonly Nearby[] | undefined;
}

/** A condition under which a finding is more or less severe; the first that holds decides. */
export interface Escalation {
  readonly severity: Severity;
  readonly marketplaces?: readonly string[];
  /** Holds when an earlier review request is on record. */
  readonly repeated?: true;
  readonly near?: Nearby;
}

/** What the one-key change does: cut the match or put words there, cut its sentences or put a neutral one there, or one blank line. */
export type FixKind = 'drop' | 'replace' | 'drop-sentence' | 'rewrite' | 'blank-line';

/** The part of a rule that the check runs on. */
export interface PackRule {
  readonly id: string;
  readonly marketplaces: readonly string[];
  readonly severity: Readonly<Record<string, Severity>>;
  readonly escalate?: readonly Escalation[];
  readonly directions?: readonly Direction[];
  readonly kinds?: readonly MessageKind[];
  readonly patterns: readonly Pattern[];
  /** Breaking it risks the account: with hold-on-send switched on, a press on send waits once. */
  readonly holds?: true;
  /** Set by a lead's pack: it can be neither muted, lowered nor switched off. */
  readonly locked?: true;
  readonly fix?: { readonly kind: FixKind; readonly text?: string };
}

/** Terms of one language by cue class. */
export type Cues = Readonly<Record<string, readonly string[]>>;

/** Terms by cue class as `spellOut` makes them: normalised and taken apart, so that the page only links them. */
export type PackCues = Readonly<Record<string, readonly TermPath[]>>;

/** What one language adds to one rule. */
export interface RuleWording {
  /** Terms only this rule reads. */
  readonly cues?: Cues | undefined;
  /** Ways of saying it that only this language has. */
  readonly patterns?: readonly Pattern[] | undefined;
  /** The sentence a `rewrite` puts in place. */
  readonly fix?: string | undefined;
}

/** The terms of one language and its wording of every rule it knows. */
export interface LanguageRules {
  readonly cues: Cues;
  readonly rules: Readonly<Record<string, RuleWording>>;
}

/** The rules of one language as plain JSON, small enough to hand to a page. */
export interface RulePack {
  /** Changes whenever the content does. */
  readonly version: string;
  readonly lang: Lang;
  /** Whether every rule was written for this language. */
  readonly isFull: boolean;
  readonly rules: readonly PackRule[];
  readonly cues: PackCues;
  /** Hosts a message may link to. */
  readonly hosts: readonly string[];
  readonly detectors: DetectorSources;
}
