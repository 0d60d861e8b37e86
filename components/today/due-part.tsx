import type { KeyboardEvent } from 'react';
import type { DueItem } from '@/utils/app/follow-ups-api';
import type { ShopId } from '@/utils/domain/ids';
import { useT } from '../ui/translate';
import { DueRow, type DueActions } from './due-row';
import styles from './today.module.css';

/** Moves between rows with the arrow keys, over the borders of the parts. */
const onArrow = (event: KeyboardEvent): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = (event.target as Element).closest('[data-due]');
  if (step === undefined || row !== event.target) return;
  const rows = [...(row?.closest('[data-today]')?.querySelectorAll<HTMLElement>('[data-due]') ?? [])];
  const next = rows[rows.indexOf(row as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

/** One part of the list, with how much is in it; nothing at all when it is empty. */
export function DuePart(props: {
  readonly name: 'deadlines' | 'due' | 'later' | 'done';
  readonly items: readonly DueItem[];
  readonly now: Date;
  readonly uiLang: string;
  readonly shopLabel: (id: ShopId) => string;
  readonly actions: DueActions;
}) {
  const t = useT();
  const { name, items, now, uiLang, shopLabel, actions } = props;
  if (items.length === 0) return null;
  const title = t(`today.part.${name}`);
  return (
    <section className={styles.part} aria-label={title} data-part={name}>
      <h2>
        {title} <span className={styles.count}>{new Intl.NumberFormat(uiLang).format(items.length)}</span>
      </h2>
      {/* Arrow keys are an extra for rows that have the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul className={styles.list} onKeyDown={onArrow}>
        {items.map((item) => (
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
    </section>
  );
}
