import type { ThreadView } from '@/utils/app/api';
import type { MarketId } from '@/utils/domain/ids';
import { directionOf, type Snapshot } from './snapshot';

/** Where a conversation can be closed without an answer, and an answer to a "thank you" only begins it anew. */
const RESTS_ON = new Set<string>(['amazon']);
/** Beside the thanks there may be a question; then an answer is due. */
const NO_OTHER_CONCERN = 0.25;

/** Whether the buyer only says thanks, so that nothing has to be written. */
export function needsNoReply(
  { intents: [first, second], escalation }: Pick<ThreadView, 'intents' | 'escalation'>,
  from: Snapshot,
  market: MarketId,
): boolean {
  if (first?.id !== 'thanks_closing' || escalation || (second?.score ?? 0) >= NO_OTHER_CONCERN) return false;
  return RESTS_ON.has(market) && from.page === 'thread' && directionOf(from) === 'reply';
}
