import { useEffect, useRef, useState } from 'react';
import { onEscape } from '../content/keys';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import styles from './settings.module.css';

/** A button for what cannot be undone: one question first, Esc and the safe answer take it back. */
export function AskButton(props: {
  readonly label: string;
  /** Its name for people who do not see what it stands beside. */
  readonly name: string;
  readonly question: string;
  readonly onYes: () => void;
}) {
  const t = useT();
  const { label, name, question, onYes } = props;
  const [isAsking, setAsking] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const wasAsking = useRef(false);

  useEffect(() => {
    if (isAsking || wasAsking.current) box.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  const keys = { onKeyDown: (event: Parameters<typeof onEscape>[0]) => onEscape(event, () => setAsking(false)) };
  if (!isAsking)
    return (
      <span ref={box}>
        <Button data-focus aria-label={name} onClick={() => setAsking(true)}>
          {label}
        </Button>
      </span>
    );
  return (
    <span ref={box} className={styles.ask} role="group" aria-label={question}>
      <span>{question}</span>
      <Button
        onClick={() => {
          setAsking(false);
          onYes();
        }}
        {...keys}
      >
        {label}
      </Button>
      <Button data-focus onClick={() => setAsking(false)} {...keys}>
        {t('settings.pages.keep')}
      </Button>
    </span>
  );
}
