import type { Instant, Lang, MarketId } from '../../ids';
import { detectLanguage } from '../../text/detect';
import { check, type CompiledPack } from '../engine';
import type { Direction, Finding } from '../input';
import type { LibraryEntry } from './library';

/** How texts are tested. */
export interface BenchChoice {
  readonly marketplace: MarketId | 'any';
  readonly direction: Direction;
  /** Null: each text in its own language. */
  readonly lang: Lang | null;
  /** Templates have open places on purpose: `{{ name }}` is no finding then. */
  readonly allowsPlaceholders: boolean;
}

/** One place in one text that breaks one rule. */
export interface BenchFinding extends Finding {
  /** Place of the text in the library, from 0. */
  readonly entry: number;
  /** What stands there. */
  readonly words: string;
}

/** The rule that looks for open places. */
export const PLACEHOLDER_RULE = 'fmt-placeholder';

/** In which language a text is tested: as chosen, as the file says, else as it reads. */
export function languageOf({ text, lang }: LibraryEntry, choice: Pick<BenchChoice, 'lang'>): Lang {
  if (choice.lang !== null) return choice.lang;
  if (lang !== '') return (lang.split('-')[0] ?? lang).toLowerCase();
  return detectLanguage(text).lang;
}

/** Tests one text with the rules of its language. */
export function testEntry(
  { entry, text }: { readonly entry: number; readonly text: string },
  choice: BenchChoice,
  on: { readonly compiled: CompiledPack; readonly lang: Lang; readonly now: Instant },
): readonly BenchFinding[] {
  const { marketplace, direction } = choice;
  const findings = check({ text, lang: on.lang, marketplace, direction, now: on.now }, on.compiled);
  return findings.flatMap((finding) =>
    choice.allowsPlaceholders && finding.rule === PLACEHOLDER_RULE
      ? []
      : [{ ...finding, entry, words: text.slice(finding.start, finding.end) }],
  );
}
