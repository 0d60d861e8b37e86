import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import table from '../ui/table.module.css';
import { useT } from '../ui/translate';
import type { SortColumn, TemplateSort } from './template-entries';
import { TemplateRow } from './template-row';
import styles from './templates.module.css';
import { PAGE_ROWS, type RowSelection } from './use-selection';

const columns = [
  { id: 'title', isSorted: true },
  { id: 'intent', isSorted: true },
  { id: 'languages', isSorted: true },
  { id: 'status', isSorted: true },
  { id: 'scope', isSorted: false },
  { id: 'tags', isSorted: false },
  { id: 'uses', isSorted: true },
  { id: 'changed', isSorted: true },
  { id: 'use', isSorted: true },
] as const;

const ARROWS = { ascending: '▴', descending: '▾' } as const;

function Heading({
  id,
  sort,
  onSort,
}: {
  readonly id: SortColumn;
  readonly sort: TemplateSort;
  readonly onSort: () => void;
}) {
  const t = useT();
  return (
    <button type="button" className={table.sort} onClick={onSort}>
      {t(`templates.table.${id}`)}
      <span className={table.arrow} aria-hidden="true">
        {sort.by === id && ARROWS[sort.direction]}
      </span>
    </button>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_ROWS,
  PageUp: -PAGE_ROWS,
  Home: -Infinity,
  End: Infinity,
};

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('tr[data-template]') : null;

/** The replies as a grid: the arrow keys move over rows, Space selects, Enter opens, Delete asks. */
export function TemplateTable(props: {
  readonly rows: RowSelection;
  readonly count: number;
  readonly sort: TemplateSort;
  readonly onSort: (by: SortColumn) => void;
  readonly onOpen: (id: string) => void;
  readonly onRemove: () => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { rows, count, sort, onSort, onOpen, onRemove } = props;
  const { shown, first, chosen, current, selected } = rows;
  const grid = useRef<HTMLTableElement>(null);
  const goTo = useRef<string | null>(null);

  // The row may be on another hundred, which is drawn first.
  useEffect(() => {
    if (goTo.current === null) return;
    const row = grid.current?.querySelector<HTMLElement>(`tr[data-template="${CSS.escape(goTo.current)}"]`);
    if (!row) return;
    row.focus();
    goTo.current = null;
  });

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const id = rowOf(event.target)?.dataset['template'];
    if (id === undefined || event.altKey) return;
    const step = STEPS[event.key];
    const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey);
    // The focus may have come here on its own way: what is extended begins at this row.
    if (id !== rows.current) rows.go(rows.placeOf(id));
    if (step !== undefined) goTo.current = rows.go(rows.placeOf(id) + step, event.shiftKey ? 'extends' : 'moves');
    else if (isAll) rows.all();
    else if (event.ctrlKey || event.metaKey) return;
    else if (event.key === ' ') rows.toggle(id);
    else if (event.key === 'Enter') onOpen(id);
    else if (event.key === 'Delete') {
      if (selected.length === 0) rows.toggle(id);
      onRemove();
    } else if (event.key === 'Escape' && selected.length > 0) rows.none();
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLTableElement>) => {
    const row = rowOf(event.target);
    const id = row?.dataset['template'];
    if (id === undefined || (event.target as Element).closest('a')) return;
    const isTick = (event.target as Element).closest('label') !== null;
    // A click on the label arrives a second time, from its box.
    if (isTick && !(event.target instanceof HTMLInputElement)) return;
    if (event.shiftKey) rows.go(rows.placeOf(id), 'extends');
    else if (isTick || event.ctrlKey || event.metaKey) rows.toggle(id);
    else rows.go(rows.placeOf(id));
    row?.focus();
  };
  const number = (value: number) => new Intl.NumberFormat(uiLang).format(value);
  const isWhole = selected.length > 0 && selected.length === count;
  const last = first + shown.length;
  return (
    <>
      <table
        ref={grid}
        role="grid"
        className={table.table}
        aria-label={t('templates.table.label')}
        aria-multiselectable="true"
        aria-rowcount={count + 1}
        aria-describedby="templates-keys"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const id = rowOf(event.target)?.dataset['template'];
          if (id !== undefined) onOpen(id);
        }}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <label className={styles.tick}>
                <input
                  type="checkbox"
                  aria-label={t('templates.table.selectAll', { count })}
                  checked={isWhole}
                  onChange={isWhole ? rows.none : rows.all}
                />
              </label>
            </th>
            {columns.map(({ id, isSorted }) => (
              <th
                key={id}
                scope="col"
                data-column={id}
                data-figure={id === 'uses' || id === 'languages' ? true : undefined}
                {...(isSorted ? { 'aria-sort': sort.by === id ? sort.direction : ('none' as const) } : {})}
              >
                {isSorted ? <Heading id={id} sort={sort} onSort={() => onSort(id)} /> : t(`templates.table.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((entry, at) => (
            <TemplateRow
              key={entry.id}
              entry={entry}
              place={first + at + 1}
              isSelected={chosen.has(entry.id)}
              isCurrent={entry.id === current}
            />
          ))}
        </tbody>
      </table>
      {rows.pages > 1 && (
        <nav className={styles.pager} aria-label={t('templates.pages.label')}>
          <Button disabled={rows.page === 0} onClick={() => rows.go(first - PAGE_ROWS)}>
            {t('templates.pages.before')}
          </Button>
          <span>
            {t('templates.pages.shown', { first: number(first + 1), last: number(last), count: number(count) })}
          </span>
          <Button disabled={rows.page === rows.pages - 1} onClick={() => rows.go(last)}>
            {t('templates.pages.after')}
          </Button>
        </nav>
      )}
    </>
  );
}
