import { memo, useEffect, useMemo, useRef, type RefObject } from 'react';
import type { BuyerKey, ShopId } from '@/utils/domain/ids';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import table from '../../ui/table.module.css';
import { useT } from '../../ui/translate';
import type { Block, Blocks, BlocksView } from './blocks';
import { BuyerLine } from './buyer-line';
import styles from './list.module.css';
import type { Marked } from './use-marked';

const columns = [
  { id: 'name' },
  { id: 'shop' },
  { id: 'segments' },
  { id: 'country' },
  { id: 'orders', isFigure: true },
  { id: 'returns', isFigure: true },
  { id: 'evaluations' },
  { id: 'tags' },
  { id: 'due' },
  { id: 'lastSeen' },
] as const;

/** How far beyond the screen lines are kept ready. */
const AHEAD = '900px 0px';

/** Tells the list which of its blocks are on screen or close to it, and asks for more near the end. */
function useNearBlocks(list: Blocks, view: BlocksView) {
  const box = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const observer = useRef<IntersectionObserver>(undefined);
  const seen = useRef(new WeakSet<Element>());
  useEffect(() => {
    const near = new Set<string>();
    seen.current = new WeakSet();
    observer.current = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          const id = (target as HTMLElement).dataset['block'] ?? '';
          if (isIntersecting) near.add(id);
          else near.delete(id);
          // Comes with the news for nothing; asking for it would lay the page out once more.
          if (!isIntersecting && target.isConnected) list.measured(Number(id), boundingClientRect.height);
        }
        const places = list.view().blocks.flatMap(({ id }, at) => (near.has(String(id)) ? [at] : []));
        if (places.length > 0) list.look(Math.min(...places), Math.max(...places));
      },
      { rootMargin: AHEAD },
    );
    return () => observer.current?.disconnect();
  }, [list]);
  const ids = view.blocks.map(({ id }) => id).join();
  useEffect(() => {
    for (const block of box.current?.querySelectorAll('tbody[data-block]') ?? []) {
      if (seen.current.has(block)) continue;
      seen.current.add(block);
      observer.current?.observe(block);
    }
  }, [list, ids]);

  // Observed anew after every page: an end that stays on screen makes no event of its own.
  const { hasMore, isReading, blocks } = view;
  useEffect(() => {
    const edge = end.current;
    if (!edge || !hasMore || isReading) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && list.more(),
      { rootMargin: AHEAD },
    );
    observer.observe(edge);
    return () => observer.disconnect();
  }, [list, hasMore, isReading, blocks]);
  return { box, end };
}

const Lines = memo(function Lines(props: {
  readonly block: Block;
  readonly first: number;
  readonly marked: Marked['marked'];
  readonly onMark: Marked['toggle'];
  readonly rest: LineRest;
}) {
  const { block, first, marked, onMark, rest } = props;
  const { id, lines } = block;
  return (
    <tbody data-block={id}>
      {lines === null ? (
        <tr aria-hidden="true">
          <td className={styles.gap} colSpan={columns.length + 1} style={{ blockSize: `${block.height}px` }} />
        </tr>
      ) : (
        lines.map((line, at) => (
          <BuyerLine
            key={line.buyer.key}
            line={line}
            place={first + at}
            isOpen={line.buyer.key === rest.open}
            isMarked={marked.has(line.buyer.key)}
            onMark={onMark}
            query={rest.query}
            uiLang={rest.uiLang}
            shopLabel={rest.shopLabel}
            segmentLabel={rest.segmentLabel}
          />
        ))
      )}
    </tbody>
  );
});

interface LineRest {
  readonly open: BuyerKey | null;
  readonly query: string;
  readonly uiLang: string;
  readonly shopLabel: (id: ShopId) => string;
  readonly segmentLabel: (id: string) => string;
}

const standsIn = (box: RefObject<HTMLDivElement | null>) => (block: Block) =>
  document.activeElement?.closest('tbody[data-block]') ===
  box.current?.querySelector(`tbody[data-block="${block.id}"]`);

/** The buyers as a table, the one seen last first; the name is the way into the record. */
export function BuyerTable(props: {
  readonly list: Blocks;
  readonly view: BlocksView;
  readonly marked: Marked;
  readonly open: BuyerKey | null;
  readonly query: string;
  /** How many the list has; missing where nobody counts them. */
  readonly total?: number;
  readonly shopLabel: (id: ShopId) => string;
  readonly segmentLabel: (id: string) => string;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { list, view, marked, open, query, total, shopLabel, segmentLabel } = props;
  const { box, end } = useNearBlocks(list, view);
  useEffect(() => list.keep(standsIn(box)), [list, box]);
  const rest = useMemo(
    () => ({ open, query, uiLang, shopLabel, segmentLabel }),
    [open, query, uiLang, shopLabel, segmentLabel],
  );
  // The heading is the first row.
  const starts: number[] = [];
  let rows = 1;
  for (const { count } of view.blocks) {
    starts.push(rows + 1);
    rows += count;
  }
  const rowCount = view.hasMore ? (total === undefined ? -1 : total + 1) : rows;
  return (
    <div ref={box}>
      <table className={`${table.table} ${styles.table}`} aria-label={t('buyers.table.label')} aria-rowcount={rowCount}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" data-column="mark">
              <label className={styles.tick}>
                <input
                  type="checkbox"
                  aria-label={t('buyers.table.markAll', { count: marked.lines.length })}
                  checked={marked.isWhole}
                  onChange={marked.isWhole ? marked.none : marked.all}
                />
              </label>
            </th>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                data-column={column.id}
                data-figure={'isFigure' in column ? true : undefined}
              >
                {t(`buyers.table.${column.id}`)}
              </th>
            ))}
          </tr>
        </thead>
        {view.blocks.map((block, at) => (
          <Lines
            key={block.id}
            block={block}
            first={starts[at] ?? 2}
            marked={marked.marked}
            onMark={marked.toggle}
            rest={rest}
          />
        ))}
      </table>
      <div ref={end} className={styles.more}>
        {view.hasMore && <Button onClick={list.more}>{t('buyers.list.more')}</Button>}
      </div>
    </div>
  );
}
