import { useId, useState } from 'react';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { copyText } from './copy-text';
import { LEAST_CHARACTERS, strengthOf, type PassStrength } from './passphrase-strength';
import styles from './team.module.css';
import type { Pass } from './use-pass';

const FULLNESS: Readonly<Record<PassStrength['level'], number>> = { weak: 1, fair: 2, strong: 3 };
const MOST_HINTS = 2;

/** What a passphrase is worth, as a bar and in words, and what would make it better. */
function Strength({ passphrase }: { readonly passphrase: string }) {
  const t = useT();
  if (passphrase === '') return <span>{t('team.pass.none', { least: LEAST_CHARACTERS })}</span>;
  const { level, hints } = strengthOf(passphrase);
  return (
    <>
      <meter
        className={styles.meter}
        data-level={level}
        aria-label={t('team.pass.meter')}
        min={0}
        max={3}
        value={FULLNESS[level]}
      />{' '}
      {t(`team.pass.level.${level}`)}{' '}
      {hints.slice(0, MOST_HINTS).map((hint) => (
        <span key={hint}>{t(`team.pass.help.${hint}`)} </span>
      ))}
    </>
  );
}

/** A passphrase, twice, with what it is worth; or one that is drawn. */
export function PassFields({ pass }: { readonly pass: Pass }) {
  const t = useT();
  const help = useId();
  const wrong = useId();
  const [isShown, setShown] = useState(false);
  const [said, setSaid] = useState('');
  const { value, again, problem } = pass;
  const kind = isShown || pass.isMade ? 'text' : 'password';
  const shared = {
    type: kind,
    dir: 'ltr',
    autoComplete: 'new-password',
    spellCheck: false,
    maxLength: 200,
    'aria-invalid': problem !== null,
    'aria-describedby': problem ? `${wrong} ${help}` : help,
  } as const;

  const make = () => {
    pass.make();
    setSaid(t('team.pass.made'));
  };
  const copy = async () => setSaid(t((await copyText(value)) ? 'team.pass.copied' : 'team.pass.notCopied'));
  return (
    <div className={styles.pass}>
      <div className={styles.fields}>
        <Field label={t('team.pass.label')}>
          {(control) => (
            <input
              {...control}
              {...shared}
              ref={pass.field}
              value={value}
              onChange={(event) => pass.setValue(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('team.pass.again')}>
          {(control) => (
            <input
              {...control}
              {...shared}
              value={again}
              onChange={(event) => pass.setAgain(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      {problem && (
        <p id={wrong} className={styles.wrong} role="alert">
          {t(`team.pass.${problem}`, { least: LEAST_CHARACTERS })}
        </p>
      )}
      <p id={help} className={styles.strength}>
        <Strength passphrase={value} />
      </p>
      <div className={styles.row}>
        <Button onClick={make}>{t('team.pass.make')}</Button>
        {value !== '' && <Button onClick={() => void copy()}>{t('team.pass.copy')}</Button>}
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={kind === 'text'}
            disabled={pass.isMade}
            onChange={(event) => setShown(event.currentTarget.checked)}
          />
          {t('team.pass.show')}
        </label>
      </div>
      <p className={styles.quiet} role="status">
        {said}
      </p>
    </div>
  );
}
