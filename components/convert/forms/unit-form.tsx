import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './forms.module.css';
import {
  partnersOf,
  readUnitFields,
  unitDimensions,
  unitGroups,
  writeUnitFields,
  type UnitFields,
} from './unit-fields';
import { useFields, type FieldLanguage, type FieldText } from './use-fields';

const language: FieldLanguage<UnitFields> = {
  empty: { value: '', from: 'cm', to: 'in' },
  blank: { value: '' },
  read: readUnitFields,
  write: writeUnitFields,
};

/** A number with its unit and the unit asked for. */
export function UnitForm(props: FieldText) {
  const t = useT();
  const { shown, change } = useFields(props, language);
  return (
    <div className={`${styles.form} ${styles.three}`} role="group" aria-label={t('convert.form.units')}>
      <Field label={t('convert.form.value')}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            maxLength={16}
            value={shown.value}
            onChange={(event) => change({ value: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('convert.form.from')}>
        {(control) => (
          <select {...control} value={shown.from} onChange={(event) => change({ from: event.target.value })}>
            {unitDimensions.map((dimension) => (
              <optgroup key={dimension} label={t(`convert.form.dimension.${dimension}`)}>
                {Object.keys(unitGroups[dimension]).map((unit) => (
                  <option key={unit} value={unit}>
                    {t(`convert.form.unit.${unit}`)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('convert.form.to')}>
        {(control) => (
          <select
            {...control}
            value={partnersOf(shown.from).includes(shown.to) ? shown.to : ''}
            onChange={(event) => change({ to: event.target.value })}
          >
            <option value="">{t('convert.form.usual')}</option>
            {partnersOf(shown.from).map((unit) => (
              <option key={unit} value={unit}>
                {t(`convert.form.unit.${unit}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
