import { useState, type ComponentProps, type FormEvent } from 'react';
import { Button } from './button';
import { Field } from './field';

const LONGEST_TAG = 40;

/** What is written in the form, in the words of the page it stands on. */
export interface TagWords {
  readonly name: string;
  readonly add: string;
  readonly cancel: string;
  readonly takeOff: string;
  readonly remove: (tag: string) => string;
}

/** Puts a tag on all that is selected, or takes one off that some of it has. */
export function TagsForm({
  words,
  look,
  tags,
  isBusy = false,
  onAdd,
  onRemove,
  onCancel,
  ...form
}: Omit<ComponentProps<'form'>, 'onSubmit' | 'children'> & {
  readonly words: TagWords;
  /** Classes of the page for the line of the new tag, the line of those that can go, and its heading. */
  readonly look: Readonly<Partial<Record<'inline' | 'buttons' | 'quiet', string>>>;
  readonly tags: readonly string[];
  readonly isBusy?: boolean;
  /** Told of a tag without blanks around it, never an empty one. */
  readonly onAdd: (tag: string) => void;
  readonly onRemove: (tag: string) => void;
  readonly onCancel: () => void;
}) {
  const [text, setText] = useState('');
  const tag = text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tag !== '' && !isBusy) onAdd(tag);
  };
  return (
    <form {...form} onSubmit={submit}>
      <div className={look.inline}>
        <Field label={words.name}>
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
        <Button type="submit" look="primary" disabled={tag === '' || isBusy}>
          {words.add}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
      {tags.length > 0 && (
        <div className={look.buttons} role="group" aria-label={words.takeOff}>
          <span className={look.quiet}>{words.takeOff}</span>
          {tags.map((one) => (
            <Button key={one} disabled={isBusy} aria-label={words.remove(one)} onClick={() => onRemove(one)}>
              <bdi>{one}</bdi> <span aria-hidden="true">×</span>
            </Button>
          ))}
        </div>
      )}
    </form>
  );
}
