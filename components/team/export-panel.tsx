import { useRef, useState, type FormEvent } from 'react';
import type { ExportEntry, Team } from '@/utils/app/bundles-api';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { BundleProblem } from './bundle-problem';
import { BuyerChoice } from './buyer-choice';
import { Choice } from './choice';
import { locks, redactions, requestOf, scopes, type ExportChoices, type LockChoice } from './export-choices';
import { Saved } from './hand-over';
import { JobProgress } from './job-progress';
import { PassFields } from './pass-fields';
import { Preview } from './preview';
import { teamLock, type BundleLock } from './team-lock';
import { TeamSection } from './team-section';
import styles from './team.module.css';
import { useLook } from './use-look';
import { usePass, type Pass } from './use-pass';
import { useWrite } from './use-write';

/** The lock somebody chose; null when its passphrase cannot be used, which is shown then. */
const lockOf = (choice: LockChoice, team: Team, pass: Pass): BundleLock | null => {
  if (choice === 'plain') return { kind: 'plain' };
  if (choice === 'team') return teamLock(team);
  const passphrase = pass.take();
  return passphrase === null ? null : { kind: 'passphrase', passphrase };
};

/** Exports what is chosen, with a look at what that is. */
export function ExportPanel({ team }: { readonly team: Team }) {
  const t = useT();
  const hasMates = team.mates.length > 0;
  const [chosen, setChosen] = useState<Omit<ExportChoices, 'lock'> & { readonly lock?: LockChoice }>({
    scope: 'everything',
    buyers: {},
    redaction: 'full',
  });
  // Until somebody chooses, and when the last team-mate goes, it is what can be done.
  const wanted = chosen.lock ?? 'team';
  const choices: ExportChoices = { ...chosen, lock: wanted === 'team' && !hasMates ? 'passphrase' : wanted };
  const request = requestOf(choices);
  // A hundred thousand records are read for a look: not before somebody comes here to export.
  const [isHere, setHere] = useState(false);
  const look = useLook(isHere ? request : null);
  const writing = useWrite();
  const pass = usePass();
  const [saved, setSaved] = useState<ExportEntry | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isWriting = writing.state.kind === 'working';

  const come = () => setHere(true);
  const choose = (change: Partial<ExportChoices>) => {
    come();
    setChosen((before) => ({ ...before, ...change }));
    setSaved(null);
    if (!isWriting) writing.clear();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const lock = isWriting || request === null ? null : lockOf(choices.lock, team, pass);
    if (lock === null || request === null) return;
    setSaved(null);
    const entry = await writing.write({ ...request, lock });
    if (entry === null) return;
    setSaved(entry);
    // What was just exported has not changed since.
    if (choices.scope === 'since-last') look.again();
  };
  return (
    <TeamSection title={t('team.export.title')}>
      <form
        className={styles.export}
        noValidate
        onFocus={come}
        onPointerEnter={come}
        onSubmit={(event) => void submit(event)}
      >
        <Choices choices={choices} hasMates={hasMates} onChoose={choose} />
        {choices.scope === 'buyers' && <BuyerChoice value={choices.buyers} onChange={(buyers) => choose({ buyers })} />}
        {choices.lock === 'passphrase' && <PassFields pass={pass} />}
        {choices.lock === 'plain' && (
          <Notice tone="warn" lead={t('team.export.lock.plainWarning.lead')}>
            {t('team.export.lock.plainWarning.text')}
          </Notice>
        )}
        <Preview
          look={look}
          {...(choices.redaction === 'full' ? { onLeaveNames: () => choose({ redaction: 'no-names' }) } : {})}
        />
        {writing.state.kind === 'problem' && <BundleProblem problem={writing.state.problem} />}
        <div className={styles.row}>
          <Button ref={button} type="submit" aria-disabled={isWriting || request === null}>
            {t('team.export.submit')}
          </Button>
          <span role="status">
            {saved && <Saved entry={saved} />}
            {writing.state.kind === 'stopped' && t('team.stopped')}
          </span>
        </div>
        {writing.state.kind === 'working' && (
          <JobProgress
            label={t('team.export.writing')}
            progress={writing.state.progress}
            onStop={writing.stop}
            returnTo={button}
          />
        )}
      </form>
    </TeamSection>
  );
}

/** What, how much, and for whom. */
function Choices(props: {
  readonly choices: ExportChoices;
  readonly hasMates: boolean;
  readonly onChoose: (change: Partial<ExportChoices>) => void;
}) {
  const t = useT();
  const { choices, hasMates, onChoose } = props;
  return (
    <div className={styles.choices}>
      <Choice
        legend={t('team.export.scope.legend')}
        value={choices.scope}
        answers={scopes.map((id) => ({
          id,
          label: t(`team.export.scope.${id}`),
          help: t(`team.export.scope.help.${id}`),
        }))}
        onChange={(scope) => onChoose({ scope })}
      />
      <Choice
        legend={t('team.export.redaction.legend')}
        value={choices.redaction}
        answers={redactions.map((id) => ({
          id,
          label: t(`team.export.redaction.${id}`),
          help: t(`team.export.redaction.help.${id}`),
        }))}
        onChange={(redaction) => onChoose({ redaction })}
      />
      <Choice
        legend={t('team.export.lock.legend')}
        value={choices.lock}
        answers={locks.map((id) => ({
          id,
          label: t(`team.export.lock.${id}`),
          help: t(id === 'team' && !hasMates ? 'team.export.lock.noMates' : `team.export.lock.help.${id}`),
          isOff: id === 'team' && !hasMates,
        }))}
        onChange={(lock) => onChoose({ lock })}
      />
    </div>
  );
}
