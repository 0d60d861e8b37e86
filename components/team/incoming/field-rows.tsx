import { useEffect, useRef, useState } from 'react';
import type { ImportLine, Take } from '@/utils/app/bundles-api';
import { labelOr } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { useT, type Translate } from '../../ui/translate';
import styles from './incoming.module.css';
import { ruleFieldName, ruleValue } from './rule-words';
import { beginningOf, valueText } from './value-text';

const takes: readonly Take[] = ['merged', 'ours', 'theirs'];
/** Of a new row there is no other side: it comes in or stays out. */
const takesOfNew: readonly Take[] = ['merged', 'ours'];

/** `fields.size` as "size", `tags.vip` as "Tag"; a technical name where there are no words. */
const fieldLabel = (t: Translate, field: string): string => {
  const dot = field.indexOf('.');
  if (dot < 0) return labelOr(t, `imports.field.${field}`, field);
  const [map, part] = [field.slice(0, dot), field.slice(dot + 1)];
  if (map === 'fields') return part;
  return labelOr(t, `imports.field.${map}`, map);
};

function Value({ value }: { readonly value: unknown }) {
  const t = useT();
  const { uiLang } = useApp();
  const [isWhole, setWhole] = useState(false);
  const whole = useRef<HTMLElement>(null);
  // The button that had the focus is gone.
  useEffect(() => void (isWhole && whole.current?.focus()), [isWhole]);
  const text = valueText(value, uiLang);
  const short = beginningOf(text);
  if (text === '') return <span className={styles.quiet}>–</span>;
  return (
    <>
      <bdi ref={whole} tabIndex={isWhole ? -1 : undefined} className={styles.value}>
        {isWhole ? text : (short ?? text)}
      </bdi>
      {short !== undefined && !isWhole && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('imports.whole')}
        </button>
      )}
    </>
  );
}

/** A choice between what merging says and either side. */
export function TakeChoice(props: {
  readonly label: string;
  readonly take: Take;
  readonly isNew?: boolean;
  readonly onTake: (take: Take) => void;
}) {
  const t = useT();
  const { label, take, isNew = false, onTake } = props;
  return (
    <select
      className={styles.take}
      aria-label={label}
      value={take}
      onChange={(event) => onTake(event.currentTarget.value as Take)}
    >
      {(isNew ? takesOfNew : takes).map((one) => (
        <option key={one} value={one}>
          {t(isNew ? `imports.takeNew.${one}` : `imports.take.${one}`)}
        </option>
      ))}
    </select>
  );
}

/** In what a row differs: ours, theirs, and what would be kept. */
export function FieldRows(props: {
  readonly line: ImportLine;
  /** What the row is called. */
  readonly title: string;
  readonly canChoose: boolean;
  readonly onChoose: (field: string, take: Take) => void;
}) {
  const t = useT();
  const { line, title, canChoose, onChoose } = props;
  const { uiLang } = useApp();
  const isNew = line.kind === 'new';
  const isRule = line.section === 'rules';
  const textOf = (value: unknown) => valueText(value, uiLang);
  // What a new row is called by is said already.
  const fields = isNew ? line.fields.filter((field) => textOf(field.merged) !== line.title) : line.fields;
  return (
    <ul className={styles.fields}>
      {fields.map((field) => {
        const take = line.chosen[field.field] ?? line.chosen['*'] ?? 'merged';
        const name = (isRule ? ruleFieldName(t, field.field) : null) ?? fieldLabel(t, field.field);
        const inWords = (value: unknown) => (isRule ? ruleValue(t, uiLang, { field: field.field, value }) : value);
        const result = field[take];
        const isTheirsUnseen = !isNew && ![field.ours, result].map(textOf).includes(textOf(field.theirs));
        return (
          <li key={field.field} data-conflict={field.isConflict || undefined}>
            <span className={styles.field}>
              <bdi>{name}</bdi>
            </span>
            <span>
              {!isNew && (
                <>
                  <Value value={inWords(field.ours)} />{' '}
                  <span role="img" aria-label={t('imports.becomes')}>
                    →
                  </span>{' '}
                </>
              )}
              <Value value={inWords(isNew ? field.merged : result)} />
            </span>
            {isTheirsUnseen && (
              <span>
                <span className={styles.quiet}>{t('imports.inFile')}</span> <Value value={inWords(field.theirs)} />
              </span>
            )}
            {/* A rule is taken whole: half of somebody's decision is nobody's. */}
            {canChoose && !isNew && !isRule && (
              <TakeChoice
                label={t('imports.takeField', { field: name, row: title })}
                take={take}
                onTake={(next) => onChoose(field.field, next)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
