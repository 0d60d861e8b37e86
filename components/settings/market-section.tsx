import type { Settings } from '@/utils/app/api';
import { marketLabel } from '../customers/labels';
import { useApp } from '../dashboard/app-context';
import { useT } from '../ui/translate';
import { Section } from './section';
import styles from './settings.module.css';

interface Chosen {
  readonly settings: Settings;
  readonly onSave: (change: Partial<Settings>) => void;
}

/** Marketplaces on and off; off means that nothing is shown and nothing is read there. */
export function MarketSection(props: Chosen) {
  const t = useT();
  return (
    <Section title={t('settings.markets.title')}>
      <MarketChoices {...props} />
      <p className={styles.help}>{t('settings.markets.help')}</p>
    </Section>
  );
}

/** A switch for each marketplace. */
export function MarketChoices(props: Chosen) {
  const t = useT();
  const { markets } = useApp();
  const { settings, onSave } = props;
  const { marketsOff } = settings;
  return (
    <ul className={styles.plain}>
      {markets.map((id) => (
        <li key={id}>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={!marketsOff.includes(id)}
              onChange={(event) =>
                onSave({
                  marketsOff: event.currentTarget.checked
                    ? marketsOff.filter((off) => off !== id)
                    : [...marketsOff, id],
                })
              }
            />
            {marketLabel(t, id)}
          </label>
        </li>
      ))}
    </ul>
  );
}
