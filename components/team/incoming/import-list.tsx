import { folderFilePrefix } from '@/utils/app/bundles/folder-api';
import type { ImportEntry } from '@/utils/app/bundles-api';
import { dayLabel } from '../../content/labels';
import { momentLabel } from '../../customers/labels';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import tables from '../../ui/table.module.css';
import { useT } from '../../ui/translate';
import { BundleProblem } from '../bundle-problem';
import { useJob } from '../use-job';
import styles from './incoming.module.css';

const changesIn = ({ tally }: ImportEntry): number => tally.new + tally.changed + tally.conflict + tally.deleted;

interface Listed {
  readonly entries: readonly ImportEntry[];
  /** The one that is looked at. */
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
  readonly onDone: (said: string) => void;
}

const isByFolder = ({ fileName }: ImportEntry): boolean => fileName.startsWith(folderFilePrefix);
const nameOf = ({ fileName }: ImportEntry): string =>
  fileName.startsWith(folderFilePrefix) ? fileName.slice(folderFilePrefix.length) : fileName;

/**
 * Files that were read: those that wait, run, or can be taken back. What came by the shared folder stands folded: it comes
 * every few minutes, and nobody has to decide about it.
 */
export function ImportList({ entries, ...rest }: Listed) {
  const t = useT();
  const [byFolder, byHand] = [entries.filter(isByFolder), entries.filter((entry) => !isByFolder(entry))];
  return (
    <>
      {byHand.length > 0 && <Imports entries={byHand} label={t('imports.list.title')} {...rest} />}
      {byFolder.length > 0 && (
        <details className={styles.byFolder}>
          <summary>{t('imports.list.byFolder', { count: byFolder.length })}</summary>
          <Imports entries={byFolder} label={t('imports.list.byFolderTitle')} {...rest} />
        </details>
      )}
    </>
  );
}

function Imports({ entries, open, onOpen, onDone, label }: Listed & { readonly label: string }) {
  const t = useT();
  return (
    <table className={tables.table} aria-label={label}>
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
        <bdi>{nameOf(entry)}</bdi>
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
