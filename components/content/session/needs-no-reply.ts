import type { ThreadView } from '@/utils/app/api';
import type { MarketId } from '@/utils/domain/ids';
import { directionOf, type Snapshot } from './snapshot';

/** Where a conversation can be closed without an answer, and an answer to a "thank you" only begins it anew. */
const RESTS_ON = new Set<string>(['amazon']);
/** What is no concern: thanks, praise, a greeting. They are told apart by a hair, and none of them asks for anything. */
const MANNERS = new Set(['thanks_closing', 'positive_feedback', 'greeting']);
/** How sure it has to be that there is nothing else, and that there are thanks among it. */
const FEWEST_MANNERS = 0.6;
const FEWEST_THANKS = 0.1;
/** Beside the thanks there may be a question; then an answer is due. */
const MOST_OF_ANOTHER = 0.2;

/** Whether the buyer only says thanks, so that nothing has to be written. */
export function needsNoReply(
  { intents, escalation }: Pick<ThreadView, 'intents' | 'escalation'>,
  from: Snapshot,
  market: MarketId,
): boolean {
  if (escalation || !RESTS_ON.has(market) || from.page !== 'thread' || directionOf(from) !== 'reply') return false;
  const manners = intents.reduce((sum, { id, score }) => (MANNERS.has(id) ? sum + score : sum), 0);
  const thanks = intents.find(({ id }) => id === 'thanks_closing')?.score ?? 0;
  const another = intents.find(({ id }) => !MANNERS.has(id))?.score ?? 0;
  return manners >= FEWEST_MANNERS && thanks >= FEWEST_THANKS && another < MOST_OF_ANOTHER;
}
