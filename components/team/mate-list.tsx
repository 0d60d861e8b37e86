import type { Mate } from '@/utils/app/bundles-api';
import { dayLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { AskButton } from '../settings/ask-button';
import { EmptyState } from '../ui/empty-state';
import { useT } from '../ui/translate';
import styles from './team.module.css';

/** Figures of a key at its beginning and end: enough to compare two by eye. */
const KEY_ENDS = 8;

const shortKey = (recipient: string): string =>
  recipient.length <= 2 * KEY_ENDS ? recipient : `${recipient.slice(0, KEY_ENDS)}…${recipient.slice(-KEY_ENDS)}`;

/** Everybody who can open what is exported for the team. */
export function MateList(props: {
  readonly mates: readonly Mate[];
  readonly onLead: (mate: Mate, isLead: boolean) => void;
  readonly onRemove: (mate: Mate) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { mates, onLead, onRemove } = props;
  if (mates.length === 0) return <EmptyState title={t('team.people.none')} next={t('team.people.noneNext')} />;
  return (
    <>
      <ul className={styles.mates} aria-label={t('team.people.mates')}>
        {mates.map((mate) => (
          <li key={mate.id} data-mate={mate.id}>
            <span className={styles.mate}>
              <bdi>
                <b>{mate.name}</b>
              </bdi>{' '}
              <code dir="ltr" title={mate.recipient}>
                {shortKey(mate.recipient)}
              </code>{' '}
              <span className={styles.quiet}>{t('team.people.since', { day: dayLabel(mate.addedAt, uiLang) })}</span>
            </span>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={mate.isLead}
                aria-label={t('team.people.leadOf', { name: mate.name })}
                onChange={(event) => onLead(mate, event.currentTarget.checked)}
              />
              {t('team.people.lead')}
            </label>
            <AskButton
              label={t('team.people.remove')}
              name={t('team.people.removeOf', { name: mate.name })}
              question={t('team.people.removeAsk', { name: mate.name })}
              onYes={() => onRemove(mate)}
            />
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('team.people.leadHelp')}</p>
    </>
  );
}
