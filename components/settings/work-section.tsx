import { useId } from 'react';
import type { Settings } from '@/utils/app/api';
import { useT } from '../ui/translate';
import { hrefOfPage } from '../dashboard/route';
import { Section } from './section';
import styles from './settings.module.css';

const WAYS = ['alone', 'desk'] as const;

interface Chosen {
  readonly settings: Settings;
  readonly onSave: (change: Partial<Settings>) => void;
}

/** Alone or at a desk with others, and the way back into the first steps. */
export function WorkSection(props: Chosen) {
  const t = useT();
  return (
    <Section title={t('settings.work.title')}>
      <WorkChoice {...props} />
      <p className={styles.help}>
        <a href={hrefOfPage('welcome')}>{t('settings.work.again')}</a>
      </p>
    </Section>
  );
}

/** Who else works with these records; nothing is chosen until somebody says, and then everything is shown. */
export function WorkChoice({ settings, onSave }: Chosen) {
  const t = useT();
  const id = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{t('settings.work.label')}</legend>
      {WAYS.map((works) => (
        <div key={works} className={styles.choice}>
          <input
            id={`${id}-${works}`}
            type="radio"
            name={id}
            checked={settings.works === works}
            aria-describedby={`${id}-${works}-help`}
            onChange={() => onSave({ works })}
          />
          <label htmlFor={`${id}-${works}`}>{t(`settings.work.${works}`)}</label>
          <span id={`${id}-${works}-help`} className={styles.help}>
            {t(`settings.work.${works}Help`)}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
