import { placeOfBubble } from '@/utils/marketplaces/bubble-places';
import type { ShownText } from '@/utils/page/word-marks';
import { lastBuyerRun, type Snapshot } from './snapshot';

/**
 * The buyer's last words with the elements that show them. `lookNow` reads the page again: where the page has exchanged a
 * message and nothing else, only that tells where it stands.
 */
export function messagePlaces(snapshot: () => Snapshot | null, lookNow: () => void): readonly ShownText[] {
  const places = () => {
    const thread = snapshot()?.thread;
    return (thread ? lastBuyerRun(thread) : []).map((bubble): ShownText => ({
      text: bubble.text,
      element: placeOfBubble(bubble),
    }));
  };
  if (places().some(({ element }) => !element?.isConnected)) lookNow();
  return places();
}
