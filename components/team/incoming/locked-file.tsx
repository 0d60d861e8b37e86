import { useEffect, useRef, useState, type FormEvent } from 'react';
import { BundleProblem } from '../bundle-problem';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './incoming.module.css';
import type { RefusedFile } from './use-incoming';

const asksPassphrase = ({ problem }: RefusedFile): boolean =>
  (problem.kind === 'locked' && problem.by === 'passphrase') || problem.kind === 'wrong-key';

/** A file that could not be read: why, and a field for its passphrase where that would help. */
export function RefusedFileView(props: {
  readonly refused: RefusedFile;
  readonly onTry: (passphrase: string) => void;
  readonly onLeave: () => void;
}) {
  const t = useT();
  const { refused, onTry, onLeave } = props;
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const asks = asksPassphrase(refused);
  useEffect(() => {
    if (asks) field.current?.focus();
  }, [asks, refused]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') onTry(passphrase);
  };
  return (
    <div className={styles.refused}>
      <p>
        <bdi className={styles.name}>{refused.file.name}</bdi>
      </p>
      <BundleProblem problem={refused.problem} />
      {asks ? (
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
                aria-invalid={refused.problem.kind === 'wrong-key'}
                value={passphrase}
                onChange={(event) => setPassphrase(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit" look="primary" aria-disabled={passphrase === ''}>
            {t('imports.open')}
          </Button>
          <Button onClick={onLeave}>{t('imports.leave')}</Button>
        </form>
      ) : (
        <div>
          <Button onClick={onLeave}>{t('imports.close')}</Button>
        </div>
      )}
    </div>
  );
}
