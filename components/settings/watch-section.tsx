import { brandAs } from '@/utils/domain/ids';
import type { Settings } from '@/utils/app/api';
import { watchFrom, watchingUntil, type Watch } from '@/utils/domain/worklog/watch';
import { momentLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { Section } from './section';
import styles from './settings.module.css';

interface Chosen {
  readonly settings: Settings;
  readonly onSave: (change: Partial<Settings>) => void;
}

const now = () => brandAs<'Instant'>(new Date().toISOString());

/** Two days in which Parley only measures, for comparing with afterwards. */
export function WatchSection(props: Chosen) {
  const t = useT();
  return (
    <Section title={t('settings.watch.title')}>
      <p>{t('settings.watch.label')}</p>
      <WatchChoice {...props} />
    </Section>
  );
}

/** Begins and ends the watching, and says when it was. */
export function WatchChoice({ settings: { watch }, onSave }: Chosen) {
  const t = useT();
  const { uiLang } = useApp();
  const isOn = watchingUntil(watch, now()) !== null;
  const stop = (running: Watch) => onSave({ watch: { ...running, until: now() } });
  return (
    <>
      <p className={styles.help}>{t('settings.watch.help')}</p>
      <p role="status">
        {watch &&
          t(isOn ? 'settings.watch.until' : 'settings.watch.done', {
            from: momentLabel(watch.from, uiLang),
            until: momentLabel(watch.until, uiLang),
          })}
      </p>
      <div>
        {watch && isOn ? (
          <Button onClick={() => stop(watch)}>{t('settings.watch.stop')}</Button>
        ) : (
          <Button onClick={() => onSave({ watch: watchFrom(now()) })}>
            {t(watch ? 'settings.watch.again' : 'settings.watch.begin')}
          </Button>
        )}
      </div>
    </>
  );
}
