import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { OpenField, Suggestion, VariableType } from '@/utils/domain/replies/draft';
import { DraftText } from './draft-text';
import { isComposing, onEscape } from './keys';
import { dayLabel, labelOr, variableLabel } from './labels';
import { useT } from '../ui/translate';

type Values = Readonly<Record<string, string>>;

/** Days from today offered beside a date field: the past for what has happened, else the days ahead. */
const PAST_DAYS = [0, -1, -2, -3];
const COMING_DAYS = [1, 2, 3, 7];
const HAPPENED = new Set(['shipDate', 'deliveredOn', 'promisedDate', 'orderDate']);

const INPUT: Readonly<Record<Exclude<VariableType, 'choice'>, object>> = {
  text: { type: 'text' },
  date: { type: 'date' },
  days: { type: 'number', min: 1 },
  'order-id': { type: 'text', spellCheck: false },
  money: { type: 'text', inputMode: 'decimal' },
  number: { type: 'text', inputMode: 'numeric' },
};

/** The calendar day `shift` days from `today`, as the agent's clock counts days. */
function dayFrom(today: Date, shift: number): string {
  const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + shift, 12);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}

/** Asks for the values a reply still needs; nothing required may stay open, what is left stays marked. */
export function MissingValues(props: {
  readonly suggestion: Suggestion;
  readonly uiLang: string;
  readonly onComplete: (values: Values) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { suggestion } = props;
  const [values, setValues] = useState<Values>({});
  const form = useRef<HTMLFormElement>(null);
  const todo = suggestion.open.filter((field) => field.required && !values[field.name]?.trim()).length;

  // A choice can bring another question along: the focus goes to it.
  const asked = suggestion.open.map(({ name }) => name).join(' ');
  useEffect(() => {
    const fields = form.current;
    (fields?.querySelector<HTMLElement>('input[data-todo]') ?? fields?.querySelector('input'))?.focus();
  }, [asked]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (todo > 0) return;
    const typed = Object.entries(values).map(([name, value]) => [name, value.trim()] as const);
    props.onComplete(Object.fromEntries(typed.filter(([, value]) => value !== '')));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    onEscape(event, props.onCancel);
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    // The Enter that ends a composition must not submit; some browsers deliver it as an ordinary key.
    if (isComposing(event)) event.preventDefault();
    else if (todo > 0) {
      event.preventDefault();
      form.current?.querySelector<HTMLInputElement>('input[data-todo]')?.focus();
    }
  };
  const keys = { onKeyDown };
  return (
    <form ref={form} className="p-form" aria-label={t('reply.form.label')} noValidate onSubmit={submit} {...keys}>
      <p className="p-form-title" dir="auto">
        {suggestion.title}
      </p>
      <div className="p-fields">
        {suggestion.open.map((field) => (
          <ValueField
            key={field.name}
            field={field}
            uiLang={props.uiLang}
            value={values[field.name] ?? ''}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
      </div>
      <DraftText className="p-mine p-preview" draft={suggestion.counterpart ?? suggestion.draft} values={values} />
      <div className="p-foot">
        <p className="p-status">{todo > 0 ? t('reply.form.todo', { count: todo }) : t('reply.form.ready')}</p>
        <p className="p-label">{t('reply.form.kept')}</p>
        <button type="submit" className="p-primary" disabled={todo > 0}>
          {t('reply.form.insert')}
        </button>
        <button type="button" className="p-button" onClick={props.onCancel}>
          {t('reply.form.cancel')}
        </button>
      </div>
    </form>
  );
}

function ValueField(props: {
  readonly field: OpenField;
  readonly uiLang: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useT();
  const id = useId();
  const { field, value } = props;
  const label = field.label ?? variableLabel(t, field.name);
  if (field.type === 'choice') return <ChoiceField {...props} label={label} />;
  return (
    <div className="p-field">
      <label htmlFor={id}>{field.required ? label : t('reply.form.optional', { label })}</label>
      <input
        id={id}
        {...INPUT[field.type]}
        name={field.name}
        dir="auto"
        autoComplete="off"
        required={field.required}
        data-todo={(field.required && value.trim() === '') || undefined}
        value={value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      {field.type === 'date' && <QuickDays {...props} label={label} />}
    </div>
  );
}

/** A few ways to go on; the texts say each of them in the buyer's language. */
function ChoiceField(props: {
  readonly field: OpenField;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useT();
  const { field, value } = props;
  return (
    <fieldset className="p-field p-choices">
      <legend>{props.label}</legend>
      {field.choices?.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={field.name}
            value={choice}
            checked={value === choice}
            data-todo={value === '' || undefined}
            onChange={() => props.onChange(choice)}
          />
          {labelOr(t, `reply.choice.${choice}`, choice)}
        </label>
      ))}
    </fieldset>
  );
}

function QuickDays(props: {
  readonly field: OpenField;
  readonly label: string;
  readonly uiLang: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useT();
  // Read once: the choices must not change under the pointer at midnight.
  const [today] = useState(() => new Date());
  const signed = new Intl.NumberFormat(props.uiLang, { signDisplay: 'exceptZero' });
  const shifts = HAPPENED.has(props.field.name) ? PAST_DAYS : COMING_DAYS;
  return (
    <span className="p-days" role="group" aria-label={t('reply.form.quick', { label: props.label })}>
      {shifts.map((days) => {
        const day = dayFrom(today, days);
        const shift = signed.format(days);
        const name = t('reply.form.days', { shift, date: dayLabel(day, props.uiLang) });
        return (
          <button
            key={days}
            type="button"
            className="p-chip"
            aria-label={name}
            title={name}
            onClick={() => props.onChange(day)}
          >
            {shift}
          </button>
        );
      })}
    </span>
  );
}
