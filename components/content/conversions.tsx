import { useRef } from 'react';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { convertWord, labelOr } from './labels';
import { Icon } from '../ui/icon';
import { useT, type Translate } from '../ui/translate';

type Lines = Conversion['lines'];

const lineWords = (t: Translate, line: Lines[number]): string => {
  const [label, value] = [convertWord(t, line.label), convertWord(t, line.value)];
  return line.range
    ? t('page.conversion.lineRange', { label, value, range: line.range })
    : t('page.conversion.line', { label, value });
};

const heardWords = (t: Translate, { heard, audience }: Conversion): string =>
  audience ? `${convertWord(t, heard)} · ${t(`page.conversion.audience.${audience}`)}` : convertWord(t, heard);

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

/** The warning that the list's own first line already gives. */
const SAID_ABOVE = 'convert.warning.ambiguous';

/** Every conversion with its answer, what it rests on, and what to beware of. */
export function ConversionList(props: {
  readonly conversions: readonly Conversion[];
  readonly onInsert: (index: number) => void;
}) {
  const t = useT();
  const { conversions } = props;
  return (
    <>
      {conversions.some((conversion) => conversion.ambiguous) && (
        <p className="p-hint">{t('page.conversion.readings')}</p>
      )}
      <ul className="p-list">
        {conversions.map((conversion, index) => (
          <li key={`${conversion.start} ${conversion.heard} ${conversion.audience ?? ''}`} className="p-conversion">
            <bdi className="p-heard">{heardWords(t, conversion)}</bdi>
            <span className="p-answer">
              {conversion.lines.map((line) => (
                <b key={line.label}>
                  <bdi>{lineWords(t, line)}</bdi>
                </b>
              ))}
            </span>
            <span className="p-basis">
              {conversion.warnings
                .filter((warning) => warning !== SAID_ABOVE)
                .map((warning) => (
                  <span key={warning} className="p-warning">
                    <Icon name="warn" />
                    {labelOr(t, warning, warning.replace(/^.*\./, ''))}
                  </span>
                ))}
              <span className="p-label">
                {t(`convert.basis.${conversion.basis.kind}`, {
                  source: labelOr(t, `convert.source.${conversion.basis.sourceId}`, conversion.basis.sourceId),
                })}
              </span>
            </span>
            <button
              type="button"
              className="p-primary"
              title={conversion.insertText}
              onClick={() => props.onInsert(index)}
            >
              {t('page.conversion.insert')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
