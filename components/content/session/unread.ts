import { brandAs, type MarketId } from '@/utils/domain/ids';
import type { Thread } from '@/utils/marketplaces/contract';

/** A page that has shown no conversation for this long is taken as it is: most late ones come sooner. Units: milliseconds. */
const UNREAD_AFTER_MS = 2_500;

/** Stands for a conversation that could not be read: it is nobody's, so no record belongs to it and no draft is kept. */
export const unreadThread = (market: MarketId): Thread => ({
  key: brandAs<'ThreadKey'>(`${market}:unread`),
  bubbles: [],
});

/** Waits on pages whose conversation does not come. */
export interface UnreadWatch {
  /** The page has no conversation now; answers whether that was so before, under the same address. */
  seen(): boolean;
  /** The page has a conversation, or is another one. */
  over(): void;
}

/** Tells once of each address that its conversation can't be read. */
export function createUnreadWatch(onUnread: () => void): UnreadWatch {
  let href: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = () => {
    href = null;
    clearTimeout(timer);
  };
  return {
    over,
    seen() {
      if (href === location.href) return true;
      over();
      href = location.href;
      timer = setTimeout(onUnread, UNREAD_AFTER_MS);
      return false;
    },
  };
}
