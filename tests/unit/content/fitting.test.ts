import { expect, it } from 'vitest';
import { fittingPairs, unpaired } from '@/components/content/session/fitting';
import type { DraftCheck } from '@/utils/app/api';
import type { Suggestion } from '@/utils/domain/replies/draft';

const suggestions = ['thanks_closing', 'where_is_order', 'positive_feedback', 'review_request_reply'].map(
  (intent) => ({ intent }) as Suggestion,
);
const draftChecks = suggestions.map((_, issues) => ({ issues }) as DraftCheck);

it('offers no chatty reply where a message needs a person with authority', () => {
  const escalation = { kind: 'injury', start: 0, end: 3 } as const;
  const kept = unpaired(fittingPairs({ suggestions, draftChecks, escalation }));
  expect(kept.suggestions.map(({ intent }) => intent)).toEqual(['where_is_order']);
  expect(kept.draftChecks).toEqual([draftChecks[1]]);
  expect(fittingPairs({ suggestions, draftChecks, escalation: null })).toHaveLength(4);
});
