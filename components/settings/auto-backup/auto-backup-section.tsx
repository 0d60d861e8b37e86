import { useRef } from 'react';
import type { AutoBackupState } from '@/utils/app/bundles/auto-backup-api';
import { backupCounts, backupRhythms } from '@/utils/domain/bundles/backup-plan';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { JobProgress } from '../../team/job-progress';
import { sizeLabel } from '../../team/size-label';
import { agoLabel } from '../../today/ago-label';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { useT } from '../../ui/translate';
import { AskButton } from '../ask-button';
import { Section } from '../section';
import styles from '../settings.module.css';
import { AutoBackupProblemNotice } from './auto-backup-problem';
import { useAutoBackup } from './use-auto-backup';

type Backups = ReturnType<typeof useAutoBackup>;

/** Backups that are made by themselves: turning them on, how old the last one is, and what stands in their way. */
export function AutoBackupSection() {
  const t = useT();
  const backups = useAutoBackup();
  const place = useRef<HTMLDivElement>(null);
  const { state, unread, said, keyFile } = backups;
  const change = async (work: Promise<boolean>) => {
    // The button that was pressed is not there any more.
    if (await work) place.current?.focus();
  };
  return (
    <Section title={t('backup.title')}>
      <p className={styles.help}>{t('backup.why')}</p>
      {unread && <ProblemPanel problem={unread} onRetry={() => void backups.again()} />}
      {!state && !unread && <Skeleton label={t('backup.loading')} bars={2} />}
      <div ref={place} tabIndex={-1} className={styles.group}>
        {keyFile && (
          <Notice
            tone="warn"
            lead={t('backup.key.saved', { file: keyFile })}
            actions={
              <Button onClick={() => void (backups.putAway(), place.current?.focus())}>
                {t('backup.key.putAway')}
              </Button>
            }
          >
            {t('backup.key.keep')}
          </Notice>
        )}
        {state?.isOn === false && <Off backups={backups} onTurnOn={() => void change(backups.turnOn())} />}
        {state?.isOn && <On backups={backups} state={state} onTurnOff={() => void change(backups.turnOff())} />}
      </div>
      <p className={styles.saved} role="status">
        {said.kind === 'done' && t('backup.done', { file: said.file })}
        {said.kind === 'stopped' && t('backup.stopped')}
        {said.kind === 'off' && t('backup.off')}
      </p>
    </Section>
  );
}

function Off({ backups, onTurnOn }: { readonly backups: Backups; readonly onTurnOn: () => void }) {
  const t = useT();
  return (
    <>
      {backups.problem && <AutoBackupProblemNotice problem={backups.problem} onAllow={onTurnOn} />}
      <div>
        <Button onClick={onTurnOn}>{t('backup.turnOn')}</Button>
      </div>
      <p className={styles.help}>{t('backup.turnOnHelp')}</p>
    </>
  );
}

interface OnProps {
  readonly backups: Backups;
  readonly state: AutoBackupState;
  readonly onTurnOff: () => void;
}

function On({ backups, state, onTurnOff }: OnProps) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const { progress } = backups;
  return (
    <>
      <Last state={state} />
      {!progress && <Trouble backups={backups} state={state} />}
      {progress && (
        <JobProgress
          label={t('backup.busy')}
          progress={progress === 'begun' ? undefined : progress}
          onStop={backups.stop}
          returnTo={button}
        />
      )}
      {!progress && state.isRunning && <p className={styles.help}>{t('backup.busyElsewhere')}</p>}
      <div className={styles.ask}>
        <Button ref={button} aria-disabled={progress !== null} onClick={() => void (progress ?? backups.backUp())}>
          {t('backup.now')}
        </Button>
        <Button onClick={onTurnOff}>{t('backup.turnOff')}</Button>
      </div>
      <Choices backups={backups} state={state} />
      <p className={styles.help}>{t('backup.when')}</p>
      <p className={styles.help}>{t('backup.removal')}</p>
      <Key backups={backups} state={state} />
    </>
  );
}

function Last({ state: { last } }: { readonly state: AutoBackupState }) {
  const t = useT();
  const { uiLang } = useApp();
  if (!last) return <p>{t('backup.none')}</p>;
  const words = { age: agoLabel(last.at, new Date(), uiLang), file: last.name, size: sizeLabel(last.bytes, uiLang) };
  return (
    <p>
      <bdi>{t('backup.last', words)}</bdi>
    </p>
  );
}

/** What stands in the way of the next backup, or says that there should have been one; one thing at a time. */
function Trouble({ backups, state }: Pick<OnProps, 'backups' | 'state'>) {
  const t = useT();
  const problem = state.isAllowed ? backups.problem : ({ kind: 'downloads-denied' } as const);
  if (problem) return <AutoBackupProblemNotice problem={problem} onAllow={() => void backups.allow()} />;
  if (state.isOverdue) {
    const words = state.last ? 'backup.overdue' : 'backup.overdueNone';
    return (
      <Notice tone="warn" lead={t(`${words}.lead`)}>
        {t(`${words}.next`)}
      </Notice>
    );
  }
  return state.isLastMissing ? <Notice tone="info">{t('backup.missing')}</Notice> : null;
}

function Choices({ backups, state }: Pick<OnProps, 'backups' | 'state'>) {
  const t = useT();
  return (
    <div className={styles.line}>
      <Field label={t('backup.every.label')}>
        {(control) => (
          <select
            {...control}
            value={state.every}
            onChange={({ currentTarget }) => {
              const every = backupRhythms.find((one) => one === currentTarget.value);
              if (every) void backups.choose({ every });
            }}
          >
            {backupRhythms.map((every) => (
              <option key={every} value={every}>
                {t(`backup.every.${every}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('backup.keep.label')}>
        {(control) => (
          <select
            {...control}
            value={state.keep}
            onChange={({ currentTarget }) => {
              const keep = backupCounts.find((one) => String(one) === currentTarget.value);
              if (keep) void backups.choose({ keep });
            }}
          >
            {backupCounts.map((count) => (
              <option key={count} value={count}>
                {t('backup.keep.count', { count })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

function Key({ backups, state: { keyMadeAt } }: Pick<OnProps, 'backups' | 'state'>) {
  const t = useT();
  const { uiLang } = useApp();
  return (
    <>
      {keyMadeAt && (
        <p className={styles.help}>
          {t('backup.key.made', {
            day: new Intl.DateTimeFormat(uiLang, { dateStyle: 'long' }).format(new Date(keyMadeAt)),
          })}
        </p>
      )}
      <AskButton
        label={t('backup.key.renew')}
        name={t('backup.key.renew')}
        question={t('backup.key.renewSure')}
        onYes={() => void backups.renewKey()}
      />
    </>
  );
}
