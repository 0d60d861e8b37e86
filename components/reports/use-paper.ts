import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** What goes onto paper: the figures on one page, also with Ctrl+P, or everything when somebody asks for it. */
export function usePaper(): { readonly isWhole: boolean; readonly print: (isWhole: boolean) => void } {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    const onePageAgain = () => setWhole(false);
    window.addEventListener('afterprint', onePageAgain);
    return () => window.removeEventListener('afterprint', onePageAgain);
  }, []);
  const print = (whole: boolean) => {
    // The browser looks at the page at once.
    flushSync(() => setWhole(whole));
    window.print();
  };
  return { isWhole, print };
}
