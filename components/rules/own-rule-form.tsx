import { useEffect, useRef, useState } from 'react';
import type { OwnRule } from '@/utils/domain/compliance/desk-rules';
import { deskLimits, readOwnRule } from '@/utils/domain/compliance/desk/own-rule';
import type { Severity } from '@/utils/domain/compliance/input';
import { languageName } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import { ownProblemWords } from './own-rule-problem';
import { placeLabel } from './place-label';
import styles from './rules.module.css';
import { TryOut } from './try-out';

const severities: readonly Severity[] = ['block', 'warn', 'info'];

const freshRule = (): OwnRule => ({
  id: `own-${crypto.randomUUID()}`,
  title: '',
  why: '',
  alternative: '',
  words: [],
  unless: [],
  severity: 'warn',
  marketplaces: [],
  langs: [],
});

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Ticks among many; none means all. */
function Ticks(props: {
  readonly legend: string;
  readonly options: readonly (readonly [string, string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const t = useT();
  const { legend, options, chosen, onChange } = props;
  return (
    <fieldset className={styles.set}>
      <legend>{legend}</legend>
      <div className={styles.checks}>
        {options.map(([id, words]) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            {words}
          </label>
        ))}
      </div>
      <p className={styles.quiet}>{t('rules.own.form.allWhenNone')}</p>
    </fieldset>
  );
}

/** Writes or changes an own rule; what was typed stays until it can be saved or is given up. */
export function OwnRuleForm(props: {
  readonly rule: OwnRule | null;
  readonly languages: readonly string[];
  readonly onSave: (rule: OwnRule) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { uiLang, markets } = useApp();
  const { rule, languages, onSave, onCancel } = props;
  const [draft, setDraft] = useState(() => rule ?? freshRule());
  const [words, setWords] = useState(() => draft.words.join('\n'));
  const [unless, setUnless] = useState(() => draft.unless.join('\n'));
  const [isTold, setTold] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const change = (part: Partial<OwnRule>) => setDraft((now) => ({ ...now, ...part }));
  const written: OwnRule = { ...draft, words: linesOf(words), unless: linesOf(unless) };
  const read = readOwnRule(written);
  // The words can be tried before the rule has a name.
  const tried = readOwnRule({ ...written, title: 'untitled' });
  const name = rule ? t('rules.own.form.edit', { title: rule.title }) : t('rules.own.form.new');
  const text = (field: 'title' | 'why' | 'alternative' | 'replacement', max: number) => (
    <Field label={t(`rules.own.form.${field}`)}>
      {(control) => (
        <input
          {...control}
          ref={field === 'title' ? first : undefined}
          type="text"
          dir="auto"
          autoComplete="off"
          maxLength={max}
          value={draft[field] ?? ''}
          onChange={(event) => change({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const lines = (label: string, value: string, onChange: (value: string) => void) => (
    <Field label={label}>
      {(control) => (
        <textarea
          {...control}
          rows={4}
          dir="auto"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
  return (
    <form
      className={styles.form}
      aria-label={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTold(true);
        if (read.ok) onSave(read.value);
      }}
    >
      <h2>{name}</h2>
      <div className={styles.fields}>
        {text('title', deskLimits.title)}
        <Field label={t('rules.own.form.severity')}>
          {(control) => (
            <select
              {...control}
              value={draft.severity}
              onChange={(event) =>
                change({ severity: severities.find((one) => one === event.currentTarget.value) ?? 'warn' })
              }
            >
              {severities.map((severity) => (
                <option key={severity} value={severity}>
                  {t(`rules.severity.${severity}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {lines(t('rules.own.form.words'), words, setWords)}
        {lines(t('rules.own.form.unless'), unless, setUnless)}
        <div>
          {text('replacement', deskLimits.replacement)}
          <p className={styles.quiet}>{t('rules.own.form.replacementHelp')}</p>
        </div>
        {text('alternative', deskLimits.text)}
        <div className={styles.wide}>{text('why', deskLimits.text)}</div>
        <Ticks
          legend={t('rules.own.form.markets')}
          options={markets.map((market) => [market, placeLabel(t, market)])}
          chosen={draft.marketplaces}
          onChange={(marketplaces) => change({ marketplaces })}
        />
        <Ticks
          legend={t('rules.own.form.langs')}
          options={languages.map((lang) => [lang, languageName(lang, uiLang)])}
          chosen={draft.langs}
          onChange={(langs) => change({ langs })}
        />
      </div>
      <TryOut rule={tried.ok ? tried.value : null} />
      <p className={styles.wrong} role="alert">
        {isTold && !read.ok && ownProblemWords(t, read.error)}
      </p>
      <div className={styles.buttons}>
        <Button look="primary" type="submit">
          {t('rules.own.form.save')}
        </Button>
        <Button onClick={onCancel}>{t('rules.own.form.cancel')}</Button>
      </div>
    </form>
  );
}
