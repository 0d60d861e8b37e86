import { useCallback, useRef, useState } from 'react';
import type { BundleApiProblem, ImportEntry } from '@/utils/app/bundles-api';
import type { BundleKey } from '@/utils/platform/bundles/age-file';
import { useApp } from '../../dashboard/app-context';
import { useJob, type JobState } from '../use-job';

/** A file that could not be read, and why. */
export interface RefusedFile {
  readonly file: File;
  readonly problem: BundleApiProblem;
}

/** Files that come in: one is read at a time, the others wait. */
export interface Incoming {
  readonly state: JobState<ImportEntry>;
  /** The file that is being read. */
  readonly reading: File | null;
  readonly waiting: number;
  /** A file that needs a passphrase or a key, or could not be read at all. */
  readonly refused: RefusedFile | null;
  readonly receive: (files: readonly File[]) => void;
  /** Tries the refused file again. */
  readonly tryWith: (key: BundleKey) => void;
  /** Leaves the refused file and goes on. */
  readonly leave: () => void;
  readonly stop: () => void;
}

/** Reads files one after another; `onRead` hears of each that can be looked at. */
export function useIncoming(onRead: (entry: ImportEntry) => void): Incoming {
  const { bundles } = useApp().api;
  const { state, run, stop } = useJob<ImportEntry>();
  const queue = useRef<readonly File[]>([]);
  // A file that was stopped can end late; by then another may be read.
  const turn = useRef(0);
  const [reading, setReading] = useState<File | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [refused, setRefused] = useState<RefusedFile | null>(null);

  const read = useCallback(
    async (file: File, key: BundleKey = {}) => {
      const mine = (turn.current += 1);
      setRefused(null);
      setReading(file);
      let problem: BundleApiProblem | null = null;
      const entry = await run(async (options) => {
        const done = await bundles.read({ file, fileName: file.name, key }, options);
        problem = done.ok ? null : done.error;
        return done;
      });
      if (mine !== turn.current) return false;
      setReading(null);
      if (entry) onRead(entry);
      const isRefused = problem !== null && (problem as BundleApiProblem).kind !== 'cancelled';
      if (isRefused) setRefused({ file, problem: problem as unknown as BundleApiProblem });
      return !isRefused;
    },
    [bundles, onRead, run],
  );

  const next = useCallback(async () => {
    for (;;) {
      const [file, ...rest] = queue.current;
      queue.current = rest;
      setWaiting(rest.length);
      if (!file || !(await read(file))) return;
    }
  }, [read]);

  return {
    state,
    reading,
    waiting,
    refused,
    receive: (files) => {
      queue.current = [...queue.current, ...files];
      setWaiting(queue.current.length);
      if (reading === null && refused === null) void next();
    },
    tryWith: (key) => {
      if (refused) void read(refused.file, key).then((isDone) => (isDone ? next() : undefined));
    },
    leave: () => {
      setRefused(null);
      void next();
    },
    stop: () => {
      turn.current += 1;
      queue.current = [];
      setWaiting(0);
      setReading(null);
      stop();
    },
  };
}
