import { useEffect, useRef } from 'react';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { lineWords, pairWords, shortWords } from './conversion-words';
import { listenForConversionKey } from './session/shortcuts';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

/** The first lines are for the buyer's country and the listing; the list has them all. */
const SHOWN_LINES = 2;

/**
 * The bar's chip: what was found and its answer in one line. The only answer is inserted from here, by click or by Alt+0,
 * when it is clear; else the agent chooses in the list.
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
  const [only, more] = insertable;
  const isChoice = !only || more !== undefined || only.ambiguous;
  // The list's opener is the button that stays; the other one makes room for the list's own.
  const choose = () => words.current && !isOpen && onToggle({ currentTarget: words.current });
  const insert = () => (isChoice ? choose() : onInsert(conversions.indexOf(only)));
  useEffect(() => {
    const life = new AbortController();
    listenForConversionKey(life.signal, () => void insert());
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
          onClick={() => void insert()}
        >
          <Icon name="insert" />
        </button>
      )}
    </div>
  );
}
