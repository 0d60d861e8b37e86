import { useState, type FormEvent } from 'react';
import { onEscape } from '../content/keys';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useT } from '../ui/translate';
import type { TemplateEntry } from './template-entries';
import styles from './templates.module.css';
import type { DeskState } from './use-template-desk';

const LONGEST_TAG = 40;

/** Puts a tag on the selected replies, or takes one off that some of them have. */
export function TagForm(props: {
  readonly state: DeskState;
  readonly selected: readonly TemplateEntry[];
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { state, selected, onDone, onCancel } = props;
  const [text, setText] = useState('');
  const ids = selected.map(({ id }) => id);
  const tags = [...new Set(selected.flatMap(({ listed }) => listed.template.tags ?? []))].sort();
  const change = async (add: readonly string[], remove: readonly string[]) => {
    if (!(await state.run(state.api.tag({ ids, add, remove })))) return;
    const [tag = ''] = [...add, ...remove];
    onDone(t(`templates.tag.${add.length > 0 ? 'added' : 'removed'}`, { tag, count: ids.length }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const tag = text.trim();
    if (tag !== '') void change([tag], []);
  };
  return (
    // The key handler only closes; the controls inside are what a person works with.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={styles.panel}
      data-panel
      aria-label={t('templates.bulk.tag')}
      onSubmit={submit}
      onKeyDown={(event) => onEscape(event, onCancel)}
    >
      <div className={styles.inline}>
        <Field label={t('templates.tag.new')}>
          {(control) => (
            <input
              {...control}
              dir="auto"
              autoComplete="off"
              maxLength={LONGEST_TAG}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary" disabled={text.trim() === ''}>
          {t('templates.tag.add')}
        </Button>
        <Button onClick={onCancel}>{t('templates.cancel')}</Button>
      </div>
      {tags.length > 0 && (
        <div className={styles.buttons} role="group" aria-label={t('templates.tag.takeOff')}>
          <span className={styles.quiet}>{t('templates.tag.takeOff')}</span>
          {tags.map((tag) => (
            <Button key={tag} aria-label={t('templates.tag.remove', { tag })} onClick={() => void change([], [tag])}>
              <bdi>{tag}</bdi> <span aria-hidden="true">×</span>
            </Button>
          ))}
        </div>
      )}
    </form>
  );
}
