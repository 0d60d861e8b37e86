import { useEffect, useRef, useState } from 'react';
import { closeOnEscape } from '../../content/keys';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import type { Variable } from './editor-state';
import { nameFromLabel, ownTypes, readOwnValue, valueLimits, type OwnValueDraft } from './own-value';

const nothing: OwnValueDraft = { name: '', type: 'text', label: '', fallback: '', choices: '', required: true };

/** Adds or changes a value of the desk's own; the name in the texts stays once it is given. */
export function ValueForm(props: {
  readonly title: string;
  readonly value?: OwnValueDraft;
  readonly isNamed: boolean;
  /** Names that are given away. */
  readonly taken: ReadonlySet<string>;
  readonly onSave: (variable: Variable) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { title, value, isNamed, taken, onSave, onCancel } = props;
  const [draft, setDraft] = useState<OwnValueDraft>(() => value ?? nothing);
  const [isTold, setTold] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const change = (part: Partial<OwnValueDraft>) => setDraft((now) => ({ ...now, ...part }));
  const read = readOwnValue(draft, taken);
  const text = (field: 'name' | 'label' | 'fallback', isFixed = false) => (
    <Field label={t(`editor.value.${field}`)}>
      {(control) => (
        <input
          {...control}
          ref={field === 'label' ? first : undefined}
          type="text"
          dir={field === 'name' ? 'ltr' : 'auto'}
          autoComplete="off"
          spellCheck={false}
          readOnly={isFixed}
          maxLength={valueLimits[field]}
          value={draft[field]}
          onChange={({ currentTarget: { value: typed } }) =>
            setDraft((now) => {
              // The name follows the label until somebody gives it another one.
              const nameOf = (label: string) => label && nameFromLabel(label, taken);
              const follows = field === 'label' && !isNamed && now.name === nameOf(now.label);
              return { ...now, [field]: typed, ...(follows ? { name: nameOf(typed) } : {}) };
            })
          }
        />
      )}
    </Field>
  );
  return (
    <form
      className={styles.valueForm}
      aria-label={title}
      noValidate
      {...closeOnEscape(onCancel)}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setTold(true);
        if (read.ok) onSave(read.value);
      }}
    >
      {text('label')}
      <Field label={t('editor.value.type')}>
        {(control) => (
          <select
            {...control}
            disabled={isNamed}
            value={draft.type}
            onChange={(event) => change({ type: ownTypes.find((one) => one === event.currentTarget.value) ?? 'text' })}
          >
            {(draft.type === 'order-id' ? [...ownTypes, 'order-id' as const] : ownTypes).map((type) => (
              <option key={type} value={type}>
                {t(`editor.type.${type}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {text('name', isNamed)}
      {draft.type === 'choice' && (
        <Field label={t('editor.value.choices')}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              dir="ltr"
              spellCheck={false}
              maxLength={valueLimits.choices}
              value={draft.choices}
              onChange={(event) => change({ choices: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      {text('fallback')}
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={draft.required}
          onChange={(event) => change({ required: event.currentTarget.checked })}
        />
        {t('editor.value.required')}
      </label>
      <p className={styles.wrong} role="alert">
        {isTold && !read.ok && t(`editor.value.problem.${read.error.kind}`)}
      </p>
      <div className={styles.buttons}>
        <Button look="primary" type="submit">
          {t('editor.value.save')}
        </Button>
        <Button onClick={onCancel}>{t('editor.value.cancel')}</Button>
      </div>
    </form>
  );
}
