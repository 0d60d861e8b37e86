import { useState, type FormEvent } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { ShopId } from '@/utils/domain/ids';
import { dayAfter } from '@/utils/domain/worklog/days';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { logRows } from './log-csv';
import styles from './worklog.module.css';

/** Days a file covers unless other ones are chosen. */
const USUAL_DAYS = 7;

type Outcome =
  | { readonly kind: 'saved'; readonly file: string; readonly count: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'range' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem };

/** Saves a range of days as a file for a spreadsheet. */
export function ExportForm(props: { readonly day: string; readonly today: string; shopLabel: (id: ShopId) => string }) {
  const t = useT();
  const { api, saveFile } = useApp();
  const { day, today, shopLabel } = props;
  const [from, setFrom] = useState(dayAfter(day, 1 - USUAL_DAYS));
  const [to, setTo] = useState(day);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const found = await api.worklog.range({ from, to });
    if (!found.ok)
      return setOutcome(found.error.kind === 'invalid' ? { kind: 'range' } : { kind: 'failed', problem: found.error });
    const [, ...rows] = logRows(found.value, { t, shopLabel });
    if (rows.length === 0) return setOutcome({ kind: 'empty' });
    const file = `parley-work-log-${from}-${to}.csv`;
    const { writeFindings } = await import('../rules/findings-csv');
    saveFile({ name: file, text: writeFindings(logRows(found.value, { t, shopLabel })), type: 'text/csv' });
    setOutcome({ kind: 'saved', file, count: rows.length });
  };
  const date = (label: string, value: string, set: (day: string) => void) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="date"
          required
          max={today}
          value={value}
          onChange={(event) => {
            set(event.currentTarget.value);
            setOutcome(null);
          }}
        />
      )}
    </Field>
  );
  return (
    <form className={styles.form} aria-label={t('worklog.export.title')} onSubmit={(event) => void save(event)}>
      <div className={styles.range}>
        {date(t('worklog.export.from'), from, setFrom)}
        {date(t('worklog.export.to'), to, setTo)}
        <Button type="submit">{t('worklog.export.save')}</Button>
      </div>
      {outcome?.kind === 'range' && <Notice tone="block">{t('worklog.export.range')}</Notice>}
      {outcome?.kind === 'failed' && <ProblemPanel problem={outcome.problem} />}
      <p className={styles.quiet} role="status">
        {outcome?.kind === 'saved' && t('worklog.export.saved', { file: outcome.file, count: outcome.count })}
        {outcome?.kind === 'empty' && t('worklog.export.empty')}
      </p>
    </form>
  );
}
