import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { EntryDraft } from '@/utils/app/worklog-api';
import type { EntryRow } from '@/utils/domain/records';
import { departments, entrySeverities, longestEntry } from '@/utils/domain/worklog/entry';
import { problemReasons } from '@/utils/domain/worklog/problem';
import { onEscape, submitOnEnter } from '../content/keys';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { reasonLabel } from './log-words';
import styles from './worklog.module.css';

/** What stands in the form before anything is typed. */
const draftOf = (entry: EntryRow | null, day: string): EntryDraft =>
  entry
    ? {
        id: entry.id,
        day: entry.day,
        department: entry.department,
        severity: entry.severity,
        text: entry.text,
        product: entry.product ?? '',
        reason: entry.reason ?? '',
      }
    : { day, department: 'problem', severity: 'normal', text: '', product: '', reason: '' };

/** Why an entry was not kept; a field of ours is named, everything else is a problem like any other. */
function FormProblem({ problem }: { readonly problem: ApiProblem }) {
  const t = useT();
  if (problem.kind !== 'invalid') return <ProblemPanel problem={problem} />;
  const key = problem.why === 'contact' ? 'contact' : problem.field;
  return <Notice tone="block">{t(`worklog.form.problem.${key}`)}</Notice>;
}

/** Writes an entry down or changes one; what is typed stays until it is kept. */
export function EntryForm(props: {
  /** Null for a new one. */
  readonly entry: EntryRow | null;
  readonly day: string;
  readonly today: string;
  /** What went wrong when it was last saved. */
  readonly failed: ApiProblem | null;
  readonly onSave: (draft: EntryDraft) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { entry, day, today, failed, onSave, onCancel } = props;
  const [draft, setDraft] = useState(() => draftOf(entry, day));
  const [isSaving, setSaving] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const change = (part: Partial<EntryDraft>) => setDraft((now) => ({ ...now, ...part }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isSaving) return;
    setSaving(true);
    await onSave(draft);
    setSaving(false);
  };
  const reasons = [...new Set([...problemReasons, ...(draft.reason ? [draft.reason] : [])])];
  return (
    // The key handler only closes; the controls inside are what a person works with.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.form}
      aria-label={t(entry ? 'worklog.form.edit' : 'worklog.form.add')}
      onKeyDown={(event) => onEscape(event, onCancel)}
      onSubmit={(event) => void save(event)}
    >
      <Field label={t('worklog.form.text')}>
        {(control) => (
          <textarea
            {...control}
            ref={first}
            rows={2}
            dir="auto"
            maxLength={longestEntry.text}
            value={draft.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
            onKeyDown={submitOnEnter}
          />
        )}
      </Field>
      <div className={styles.fields}>
        <Field label={t('worklog.form.department')}>
          {(control) => (
            <select
              {...control}
              value={draft.department}
              onChange={(event) =>
                change({ department: departments.find((one) => one === event.currentTarget.value) ?? 'problem' })
              }
            >
              {departments.map((one) => (
                <option key={one} value={one}>
                  {t(`worklog.department.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('worklog.form.severity')}>
          {(control) => (
            <select
              {...control}
              value={draft.severity}
              onChange={(event) =>
                change({ severity: entrySeverities.find((one) => one === event.currentTarget.value) ?? 'normal' })
              }
            >
              {entrySeverities.map((one) => (
                <option key={one} value={one}>
                  {t(`worklog.severity.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('worklog.form.product')}>
          {(control) => (
            <input
              {...control}
              dir="auto"
              maxLength={longestEntry.product}
              value={draft.product}
              onChange={(event) => change({ product: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t('worklog.form.reason')}>
          {(control) => (
            <select
              {...control}
              value={draft.reason}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            >
              <option value="">{t('worklog.form.noReason')}</option>
              {reasons.map((one) => (
                <option key={one} value={one}>
                  {reasonLabel(t, one)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('worklog.form.day')}>
          {(control) => (
            <input
              {...control}
              type="date"
              max={today}
              required
              value={draft.day}
              onChange={(event) => change({ day: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      {failed && <FormProblem problem={failed} />}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={isSaving}>
          {t('worklog.form.save')}
        </Button>
        <Button onClick={onCancel}>{t('worklog.form.cancel')}</Button>
        <span className={styles.quiet}>{t('worklog.form.help')}</span>
      </div>
    </form>
  );
}
