import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { FoundReply } from '@/utils/app/palette-api';
import type { AssistantActions, AssistantModel, PaletteView } from '../model';
import { isComposing, onEscape } from '../keys';
import { ProblemText } from '../problem-text';
import { Icon } from '../../ui/icon';
import { useT } from '../../ui/translate';
import { HitRow, hitId } from './hit-row';
import { Star } from './star';
import { useFound } from './use-found';

const VIEWS: readonly PaletteView[] = ['reply', 'sentence'];
const LIST = 'palette-list';
const PANEL = 'palette-panel';
const LONGEST_QUERY = 100;

const otherView = (view: PaletteView): PaletteView => (view === 'reply' ? 'sentence' : 'reply');

/**
 * Finds any reply, or any sentence of one, by words in any language. A dialog of the browser's own: it lies over the page,
 * keeps the focus inside and gives it back to the text box. There is one in a document, so its ids are plain names.
 */
export function Palette({ model, actions }: { readonly model: AssistantModel; readonly actions: AssistantActions }) {
  const t = useT();
  const view = model.palette ?? 'reply';
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  /** Enter came before the answer did: the first row of the answer is meant. */
  const isAwaited = useRef(false);
  const found = useFound(view, query, actions);
  const row = Math.min(active, found.hits.length - 1);
  const hit = found.hits[row];

  useEffect(() => {
    const box = dialog.current;
    if (box && !box.open) box.showModal();
  }, []);
  useEffect(() => {
    setActive(0);
    search.current?.focus();
  }, [view]);
  useEffect(() => list.current?.children[row]?.scrollIntoView?.({ block: 'nearest' }), [row]);

  /** The page takes text only once nothing lies over it any more. */
  const leave = (then: () => void) => {
    dialog.current?.close();
    then();
  };
  const close = () => leave(() => actions.showPalette(null));
  const insert = (chosen: FoundReply) => leave(() => actions.insertFound(chosen));
  const choose = () => {
    if (!found.isCurrent) isAwaited.current = true;
    else if (hit) insert(hit);
  };
  const insertFirst = useRef(insert);
  insertFirst.current = insert;
  useEffect(() => {
    if (!found.isCurrent || !isAwaited.current) return;
    isAwaited.current = false;
    const first = found.hits[0];
    if (first) insertFirst.current(first);
  }, [found.isCurrent, found.hits]);

  const move = (step: number) => {
    const { length } = found.hits;
    if (length > 0) setActive((row + step + length) % length);
  };
  const onSearchKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) move(step);
    else if (event.key !== 'Enter') return;
    else if (event.ctrlKey || event.metaKey) actions.showPalette(otherView(view));
    else choose();
    event.preventDefault();
  };
  const onTabKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') actions.showPalette(otherView(view));
  };
  const onRow = (event: MouseEvent) => {
    const target = event.target as Element;
    const index = [...(list.current?.children ?? [])].findIndex((item) => item.contains(target));
    const chosen = found.hits[index];
    if (!chosen) return;
    if (!target.closest('[data-star]')) return insert(chosen);
    setActive(index);
    found.star(chosen);
    search.current?.focus();
  };
  // The list takes the keys of the search box; it can be focused, for it scrolls.
  const rows = { onClick: onRow, onKeyDown: onSearchKey };
  const keys = { onKeyDown: (event: KeyboardEvent) => onEscape(event, close) };
  const isEmpty = found.isCurrent && found.hits.length === 0 && found.problem === null;
  return (
    <dialog
      ref={dialog}
      className="p-palette"
      aria-label={t(`palette.title.${view}`)}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      {...keys}
    >
      <div className="p-palette-head">
        <div className="p-tabs" role="tablist" aria-label={t('palette.tabs')}>
          {VIEWS.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`palette-tab-${one}`}
              aria-selected={one === view}
              aria-controls={PANEL}
              tabIndex={one === view ? 0 : -1}
              onClick={() => actions.showPalette(one)}
              onKeyDown={onTabKey}
            >
              {t(`palette.tab.${one}`)}
            </button>
          ))}
        </div>
        <button type="button" className="p-tool" aria-label={t('palette.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div id={PANEL} className="p-palette-panel" role="tabpanel" aria-labelledby={`palette-tab-${view}`}>
        <input
          ref={search}
          type="search"
          className="p-search"
          aria-label={t(`palette.search.${view}`)}
          placeholder={t('palette.placeholder')}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={hit ? hitId(row) : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST_QUERY}
          dir="auto"
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onSearchKey}
        />
        <ul
          ref={list}
          id={LIST}
          className="p-hits"
          role="listbox"
          aria-label={t(`palette.list.${view}`)}
          tabIndex={0}
          aria-activedescendant={hit ? hitId(row) : undefined}
          {...rows}
        >
          {found.hits.map((one, index) => (
            <HitRow
              key={`${one.suggestion.templateId} ${one.suggestion.block ?? ''}`}
              hit={one}
              index={index}
              isActive={index === row}
              model={model}
            />
          ))}
        </ul>
        {found.problem && (
          <ProblemText
            problem={found.problem}
            onRetry={() => setQuery(query.endsWith(' ') ? query.trimEnd() : `${query} `)}
          />
        )}
        <div className="p-palette-foot">
          <p role="status">
            {isEmpty
              ? t(`palette.none.${view}`)
              : found.isCurrent && t(`palette.count.${view}`, { count: found.count })}
          </p>
          {isEmpty && <p className="p-label">{t('palette.hint')}</p>}
          {hit && (
            <button
              type="button"
              className="p-button p-star"
              aria-pressed={hit.isFavourite}
              aria-label={t('palette.favourite', { title: hit.suggestion.title })}
              onClick={() => found.star(hit)}
            >
              <Star isOn={hit.isFavourite} />
              {t('palette.favouriteShort')}
            </button>
          )}
          <p className="p-label p-keys">{t(`palette.keys.${view}`)}</p>
        </div>
      </div>
    </dialog>
  );
}
