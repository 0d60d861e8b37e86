import { useId } from 'react';
import { isBlocking } from '@/utils/domain/replies/desk/template-problem';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import { ProblemList, type CaretPlace } from './problem-list';
import type { Editor } from './use-editor';

/** What the reply is called, whether it is saved, and what stands in the way of saving it. */
export function SaveBar(props: {
  readonly editor: Editor;
  readonly title: string;
  readonly said: string;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly onGo: (place: CaretPlace) => void;
}) {
  const t = useT();
  const { editor, title, said, onSave, onClose, onGo } = props;
  const { state, current, isNew, isUnsaved, isBusy, problems } = editor;
  const listId = useId();
  const whyId = useId();
  const blocking = problems.filter(isBlocking);
  const isBlocked = blocking.length > 0;
  const isSaved = !isUnsaved && !isNew;
  const why = isBlocked
    ? t('editor.save.blocked', { count: blocking.length })
    : isSaved
      ? t('editor.save.saved')
      : t('editor.save.unsaved');
  return (
    <div className={styles.bar}>
      <div className={styles.barLine}>
        <h2 dir="auto" title={title}>
          {title || t('editor.untitled')}
        </h2>
        {current && <span className={styles.tag}>{t(`editor.origin.${current.origin}`)}</span>}
        {current?.isOff && <span className={styles.tag}>{t('editor.origin.off')}</span>}
        <span id={whyId} className={isBlocked && !isSaved ? styles.wrong : styles.quiet} data-save-state>
          {why}
        </span>
        <span className={styles.buttons}>
          <Button onClick={onClose}>{t('editor.close')}</Button>
          <Button
            look="primary"
            // Not disabled: a press says why it can't be saved and goes there.
            aria-disabled={isBlocked || isSaved || isBusy || undefined}
            aria-describedby={isBlocked ? `${whyId} ${listId}` : whyId}
            aria-keyshortcuts="Control+S Meta+S"
            title={t('editor.save.key')}
            onClick={onSave}
          >
            {t('editor.save.button')}
          </Button>
        </span>
      </div>
      <p className={styles.said} role="status">
        {said}
      </p>
      {isBlocked && <ProblemList id={listId} template={state.template} problems={blocking} onGo={onGo} />}
    </div>
  );
}
