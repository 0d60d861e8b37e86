import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { closeOnEscape, isComposing } from '../../content/keys';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import styles from './editor.module.css';
import type { Variable } from './editor-state';
import { ValueForm } from './value-form';
import { searchValues, type ValueOption } from './value-options';

// Somebody who knows the name goes on typing it to the closing braces, whatever has the focus by then.
const TYPED_OUT = /^\s*([a-zA-Z]\w*)\s*(?:\|\s*\w+\s*)?\}\}$/u;

/** A list of values to put into a sentence, found by typing; a value that is not there yet can be added. */
export function ValuePicker(props: {
  readonly label: string;
  readonly options: readonly ValueOption[];
  readonly onPick: (variable: Variable) => void;
  /** Closed on purpose: the caret goes back to the text. */
  readonly onClose: () => void;
  /** The focus has gone somewhere else and stays there. */
  readonly onLeave: () => void;
}) {
  const t = useT();
  const { label, options, onPick, onClose, onLeave } = props;
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [isAdding, setAdding] = useState(false);
  useEffect(() => {
    field.current?.focus();
    // At the lower edge of the window the list would open out of sight.
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isAdding]);

  const found = searchValues(options, typed);
  const active = Math.min(at, found.length - 1);
  const optionId = (index: number) => `${base}-option-${index}`;
  useEffect(() => {
    const shown: Element | undefined = list.current?.children[active];
    shown?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  const search = (value: string) => {
    setTyped(value);
    setAt(0);
    const name = TYPED_OUT.exec(value)?.[1];
    const exact = options.find(({ variable }) => variable.name === name);
    if (exact) onPick(exact.variable);
  };
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((active + step + found.length) % found.length);
    }
    const chosen = found[active];
    if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen) onPick(chosen.variable);
    }
  };
  const boxKeys = {
    ...closeOnEscape(onClose),
    onBlur: (event: FocusEvent) => {
      // Gone to another window: the list stays for the return.
      if (event.relatedTarget && !box.current?.contains(event.relatedTarget)) onLeave();
    },
  };
  return (
    <div ref={box} className={styles.picker} role="dialog" aria-label={label} {...boxKeys}>
      {isAdding ? (
        <ValueForm
          title={t('editor.value.new')}
          isNamed={false}
          taken={new Set(options.map(({ variable }) => variable.name))}
          onSave={onPick}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <>
          <input
            ref={field}
            className={styles.pickerSearch}
            type="text"
            role="combobox"
            aria-label={t('editor.picker.search')}
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls={`${base}-list`}
            aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
            placeholder={t('editor.picker.placeholder')}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            value={typed}
            onChange={(event) => search(event.currentTarget.value)}
            onKeyDown={keys}
          />
          <ul ref={list} id={`${base}-list`} className={styles.options} role="listbox" aria-label={label}>
            {found.map(({ variable, label: name, sample, isDeclared }, index) => (
              // The keys belong to the search field, which names the option it is on.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={variable.name}
                id={optionId(index)}
                role="option"
                aria-selected={index === active}
                data-declared={isDeclared || undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onPick(variable)}
              >
                <b dir="auto">{name}</b>
                <span className={styles.sample} dir="auto">
                  {sample}
                </span>
              </li>
            ))}
          </ul>
          {found.length === 0 && (
            <p className={styles.quiet} role="status">
              {t('editor.picker.none')}
            </p>
          )}
          <Button onClick={() => setAdding(true)}>{t('editor.picker.own')}</Button>
        </>
      )}
    </div>
  );
}
