import { shownAmount, shownDate } from '../dates';
import { pageLabels } from '../labels';
import { escapeHtml } from '../markup';
import type { PageView } from '../view';
import { type ClaimRecord, claimsOf } from './events';
import { eventWords } from './event-words';
import { hasState, layered } from './layers';

const amountOf = ({ amount, booked: { order } }: ClaimRecord, view: PageView): string =>
  escapeHtml(shownAmount(amount, order.currency, view.loc));

function claimRow(claim: ClaimRecord, view: PageView): string {
  const words = eventWords(view.loc);
  const { order } = claim.booked;
  const due = claim.dueDay === undefined ? '-' : shownDate(view.now, claim.dueDay, view.loc);
  return `<tr class="claim-row" data-r="row" data-r-key="${order.id}"><td><a href="/orders-v3/order/${order.id}">${order.id}</a></td><td>${shownDate(view.now, claim.day, view.loc)}</td><td class="claim-status">${words[claim.state]}</td><td>${amountOf(claim, view)}</td><td>${due}</td></tr>`;
}

/** One claim, with the text box that writes to the marketplace and not to the buyer. */
export function claimDetail(claim: ClaimRecord, view: PageView): string {
  const words = eventWords(view.loc);
  return `<section class="card claim-detail"><h2>${claim.booked.order.id}</h2><p>${words.claimStatus}: ${words[claim.state]} · ${words.claimAmount}: ${amountOf(claim, view)}</p><label>${words.represent}<textarea name="representation" rows="4"></textarea></label><button type="button" data-r="submit">${words.submit}</button></section>`;
}

/** Claims under the marketplace's guarantee. Pure. States: `detail` opens the first claim. */
export function claimsPage(view: PageView): string {
  const words = eventWords(view.loc);
  const claims = claimsOf(view.host);
  const head = [pageLabels[view.loc].orderId, words.date, words.claimStatus, words.claimAmount, words.respondBy];
  const tabs = [words.claimWaiting, words.claimReview, words.claimClosed].map(
    (label, at) => `<a class="tab${at === 0 ? ' current' : ''}">${label}</a>`,
  );
  const copy =
    view.knobs.dup === '1' && claims[0]
      ? `<table class="compact-only" hidden><tbody>${claimRow({ ...claims[0], day: -90, state: 'claimClosed' }, view)}</tbody></table>`
      : '';
  const table = `<table class="claims a-keyvalue"><thead><tr>${head.map((label) => `<th>${label}</th>`).join('')}</tr></thead><tbody>${claims.map((each) => claimRow(each, view)).join('')}</tbody></table>`;
  const detail = hasState(view, 'detail') && claims[0] ? claimDetail(claims[0], view) : '';
  return `<div id="claims-app"><h1>${words.claims}</h1><nav class="filters">${tabs.join('')}</nav>${layered(copy + table, view)}<div class="claim-place">${detail}</div></div>`;
}
