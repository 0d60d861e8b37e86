import { useEffect, useState, type ReactNode } from 'react';
import type { Translate } from '../ui/translate';
import styles from './popup.module.css';

/** What is read once after the popup was drawn; undefined until it is there. */
function useOnce<T>(read: () => Promise<T>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let isLeft = false;
    void read().then((found) => isLeft || setValue(found));
    return () => {
      isLeft = true;
    };
  }, [read]);
  return value;
}

function WayThere({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <p className={styles.due}>
      <a href={to} target="_blank" rel="noreferrer">
        {children}
      </a>
    </p>
  );
}

/** One line with how much is due today, as the icon says it, and the way there; nothing when nothing is due. */
export function DueLine(props: {
  readonly read: () => Promise<string>;
  readonly todayUrl: string;
  /** The words of follow-ups, which the popup does not open with. */
  readonly t: Translate;
}) {
  const { read, todayUrl, t } = props;
  const shown = useOnce(read) ?? '';
  const count = Number.parseInt(shown, 10);
  if (Number.isNaN(count)) return null;
  return (
    <WayThere to={todayUrl}>
      {shown === String(count) ? t('follow-ups.popup.due', { count }) : t('follow-ups.popup.more', { most: count })}
    </WayThere>
  );
}

/** One line with how many buyers the next shift should hear of, and the way there; nothing without a team or work. */
export function HandOverLine(props: {
  readonly read: () => Promise<number>;
  readonly teamUrl: string;
  readonly t: Translate;
}) {
  const { read, teamUrl, t } = props;
  const count = useOnce(read) ?? 0;
  return count === 0 ? null : <WayThere to={teamUrl}>{t('follow-ups.popup.handOver', { count })}</WayThere>;
}
