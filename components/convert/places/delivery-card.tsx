import { useMemo, useState } from 'react';
import { deliveryWindow } from '@/utils/domain/convert/measures/delivery';
import { countryName } from '@/utils/domain/convert/power/country-names';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import { readDeliveryFields } from '../forms/time-fields';
import styles from './places.module.css';

/** The days between which a parcel sent today arrives. */
export function DeliveryCard(props: {
  readonly country: string;
  /** ISO day. */
  readonly today: string;
  readonly tables: ConversionTables;
  readonly uiLang: string;
  readonly query: string;
}) {
  const t = useT();
  const { country, today, tables, uiLang, query } = props;
  const asked = useMemo(() => (query.trim() === '' ? null : readDeliveryFields(query, tables)), [query, tables]);
  const [chosen, setChosen] = useState<{ readonly low: string; readonly high: string; readonly whileAsked: string }>();
  const key = `${asked?.low ?? ''}-${asked?.high ?? ''}`;
  const { low, high } =
    chosen?.whileAsked === key
      ? chosen
      : { low: asked?.low ?? chosen?.low ?? '3', high: asked?.high ?? chosen?.high ?? '5' };
  const window = deliveryWindow({ from: today, workingDays: [Number(low), Number(high)], country }, tables.measures);
  const day = (iso: string) =>
    new Intl.DateTimeFormat(uiLang, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(`${iso}T00:00:00Z`),
    );
  const input = (name: 'low' | 'high') => (
    <Field label={t(`convert.form.days.${name}`)}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={0}
          max={250}
          value={name === 'low' ? low : high}
          onChange={(event) => setChosen({ low, high, [name]: event.target.value, whileAsked: key })}
        />
      )}
    </Field>
  );
  return (
    <section className={styles.card} aria-label={t('convert.place.delivery')}>
      <h3>{t('convert.place.delivery')}</h3>
      <div className={styles.days}>
        {input('low')}
        {input('high')}
      </div>
      {window.ok ? (
        <>
          <p className={styles.answer}>
            {window.value.from === window.value.to
              ? day(window.value.from)
              : t('convert.place.window', { from: day(window.value.from), to: day(window.value.to) })}
          </p>
          {window.value.skipped.length > 0 && (
            <p className={styles.quiet}>
              {t('convert.place.skipped', {
                days: new Intl.ListFormat(uiLang).format(window.value.skipped.map(day)),
              })}
            </p>
          )}
          <p className={styles.quiet}>
            {t(window.value.holidaysCounted ? 'convert.place.holidays' : 'convert.place.weekendsOnly', {
              country: countryName(country, uiLang),
            })}
          </p>
        </>
      ) : (
        <p className={styles.warn}>{t('convert.place.noWindow')}</p>
      )}
    </section>
  );
}
