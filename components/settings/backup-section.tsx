import { useState } from 'react';
import type { ApiProblem, Backup } from '@/utils/app/api';
import type { NoteAdvice } from '@/utils/app/note-api';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { saveEverything } from './save-everything';
import { Section } from './section';
import styles from './settings.module.css';

type Saving =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'problem'; readonly problem: ApiProblem }
  | {
      readonly kind: 'saved';
      readonly file: string;
      readonly buyers: number;
      readonly notes: number;
      /** What to think of before the file is handed on. */
      readonly advice: NoteAdvice | null;
    };

const alive = (backup: Backup, table: string): number =>
  (backup.tables[table] ?? []).filter((row) => (row as { readonly deleted?: number }).deleted !== 1).length;

/** Saves everything Parley keeps as one readable file. */
export function BackupSection() {
  const t = useT();
  const app = useApp();
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });

  const save = async () => {
    setSaving({ kind: 'busy' });
    const saved = await saveEverything(app);
    if (!saved.ok) return setSaving({ kind: 'problem', problem: saved.error });
    const { file, backup } = saved.value;
    const advice = await app.api.backup.advise(backup);
    setSaving({
      kind: 'saved',
      file,
      buyers: alive(backup, 'buyers'),
      notes: alive(backup, 'notes'),
      // The file is there whether or not the rules could be read.
      advice: advice.ok ? advice.value : null,
    });
  };
  return (
    <Section title={t('settings.backup.title')}>
      <p className={styles.help}>{t('settings.backup.help')}</p>
      <div>
        <Button disabled={saving.kind === 'busy'} onClick={() => void save()}>
          {t('settings.backup.save')}
        </Button>
      </div>
      {saving.kind === 'problem' && <ProblemPanel problem={saving.problem} onRetry={() => void save()} />}
      <p className={styles.saved} role="status">
        {saving.kind === 'busy' && t('settings.backup.busy')}
        {saving.kind === 'saved' &&
          t('settings.backup.saved', {
            file: saving.file,
            buyers: t('settings.backup.buyers', { count: saving.buyers }),
            notes: t('settings.backup.notes', { count: saving.notes }),
          })}
      </p>
      {saving.kind === 'saved' && saving.advice && (
        <Notice tone={saving.advice.severity} lead={saving.advice.words.title}>
          {t('settings.backup.advice', { why: saving.advice.words.why, alternative: saving.advice.words.alternative })}
        </Notice>
      )}
    </Section>
  );
}
