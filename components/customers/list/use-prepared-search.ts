import { useEffect, useState } from 'react';
import { useApp } from '../../dashboard/app-context';

/**
 * Prepares the search while `isWanted`, and says how far it is, 0 to 1; null when there is nothing to wait for. Calls
 * `onReady` once it is whole.
 */
export function usePreparedSearch(isWanted: boolean, onReady: () => void): number | null {
  const { buyers } = useApp().api;
  const [share, setShare] = useState<number | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const page = new AbortController();
    const prepare = async () => {
      const prepared = await buyers.prepareSearch({
        signal: page.signal,
        onProgress: ({ done, of }) => !page.signal.aborted && setShare(of === 0 ? 1 : done / of),
      });
      if (page.signal.aborted) return;
      setShare(null);
      if (prepared.ok) onReady();
    };
    void prepare();
    return () => {
      page.abort();
      setShare(null);
    };
  }, [buyers, isWanted, onReady]);
  return share;
}
