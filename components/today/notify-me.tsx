import { useEffect, useState } from 'react';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import styles from './today.module.css';

/** Asks the browser for notifications, inside the click that wants them. */
export function NotifyMe() {
  const t = useT();
  const { notifications } = useApp();
  const [state, setState] = useState<'unknown' | 'off' | 'on' | 'refused'>('unknown');
  useEffect(() => {
    let isLeft = false;
    void notifications?.isGranted().then((isOn) => isLeft || setState(isOn ? 'on' : 'off'));
    return () => {
      isLeft = true;
    };
  }, [notifications]);
  if (!notifications || state === 'unknown') return null;
  if (state === 'on') return <p className={styles.quiet}>{t('today.notify.on')}</p>;
  return (
    <p className={styles.quiet}>
      <Button onClick={() => void notifications.ask().then((isOn) => setState(isOn ? 'on' : 'refused'))}>
        {t('today.notify.ask')}
      </Button>{' '}
      {state === 'refused' && <span role="alert">{t('today.notify.refused')}</span>}
    </p>
  );
}
