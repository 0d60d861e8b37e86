import { shownDate } from '../dates';
import { escapeHtml, nameless } from '../markup';
import type { PageView } from '../view';
import { type ReviewRecord, reviews } from './events';
import { eventWords } from './event-words';
import { layered } from './layers';

function reviewBox({ id, name, asin, title, text, stars, day }: ReviewRecord, view: PageView): string {
  const words = eventWords(view.loc);
  const by = words.reviewBy.replace('{name}', name).replace('{date}', shownDate(view.now, day, view.loc));
  const contact =
    stars <= 3 ? `<kat-button label="${words.contactCustomer}" variant="secondary" data-r="contact"></kat-button>` : '';
  return `<div class="reviewContainer card" data-testid="review-${id}"><kat-star-rating class="reviewRating" value="${stars}"></kat-star-rating><div id="${id}-title"><b dir="auto">${escapeHtml(title)}</b></div><span class="${nameless('by', view.knobs)}">${escapeHtml(by)}</span><div id="review-content-${id}" dir="auto">${escapeHtml(text)}</div>
<div class="asinDetail"><div>${words.childAsin}</div><div><a href="/dp/${asin}">${asin}</a></div></div><kat-link label="${words.viewReview}" href="/gp/customer-reviews/${id}"></kat-link>${contact}</div>`;
}

/** Reviews of the brand's products; `isReady` is false for the first seconds, in which only the frame stands. Pure. */
export function brandReviewsPage(view: PageView, isReady: boolean): string {
  const words = eventWords(view.loc);
  const copy =
    view.knobs.dup === '1' && reviews[0]
      ? `<div class="compact-only" hidden>${reviewBox({ ...reviews[0], stars: 5, day: -300 }, view)}</div>`
      : '';
  const filters = [words.rating, words.date].map(
    (label) => `<kat-dropdown placeholder="${label}" options="[]"></kat-dropdown>`,
  );
  const shown = isReady ? copy + reviews.map((each) => reviewBox(each, view)).join('') : '<kat-spinner></kat-spinner>';
  return `<div id="cr-dashboard"><h1>${words.customerReviews}</h1><div class="review-filters">${filters.join('')}</div>${layered(`<div class="review-list">${shown}</div>`, view)}<kat-pagination></kat-pagination></div>`;
}
