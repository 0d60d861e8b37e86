import type { ReviewRequest, ReviewRequestState } from '../../domain/orders';
import type { Candidate } from '../../domain/profiles/profile';
import { shadowRootOf } from '../../page/deep-query';
import { found, lacking, type Field } from '../../page/field';
import { plain } from '../../page/shown-date';
import { isVisible } from '../../page/visible';
import { ALREADY_ASKED, OUTSIDE_WINDOW, TRY_LATER, YES } from './list-words';
import { katalScope, katalText, ORDER_ID } from './page';
import { orderInAddress } from './read-order-page';
import type { ListPage } from './record';

/**
 * Pages show "not eligible" while they load and take it back: a refusal counts once it has stood this long. Units: ms.
 * Source: public programs that wait as long.
 */
const BELIEVED_AFTER_MS = 3_000;

const visibleIn = (page: ListPage, candidates: readonly Candidate[]): readonly Element[] => {
  const scope = katalScope(page.doc);
  return candidates.map(({ css }) => scope.all(css)).find((hits) => hits.length > 0) ?? [];
};

const isUsable = (button: Element): boolean => {
  const inner = shadowRootOf(button)?.querySelector('button') ?? button.querySelector('button');
  return [button, inner].every(
    (part) =>
      !part ||
      ((!part.hasAttribute('disabled') || part.getAttribute('disabled') === 'false') &&
        part.getAttribute('aria-disabled') !== 'true'),
  );
};

/** Two buttons side by side, one of which says yes. */
const namedYes = ({ doc }: ListPage): readonly Element[] =>
  katalScope(doc)
    .all('button,kat-button')
    .filter((button) => YES.test(katalText(button)) && button.parentElement?.childElementCount === 2);

/** What the page shows now, by structure; words only tell one refusal from another. */
function shownState(page: ListPage): Exclude<ReviewRequestState, 'try-later' | 'loading'> | 'try-later' | 'loading' {
  const { fields } = page;
  if (visibleIn(page, fields.reviewSent).length > 0) return 'sent';
  const refusals = [fields.reviewProblem, fields.reviewAlert, fields.reviewRetry].map((each) => visibleIn(page, each));
  const said = plain(
    refusals
      .flat()
      .map((part) => katalText(part))
      .join('\n'),
  );
  if (refusals.some((parts) => parts.length > 0)) {
    // A page may say both that it was asked before and that it is not eligible: the first is the reason.
    if (ALREADY_ASKED.test(said)) return 'already-sent';
    if (OUTSIDE_WINDOW.test(said)) return 'outside-window';
    return refusals[2]!.length > 0 || TRY_LATER.test(said) ? 'try-later' : 'not-eligible';
  }
  // Alerts of any make: only their words tell them from others, so others say nothing.
  const alerts = katalScope(page.doc)
    .all('[role="alert"]')
    .map((part) => katalText(part));
  const words = plain(alerts.join('\n'));
  if (ALREADY_ASKED.test(words)) return 'already-sent';
  if (OUTSIDE_WINDOW.test(words)) return 'outside-window';
  const known = visibleIn(page, fields.reviewYes);
  const buttons = known.length > 0 ? known : namedYes(page);
  return buttons.length > 0 && buttons.some((button) => isVisible(button) && isUsable(button)) ? 'eligible' : 'loading';
}

/** Remembers since when a page has refused. */
export interface Refusals {
  /** The state to believe now, with `now` in milliseconds of the page's clock. */
  believed(key: string, state: ReviewRequestState, now: number): ReviewRequestState;
}

/** Starts without a memory. */
export function createRefusals(): Refusals {
  let last = { key: '', since: 0 };
  return {
    believed(key, state, now) {
      if (state === 'sent' || state === 'eligible' || state === 'loading') {
        last = { key: '', since: now };
        return state;
      }
      if (last.key !== key) last = { key, since: now };
      return now - last.since >= BELIEVED_AFTER_MS ? state : 'loading';
    },
  };
}

/** What the review-request page says of its order; the address and the page must name the same one. */
export function readReviewRequest(page: ListPage, refusals: Refusals, now: number): Field<ReviewRequest> {
  const orderId = orderInAddress(page.url);
  if (!orderId) return lacking('missing', 'orderId');
  const [root] = visibleIn(page, page.fields.reviewRoot);
  const named = new Set((root ? katalText(root) : '').match(new RegExp(ORDER_ID, 'g')) ?? []);
  if (named.size > 0 && !named.has(orderId)) return lacking('disagree', 'orderId');
  const state = root ? shownState(page) : 'loading';
  return found({ orderId, state: refusals.believed(`${orderId} ${state}`, state, now) });
}
