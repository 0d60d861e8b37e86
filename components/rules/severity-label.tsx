import type { Severity } from '@/utils/domain/compliance/input';
import { Icon } from '../ui/icon';
import { useT } from '../ui/translate';
import styles from './rules.module.css';

/** A severity in words and with its own shape, never by colour alone; `where` names the marketplace. */
export function SeverityLabel({ severity, where }: { readonly severity: Severity; readonly where?: string }) {
  const t = useT();
  return (
    <span className={styles.severity} data-severity={severity}>
      <Icon name={severity} />
      {where !== undefined && <span className={styles.where}>{where}</span>}
      <span>{t(`rules.severity.${severity}`)}</span>
    </span>
  );
}
