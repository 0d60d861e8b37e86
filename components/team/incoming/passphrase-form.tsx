import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './incoming.module.css';

/** Asks for the passphrase of a file. */
export function PassphraseForm(props: {
  readonly isWrong: boolean;
  readonly onTry: (passphrase: string) => void;
  readonly leave: ReactNode;
}) {
  const t = useT();
  const { isWrong, onTry, leave } = props;
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') onTry(passphrase);
  };
  return (
    <form className={styles.row} onSubmit={submit}>
      <Field label={t('imports.passphrase')}>
        {(control) => (
          <input
            {...control}
            ref={field}
            type="password"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            maxLength={1_000}
            aria-invalid={isWrong}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" aria-disabled={passphrase === ''}>
        {t('imports.open')}
      </Button>
      {leave}
    </form>
  );
}
