import type { PracticeSample } from '@/utils/domain/practice/sample';
import { dayLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { useT } from '../ui/translate';
import styles from './order-panel.module.css';

/** What a seller page shows of the order beside the conversation. */
export function OrderPanel({ sample }: { readonly sample: PracticeSample }) {
  const t = useT();
  const { uiLang } = useApp();
  const { order } = sample;
  const item = order?.items[0];
  const day = (value: string | undefined) => value && dayLabel(value, uiLang);
  const country = new Intl.DisplayNames([uiLang], { type: 'region' }).of(sample.country);
  const price =
    order?.amount &&
    new Intl.NumberFormat(uiLang, { style: 'currency', currency: order.amount.currency }).format(order.amount.value);
  const facts: readonly (readonly [string, string | number | undefined])[] = [
    ['product', sample.product],
    ['variant', item?.variant],
    ['quantity', item?.quantity],
    ['number', order?.orderId],
    ['state', order?.state && t(`practice.order.states.${order.state}`)],
    ['ordered', day(order?.orderedOn)],
    ['shipped', day(order?.shippedOn)],
    ['promised', day(order?.promisedOn)],
    ['delivered', day(order?.deliveredOn)],
    ['carrier', order?.carrier],
    ['tracking', order?.tracking],
    ['country', country],
    ['price', price],
  ];
  return (
    <section className={styles.order} aria-labelledby="practice-order">
      <h2 id="practice-order">{t('practice.order.title')}</h2>
      {!order && <p>{t('practice.order.none')}</p>}
      <dl>
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div key={name}>
              <dt>{t(`practice.order.${name}`)}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
