import { useEffect, useMemo, useRef, useState } from 'react';
import type { Lang } from '@/utils/domain/ids';
import { MOST_SENTENCES } from '@/utils/domain/replies/desk/check-template';
import type { TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import { languageName } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import { freshBlockId, type EditorAction, type EditorState } from './editor-state';
import type { Columns } from './language-choice';
import type { usualLines } from './new-reply';
import { useLatest } from './same';
import { SentenceRow, type SentenceSide } from './sentence-row';
import type { ValueUse } from './sentence-settings';
import type { Caret } from './use-caret';
import type { ValueOption } from './value-options';

/** All sentences of a reply in two languages. */
export function SentenceList(props: {
  readonly state: EditorState;
  readonly columns: Columns;
  readonly problems: readonly TemplateProblem[];
  /** The values each sentence uses. */
  readonly use: ValueUse;
  readonly options: readonly ValueOption[];
  readonly caret: Caret;
  /** How replies usually begin and end in a language. */
  readonly usual: (lang: Lang) => ReturnType<typeof usualLines>;
  readonly dispatch: (action: EditorAction) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { state, columns, problems, use, options, caret, usual, dispatch } = props;
  const { template, removed } = state;
  const [said, setSaid] = useState('');
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that took it out is gone with it.
    if (removed) undo.current?.focus();
  }, [removed]);

  const placed = useMemo(() => {
    const places = new Map<string, TemplateProblem[]>();
    for (const problem of problems) {
      // An empty field says itself that nothing is in it.
      if (!('block' in problem) || problem.kind === 'missing-text') continue;
      const place = `${problem.lang} ${problem.block}`;
      places.set(place, [...(places.get(place) ?? []), problem]);
    }
    return places;
  }, [problems]);
  const sides = ['left', 'right'] as const;
  const has = (lang: Lang) => template.languages[lang] !== undefined;
  const textOf = (lang: Lang, block: string) => template.languages[lang]?.texts[block] ?? '';
  const add = useLatest((after: string | null) => {
    if (template.blocks.length >= MOST_SENTENCES) return setSaid(t('editor.sentence.most', { count: MOST_SENTENCES }));
    const block = freshBlockId(template.blocks);
    dispatch({ kind: 'add-sentence', after });
    caret.go({ lang: columns.left, block });
  });
  const move = useLatest((number: number, by: -1 | 1) => {
    const block = template.blocks[number - 1];
    const to = number + by;
    if (!block || to < 1 || to > template.blocks.length) return;
    caret.keepFocus();
    dispatch({ kind: 'move-sentence', block: block.id, by });
    setSaid(t('editor.sentence.moved', { number: to, of: template.blocks.length }));
  });
  const remove = useLatest((number: number) => {
    const block = template.blocks[number - 1];
    if (!block) return;
    dispatch({ kind: 'remove-sentence', block: block.id });
    setSaid(t('editor.sentence.removed', { number }));
  });
  const side = (block: string, lang: Lang, other: Lang): SentenceSide => {
    const text = textOf(lang, block);
    const start = textOf(other, block);
    return {
      lang,
      text,
      start: text.trim() === '' && start.trim() !== '' ? { lang: other, text: start } : null,
      problems: placed.get(`${lang} ${block}`) ?? [],
    };
  };
  const begin = (lang: Lang) => {
    dispatch({ kind: 'add-language', lang, texts: usual(lang) });
    const first = template.blocks.find(({ id }) => !usual(lang)[id]) ?? template.blocks[0];
    if (first) caret.go({ lang, block: first.id });
  };
  return (
    <section className={styles.section} aria-label={t('editor.sentence.list')}>
      <p className={styles.quiet}>{t('editor.sentence.keys')}</p>
      {sides.some((one) => !has(columns[one])) && (
        <div className={styles.columns}>
          {sides.map((one) => (
            <div key={one}>
              {!has(columns[one]) && (
                <Button onClick={() => begin(columns[one])}>
                  {t('editor.language.begin', { language: languageName(columns[one], uiLang) })}
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
            count={template.blocks.length}
            sides={[side(block.id, columns.left, columns.right), side(block.id, columns.right, columns.left)]}
            variables={template.variables}
            used={use[block.id] ?? []}
            options={options}
            caret={caret}
            dispatch={dispatch}
            onMove={move}
            onAdd={add}
            onRemove={remove}
          />
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
