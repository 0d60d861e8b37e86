import { memo, useId, useState, type KeyboardEvent } from 'react';
import type { TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { Lang } from '@/utils/domain/ids';
import type { ReplyTemplate, TemplateBlock } from '@/utils/domain/replies/template';
import { languageName, listLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import type { EditorAction } from './editor-state';
import { holesIn } from './insert-value';
import { isSame } from './same';
import { SentenceField } from './sentence-field';
import { gapName, sentenceNotes, SentenceSettings } from './sentence-settings';
import type { Caret } from './use-caret';
import { valueLabel, type ValueOption } from './value-options';

/** The words of a sentence in one column. */
export interface SentenceSide {
  readonly lang: Lang;
  readonly text: string;
  /** The words in the other column, as a start while there are none here. */
  readonly start: { readonly lang: Lang; readonly text: string } | null;
  readonly problems: readonly TemplateProblem[];
}

/**
 * One sentence: what it is, its words in two languages, and everything that can be done with it. Drawn again only when
 * something about this sentence changes: a key in one of forty costs one.
 */
export const SentenceRow = memo(function SentenceRow(props: {
  readonly block: TemplateBlock;
  readonly number: number;
  /** How many sentences there are. */
  readonly count: number;
  readonly sides: readonly SentenceSide[];
  readonly variables: ReplyTemplate['variables'];
  /** The values it uses in any language. */
  readonly used: readonly string[];
  readonly options: readonly ValueOption[];
  readonly caret: Caret;
  readonly dispatch: (action: EditorAction) => void;
  readonly onRemove: (number: number) => void;
  readonly onAdd: (block: string) => void;
  readonly onMove: (number: number, by: -1 | 1) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { block, number, count, sides, variables, used, options, caret, dispatch, onRemove, onAdd, onMove } = props;
  const [isOpen, setOpen] = useState(false);
  const settingsId = useId();
  const texts = sides.map(({ text }) => text).join('\n');
  const holes = holesIn(texts, variables, block.needs ?? []).flatMap((hole) =>
    variables.filter((variable) => variable.name === hole).map((variable) => valueLabel(t, variable)),
  );
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
      onMove(number, by);
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
            onClick={() => onMove(number, -1)}
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
            onClick={() => onMove(number, 1)}
          >
            <Icon name="down" />
          </Button>
          <Button className={styles.small} aria-label={name('addAfter')} onClick={() => onAdd(block.id)}>
            {t('editor.sentence.add')}
          </Button>
          <Button
            className={styles.icon}
            aria-disabled={count === 1 || undefined}
            aria-label={name('remove')}
            onClick={() => onRemove(number)}
          >
            <Icon name="close" />
          </Button>
        </span>
      </div>
      <div id={settingsId} hidden={!isOpen}>
        {isOpen && (
          <SentenceSettings
            block={block}
            variables={variables}
            used={used}
            onChange={(part) => dispatch({ kind: 'change-sentence', block: block.id, part })}
          />
        )}
      </div>
      <div className={styles.columns}>
        {sides.map(({ lang, text, start, problems }) => (
          <SentenceField
            key={lang}
            label={t('editor.sentence.field', { number, language: languageName(lang, uiLang) })}
            lang={lang}
            text={text}
            problems={problems}
            options={options}
            fieldRef={(element) => caret.hold({ lang, block: block.id }, element)}
            onChange={(typed) => dispatch({ kind: 'text', lang, block: block.id, text: typed })}
            onDeclare={({ name: declared, type, required, choices, fallback, label }) =>
              dispatch({
                kind: 'declare',
                variable: {
                  name: declared,
                  type,
                  required,
                  ...(choices ? { choices } : {}),
                  ...(fallback === undefined ? {} : { fallback }),
                  ...(label === undefined ? {} : { label }),
                },
              })
            }
            onJump={(at) => caret.go({ lang, block: block.id, at })}
            {...(start
              ? {
                  copy: {
                    label: t('editor.sentence.copy', { language: languageName(start.lang, uiLang) }),
                    text: start.text,
                  },
                }
              : {})}
          />
        ))}
        {holes.length > 0 && (
          <p className={styles.hint}>
            <Icon name="info" />
            {t('editor.sentence.hole', { names: listLabel(holes, uiLang) })}
          </p>
        )}
      </div>
    </li>
  );
}, isSame);
