import { useState } from 'react';
import { ConverterBox } from '../dashboard/converter-page';
import type { Delivery } from '../popup/delivery-line';
import { Tabs } from '../ui/tabs';
import { useT } from '../ui/translate';
import { LastBuyer } from './last-buyer';
import styles from './side-panel.module.css';

/** The panel beside the page: the buyer seen last, any other buyer by search, and the converter. */
export function SidePanel({ insert }: { readonly insert: (text: string) => Promise<Delivery> }) {
  const t = useT();
  const [tab, setTab] = useState('buyer');
  return (
    <main className={styles.panel}>
      <h1>{t('sidepanel.title')}</h1>
      <Tabs
        label={t('sidepanel.tabs.label')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'buyer', label: t('sidepanel.tabs.buyer'), content: <LastBuyer /> },
          { id: 'converter', label: t('sidepanel.tabs.converter'), content: <ConverterBox insert={insert} /> },
        ]}
      />
    </main>
  );
}
