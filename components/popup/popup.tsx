import { useState } from 'react';
import { ConverterPanel, type ConverterChoice } from '../convert/converter-panel';
import { useT } from '../ui/translate';
import styles from './popup.module.css';

/** What became of a text: said in one line under the input. */
export type Delivery = 'copied' | 'copy-failed' | 'inserted' | 'no-composer';

const WORDS: Readonly<Record<Delivery, string>> = {
  copied: 'convert.popup.copied',
  'copy-failed': 'convert.popup.copyFailed',
  inserted: 'convert.popup.inserted',
  'no-composer': 'convert.popup.noComposer',
};

/** The popup: the converter, and the way to the dashboard. */
export function Popup(props: {
  readonly firstChoice: ConverterChoice;
  readonly dashboardUrl: string;
  readonly onChoice: (choice: ConverterChoice) => void;
  readonly copy: (text: string) => Promise<Delivery>;
  readonly insert: (text: string) => Promise<Delivery>;
}) {
  const t = useT();
  const { firstChoice, dashboardUrl, onChoice, copy, insert } = props;
  const [choice, setChoice] = useState(firstChoice);
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  return (
    <main className={styles.popup}>
      <header className={styles.head}>
        <h1>{t('convert.popup.title')}</h1>
        <a href={dashboardUrl} target="_blank" rel="noreferrer">
          {t('convert.popup.dashboard')}
        </a>
      </header>
      <ConverterPanel
        choice={choice}
        onChoice={(next) => {
          setChoice(next);
          onChoice(next);
        }}
        onCopy={(text) => void copy(text).then(setDelivery)}
        onInsert={(text) => void insert(text).then(setDelivery)}
      />
      <p className={styles.status} role="status" data-delivery={delivery ?? undefined}>
        {delivery && t(WORDS[delivery])}
      </p>
    </main>
  );
}
