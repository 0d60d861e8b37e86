import { useEffect, useState } from 'react';

/** The pointer has to rest this long, in ms: passing over a word on the way elsewhere opens nothing. */
const REST_MS = 250;
/** Time to move from the words onto the popover. */
const LEAVE_MS = 400;

/**
 * Follows the pointer over marked words and answers what `find` says of the place it rests on; listens only while there
 * are marks. What was pointed at stays until the pointer has left both the words and what opened beside them.
 */
export function usePointed<T>(find: (x: number, y: number) => T | null, hasMarks: boolean) {
  const [pointed, setPointed] = useState<T | null>(null);
  const [isInside, setInside] = useState(false);
  useEffect(() => {
    if (!hasMarks) {
      setPointed(null);
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const found = find(clientX, clientY);
        if (found) setPointed(() => found);
        else if (!isInside) timer = setTimeout(() => setPointed(null), LEAVE_MS);
      }, REST_MS);
    };
    window.addEventListener('pointermove', onMove, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', onMove);
    };
  }, [find, hasMarks, isInside]);
  return { pointed: hasMarks ? pointed : null, close: () => setPointed(null), setInside };
}
