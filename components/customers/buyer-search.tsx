import { Field } from '../ui/field';
import { useT } from '../ui/translate';

/** The search box over all buyers. */
export function BuyerSearch({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const t = useT();
  return (
    <Field label={t('buyers.search.label')}>
      {(control) => (
        <input
          {...control}
          type="search"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={t('buyers.search.placeholder')}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
