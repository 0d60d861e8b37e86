import { useEffect, useRef, useState } from 'react';
import type { EntryDraft } from '@/utils/app/worklog-api';
import type { EntryRow } from '@/utils/domain/records';
import { dayAfter } from '@/utils/domain/worklog/days';
import { useShopLabels } from '../customers/use-shop-labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { today } from '../rules/today';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { DayBar } from './day-bar';
import { DayCounts } from './day-counts';
import { EntryForm } from './entry-form';
import { EntryList } from './entry-list';
import { ExportForm } from './export-form';
import { longDay } from './log-words';
import { useLogDay } from './use-log-day';
import { useLogKeys } from './use-log-keys';
import styles from './worklog.module.css';

/** What is open in the form: nothing, a new entry, or one that is there. */
type Editing = 'new' | EntryRow | null;

const draftOf = ({ id, day, department, severity, text, product, reason }: EntryRow): EntryDraft => ({
  id,
  day,
  department,
  severity,
  text,
  ...(product === undefined ? {} : { product }),
  ...(reason === undefined ? {} : { reason }),
});

/** The work log: day by day what was done, and what was written down for the other departments. */
export function WorklogPage() {
  const t = useT();
  const { uiLang } = useApp();
  const [day, setDay] = useState(today);
  const [editing, setEditing] = useState<Editing>(null);
  const [isExporting, setExporting] = useState(false);
  const [removed, setRemoved] = useState<EntryRow | null>(null);
  const [said, setSaid] = useState('');
  const shopLabel = useShopLabels();
  const { value, days, problem, again, api, failed, run } = useLogDay(day);
  const page = useRef<HTMLDivElement>(null);
  const now = today();
  const focus = (selector: string) => setTimeout(() => page.current?.querySelector<HTMLElement>(selector)?.focus());

  const goTo = (next: string) => {
    if (next > now || editing !== null) return;
    setRemoved(null);
    setSaid('');
    setDay(next);
  };
  const write = () => setEditing((open) => open ?? 'new');
  useLogKeys({ onNew: write, onStep: (step) => goTo(dayAfter(day, step)) });
  useEffect(() => {
    if (removed) page.current?.querySelector<HTMLElement>('[data-undo]')?.focus();
  }, [removed]);

  const close = () => {
    const before = editing;
    setEditing(null);
    focus(before === null || before === 'new' ? '[data-new]' : `[data-edit="${CSS.escape(before.id)}"]`);
  };
  const save = async (draft: EntryDraft) => {
    const saved = await run(api.save(draft));
    if (!saved) return;
    setRemoved(null);
    const { count } = saved.value;
    setSaid(draft.id === undefined && count > 1 ? t('worklog.entry.counted', { count }) : t('worklog.entry.saved'));
    if (saved.value.day !== day) setDay(saved.value.day);
    close();
  };
  const remove = async (entry: EntryRow) => {
    setSaid('');
    if (await run(api.remove({ id: entry.id }))) setRemoved(entry);
  };
  const undo = async () => {
    if (!removed || !(await run(api.save(draftOf(removed))))) return;
    setRemoved(null);
    setSaid(t('worklog.entry.putBack'));
    focus(`[data-edit="${CSS.escape(removed.id)}"]`);
  };
  const isShown = value?.day === day;
  const isEmpty = isShown && value.counts.length === 0 && value.entries.length === 0;
  return (
    <div ref={page} className={styles.page}>
      <p className={styles.lead}>{t('worklog.lead')}</p>
      <div className={styles.tools}>
        <DayBar day={day} today={now} days={days} onDay={goTo} />
        <div className={styles.buttons}>
          <Button look="primary" data-new aria-keyshortcuts="N" title={t('worklog.form.key')} onClick={write}>
            {t('worklog.form.add')}
          </Button>
          <Button aria-expanded={isExporting} onClick={() => setExporting(!isExporting)}>
            {t('worklog.export.title')}
          </Button>
        </div>
      </div>
      {isExporting && <ExportForm key={day} day={day} today={now} shopLabel={shopLabel} />}
      {editing !== null && (
        <EntryForm
          key={editing === 'new' ? 'new' : editing.id}
          entry={editing === 'new' ? null : editing}
          day={day}
          today={now}
          failed={failed}
          onSave={save}
          onCancel={close}
        />
      )}
      {failed && editing === null && <ProblemPanel problem={failed} />}
      {removed && (
        <Notice
          tone="info"
          actions={
            <Button data-undo onClick={() => void undo()}>
              {t('worklog.entry.undo')}
            </Button>
          }
        >
          {t('worklog.entry.removed')}
        </Notice>
      )}
      <p className={styles.said} role="status">
        {said}
      </p>
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {!isShown && !problem && <Skeleton label={t('worklog.loading')} bars={5} />}
      {isShown && (
        <>
          <h2 className={styles.day}>{longDay(day, uiLang)}</h2>
          {isEmpty ? (
            <EmptyState
              title={t(day === now ? 'worklog.empty.today' : 'worklog.empty.day')}
              next={t('worklog.empty.next')}
            />
          ) : (
            <>
              <EntryList
                entries={value.entries}
                canEdit={editing === null}
                onEdit={setEditing}
                onRemove={(entry) => void remove(entry)}
              />
              {value.entries.length === 0 && <p className={styles.quiet}>{t('worklog.empty.entries')}</p>}
              <DayCounts counts={value.counts} shopLabel={shopLabel} />
            </>
          )}
        </>
      )}
    </div>
  );
}
