import type { TaughtPage } from '../domain/profiles/profile';
import { shareReads } from '../page/share-reads';
import { findTaughtBox, isBoxAlone, readTaughtValue } from './taught-fields';
import { readTaughtBubbles } from './taught-bubbles';
import { agreeWithAddress, buyerNameOf, conversationIn, orderIdOf } from './taught-values';

/** What would be read of a page that is being taught, field by field. */
export interface TaughtPreview {
  readonly composer: boolean;
  readonly messages: number;
  /** The buyer's last words; null where no message of the buyer is found. */
  readonly lastMessage: string | null;
  readonly orderId: string | null;
  /** The address names another order of the same form. */
  readonly orderDisagrees: boolean;
  readonly buyerName: string | null;
  /** Whether anything tells this conversation from the next one; without that nothing can be attached. */
  readonly isKnown: boolean;
  /** Nothing but the box was shown: it can be used without knowing whose conversation it is. */
  readonly isBoxAlone: boolean;
}

/** Reads a page as it would be read once it is saved. */
export const previewTaught = (page: TaughtPage, doc: Document, url: URL): TaughtPreview =>
  shareReads(() => {
    const composer = findTaughtBox(doc, page);
    const box = composer.ok ? composer.value : undefined;
    const shown = readTaughtValue(doc, { page, field: 'orderId', box }, orderIdOf);
    const order = shown.ok ? agreeWithAddress(shown.value, url) : shown;
    const name = readTaughtValue(doc, { page, field: 'buyerName', box }, buyerNameOf);
    const bubbles = readTaughtBubbles(doc, { page, orderId: order.ok ? order.value : undefined });
    const all = bubbles.ok ? bubbles.value : [];
    return {
      composer: composer.ok,
      messages: all.length,
      lastMessage: all.findLast(({ side }) => side === 'buyer')?.text ?? null,
      orderId: order.ok ? order.value : null,
      orderDisagrees: shown.ok && !order.ok,
      buyerName: name.ok ? name.value : null,
      isKnown: order.ok || (!shown.ok && conversationIn(url).length > 0),
      isBoxAlone: isBoxAlone(page),
    };
  });
