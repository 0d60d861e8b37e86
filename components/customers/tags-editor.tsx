import { useRef, type FormEvent } from 'react';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import styles from './buyer-record.module.css';

const LONGEST_TAG = 40;

/** The tags of a buyer: remove one, add one. Saving is the caller's, which answers whether it worked. */
export function TagsEditor(props: {
  readonly tags: readonly string[];
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly onAdd: (tag: string) => Promise<boolean>;
  readonly onRemove: (tag: string) => Promise<boolean>;
}) {
  const t = useT();
  const { tags, typed, onType, onAdd, onRemove } = props;
  const field = useRef<HTMLInputElement>(null);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const tag = typed.trim();
    if (tag === '') return;
    if (tags.includes(tag) || (await onAdd(tag))) onType('');
    field.current?.focus();
  };
  const remove = async (tag: string) => {
    await onRemove(tag);
    // The button that was pressed is gone; the focus stays in this part.
    field.current?.focus();
  };
  return (
    <>
      {tags.length > 0 && (
        <ul className={styles.tags} aria-label={t('buyers.tags.title')}>
          {tags.map((tag) => (
            <li key={tag} className={styles.tag}>
              <bdi>{tag}</bdi>
              <button type="button" aria-label={t('buyers.tags.remove', { tag })} onClick={() => void remove(tag)}>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.inline} onSubmit={(event) => void add(event)}>
        <input
          ref={field}
          className={styles.input}
          dir="auto"
          maxLength={LONGEST_TAG}
          aria-label={t('buyers.tags.add')}
          placeholder={t('buyers.tags.placeholder')}
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
        />
        <Button type="submit" disabled={typed.trim() === ''}>
          {t('buyers.tags.save')}
        </Button>
      </form>
    </>
  );
}
