import { useT } from '../ui/translate';
import { useApp } from '../dashboard/app-context';
import { Receipt } from './receipt/receipt';
import { Section } from './section';
import styles from './settings.module.css';

const sentences = ['stays', 'requests', 'uninstall'] as const;

/** Privacy in three sentences. */
export function PrivacySection() {
  const t = useT();
  const { receipt } = useApp();
  return (
    <Section title={t('settings.privacy.title')}>
      <ul className={styles.sentences}>
        {sentences.map((name) => (
          <li key={name}>{t(`settings.privacy.${name}`)}</li>
        ))}
      </ul>
      {receipt && <Receipt tools={receipt} />}
    </Section>
  );
}
