import { useCallback, useRef } from 'react';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { useReading } from '../dashboard/use-reading';
import { Skeleton } from '../ui/skeleton';
import { useT } from '../ui/translate';
import { isAboutExports, isAboutTeam } from './about-team';
import { ExportPanel } from './export-panel';
import { FilesPanel } from './files/files-panel';
import { FolderPanel } from './folder/folder-panel';
import { HandOver } from './hand-over';
import { HiddenNotice } from './hidden-notice';
import { History } from './history';
import { IncomingPanel } from './incoming/incoming-panel';
import { People } from './people';
import styles from './team.module.css';

/** What can take the focus in the part for files that come in: where files are dropped, else its first control. */
const LANDING = ['[data-drop]', 'input[type=file]', 'button, input, [tabindex]'];

/** Sharing what the desk knows as files: handing over, exporting, receiving, and who is in the team. */
export function TeamPage() {
  const t = useT();
  const { bundles } = useApp().api;
  const team = useReading(
    useCallback(() => bundles.team(), [bundles]),
    isAboutTeam,
  );
  const exports = useReading(
    useCallback(() => bundles.exports(), [bundles]),
    isAboutExports,
  );
  const incoming = useRef<HTMLDivElement>(null);

  const receive = () => {
    const box = incoming.current;
    const landing = LANDING.map((selector) => box?.querySelector<HTMLElement>(selector)).find(Boolean);
    box?.scrollIntoView({ block: 'start' });
    (landing ?? box)?.focus({ preventScroll: true });
  };
  const { value } = team;
  return (
    <div className={styles.page}>
      <HiddenNotice />
      <p className={styles.quiet}>{t('team.lead')}</p>
      {team.problem && <ProblemPanel problem={team.problem} onRetry={() => void team.again()} />}
      {!value && !team.problem && <Skeleton label={t('team.loading')} bars={6} />}
      {value && (
        <>
          <HandOver team={value} onReceive={receive} />
          <ExportPanel team={value} />
        </>
      )}
      <div ref={incoming} className={styles.incoming} tabIndex={-1} data-incoming>
        <IncomingPanel />
      </div>
      <FolderPanel />
      <FilesPanel />
      {value && <People team={value} onChanged={team.again} />}
      <History entries={exports.value} problem={exports.problem} onRetry={() => void exports.again()} />
    </div>
  );
}
