import { useCallback } from 'react';
import type { ExportEntry, ExportRequest } from '@/utils/app/bundles-api';
import { useApp } from '../dashboard/app-context';
import type { BundleLock } from './team-lock';
import { useJob, type Job } from './use-job';

/** A file that is being written, and the way to begin. */
export interface Writing extends Pick<Job<unknown>, 'state' | 'stop' | 'clear'> {
  /** Writes the file and hands it to the person; what is remembered of it, or null. */
  readonly write: (request: ExportRequest & { readonly lock: BundleLock }) => Promise<ExportEntry | null>;
}

/** Writes files, one at a time. */
export function useWrite(): Writing {
  const { api, saveFile } = useApp();
  const { state, run, stop, clear } = useJob<{ readonly file: Blob; readonly entry: ExportEntry }>();
  const write = useCallback<Writing['write']>(
    async (request) => {
      const written = await run((options) => api.bundles.write(request, options));
      if (written === null) return null;
      saveFile({ name: written.entry.fileName, blob: written.file });
      return written.entry;
    },
    [api, run, saveFile],
  );
  return { state, stop, clear, write };
}
