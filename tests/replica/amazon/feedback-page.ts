import { shownDate } from '../dates';
import { pageLabels } from '../labels';
import { escapeHtml, nameless } from '../markup';
import type { PageView } from '../view';
import { type FeedbackRecord, feedbackOf } from './events';
import { eventWords } from './event-words';
import { layered } from './layers';
import { orderWords } from './order-words';

/** Rows of one page of the feedback list. */
export const feedbackPerPage = 5;

/** The feedback of one page, counted from 1. */
export function feedbackOnPage(view: PageView, page: number): readonly FeedbackRecord[] {
  return feedbackOf(view.host).slice((page - 1) * feedbackPerPage, page * feedbackPerPage);
}

function row({ booked, stars, day, comment, amazonNote }: FeedbackRecord, view: PageView): string {
  const words = eventWords(view.loc);
  const options = JSON.stringify([
    { action: 'request_removal', label: words.removal },
    { action: 'post_public_reply', label: words.publicReply },
  ]);
  const note = amazonNote ? `<div class="amazon-note">${escapeHtml(words.amazonNote)}</div>` : '';
  return `<kat-table-row id="feedback-details"><kat-table-cell class="col_order_date">${shownDate(view.now, day, view.loc)}</kat-table-cell><kat-table-cell class="col_feedback_rating"><kat-star-rating value="${stars}" size="small"></kat-star-rating></kat-table-cell><kat-table-cell class="col_order_id"><kat-link label="${booked.order.id}" href="/orders-v3/order/${booked.order.id}"></kat-link></kat-table-cell><kat-table-cell><span dir="auto">${escapeHtml(comment)}</span>${note}</kat-table-cell><kat-table-cell class="col_actions"><kat-dropdown-button label="${orderWords(view.loc).action}" options="${escapeHtml(options)}"></kat-dropdown-button></kat-table-cell></kat-table-row>`;
}

function summary(view: PageView): string {
  const words = eventWords(view.loc);
  const percent = new Intl.NumberFormat(view.loc.replace('_', '-'), { style: 'percent' });
  const line = (label: string, shares: readonly number[]): string =>
    `<kat-table-row><kat-table-cell>${label}</kat-table-cell>${shares.map((share) => `<kat-table-cell>${percent.format(share)}</kat-table-cell>`).join('')}</kat-table-row>`;
  return `<feedback-summary><kat-table><kat-table-row><kat-table-cell></kat-table-cell>${[30, 90, 365].map((days) => `<kat-table-cell>${days}</kat-table-cell>`).join('')}</kat-table-row>${line(words.positive, [0.82, 0.9, 0.93])}${line(words.neutral, [0.08, 0.05, 0.03])}${line(words.negative, [0.1, 0.05, 0.04])}</kat-table></feedback-summary>`;
}

/** Below the list: a new page of rows by "Next". */
function pager(view: PageView, page: number): string {
  const words = orderWords(view.loc);
  const last = Math.max(1, Math.ceil(feedbackOf(view.host).length / feedbackPerPage));
  const step = (label: string, to: number): string => {
    const isOff = to < 1 || to > last;
    return `<span class="${nameless('pager', view.knobs)} pagination-nav${isOff ? ' pagination-nav-disabled' : ''}"${isOff ? '' : ` data-r="page" data-r-key="${to}"`}><kat-link label="${label}"></kat-link></span>`;
  };
  return `<div class="feedback-pager">${step(words.previous, page - 1)}${step(words.next, page + 1)}</div>`;
}

function list(view: PageView, page: number): string {
  const words = eventWords(view.loc);
  const names = [words.all, words.positive, words.neutral, words.negative];
  const tabs = ['all', 'positive', 'neutral', 'negative']
    .map((id, at) => `<kat-tab-header tab-id="${id}">${names[at] ?? ''}</kat-tab-header>`)
    .join('');
  const head = [words.date, words.rating, pageLabels[view.loc].orderId, words.comment, orderWords(view.loc).action]
    .map((label) => `<kat-table-cell>${label}</kat-table-cell>`)
    .join('');
  const rows = feedbackOnPage(view, page).map((each) => row(each, view));
  return `<feedback-list>${view.knobs.dup === '1' ? `<h3 class="compact-only" hidden>${words.recent}</h3>` : ''}<h3>${words.recent}</h3><kat-tabs selected="all">${tabs}</kat-tabs><div class="fbm-content katal"><kat-table><kat-table-row class="fb-detail-table-header">${head}</kat-table-row>${rows.join('')}</kat-table></div>${pager(view, page)}</feedback-list>`;
}

/** What the phone layout would show; it holds what the list held last. */
function phoneCopy(view: PageView): string {
  const [first] = feedbackOf(view.host);
  if (view.knobs.dup !== '1' || !first) return '';
  return `<div class="compact-only" hidden><kat-table>${row({ ...first, stars: 1, day: -400 }, view)}</kat-table></div>`;
}

/**
 * The feedback manager below the navigation. Pure.
 *
 * `hash` is the route: `#/report` has other content in the same elements; the bare path is an empty shell.
 */
export function feedbackPage(view: PageView, hash: string, page: number): string {
  if (!view.path.endsWith('/index.html')) return '<my-app></my-app>';
  const words = eventWords(view.loc);
  const links = `<nav class="filters"><a href="#/">${words.feedbackManager}</a><a href="#/report">${words.reports}</a></nav>`;
  const report = `<div class="card"><h3>${words.reports}</h3><kat-textarea name="report-comment" label="${words.comment}" value=""></kat-textarea></div>`;
  const inner = hash.startsWith('#/report')
    ? report
    : `${summary(view)}${layered(phoneCopy(view) + list(view, page), view)}`;
  return `<my-app><h1>${words.feedbackManager}</h1>${links}<home>${inner}</home></my-app>`;
}

/** What a row's menu opens below the row: the form for a removal, or a public reply. */
export function feedbackPanel(action: string, view: PageView): string {
  const words = eventWords(view.loc);
  const submit = `<kat-button id="submit-button" label="${words.submit}" variant="primary" data-r="submit"></kat-button>`;
  if (action === 'request_removal')
    return `<feedback-removal><div class="side-panel side-panel-open"><h3>${words.removal}</h3><kat-dropdown id="category-dropdown" placeholder="${words.chooseCategory}" options="[]"></kat-dropdown><kat-dropdown id="reason-dropdown" placeholder="${words.chooseReason}" options="[]"></kat-dropdown>${submit}</div></feedback-removal>`;
  return `<feedback-reply><div class="side-panel side-panel-open"><h3>${words.publicReply}</h3><kat-textarea name="public-reply" label="${words.publicReply}" value=""></kat-textarea>${submit}</div></feedback-reply>`;
}
