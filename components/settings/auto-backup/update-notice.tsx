import { useCallback, useState } from 'react';
import type { AutoBackupProblem } from '@/utils/app/bundles/auto-backup-api';
import { useApp } from '../../dashboard/app-context';
import { useReading } from '../../dashboard/use-reading';
import { agoLabel } from '../../today/ago-label';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useT } from '../../ui/translate';
import { saveEverything } from '../save-everything';
import styles from '../settings.module.css';
import { AutoBackupProblemNotice } from './auto-backup-problem';

const isAboutBackups = (topic: string): boolean => topic === 'auto-backup';

type Saving =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'done'; readonly words: 'backup.done' | 'backup.update.saved'; readonly file: string }
  | { readonly kind: 'problem'; readonly problem: AutoBackupProblem };

/** A newer version may have to bring the records over: how old the last backup is, and the way to make one before that. */
export function UpdateNotice({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const app = useApp();
  const { autoBackup } = app.api;
  const { value: state } = useReading(
    useCallback(() => autoBackup.state(), [autoBackup]),
    isAboutBackups,
  );
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });

  const backUp = async () => {
    setSaving({ kind: 'busy' });
    const copy = await autoBackup.backUp();
    if (copy.ok) setSaving({ kind: 'done', words: 'backup.done', file: copy.value.name });
    else setSaving({ kind: 'problem', problem: copy.error });
  };
  const allow = async () => {
    if (await app.downloads?.ask()) await backUp();
  };
  const save = async () => {
    setSaving({ kind: 'busy' });
    const saved = await saveEverything(app);
    if (saved.ok) setSaving({ kind: 'done', words: 'backup.update.saved', file: saved.value.file });
    else setSaving({ kind: 'problem', problem: saved.error });
  };
  const isBusy = saving.kind === 'busy';
  const press = (work: () => Promise<void>) => () => void (isBusy || work());
  const last = state?.last;
  return (
    <div className={styles.update}>
      <Notice
        tone="info"
        lead={t('backup.update.lead')}
        actions={
          <>
            {state?.isOn === true && (
              <Button aria-disabled={isBusy} onClick={press(backUp)}>
                {t('backup.now')}
              </Button>
            )}
            {state?.isOn === false && (
              <Button aria-disabled={isBusy} onClick={press(save)}>
                {t('backup.update.save')}
              </Button>
            )}
            <Button onClick={onClose}>{t('backup.update.close')}</Button>
          </>
        }
      >
        {state &&
          (last
            ? t('backup.update.last', { age: agoLabel(last.at, new Date(), app.uiLang) })
            : t('backup.update.none'))}
      </Notice>
      <p role="status">
        {isBusy && t('backup.busy')}
        {saving.kind === 'done' && t(saving.words, { file: saving.file })}
      </p>
      {saving.kind === 'problem' && <AutoBackupProblemNotice problem={saving.problem} onAllow={() => void allow()} />}
    </div>
  );
}
