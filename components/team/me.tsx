import { useRef, useState, type FormEvent } from 'react';
import type { Team } from '@/utils/app/bundles-api';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { copyText } from './copy-text';
import styles from './team.module.css';

/** Who we are to the team: a name, and the card that others paste. */
export function Me(props: {
  readonly me: Team['me'];
  /** Whether the name was taken. */
  readonly onRename: (name: string) => Promise<boolean>;
}) {
  const t = useT();
  const { me, onRename } = props;
  // Null until something is typed, so that a name given in another window shows here too.
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? me.name;
  const [said, setSaid] = useState('');
  const card = useRef<HTMLInputElement>(null);

  const rename = async (event: FormEvent) => {
    event.preventDefault();
    setSaid('');
    if (!(await onRename(name.trim()))) return;
    setTyped(null);
    setSaid(t('team.people.nameSaved'));
  };
  const copy = async () => {
    const isCopied = await copyText(me.card);
    if (!isCopied) {
      card.current?.focus();
      card.current?.select();
    }
    setSaid(t(isCopied ? 'team.people.copied' : 'team.people.notCopied'));
  };
  return (
    <div className={styles.part}>
      <h3>{t('team.people.me')}</h3>
      <form className={styles.line} onSubmit={(event) => void rename(event)}>
        <Field label={t('team.people.name')}>
          {(control) => (
            <input
              {...control}
              dir="auto"
              autoComplete="off"
              maxLength={60}
              value={name}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" disabled={name.trim() === me.name}>
          {t('team.people.saveName')}
        </Button>
      </form>
      <p className={styles.quiet}>{t('team.people.nameHelp')}</p>
      <div className={styles.line}>
        <Field label={t('team.people.card')}>
          {(control) => (
            <input
              {...control}
              ref={card}
              className={`${control.className} ${styles.card}`}
              dir="ltr"
              readOnly
              value={me.card}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
        </Field>
        <Button onClick={() => void copy()}>{t('team.people.copy')}</Button>
      </div>
      <p className={styles.quiet}>{t('team.people.cardHelp')}</p>
      <p className={styles.saved} role="status">
        {said}
      </p>
    </div>
  );
}
