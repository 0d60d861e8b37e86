import { useEffect, useRef } from 'react';
import type { ShopId } from '@/utils/domain/ids';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { ImportPreview } from './import-preview';
import { fileWords } from './problem-words';
import styles from './products.module.css';
import { useImport } from './use-import';

/** Imports cards from a CSV file: shows what would change, and changes it only when told to. */
export function ImportCards({ shopId, shop }: { readonly shopId: ShopId; readonly shop: string }) {
  const t = useT();
  const { state, read, apply, cancel } = useImport(shopId);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const isBusy = state.kind === 'working';

  useEffect(() => {
    if (state.kind === 'preview') box.current?.querySelector<HTMLElement>('[data-preview]')?.focus();
  }, [state.kind]);

  const stop = () => {
    cancel();
    input.current?.focus();
  };
  return (
    <div ref={box} className={styles.import}>
      <p className={styles.quiet}>{t('convert.products.import.help', { shop })}</p>
      {!isBusy && state.kind !== 'preview' && (
        <label className={styles.file}>
          <span>{t('convert.products.import.choose')}</span>
          <input
            ref={input}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => {
              const field = event.currentTarget;
              const [file] = field.files ?? [];
              // Emptied, so that the same file can be chosen again.
              if (file) void read(file).then(() => (field.value = ''));
            }}
          />
        </label>
      )}
      {isBusy && (
        <div className={styles.buttons}>
          <progress
            aria-label={t(`convert.products.import.step.${state.step}`)}
            max={state.of || 1}
            {...(state.of > 0 ? { value: state.done } : {})}
          />
          <Button onClick={stop}>{t('convert.products.import.cancel')}</Button>
        </div>
      )}
      {state.kind === 'refused' && (
        <Notice tone="block" lead={t('convert.products.file.lead')}>
          {fileWords(t, state.why)}
        </Notice>
      )}
      {state.kind === 'problem' && (
        <>
          <ProblemPanel problem={state.problem} />
          {state.saved > 0 && <p>{t('convert.products.import.savedBefore', { count: state.saved })}</p>}
        </>
      )}
      {state.kind === 'preview' && (
        <ImportPreview preview={state.preview} onApply={() => void apply(state.preview)} onCancel={stop} />
      )}
      <p className={styles.quiet} role="status">
        {isBusy && t(`convert.products.import.step.${state.step}`)}
        {(state.kind === 'done' || state.kind === 'stopped') &&
          `${t('convert.products.import.added', { count: state.added })} · ${t('convert.products.import.changed', { count: state.changed })}`}
        {state.kind === 'stopped' && ` · ${t('convert.products.import.left', { count: state.left })}`}
      </p>
    </div>
  );
}
