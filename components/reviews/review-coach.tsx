import { useState } from 'react';
import type { BuyerView } from '@/utils/app/buyers-api';
import type { OrderId } from '@/utils/domain/ids';
import type { ReviewVerdict } from '@/utils/domain/reviews/verdict';
import { reviewWords } from '../content/reviews/review-words';
import { Button } from '../ui/button';
import { useT } from '../ui/translate';
import { BadReviewPath } from './bad-review-path';
import styles from './reviews.module.css';

/** What the coach is shown with. */
export interface ReviewCoachProps {
  readonly view: BuyerView;
  readonly uiLang: string;
  /** Id of the marketplace of the buyer's shop. */
  readonly market: string;
  /** Notes that the agent has asked; false when that could not be noted. */
  readonly onAsked: (orderId: OrderId) => Promise<boolean>;
}

/** Whether reviews of a buyer's orders may be asked for, and what to do about a bad one. */
export function ReviewCoach({ view, uiLang, market, onAsked }: ReviewCoachProps) {
  const t = useT();
  const { verdicts } = view;
  return (
    <section className={styles.part} aria-label={t('reviews.record.title')}>
      <h3 className={styles.title}>{t('reviews.record.title')}</h3>
      {verdicts.length === 0 ? (
        <p className={styles.quiet}>{t('reviews.record.empty')}</p>
      ) : (
        <ul className={styles.lines}>
          {verdicts.map((verdict) => (
            <OrderVerdict key={verdict.orderId} {...{ verdict, uiLang, market, onAsked }} />
          ))}
        </ul>
      )}
      <p className={styles.quiet}>{t('reviews.record.noMood')}</p>
      <BadReviewPath view={view} uiLang={uiLang} market={market} />
    </section>
  );
}

function OrderVerdict(props: Omit<ReviewCoachProps, 'view'> & { readonly verdict: ReviewVerdict }) {
  const t = useT();
  const { verdict, uiLang, market, onAsked } = props;
  const [noting, setNoting] = useState<'no' | 'now' | 'done' | 'failed'>('no');
  const { title, why, also, source } = reviewWords(verdict, { t, uiLang, market });
  const note = async () => {
    setNoting('now');
    setNoting((await onAsked(verdict.orderId as OrderId)) ? 'done' : 'failed');
  };
  return (
    <li className={styles.order} data-verdict={verdict.verdict} data-rule={verdict.rule}>
      <div role="status" aria-label={t('reviews.page.label')} data-verdict={verdict.verdict} data-rule={verdict.rule}>
        <p className={styles.quiet}>{t('reviews.record.order', { order: verdict.orderId })}</p>
        <p>
          <b>{title}</b>
        </p>
        {[why, ...also].map((text) => (
          <p key={text}>{text}</p>
        ))}
        {source && <p className={styles.quiet}>{source}</p>}
        {noting === 'done' && <p>{t('reviews.record.noted')}</p>}
        {noting === 'failed' && <p>{t('reviews.page.notNoted')}</p>}
      </div>
      {verdict.verdict === 'allow' && noting !== 'done' && (
        <div>
          <Button disabled={noting === 'now'} title={t('reviews.page.askedHint')} onClick={() => void note()}>
            {t('reviews.page.asked')}
          </Button>
        </div>
      )}
    </li>
  );
}
