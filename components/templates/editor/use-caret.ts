import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CaretPlace } from './problem-list';

const keyOf = ({ lang, block }: Pick<CaretPlace, 'lang' | 'block'>) => `${lang}/${block}`;

/**
 * Puts the caret into text fields that may not be drawn yet, and keeps the focus where it is when sentences change places.
 */
export function useCaret() {
  const fields = useRef(new Map<string, HTMLTextAreaElement>());
  const [wanted, setWanted] = useState<CaretPlace | null>(null);
  const held = useRef<HTMLElement | null>(null);

  useEffect(() => {
    if (!wanted) return;
    const field = fields.current.get(keyOf(wanted));
    if (!field) return;
    const at = wanted.at ?? field.value.length;
    field.focus();
    field.setSelectionRange(at, at);
    field.scrollIntoView?.({ block: 'nearest' });
  }, [wanted]);
  // A row that is moved in the document loses the focus on its way.
  useLayoutEffect(() => {
    const element = held.current;
    held.current = null;
    if (element?.isConnected && document.activeElement !== element) element.focus();
  });

  return useMemo(
    () => ({
      /** Knows a text field as long as it is drawn. */
      hold: (place: Pick<CaretPlace, 'lang' | 'block'>, field: HTMLTextAreaElement | null) => {
        if (field) fields.current.set(keyOf(place), field);
        else fields.current.delete(keyOf(place));
      },
      go: (place: CaretPlace) => setWanted({ ...place }),
      keepFocus: () => {
        held.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      },
    }),
    [],
  );
}

/** Puts the caret and keeps the focus. */
export type Caret = ReturnType<typeof useCaret>;
