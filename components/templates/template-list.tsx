import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { hrefOfTemplate } from '../dashboard/route';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { BulkBar, type BulkPanel } from './bulk-bar';
import {
  noFilter,
  type SortColumn,
  type TemplateEntry,
  type TemplateFilter,
  type TemplateSort,
} from './template-entries';
import { TemplateFilters } from './template-filters';
import { TemplateTable } from './template-table';
import styles from './templates.module.css';
import { useFound } from './use-found';
import { useSelection } from './use-selection';
import type { DeskState } from './use-template-desk';

// Figures and days are looked at from the top: the most used, the newest.
const LARGEST_FIRST: ReadonlySet<SortColumn> = new Set(['languages', 'status', 'uses', 'changed']);

/** The replies of the desk: searched, narrowed, sorted, selected, and what is done to the selected ones. */
export function TemplateList(props: {
  readonly state: DeskState;
  readonly entries: readonly TemplateEntry[];
  /** The reply that was in the editor before; its row takes the focus when the list comes back. */
  readonly lastOpen: string | null;
  /** What was done last, and what went wrong last. */
  readonly said: string;
  readonly failed: ApiProblem | null;
  readonly onDuplicate: (entry: TemplateEntry) => void;
  readonly onSaid: (words: string) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { state, entries, lastOpen, said, failed, onDuplicate, onSaid } = props;
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<TemplateFilter>(noFilter);
  const [sort, setSort] = useState<TemplateSort>({ by: 'title', direction: 'ascending' });
  const [panel, setPanel] = useState<BulkPanel | null>(null);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const wanted = useDeferredValue(useMemo(() => ({ search, filter, sort }), [search, filter, sort]));
  const found = useFound(entries, wanted, uiLang);
  const rows = useSelection(found);
  const { selected } = rows;
  const box = useRef<HTMLDivElement>(null);
  const undoButton = useRef<HTMLButtonElement>(null);

  const rowSelector = (id: string) => `tr[data-template="${CSS.escape(id)}"]`;
  const focusRow = (selector: string) => box.current?.querySelector<HTMLElement>(selector)?.focus();

  const { go, placeOf } = rows;
  const cameBack = useRef<string | null>(null);
  useEffect(() => {
    if (lastOpen === cameBack.current) return;
    cameBack.current = lastOpen;
    if (lastOpen === null) return;
    go(placeOf(lastOpen));
    // The list was hidden until now: its rows can take the focus only after it is drawn.
    requestAnimationFrame(() => focusRow(rowSelector(lastOpen)));
  }, [lastOpen, go, placeOf]);

  useEffect(() => {
    if (removed.length > 0) undoButton.current?.focus();
  }, [removed]);
  // Nothing is asked about rows that are no longer selected.
  if (selected.length === 0 && panel !== null) setPanel(null);

  const open = (id: string) => {
    window.location.hash = hrefOfTemplate(id);
  };
  const sortBy = (by: SortColumn) =>
    setSort((now) => {
      if (now.by === by) return { by, direction: now.direction === 'ascending' ? 'descending' : 'ascending' };
      return { by, direction: LARGEST_FIRST.has(by) ? 'descending' : 'ascending' };
    });
  const undo = async () => {
    if (!(await state.run(state.api.putBack({ ids: removed })))) return;
    onSaid(t('templates.remove.undone', { count: removed.length }));
    setRemoved([]);
    focusRow('tr[tabindex="0"]');
  };
  const isNarrowed = search.trim() !== '' || Object.values(filter).some(Boolean);
  return (
    <div ref={box} className={styles.stack}>
      <TemplateFilters
        entries={entries}
        search={search}
        filter={filter}
        onSearch={setSearch}
        onFilter={(change) => setFilter((now) => ({ ...now, ...change }))}
        onDown={() => focusRow('tr[tabindex="0"]')}
      />
      <p className={styles.quiet}>
        <span role="status">{t('templates.count', { count: found.length })}</span> ·{' '}
        <span id="templates-keys">{t('templates.keys')}</span>
      </p>
      {removed.length > 0 && (
        <Notice
          tone="info"
          actions={
            <>
              <Button ref={undoButton} onClick={() => void undo()}>
                {t('templates.remove.undo')}
              </Button>
              <Button onClick={() => setRemoved([])}>{t('templates.remove.close')}</Button>
            </>
          }
        >
          {t('templates.remove.done', { count: removed.length })}
        </Notice>
      )}
      {found.length === 0 && (
        <EmptyState
          title={t(`templates.${isNarrowed ? 'nothing' : 'empty'}.title`)}
          next={t(`templates.${isNarrowed ? 'nothing' : 'empty'}.next`)}
        >
          {isNarrowed && (
            <Button
              onClick={() => {
                setSearch('');
                setFilter(noFilter);
              }}
            >
              {t('templates.nothing.clear')}
            </Button>
          )}
        </EmptyState>
      )}
      {found.length > 0 && (
        <TemplateTable
          rows={rows}
          count={found.length}
          sort={sort}
          onSort={sortBy}
          onOpen={open}
          onRemove={() => setPanel('remove')}
        />
      )}
      <div className={styles.foot}>
        {failed && <ProblemPanel problem={failed} />}
        <p className={styles.said} role="status">
          {said}
        </p>
        {selected.length > 0 && (
          <BulkBar
            state={state}
            selected={selected}
            panel={panel}
            onPanel={setPanel}
            onClear={() => {
              rows.none();
              focusRow('tr[tabindex="0"]');
            }}
            onDuplicate={onDuplicate}
            onSaid={onSaid}
            onRemoved={(ids) => {
              setPanel(null);
              rows.none();
              setRemoved(ids);
            }}
          />
        )}
      </div>
    </div>
  );
}
