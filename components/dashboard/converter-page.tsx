import { useCallback, useState } from 'react';
import { keepConverterChoice, readConverterChoice } from '../convert/converter-choice';
import { ConverterPanel } from '../convert/converter-panel';
import { makeQueryHistory } from '../convert/query-history';
import { copyText } from '../popup/deliver';
import { DeliveryLine, type Delivery } from '../popup/delivery-line';
import { ConverterExplorer } from './converter-explorer';
import styles from './converter-page.module.css';

/** The converter as a page: the panel, and beside it whatever one would rather look at than read. */
export function ConverterPage() {
  const [asked, setAsked] = useState('');
  return (
    <div className={styles.page}>
      <ConverterBox onQuery={setAsked} />
      <ConverterExplorer query={asked} />
    </div>
  );
}

/** The converter inside a larger page; it inserts only where there is a message to insert into. */
export function ConverterBox(props: {
  readonly insert?: (text: string) => Promise<Delivery>;
  readonly onQuery?: (query: string) => void;
}) {
  const { insert, onQuery } = props;
  const [choice, setChoice] = useState(() => readConverterChoice(localStorage));
  const [history] = useState(() => makeQueryHistory(localStorage));
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  const heard = useCallback((query: string) => onQuery?.(query), [onQuery]);
  return (
    <div className={styles.converter}>
      <ConverterPanel
        choice={choice}
        history={history}
        onChoice={(next) => {
          setChoice(next);
          keepConverterChoice(next, localStorage);
        }}
        onQuery={heard}
        onCopy={(text) => void copyText(text).then(setDelivery)}
        {...(insert ? { onInsert: (text: string) => void insert(text).then(setDelivery) } : {})}
      />
      <DeliveryLine delivery={delivery} />
    </div>
  );
}
