import { shownDate } from '../dates';
import { pageLabels } from '../labels';
import { escapeHtml } from '../markup';
import type { PageView } from '../view';
import { type ReturnRecord, returnsOf } from './events';
import { eventWords } from './event-words';
import { layered } from './layers';
import { type BookedOrder, marketplaceIdOf, numberedOrder } from './order-book';
import { orderWords } from './order-words';

function classicRow(record: ReturnRecord, view: PageView): string {
  const words = eventWords(view.loc);
  const labels = pageLabels[view.loc];
  const { order, buyer } = record.booked;
  const item = order.items[0];
  const actions = `/gp/returns/list/v2/actions?returnRequestId=${record.id}&amp;marketplaceId=${marketplaceIdOf(order)}&amp;tabId=1`;
  // Half of the rows name the buyer by an element, the others by plain text; both are known from real pages.
  const name =
    record.day % 2
      ? `<kat-label class="item-details-text-break-word" text="${escapeHtml(buyer.name)}"></kat-label>`
      : `<div class="item-details-text-break-word"><span class="text" dir="auto">${escapeHtml(buyer.name)}</span></div>`;
  const comment = record.comment ? `<div class="customer-comment" dir="auto">${escapeHtml(record.comment)}</div>` : '';
  return `<kat-table-row class="manage-returns-table-row"><kat-table-cell class="list-returns-row-cell div1"><div>${labels.orderId}: <a href="/orders-v3/order/${order.id}">${order.id}</a></div>${name}<div>${words.requested}: <span>${shownDate(view.now, record.day, view.loc)}</span></div></kat-table-cell>
<kat-table-cell class="list-returns-row-cell div2"><a href="/dp/${item?.productId ?? ''}">${escapeHtml(item?.title ?? '')}</a><div>${labels.asin}: ${item?.productId ?? ''}</div><div>${words.reason}: <span class="return-reason">${words[record.reason]}</span></div>${comment}</kat-table-cell>
<kat-table-cell class="list-returns-row-cell div3"><div class="return-status">${words[record.state]}</div><a href="/messaging/inbox?fi=search&amp;ss=${order.id}">${labels.messages}</a></kat-table-cell>
<kat-table-cell class="list-returns-row-cell div4"><button type="button" data-r="contact">${orderWords(view.loc).contactBuyer}</button>${record.state === 'awaiting' ? `<button type="button" data-r="submit">${words.authorise}</button><button type="button" data-r="submit">${words.closeRequest}</button>` : ''}<a href="${actions}">${orderWords(view.loc).refund}</a></kat-table-cell></kat-table-row>`;
}

/** Another page of the same origin that some tools put below the list. */
function embeddedInbox(view: PageView): string {
  if (view.query.cc === undefined && view.knobs.frame === 'none') return '';
  const inbox = new URLSearchParams({ ...view.query, framed: '1' });
  const ownBox =
    view.knobs.frame === 'double'
      ? `<kat-textarea class="seller-comment" name="comment" label="${eventWords(view.loc).comment}" value=""></kat-textarea>`
      : '';
  return `${ownBox}<iframe class="inner-page" title="Messages" src="/messaging/inbox?${inbox.toString()}"></iframe>`;
}

/** The list of returns in its older form, also inside the newer app's container. Pure. */
export function classicReturnsPage(view: PageView): string {
  const words = eventWords(view.loc);
  const records = returnsOf(view.host);
  const copy =
    view.knobs.dup === '1' && records[0]
      ? `<div class="compact-only" hidden>${classicRow({ ...records[0], day: -200, state: 'completed', reason: 'no-need' }, view)}</div>`
      : '';
  const table = `<kat-table class="returns-table">${records.map((each) => classicRow(each, view)).join('')}</kat-table>`;
  return `<div class="returns"><h1>${words.manageReturns}</h1><div class="returns-totals">${words.totalReturns}: ${records.length}</div>${layered(copy + table, view)}${embeddedInbox(view)}</div>`;
}

/** The list of returns in its newer form: little more than the orders. Pure. */
export function manageReturnsPage(view: PageView): string {
  const records = returnsOf(view.host);
  const row = ({ order }: BookedOrder): string =>
    `<li class="card return-row"><a href="/orders-v3/order/${order.id}">${order.id}</a> <span>${escapeHtml(order.items[0]?.title ?? '')}</span></li>`;
  const copy = view.knobs.dup === '1' ? `<ul class="compact-only" hidden>${row(numberedOrder(4998))}</ul>` : '';
  return `<div id="returns-app"><h1>${eventWords(view.loc).manageReturns} (${records.length})</h1>${layered(`${copy}<ul class="return-rows">${records.map(({ booked }) => row(booked)).join('')}</ul>`, view)}</div>`;
}
