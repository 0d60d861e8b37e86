import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BuyerLine } from '@/utils/app/buyers-api';
import type { BuyerKey } from '@/utils/domain/ids';
import type { BuyerRow } from '@/utils/domain/records';
import type { BlocksView } from './blocks';

interface Marks {
  /** The list they were made in: in another one nothing is marked. */
  readonly list: string;
  readonly rows: ReadonlyMap<BuyerKey, BuyerRow>;
  readonly anchor: BuyerKey | null;
}

/** Which buyers of a list are marked; a range reaches from the last one that was marked alone. */
export function useMarked(list: string, view: BlocksView) {
  const [state, set] = useState<Marks>({ list, rows: new Map(), anchor: null });
  const lines = useMemo(
    () => view.blocks.flatMap(({ lines: held }): readonly BuyerLine[] => held ?? []).map(({ buyer }) => buyer),
    [view.blocks],
  );
  // Read by clicks only: a new page must not draw all rows anew.
  const shown = useRef(lines);
  useEffect(() => {
    shown.current = lines;
  }, [lines]);
  const isCurrent = state.list === list;
  const marked = useMemo(() => {
    if (!isCurrent) return new Map<BuyerKey, BuyerRow>();
    const newest = new Map(lines.map((row) => [row.key, row]));
    return new Map([...state.rows].map(([key, row]) => [key, newest.get(key) ?? row]));
  }, [isCurrent, state.rows, lines]);

  const toggle = useCallback(
    (row: BuyerRow, how: 'one' | 'range') => {
      set((now) => {
        const known = now.list === list ? now : { rows: new Map<BuyerKey, BuyerRow>(), anchor: null };
        const rows = new Map(known.rows);
        const held = shown.current;
        const from = held.findIndex(({ key }) => key === known.anchor);
        const to = held.findIndex(({ key }) => key === row.key);
        if (how === 'range' && from >= 0 && to >= 0) {
          for (const one of held.slice(Math.min(from, to), Math.max(from, to) + 1)) rows.set(one.key, one);
          return { list, rows, anchor: known.anchor };
        }
        if (!rows.delete(row.key)) rows.set(row.key, row);
        return { list, rows, anchor: row.key };
      });
    },
    [list],
  );
  const all = useCallback(() => {
    set((now) => ({
      list,
      rows: new Map([...(now.list === list ? now.rows : []), ...lines.map((row) => [row.key, row] as const)]),
      anchor: null,
    }));
  }, [list, lines]);
  const none = useCallback(() => set({ list, rows: new Map(), anchor: null }), [list]);
  const isWhole = lines.length > 0 && lines.every(({ key }) => marked.has(key));
  return { marked, lines, isWhole, toggle, all, none };
}

/** The marked buyers of a list. */
export type Marked = ReturnType<typeof useMarked>;
