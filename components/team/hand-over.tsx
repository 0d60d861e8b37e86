import { useRef, useState, type MouseEvent } from 'react';
import type { ExportEntry, ExportLook, Team } from '@/utils/app/bundles-api';
import { listLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { useT, type Translate } from '../ui/translate';
import { Advice } from './advice';
import { BundleProblem } from './bundle-problem';
import { handOverLine, isEmptyLook } from './contents';
import { JobProgress } from './job-progress';
import { PassFields } from './pass-fields';
import { sizeLabel } from './size-label';
import { teamLock } from './team-lock';
import { TeamSection } from './team-section';
import styles from './team.module.css';
import { useJob } from './use-job';
import { usePass } from './use-pass';
import { useWrite } from './use-write';

const REQUEST = { scope: { kind: 'hand-over' }, redaction: 'full' } as const;
/** Names that are read before the rest is only counted. */
const NAMED = 3;

/** "Only these people can open it: you, Anna, Ben, Chen and 4 more." */
const readersLine = (t: Translate, uiLang: string, { mates }: Team): string => {
  const names = listLabel(
    mates.slice(0, NAMED).map(({ name }) => name),
    uiLang,
  );
  const count = mates.length - NAMED;
  return count > 0 ? t('team.handOver.matesMore', { names, count }) : t('team.handOver.mates', { names });
};

/** The hand-over of a shift in two clicks: the first one looks, the second one saves. */
export function HandOver(props: { readonly team: Team; readonly onReceive: () => void }) {
  const t = useT();
  const { api, uiLang } = useApp();
  const { team, onReceive } = props;
  const look = useJob<ExportLook>();
  const writing = useWrite();
  const pass = usePass();
  const [saved, setSaved] = useState<ExportEntry | null>(null);
  const main = useRef<HTMLButtonElement>(null);

  const needsPass = team.mates.length === 0;
  const found = look.state.kind === 'done' && !isEmptyLook(look.state.value) ? look.state.value : null;
  const isBusy = look.state.kind === 'working' || writing.state.kind === 'working';

  const isUntouched = look.state.kind === 'idle' && writing.state.kind === 'idle' && !saved;

  const start = async () => {
    setSaved(null);
    writing.clear();
    await look.run((options) => api.bundles.look(REQUEST, options));
  };
  const save = async () => {
    const passphrase = needsPass ? pass.take() : null;
    if (needsPass && passphrase === null) return;
    const lock = passphrase === null ? teamLock(team) : ({ kind: 'passphrase', passphrase } as const);
    const entry = await writing.write({ ...REQUEST, lock });
    if (entry === null) return;
    look.clear();
    setSaved(entry);
  };
  const press = ({ detail }: MouseEvent) => {
    // The second half of a double click has read nothing of what would be handed over.
    if (isBusy || detail > 1) return;
    void (found ? save() : start());
  };
  const leave = () => {
    look.clear();
    writing.clear();
    main.current?.focus();
  };
  return (
    <TeamSection title={t('team.handOver.title')}>
      <div className={styles.shift} role="status">
        {isUntouched && <p className={styles.quiet}>{t('team.handOver.help')}</p>}
        {found && (
          <>
            <p>
              <b>{t('team.handOver.inside', { contents: handOverLine(t, uiLang, found) })}</b>
            </p>
            <p>{needsPass ? t('team.handOver.noMates') : <bdi>{readersLine(t, uiLang, team)}</bdi>}</p>
          </>
        )}
        {look.state.kind === 'done' && !found && t('team.handOver.nothing')}
        {(look.state.kind === 'stopped' || writing.state.kind === 'stopped') && t('team.stopped')}
        {saved && <Saved entry={saved} />}
      </div>
      {found?.advice && <Advice advice={found.advice} />}
      {found && needsPass && <PassFields pass={pass} />}
      {look.state.kind === 'problem' && <BundleProblem problem={look.state.problem} />}
      {writing.state.kind === 'problem' && <BundleProblem problem={writing.state.problem} />}
      <div className={styles.row}>
        {/* One button throughout, so that the focus stays where it is between the two clicks. */}
        <Button ref={main} look="primary" aria-disabled={isBusy} onClick={press}>
          {t(found ? 'team.handOver.save' : 'team.handOver.look')}
        </Button>
        {found && !isBusy && <Button onClick={leave}>{t('team.handOver.cancel')}</Button>}
        <Button onClick={onReceive}>{t('team.handOver.receive')}</Button>
      </div>
      {look.state.kind === 'working' && (
        <JobProgress
          label={t('team.handOver.looking')}
          progress={look.state.progress}
          onStop={look.stop}
          returnTo={main}
        />
      )}
      {writing.state.kind === 'working' && (
        <JobProgress
          label={t('team.handOver.writing')}
          progress={writing.state.progress}
          onStop={writing.stop}
          returnTo={main}
        />
      )}
    </TeamSection>
  );
}

/** Name and size of a file that was handed to the person. */
export function Saved({ entry }: { readonly entry: ExportEntry }) {
  const t = useT();
  const { uiLang } = useApp();
  return (
    <span className={styles.saved}>
      {t('team.saved', { file: entry.fileName, size: sizeLabel(entry.bytes, uiLang) })}
    </span>
  );
}
