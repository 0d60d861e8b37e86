import { useEffect, useState } from 'react';
import type { BrowserKey, ShortcutTools } from '@/utils/platform/shortcut-settings';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { Section } from './section';
import styles from './settings.module.css';

/** The keys of the bar in the seller page, by the words for what they do; heard by their place on the keyboard. */
const PAGE_KEYS = [
  ['insert', 'Alt+1, Alt+2, Alt+3'],
  ['conversion', 'Alt+0'],
  ['find', 'Alt+K'],
  ['meaning', 'Shift+Alt+U'],
  ['report', 'Shift+Alt+P'],
  ['keep', 'Shift+Alt+K'],
] as const;

/** The keys in the seller page, and those the agent can choose in the browser. */
export function KeysSection({ tools }: { readonly tools: ShortcutTools }) {
  const t = useT();
  const [chosen, setChosen] = useState<readonly BrowserKey[]>([]);
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    let isLeft = false;
    // Chosen in another tab: looked up again when somebody comes back.
    const look = () => void tools.list().then((found) => isLeft || setChosen(found));
    look();
    window.addEventListener('focus', look);
    return () => {
      isLeft = true;
      window.removeEventListener('focus', look);
    };
  }, [tools]);
  const open = async () => setElsewhere(!(await tools.change()));
  return (
    <Section title={t('settings.keys.title')}>
      <p className={styles.help}>{t('settings.keys.help')}</p>
      <dl className={styles.keyList}>
        {PAGE_KEYS.map(([name, keys]) => (
          <div key={name}>
            <dt>{t(`settings.keys.page.${name}`)}</dt>
            <dd dir="ltr">{keys}</dd>
          </div>
        ))}
        {chosen.map(({ description, key }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd dir="auto">{key || t('settings.keys.none')}</dd>
          </div>
        ))}
      </dl>
      {chosen.length > 0 && (
        <div>
          <Button onClick={() => void open()}>{t('settings.keys.change')}</Button>
        </div>
      )}
      <p className={styles.help} role="status">
        {isElsewhere && t('settings.keys.elsewhere')}
      </p>
    </Section>
  );
}
