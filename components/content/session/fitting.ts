import type { DraftCheck, ThreadView } from '@/utils/app/api';
import type { Suggestion } from '@/utils/domain/replies/draft';

/** Replies that would sound careless to somebody who writes of an injury, a fire or the police. */
const CHATTY = new Set(['thanks_closing', 'positive_feedback', 'review_request_reply', 'repeat_buyer', 'greeting']);

type Pair = readonly [Suggestion, DraftCheck];

/** Suggestions with what the check says of each; without the chatty ones where a message needs a person with authority. */
export const fittingPairs = ({
  suggestions,
  draftChecks,
  escalation,
}: Pick<ThreadView, 'suggestions' | 'draftChecks' | 'escalation'>): readonly Pair[] =>
  suggestions.flatMap((suggestion, at): readonly Pair[] => {
    const check = draftChecks[at];
    return check && !(escalation && CHATTY.has(suggestion.intent)) ? [[suggestion, check]] : [];
  });

/** The same as two lists of one length. */
export const unpaired = (pairs: readonly Pair[]) => ({
  suggestions: pairs.map(([suggestion]) => suggestion),
  draftChecks: pairs.map(([, check]) => check),
});
