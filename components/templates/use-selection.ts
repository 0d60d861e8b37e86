import { useCallback, useMemo, useState } from 'react';
import type { TemplateEntry } from './template-entries';

/** Rows that are drawn at once; with 5,000 the page would take a second. */
export const PAGE_ROWS = 100;

interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** The row the keys work on. */
  readonly active: string | null;
  /** Where an extended selection began. */
  readonly anchor: string | null;
}

const between = (rows: readonly TemplateEntry[], from: number, to: number): readonly string[] =>
  rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);

/** Which rows are selected, which one the keys work on, and which hundred is drawn. */
export function useSelection(found: readonly TemplateEntry[]) {
  const [{ chosen, active, anchor }, set] = useState<Selection>({ chosen: new Set(), active: null, anchor: null });
  const placeOf = useMemo(() => new Map(found.map(({ id }, at) => [id, at])), [found]);
  const [at, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const page = Math.min(at, pages - 1);
  const first = page * PAGE_ROWS;
  const place = active === null ? undefined : placeOf.get(active);
  const isDrawn = place !== undefined && place >= first && place < first + PAGE_ROWS;
  const shown = useMemo(() => found.slice(first, first + PAGE_ROWS), [found, first]);
  const current = isDrawn ? active : (shown[0]?.id ?? null);

  /** Goes to a row, and draws the hundred it is in; with `extends` everything from the anchor on is selected. */
  const go = useCallback(
    (to: number, how: 'moves' | 'extends' = 'moves') => {
      const target = found[Math.max(0, Math.min(found.length - 1, to))];
      if (!target) return null;
      setPage(Math.floor((placeOf.get(target.id) ?? 0) / PAGE_ROWS));
      set((now) => {
        const from = now.anchor ?? current ?? target.id;
        if (how === 'moves') return { ...now, active: target.id, anchor: target.id };
        const start = placeOf.get(from) ?? to;
        return {
          chosen: new Set(between(found, start, placeOf.get(target.id) ?? to)),
          active: target.id,
          anchor: from,
        };
      });
      return target.id;
    },
    [found, placeOf, current],
  );
  const toggle = useCallback((id: string) => {
    set((now) => {
      const chosen = new Set(now.chosen);
      if (!chosen.delete(id)) chosen.add(id);
      return { chosen, active: id, anchor: id };
    });
  }, []);
  const all = useCallback(() => set((now) => ({ ...now, chosen: new Set(found.map(({ id }) => id)) })), [found]);
  const none = useCallback(() => set((now) => ({ ...now, chosen: new Set() })), []);
  // What is not found is not seen: nothing is done to it.
  const selected = useMemo(() => found.filter(({ id }) => chosen.has(id)), [found, chosen]);

  return {
    selected,
    chosen,
    current,
    anchor,
    page,
    pages,
    first,
    shown,
    place: current === null ? 0 : (placeOf.get(current) ?? 0),
    placeOf: (id: string) => placeOf.get(id) ?? 0,
    go,
    toggle,
    all,
    none,
  };
}

/** The rows of the table and what is selected of them. */
export type RowSelection = ReturnType<typeof useSelection>;
