import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { LockApi, UnlockProblem } from '@/utils/app/lock-api';
import { LONGEST_PIN } from '@/utils/domain/lock';
import { ProblemPanel } from '../dashboard/problem-panel';
import { ResetForm } from '../settings/reset-section';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT, type Translate } from '../ui/translate';
import styles from './lock.module.css';

const SECOND_MS = 1_000;

/** Whether a PIN was wrong or came too soon; every other problem is one of the store. */
export const isAboutPin = (problem: UnlockProblem): problem is Exclude<UnlockProblem, ApiProblem> =>
  problem.kind === 'wrong-pin' || problem.kind === 'too-soon';

/** What to say of a PIN that was not taken. */
export const pinWords = (t: Translate, { waitMs }: Exclude<UnlockProblem, ApiProblem>): string =>
  waitMs === 0 ? t('lock.wrong') : t('lock.wait', { count: Math.ceil(waitMs / SECOND_MS) });

/** All there is to see of Parley while it is locked: the question for the PIN, and what to do without it. */
export function LockedPage({ lock }: { readonly lock: Pick<LockApi, 'unlock'> }) {
  const t = useT();
  const [pin, setPin] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<UnlockProblem | null>(null);
  const [hasForgotten, setForgotten] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    document.title = t('lock.title');
  }, [t]);
  useEffect(() => {
    if (!hasForgotten) form.current?.querySelector('input')?.focus();
  }, [hasForgotten]);

  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    if (pin === '' || isBusy) return;
    setBusy(true);
    const done = await lock.unlock({ pin });
    setBusy(false);
    setPin('');
    setProblem(done.ok ? null : done.error);
    if (!done.ok) form.current?.querySelector('input')?.focus();
  };
  return (
    <main className={styles.locked}>
      <h1>{t('lock.title')}</h1>
      <p>{t('lock.lead')}</p>
      <form ref={form} className={styles.form} onSubmit={(event) => void unlock(event)}>
        <Field label={t('lock.pin')}>
          {(control) => (
            <input
              {...control}
              type="password"
              autoComplete="off"
              maxLength={LONGEST_PIN}
              aria-invalid={(problem !== null && isAboutPin(problem)) || undefined}
              value={pin}
              onChange={(event) => setPin(event.currentTarget.value)}
            />
          )}
        </Field>
        <p role="alert" className={styles.wrong}>
          {problem && isAboutPin(problem) && pinWords(t, problem)}
        </p>
        {problem && !isAboutPin(problem) && <ProblemPanel problem={problem} />}
        <div>
          <Button type="submit" look="primary" disabled={pin === '' || isBusy}>
            {t(isBusy ? 'lock.busy' : 'lock.unlock')}
          </Button>
        </div>
      </form>
      {hasForgotten ? (
        <>
          <p>{t('lock.forgotHelp')}</p>
          <ResetForm look="locked" onCancel={() => setForgotten(false)} />
        </>
      ) : (
        <div>
          <Button onClick={() => setForgotten(true)}>{t('lock.forgot')}</Button>
        </div>
      )}
    </main>
  );
}
