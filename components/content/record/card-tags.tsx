import { useId, useRef, useState, type FormEvent } from 'react';
import { useT } from '../../ui/translate';
import type { AssistantActions } from '../model';

const LONGEST_TAG = 40;
/** As many as a record holds. */
const MOST_TAGS = 20;

/** The tags of the buyer: one word and Enter adds one, with those the desk uses offered while typing. */
export function CardTags(props: {
  readonly tags: readonly string[];
  readonly actions: Pick<AssistantActions, 'changeRecord' | 'knownTags'>;
}) {
  const t = useT();
  const { tags, actions } = props;
  const [text, setText] = useState('');
  const [known, setKnown] = useState<readonly string[] | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();

  const isFull = tags.length >= MOST_TAGS;

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const tag = text.trim();
    if (tag === '' || isFull) return;
    if (tags.includes(tag) || (await actions.changeRecord('tagBuyer', { add: [tag] }))) setText('');
  };
  const remove = async (tag: string) => {
    await actions.changeRecord('tagBuyer', { remove: [tag] });
    // The button that was pressed is gone; the focus stays in this part.
    field.current?.focus();
  };
  return (
    <div className="p-tagging">
      {tags.length > 0 && (
        <ul className="p-tags" aria-label={t('notes.card.tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <bdi>{tag}</bdi>
              <button type="button" aria-label={t('notes.tag.remove', { tag })} onClick={() => void remove(tag)}>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={(event) => void add(event)}>
        <input
          ref={field}
          dir="auto"
          list={list}
          maxLength={LONGEST_TAG}
          aria-label={t('notes.tag.add')}
          placeholder={isFull ? t('notes.tag.full', { count: MOST_TAGS }) : t('notes.tag.add')}
          readOnly={isFull}
          value={text}
          onFocus={() => known === null && void actions.knownTags().then(setKnown)}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <datalist id={list}>
          {(known ?? [])
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </form>
    </div>
  );
}
