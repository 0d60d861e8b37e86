import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ReplyTemplate, TemplateBlock } from '@/utils/domain/replies/template';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import type { EditorAction } from './editor-state';
import { gapName, sentenceNotes, SentenceSettings } from './sentence-settings';

/** One sentence: what it is, its words in two languages, and everything that can be done with it. */
export function SentenceRow(props: {
  readonly block: TemplateBlock;
  readonly number: number;
  readonly template: ReplyTemplate;
  readonly dispatch: (action: EditorAction) => void;
  readonly onRemove: () => void;
  readonly onAdd: () => void;
  readonly onMove: (by: -1 | 1) => void;
  /** The text fields, one per column. */
  readonly children: ReactNode;
}) {
  const t = useT();
  const { block, number, template, dispatch, onRemove, onAdd, onMove, children } = props;
  const [isOpen, setOpen] = useState(false);
  const settingsId = useId();
  const count = template.blocks.length;
  const role = t(`editor.role.${block.role}`);
  const name = (what: string) => t(`editor.sentence.${what}`, { number });
  const keys = {
    onKeyDown: (event: KeyboardEvent) => {
      // Alt+↓ opens a list of choices and belongs to it.
      const isList = event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement;
      if (isList || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
      if (by === undefined) return;
      event.preventDefault();
      onMove(by);
    },
  };
  return (
    <li className={styles.row} data-block={block.id} aria-label={t('editor.sentence.name', { number, role })} {...keys}>
      <div className={styles.rowHead}>
        <b>{t('editor.sentence.name', { number, role })}</b>
        <span className={styles.notes}>
          {number > 1 && block.before !== ' ' && (
            <span className={styles.tag}>{t(`editor.gap.${gapName(block.before)}`)}</span>
          )}
          {sentenceNotes(block).map((key) => (
            <span key={key} className={styles.tag}>
              {t(key)}
            </span>
          ))}
        </span>
        <span className={styles.rowTools}>
          <Button
            className={styles.small}
            aria-expanded={isOpen}
            aria-controls={settingsId}
            aria-label={name('settingsOf')}
            onClick={() => setOpen(!isOpen)}
          >
            {t('editor.sentence.settings')}
          </Button>
          <Button
            className={styles.icon}
            aria-disabled={number === 1 || undefined}
            aria-label={name('up')}
            title={t('editor.sentence.upKey')}
            onClick={() => onMove(-1)}
          >
            <span className={styles.upwards}>
              <Icon name="down" />
            </span>
          </Button>
          <Button
            className={styles.icon}
            aria-disabled={number === count || undefined}
            aria-label={name('down')}
            title={t('editor.sentence.downKey')}
            onClick={() => onMove(1)}
          >
            <Icon name="down" />
          </Button>
          <Button className={styles.small} aria-label={name('addAfter')} onClick={onAdd}>
            {t('editor.sentence.add')}
          </Button>
          <Button
            className={styles.icon}
            aria-disabled={count === 1 || undefined}
            aria-label={name('remove')}
            onClick={onRemove}
          >
            <Icon name="close" />
          </Button>
        </span>
      </div>
      <div id={settingsId} hidden={!isOpen}>
        {isOpen && (
          <SentenceSettings
            block={block}
            template={template}
            onChange={(part) => dispatch({ kind: 'change-sentence', block: block.id, part })}
          />
        )}
      </div>
      <div className={styles.columns}>{children}</div>
    </li>
  );
}
