import { useRef } from 'react';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { heardWords, lineWords } from './conversion-words';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';

/**
 * The bar's context slot: what was found and its answer in one line. One clear reading is inserted from here;
 * with several, the agent chooses in the list.
 */
export function ConversionSlot(props: {
  readonly conversions: readonly Conversion[];
  readonly isOpen: boolean;
  readonly onInsert: (index: number) => void;
  readonly onToggle: (event: { readonly currentTarget: HTMLElement }) => void;
}) {
  const t = useT();
  const words = useRef<HTMLButtonElement>(null);
  const { conversions } = props;
  const pairs = conversions.map((conversion) =>
    t('page.conversion.pairs', {
      heard: heardWords(t, conversion),
      answer: conversion.lines.map((line) => lineWords(t, line)).join(' · '),
    }),
  );
  const isChoice = conversions.some((conversion) => conversion.ambiguous);
  // While the list is open it is the one region of that name.
  const region = props.isOpen ? {} : { role: 'region', 'aria-label': t('page.conversion.title') };
  return (
    <div className="p-slot" {...region}>
      <button
        ref={words}
        type="button"
        className="p-slot-words"
        aria-expanded={props.isOpen}
        title={`${t('page.conversion.details')}\n${pairs.join('\n')}`}
        onClick={props.onToggle}
      >
        <Icon name="swap" />
        <span>{pairs.join(' / ')}</span>
      </button>
      {!props.isOpen && (
        <button
          type="button"
          className="p-tool"
          aria-label={t('page.conversion.insert')}
          title={t('page.conversion.insert')}
          aria-haspopup={isChoice || undefined}
          onClick={() => {
            // The list's opener is the button that stays; this one makes room for the list's own.
            if (isChoice && words.current) props.onToggle({ currentTarget: words.current });
            else props.onInsert(0);
          }}
        >
          <Icon name="insert" />
        </button>
      )}
    </div>
  );
}
