import { Field } from './field';

/** A choice among words, the first of which means everything and is the empty value. */
export function SelectOne<V extends string>(props: {
  readonly label: string;
  readonly value: V | '';
  readonly options: readonly (readonly [V, string])[];
  /** The word for everything. */
  readonly all: string;
  readonly onChange: (value: V | '') => void;
}) {
  const { label, value, options, all, onChange } = props;
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={(event) => onChange(options.find(([id]) => id === event.currentTarget.value)?.[0] ?? '')}
        >
          <option value="">{all}</option>
          {options.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
