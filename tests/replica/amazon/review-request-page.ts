import { pageLabels } from '../labels';
import { escapeHtml } from '../markup';
import type { PageView } from '../view';
import { hasState, layered } from './layers';
import { bookedOrder, type BookedOrder } from './order-book';
import { orderWords } from './order-words';
import { reviewWords } from './review-words';

/** The order the address names, in any spelling of the key. */
export function reviewSubject(view: PageView): BookedOrder | undefined {
  const id = Object.entries(view.query).find(([name]) => name.toLowerCase() === 'orderid')?.[1];
  return bookedOrder(id ?? '');
}

const warning = (header: string, view: PageView): string =>
  hasState(view, 'slot')
    ? `<kat-alert variant="warning"><span slot="header">${header}</span></kat-alert>`
    : `<kat-alert variant="warning" header="${header}" description=""></kat-alert>`;

function refusal(text: string, view: PageView): string {
  return `${warning(reviewWords(view.loc).notNow, view)}<div class="ayb-request-review-error-description">${text}</div>`;
}

/** What the page answers after Yes. */
function reviewDone(view: PageView): string {
  const { requested } = reviewWords(view.loc);
  return hasState(view, 'header-only')
    ? `<kat-alert variant="success" header="${requested}" description=""></kat-alert>`
    : `<kat-alert variant="success"><span slot="header">${requested}</span></kat-alert>`;
}

function result(view: PageView): string {
  const words = reviewWords(view.loc);
  if (hasState(view, 'sent')) return reviewDone(view);
  if (hasState(view, 'already')) return refusal(words.already, view);
  if (hasState(view, 'window')) return refusal(words.window, view);
  if (hasState(view, 'window-old')) return refusal(words.window.replace('5-30', '4-30'), view);
  if (hasState(view, 'cancelled')) return refusal(words.cancelled, view);
  if (hasState(view, 'refunded')) return refusal(words.refunded, view);
  if (hasState(view, 'opted-out')) return refusal(pageLabels[view.loc].optedOut, view);
  return hasState(view, 'retry') ? `<div class="disabled-state-retry-text">${words.retry}</div>` : '';
}

function choice(view: PageView): string {
  const words = reviewWords(view.loc);
  const yes = `<kat-button label="${words.yes}" variant="primary" data-r="yes"></kat-button>`;
  const no = `<kat-button label="${words.no}" variant="secondary" data-r="no"></kat-button>`;
  return `<h4 class="ayb-reviews-description">${words.question}</h4><div class="ayb-reviews-button-container">${hasState(view, 'swap') ? no + yes : yes + no}</div>`;
}

/**
 * The page on which a seller has the marketplace ask for a review. Pure.
 *
 * States, joined by a dot: `sent`, `already`, `window`, `window-old`, `cancelled`, `refunded`, `opted-out`, `retry`,
 * `empty`; without one of them the order is eligible. `swap` puts No first, `slot` and `header-only` choose how the
 * alerts carry their text; `slow` refuses for two seconds and then allows, which the caller does by `isEarly`.
 */
export function reviewRequestPage(view: PageView, isEarly: boolean): string {
  const booked = reviewSubject(view);
  if (!booked || hasState(view, 'empty')) return '<div id="ayb-app"></div>';
  const { order } = booked;
  const first = order.items[0];
  const answer = isEarly ? warning(reviewWords(view.loc).notNow, view) : result(view);
  const title = orderWords(view.loc).requestReview;
  const hiddenCopy =
    view.knobs.dup === '1'
      ? `<div id="ayb-reviews" class="compact-only" hidden><h1>${title}</h1>${choice(view)}</div>`
      : '';
  const box = `<div class="card review-order"><img src="/assets/product/${first?.productId ?? ''}.svg" alt="" width="44" height="44"><div><a href="/dp/${first?.productId ?? ''}">${escapeHtml(first?.title ?? '')}</a><div>${pageLabels[view.loc].orderId}: <a href="/orders-v3/order/${order.id}">${order.id}</a></div></div></div>`;
  return `<div id="ayb-app">${hiddenCopy}<div id="ayb-reviews"><h1>${title}</h1>${box}${layered(`${answer === '' ? choice(view) : ''}<div class="review-result">${answer}</div>`, view)}</div></div>`;
}
