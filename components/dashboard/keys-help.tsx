import { useEffect, useRef } from 'react';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import styles from './keys-help.module.css';
import { pageKeys } from './page-keys';
import type { NavPage } from './route';

/** What the window with the keys is opened with. */
export interface KeysHelpProps {
  /** The pages the navigation leads to now. */
  readonly shown: readonly NavPage[];
  readonly onClose: () => void;
}

/** The keys of the dashboard, in a window over the page. */
export function KeysHelp({ shown, onClose }: KeysHelpProps) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const box = dialog.current;
    box?.showModal();
    return () => box?.close();
  }, []);
  return (
    <dialog ref={dialog} className={styles.help} aria-labelledby="keys-help-title" onClose={onClose}>
      <h2 id="keys-help-title">{t('dashboard.keys.title')}</h2>
      <dl>
        {shown.map((page) => (
          <Line key={page} keys={['g', pageKeys[page]]} words={t(`dashboard.page.${page}`)} />
        ))}
        <Line keys={['/']} words={t('dashboard.keys.search')} />
        <Line keys={['?']} words={t('dashboard.keys.help')} />
        <Line keys={['n']} words={t('dashboard.keys.logNew')} />
        <Line keys={['←', '→']} words={t('dashboard.keys.logDays')} />
        <Line keys={['d']} words={t('dashboard.keys.todayDone')} />
        <Line keys={['s']} words={t('dashboard.keys.todayLater')} />
      </dl>
      <form method="dialog">
        <Button type="submit">{t('dashboard.keys.close')}</Button>
      </form>
    </dialog>
  );
}

function Line({ keys, words }: { readonly keys: readonly string[]; readonly words: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
