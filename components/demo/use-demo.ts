import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { DemoApi, DemoState } from '@/utils/app/demo-api';
import type { UiLang } from '@/utils/platform/i18n/ui-lang';

/** What the section shows: how things stand, what goes on, and what was done last. */
export interface DemoView {
  /** Undefined until it is known. */
  readonly state: DemoState | null | undefined;
  readonly busy: 'load' | 'remove' | null;
  /** How much is loaded. Units: percent. */
  readonly percent: number;
  readonly problem: ApiProblem | null;
  readonly said: 'loaded' | 'stopped' | 'removed' | null;
  readonly load: () => Promise<void>;
  readonly stop: () => void;
  readonly remove: () => Promise<void>;
}

/** The demo data as a section of the settings works with it. Leaving the page stops a load. */
export function useDemo(demo: DemoApi, lang: UiLang): DemoView {
  const [state, setState] = useState<DemoState | null>();
  const [busy, setBusy] = useState<DemoView['busy']>(null);
  const [percent, setPercent] = useState(0);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [said, setSaid] = useState<DemoView['said']>(null);
  const job = useRef<AbortController | null>(null);

  useEffect(() => {
    let isLeft = false;
    void demo.state().then((found) => {
      if (isLeft) return;
      if (found.ok) setState(found.value);
      else setProblem(found.error);
    });
    return () => {
      isLeft = true;
      job.current?.abort();
    };
  }, [demo]);

  const begin = useCallback((what: 'load' | 'remove') => {
    setBusy(what);
    setPercent(0);
    setProblem(null);
    setSaid(null);
  }, []);

  return {
    state,
    busy,
    percent,
    problem,
    said,
    stop: () => job.current?.abort(),
    load: async () => {
      const own = (job.current = new AbortController());
      begin('load');
      const loaded = await demo.load({
        lang,
        signal: own.signal,
        onProgress: ({ done, of }) => setPercent(Math.round((100 * done) / of)),
      });
      setBusy(null);
      setState(loaded.ok ? loaded.value : null);
      if (!loaded.ok) setProblem(loaded.error);
      else setSaid(loaded.value ? 'loaded' : 'stopped');
    },
    remove: async () => {
      begin('remove');
      const removed = await demo.remove();
      setBusy(null);
      if (!removed.ok) return setProblem(removed.error);
      setState(null);
      setSaid('removed');
    },
  };
}
