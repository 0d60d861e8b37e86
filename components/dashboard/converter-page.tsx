import { useState } from 'react';
import { keepConverterChoice, readConverterChoice } from '../convert/converter-choice';
import { ConverterPanel } from '../convert/converter-panel';
import { makeQueryHistory } from '../convert/query-history';
import { copyText } from '../popup/deliver';
import { DeliveryLine, type Delivery } from '../popup/delivery-line';
import styles from './converter-page.module.css';

/** The converter inside a larger page; it inserts only where there is a message to insert into. */
export function ConverterPage({ insert }: { readonly insert?: (text: string) => Promise<Delivery> }) {
  const [choice, setChoice] = useState(() => readConverterChoice(localStorage));
  const [history] = useState(() => makeQueryHistory(localStorage));
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  return (
    <div className={styles.converter}>
      <ConverterPanel
        choice={choice}
        history={history}
        onChoice={(next) => {
          setChoice(next);
          keepConverterChoice(next, localStorage);
        }}
        onCopy={(text) => void copyText(text).then(setDelivery)}
        {...(insert ? { onInsert: (text: string) => void insert(text).then(setDelivery) } : {})}
      />
      <DeliveryLine delivery={delivery} />
    </div>
  );
}
