import { useEffect, useRef, useState } from 'react';
import type { Lang } from '@/utils/domain/ids';
import type { TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { TemplateBlock } from '@/utils/domain/replies/template';
import { languageName, listLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import { freshBlockId, type EditorAction, type EditorState } from './editor-state';
import { holesIn } from './insert-value';
import type { Columns } from './language-choice';
import type { usualLines } from './new-reply';
import { SentenceField } from './sentence-field';
import { SentenceRow } from './sentence-row';
import type { Caret } from './use-caret';
import { valueLabel, type ValueOption } from './value-options';

/** All sentences of a reply in two languages. */
export function SentenceList(props: {
  readonly state: EditorState;
  readonly columns: Columns;
  readonly problems: readonly TemplateProblem[];
  readonly options: readonly ValueOption[];
  readonly caret: Caret;
  /** How replies usually begin and end in a language. */
  readonly usual: (lang: Lang) => ReturnType<typeof usualLines>;
  readonly dispatch: (action: EditorAction) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { state, columns, problems, options, caret, usual, dispatch } = props;
  const { template, removed } = state;
  const [said, setSaid] = useState('');
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that took it out is gone with it.
    if (removed) undo.current?.focus();
  }, [removed]);

  const sides = ['left', 'right'] as const;
  const has = (lang: Lang) => template.languages[lang] !== undefined;
  const textOf = (lang: Lang, block: string) => template.languages[lang]?.texts[block] ?? '';
  const add = (after: string | null) => {
    const block = freshBlockId(template.blocks);
    dispatch({ kind: 'add-sentence', after });
    caret.go({ lang: columns.left, block });
  };
  const move = (block: string, from: number, by: -1 | 1) => {
    const to = from + by;
    if (to < 0 || to >= template.blocks.length) return;
    caret.keepFocus();
    dispatch({ kind: 'move-sentence', block, by });
    setSaid(t('editor.sentence.moved', { number: to + 1, of: template.blocks.length }));
  };
  const field = (block: string, number: number, lang: Lang, other: Lang) => (
    <SentenceField
      key={lang}
      label={t('editor.sentence.field', { number, language: languageName(lang, uiLang) })}
      lang={lang}
      text={textOf(lang, block)}
      problems={problems.filter(
        (problem) =>
          'block' in problem && problem.block === block && problem.lang === lang && problem.kind !== 'missing-text',
      )}
      options={options}
      fieldRef={(element) => caret.hold({ lang, block }, element)}
      onChange={(text) => dispatch({ kind: 'text', lang, block, text })}
      onDeclare={({ name, type, required, choices, fallback, label }) =>
        dispatch({
          kind: 'declare',
          variable: {
            name,
            type,
            required,
            ...(choices ? { choices } : {}),
            ...(fallback === undefined ? {} : { fallback }),
            ...(label === undefined ? {} : { label }),
          },
        })
      }
      onJump={(at) => caret.go({ lang, block, at })}
      copy={{
        label: t('editor.sentence.copy', { language: languageName(other, uiLang) }),
        text: textOf(other, block),
      }}
    />
  );
  const holes = ({ id, needs = [] }: TemplateBlock): readonly string[] => {
    const texts = [columns.left, columns.right].map((lang) => textOf(lang, id)).join('\n');
    return template.variables
      .filter(({ name }) => holesIn(texts, template.variables, needs).includes(name))
      .map((variable) => valueLabel(t, variable));
  };
  const begin = (lang: Lang) => {
    dispatch({ kind: 'add-language', lang, texts: usual(lang) });
    const first = template.blocks.find(({ id }) => !usual(lang)[id]) ?? template.blocks[0];
    if (first) caret.go({ lang, block: first.id });
  };
  return (
    <section className={styles.section} aria-label={t('editor.sentence.list')}>
      <p className={styles.quiet}>{t('editor.sentence.keys')}</p>
      {sides.some((side) => !has(columns[side])) && (
        <div className={styles.columns}>
          {sides.map((side) => (
            <div key={side}>
              {!has(columns[side]) && (
                <Button onClick={() => begin(columns[side])}>
                  {t('editor.language.begin', { language: languageName(columns[side], uiLang) })}
                </Button>
              )}
            </div>
          ))}
        </div>
      )}
      <ol className={styles.rows}>
        {template.blocks.map((block, at) => (
          <SentenceRow
            key={block.id}
            block={block}
            number={at + 1}
            template={template}
            dispatch={dispatch}
            onMove={(by) => move(block.id, at, by)}
            onAdd={() => add(block.id)}
            onRemove={() => {
              dispatch({ kind: 'remove-sentence', block: block.id });
              setSaid(t('editor.sentence.removed', { number: at + 1 }));
            }}
          >
            {field(block.id, at + 1, columns.left, columns.right)}
            {field(block.id, at + 1, columns.right, columns.left)}
            {holes(block).length > 0 && (
              <p className={styles.hint}>
                <Icon name="info" />
                {t('editor.sentence.hole', { names: listLabel(holes(block), uiLang) })}
              </p>
            )}
          </SentenceRow>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button onClick={() => add(template.blocks.at(-1)?.id ?? null)}>{t('editor.sentence.addLast')}</Button>
        <span role="status">{said}</span>
        {removed && (
          <Button
            ref={undo}
            onClick={() => {
              dispatch({ kind: 'put-sentence-back' });
              setSaid('');
              caret.go({ lang: columns.left, block: removed.block.id });
            }}
          >
            {t('editor.sentence.putBack')}
          </Button>
        )}
      </div>
    </section>
  );
}
