import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { ListedTemplate } from '@/utils/app/templates-api';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { useApp } from '../dashboard/app-context';
import { nextTurn } from './next-turn';
import { readTemplateFile, type FileReading, type FileProblem } from './template-files';

/** What an import would do, for the person to decide. */
export interface ImportPlan extends FileReading {
  readonly file: string;
}

/** Where an import stands. */
export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly step: 'reading' | 'saving'; readonly done: number; readonly of: number }
  | { readonly kind: 'refused'; readonly why: FileProblem }
  | { readonly kind: 'problem'; readonly problem: ApiProblem; readonly saved: number }
  | { readonly kind: 'preview'; readonly preview: ImportPlan }
  /** `stopped`: the person pressed cancel while it was saving; what was saved stays. */
  | { readonly kind: 'done' | 'stopped'; readonly added: number; readonly changed: number; readonly left: number };

/** Replies of one call of the API: enough to be quick, few enough that cancel is heard. */
const PORTION = 250;

/**
 * Imports one file: read, compare with the replies there are, and save when told to; each step can be cancelled. `hold`
 * keeps the page from reading all replies again after each portion.
 */
export function useImport(templates: readonly ListedTemplate[], hold: (work: () => Promise<void>) => Promise<void>) {
  const { api, uiLang } = useApp();
  const [state, setState] = useState<ImportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const begin = (): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  };

  const read = async (file: File): Promise<void> => {
    const signal = begin();
    setState({ kind: 'working', step: 'reading', done: 0, of: 0 });
    const found = await readTemplateFile(file, {
      known: templates,
      uiLang,
      signal,
      onShare: (share) => setState({ kind: 'working', step: 'reading', done: share, of: 1 }),
    });
    if (signal.aborted || !found) return;
    if (found.ok) setState({ kind: 'preview', preview: { file: file.name, ...found.value } });
    else setState({ kind: 'refused', why: found.error });
  };

  const save = async (wanted: readonly ReplyTemplate[], signal: AbortSignal): Promise<void> => {
    let [added, changed] = [0, 0];
    for (let done = 0; done < wanted.length; done += PORTION) {
      setState({ kind: 'working', step: 'saving', done, of: wanted.length });
      await nextTurn();
      if (signal.aborted) return setState({ kind: 'stopped', added, changed, left: wanted.length - done });
      const saved = await api.templates.importTemplates({ templates: wanted.slice(done, done + PORTION) });
      if (!saved.ok) return setState({ kind: 'problem', problem: saved.error, saved: added + changed });
      added += saved.value.added;
      changed += saved.value.changed;
    }
    setState({ kind: 'done', added, changed, left: 0 });
  };

  const apply = ({ added, changed }: ImportPlan): Promise<void> => {
    const signal = begin();
    return hold(() => save([...added, ...changed], signal));
  };

  const cancel = (): void => {
    const isSaving = state.kind === 'working' && state.step === 'saving';
    running.current?.abort();
    // While it saves, the loop itself says how far it came.
    if (!isSaving) setState({ kind: 'idle' });
  };

  return { state, read, apply, cancel };
}
