import { useId, useRef, useState, type FormEvent } from 'react';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import styles from './team.module.css';

/** Far above any card; keeps a whole document that was pasted by mistake out of everything else. Units: UTF-16 units. */
const LONGEST_CARD = 5_000;

/** Why a card was not taken; null when it was, or when the reason is shown elsewhere. */
export type CardProblem = 'notACard' | 'ownCard' | 'full';

/** Takes in a team-mate whose card is pasted. */
export function AddMate({ onAdd }: { readonly onAdd: (card: string) => Promise<boolean | CardProblem> }) {
  const t = useT();
  const wrong = useId();
  const help = useId();
  const [card, setCard] = useState('');
  const [problem, setProblem] = useState<CardProblem | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (card.trim() === '') return field.current?.focus();
    const outcome = await onAdd(card.trim());
    if (outcome === true) setCard('');
    setProblem(typeof outcome === 'string' ? outcome : null);
    field.current?.focus();
  };
  return (
    <form className={styles.part} aria-label={t('team.people.add')} onSubmit={(event) => void add(event)}>
      <h3>{t('team.people.add')}</h3>
      <p id={help} className={styles.quiet}>
        {t('team.people.addHelp')}
      </p>
      <div className={styles.line}>
        <Field label={t('team.people.paste')}>
          {(control) => (
            <textarea
              {...control}
              ref={field}
              className={`${control.className} ${styles.card}`}
              dir="ltr"
              rows={2}
              spellCheck={false}
              maxLength={LONGEST_CARD}
              aria-invalid={problem !== null}
              aria-describedby={problem ? `${wrong} ${help}` : help}
              value={card}
              onChange={(event) => {
                setCard(event.currentTarget.value);
                setProblem(null);
              }}
            />
          )}
        </Field>
        <Button type="submit">{t('team.people.addButton')}</Button>
      </div>
      {problem && (
        <p id={wrong} className={styles.wrong} role="alert">
          {t(`team.people.${problem}`)}
        </p>
      )}
    </form>
  );
}
