import { useId, useMemo } from 'react';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { countryOptions } from './country-options';
import styles from './forms.module.css';
import {
  readClockFields,
  readDeliveryFields,
  writeClockFields,
  writeDeliveryFields,
  type ClockFields,
  type DeliveryFields,
} from './time-fields';
import { useFields, type FieldLanguage, type FieldText } from './use-fields';

const clock: FieldLanguage<ClockFields> = {
  empty: { time: '', place: '' },
  blank: { time: '', place: '' },
  read: readClockFields,
  write: writeClockFields,
};
const delivery: FieldLanguage<DeliveryFields> = {
  empty: { low: '', high: '', country: '' },
  blank: { low: '', high: '' },
  read: readDeliveryFields,
  write: writeDeliveryFields,
};

/** Places one is asked about most; any other may be typed. */
const PLACES = ['Berlin', 'Dubai', 'Istanbul', 'London', 'Los Angeles', 'Madrid', 'Mexico City', 'Moscow', 'New York', 'Paris', 'Rome', 'São Paulo', 'Seoul', 'Sydney', 'Tokyo', 'Toronto', 'Warsaw']; // prettier-ignore

/** A clock elsewhere, and working days to a country. */
export function TimeForm(props: {
  readonly query: string;
  readonly tables: ConversionTables;
  readonly uiLang: string;
  readonly onQuery: (text: string) => void;
}) {
  const { query, tables, uiLang, onQuery } = props;
  const codes = useMemo(() => Object.keys(tables.mains.countries), [tables]);
  return (
    <div className={styles.parts}>
      <ClockForm query={query} tables={tables} onQuery={onQuery} />
      <DeliveryForm query={query} tables={tables} codes={codes} uiLang={uiLang} onQuery={onQuery} />
    </div>
  );
}

/** A time of day and a place. */
export function ClockForm(props: FieldText) {
  const t = useT();
  const places = useId();
  const { shown, change } = useFields(props, clock);
  return (
    <div className={styles.form} role="group" aria-label={t('convert.form.clock')}>
      <Field label={t('convert.form.time')}>
        {(control) => (
          <input
            {...control}
            type="time"
            value={shown.time}
            onChange={(event) => change({ time: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('convert.form.place')}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            dir="auto"
            maxLength={60}
            list={places}
            placeholder="Madrid"
            value={shown.place}
            onChange={(event) => change({ place: event.target.value })}
          />
        )}
      </Field>
      <datalist id={places}>
        {PLACES.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
    </div>
  );
}

/** Working days and the country they lead to. */
export function DeliveryForm(props: FieldText & { readonly codes: readonly string[]; readonly uiLang: string }) {
  const t = useT();
  const { codes, uiLang } = props;
  const { shown, change } = useFields(props, delivery);
  const countries = useMemo(() => countryOptions(codes, uiLang), [codes, uiLang]);
  const days = (name: 'low' | 'high') => (
    <Field label={t(`convert.form.days.${name}`)}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={0}
          max={120}
          value={shown[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className={`${styles.form} ${styles.days}`} role="group" aria-label={t('convert.form.delivery')}>
      {days('low')}
      {days('high')}
      <Field label={t('convert.form.country')}>
        {(control) => (
          <select {...control} value={shown.country} onChange={(event) => change({ country: event.target.value })}>
            <option value="">{t('convert.form.choose')}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
