import { useCallback, useEffect, useRef, useState } from 'react';
import type { AutoBackupProblem, AutoBackupResult } from '@/utils/app/bundles/auto-backup-api';
import type { Progress } from '@/utils/app/buyers-api';
import type { BackupCopy } from '@/utils/domain/bundles/backup-plan';
import { useApp } from '../../dashboard/app-context';
import { useReading } from '../../dashboard/use-reading';
import { useT } from '../../ui/translate';

const isAboutBackups = (topic: string): boolean => topic === 'auto-backup';

/** What was said last to the person. */
type Said =
  | { readonly kind: 'stopped' | 'off' }
  | { readonly kind: 'done'; readonly file: string }
  | { readonly kind: 'nothing' };

/** Words for the file of a recovery key that is made today. */
const useKeyWords = () => {
  const t = useT();
  const { uiLang } = useApp();
  return () => {
    const day = new Intl.DateTimeFormat(uiLang, { dateStyle: 'long' }).format(new Date());
    return { comments: [t('backup.key.what', { day }), t('backup.key.where')] };
  };
};

/** Backups that are made by themselves, and what can be done with them. */
export function useAutoBackup() {
  const { api, downloads } = useApp();
  const { autoBackup } = api;
  const { value, problem, again } = useReading(
    useCallback(() => autoBackup.state(), [autoBackup]),
    isAboutBackups,
  );
  const keyWords = useKeyWords();
  const [failed, setFailed] = useState<AutoBackupProblem | null>(null);
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });
  const [progress, setProgress] = useState<Progress | 'begun' | null>(null);
  const [keyFile, setKeyFile] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    const view = new AbortController();
    downloads?.onChange(() => void again(), view.signal);
    return () => {
      view.abort();
      running.current?.abort();
    };
  }, [again, downloads]);

  const begin = () => {
    setSaid({ kind: 'nothing' });
    setFailed(null);
  };
  const settle = async <T>(work: AutoBackupResult<T>, then: (done: T) => void): Promise<boolean> => {
    begin();
    const done = await work;
    if (done.ok) then(done.value);
    else if (done.error.kind === 'cancelled') setSaid({ kind: 'stopped' });
    else setFailed(done.error);
    await again();
    return done.ok;
  };

  const backUp = async (): Promise<void> => {
    const mine = new AbortController();
    running.current = mine;
    setProgress('begun');
    const said = ({ name }: BackupCopy) => setSaid({ kind: 'done', file: name });
    await settle(autoBackup.backUp({ signal: mine.signal, onProgress: setProgress }), said);
    setProgress(null);
  };
  /** The browser asks only inside the click. */
  const allowed = async (): Promise<boolean> => {
    const isAllowed = (await downloads?.ask()) ?? false;
    if (!isAllowed) setFailed({ kind: 'downloads-denied' });
    return isAllowed;
  };

  return {
    state: value,
    unread: problem,
    again,
    problem: failed ?? value?.problem ?? null,
    said,
    progress,
    /** The file of a recovery key that was made just now. */
    keyFile,
    putAway: () => setKeyFile(null),
    backUp,
    stop: () => running.current?.abort(),
    turnOn: async (): Promise<boolean> => {
      begin();
      if (!(await allowed())) return false;
      const isOn = await settle(autoBackup.turnOn(keyWords()), (made) => setKeyFile(made?.fileName ?? null));
      if (isOn) void backUp();
      return isOn;
    },
    allow: async (): Promise<void> => {
      begin();
      if (await allowed()) await backUp();
    },
    turnOff: (): Promise<boolean> => {
      running.current?.abort();
      setKeyFile(null);
      return settle(autoBackup.turnOff(), () => setSaid({ kind: 'off' }));
    },
    renewKey: () => settle(autoBackup.renewKey(keyWords()), ({ fileName }) => setKeyFile(fileName)),
    choose: (choice: Parameters<typeof autoBackup.choose>[0]) => settle(autoBackup.choose(choice), () => undefined),
  };
}
