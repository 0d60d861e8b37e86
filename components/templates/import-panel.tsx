import { useEffect, useRef } from 'react';
import { onEscape } from '../content/keys';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { fileWords } from './file-words';
import { ImportPreview } from './import-preview';
import own from './import.module.css';
import styles from './templates.module.css';
import { useImport, type ImportState } from './use-import';
import type { DeskState } from './use-template-desk';

/** Imports replies from a file: shows what would change, and changes it only when told to. */
export function ImportPanel({ desk, onClose }: { readonly desk: DeskState; readonly onClose: () => void }) {
  const t = useT();
  const { state, read, apply, cancel } = useImport(desk.desk.templates, desk.hold);
  const box = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const isBusy = state.kind === 'working';

  // Focus follows the work: to what a file would do, and back to choosing one.
  useEffect(() => {
    if (state.kind === 'preview') box.current?.querySelector<HTMLElement>('[data-preview]')?.focus();
    else if (state.kind !== 'working') input.current?.focus();
  }, [state.kind]);

  return (
    // The key handler only closes; the controls inside are what a person works with.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={box}
      className={own.import}
      aria-label={t('templates.import.open')}
      onKeyDown={(event) => {
        if (!isBusy && state.kind !== 'preview') onEscape(event, onClose);
      }}
    >
      {!isBusy && state.kind !== 'preview' && (
        <>
          <p className={styles.quiet}>{t('templates.import.help')}</p>
          <div className={styles.buttons}>
            <label className={own.file}>
              <span>{t('templates.import.choose')}</span>
              <input
                ref={input}
                type="file"
                accept=".csv,.tsv,.txt,.json,text/csv,application/json"
                onChange={(event) => {
                  const field = event.currentTarget;
                  const [file] = field.files ?? [];
                  // Emptied, so that the same file can be chosen again.
                  if (file) void read(file).then(() => (field.value = ''));
                }}
              />
            </label>
            <Button onClick={onClose}>{t('templates.import.close')}</Button>
          </div>
        </>
      )}
      {state.kind === 'working' && (
        <div className={styles.buttons}>
          <progress
            aria-label={t(`templates.import.step.${state.step}`)}
            max={state.of || 1}
            {...(state.of > 0 ? { value: state.done } : {})}
          />
          <Progress state={state} />
          <Button onClick={cancel}>{t('templates.import.cancel')}</Button>
        </div>
      )}
      {state.kind === 'refused' && (
        <Notice tone="block" lead={t('templates.file.lead')}>
          {fileWords(t, state.why)}
        </Notice>
      )}
      {state.kind === 'problem' && (
        <>
          <ProblemPanel problem={state.problem} />
          {state.saved > 0 && (
            <p className={styles.note}>{t('templates.import.savedBefore', { count: state.saved })}</p>
          )}
        </>
      )}
      {state.kind === 'preview' && (
        <ImportPreview preview={state.preview} onApply={() => void apply(state.preview)} onCancel={cancel} />
      )}
      <p className={styles.said} role="status">
        <Outcome state={state} />
      </p>
    </section>
  );
}

function Progress({ state }: { readonly state: Extract<ImportState, { readonly kind: 'working' }> }) {
  const t = useT();
  const { uiLang } = useApp();
  const number = (count: number) => new Intl.NumberFormat(uiLang).format(count);
  // How much of a file is read has no unit a person would count in.
  if (state.step === 'reading') return null;
  return (
    <span className={styles.quiet}>
      {t('templates.import.progress', { done: number(state.done), total: number(state.of) })}
    </span>
  );
}

function Outcome({ state }: { readonly state: ImportState }) {
  const t = useT();
  if (state.kind === 'working') return <>{t(`templates.import.step.${state.step}`)}</>;
  if (state.kind !== 'done' && state.kind !== 'stopped') return null;
  const { added, changed, left } = state;
  const counts = [t('templates.import.added', { count: added }), t('templates.import.updated', { count: changed })];
  if (left > 0) counts.push(t('templates.import.left', { count: left }));
  return (
    <>
      {state.kind === 'stopped' && `${t('templates.import.stopped')} `}
      {counts.join(' · ')}
    </>
  );
}
