import { useEffect, useId, useRef, type ReactNode } from 'react';
import { closeOnEscape } from '../../content/keys';
import { Button } from '../../ui/button';
import styles from './editor.module.css';

/** A question before something is lost; the answer that loses nothing has the focus and is what Esc says. */
export function Ask(props: {
  readonly question: string;
  readonly no: string;
  readonly yes: string;
  readonly onNo: () => void;
  readonly onYes: () => void;
  /** One more answer. */
  readonly children?: ReactNode;
}) {
  const { question, no, yes, onNo, onYes, children } = props;
  const id = useId();
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    safe.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div className={styles.ask} role="alertdialog" aria-labelledby={id} {...closeOnEscape(onNo)}>
      <p id={id}>{question}</p>
      <span className={styles.buttons}>
        <Button ref={safe} look="primary" onClick={onNo}>
          {no}
        </Button>
        {children}
        <Button onClick={onYes}>{yes}</Button>
      </span>
    </div>
  );
}
