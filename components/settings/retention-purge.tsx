import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { PurgeReport, RetentionApi } from '@/utils/app/retention-api';
import { listLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { useT, type Translate } from '../ui/translate';
import styles from './settings.module.css';

type Job = 'preview' | 'purge';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly job: Job; readonly share: number }
  | { readonly kind: 'problem'; readonly job: Job; readonly problem: ApiProblem }
  | {
      readonly kind: 'done';
      readonly job: Job;
      readonly report: PurgeReport;
      /** How many records and packs of archived ones were looked at. */
      readonly of: number;
      readonly isStopped: boolean;
    };

const isNothing = ({ contacts, evaluations, identities }: PurgeReport): boolean =>
  contacts + evaluations + identities === 0;

/** "12 names and 40 messages"; only what there is some of. */
function amountWords(t: Translate, report: PurgeReport, uiLang: string): string {
  const parts = (['identities', 'contacts', 'evaluations'] as const).filter((part) => report[part] > 0);
  return listLabel(
    parts.map((part) => t(`settings.retention.amount.${part}`, { count: report[part] })),
    uiLang,
  );
}

function outcomeWords(t: Translate, { job, report, of, isStopped }: State & { kind: 'done' }, uiLang: string): string {
  if (isNothing(report)) {
    if (isStopped) return t('settings.retention.stopped');
    return t(of === 0 ? 'settings.retention.nothingStored' : 'settings.retention.nothingOver');
  }
  const what = amountWords(t, report, uiLang);
  if (job === 'preview') return t(isStopped ? 'settings.retention.wouldAtLeast' : 'settings.retention.would', { what });
  return t(isStopped ? 'settings.retention.removedSome' : 'settings.retention.removed', { what });
}

/** Shows what is over before it goes, and removes it when asked; both can be stopped. */
export function RetentionPurge() {
  const t = useT();
  const { api, uiLang } = useApp();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const life = useRef<AbortController | null>(null);
  useEffect(() => () => life.current?.abort(), []);

  const run = async (job: Job) => {
    const work = new AbortController();
    life.current = work;
    let total = 0;
    setState({ kind: 'working', job, share: 0 });
    const options: Parameters<RetentionApi[Job]>[0] = {
      signal: work.signal,
      onProgress: ({ done, of }) => {
        total = of;
        if (life.current === work) setState({ kind: 'working', job, share: of === 0 ? 1 : done / of });
      },
    };
    const found = await api.retention[job](options);
    if (life.current !== work) return;
    const { aborted: isStopped } = work.signal;
    if (found.ok) setState({ kind: 'done', job, report: found.value, of: total, isStopped });
    else setState({ kind: 'problem', job, problem: found.error });
  };
  const isOffered = state.kind === 'done' && state.job === 'preview' && !isNothing(state.report);
  return (
    <div className={styles.profile}>
      {state.kind === 'working' ? (
        <div className={styles.shop}>
          <progress value={state.share} max={1} aria-label={t(`settings.retention.working.${state.job}`)} />
          <Button onClick={() => life.current?.abort()}>{t('settings.retention.stop')}</Button>
        </div>
      ) : (
        <div className={styles.shop}>
          <Button onClick={() => void run('preview')}>{t('settings.retention.preview')}</Button>
          {isOffered && (
            <Button look="primary" onClick={() => void run('purge')}>
              {t('settings.retention.purge')}
            </Button>
          )}
        </div>
      )}
      {state.kind === 'problem' && <ProblemPanel problem={state.problem} onRetry={() => void run(state.job)} />}
      <p role="status">{state.kind === 'done' && outcomeWords(t, state, uiLang)}</p>
      {isOffered && state.report.examples.length > 0 && (
        <p className={styles.help} dir="auto">
          {t('settings.retention.examples', { names: listLabel(state.report.examples, uiLang) })}
        </p>
      )}
    </div>
  );
}
