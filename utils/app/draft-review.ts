import { guardsIn } from '../domain/guards/check-facts';
import { promisesIn } from '../domain/guards/find-promises';
import { readGuardText } from '../domain/guards/guard-text';
import type { GuardWords } from '../domain/guards/guard-words';
import type { KnownFacts } from '../domain/guards/known-facts';
import type { Lang } from '../domain/ids';
import type { DraftReview } from './check-api';

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
