import { useEffect, useState } from 'react';
import type { BuyerKey } from '@/utils/domain/ids';
import type { ActiveBuyer } from '@/utils/platform/side-panel';

/** The buyer of the tab beside the panel: null when it shows none, undefined until that is known. */
export function useActiveBuyer(follow: ActiveBuyer): BuyerKey | null | undefined {
  const [key, setKey] = useState<BuyerKey | null>();
  useEffect(() => {
    const view = new AbortController();
    let newest = 0;
    const look = async () => {
      const mine = (newest += 1);
      const found = await follow.now();
      // A slow answer about the tab before must not come in after the one about this tab.
      if (mine === newest && !view.signal.aborted) setKey(found);
    };
    follow.listen(() => void look(), view.signal);
    void look();
    return () => view.abort();
  }, [follow]);
  return key;
}
