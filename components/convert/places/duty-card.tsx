import { dutyHint, endedReliefs } from '@/utils/domain/convert/measures/duties';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { useT } from '../../ui/translate';
import styles from './places.module.css';

/** Dated facts about duty and tax at a destination, to be checked before anything is promised. */
export function DutyCard(props: {
  readonly country: string;
  /** ISO day. */
  readonly today: string;
  readonly tables: ConversionTables;
  readonly uiLang: string;
}) {
  const t = useT();
  const { country, today, tables, uiLang } = props;
  const { duties } = tables.measures;
  const hint = dutyHint(country, today, duties);
  const day = (iso: string) =>
    new Intl.DateTimeFormat(uiLang, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));
  return (
    <section className={styles.card} aria-label={t('convert.place.duty')}>
      <h3>{t('convert.place.duty')}</h3>
      <p className={styles.check}>
        <b>{t('convert.place.check')}</b> {t('convert.place.asOf', { day: day(hint?.checkedOn ?? duties.checkedOn) })}
      </p>
      {hint === null ? (
        <p className={styles.quiet}>{t('convert.place.noDuty')}</p>
      ) : (
        <>
          <ul className={styles.duties}>
            {hint.facts.map(({ key, values, status, since, until, source, inForce }) => (
              <li key={key} data-status={inForce ? status : 'past'}>
                {t(key, values)}
                <span className={styles.quiet}>
                  {[
                    status !== 'seen' && t(`convert.place.status.${status}`),
                    !inForce && t('convert.place.notNow'),
                    since && t('convert.place.since', { day: day(since) }),
                    until && t('convert.place.until', { day: day(until) }),
                    t('convert.place.from', { source }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          {endedReliefs(hint).map((relief) => (
            <p key={relief} className={styles.warn}>
              {t('convert.place.ended', { relief })}
            </p>
          ))}
        </>
      )}
    </section>
  );
}
