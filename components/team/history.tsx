import type { ApiProblem } from '@/utils/app/api';
import type { ExportEntry } from '@/utils/app/bundles-api';
import { momentLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import tables from '../ui/table.module.css';
import { useT } from '../ui/translate';
import { sizeLabel } from './size-label';
import { TeamSection } from './team-section';
import styles from './team.module.css';

/** The last files that were written, newest first; `entries` is missing until they were read. */
export function History(props: {
  readonly entries: readonly ExportEntry[] | undefined;
  readonly problem: ApiProblem | undefined;
  readonly onRetry: () => void;
}) {
  const t = useT();
  const { entries, problem, onRetry } = props;
  return (
    <TeamSection title={t('team.history.title')}>
      {problem && <ProblemPanel problem={problem} onRetry={onRetry} />}
      {!entries && !problem && <Skeleton label={t('team.history.loading')} bars={3} />}
      {entries?.length === 0 && <EmptyState title={t('team.history.none')} next={t('team.history.noneNext')} />}
      {entries && entries.length > 0 && <Entries entries={entries} />}
    </TeamSection>
  );
}

function Entries({ entries }: { readonly entries: readonly ExportEntry[] }) {
  const t = useT();
  const { uiLang } = useApp();
  return (
    <table className={tables.table} aria-label={t('team.history.title')}>
      <thead>
        <tr>
          <th scope="col">{t('team.history.when')}</th>
          <th scope="col">{t('team.history.what')}</th>
          <th scope="col">{t('team.history.locked')}</th>
          <th scope="col" data-figure>
            {t('team.history.size')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              <time dateTime={entry.at}>{momentLabel(entry.at, uiLang)}</time>
            </td>
            <th scope="row">
              {t(`team.export.scope.${entry.scope.kind}`)}
              {entry.redaction !== 'full' && ` · ${t(`team.export.redaction.${entry.redaction}`)}`}
              <br />
              <bdi className={styles.file}>{entry.fileName}</bdi>
            </th>
            <td>{t(`team.history.lockedBy.${entry.lockedBy}`)}</td>
            <td data-figure>{sizeLabel(entry.bytes, uiLang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
