import { useId, useRef, useState } from 'react';
import { isBlocking, type TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { Lang } from '@/utils/domain/ids';
import { LONGEST_SOURCE } from '@/utils/domain/replies/liquid-grammar';
import { directionOf } from '../../content/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import type { Variable } from './editor-state';
import { hasJustOpened, insertAt, placeFor } from './insert-value';
import { problemWords } from './problem-words';
import type { ValueOption } from './value-options';
import { ValuePicker } from './value-picker';

const LINE = 44;

const rowsFor = (text: string): number =>
  Math.min(
    10,
    Math.max(
      2,
      text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / LINE)), 0),
    ),
  );

/** What one text field of the editor works with. */
export interface SentenceFieldProps {
  /** "Sentence 3, German". */
  readonly label: string;
  readonly lang: Lang;
  readonly text: string;
  readonly problems: readonly TemplateProblem[];
  readonly options: readonly ValueOption[];
  readonly fieldRef: (field: HTMLTextAreaElement | null) => void;
  readonly onChange: (text: string) => void;
  readonly onDeclare: (variable: Variable) => void;
  /** Puts the caret at a place in this text. */
  readonly onJump: (at: number) => void;
  /** The same sentence in the other column, as a start. */
  readonly copy?: { readonly label: string; readonly text: string };
}

/** The words of one sentence in one language, with what is wrong with them at its place. */
export function SentenceField(props: SentenceFieldProps) {
  const t = useT();
  const { uiLang } = useApp();
  const { label, lang, text, options, fieldRef, onChange, onDeclare, onJump, copy } = props;
  const base = useId();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const [selection, setSelection] = useState<{ readonly start: number; readonly end: number } | null>(null);
  // Braces typed for the list are no mistake while the list is open.
  const problems = selection ? [] : props.problems;
  // Words a script puts into a text field are not in the browser's own list of things to undo.
  const [lastPut, setPut] = useState<{ readonly before: string; readonly after: string } | null>(null);
  const hold = (element: HTMLTextAreaElement | null) => {
    field.current = element;
    fieldRef(element);
  };
  const open = () => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    setSelection({ start: selectionStart, end: selectionEnd });
  };
  const close = (caret = selection?.end ?? text.length) => {
    setSelection(null);
    onJump(caret);
  };
  const put = (words: string) => {
    setPut({ before: text, after: words });
    onChange(words);
  };
  const pick = (variable: Variable) => {
    const inserted = insertAt(text, selection ?? { start: text.length, end: text.length }, placeFor(variable));
    onDeclare(variable);
    put(inserted.text);
    close(inserted.caret);
  };
  const listId = `${base}-problems`;
  const known = (name: string) => options.find(({ variable }) => variable.name === name)?.variable;
  return (
    <div className={styles.cell} data-lang={lang}>
      <textarea
        ref={hold}
        className={styles.text}
        aria-label={label}
        aria-invalid={problems.some(isBlocking) || undefined}
        aria-describedby={problems.length > 0 ? listId : undefined}
        lang={lang}
        // Not "auto": a text that begins with a place for a value would read from the left in Arabic too.
        dir={directionOf(lang)}
        rows={rowsFor(text)}
        maxLength={LONGEST_SOURCE}
        value={text}
        onChange={({ currentTarget, nativeEvent }) => {
          const { value, selectionStart, selectionEnd } = currentTarget;
          onChange(value);
          const isComposed = 'isComposing' in nativeEvent && nativeEvent.isComposing === true;
          if (!isComposed && hasJustOpened(text, value, selectionStart))
            setSelection({ start: selectionStart, end: selectionEnd });
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
          if (isUndo && lastPut?.after === text) {
            event.preventDefault();
            setPut(null);
            onChange(lastPut.before);
            onJump(lastPut.before.length);
          } else if (event.key === ' ' && event.ctrlKey) {
            event.preventDefault();
            open();
          }
        }}
      />
      {problems.length > 0 && (
        <ul id={listId} className={styles.problems}>
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)} data-kind={problem.kind} data-blocking={isBlocking(problem) || undefined}>
              <Icon name={isBlocking(problem) ? 'block' : 'info'} />
              <span dir="auto">{problemWords(problem, { t, uiLang })}</span>
              {problem.kind === 'syntax' && (
                <Button
                  className={styles.small}
                  aria-label={t('editor.problem.goTo', { place: label })}
                  onClick={() => onJump(problem.at)}
                >
                  {t('editor.problem.go')}
                </Button>
              )}
              {problem.kind === 'undeclared' && known(problem.name) && (
                <Button className={styles.small} onClick={() => onDeclare(known(problem.name)!)}>
                  {t('editor.problem.declare', { name: problem.name })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.tools}>
        <Button className={styles.small} aria-label={t('editor.picker.openFor', { place: label })} onClick={open}>
          {t('editor.picker.open')}
        </Button>
        {copy && text.trim() === '' && copy.text.trim() !== '' && (
          <Button
            className={styles.small}
            onClick={() => {
              put(copy.text);
              onJump(0);
            }}
          >
            {copy.label}
          </Button>
        )}
      </div>
      {selection && (
        <ValuePicker
          label={t('editor.picker.label', { place: label })}
          options={options}
          onPick={pick}
          onClose={() => close()}
          onLeave={() => setSelection(null)}
        />
      )}
    </div>
  );
}
