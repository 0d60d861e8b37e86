import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem, ApiResult } from '@/utils/app/api';
import type { TemplateDesk, TemplatesApi } from '@/utils/app/templates-api';
import { useApp } from '../dashboard/app-context';

// One change is heard twice, from here and from the store: read once for both.
const GATHER_MS = 20;

const isAboutTemplates = (topic: string): boolean => topic.startsWith('templates');

/** Everything the page of templates works with. */
export interface DeskState {
  readonly desk: TemplateDesk;
  readonly api: TemplatesApi;
  /** Does one change, shows what went wrong, and answers whether it was made. */
  readonly run: (work: ApiResult<TemplateDesk>) => Promise<boolean>;
  /** Takes over a desk somebody else got as an answer. */
  readonly show: (desk: TemplateDesk) => void;
  /** Reads nothing while some long work changes replies again and again; once when it is done. */
  readonly hold: (work: () => Promise<void>) => Promise<void>;
}

/**
 * Reads all replies, again after every change made elsewhere. What a change answers is shown as it is: thousands of replies
 * need not be read a second time.
 */
export function useTemplateDesk() {
  const { api, listen } = useApp();
  const [desk, setDesk] = useState<TemplateDesk>();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const newest = useRef(0);
  const isHeld = useRef(false);

  const again = useCallback(async (): Promise<void> => {
    const mine = (newest.current += 1);
    const read = await api.templates.read();
    if (mine !== newest.current) return;
    if (read.ok) setDesk(read.value);
    setProblem(read.ok ? null : read.error);
  }, [api]);

  const show = useCallback((next: TemplateDesk) => {
    newest.current += 1;
    setDesk(next);
  }, []);

  const run = useCallback(
    async (work: ApiResult<TemplateDesk>): Promise<boolean> => {
      const done = await work;
      setFailed(done.ok ? null : done.error);
      if (done.ok) show(done.value);
      return done.ok;
    },
    [show],
  );

  const hold = useCallback(
    async (work: () => Promise<void>): Promise<void> => {
      isHeld.current = true;
      try {
        await work();
      } finally {
        isHeld.current = false;
        await again();
      }
    },
    [again],
  );

  useEffect(() => {
    const view = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    listen((topics) => {
      if (!topics.some(isAboutTemplates)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void (isHeld.current || again()), GATHER_MS);
    }, view.signal);
    void again();
    return () => {
      view.abort();
      clearTimeout(timer);
      newest.current += 1;
    };
  }, [again, listen]);

  const state: DeskState | null = desk ? { desk, api: api.templates, run, show, hold } : null;
  return { state, problem, failed, again };
}
