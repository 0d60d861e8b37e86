import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportEntry } from '@/utils/app/bundles-api';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { useReading } from '../../dashboard/use-reading';
import { useT } from '../../ui/translate';
import { BundleProblem } from '../bundle-problem';
import { JobProgress } from '../job-progress';
import { TeamSection } from '../team-section';
import { DropArea } from './drop-area';
import { ImportList } from './import-list';
import { ImportView } from './import-view';
import styles from './incoming.module.css';
import { RefusedFileView } from './locked-file';
import { useApplying } from './use-applying';
import { useIncoming } from './use-incoming';

const isAboutImports = (topic: string): boolean => topic === 'imports';

/** How often an import that another page or the background writes is looked at. Units: milliseconds. */
const LOOK_MS = 1_000;

const isRunning = ({ state }: ImportEntry): boolean => state === 'applying' || state === 'undoing';

/** Files that come in: chosen or dropped, opened, looked at, applied, and taken back. */
export function IncomingPanel() {
  const t = useT();
  const { bundles } = useApp().api;
  const {
    value: entries = [],
    problem,
    again,
  } = useReading(
    useCallback(() => bundles.imports(), [bundles]),
    isAboutImports,
  );
  const [open, setOpen] = useState<string | null>(null);
  // An object: the same words a second time are news as well.
  const [said, setSaid] = useState({ words: '' });
  const button = useRef<HTMLButtonElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const onRead = useCallback(
    (entry: ImportEntry) => {
      setSaid({ words: '' });
      setOpen(entry.id);
      void again();
    },
    [again],
  );
  const incoming = useIncoming(onRead);
  const applying = useApplying();
  const looked = entries.find(({ id, state }) => id === open && (state === 'ready' || state === 'applying'));
  const runs = entries.some(isRunning);
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => void again(), LOOK_MS);
    return () => clearInterval(timer);
  }, [again, runs]);

  // Only once the words stand there: an empty line is not shown and takes no focus.
  useEffect(() => void (said.words !== '' && status.current?.focus()), [said]);

  const say = (words: string) => {
    setSaid({ words });
    void again();
  };
  const done = (words: string) => {
    say(words);
    setOpen(null);
  };
  const apply = async (entry: ImportEntry) => {
    setSaid({ words: '' });
    const end = await applying.apply(entry);
    if (end === 'stopped') say(t('imports.stopped'));
    if (end !== 'applied') return;
    say(t('imports.applied', { file: entry.fileName }));
    // Another one may be looked at by now.
    setOpen((now) => (now === entry.id ? null : now));
  };
  const { state } = applying;
  return (
    <TeamSection title={t('imports.title')}>
      <DropArea onFiles={incoming.receive} button={button} />
      {incoming.reading && (
        <JobProgress
          label={t('imports.reading', { file: incoming.reading.name })}
          progress={incoming.state.kind === 'working' ? incoming.state.progress : undefined}
          onStop={incoming.stop}
          returnTo={button}
        />
      )}
      {incoming.waiting > 0 && <p className={styles.quiet}>{t('imports.waiting', { count: incoming.waiting })}</p>}
      {incoming.refused && (
        <RefusedFileView refused={incoming.refused} onTry={incoming.tryWith} onLeave={incoming.leave} />
      )}
      <p ref={status} tabIndex={-1} className={styles.said} role="status">
        <bdi>{said.words}</bdi>
      </p>
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {looked && (
        <ImportView
          key={looked.id}
          entry={looked}
          isApplying={state.kind === 'working'}
          onApply={() => void apply(looked)}
          onPlanned={() => void again()}
          onDone={done}
        />
      )}
      {state.kind === 'problem' && <BundleProblem problem={state.problem} />}
      {state.kind === 'working' && (
        <>
          <JobProgress
            label={t('imports.applying')}
            progress={state.progress}
            onStop={applying.stop}
            returnTo={button}
          />
          <p className={styles.quiet}>
            <bdi>{state.fileName}</bdi> {t('imports.leaveSafely')}
          </p>
        </>
      )}
      <ImportList entries={entries} open={looked?.id ?? null} onOpen={setOpen} onDone={done} />
    </TeamSection>
  );
}
