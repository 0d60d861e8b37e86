import { useCallback, useEffect, useRef, useState } from 'react';
import type { FolderProblem, FolderResult, FolderState } from '@/utils/app/bundles/folder-api';
import type { Progress } from '@/utils/app/buyers-api';
import { useApp } from '../../dashboard/app-context';
import { useReading } from '../../dashboard/use-reading';

const isAboutFolder = (topic: string): boolean => topic === 'folder';

/** What was said last to the person. */
type Said = 'synced' | 'stopped' | 'left' | null;

/** The shared folder and what can be done with it. */
export function useFolder() {
  const { folder } = useApp().api;
  const reading = useReading(
    useCallback(() => folder.state(), [folder]),
    isAboutFolder,
  );
  const [problem, setProblem] = useState<FolderProblem | null>(null);
  const [said, setSaid] = useState<Said>(null);
  const [progress, setProgress] = useState<Progress | 'begun' | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const { again } = reading;

  const settle = async (work: FolderResult<FolderState>, words: Said): Promise<boolean> => {
    setSaid(null);
    setProblem(null);
    const done = await work;
    if (done.ok) setSaid(words);
    else if (done.error.kind === 'cancelled') setSaid('stopped');
    else setProblem(done.error);
    await again();
    return done.ok;
  };

  const sync = async (): Promise<void> => {
    const mine = new AbortController();
    running.current = mine;
    setProgress('begun');
    await settle(folder.sync({ signal: mine.signal, onProgress: setProgress }), 'synced');
    setProgress(null);
  };
  /** The folder is of use at once: what lies in it is taken in. */
  const syncAfter = async (work: FolderResult<FolderState>): Promise<void> => {
    const before = reading.value?.mergedAt;
    if (!(await settle(work, null))) return;
    const now = await folder.state();
    if (now.ok && now.value.folder !== null && (now.value.mergedAt === undefined || now.value.mergedAt === before))
      await sync();
  };

  return {
    state: reading.value,
    unread: reading.problem,
    again,
    problem: problem ?? reading.value?.problem ?? null,
    said,
    progress,
    sync,
    stop: () => running.current?.abort(),
    choose: () => syncAfter(folder.choose()),
    allow: () => syncAfter(folder.allow()),
    leave: async (): Promise<boolean> => {
      const left = await folder.stop();
      setProblem(left.ok ? null : left.error);
      setSaid(left.ok ? 'left' : null);
      await again();
      return left.ok;
    },
  };
}
