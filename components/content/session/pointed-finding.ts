import { useEffect, useState } from 'react';
import type { ShownFinding } from '../model';
import type { WritingDesk } from './writing-desk';

/** A finding whose words the pointer rests on. */
export interface PointedFinding {
  readonly finding: ShownFinding;
  readonly rect: DOMRectReadOnly;
}

/** The pointer has to rest this long, in ms: passing over a word on the way elsewhere opens nothing. */
const REST_MS = 250;
/** Time to move from the words onto the popover. */
const LEAVE_MS = 400;

/** Follows the pointer over underlined words; listens only while there are some. */
export function usePointedFinding(desk: WritingDesk, hasFindings: boolean) {
  const [pointed, setPointed] = useState<PointedFinding | null>(null);
  const [isInside, setInside] = useState(false);
  useEffect(() => {
    if (!hasFindings) {
      setPointed(null);
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const found = desk.findingAt(clientX, clientY);
        if (found) setPointed(found);
        else if (!isInside) timer = setTimeout(() => setPointed(null), LEAVE_MS);
      }, REST_MS);
    };
    window.addEventListener('pointermove', onMove, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', onMove);
    };
  }, [desk, hasFindings, isInside]);
  return { pointed: hasFindings ? pointed : null, close: () => setPointed(null), setInside };
}
