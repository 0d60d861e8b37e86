import { useRef, useState, type KeyboardEvent } from 'react';
import type { DueItem } from '@/utils/app/follow-ups-api';
import { hrefOfBuyer } from '../dashboard/route';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { labelOr } from '../content/labels';
import { momentLabel } from '../customers/labels';
import { Snooze } from './snooze';
import { timeLeft } from './time-left';
import styles from './today.module.css';

/** Kept or broken, as clocks are: somebody gave their word. */
const PROMISE = 'promise';

/** What a row can be asked for. */
export interface DueActions {
  readonly done: (item: DueItem) => void;
  readonly reopen: (item: DueItem) => void;
  readonly snooze: (item: DueItem, to: Date) => void;
}

/** One thing to look at: how long, what, about whom, why, and whether anything may be written about it. */
export function DueRow(props: {
  readonly item: DueItem;
  readonly now: Date;
  readonly uiLang: string;
  readonly shopLabel: string;
  readonly actions: DueActions;
}) {
  const t = useT();
  const { item, now, uiLang, shopLabel, actions } = props;
  const { row, mode, buyerName, product, since, source, isDeadline } = item;
  const [isSnoozing, setSnoozing] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const kind = labelOr(t, `follow-ups.${row.kind}.name`, row.kind);
  const why = labelOr(t, `follow-ups.${row.kind}.why`, '');
  const who = buyerName ?? (row.orderId ? t('today.row.order', { order: row.orderId }) : t('buyers.name.none'));
  const what = t('today.row.of', { what: kind, who });
  const isDone = row.done === 1;
  const time = timeLeft(row.dueAt, { now, isClock: isDeadline || row.kind === PROMISE, t });
  // What has not begun yet stands since nothing.
  const begun = since && Date.parse(since) <= now.getTime() ? since : null;

  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing;
    if (!isPlain || event.target !== event.currentTarget) return;
    const key = event.key.toLowerCase();
    if (key === 'd' && !isDone) actions.done(item);
    else if (key === 's' && !isDone) setSnoozing(true);
    else if (key === 'enter') event.currentTarget.querySelector('a')?.click();
    else return;
    event.preventDefault();
  };

  return (
    // The row takes the focus so that one key is enough; everything in it can be reached without those keys too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={line}
      className={styles.row}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={what}
      data-kind={row.kind}
      data-mode={mode}
      data-due={row.id}
      onKeyDown={onKeyDown}
    >
      <span
        className={styles.time}
        data-pressure={isDone ? 'calm' : time.pressure}
        title={momentLabel(row.dueAt, uiLang)}
      >
        {isDone ? momentLabel(row.doneAt ?? row.dueAt, uiLang) : time.text}
      </span>
      <span className={styles.what}>
        <b>{kind}</b>{' '}
        <a href={hrefOfBuyer(row.buyerKey)}>
          <bdi className={styles.who}>{who}</bdi>
        </a>
        {product && (
          <span className={styles.product}>
            <bdi>{product}</bdi>
          </span>
        )}
        <span className={styles.why}>
          {why}
          {begun && ` · ${t('today.row.since', { moment: sinceLabel(begun, uiLang) })}`}
          {source && ` · ${t('today.row.source', { source })}`}
          {shopLabel && (
            <>
              {' · '}
              <bdi>{shopLabel}</bdi>
            </>
          )}
        </span>
      </span>
      <span className={styles.mode} data-mode={mode}>
        {t(`today.mode.${mode}`)}
      </span>
      <span className={styles.actions}>
        {isDone ? (
          <Button aria-label={t('today.row.undoOf', { what })} onClick={() => actions.reopen(item)}>
            {t('today.row.undo')}
          </Button>
        ) : (
          <>
            <Button aria-label={t('today.row.doneOf', { what })} onClick={() => actions.done(item)}>
              {t('today.row.done')}
            </Button>
            <Button
              aria-label={t('today.row.snoozeOf', { what })}
              aria-expanded={isSnoozing}
              onClick={() => setSnoozing(!isSnoozing)}
            >
              {t('today.row.snooze')}
            </Button>
          </>
        )}
      </span>
      {isSnoozing && !isDone && (
        <Snooze
          now={now}
          onSet={(to) => {
            setSnoozing(false);
            actions.snooze(item, to);
          }}
          onCancel={() => {
            setSnoozing(false);
            line.current?.focus();
          }}
        />
      )}
    </li>
  );
}

/** A day without a time where only a day is known. */
const sinceLabel = (since: string, uiLang: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(since)
    ? new Intl.DateTimeFormat(uiLang, { dateStyle: 'medium' }).format(new Date(`${since}T12:00:00`))
    : momentLabel(since, uiLang);
