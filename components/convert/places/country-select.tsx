import { useMemo } from 'react';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import { countryOptions } from '../forms/country-options';

/** The countries and territories of the mains table, by their names in the interface language. */
export function CountrySelect(props: {
  readonly codes: readonly string[];
  readonly uiLang: string;
  readonly country: string;
  readonly onCountry: (country: string) => void;
}) {
  const t = useT();
  const { codes, uiLang, country, onCountry } = props;
  const countries = useMemo(() => countryOptions(codes, uiLang), [codes, uiLang]);
  return (
    <Field label={t('convert.place.country')}>
      {(control) => (
        <select {...control} value={country} onChange={(event) => onCountry(event.target.value)}>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
