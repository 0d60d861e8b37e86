import { mostSegments, type SegmentCondition, type SegmentRule } from '@/utils/domain/customers/segment';
import { useT } from '../../ui/translate';
import { ConditionLine } from './condition-line';
import { firstCondition } from './segment-words';
import styles from './segments.module.css';

const LONGEST_NAME = 40;

/** One segment: whether it is used, how many belong to it now, and what it stands on. */
export function RuleCard(props: {
  readonly rule: SegmentRule;
  readonly name: string;
  readonly isOwn: boolean;
  readonly count: number;
  readonly onChange: (rule: SegmentRule) => void;
  readonly onRemove: () => void;
}) {
  const t = useT();
  const { rule, name, isOwn, count, onChange, onRemove } = props;
  const setGroup = (at: number, conditions: readonly SegmentCondition[]) => {
    const groups = rule.groups.map((group, place) => (place === at ? conditions : group));
    onChange({ ...rule, groups: groups.filter((group) => group.length > 0) });
  };
  const conditions = rule.groups.flat().length;
  return (
    <li className={styles.rule} data-rule={rule.id}>
      <div className={styles.head}>
        <label className={styles.use}>
          <input
            type="checkbox"
            role="switch"
            aria-label={t('buyers.segments.useOf', { name })}
            checked={!rule.isOff}
            onChange={(event) => onChange({ ...rule, isOff: !event.currentTarget.checked })}
          />
        </label>
        {isOwn ? (
          <input
            className={styles.name}
            aria-label={t('buyers.segments.name')}
            placeholder={t('buyers.segments.name')}
            dir="auto"
            autoComplete="off"
            maxLength={LONGEST_NAME}
            value={rule.name ?? ''}
            onChange={(event) => onChange({ ...rule, name: event.currentTarget.value })}
          />
        ) : (
          <b>{name}</b>
        )}
        <span className={styles.quiet}>{t('buyers.segments.count', { count })}</span>
      </div>
      {rule.groups.map((group, at) => (
        // Groups have no name of their own; their place is what they are.
        <div key={at} className={styles.group}>
          {at > 0 && <span className={styles.quiet}>{t('buyers.segments.or')}</span>}
          <ul>
            {group.map((condition, place) => (
              <ConditionLine
                key={place}
                condition={condition}
                isOwn={isOwn}
                of={name}
                onChange={(next) =>
                  setGroup(
                    at,
                    group.map((one, other) => (other === place ? next : one)),
                  )
                }
                onRemove={
                  isOwn && conditions > 1
                    ? () =>
                        setGroup(
                          at,
                          group.filter((_, other) => other !== place),
                        )
                    : null
                }
              />
            ))}
          </ul>
          {isOwn && group.length < mostSegments.conditions && (
            <button type="button" className={styles.link} onClick={() => setGroup(at, [...group, firstCondition])}>
              {t('buyers.segments.and')}
            </button>
          )}
        </div>
      ))}
      {isOwn && (
        <div className={styles.buttons}>
          {rule.groups.length < mostSegments.groups && (
            <button
              type="button"
              className={styles.link}
              onClick={() => onChange({ ...rule, groups: [...rule.groups, [firstCondition]] })}
            >
              {t('buyers.segments.orElse')}
            </button>
          )}
          <button
            type="button"
            className={styles.link}
            aria-label={t('buyers.segments.removeOf', { name })}
            onClick={onRemove}
          >
            {t('buyers.segments.remove')}
          </button>
        </div>
      )}
    </li>
  );
}
