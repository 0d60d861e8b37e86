import { useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { ShopId } from '@/utils/domain/ids';
import type { FileProblem } from '@/utils/domain/products/csv';
import { createImportPlanner, type ImportPlan, type ImportRow } from '@/utils/domain/products/plan-import';
import { useApp } from '../dashboard/app-context';
import { readFile } from './read-file';

/** What an import would do, for the person to decide. */
export interface ImportPreview {
  readonly file: string;
  readonly plan: ImportPlan;
  /** The rows that would be taken. */
  readonly rows: readonly ImportRow[];
  /** Headings that mean no column. */
  readonly ignored: readonly string[];
}

/** Where an import stands. */
export type ImportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'working';
      readonly step: 'reading' | 'comparing' | 'saving';
      readonly done: number;
      readonly of: number;
    }
  | { readonly kind: 'refused'; readonly why: FileProblem }
  | { readonly kind: 'problem'; readonly problem: ApiProblem; readonly saved: number }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  /** `stopped`: the person pressed cancel while it was saving; what was saved stays. */
  | { readonly kind: 'done' | 'stopped'; readonly added: number; readonly changed: number; readonly left: number };

/** Rows between two looks at the screen: progress is drawn and cancel is heard. */
const PORTION = 500;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const portionsOf = (rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] =>
  Array.from({ length: Math.ceil(rows.length / PORTION) }, (_, index) =>
    rows.slice(index * PORTION, (index + 1) * PORTION),
  );

/** Imports one file: read, compare with the cards there are, and save when told to; each step can be cancelled. */
export function useImport(shopId: ShopId) {
  const { api, uiLang } = useApp();
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);

  const begin = (): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  };

  const read = async (file: File): Promise<void> => {
    const signal = begin();
    setState({ kind: 'working', step: 'reading', done: 0, of: 0 });
    const found = await readFile(file, uiLang);
    if (signal.aborted) return;
    if (!found.ok) return setState({ kind: 'refused', why: found.error });
    const before = await api.products.forExport({ shopId });
    if (signal.aborted) return;
    if (!before.ok) return setState({ kind: 'problem', problem: before.error, saved: 0 });
    const { rows, rejected, ignored } = found.value;
    let fresh = 0;
    const planner = createImportPlanner({ shopId, cards: before.value, newId: () => `new:${(fresh += 1)}` });
    let done = 0;
    for (const portion of portionsOf(rows)) {
      planner.take(portion);
      done += portion.length;
      setState({ kind: 'working', step: 'comparing', done, of: rows.length });
      await nextTurn();
      if (signal.aborted) return;
    }
    const made = planner.plan();
    const plan = { ...made, rejected: [...rejected, ...made.rejected].sort((a, b) => a.line - b.line) };
    const taken = new Set([...plan.added, ...plan.changed].map(({ line }) => line));
    const preview = { file: file.name, plan, rows: rows.filter(({ line }) => taken.has(line)), ignored };
    setState({ kind: 'preview', preview });
  };

  const apply = async ({ rows }: ImportPreview): Promise<void> => {
    const signal = begin();
    let [added, changed, done] = [0, 0, 0];
    for (const portion of portionsOf(rows)) {
      setState({ kind: 'working', step: 'saving', done, of: rows.length });
      await nextTurn();
      if (signal.aborted) return setState({ kind: 'stopped', added, changed, left: rows.length - done });
      const saved = await api.products.importRows({ shopId, rows: portion });
      if (!saved.ok) return setState({ kind: 'problem', problem: saved.error, saved: added + changed });
      added += saved.value.added.length;
      changed += saved.value.changed.length;
      done += portion.length;
    }
    setState({ kind: 'done', added, changed, left: 0 });
  };

  const cancel = (): void => {
    const isSaving = state.kind === 'working' && state.step === 'saving';
    running.current?.abort();
    // While it saves, the loop itself says how far it came.
    if (!isSaving) setState({ kind: 'idle' });
  };

  return { state, read, apply, cancel };
}
