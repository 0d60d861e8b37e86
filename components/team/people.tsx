import { useRef, useState } from 'react';
import type { ApiProblem, ApiResult } from '@/utils/app/api';
import type { Mate, Team } from '@/utils/app/bundles-api';
import { useApp } from '../dashboard/app-context';
import { ProblemPanel } from '../dashboard/problem-panel';
import { Notice } from '../ui/notice';
import { useT } from '../ui/translate';
import { AddMate, type CardProblem } from './add-mate';
import { MateList } from './mate-list';
import { Me } from './me';
import { TeamSection } from './team-section';
import styles from './team.module.css';

const cardProblemOf = (problem: ApiProblem): CardProblem | null => {
  if (problem.kind !== 'invalid') return null;
  return problem.field === 'mates' ? 'full' : 'notACard';
};

const isSameCard = (one: Mate, other: Mate): boolean =>
  one.id === other.id && one.name === other.name && one.recipient === other.recipient;

/** Who we are to the team, and who is in it. */
export function People({ team, onChanged }: { readonly team: Team; readonly onChanged: () => Promise<void> }) {
  const t = useT();
  const { bundles } = useApp().api;
  const [failed, setFailed] = useState<ApiProblem | null>(null);
  const [isNameWrong, setNameWrong] = useState(false);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);

  /** Asks for a change and reads the team again; the new one, or null with the reason kept. */
  const change = async (work: ApiResult<Team>, isExpected: (problem: ApiProblem) => boolean = () => false) => {
    setSaid('');
    setNameWrong(false);
    const changed = await work;
    setFailed(changed.ok || isExpected(changed.error) ? null : changed.error);
    if (changed.ok) await onChanged();
    return changed;
  };
  const rename = async (name: string): Promise<boolean> => {
    const isWrong = ({ kind }: ApiProblem) => kind === 'invalid';
    const changed = await change(bundles.rename({ name }), isWrong);
    setNameWrong(!changed.ok && isWrong(changed.error));
    return changed.ok;
  };
  const add = async (card: string): Promise<boolean | CardProblem> => {
    if (card === team.me.card || card === team.me.recipient) return 'ownCard';
    const changed = await change(bundles.addMate({ card }), (problem) => cardProblemOf(problem) !== null);
    if (!changed.ok) return cardProblemOf(changed.error) ?? false;
    const added = changed.value.mates.find((mate) => !team.mates.some((known) => isSameCard(known, mate)));
    setSaid(added ? t('team.people.added', { name: added.name }) : t('team.people.known'));
    return true;
  };
  const setLead = async ({ id, name }: Mate, isLead: boolean) => {
    const changed = await change(bundles.setLead({ id, isLead }));
    if (changed.ok) setSaid(t(isLead ? 'team.people.isLead' : 'team.people.isNoLead', { name }));
  };
  const remove = async ({ id, name }: Mate) => {
    const changed = await change(bundles.removeMate({ id }));
    if (!changed.ok) return;
    setSaid(t('team.people.removed', { name }));
    // The button that was pressed is gone: the next key starts at the list.
    list.current?.focus();
  };
  return (
    <TeamSection title={t('team.people.title')}>
      <p>{t('team.people.why')}</p>
      <Me me={team.me} onRename={rename} />
      {isNameWrong && <Notice tone="warn">{t('team.people.nameInvalid')}</Notice>}
      <div ref={list} className={styles.part} tabIndex={-1} role="group" aria-label={t('team.people.mates')}>
        <h3>{t('team.people.mates')}</h3>
        <MateList
          mates={team.mates}
          onLead={(mate, isLead) => void setLead(mate, isLead)}
          onRemove={(mate) => void remove(mate)}
        />
      </div>
      {failed && <ProblemPanel problem={failed} />}
      <p className={styles.saved} role="status">
        {said}
      </p>
      <AddMate onAdd={add} />
    </TeamSection>
  );
}
