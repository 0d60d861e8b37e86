import { brandReviewsPage } from '../amazon/brand-reviews-page';
import { claimDetail, claimsPage } from '../amazon/claims-page';
import { claimsOf } from '../amazon/events';
import { feedbackPage, feedbackPanel } from '../amazon/feedback-page';
import { hasState } from '../amazon/layers';
import { classicReturnsPage, manageReturnsPage } from '../amazon/returns-page';
import { reviewRequestPage, reviewSubject } from '../amazon/review-request-page';
import { note } from '../kit/log';
import type { PageView } from '../view';
import { watchActions } from './amazon-actions';
import { keepDrawn } from './amazon-redraw';
import { pause, setHtml } from './dom';

/** Brings the review-request page to life; only a hand on Yes asks for anything. */
export async function startReviewRequest(first: PageView, root: HTMLElement): Promise<void> {
  let view = first;
  let isEarly = hasState(view, 'slow');
  window.__replica.state.thread = reviewSubject(view)?.order.id ?? '';
  watchActions((name) => {
    if (name !== 'yes') return;
    void pause(400).then(() => {
      // Whatever draws again from here on shows the answer.
      view = { ...view, knobs: { ...view.knobs, state: `${view.knobs.state}.sent` } };
      setHtml(root, reviewRequestPage(view, false));
      note('review', true);
    });
  });
  keepDrawn(root, view, () => reviewRequestPage(view, isEarly));
  if (!isEarly) return;
  await pause(2000);
  isEarly = false;
  setHtml(root, reviewRequestPage(view, false));
}

/** Brings the feedback manager to life: routes behind the hash, pages of rows, a panel below a row. */
export function startFeedback(view: PageView, root: HTMLElement): void {
  let page = 1;
  const markup = (): string => feedbackPage(view, location.hash, page);
  watchActions((name, element) => {
    if (name !== 'page') return;
    page = Number(element.dataset.rKey);
    void pause(500).then(() => setHtml(root, markup()));
  });
  document.addEventListener('action', (event) => {
    const host = event.composedPath().find((node) => node instanceof Element && node.id === 'feedback-details');
    if (!(host instanceof Element)) return;
    const { action } = (event as CustomEvent<{ action: string }>).detail;
    // The page injects a table row here, which markup outside a table cannot have.
    const panel = document.createElement('tr');
    panel.className = 'feedback-details panel-active';
    setHtml(panel, `<td>${feedbackPanel(action, view)}</td>`);
    host.parentElement?.querySelector('tr.panel-active')?.remove();
    host.after(panel);
  });
  addEventListener('hashchange', () => {
    page = 1;
    setHtml(root, markup());
  });
  keepDrawn(root, view, markup);
}

/** Brings the reviews of a brand to life: the frame first, the reviews three seconds later. */
export async function startBrandReviews(view: PageView, root: HTMLElement): Promise<void> {
  watchActions(() => undefined);
  setHtml(root, brandReviewsPage(view, false));
  await pause(3000);
  keepDrawn(root, view, () => brandReviewsPage(view, true));
}

/** Brings one of the two lists of returns to life. */
export function startReturns(view: PageView, root: HTMLElement): void {
  watchActions(() => undefined);
  keepDrawn(root, view, () => (view.page === 'returns' ? classicReturnsPage(view) : manageReturnsPage(view)));
}

/** Brings the claims to life: a row opens its claim below the table. */
export function startClaims(view: PageView, root: HTMLElement): void {
  watchActions((name, element) => {
    const claim = claimsOf(view.host).find(({ booked }) => booked.order.id === element.dataset.rKey);
    const place = document.querySelector('.claim-place');
    if (name === 'row' && claim && place) setHtml(place, claimDetail(claim, view));
  });
  keepDrawn(root, view, () => claimsPage(view));
}
