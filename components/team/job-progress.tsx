import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Progress } from '@/utils/app/buyers-api';
import { numberLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import styles from './team.module.css';

const focusOn = (place: RefObject<HTMLElement | null>): void => place.current?.focus();

/** How far a long job is, and the way to end it; `label` says what is being done. */
export function JobProgress(props: {
  readonly label: string;
  readonly progress: Progress | undefined;
  readonly onStop: () => void;
  /** Takes the focus when the button that had it goes with the job. */
  readonly returnTo: RefObject<HTMLElement | null>;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { label, progress, onStop, returnTo } = props;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const stop = button.current;
    // Asked while the button still stands in the page; afterwards the focus is nowhere.
    return () => void (stop === document.activeElement && focusOn(returnTo));
  }, [returnTo]);
  const isCounted = progress !== undefined && progress.of > 0;
  return (
    <div className={styles.row}>
      <progress
        className={styles.progress}
        aria-label={label}
        max={isCounted ? progress.of : 1}
        {...(isCounted ? { value: progress.done } : {})}
      />
      <span className={styles.quiet} role="status">
        {label}
      </span>
      <span className={styles.figures}>
        {isCounted &&
          t('team.progress', { done: numberLabel(progress.done, uiLang), total: numberLabel(progress.of, uiLang) })}
      </span>
      <Button ref={button} onClick={onStop}>
        {t('team.stop')}
      </Button>
    </div>
  );
}
