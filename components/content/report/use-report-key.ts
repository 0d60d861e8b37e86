import { useEffect, useRef } from 'react';
import { listenForReportKey } from '../session/shortcuts';

/** Hears "report a problem"; hands over where the caret was, for the way back. */
export function useReportKey(open: (from: HTMLElement) => void): void {
  const now = useRef(open);
  now.current = open;
  useEffect(() => {
    const life = new AbortController();
    listenForReportKey(life.signal, (from) => now.current(from instanceof HTMLElement ? from : document.body));
    return () => life.abort();
  }, []);
}
