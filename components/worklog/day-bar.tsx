import { dayAfter } from '@/utils/domain/worklog/days';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { dayLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import styles from './worklog.module.css';

/** Chooses the day: back, on, today, a date, or one of the days with anything in them. */
export function DayBar(props: {
  readonly day: string;
  readonly today: string;
  readonly days: readonly string[];
  readonly onDay: (day: string) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { day, today, days, onDay } = props;
  const others = days.filter((one) => one !== day);
  return (
    <div className={styles.bar} role="group" aria-label={t('worklog.day.choose')}>
      <Button
        className={styles.arrow ?? ''}
        aria-label={t('worklog.day.before')}
        title={t('worklog.day.before')}
        aria-keyshortcuts="ArrowLeft"
        onClick={() => onDay(dayAfter(day, -1))}
      >
        <span aria-hidden="true">‹</span>
      </Button>
      <input
        type="date"
        className={styles.date}
        aria-label={t('worklog.day.date')}
        max={today}
        value={day}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (chosen !== '' && chosen <= today) onDay(chosen);
        }}
      />
      <Button
        className={styles.arrow ?? ''}
        aria-label={t('worklog.day.after')}
        title={t('worklog.day.after')}
        aria-keyshortcuts="ArrowRight"
        disabled={day >= today}
        onClick={() => onDay(dayAfter(day, 1))}
      >
        <span aria-hidden="true">›</span>
      </Button>
      <Button disabled={day === today} onClick={() => onDay(today)}>
        {t('worklog.day.today')}
      </Button>
      {others.length > 0 && (
        <select
          className={styles.date}
          aria-label={t('worklog.day.others')}
          value=""
          onChange={(event) => event.currentTarget.value !== '' && onDay(event.currentTarget.value)}
        >
          <option value="">{t('worklog.day.others')}</option>
          {others.map((one) => (
            <option key={one} value={one}>
              {dayLabel(one, uiLang)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
