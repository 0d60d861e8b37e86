import type { BuyerView } from '@/utils/app/buyers-api';
import contactRequest from '@/utils/catalog/templates/contact-request/template.json';
import defectiveRemedy from '@/utils/catalog/templates/defective-remedy/template.json';
import negativeReview from '@/utils/catalog/templates/negative-review/template.json';
import remedyAfterPhoto from '@/utils/catalog/templates/remedy-after-photo/template.json';
import solutionOffer from '@/utils/catalog/templates/solution-offer/template.json';
import table from '@/utils/catalog/reviews/limits.json';
import type { EventRow } from '@/utils/domain/records';
import { limitsFor } from '@/utils/domain/reviews/limits';
import { dayLabel } from '../content/labels';
import { useT } from '../ui/translate';
import styles from './reviews.module.css';

/** An evaluation of this many stars or fewer is a bad one. */
const BAD_STARS = 2;
/** Bad evaluations shown; older ones have been answered or never will be. */
const MOST = 3;
const STEPS = ['facts', 'cause', 'solution', 'wording'] as const;
/** Replies of the desk that take the last two steps; none of them speaks of a review. */
const REPLIES = [negativeReview, solutionOffer, remedyAfterPhoto, defectiveRemedy];

type Lang = 'en' | 'zh-CN';
const wordsOf = (texts: Readonly<Record<Lang, string>>, uiLang: string): string =>
  texts[uiLang.startsWith('zh') ? 'zh-CN' : 'en'];

/** What the path is shown with. */
interface PathProps {
  readonly view: Pick<BuyerView, 'buyer' | 'events' | 'orders'>;
  readonly uiLang: string;
  readonly market: string;
}

const isBad = ({ kind, stars }: EventRow): boolean =>
  (kind === 'review' || kind === 'feedback') && stars !== undefined && stars <= BAD_STARS;

/**
 * The way from a bad evaluation to an answer: facts, cause, solution, neutral words; with what may not be said. Nothing while
 * there is none.
 */
export function BadReviewPath({ view, uiLang, market }: PathProps) {
  const t = useT();
  const bad = view.events.filter(isBad).slice(0, MOST);
  if (bad.length === 0) return <OffPlatform uiLang={uiLang} />;
  return (
    <section className={styles.part} aria-label={t('reviews.path.title')}>
      <h4 className={styles.title}>{t('reviews.path.title')}</h4>
      <ul className={styles.lines}>
        {bad.map((event) => (
          <li key={event.id}>
            {t(`reviews.path.${event.kind}`)}, {t('reviews.path.stars', { count: event.stars ?? 0 })},{' '}
            <time dateTime={event.at}>{dayLabel(event.at, uiLang)}</time>
            <Limits event={event} view={view} uiLang={uiLang} market={market} />
          </li>
        ))}
      </ul>
      <dl className={styles.steps}>
        {STEPS.map((step) => (
          <div key={step}>
            <dt>{t(`reviews.path.${step}`)}</dt>
            <dd>{t(`reviews.path.${step}Hint`)}</dd>
          </div>
        ))}
      </dl>
      <Replies title={t('reviews.path.replies')} replies={REPLIES} uiLang={uiLang} />
      <OffPlatform uiLang={uiLang} />
    </section>
  );
}

function Limits({ event, view, uiLang, market }: PathProps & { readonly event: EventRow }) {
  const t = useT();
  const country = view.orders.find(({ orderId }) => orderId === event.orderId)?.country ?? view.buyer.country;
  const about = event.kind === 'review' ? 'review' : 'feedback';
  const limits = limitsFor(table.limits, { marketplace: market, about, country });
  return (
    <ul className={styles.lines} aria-label={t('reviews.path.limits')}>
      {limits.map(({ id, kind, texts, sources }) => (
        <li key={id} className={styles.limit} data-kind={kind} data-limit={id}>
          {wordsOf(texts, uiLang)}{' '}
          <span className={styles.quiet}>
            {t('reviews.path.source', { source: sources.join(', '), day: dayLabel(table.checkedOn, uiLang) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Replies(props: {
  readonly title: string;
  readonly replies: readonly { readonly id: string; readonly title: Readonly<Record<Lang, string>> }[];
  readonly uiLang: string;
}) {
  return (
    <div>
      <b>{props.title}</b>
      <ul className={styles.lines}>
        {props.replies.map(({ id, title }) => (
          <li key={id} data-template={id}>
            {wordsOf(title, props.uiLang)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function OffPlatform({ uiLang }: { readonly uiLang: string }) {
  const t = useT();
  return (
    <details>
      <summary>{t('reviews.path.offTitle')}</summary>
      <p className={styles.quiet}>{t('reviews.path.off')}</p>
      <Replies title={t('reviews.path.offReply')} replies={[contactRequest]} uiLang={uiLang} />
    </details>
  );
}
