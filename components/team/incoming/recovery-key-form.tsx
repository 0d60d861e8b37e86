import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { readRecoveryKey } from '@/utils/domain/bundles/recovery-key';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './incoming.module.css';

/** Larger files and texts are no key. Units: bytes; UTF-16 units. */
const LONGEST_KEY = 10_000;

/** Asks for the key a backup was locked for, as text or as the file it came in. What is given goes nowhere else. */
export function RecoveryKeyForm(props: {
  readonly isWrong: boolean;
  /** Gets keys alone, one a line. */
  readonly onTry: (identity: string) => void;
  readonly leave: ReactNode;
}) {
  const t = useT();
  const { isWrong, onTry, leave } = props;
  const [typed, setTyped] = useState('');
  const [isNone, setNone] = useState(false);
  const help = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const open = (text: string) => {
    const key = readRecoveryKey(text);
    setNone(key === null);
    if (key === null) return field.current?.focus();
    setTyped('');
    onTry(key);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') open(typed);
  };
  const choose = async (file: File | undefined) => {
    if (file) open(file.size > LONGEST_KEY ? '' : await file.text());
  };
  return (
    <form className={styles.key} onSubmit={submit}>
      <div className={styles.row}>
        <Field label={t('imports.key.label')}>
          {(control) => (
            <input
              {...control}
              ref={field}
              type="password"
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              maxLength={LONGEST_KEY}
              aria-invalid={isWrong || isNone}
              aria-describedby={help}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary" aria-disabled={typed.trim() === ''}>
          {t('imports.key.open')}
        </Button>
        <label className={styles.file}>
          {t('imports.key.file')}
          <input
            type="file"
            accept=".txt,.age,.key,text/plain"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              currentTarget.value = '';
              void choose(file);
            }}
          />
        </label>
        {leave}
      </div>
      <p id={help} className={styles.quiet}>
        {t('imports.key.help')}
      </p>
      {isNone && <p role="alert">{t('imports.key.none')}</p>}
    </form>
  );
}
