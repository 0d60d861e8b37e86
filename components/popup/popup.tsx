import { createElement, useEffect, useState, type ComponentType } from 'react';
import type { ConverterChoice } from '../convert/converter-choice';
import { ConverterPanel } from '../convert/converter-panel';
import type { QueryHistory } from '../convert/query-history';
import type { HostAccess } from '../settings/host-access';
import { SiteAccess } from '../settings/site-access';
import { useT } from '../ui/translate';
import { DeliveryLine, type Delivery } from './delivery-line';
import styles from './popup.module.css';

/** A part of the popup that comes after its first picture; null until it is there. */
function useLater(load: (() => Promise<ComponentType>) | undefined): ComponentType | null {
  const [part, setPart] = useState<{ readonly view: ComponentType } | null>(null);
  useEffect(() => {
    let isLeft = false;
    // After the frame in which the popup was drawn.
    const timer = setTimeout(() => void load?.().then((view) => isLeft || setPart({ view })));
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [load]);
  return part?.view ?? null;
}

/** The popup: the converter, the way to the dashboard, and a line about the tab once there is time for it. */
export function Popup(props: {
  readonly firstChoice: ConverterChoice;
  readonly history: QueryHistory;
  readonly dashboardUrl: string;
  readonly access: HostAccess;
  readonly onChoice: (choice: ConverterChoice) => void;
  readonly copy: (text: string) => Promise<Delivery>;
  readonly insert: (text: string) => Promise<Delivery>;
  readonly loadThisTab?: () => Promise<ComponentType>;
}) {
  const t = useT();
  const { firstChoice, history, dashboardUrl, access, onChoice, copy, insert } = props;
  const thisTab = useLater(props.loadThisTab);
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
      <SiteAccess access={access} look="quiet" />
      <ConverterPanel
        choice={choice}
        history={history}
        onChoice={(next) => {
          setChoice(next);
          onChoice(next);
        }}
        onCopy={(text) => void copy(text).then(setDelivery)}
        onInsert={(text) => void insert(text).then(setDelivery)}
      />
      <DeliveryLine delivery={delivery} />
      {thisTab && createElement(thisTab)}
    </main>
  );
}
