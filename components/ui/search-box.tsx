import { useEffect, useRef } from 'react';
import { Field } from './field';

const TYPED_IN = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** The box that narrows a long list; `/` leads to it from anywhere on the page where nothing is being typed. */
export function SearchBox(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** Most characters it takes. */
  readonly maxLength: number;
  /** Selector of the controls that keep a `/` for themselves. */
  readonly typedIn?: string;
  readonly onChange: (text: string) => void;
  /** Leaves the box for the list. */
  readonly onDown?: () => void;
}) {
  const { label, placeholder, value, maxLength, typedIn = TYPED_IN, onChange, onDown } = props;
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const view = new AbortController();
    const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.matches(typedIn);
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isPlain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!box.current || !isPlain || isTyping(event.target) || box.current.closest('[hidden]')) return;
      event.preventDefault();
      box.current.focus();
      box.current.select();
    };
    document.addEventListener('keydown', onKey, { signal: view.signal });
    return () => view.abort();
  }, [typedIn]);

  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          ref={box}
          type="search"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={maxLength}
          placeholder={placeholder}
          aria-keyshortcuts="/"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (!onDown || event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onDown();
          }}
        />
      )}
    </Field>
  );
}
