import { useEffect, useState } from 'react';
import type { ExportLook, ExportRequest } from '@/utils/app/bundles-api';
import { useApp } from '../dashboard/app-context';
import { useJob, type JobState } from './use-job';

/** A choice rests this long before it is looked at: long enough for arrow keys to pass over radio buttons. */
const REST_MS = 300;

/** What a file would hold, as far as it is known. */
export interface Look {
  readonly state: JobState<ExportLook>;
  /** What was found last, also while something newer is looked at, so that nothing jumps. */
  readonly last: ExportLook | null;
  readonly stop: () => void;
  readonly again: () => void;
}

/** Looks at what a file would hold whenever `request` has rested; nothing is looked at while it is null. */
export function useLook(request: ExportRequest | null): Look {
  const { api } = useApp();
  const { state, run, stop, clear } = useJob<ExportLook>();
  const [last, setLast] = useState<ExportLook | null>(null);
  const [round, setRound] = useState(0);
  // Equal choices are one choice, whichever object says them.
  const asked = request && JSON.stringify(request);

  useEffect(() => {
    if (asked === null) return;
    const wanted = JSON.parse(asked) as ExportRequest;
    const look = async () => {
      const found = await run((options) => api.bundles.look(wanted, options));
      if (found) setLast(found);
    };
    const timer = setTimeout(() => void look(), REST_MS);
    return () => {
      clearTimeout(timer);
      clear();
    };
  }, [api, asked, round, run, clear]);

  return { state, last, stop, again: () => setRound((now) => now + 1) };
}
