import type { EntrySeverity } from '@/utils/domain/worklog/entry';
import { useT } from '../ui/translate';
import styles from './worklog.module.css';

/** How many bars of three are filled: the cue beside colour and words. */
const BARS = { low: 1, normal: 2, high: 3 } as const;

/** How much an entry presses, in words and in bars. */
export function SeverityMark({ severity }: { readonly severity: EntrySeverity }) {
  const t = useT();
  return (
    <span className={styles.severity} data-severity={severity}>
      <svg viewBox="0 0 14 12" width="14" height="12" aria-hidden="true" focusable="false">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 5}
            y={8 - bar * 4}
            width="4"
            height={4 + bar * 4}
            opacity={bar < BARS[severity] ? 1 : 0.25}
          />
        ))}
      </svg>
      {t(`worklog.severity.${severity}`)}
    </span>
  );
}
