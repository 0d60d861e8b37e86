import { useEffect, useState } from 'react';
import type { Translate } from '../ui/translate';
import styles from './popup.module.css';

/** One line with how much is due today, as the icon says it, and the way there; nothing when nothing is due. */
export function DueLine(props: {
  readonly read: () => Promise<string>;
  readonly todayUrl: string;
  /** The words of follow-ups, which the popup does not open with. */
  readonly t: Translate;
}) {
  const { read, todayUrl, t } = props;
  const [shown, setShown] = useState('');
  useEffect(() => {
    let isLeft = false;
    void read().then((text) => isLeft || setShown(text));
    return () => {
      isLeft = true;
    };
  }, [read]);
  const count = Number.parseInt(shown, 10);
  if (Number.isNaN(count)) return null;
  return (
    <p className={styles.due}>
      <a href={todayUrl} target="_blank" rel="noreferrer">
        {shown === String(count) ? t('follow-ups.popup.due', { count }) : t('follow-ups.popup.more', { most: count })}
      </a>
    </p>
  );
}
