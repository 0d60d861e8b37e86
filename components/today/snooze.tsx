import { useEffect, useRef, useState, type FormEvent } from 'react';
import { onEscape } from '../content/keys';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import styles from './today.module.css';

/** Work begins at nine where the agent sits: what comes back should be there by then. */
const MORNING_HOUR = 9;

/** The morning some days from now, in the agent's own time. */
export const morningIn = (days: number, now: Date): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING_HOUR);

const CHOICES = { tomorrow: 1, days3: 3, week: 7 } as const;

/** When something should come back: three usual times, or a day. */
export function Snooze(props: {
  readonly now: Date;
  readonly onSet: (to: Date) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { now, onSet, onCancel } = props;
  const [day, setDay] = useState('');
  const group = useRef<HTMLFormElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    if (day) onSet(new Date(year, month - 1, date, MORNING_HOUR));
  };
  return (
    // The key handler only closes; the controls inside are what a person works with.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={group}
      className={styles.snooze}
      aria-label={t('today.snooze.title')}
      onSubmit={submit}
      onKeyDown={(event) => onEscape(event, onCancel)}
    >
      <span>{t('today.snooze.title')}</span>
      {Object.entries(CHOICES).map(([name, days]) => (
        <Button key={name} onClick={() => onSet(morningIn(days, now))}>
          {t(`today.snooze.${name}`)}
        </Button>
      ))}
      <label>
        {t('today.snooze.day')}
        <input
          type="date"
          value={day}
          min={morningIn(1, now).toLocaleDateString('sv')}
          max={morningIn(364, now).toLocaleDateString('sv')}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </label>
      <Button type="submit" disabled={day === ''}>
        {t('today.snooze.set')}
      </Button>
    </form>
  );
}
