import { useState } from 'react';
import { brandAs, type Instant } from '@/utils/domain/ids';
import { isClock } from '@/utils/domain/follow-ups/clock-kinds';
import type { FollowUpRow, PromiseRow } from '@/utils/domain/records';
import { dayLabel, labelOr, momentLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import styles from './facts.module.css';
import { useRecord } from './record-state';

const DAY_MS = 86_400_000;

/** For how long a follow-up can be put off. Units: days. */
const snoozes = [1, 3, 7, 30] as const;

const later = (days: number): Instant => brandAs<'Instant'>(new Date(Date.now() + days * DAY_MS).toISOString());

/** What was promised to the buyer, by the agent's own days: a tick says that it was kept, another one takes that back. */
export function Promises() {
  const t = useT();
  const { uiLang } = useApp();
  const { followUps } = useApp().api;
  const { view, run, say } = useRecord();
  const today = new Date().toLocaleDateString('sv');
  const labelOf = ({ what }: PromiseRow) => labelOr(t, `notes.promise.${what}`, what);
  if (view.promises.length === 0) return null;
  const keep = async (promise: PromiseRow, isKept: boolean) => {
    if (!(await run(followUps.keepPromise({ id: promise.id, done: isKept }))).ok) return;
    say(t(isKept ? 'buyers.promise.kept' : 'buyers.promise.open', { what: labelOf(promise) }));
  };
  return (
    <section className={styles.part} aria-label={t('buyers.promise.title')}>
      <h3 className={styles.title}>{t('buyers.promise.title')}</h3>
      <ul className={styles.lines}>
        {view.promises.map((promise) => (
          <li key={promise.id} className={styles.line}>
            <input
              type="checkbox"
              className={styles.check}
              id={`promise-${promise.id}`}
              checked={promise.done === 1}
              onChange={(event) => void keep(promise, event.currentTarget.checked)}
            />
            <label data-grow htmlFor={`promise-${promise.id}`}>
              <bdi>{labelOf(promise)}</bdi>{' '}
              <span className={promise.done === 0 && promise.dueOn < today ? styles.late : styles.quiet}>
                {t(promise.done === 0 && promise.dueOn < today ? 'buyers.promise.late' : 'buyers.promise.by', {
                  day: dayLabel(promise.dueOn, uiLang),
                })}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is to be looked at for this buyer: done, put off, or taken back. */
export function FollowUps() {
  const t = useT();
  const { uiLang } = useApp();
  const { followUps } = useApp().api;
  const { view, run, say } = useRecord();
  const [last, setLast] = useState<FollowUpRow | null>(null);
  const labelOf = ({ kind }: FollowUpRow) => labelOr(t, `follow-ups.${kind}.name`, kind);
  if (view.followUps.length === 0 && last === null) return null;
  const finish = async (row: FollowUpRow) => {
    if (!(await run(followUps.done({ id: row.id }))).ok) return;
    setLast(row);
    say(t('buyers.followUp.done', { what: labelOf(row) }));
  };
  const reopen = async (row: FollowUpRow) => {
    if (!(await run(followUps.reopen({ id: row.id }))).ok) return;
    setLast(null);
    say(t('buyers.followUp.open', { what: labelOf(row) }));
  };
  const snooze = async (row: FollowUpRow, days: number) => {
    if (days === 0) return;
    const to = later(days);
    if (!(await run(followUps.snooze({ id: row.id, to }))).ok) return;
    // The agent's own day: before eight in the morning in China it is the day before by UTC.
    const day = dayLabel(new Date(to).toLocaleDateString('sv'), uiLang);
    say(t('buyers.followUp.snoozed', { what: labelOf(row), day }));
  };
  const now = new Date().toISOString();
  return (
    <section className={styles.part} aria-label={t('buyers.followUp.title')}>
      <h3 className={styles.title}>{t('buyers.followUp.title')}</h3>
      <ul className={styles.lines}>
        {view.followUps.map((row) => (
          <li key={row.id} className={styles.line} data-follow-up={row.kind}>
            <span data-grow>
              {labelOf(row)}{' '}
              <time className={isClock(row.kind) && row.dueAt < now ? styles.late : styles.quiet} dateTime={row.dueAt}>
                {t(`buyers.followUp.${isClock(row.kind) ? 'by' : row.dueAt < now ? 'since' : 'at'}`, {
                  time: momentLabel(row.dueAt, uiLang),
                })}
              </time>
            </span>
            <Button aria-label={t('buyers.followUp.finishOf', { what: labelOf(row) })} onClick={() => void finish(row)}>
              {t('buyers.followUp.finish')}
            </Button>
            <select
              aria-label={t('buyers.followUp.snoozeOf', { what: labelOf(row) })}
              value="0"
              onChange={(event) => void snooze(row, Number(event.currentTarget.value))}
            >
              <option value="0">{t('buyers.followUp.snooze')}</option>
              {snoozes.map((days) => (
                <option key={days} value={days}>
                  {t('buyers.followUp.days', { count: days })}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {last && (
        <div className={styles.buttons}>
          <span>{t('buyers.followUp.done', { what: labelOf(last) })}</span>
          <Button onClick={() => void reopen(last)}>{t('buyers.bulk.undo')}</Button>
        </div>
      )}
    </section>
  );
}
