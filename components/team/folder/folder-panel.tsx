import { useRef, useState } from 'react';
import type { FolderState } from '@/utils/app/bundles/folder-api';
import { momentLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { useT } from '../../ui/translate';
import { JobProgress } from '../job-progress';
import { TeamSection } from '../team-section';
import { FolderProblemNotice } from './folder-problem';
import styles from './folder.module.css';
import { SkippedFiles } from './skipped-files';
import { useFolder } from './use-folder';

type Folder = ReturnType<typeof useFolder>;

/** The time alone while it is today. */
const asOfLabel = (instant: string, uiLang: string): string => {
  const at = new Date(instant);
  return at.toDateString() === new Date().toDateString()
    ? new Intl.DateTimeFormat(uiLang, { timeStyle: 'short' }).format(at)
    : momentLabel(instant, uiLang);
};

/** The folder the team shares: choosing it, how new its data is, syncing, what was left aside, and giving it up. */
export function FolderPanel() {
  const t = useT();
  const folder = useFolder();
  const place = useRef<HTMLDivElement>(null);
  const { state, unread, said } = folder;
  return (
    <TeamSection title={t('folder.title')}>
      <p>{t('folder.why')}</p>
      {unread && <ProblemPanel problem={unread} onRetry={() => void folder.again()} />}
      {!state && !unread && <Skeleton label={t('folder.loading')} bars={2} />}
      <div ref={place} tabIndex={-1}>
        {state &&
          (state.folder ? <Chosen folder={folder} state={state} /> : <NotChosen folder={folder} state={state} />)}
      </div>
      <p className={styles.said} role="status">
        {said && t(`folder.${said}`)}
      </p>
      {state?.folder && <Leave folder={folder} onLeft={() => place.current?.focus()} />}
    </TeamSection>
  );
}

function NotChosen({ folder, state }: { readonly folder: Folder; readonly state: FolderState }) {
  const t = useT();
  const { problem, choose, allow } = folder;
  if (!state.canChoose) return <p>{t('folder.unsupported')}</p>;
  return (
    <>
      {problem && <FolderProblemNotice problem={problem} onAllow={() => void allow()} onChoose={() => void choose()} />}
      <Button onClick={() => void choose()}>{t('folder.choose')}</Button>
    </>
  );
}

function Chosen({ folder, state }: { readonly folder: Folder; readonly state: FolderState }) {
  const t = useT();
  const { uiLang } = useApp();
  const button = useRef<HTMLButtonElement>(null);
  const { progress, choose, allow } = folder;
  const { mergedAt, skipped } = state;
  const mustAsk = state.folder?.permission !== 'granted';
  const problem = mustAsk ? ({ kind: 'permission' } as const) : folder.problem;
  return (
    <>
      <p className={styles.asOf}>
        {mergedAt ? t('folder.asOf', { time: asOfLabel(mergedAt, uiLang) }) : t('folder.never')}
      </p>
      <p className={styles.quiet}>
        <bdi>{t('folder.chosen', { name: state.folder?.name ?? '' })}</bdi>
      </p>
      <p className={styles.quiet}>{t('folder.every')}</p>
      {problem && !progress && (
        <FolderProblemNotice problem={problem} onAllow={() => void allow()} onChoose={() => void choose()} />
      )}
      {progress ? (
        <JobProgress
          label={t('folder.syncing')}
          progress={progress === 'begun' ? undefined : progress}
          onStop={folder.stop}
          returnTo={button}
        />
      ) : null}
      {!mustAsk && (
        <div className={styles.row}>
          <Button ref={button} aria-disabled={progress !== null} onClick={() => void (progress ?? folder.sync())}>
            {t('folder.sync')}
          </Button>
        </div>
      )}
      <SkippedFiles files={skipped} />
    </>
  );
}

function Leave({ folder, onLeft }: { readonly folder: Folder; readonly onLeft: () => void }) {
  const t = useT();
  const [isAsked, setAsked] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const keep = () => {
    setAsked(false);
    first.current?.focus();
  };
  const leave = async () => {
    folder.stop();
    if (await folder.leave()) onLeft();
  };
  return (
    <>
      <div className={styles.row}>
        <Button ref={first} aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
          {t('folder.leave')}
        </Button>
      </div>
      {isAsked && (
        <Notice
          tone="warn"
          actions={
            <>
              <Button onClick={() => void leave()}>{t('folder.leaveYes')}</Button>
              <Button onClick={keep}>{t('folder.leaveNo')}</Button>
            </>
          }
        >
          {t('folder.leaveSure')}
        </Notice>
      )}
    </>
  );
}
