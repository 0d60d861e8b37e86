import type { ContextReport } from '../domain/compliance/context/context-input';
import { deskFindings, type ActiveDesk } from '../domain/compliance/desk/apply-desk';
import { guardsIn } from '../domain/guards/check-facts';
import { promisesIn } from '../domain/guards/find-promises';
import { readGuardText } from '../domain/guards/guard-text';
import type { GuardWords } from '../domain/guards/guard-words';
import type { KnownFacts } from '../domain/guards/known-facts';
import type { Lang } from '../domain/ids';
import type { DraftReview } from './check-api';

/**
 * Puts together what guards and context rules say of a draft, as the desk wants it. That the language is not the buyer's
 * is said once: by the context rule where the marketplace has one, for it knows how grave it is.
 */
export function joinReview(
  { guards, promises }: Pick<DraftReview, 'guards' | 'promises'>,
  { findings, unknown }: ContextReport,
  active: ActiveDesk,
): DraftReview {
  const isLanguageSaid = findings.some(({ rule }) => rule === 'ctx-wrong-language');
  return {
    guards: deskFindings(guards, active).filter(({ rule }) => rule !== 'guard-language' || !isLanguageSaid),
    context: { findings: deskFindings(findings, active), unknown },
    promises,
  };
}

/** What needs more than the text of a draft: its guards and promises; the context rules are asked beside it. */
export function reviewDraft(
  text: string,
  lang: Lang,
  known: KnownFacts,
  words: GuardWords,
): Pick<DraftReview, 'guards' | 'promises'> {
  const read = readGuardText(text, words.lang === lang ? words : { ...words, lang });
  return { guards: guardsIn(read, known), promises: promisesIn(read, known.today) };
}
