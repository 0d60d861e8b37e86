import { memo, useRef, useState } from 'react';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { listLabel } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import type { EditorAction, Variable } from './editor-state';
import { draftOfValue } from './own-value';
import { isSame } from './same';
import type { ValueUse } from './sentence-settings';
import { ValueForm } from './value-form';
import { valueLabel, type ValueOption } from './value-options';

/** The values this reply asks for: of what kind, in which sentences, with what default; own ones can be added. */
export const ValuesPanel = memo(function ValuesPanel(props: {
  readonly variables: ReplyTemplate['variables'];
  readonly blocks: ReplyTemplate['blocks'];
  readonly use: ValueUse;
  readonly options: readonly ValueOption[];
  readonly dispatch: (action: EditorAction) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { variables, blocks, use, options, dispatch } = props;
  const [edited, setEdited] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const sentencesWith = (name: string): readonly string[] =>
    blocks.flatMap(({ id }, at) => (use[id]?.includes(name) ? [String(at + 1)] : []));
  const others = (name: string | null) =>
    new Set(options.map(({ variable }) => variable.name).filter((one) => one !== name));
  const row = (variable: Variable) => {
    const { name, type, fallback, required } = variable;
    const label = valueLabel(t, variable);
    const used = sentencesWith(name);
    return (
      <li key={name} data-value={name}>
        {edited === name ? (
          <ValueForm
            title={t('editor.values.editOf', { label })}
            value={draftOfValue(variable, label)}
            isNamed
            taken={others(name)}
            onSave={(changed) => {
              // A label nobody has changed stays the interface's own word, in the language of whoever reads it.
              const { label: own, ...rest } = changed;
              const isOwn = variable.label !== undefined || own !== label;
              dispatch({ kind: 'change-variable', variable: isOwn ? changed : rest });
              setEdited(null);
            }}
            onCancel={() => setEdited(null)}
          />
        ) : (
          <>
            <b dir="auto">{label}</b>
            <span>{t(`editor.type.${type}`)}</span>
            <span className={styles.quiet}>
              {t(required ? 'editor.values.required' : 'editor.values.optional')}
              {fallback !== undefined && <bdi>{t('editor.values.fallback', { fallback })}</bdi>}
              <span>
                {used.length > 0
                  ? t('editor.values.usedIn', { count: used.length, numbers: listLabel(used, uiLang) })
                  : t('editor.values.unused')}
              </span>
            </span>
            <span className={styles.rowTools}>
              <Button
                className={styles.small}
                aria-label={t('editor.values.editOf', { label })}
                onClick={() => setEdited(name)}
              >
                {t('editor.values.edit')}
              </Button>
              {used.length === 0 && (
                <Button
                  className={styles.small}
                  aria-label={t('editor.values.dropOf', { label })}
                  onClick={() => {
                    dispatch({ kind: 'drop-variable', name });
                    addButton.current?.focus();
                  }}
                >
                  {t('editor.values.drop')}
                </Button>
              )}
            </span>
          </>
        )}
      </li>
    );
  };
  return (
    <>
      <p className={styles.quiet}>{t('editor.values.help')}</p>
      {variables.length > 0 && (
        <ul className={styles.values} aria-label={t('editor.values.title')}>
          {variables.map(row)}
        </ul>
      )}
      {isAdding ? (
        <ValueForm
          title={t('editor.value.new')}
          isNamed={false}
          taken={others(null)}
          onSave={(variable) => {
            dispatch({ kind: 'declare', variable });
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button ref={addButton} onClick={() => setAdding(true)}>
          {t('editor.values.add')}
        </Button>
      )}
    </>
  );
}, isSame);
