import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import { languageOf, testEntry, type BenchChoice, type BenchFinding } from '@/utils/domain/compliance/desk/bench';
import type { LibraryEntry } from '@/utils/domain/compliance/desk/library';
import { compile, type CompiledPack } from '@/utils/domain/compliance/engine';
import { brandAs, type Lang } from '@/utils/domain/ids';
import { useApp } from '../dashboard/app-context';

/** A language only some of the rules know, with how many that are. */
export interface LimitedLang {
  readonly lang: Lang;
  readonly rulesRun: number;
}

/** What a test has found. */
export interface BenchResult {
  readonly entries: readonly LibraryEntry[];
  /** Language of each text, as far as it came. */
  readonly langs: readonly Lang[];
  readonly findings: readonly BenchFinding[];
  readonly limited: readonly LimitedLang[];
}

/** Where a test stands. */
export type BenchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly done: number; readonly of: number }
  | { readonly kind: 'problem'; readonly problem: ApiProblem }
  | { readonly kind: 'done' | 'stopped'; readonly result: BenchResult };

// A frame at 60 Hz has 16 ms; what is left of it draws the progress and hears the keys.
const SLICE_MS = 10;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Tests a library in slices, so that the page answers all the while; what was found before a cancel is shown. */
export function useBench() {
  const { api } = useApp();
  const [state, setState] = useState<BenchState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (entries: readonly LibraryEntry[], choice: BenchChoice): Promise<void> => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const packs = new Map<Lang, CompiledPack>();
    const limited: LimitedLang[] = [];
    const findings: BenchFinding[] = [];
    const langs: Lang[] = [];
    const now = brandAs<'Instant'>(new Date().toISOString());
    let since = performance.now();
    setState({ kind: 'working', done: 0, of: entries.length });
    for (const [at, entry] of entries.entries()) {
      const lang = languageOf(entry, choice);
      let compiled = packs.get(lang);
      if (!compiled) {
        const found = await api.rules.pack({ lang });
        // Another test has begun meanwhile and shows its own state.
        if (running.current !== own) return;
        if (!found.ok) return setState({ kind: 'problem', problem: found.error });
        compiled = compile(found.value.pack);
        packs.set(lang, compiled);
        const { kind, rulesRun } = found.value.coverage;
        if (kind === 'limited') limited.push({ lang, rulesRun });
      }
      langs.push(lang);
      findings.push(...testEntry({ entry: at, text: entry.text }, choice, { compiled, lang, now }));
      if (performance.now() - since > SLICE_MS) {
        setState({ kind: 'working', done: at + 1, of: entries.length });
        await nextTurn();
        if (running.current !== own) return;
        if (own.signal.aborted) break;
        since = performance.now();
      }
    }
    const isWhole = langs.length === entries.length;
    setState({ kind: isWhole ? 'done' : 'stopped', result: { entries, langs, findings, limited } });
  };

  return { state, run, cancel: () => running.current?.abort(), clear: () => setState({ kind: 'idle' }) };
}
