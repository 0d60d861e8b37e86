import { useEffect, useRef, useState } from 'react';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { createWordMarks, type WordMark, type WordMarks } from '@/utils/page/word-marks';
import type { AssistantActions, AssistantModel } from './model';
import { ConversionList } from './conversion-list';
import { closeOnEscape } from './keys';
import { convertWord, directionOf } from './labels';
import type { PageWordsPart } from './parts/offered-parts';
import { popoverPlace } from './popover-place';
import { usePointed } from './session/pointed';
import { Icon } from '../ui/icon';
import { useT, type Translate } from '../ui/translate';

const idOf = ({ start, end }: Conversion): string => `${start} ${end}`;

/** One mark for each span, whatever number of readings it has. */
const marksOf = (t: Translate, conversions: readonly Conversion[]): readonly WordMark[] =>
  conversions
    .filter((conversion, at) => conversions.findIndex((other) => idOf(other) === idOf(conversion)) === at)
    .map((conversion) => ({
      id: idOf(conversion),
      start: conversion.start,
      end: conversion.end,
      label: t('page.conversion.mark', { heard: convertWord(t, conversion.heard) }),
    }));

const NEXT: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Marks over the sizes, voltages and measures in the buyer's own words, each with its conversion beside it when the pointer
 * rests on it or it has the focus. By keyboard: arrow up on the bar's chip, then arrows; Tab and Enter go into the conversion.
 */
export function ConversionMarks(props: {
  readonly model: AssistantModel;
  readonly actions: Pick<AssistantActions, 'insertConversion'>;
  readonly words: PageWordsPart;
}) {
  const t = useT();
  const { model, words } = props;
  const { conversions } = model;
  const box = useRef<HTMLDivElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const drawn = useRef<WordMarks | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [find] = useState(() => (x: number, y: number) => drawn.current?.hitTest(x, y) ?? null);
  const { pointed, close, setInside } = usePointed(find, conversions.length > 0);

  const isInPopover = () => {
    const root = popover.current?.getRootNode() as Document | ShadowRoot | undefined;
    return popover.current?.contains(root?.activeElement ?? null) ?? false;
  };
  const enter = () => {
    const [close, insert = close] = popover.current?.querySelectorAll<HTMLElement>('button') ?? [];
    insert?.focus();
  };
  const chip = () =>
    (box.current?.getRootNode() as Document | ShadowRoot | undefined)?.querySelector<HTMLElement>('.p-slot-words');
  const step = (id: string, by: number) => {
    const seen = drawn.current?.seen() ?? [];
    drawn.current?.focus((seen.indexOf(id) + by) % seen.length);
  };

  // What is drawn with changes together with the conversions alone.
  const latest = useRef({ t, words, message: '' });
  latest.current = { t, words, message: model.message?.text ?? '' };
  useEffect(() => {
    const { t: say, words: place, message } = latest.current;
    const life = new AbortController();
    const { signal } = life;
    drawn.current = createWordMarks({
      layer: place.layer,
      texts: place.texts,
      message,
      marks: marksOf(say, conversions),
      signal,
      // The focus that goes on into the popover keeps it open.
      onFocus: (id) => (id === null ? setTimeout(() => isInPopover() || setFocused(null)) : setFocused(id)),
      onKey: (id, event) => {
        const by = NEXT[event.key];
        if (by) step(id, by);
        else if (event.key === 'Escape') chip()?.focus();
        else if (event.key !== 'Enter' && event.key !== ' ' && (event.key !== 'Tab' || event.shiftKey)) return;
        else if (popover.current) enter();
        else setFocused(id);
        event.preventDefault();
      },
    });
    const root = box.current?.getRootNode();
    root?.addEventListener(
      'keydown',
      (event) => {
        const isOnChip = (event.target as Element).closest('.p-slot-words') !== null;
        if (isOnChip && (event as globalThis.KeyboardEvent).key === 'ArrowUp' && drawn.current?.focus(-1))
          event.preventDefault();
      },
      { signal },
    );
    // Whoever goes on writing has seen it.
    window.addEventListener('focusin', () => isInPopover() || place.layer.activeElement || setFocused(null), {
      signal,
    });
    return () => life.abort();
  }, [conversions]);

  const id = focused ?? pointed;
  const rect = id === null ? null : drawn.current?.rectOf(id);
  const shown = conversions.filter((conversion) => idOf(conversion) === id);
  const [first] = shown;
  const leave = () => {
    const seen = drawn.current?.seen() ?? [];
    if (focused !== null) drawn.current?.focus(seen.indexOf(focused));
    setFocused(null);
    setInside(false);
    close();
  };
  const hover = { onMouseEnter: () => setInside(true), onMouseLeave: () => setInside(false) };
  return (
    <div ref={box}>
      {id !== null && rect && first && (
        <div
          ref={popover}
          className="p-popover"
          role="group"
          aria-label={t('page.conversion.of', { heard: convertWord(t, first.heard) })}
          dir={directionOf(model.uiLang)}
          lang={model.uiLang}
          style={popoverPlace(rect, model.uiLang)}
          {...closeOnEscape(leave)}
          {...hover}
        >
          <button type="button" className="p-tool" aria-label={t('page.drawer.close')} onClick={leave}>
            <Icon name="close" />
          </button>
          <ConversionList
            conversions={shown}
            onInsert={(conversion) => {
              setFocused(null);
              setInside(false);
              close();
              props.actions.insertConversion(conversions.indexOf(conversion));
            }}
          />
        </div>
      )}
    </div>
  );
}
