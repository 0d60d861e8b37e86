import type { ProductField } from '@/utils/domain/products/product-card';
import { cardCategories, listingSystems } from '@/utils/domain/products/size-names';
import { systemName } from '../convert/system-name';
import { Field } from '../ui/field';
import { useT, type Translate } from '../ui/translate';
import { hintOf } from './label-hint';
import { fieldLabel } from './problem-words';
import styles from './products.module.css';

/** A field of the form: an id of the product, or something a card can say. */
export type FormField = Pick<ProductField, 'id' | 'maxLength' | 'unit'> & {
  readonly type: ProductField['type'] | 'id';
};

const plugs = ['A', 'B', 'C', 'D', 'E', 'F', 'E/F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O'];

const choicesOf = (t: Translate, type: FormField['type']): readonly (readonly [string, string])[] | null => {
  if (type === 'plug') return plugs.map((plug) => [plug, t('convert.products.plug', { plug })]);
  if (type === 'size-category') return cardCategories.map((name) => [name, t(`convert.category.${name}`)]);
  if (type === 'size-system') return listingSystems.map((code) => [code, systemName(t, code)]);
  return null;
};

/** One field of the form with what is wrong with it, or how it is understood. */
export function CardField(props: {
  readonly field: FormField;
  readonly value: string;
  readonly problem: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}) {
  const t = useT();
  const { field, value, problem, onChange, onLeave } = props;
  const { id: name, type, maxLength, unit } = field;
  const choices = choicesOf(t, type);
  const hint = problem === '' ? hintOf(name, value) : '';
  const label = unit ? t('convert.products.withUnit', { field: fieldLabel(t, name), unit }) : fieldLabel(t, name);
  return (
    <div className={type === 'long-text' ? styles.wide : undefined}>
      <Field label={label}>
        {(control) => {
          const common = {
            ...control,
            name,
            value,
            'aria-describedby': `${control.id}-note`,
            'aria-invalid': problem === '' ? undefined : true,
            onBlur: onLeave,
          } as const;
          return (
            <>
              {choices && (
                <select {...common} onChange={(event) => onChange(event.currentTarget.value)}>
                  <option value="">{t('convert.products.notKnown')}</option>
                  {choices.map(([option, words]) => (
                    <option key={option} value={option}>
                      {words}
                    </option>
                  ))}
                </select>
              )}
              {!choices && type === 'long-text' && (
                <textarea
                  {...common}
                  rows={3}
                  dir="auto"
                  maxLength={maxLength}
                  onChange={(event) => onChange(event.currentTarget.value)}
                />
              )}
              {!choices && type !== 'long-text' && (
                <input
                  {...common}
                  dir={type === 'text' ? 'auto' : 'ltr'}
                  autoComplete="off"
                  spellCheck={type === 'text'}
                  maxLength={Math.max(maxLength, 12)}
                  {...(type === 'number' ? { inputMode: 'decimal' as const } : {})}
                  onChange={(event) => onChange(event.currentTarget.value)}
                />
              )}
              <p id={`${control.id}-note`} className={styles.note} data-wrong={problem !== '' || undefined}>
                {problem || (hint && t('convert.products.understood', { label: hint }))}
              </p>
            </>
          );
        }}
      </Field>
    </div>
  );
}
