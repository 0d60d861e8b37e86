import { useMemo } from 'react';
import { useT } from '../ui/translate';
import { readingState, type TemplateEntry } from './template-entries';
import styles from './templates.module.css';
import type { DeskState } from './use-template-desk';

/** The switch for suggesting only what somebody has read, with what would be left. */
export function OnlyReviewed({
  state,
  entries,
}: {
  readonly state: DeskState;
  readonly entries: readonly TemplateEntry[];
}) {
  const t = useT();
  const { desk, run, api } = state;
  const [left, all] = useMemo(() => {
    const inUse = entries.filter(({ listed }) => !listed.isOff);
    return [inUse.filter((entry) => readingState(entry) !== 'none').length, inUse.length];
  }, [entries]);
  return (
    <div className={styles.only}>
      <label className={styles.check}>
        <input
          type="checkbox"
          role="switch"
          className={styles.switch}
          aria-describedby="templates-only-left"
          checked={desk.onlyReviewed}
          onChange={(event) => void run(api.allowOnlyReviewed({ on: event.currentTarget.checked }))}
        />
        {t('templates.only.label')}
      </label>
      <span id="templates-only-left" className={styles.quiet}>
        {t(`templates.only.${desk.onlyReviewed ? 'areLeft' : 'left'}`, { count: left, total: all })}
      </span>
    </div>
  );
}
