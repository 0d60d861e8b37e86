import { useEffect, useRef } from 'react';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { lineWords, pairWords, shortWords } from './conversion-words';
import { listenForConversionKey } from './session/shortcuts';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

/** The first lines are for the buyer's country and the listing; the list has them all. */
const SHOWN_LINES = 2;

/**
 * The bar's chip: what was found and its answer in one line. One clear reading is inserted from here, by click or by
 * Alt+0; with several, the agent chooses in the list.
 */
export function ConversionSlot(props: {
  readonly conversions: readonly Conversion[];
  readonly isOpen: boolean;
  readonly onInsert: (index: number) => void;
  readonly onToggle: (event: { readonly currentTarget: HTMLElement }) => void;
}) {
  const t = useT();
  const words = useRef<HTMLButtonElement>(null);
  const { conversions, isOpen, onInsert, onToggle } = props;
  const shown = conversions.filter(({ start }) => start === conversions[0]?.start);
  const insertable = conversions.filter(({ insertText }) => insertText !== '');
  const isChoice = shown.length > 1 || shown[0]?.insertText === '';
  // The list's opener is the button that stays; the other one makes room for the list's own.
  const choose = () => words.current && !isOpen && onToggle({ currentTarget: words.current });
  useEffect(() => {
    const life = new AbortController();
    const [only, more] = insertable;
    listenForConversionKey(life.signal, () => (only && !more ? onInsert(conversions.indexOf(only)) : choose()));
    return () => life.abort();
  });
  // While the list is open it is the one region of that name.
  const region = isOpen ? {} : { role: 'region', 'aria-label': t('page.conversion.title') };
  const all = conversions.map((each) =>
    pairWords(
      t,
      each,
      each.lines.map((line) => lineWords(t, line)),
    ),
  );
  return (
    <div className="p-slot" {...region}>
      <button
        ref={words}
        type="button"
        className="p-slot-words"
        aria-expanded={isOpen}
        title={`${t('page.conversion.details')}\n${all.join('\n')}`}
        onClick={onToggle}
      >
        <Icon name="swap" />
        <span>
          {shown
            .map((each) =>
              pairWords(
                t,
                each,
                each.lines.slice(0, SHOWN_LINES).map((line) => shortWords(t, line)),
              ),
            )
            .join(' / ')}
        </span>
        {conversions.length > shown.length && (
          <small>{t('page.bar.more', { count: conversions.length - shown.length })}</small>
        )}
      </button>
      {!isOpen && insertable.length > 0 && (
        <button
          type="button"
          className="p-tool"
          aria-label={t('page.conversion.insert')}
          aria-keyshortcuts="Alt+0"
          title={t('page.conversion.insertKey')}
          aria-haspopup={isChoice || undefined}
          onClick={() => (isChoice ? choose() : onInsert(0))}
        >
          <Icon name="insert" />
        </button>
      )}
    </div>
  );
}
