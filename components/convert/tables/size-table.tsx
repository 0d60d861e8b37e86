import { useEffect, useRef } from 'react';
import type { OverviewSource, SizeOverview } from '@/utils/domain/convert/overview/size-overview';
import type { SizeAnswer } from '@/utils/domain/convert/sizes/size';
import { useT } from '../../ui/translate';
import { systemName } from '../system-name';
import styles from './tables.module.css';

/** Every size of a category, one column a system, the row asked for marked; sources and their dates below. */
export function SizeTable({ overview, row }: { readonly overview: SizeOverview; readonly row: number }) {
  const t = useT();
  const marked = useRef<HTMLTableRowElement>(null);
  const { category, audience, systems, rows, sources } = overview;
  const title = [t(`convert.category.${category}`), audience && t(`convert.audience.${audience}`)]
    .filter(Boolean)
    .join(' · ');
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing to clean up with.
    void marked.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [row, overview]);
  return (
    <>
      {/* Scrolled with the keys too, so it takes the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached with the keys */}
      <div className={styles.scroll} role="region" aria-label={t('convert.table.scroll', { title })} tabIndex={0}>
        <table className={styles.table}>
          <caption>{title}</caption>
          <thead>
            <tr>
              {systems.map((system) => (
                <th key={system} scope="col">
                  {systemName(t, system)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cells }, index) => (
              <tr
                key={label}
                {...(index === row ? { ref: marked, 'aria-current': true, className: styles.marked } : {})}
              >
                {cells.map((cell, column) =>
                  column === 0 ? (
                    <th key={systems[column]} scope="row">
                      {cell?.size ?? label}
                    </th>
                  ) : (
                    <td key={systems[column]}>
                      <Cell cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{t('convert.table.ranges')}</p>
      <Sources sources={sources} />
    </>
  );
}

function Cell({ cell }: { readonly cell: SizeAnswer | null }) {
  if (cell === null) return <span className={styles.none}>–</span>;
  const range = cell.range && cell.range[0] !== cell.range[1] ? cell.range.join('–') : '';
  return (
    <bdi dir="ltr">
      {cell.size}
      {range !== '' && <span className={styles.range}>{range}</span>}
    </bdi>
  );
}

/** What the figures come from, with the day they were compared. */
function Sources({ sources }: { readonly sources: readonly OverviewSource[] }) {
  const t = useT();
  return (
    <details className={styles.sources}>
      <summary>
        {t('convert.table.sources', {
          count: new Set(sources.flatMap(({ titles }) => titles)).size,
          day: sources.map(({ checkedOn }) => checkedOn).sort()[0] ?? '',
        })}
      </summary>
      <ul>
        {sources.map(({ id, checkedOn, titles }) => (
          <li key={id}>
            <bdi>{titles.join('; ')}</bdi> ({checkedOn})
          </li>
        ))}
      </ul>
    </details>
  );
}
