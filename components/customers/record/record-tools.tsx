import { useEffect, useRef, useState } from 'react';
import { onEscape } from '../../content/keys';
import { useApp } from '../../dashboard/app-context';
import { Button } from '../../ui/button';
import { useT } from '../../ui/translate';
import { buyerLabel } from '../labels';
import styles from './facts.module.css';
import { useRecord } from './record-state';

/** What can be done to a whole record: put it away, give its copy, forget it. */
export function RecordTools() {
  const t = useT();
  const { saveFile } = useApp();
  const { buyers } = useApp().api;
  const { buyerKey, view, run, say } = useRecord();
  const [isAsking, setAsking] = useState(false);
  const box = useRef<HTMLElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (isAsking) box.current?.querySelector<HTMLElement>('[data-keep]')?.focus();
    else if (wasAsking.current) box.current?.querySelector<HTMLElement>('[data-forget]')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  const { buyer } = view;
  const isArchived = buyer.archived === 1;
  const name = buyerLabel(t, buyer);
  const move = async () => {
    const moved = await run(isArchived ? buyers.unarchive({ keys: [buyerKey] }) : buyers.archive({ keys: [buyerKey] }));
    if (moved.ok) say(t(`buyers.bulk.done.${isArchived ? 'unarchive' : 'archive'}`, { count: moved.value.length }));
  };
  const giveCopy = async () => {
    const made = await run(buyers.copy(buyerKey));
    if (!made.ok) return;
    const copy = made.value;
    // The name of a file is read by whoever sees the folder: it says nothing of the buyer.
    saveFile({ name: `parley-buyer-${copy.savedAt.slice(0, 10)}.json`, text: JSON.stringify(copy, null, 2) });
    say(t('buyers.tools.copied'));
  };
  return (
    <section ref={box} className={styles.part} aria-label={t('buyers.tools.title')}>
      <div className={styles.buttons}>
        <Button onClick={() => void move()}>{t(`buyers.tools.${isArchived ? 'unarchive' : 'archive'}`)}</Button>
        <Button onClick={() => void giveCopy()}>{t('buyers.tools.copy')}</Button>
        {!isAsking && (
          <Button data-forget onClick={() => setAsking(true)}>
            {t('buyers.tools.forget')}
          </Button>
        )}
      </div>
      {isAsking && (
        // The key handler only closes; the buttons inside are what a person works with.
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className={styles.conflict} onKeyDown={(event) => onEscape(event, () => setAsking(false))}>
          <p>{t('buyers.tools.forgetWhat')}</p>
          <div className={styles.buttons}>
            <Button onClick={() => void run(buyers.forget({ keys: [buyerKey] }))}>
              {t('buyers.tools.forgetYes', { name })}
            </Button>
            <Button data-keep onClick={() => setAsking(false)}>
              {t('buyers.tools.forgetNo')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
