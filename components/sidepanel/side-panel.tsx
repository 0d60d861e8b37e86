import { useState } from 'react';
import { ConverterBox } from '../dashboard/converter-page';
import type { Delivery } from '../popup/delivery-line';
import { Tabs } from '../ui/tabs';
import { useT } from '../ui/translate';
import type { ActiveBuyer } from '@/utils/platform/side-panel';
import { FollowedBuyer } from './followed-buyer';
import styles from './side-panel.module.css';

/** The panel beside the page: the buyer of its conversation, any other buyer by search, and the converter. */
export function SidePanel(props: {
  readonly insert: (text: string) => Promise<Delivery>;
  readonly follow: ActiveBuyer;
}) {
  const { insert, follow } = props;
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
          { id: 'buyer', label: t('sidepanel.tabs.buyer'), content: <FollowedBuyer follow={follow} /> },
          { id: 'converter', label: t('sidepanel.tabs.converter'), content: <ConverterBox insert={insert} /> },
        ]}
      />
    </main>
  );
}
