import { buyerFacts, signalFacts, type SegmentCondition } from '@/utils/domain/customers/segment';
import { useT } from '../../ui/translate';
import { factLabel } from './segment-words';
import styles from './segments.module.css';

const LARGEST = 1_000_000;
const bounds = ['at-least', 'at-most'] as const;

/** One figure and its bound: of a shipped segment only the number can be changed, of an own one everything. */
export function ConditionLine(props: {
  readonly condition: SegmentCondition;
  readonly isOwn: boolean;
  /** Name of the segment, for whoever hears the controls. */
  readonly of: string;
  readonly onChange: (condition: SegmentCondition) => void;
  readonly onRemove: (() => void) | null;
}) {
  const t = useT();
  const { condition, isOwn, of, onChange, onRemove } = props;
  const { fact, is, value } = condition;
  const isSignal = signalFacts[fact] !== undefined;
  const label = factLabel(t, fact);
  return (
    <li className={styles.condition}>
      {isOwn ? (
        <select
          aria-label={t('buyers.segments.factOf', { of })}
          value={fact}
          onChange={(event) => {
            const next = buyerFacts.find((one) => one === event.currentTarget.value) ?? fact;
            onChange(signalFacts[next] ? { fact: next, is: 'at-least', value: 1 } : { ...condition, fact: next });
          }}
        >
          {buyerFacts.map((one) => (
            <option key={one} value={one}>
              {factLabel(t, one)}
            </option>
          ))}
        </select>
      ) : (
        <span>{label}</span>
      )}
      {!isSignal && isOwn && (
        <select
          aria-label={t('buyers.segments.boundOf', { of, fact: label })}
          value={is}
          onChange={(event) =>
            onChange({ ...condition, is: event.currentTarget.value === 'at-most' ? 'at-most' : 'at-least' })
          }
        >
          {bounds.map((bound) => (
            <option key={bound} value={bound}>
              {t(`buyers.segments.${bound}`)}
            </option>
          ))}
        </select>
      )}
      {!isSignal && !isOwn && <span className={styles.quiet}>{t(`buyers.segments.${is}`)}</span>}
      {!isSignal && (
        <input
          type="number"
          min={0}
          max={LARGEST}
          step={1}
          aria-label={t('buyers.segments.valueOf', { of, fact: label })}
          value={Number.isNaN(value) ? '' : value}
          onChange={(event) => onChange({ ...condition, value: event.currentTarget.valueAsNumber })}
        />
      )}
      {onRemove && (
        <button
          type="button"
          className={styles.link}
          aria-label={t('buyers.segments.lessOf', { fact: label })}
          onClick={onRemove}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </li>
  );
}
