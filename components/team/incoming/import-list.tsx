import type { ImportEntry } from '@/utils/app/bundles-api';
import { dayLabel } from '../../content/labels';
import { momentLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import tables from '../../ui/table.module.css';
import { useT } from '../../ui/translate';
import { BundleProblem } from '../bundle-problem';
import { useJob } from '../use-job';

const changesIn = ({ tally }: ImportEntry): number => tally.new + tally.changed + tally.conflict + tally.deleted;

/** Files that were read: those that wait, run, or can be taken back. */
export function ImportList(props: {
  readonly entries: readonly ImportEntry[];
  /** The one that is looked at. */
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
  readonly onDone: (said: string) => void;
}) {
  const t = useT();
  const { entries, open, onOpen, onDone } = props;
  if (entries.length === 0) return null;
  return (
    <table className={tables.table} aria-label={t('imports.list.title')}>
      <thead>
        <tr>
          {['when', 'file', 'state', 'action'].map((column) => (
            <th key={column} scope="col">
              {t(`imports.list.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} isOpen={entry.id === open} onOpen={onOpen} onDone={onDone} />
        ))}
      </tbody>
    </table>
  );
}

function Line(props: {
  readonly entry: ImportEntry;
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
  readonly onDone: (said: string) => void;
}) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { entry, isOpen, onOpen, onDone } = props;
  const undoing = useJob<ImportEntry>();
  const { state, undoUntil, keptBack = 0 } = entry;

  const undo = async () => {
    const done = await undoing.run((options) => api.bundles.undo({ importId: entry.id }, options));
    if (!done) return;
    const kept = done.keptBack ?? 0;
    onDone(kept > 0 ? t('imports.undoneKept', { count: kept }) : t('imports.undone'));
  };
  const canUndo = state === 'applied' && undoUntil !== undefined;
  return (
    <tr>
      <td>
        <time dateTime={entry.appliedAt ?? entry.at}>{momentLabel(entry.appliedAt ?? entry.at, uiLang)}</time>
      </td>
      <th scope="row">
        <bdi>{entry.fileName}</bdi>
        {entry.from !== undefined && (
          <>
            {' · '}
            <bdi>{entry.from}</bdi>
          </>
        )}
      </th>
      <td>
        {t(`imports.state.${state}`, { count: changesIn(entry) })}
        {state === 'undone' && keptBack > 0 && ` ${t('imports.keptBack', { count: keptBack })}`}
        {canUndo && ` ${t('imports.undoUntil', { day: dayLabel(undoUntil.slice(0, 10), uiLang) })}`}
      </td>
      <td>
        {state === 'ready' && !isOpen && <Button onClick={() => onOpen(entry.id)}>{t('imports.look')}</Button>}
        {canUndo && undoing.state.kind !== 'working' && (
          <Button onClick={() => void undo()}>{t('imports.undo')}</Button>
        )}
        {undoing.state.kind === 'working' && (
          <progress
            aria-label={t('imports.undoing')}
            max={undoing.state.progress?.of ?? 1}
            {...(undoing.state.progress ? { value: undoing.state.progress.done } : {})}
          />
        )}
        {undoing.state.kind === 'problem' && <BundleProblem problem={undoing.state.problem} />}
      </td>
    </tr>
  );
}
