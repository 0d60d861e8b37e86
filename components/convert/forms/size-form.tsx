import { useMemo } from 'react';
import { systemsOf } from '@/utils/domain/convert/sizes/convert-size';
import type { Audience } from '@/utils/domain/convert/sizes/shoe';
import type { SizeCategory } from '@/utils/domain/convert/sizes/size';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import { systemName } from '../system-name';
import type { DomainFormProps } from './domain-form';
import styles from './forms.module.css';
import { readSizeFields, sizeCategories, writeSizeFields, type SizeFields } from './size-fields';
import { useFields, type FieldLanguage } from './use-fields';

const language: FieldLanguage<SizeFields> = {
  empty: { category: 'shoes', audience: '', system: 'EU', size: '' },
  blank: { size: '' },
  read: readSizeFields,
  write: writeSizeFields,
};

const AUDIENCES: readonly Audience[] = ['women', 'men', 'kids', 'unisex'];

/** What a size is of, for whom, in which system: chosen instead of written. */
export function SizeForm({ query, choice, tables, onQuery, onChoice }: DomainFormProps) {
  const t = useT();
  const { shown, change } = useFields({ query, tables, onQuery }, language);
  const audience = shown.audience || choice.audience || '';
  const systems = useMemo(
    () => systemsOf(shown.category, audience || undefined, tables),
    [shown.category, audience, tables],
  );
  const system = systems.includes(shown.system) ? shown.system : (systems[0] ?? shown.system);
  return (
    <div className={styles.form} role="group" aria-label={t('convert.form.sizes')}>
      <Field label={t('convert.form.category')}>
        {(control) => (
          <select
            {...control}
            value={shown.category}
            onChange={(event) => change({ category: event.target.value as SizeCategory, system })}
          >
            {sizeCategories.map((category) => (
              <option key={category} value={category}>
                {t(`convert.category.${category}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('convert.input.audience')}>
        {(control) => (
          <select
            {...control}
            value={audience}
            onChange={(event) => {
              const next = event.target.value as Audience | '';
              onChoice({ ...choice, audience: next || null });
              change({ audience: next, system });
            }}
          >
            <option value="">{t('convert.audience.any')}</option>
            {AUDIENCES.map((name) => (
              <option key={name} value={name}>
                {t(`convert.audience.${name}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('convert.form.system')}>
        {(control) => (
          <select {...control} value={system} onChange={(event) => change({ system: event.target.value })}>
            {systems.map((code) => (
              <option key={code} value={code}>
                {systemName(t, code)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('convert.form.size')}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            dir="ltr"
            maxLength={16}
            value={shown.size}
            onChange={(event) => change({ size: event.target.value, system })}
          />
        )}
      </Field>
    </div>
  );
}
