import { useCallback, useEffect, useRef } from 'react';
import { numberLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { isAboutShops, useReading } from '../../dashboard/use-reading';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';
import { useT } from '../../ui/translate';
import { FileProblem } from './file-problem';
import styles from './files.module.css';
import { ReportReview } from './report-review';
import { useReportImport, type ReportState } from './use-report-import';

/** Takes in reports a seller has downloaded: shows what would be taken, and takes it only when told to. */
export function ImportReport() {
  const t = useT();
  const { api } = useApp();
  const {
    value: shops,
    problem,
    again,
  } = useReading(
    useCallback(() => api.shops.list(), [api]),
    isAboutShops,
  );
  const { state, read, look, takeIn, cancel } = useReportImport(shops ?? []);
  const input = useRef<HTMLInputElement>(null);
  const isChoosing = state.kind !== 'working' && state.kind !== 'chosen';
  const wasElsewhere = useRef(false);
  useEffect(() => {
    // Back from a preview, focus returns to where a file is chosen.
    if (isChoosing && wasElsewhere.current) input.current?.focus();
    wasElsewhere.current = !isChoosing;
  }, [isChoosing]);

  if (problem && !shops) return <ProblemPanel problem={problem} onRetry={() => void again()} />;
  if (!shops) return <Skeleton label={t('files.loading')} />;
  return (
    <section className={styles.part} aria-labelledby="files-import-title">
      <h2 id="files-import-title">{t('files.import.title')}</h2>
      <p className={styles.quiet}>{t('files.import.help')}</p>
      <p className={styles.quiet}>{t('files.personal.never')}</p>
      {isChoosing && (
        <label className={styles.file}>
          <span>{t('files.import.choose')}</span>
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,text/tab-separated-values"
            onChange={(event) => {
              const field = event.currentTarget;
              const [file] = field.files ?? [];
              // Emptied, so that the same file can be chosen again.
              if (file) void read(file).then(() => (field.value = ''));
            }}
          />
        </label>
      )}
      {state.kind === 'working' && <Working state={state} onStop={cancel} />}
      {state.kind === 'refused' && <FileProblem problem={state.problem} />}
      {state.kind === 'chosen' && (
        <ReportReview
          chosen={state.chosen}
          shops={shops}
          onLook={(chosen) => void look(chosen)}
          onEncoding={(encoding) => void read(state.chosen.source, encoding)}
          onTake={() => void takeIn(state.chosen)}
          onCancel={cancel}
        />
      )}
      <p className={styles.quiet} role="status">
        {state.kind === 'working' && t(`files.step.${state.step}`)}
        {state.kind === 'done' && <Outcome state={state} />}
      </p>
    </section>
  );
}

function Working(props: {
  readonly state: Extract<ReportState, { readonly kind: 'working' }>;
  readonly onStop: () => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { step, done, of } = props.state;
  return (
    <div className={styles.buttons}>
      <progress aria-label={t(`files.step.${step}`)} max={of || 1} {...(of > 0 ? { value: done } : {})} />
      {step === 'taking' && of > 0 && (
        <span className={styles.quiet}>
          {t('files.take.progress', { done: numberLabel(done, uiLang), total: numberLabel(of, uiLang) })}
        </span>
      )}
      <Button onClick={props.onStop}>{t(step === 'taking' ? 'files.take.stop' : 'files.take.cancel')}</Button>
    </div>
  );
}

function Outcome({ state }: { readonly state: Extract<ReportState, { readonly kind: 'done' }> }) {
  const t = useT();
  const { taken, what } = state;
  const words = [t(`files.done.${what}`, { count: taken.done }), t('files.done.kept', { count: taken.kept })];
  if (taken.isStopped) words.push(t('files.done.left', { count: taken.of - taken.done }));
  return <>{words.join(' ')}</>;
}
