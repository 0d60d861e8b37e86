import { onEscape } from '../content/keys';
import { TagsForm } from '../ui/tags-form';
import { useT } from '../ui/translate';
import type { TemplateEntry } from './template-entries';
import styles from './templates.module.css';
import type { DeskState } from './use-template-desk';

/** Puts a tag on the selected replies, or takes one off that some of them have. */
export function TagForm(props: {
  readonly state: DeskState;
  readonly selected: readonly TemplateEntry[];
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const { state, selected, onDone, onCancel } = props;
  const ids = selected.map(({ id }) => id);
  const tags = [...new Set(selected.flatMap(({ listed }) => listed.template.tags ?? []))].sort();
  const change = async (add: readonly string[], remove: readonly string[]) => {
    if (!(await state.run(state.api.tag({ ids, add, remove })))) return;
    const [tag = ''] = [...add, ...remove];
    onDone(t(`templates.tag.${add.length > 0 ? 'added' : 'removed'}`, { tag, count: ids.length }));
  };
  return (
    <TagsForm
      className={styles.panel}
      data-panel
      aria-label={t('templates.bulk.tag')}
      words={{
        name: t('templates.tag.new'),
        add: t('templates.tag.add'),
        cancel: t('templates.cancel'),
        takeOff: t('templates.tag.takeOff'),
        remove: (tag) => t('templates.tag.remove', { tag }),
      }}
      look={styles}
      tags={tags}
      onAdd={(tag) => void change([tag], [])}
      onRemove={(tag) => void change([], [tag])}
      onCancel={onCancel}
      onKeyDown={(event) => onEscape(event, onCancel)}
    />
  );
}
