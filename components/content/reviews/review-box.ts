import type { ListView } from '@/utils/app/api';
import { brandAs, type OrderId } from '@/utils/domain/ids';
import type { ReviewVerdict } from '@/utils/domain/reviews/verdict';
import { OWN_HOST_TAG } from '@/utils/page/visible';
import type { Translate } from '../../ui/translate';
import { reviewWords } from './review-words';

/** What the box says, and in which words. */
export interface ReviewBoxView extends Pick<ListView, 'review' | 'reviews'> {
  readonly page: string;
  readonly market: string;
  readonly uiLang: string;
  readonly t: Translate;
}

/** The status about review requests on pages of orders. */
export interface ReviewBox {
  /** Says what is known now; nothing to say takes the box out of the page. */
  readonly show: (view: ReviewBoxView | null) => void;
}

/** How the box is made. */
export interface ReviewBoxOptions {
  readonly css: string;
  readonly signal: AbortSignal;
  /** The agent says that a review was asked for; false when that could not be noted. */
  readonly onAsked: (orderId: OrderId) => Promise<boolean>;
}

/** Keys pressed in the box are not the page's business: its single-key shortcuts would fire. */
const KEYS = ['keydown', 'keyup', 'keypress'];

const line = (className: string, text: string): HTMLElement => {
  const part = document.createElement('p');
  part.className = className;
  part.dir = 'auto';
  part.textContent = text;
  return part;
};

const button = (text: string, press: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  // The page can reach into an open root; what it presses there is not the agent's word.
  made.addEventListener('click', (event) => event.isTrusted && press());
  return made;
};

const hintFor = ({ market, page }: ReviewBoxView): string => {
  if (market !== 'amazon') return 'useMessage';
  return page === 'review-request' ? 'useYes' : 'useButton';
};

const saidOf = (view: ReviewBoxView): readonly HTMLElement[] => {
  const { review, reviews, t } = view;
  if (review) {
    const { title, why, also, source } = reviewWords(review, view);
    const hints = review.verdict === 'allow' ? [t(`reviews.page.${hintFor(view)}`)] : [];
    return [
      line('title', title),
      line('why', why),
      ...[...also, ...hints].map((text) => line('also', text)),
      ...(source === undefined ? [] : [line('source', source)]),
    ];
  }
  if (!reviews) return [];
  return [
    line('title', t('reviews.page.count', { count: reviews.allowed, of: reviews.of })),
    line('why', t('reviews.page.countWhy')),
    line('source', t('reviews.page.noMood')),
  ];
};

const canNote = (review: ReviewVerdict | undefined): review is ReviewVerdict => review?.verdict === 'allow';

/** Makes the box; it is in the page only while there is something to say, and gone with the signal. */
export function createReviewBox({ css, signal, onAsked }: ReviewBoxOptions): ReviewBox {
  let host: HTMLElement | null = null;
  let shown = '';
  let hidden = '';

  const remove = (): void => {
    host?.remove();
    host = null;
    shown = '';
  };

  const actionsOf = (view: ReviewBoxView, status: HTMLElement): readonly HTMLElement[] => {
    const { review, t } = view;
    const hide = button(t('reviews.page.hide'), () => {
      hidden = shown;
      host?.remove();
    });
    if (!canNote(review)) return [hide];
    const asked = button(t('reviews.page.asked'), () => {
      asked.disabled = true;
      void onAsked(brandAs<'OrderId'>(review.orderId)).then((isNoted) => {
        if (isNoted || !asked.isConnected) return;
        asked.disabled = false;
        status.append(line('problem', t('reviews.page.notNoted')));
      });
    });
    asked.title = t('reviews.page.askedHint');
    return [asked, hide];
  };

  const draw = (view: ReviewBoxView): void => {
    const status = document.createElement('div');
    status.setAttribute('role', 'status');
    status.setAttribute('aria-label', view.t('reviews.page.label'));
    const { review, reviews } = view;
    status.dataset['verdict'] = review?.verdict ?? (reviews && reviews.allowed > 0 ? 'allow' : 'wait');
    if (review) status.dataset['rule'] = review.rule;
    // Seen only: the status itself has this name.
    const label = line('label', view.t('reviews.page.label'));
    label.ariaHidden = 'true';
    status.append(label, ...saidOf(view));
    const actions = document.createElement('div');
    actions.className = 'actions';
    actions.append(...actionsOf(view, status));
    const box = document.createElement('div');
    box.className = 'box';
    box.lang = view.uiLang;
    box.append(status, actions);
    const made = document.createElement(OWN_HOST_TAG);
    const root = made.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style, box);
    for (const type of KEYS) made.addEventListener(type, (event) => event.stopPropagation());
    host?.remove();
    host = made;
    document.documentElement.append(made);
  };

  signal.addEventListener('abort', remove, { once: true });
  return {
    show(view) {
      if (signal.aborted) return;
      if (!view || (!view.review && !view.reviews)) return remove();
      const { page, review, reviews, uiLang } = view;
      const next = JSON.stringify([location.pathname, page, review ?? null, reviews, uiLang]);
      // What was hidden stays hidden until something else is to be said.
      if (next === hidden || (next === shown && host?.isConnected)) return;
      hidden = '';
      draw(view);
      shown = next;
    },
  };
}
