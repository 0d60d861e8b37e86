import { useId } from 'react';
import type { RuleExamples } from '@/utils/app/rules-api';
import type { SettingChange } from '@/utils/domain/compliance/desk/change-desk';
import type { Severity } from '@/utils/domain/compliance/input';
import { listLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';
import { isChanged, type RuleEntry } from './rule-entries';
import { LockToggle } from './lock-toggle';
import { placeLabel } from './place-label';
import { RuleDetails } from './rule-details';
import styles from './rules.module.css';
import { SeverityLabel } from './severity-label';

const choices: readonly Severity[] = ['block', 'warn', 'info'];

/** Severities that are the same everywhere are said once. */
function Severities({ entry }: { readonly entry: RuleEntry }) {
  const t = useT();
  const { uiLang } = useApp();
  const { severities, setting } = entry;
  if (setting.severity !== undefined) return <SeverityLabel severity={setting.severity} />;
  const [first] = severities;
  const isOne = severities.every(([, severity]) => severity === first?.[1]);
  const isEverywhere = severities.some(([market]) => market === 'any');
  if (first && isOne && isEverywhere) return <SeverityLabel severity={first[1]} />;
  // Marketplaces of one severity share its label, or three would not fit beside a title.
  return (
    <>
      {choices.flatMap((severity) => {
        const places = severities.filter(([, own]) => own === severity).map(([market]) => placeLabel(t, market));
        if (places.length === 0) return [];
        return [<SeverityLabel key={severity} severity={severity} where={listLabel(places, uiLang)} />];
      })}
    </>
  );
}

/** One rule: its title opens what there is to read, beside it stands what the desk wants of it. */
export function RuleRow(props: {
  readonly entry: RuleEntry;
  /** By whom it is locked, where it is. */
  readonly lockedBy: string;
  readonly examples: { readonly lang: string; readonly isLoading: boolean; readonly of: RuleExamples | undefined };
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onSet: (change: Omit<SettingChange, 'rule'>) => void;
  readonly onLock: (isOn: boolean) => void;
}) {
  const t = useT();
  const id = useId();
  const { entry, lockedBy, examples, isOpen, onToggle, onSet, onLock } = props;
  const { title, setting, isLocked, isTeamLocked, group } = entry;
  const isOff = setting.off === true;
  const isOwn = group === 'own';
  return (
    <li className={styles.row} data-rule={entry.id} data-off={isOff || undefined}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.toggle}
          data-head
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <span className={styles.arrow}>
            <Icon name="down" />
          </span>
          <span className={styles.title}>{title}</span>
        </button>
        <span className={styles.facts}>
          {isOff ? <span className={styles.tag}>{t('rules.severity.off')}</span> : <Severities entry={entry} />}
          {isChanged(entry) && !isOff && <span className={styles.tag}>{t('rules.rule.changed')}</span>}
          {isLocked && (
            <span className={styles.tag} data-lock>
              {lockedBy}
            </span>
          )}
        </span>
        {!isOwn && (
          <span className={styles.controls}>
            {isChanged(entry) && !isLocked && <LockToggle title={title} isOn={isTeamLocked} onToggle={onLock} />}
            <select
              className={styles.select}
              aria-label={t('rules.rule.severityOf', { title })}
              disabled={isLocked || isOff}
              value={setting.severity ?? ''}
              onChange={(event) =>
                onSet({ severity: choices.find((one) => one === event.currentTarget.value) ?? null })
              }
            >
              <option value="">{t('rules.rule.shippedAs')}</option>
              {choices.map((severity) => (
                <option key={severity} value={severity}>
                  {t(`rules.severity.${severity}`)}
                </option>
              ))}
            </select>
            <input
              type="checkbox"
              role="switch"
              className={styles.switch}
              aria-label={t('rules.rule.on', { title })}
              disabled={isLocked}
              checked={!isOff}
              onChange={(event) => onSet({ off: !event.currentTarget.checked })}
            />
          </span>
        )}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <RuleDetails entry={entry} examples={examples} />}
      </div>
    </li>
  );
}
