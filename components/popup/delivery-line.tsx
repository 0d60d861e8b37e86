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

/** Says what became of a text, or nothing yet. */
export function DeliveryLine({ delivery }: { readonly delivery: Delivery | null }) {
  const t = useT();
  return (
    <p className={styles.status} role="status" data-delivery={delivery ?? undefined}>
      {delivery && t(WORDS[delivery])}
    </p>
  );
}
