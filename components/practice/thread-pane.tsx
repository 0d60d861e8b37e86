import { useLayoutEffect, useRef } from 'react';
import type { PracticeMessage, PracticeSample } from '@/utils/domain/practice/sample';
import { directionOf, languageName, momentLabel } from '../content/labels';
import { useApp } from '../dashboard/app-context';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './thread-pane.module.css';
import type { Bar } from './use-bar';

/** The shop the samples write to; the same account on every visit, so that nobody is asked which one it is. */
const SHOP_ACCOUNT = 'practice';

/** One conversation with its message box. What is sent stays here. */
export function ThreadPane(props: {
  readonly sample: PracticeSample;
  readonly sent: readonly PracticeMessage[];
  readonly bar: Bar;
  /** What was done last, for the line beside the button. */
  readonly said: string;
  readonly onText: (text: string) => void;
  readonly onSend: (text: string) => void;
}) {
  const t = useT();
  const { uiLang } = useApp();
  const { sample, sent, bar, said, onText, onSend } = props;
  const list = useRef<HTMLOListElement>(null);
  const messages = [...sample.messages, ...sent];
  const shopName = t('practice.shop');

  // Before the bar's own watch hears of the change: it reads what is on screen now.
  useLayoutEffect(() => {
    const elements = [...(list.current?.querySelectorAll('[data-words]') ?? [])];
    bar.shown.current = {
      market: sample.market,
      shop: { accountId: `${SHOP_ACCOUNT}-${sample.market}`, name: shopName },
      thread: {
        key: sample.key,
        buyerId: `practice-${sample.id}`,
        buyerName: sample.name,
        ...(sample.order ? { orderId: sample.order.orderId } : {}),
      },
      bubbles: [...sample.messages, ...sent].flatMap(({ from, text, at }, index) => {
        const element = elements[index];
        return element ? [{ side: from, text, at, element }] : [];
      }),
      order: sample.order,
      country: sample.country,
    };
    return () => {
      bar.shown.current = null;
    };
  }, [bar, sample, sent, shopName]);

  const send = () => {
    const box = bar.box.current;
    const text = box?.value.trim() ?? '';
    if (!box || text === '') return;
    box.value = '';
    onSend(text);
    bar.sent();
    box.focus();
  };
  return (
    <section className={styles.thread} aria-labelledby="practice-thread">
      <header className={styles.head}>
        <h2 id="practice-thread">
          <bdi lang={sample.lang}>{sample.name}</bdi>
        </h2>
        <p>
          {t(`common.market.${sample.market}`)} · {languageName(sample.lang, uiLang)}
        </p>
      </header>
      <ol ref={list} className={styles.messages} aria-label={t('practice.thread.messages')}>
        {messages.map(({ from, text, at }, index) => (
          <li key={`${sample.id}:${index}`} data-from={from}>
            <VisuallyHidden>{t(`practice.thread.from.${from}`, { name: sample.name })}</VisuallyHidden>
            <p data-words dir="auto" {...(from === 'buyer' ? { lang: sample.lang } : {})}>
              {text}
            </p>
            <time dateTime={at}>{momentLabel(at, uiLang)}</time>
          </li>
        ))}
      </ol>
      <div className={styles.writing}>
        <form
          ref={bar.block}
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <textarea
            key={sample.id}
            ref={bar.box}
            rows={7}
            dir={directionOf(sample.lang)}
            aria-label={t('practice.thread.box', { name: sample.name })}
            placeholder={t('practice.thread.placeholder')}
            onInput={(event) => onText(event.currentTarget.value)}
          />
          <div className={styles.foot}>
            <Button ref={bar.send} type="submit" look="primary">
              {t('practice.thread.send')}
            </Button>
            <p>{t('practice.thread.stays')}</p>
            <p role="status" className={styles.said}>
              {said}
            </p>
          </div>
        </form>
      </div>
    </section>
  );
}
