import { useMemo, useState, type FormEvent } from 'react';
import type { BuyerSignal } from '@/utils/domain/records';
import { dayLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import { countryLabel, languageLabel } from '../labels';
import { countryChoices, languageChoices } from './choices';
import styles from './facts.module.css';
import { FieldLine } from './field-line';
import { useRecord } from './record-state';

const signals: readonly BuyerSignal[] = ['wholesale', 'sample', 'partner', 'opted-out'];
const LONGEST_NAME = 40;
const LONGEST_VALUE = 500;

/** What a person keeps of a buyer beside the notes, under a name of their own. */
function NewField() {
  const t = useT();
  const { buyers } = useApp().api;
  const { buyerKey, run, say } = useRecord();
  const [typed, setTyped] = useState<{ readonly name: string; readonly value: string } | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const name = typed?.name.trim() ?? '';
    const value = typed?.value.trim() ?? '';
    if (name === '' || value === '') return;
    if (!(await run(buyers.setField({ buyerKey, field: `fields.${name}`, value }))).ok) return;
    setTyped(null);
    say(t('buyers.field.saved', { field: name }));
  };
  if (typed === null)
    return (
      <div>
        <button type="button" className={styles.link} onClick={() => setTyped({ name: '', value: '' })}>
          {t('buyers.field.add')}
        </button>
      </div>
    );
  return (
    <form className={styles.part} aria-label={t('buyers.field.add')} onSubmit={(event) => void save(event)}>
      {(['name', 'value'] as const).map((part) => (
        <input
          key={part}
          className={styles.input}
          aria-label={t(`buyers.field.new.${part}`)}
          placeholder={t(`buyers.field.new.${part}`)}
          dir="auto"
          autoComplete="off"
          maxLength={part === 'name' ? LONGEST_NAME : LONGEST_VALUE}
          value={typed[part]}
          onChange={(event) => setTyped({ ...typed, [part]: event.currentTarget.value })}
        />
      ))}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={typed.name.trim() === '' || typed.value.trim() === ''}>
          {t('buyers.field.save')}
        </Button>
        <Button onClick={() => setTyped(null)}>{t('buyers.cancel')}</Button>
      </div>
    </form>
  );
}

/** What the buyer has asked for, as switches with the day it was seen first. */
function Signals() {
  const t = useT();
  const { uiLang } = useApp();
  const { buyers } = useApp().api;
  const { buyerKey, view, run, say } = useRecord();
  const { buyer } = view;
  const set = async (signal: BuyerSignal, isOn: boolean) => {
    const value = isOn ? new Date().toLocaleDateString('sv') : '';
    const field = `signals.${signal}` as const;
    if ((await run(buyers.setField({ buyerKey, field, value }))).ok)
      say(t('buyers.field.saved', { field: t(`buyers.signal.${signal}`) }));
  };
  return (
    <fieldset className={styles.switches}>
      <legend>{t('buyers.signal.title')}</legend>
      {signals.map((signal) => {
        const since = buyer.signals?.[signal];
        return (
          <label key={signal}>
            <input
              type="checkbox"
              role="switch"
              checked={Boolean(since)}
              onChange={(event) => void set(signal, event.currentTarget.checked)}
            />
            <span>
              {t(`buyers.signal.${signal}`)}{' '}
              {since && (
                <span className={styles.quiet}>{t('buyers.signal.since', { day: dayLabel(since, uiLang) })}</span>
              )}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** The fields of a record a person can change, each on its own. */
export function FieldList() {
  const t = useT();
  const { uiLang } = useApp();
  const { view } = useRecord();
  const { buyer } = view;
  const { displayName = '', country = '', lang = '', fields = {} } = buyer;
  const countries = useMemo(() => () => countryChoices(uiLang), [uiLang]);
  return (
    <section className={styles.part} aria-label={t('buyers.field.title')}>
      <dl className={styles.facts}>
        <FieldLine field="displayName" label={t('buyers.field.name')} value={displayName} />
        <FieldLine
          field="country"
          label={t('buyers.table.country')}
          value={country}
          shown={country && countryLabel(country, uiLang)}
          choices={countries}
        />
        <FieldLine
          field="lang"
          label={t('buyers.table.language')}
          value={lang}
          shown={lang && languageLabel(lang, uiLang)}
          choices={(current) => languageChoices(uiLang, current)}
        />
        {Object.entries(fields)
          .filter(([, value]) => value !== '')
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, value]) => (
            <FieldLine key={name} field={`fields.${name}`} label={name} value={value} />
          ))}
      </dl>
      <NewField />
      <Signals />
    </section>
  );
}
