import { useCallback, useState, type FormEvent } from 'react';
import type { LockApi, UnlockProblem } from '@/utils/app/lock-api';
import { idleChoices, LONGEST_PIN, SHORTEST_PIN } from '@/utils/domain/lock';
import type { Result } from '@/utils/domain/result';
import { ProblemPanel } from '../dashboard/problem-panel';
import { isAboutSettings, useReading } from '../dashboard/use-reading';
import { Section } from '../settings/section';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import styles from './lock.module.css';
import { isAboutPin, pinWords } from './locked-page';

const FIRST_IDLE = 15;

/** A PIN before the records, for computers that several people use; says what it does not do before it is set. */
export function LockSection({ lock }: { readonly lock: LockApi }) {
  const t = useT();
  const { value, problem, again } = useReading(
    useCallback(() => lock.read(), [lock]),
    isAboutSettings,
  );
  const [failed, setFailed] = useState<UnlockProblem | null>(null);
  const [said, setSaid] = useState('');

  const run = async (work: Promise<Result<null, UnlockProblem>>, words: string): Promise<boolean> => {
    setSaid('');
    const done = await work;
    setFailed(done.ok ? null : done.error);
    await again();
    if (done.ok) setSaid(words);
    return done.ok;
  };
  return (
    <Section title={t('lock.set.title')}>
      <p className={styles.help}>{t('lock.set.help')}</p>
      <p className={styles.help}>{t('lock.set.honest')}</p>
      {problem && <ProblemPanel problem={problem} onRetry={() => void again()} />}
      {failed && !isAboutPin(failed) && <ProblemPanel problem={failed} />}
      {value && !value.isSet && <SetPin onSet={(request) => run(lock.set(request), t('lock.set.isSet'))} />}
      {value?.isSet && (
        <>
          <p>{t('lock.set.on')}</p>
          <Idle
            idleMinutes={value.idleMinutes}
            onChange={(idleMinutes) => void run(lock.setIdle({ idleMinutes }), '')}
          />
          <div>
            <Button onClick={() => void run(lock.lockNow(), '')}>{t('lock.set.now')}</Button>
          </div>
          <RemovePin onRemove={(pin) => run(lock.remove({ pin }), t('lock.set.removed'))} />
        </>
      )}
      <p role="alert" className={styles.wrong}>
        {failed && isAboutPin(failed) && pinWords(t, failed)}
      </p>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </Section>
  );
}

function Idle(props: { readonly idleMinutes: number; readonly onChange: (idleMinutes: number) => void }) {
  const t = useT();
  return (
    <div className={styles.form}>
      <Field label={t('lock.set.idle')}>
        {(control) => (
          <select
            {...control}
            value={props.idleMinutes}
            onChange={(event) => props.onChange(Number(event.currentTarget.value))}
          >
            {idleChoices.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0 ? t('lock.set.never') : t('lock.set.minutes', { count: minutes })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

function SetPin(props: { readonly onSet: (request: Parameters<LockApi['set']>[0]) => Promise<boolean> }) {
  const t = useT();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [idleMinutes, setIdle] = useState(FIRST_IDLE);
  const [wrong, setWrong] = useState('');
  const set = (event: FormEvent) => {
    event.preventDefault();
    if (pin.length < SHORTEST_PIN) return setWrong(t('lock.set.short', { count: SHORTEST_PIN }));
    if (pin !== again) return setWrong(t('lock.set.differ'));
    setWrong('');
    void props.onSet({ pin, idleMinutes });
  };
  return (
    <form className={styles.form} aria-label={t('lock.set.title')} noValidate onSubmit={set}>
      <p className={styles.promise}>{t('lock.set.forgot')}</p>
      <PinField label={t('lock.set.new', { count: SHORTEST_PIN })} value={pin} onChange={setPin} />
      <PinField label={t('lock.set.again')} value={again} onChange={setAgain} />
      <Idle idleMinutes={idleMinutes} onChange={setIdle} />
      <p role="alert" className={styles.wrong}>
        {wrong}
      </p>
      <div>
        <Button type="submit" disabled={pin === ''}>
          {t('lock.set.do')}
        </Button>
      </div>
    </form>
  );
}

function RemovePin({ onRemove }: { readonly onRemove: (pin: string) => Promise<boolean> }) {
  const t = useT();
  const [pin, setPin] = useState('');
  const remove = (event: FormEvent) => {
    event.preventDefault();
    if (pin !== '') void onRemove(pin).then(() => setPin(''));
  };
  return (
    <form className={styles.form} onSubmit={remove}>
      <PinField label={t('lock.set.current')} value={pin} onChange={setPin} />
      <div>
        <Button type="submit" disabled={pin === ''}>
          {t('lock.set.remove')}
        </Button>
      </div>
    </form>
  );
}

function PinField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        <input
          {...control}
          type="password"
          autoComplete="new-password"
          maxLength={LONGEST_PIN}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
