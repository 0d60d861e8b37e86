import { check } from '@/utils/domain/compliance/engine';
import { brandAs } from '@/utils/domain/ids';
import type { CheckModel, ShownFinding } from '../model';
import type { ReadyRules } from './rules';
import type { CheckContext } from './writing-desk';

const EXCERPT_CHARS = 80;

/** Runs the check on a text and adds to each finding its words and what a person reads about its rule. */
export function checkText(text: string, context: CheckContext, lang: string, rules: ReadyRules): CheckModel {
  const hasText = text.trim() !== '';
  const now = brandAs<'Instant'>(new Date().toISOString());
  const found = hasText ? check({ ...context, text, lang, now }, rules.compiled()) : [];
  const findings = found.flatMap((finding): ShownFinding[] => {
    const words = rules.texts[finding.rule];
    const excerpt = text.slice(finding.start, finding.end).slice(0, EXCERPT_CHARS);
    return words ? [{ ...finding, text: words, excerpt }] : [];
  });
  return { findings, coverage: rules.coverage, lang, hasText };
}
