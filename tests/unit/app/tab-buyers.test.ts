import { describe, expect, it } from 'vitest';
import { createTabBuyers } from '@/utils/app/tab-buyers';
import type { BuyerKey } from '@/utils/domain/ids';
import { key } from '../platform/messaging/content-api';

/** What is remembered by tab, and who may speak. */
const aBook = () => {
  const kept = new Map<number, BuyerKey | null>();
  const buyers = createTabBuyers(async (tabId, buyer) => void kept.set(tabId, buyer));
  const page = () => {
    const life = new AbortController();
    return { say: buyers(life.signal), close: () => life.abort() };
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { kept, page, settled };
};

describe('the buyer of a tab', () => {
  it('is the one that was named last', async () => {
    const { kept, page, settled } = aBook();
    const { say } = page();
    say(1, key('anna'));
    say(1, key('olga'));
    say(2, key('mia'));
    await settled();
    expect([kept.get(1), kept.get(2)]).toEqual(['olga', 'mia']);
  });

  it('is taken back with its page', async () => {
    const { kept, page, settled } = aBook();
    const { say, close } = page();
    say(1, key('anna'));
    close();
    await settled();
    expect(kept.get(1)).toBeNull();
  });

  it('stays when another frame of the tab has no conversation, or goes away', async () => {
    const { kept, page, settled } = aBook();
    page().say(1, key('anna'));
    const other = page();
    other.say(1, null);
    other.close();
    await settled();
    expect(kept.get(1)).toBe('anna');
  });

  it('stays when the page before it goes away late', async () => {
    const { kept, page, settled } = aBook();
    const before = page();
    before.say(1, key('anna'));
    page().say(1, key('olga'));
    before.close();
    await settled();
    expect(kept.get(1)).toBe('olga');
  });

  it('is taken back by any page without a conversation once nobody is known to have named it', async () => {
    const { kept, page, settled } = aBook();
    kept.set(1, key('anna'));
    page().say(1, null);
    await settled();
    expect(kept.get(1)).toBeNull();
  });
});
