import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import type { ImportEntry, ImportLine, Take } from '@/utils/app/bundles-api';
import type { BundleSection } from '@/utils/domain/bundles/bundle';
import { momentLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { ProblemPanel } from '../../dashboard/problem-panel';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';
import tables from '../../ui/table.module.css';
import { useT } from '../../ui/translate';
import { FieldRows, TakeChoice } from './field-rows';
import styles from './incoming.module.css';
import type { ShownKind } from './kind-filter';
import { heldWords, useLineTitle } from './rule-words';

const PAGE = 50;
const noLines: readonly ImportLine[] = [];

interface Shown {
  readonly lines: readonly ImportLine[];
  readonly next?: number;
}

/** Which rows are looked at. */
interface Wanted {
  readonly entry: ImportEntry;
  readonly kinds: readonly Exclude<ShownKind, 'rejected'>[];
  /** Rows of one section; of all of them when empty. */
  readonly section: BundleSection | '';
}

/** The rows of an import, a page at a time; read anew for other rows and other links between shops. */
function useLines({ entry, kinds, section }: Wanted) {
  const { bundles } = useApp().api;
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const newest = useRef(0);
  const { id } = entry;
  // As text: an entry that is read again holds the same links in other objects.
  const links = JSON.stringify(entry.shops.map(({ theirs, ours }) => [theirs.id, ours]));

  const read = useCallback(
    async (from: number): Promise<boolean> => {
      const mine = (newest.current += 1);
      const of = section === '' ? {} : { section };
      const page = await bundles.lines({ importId: id, kinds, ...of, from, limit: PAGE });
      if (mine !== newest.current) return true;
      setProblem(page.ok ? null : page.error);
      if (!page.ok) return true;
      // Added to what is shown by now: something may have been chosen meanwhile.
      const { lines } = page.value;
      setShown((now) => ({ ...page.value, lines: from > 0 && now ? [...now.lines, ...lines] : lines }));
      return page.value.next !== undefined;
    },
    [bundles, id, kinds, section],
  );
  useEffect(() => {
    setShown(null);
    void read(0);
    // Other links between shops change what every row does.
  }, [read, links]);

  return {
    shown,
    problem,
    again: () => void read(0),
    /** Whether there is still more. */
    more: async () => (shown?.next === undefined ? false : read(shown.next)),
    choose: async (line: ImportLine, field: string, take: Take) => {
      const asked = { importId: id, n: line.n, take, ...(field === '*' ? {} : { field }) };
      const chosen = await bundles.choose(asked);
      setProblem(chosen.ok ? null : chosen.error);
      if (!chosen.ok) return;
      setShown((now) => now && { ...now, lines: now.lines.map((one) => (one.n === line.n ? chosen.value : one)) });
    },
  };
}

/** What each row of a file would do, with a choice where both sides have something to say. */
export function PreviewRows(props: Wanted) {
  const t = useT();
  const { uiLang } = useApp();
  const { entry } = props;
  const { shown, problem, again, more, choose } = useLines(props);
  const titleOf = useLineTitle(shown?.lines ?? noLines);
  const nameOf = (line: ImportLine) => titleOf(line) || t('imports.untitled');
  const region = useRef<HTMLDivElement>(null);
  // With the last rows the button goes; the focus stays with the rows.
  const showMore = async () => void ((await more()) || region.current?.focus());
  const canChoose = entry.state === 'ready';
  if (problem && !shown) return <ProblemPanel problem={problem} onRetry={again} />;
  if (!shown) return <Skeleton label={t('imports.loading')} bars={4} />;
  if (shown.lines.length === 0) return <p className={styles.quiet}>{t('imports.noRows')}</p>;
  return (
    <>
      {problem && <ProblemPanel problem={problem} />}
      {/* Focusable, so that the arrow keys scroll it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={region} className={tables.scroll} role="region" aria-label={t('imports.rows')} tabIndex={0}>
        <table className={tables.table} aria-label={t('imports.preview')}>
          <thead>
            <tr>
              {['kind', 'row', 'change', 'who'].map((column) => (
                <th key={column} scope="col">
                  {t(`imports.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.lines.map((line) => (
              <tr key={line.n} data-kind={line.kind}>
                <td>
                  <span className={styles.kind} data-kind={line.kind}>
                    {t(line.held ? 'imports.held.kind' : `imports.kind.${line.kind}`)}
                  </span>
                </td>
                <th scope="row">
                  <bdi>{nameOf(line)}</bdi>
                  <br />
                  <span className={styles.section}>{t(`imports.section.${line.section}`)}</span>
                </th>
                <td>
                  {line.held && <p className={styles.quiet}>{heldWords(t, line.held)}</p>}
                  {line.kind === 'deleted' ? null : (
                    <FieldRows
                      line={line}
                      title={nameOf(line)}
                      canChoose={canChoose && line.kind !== 'same' && !line.held}
                      onChoose={(field, take) => void choose(line, field, take)}
                    />
                  )}
                  {canChoose &&
                    !line.held &&
                    line.section !== 'shops' &&
                    line.kind !== 'same' &&
                    line.kind !== 'deleted' && (
                      <TakeChoice
                        label={t('imports.takeRow', { row: nameOf(line) })}
                        isNew={line.kind === 'new'}
                        take={line.chosen['*'] ?? 'merged'}
                        onTake={(take) => void choose(line, '*', take)}
                      />
                    )}
                </td>
                <td>
                  {line.who && (
                    <>
                      <bdi>{line.who}</bdi>
                      <br />
                    </>
                  )}
                  <time dateTime={line.at}>{momentLabel(line.at, uiLang)}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.next !== undefined && (
        <div>
          <Button onClick={() => void showMore()}>{t('imports.more')}</Button>
        </div>
      )}
    </>
  );
}
