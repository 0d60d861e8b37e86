import { useMemo } from 'react';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { countryOptions } from './country-options';
import { readPowerFields, writePowerFields, type PowerFields } from './power-fields';
import styles from './forms.module.css';
import { useFields } from './use-fields';

const PLUGS = [...'ABCDEFGHIJKLMNO'];
const EMPTY: PowerFields = { country: '', device: '', plug: '' };
const language = { empty: EMPTY, blank: EMPTY, read: readPowerFields, write: writePowerFields };

/** A country, the input line of the device's label and its plug, as fields instead of words. */
export function PowerForm(props: {
  readonly query: string;
  readonly tables: ConversionTables;
  readonly uiLang: string;
  readonly onQuery: (text: string) => void;
}) {
  const t = useT();
  const { query, tables, uiLang, onQuery } = props;
  const { shown, change } = useFields({ query, tables, onQuery }, language);
  const countries = useMemo(() => countryOptions(Object.keys(tables.mains.countries), uiLang), [tables, uiLang]);
  return (
    <div className={styles.form} role="group" aria-label={t('convert.form.power')}>
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
      <Field label={t('convert.form.plug')}>
        {(control) => (
          <select {...control} value={shown.plug} onChange={(event) => change({ plug: event.target.value })}>
            <option value="">{t('convert.form.unknown')}</option>
            {PLUGS.map((plug) => (
              <option key={plug} value={plug}>
                {plug}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={styles.wide}>
        <Field label={t('convert.form.device')}>
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              maxLength={80}
              placeholder="100-240V~ 50/60Hz 0.5A"
              value={shown.device}
              onChange={(event) => change({ device: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  );
}
