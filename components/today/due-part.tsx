import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { DueItem } from '@/utils/app/follow-ups-api';
import type { ShopId } from '@/utils/domain/ids';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { DueRow, type DueActions } from './due-row';
import styles from './today.module.css';

/** The rows of the page that can be seen, in their order; a part that is closed hides its own. */
export const shownRows = (page: Element | null | undefined): readonly HTMLElement[] =>
  [...(page?.querySelectorAll<HTMLElement>('[data-due]') ?? [])].filter((row) => !row.closest('details:not([open])'));

/** Moves between rows with the arrow keys, over the borders of the parts. */
const onArrow = (event: KeyboardEvent): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = (event.target as Element).closest('[data-due]');
  if (step === undefined || row !== event.target) return;
  const rows = shownRows(row?.closest('[data-today]'));
  const next = rows[rows.indexOf(row as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

/** Rows of a part that are shown at once: whoever has more to do begins with these, and Tab leads past them. */
const FIRST_ROWS = 25;

/** One part of the list, with how much is in it; nothing at all when it is empty. */
export function DuePart(props: {
  readonly name: 'deadlines' | 'due' | 'later' | 'routine' | 'done';
  readonly items: readonly DueItem[];
  readonly now: Date;
  readonly uiLang: string;
  readonly shopLabel: (id: ShopId) => string;
  readonly actions: DueActions;
}) {
  const t = useT();
  const { name, items, now, uiLang, shopLabel, actions } = props;
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const isCut = !isWhole && items.length > FIRST_ROWS;
  // The row that follows those that were there takes the focus from the button, which has gone.
  useEffect(() => {
    if (isWhole) list.current?.querySelectorAll<HTMLElement>('[data-due]')[FIRST_ROWS]?.focus();
  }, [isWhole]);
  if (items.length === 0) return null;
  const title = t(`today.part.${name}`);
  const heading = (
    <h2>
      {title} <span className={styles.count}>{new Intl.NumberFormat(uiLang).format(items.length)}</span>
    </h2>
  );
  const rows = (
    // Arrow keys are an extra for rows that have the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={list} className={styles.list} onKeyDown={onArrow}>
      {(isCut ? items.slice(0, FIRST_ROWS) : items).map((item) => (
        <DueRow
          key={item.row.id}
          item={item}
          now={now}
          uiLang={uiLang}
          shopLabel={shopLabel(item.row.shopId)}
          actions={actions}
        />
      ))}
    </ul>
  );
  const all = isCut && (
    <p>
      <Button onClick={() => setWhole(true)}>{t('today.showAll', { count: items.length - FIRST_ROWS })}</Button>
    </p>
  );
  return (
    <section className={styles.part} aria-label={title} data-part={name}>
      {name === 'routine' ? (
        <details>
          <summary>{heading}</summary>
          {rows}
          {all}
        </details>
      ) : (
        <>
          {heading}
          {rows}
          {all}
        </>
      )}
    </section>
  );
}
