import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { useT } from '../ui/translate';
import { ConversionCard } from './conversion-card';
import styles from './converter-panel.module.css';

/** What the input hands over to the list below it. */
export interface ResultListHandle {
  /** Puts the focus on the first answer; false where there is none. */
  enter(): boolean;
}

/** What can be done with an answer. */
export interface ResultUse {
  readonly onCopy: (text: string) => void;
  /** Absent where there is no message to insert into. */
  readonly onInsert?: (text: string) => void;
}

const keyOf = ({ start, kind, heard, audience, lines }: Conversion): string =>
  `${start} ${kind} ${heard} ${audience ?? ''} ${lines[0]?.label ?? ''} ${lines[0]?.value ?? ''}`;

type Keys = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Whether the keys ask for insertion into the message. */
export const asksToInsert = ({ key, ctrlKey, metaKey }: Omit<Keys, 'altKey'>): boolean =>
  key === 'Enter' && (ctrlKey || metaKey);

/** A printable key belongs into the input, wherever the focus is. */
const isTyping = ({ key, ctrlKey, metaKey, altKey }: Keys): boolean =>
  key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

/**
 * The answers as a list one walks through: Up and Down move, Enter copies, Ctrl or Cmd with Enter inserts. Leaving it
 * upwards, by Esc or by typing leads back to the input.
 */
export function ResultList(
  props: ResultUse & {
    readonly found: readonly Conversion[];
    readonly replyLang: string;
    readonly backToInput: (how: 'leave' | 'clear') => void;
    readonly handle?: Ref<ResultListHandle>;
  },
) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const { found, replyLang, backToInput, onCopy, onInsert } = props;
  const focusOn = (index: number): boolean => {
    const item = list.current?.children[index];
    if (!(item instanceof HTMLElement)) return false;
    item.focus();
    item.scrollIntoView?.({ block: 'nearest' });
    return true;
  };
  useImperativeHandle(props.handle ?? null, () => ({ enter: () => focusOn(0) }));

  const walk = (event: KeyboardEvent) => {
    const items = [...(list.current?.children ?? [])];
    const index = items.findIndex((item) => event.target instanceof Node && item.contains(event.target));
    const insertText = found[index]?.insertText;
    const isOnCard = event.target === items[index];
    if (event.key === 'Escape') backToInput('clear');
    else if (event.key === 'ArrowDown') focusOn(index + 1);
    else if (event.key === 'ArrowUp') {
      if (index === 0) backToInput('leave');
      else focusOn(index - 1);
    } else if (asksToInsert(event) && onInsert && insertText) onInsert(insertText);
    else if (event.key === 'Enter' && isOnCard && insertText) onCopy(insertText);
    else {
      // Not prevented: the browser delivers the letter to whatever has the focus after this.
      if (isOnCard && isTyping(event)) backToInput('leave');
      return;
    }
    event.preventDefault();
  };
  const newest = useRef(walk);
  useEffect(() => {
    newest.current = walk;
  });
  // Cards are no controls: their keys are heard where they pass, on the list.
  useEffect(() => {
    const view = new AbortController();
    list.current?.addEventListener('keydown', (event) => newest.current(event), { signal: view.signal });
    return () => view.abort();
  }, []);

  return (
    <ul ref={list} className={styles.results} aria-label={t('convert.result.list')} hidden={found.length === 0}>
      {found.map((conversion) => (
        <li key={keyOf(conversion)} className={styles.result} tabIndex={-1}>
          <ConversionCard
            conversion={conversion}
            replyLang={replyLang}
            onCopy={onCopy}
            {...(onInsert ? { onInsert } : {})}
          />
        </li>
      ))}
    </ul>
  );
}
