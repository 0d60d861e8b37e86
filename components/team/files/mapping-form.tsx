import { fieldsOf, fileKinds, neededOf, type FileMapping, type OrderField } from '@/utils/domain/order-files/fields';
import { guessColumns } from '@/utils/domain/order-files/recognise';
import { isPersonalHeading } from '@/utils/domain/order-files/headings';
import { tableEncodings, type OrderTable, type TableEncoding } from '@/utils/domain/order-files/table';
import type { OrderFileLook } from '@/utils/app/order-files-api';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './files.module.css';

/** Currencies sellers are paid in, the most common first; another one can stand in a column of the file. */
const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'JPY',
  'CNY',
  'RUB',
  'PLN',
  'SEK',
  'CAD',
  'AUD',
  'MXN',
  'BRL',
  'TRY',
  'AED',
  'SAR',
  'SGD',
  'INR',
  'KRW',
];

/** One choice of several. */
function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly isNeeded?: boolean;
  readonly onChoose: (value: string) => void;
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        <select
          {...control}
          value={props.value}
          aria-required={props.isNeeded ?? false}
          onChange={(event) => props.onChoose(event.currentTarget.value)}
        >
          {props.options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const withColumn = (mapping: FileMapping, field: OrderField, place: string): FileMapping => {
  const { [field]: _, ...others } = mapping.columns;
  return { ...mapping, columns: place === '' ? others : { ...others, [field]: Number(place) } };
};

/** Which column tells what, and what only a person can say about a file. */
export function MappingForm(props: {
  readonly table: OrderTable;
  readonly mapping: FileMapping;
  readonly look: OrderFileLook | null;
  readonly onChange: (mapping: FileMapping) => void;
  readonly onEncoding: (encoding: TableEncoding) => void;
}) {
  const t = useT();
  const { table, mapping, look, onChange } = props;
  const columns = table.headings.flatMap((heading, place): readonly (readonly [string, string])[] =>
    isPersonalHeading(heading)
      ? []
      : [[String(place), heading === '' ? t('files.column.unnamed', { place: place + 1 }) : heading]],
  );
  const asksDays = look?.asksDayOrder === true || mapping.dayOrder !== undefined;
  const asksCurrency = look?.asksCurrency === true || mapping.currency !== undefined;
  return (
    <div className={styles.form}>
      <Choice
        label={t('files.kind.label')}
        value={mapping.kind}
        options={fileKinds.map((kind) => [kind, t(`files.kind.${kind}`)])}
        onChoose={(value) => {
          const kind = fileKinds.find((one) => one === value) ?? 'orders';
          onChange({ ...mapping, kind, columns: guessColumns(table.headings, kind) });
        }}
      />
      {table.encoding !== undefined && !table.isEncodingSure && (
        <Choice
          label={t('files.encoding.label')}
          value={table.encoding}
          options={tableEncodings.map((encoding) => [encoding, t(`files.encoding.${encoding}`)])}
          onChoose={(value) => props.onEncoding(tableEncodings.find((one) => one === value) ?? 'utf-8')}
        />
      )}
      {asksDays && (
        <Choice
          label={t('files.days.label')}
          value={mapping.dayOrder ?? ''}
          isNeeded
          options={[
            ['', t('files.days.choose')],
            ['day-first', t('files.days.dayFirst')],
            ['month-first', t('files.days.monthFirst')],
          ]}
          onChoose={(value) => {
            const { dayOrder: _, ...rest } = mapping;
            onChange(value === 'day-first' || value === 'month-first' ? { ...rest, dayOrder: value } : rest);
          }}
        />
      )}
      {asksCurrency && (
        <Choice
          label={t('files.currency.label')}
          value={mapping.currency ?? ''}
          options={[['', t('files.currency.none')], ...CURRENCIES.map((code) => [code, code] as const)]}
          onChoose={(value) => {
            const { currency: _, ...rest } = mapping;
            onChange(value === '' ? rest : { ...rest, currency: value });
          }}
        />
      )}
      {mapping.kind === 'orders' && mapping.columns.amount !== undefined && (
        <Choice
          label={t('files.amount.label')}
          value={mapping.amountPer}
          options={[
            ['row', t('files.amount.row')],
            ['order', t('files.amount.order')],
          ]}
          onChoose={(value) => onChange({ ...mapping, amountPer: value === 'order' ? 'order' : 'row' })}
        />
      )}
      <fieldset className={styles.columns}>
        <legend>{t('files.column.legend')}</legend>
        {fieldsOf[mapping.kind].map((field) => (
          <Choice
            key={field}
            label={t(`files.field.${field}`)}
            value={String(mapping.columns[field] ?? '')}
            isNeeded={neededOf[mapping.kind].includes(field)}
            options={[['', t('files.column.none')], ...columns]}
            onChoose={(place) => onChange(withColumn(mapping, field, place))}
          />
        ))}
      </fieldset>
    </div>
  );
}
