import { shownAmount, shownClock, shownDay } from '../dates';
import { pageLabels } from '../labels';
import { escapeHtml } from '../markup';
import type { PageView } from '../view';
import { regionOf } from './inbox';
import { hasState, layered } from './layers';
import { type BookedOrder, numberedOrder, orderBook } from './order-book';
import { deliverBy, shipBy, tourOverlay } from './order-page';
import { orderWords } from './order-words';

/** Rows of one page of the list; with `count` all of them are on one page. */
export const ordersPerPage = 6;

const tabStates: Record<string, readonly string[]> = {
  unshipped: ['unpaid', 'unshipped'],
  shipped: ['shipped', 'delivered', 'completed', 'refunded'],
  canceled: ['cancelled'],
};

/** Every order the list of this address holds: those of the account, narrowed by the tab, or `count` numbered ones. */
export function listedOrders(view: PageView): readonly BookedOrder[] {
  const count = Number(view.query.count ?? 0);
  if (count > 0) return Array.from({ length: Math.min(count, 5000) }, (_, at) => numberedOrder(at));
  const region = regionOf(view.host.replace('sellercentral.amazon.', ''));
  const [, channel, tab] = /\/orders-v3\/(mfn|fba)\/(\w+)/.exec(view.path) ?? [];
  return orderBook().filter(
    ({ order, host }) =>
      regionOf(host) === region &&
      (channel === undefined || order.fulfilment === (channel === 'fba' ? 'marketplace' : 'own')) &&
      (tabStates[tab ?? '']?.includes(order.state) ?? true),
  );
}

/** The orders of one page, counted from 1. */
export function ordersOnPage(view: PageView, page: number): readonly BookedOrder[] {
  const all = listedOrders(view);
  return view.query.count ? all : all.slice((page - 1) * ordersPerPage, page * ordersPerPage);
}

const line = (label: string, value: string): string => `<div>${label}: ${escapeHtml(value)}</div>`;

function buyerLine({ order, buyer }: BookedOrder, view: PageView): string {
  if (order.state === 'unpaid' || !buyer.name) return '';
  return `<div>${orderWords(view.loc).buyerName}: <a data-test-id="buyer-name-with-link" data-r="contact" role="button" tabindex="0" dir="auto">${escapeHtml(buyer.name)}</a></div>`;
}

function orderLines(booked: BookedOrder, view: PageView): string {
  const labels = pageLabels[view.loc];
  const { order } = booked;
  return `${buyerLine(booked, view)}${line(labels.fulfilment, order.fulfilment === 'own' ? labels.bySeller : labels.byAmazon)}${line(labels.channel, order.channel)}`;
}

function productBlocks({ order }: BookedOrder, view: PageView): string {
  const labels = pageLabels[view.loc];
  const words = orderWords(view.loc);
  return order.items
    .map(
      (item) =>
        `<div class="item-block"><div class="cell-body-title myo-list-orders-product-name-cell"><a href="/gp/product/${item.productId}"><div>${escapeHtml(item.title)}</div></a></div><div class="cell-body">${line(labels.asin, item.productId)}${line('SKU', item.sku)}${line(labels.quantity, String(item.quantity))}${line(words.subtotal, shownAmount(item.price * item.quantity, order.currency, view.loc))}</div></div>`,
    )
    .join('');
}

function status({ order }: BookedOrder, view: PageView): string {
  const label = pageLabels[view.loc].states[order.state];
  const more =
    order.deliveredDay === undefined
      ? (order.carrier ?? '')
      : `${orderWords(view.loc).delivered} ${shownDay(view.now, order.deliveredDay, view.loc)}`;
  return `<div class="main-status${order.state === 'delivered' ? ' delivered-status' : ''}">${label}</div>${more ? `<div class="secondary-status">${escapeHtml(more)}</div>` : ''}`;
}

const clockOf = (view: PageView): string => shownClock(`${view.now.slice(0, 10)}T09:41:00.000Z`, view.loc);

/** The cells of one row, in order; paging puts new ones into the same rows. */
export function orderCells(booked: BookedOrder, view: PageView): readonly string[] {
  const words = orderWords(view.loc);
  const { order } = booked;
  const first = order.items[0];
  const option = `<div class="cell-body">${line(words.service, words.standard)}${line(words.shipBy, shipBy(booked, view))}${line(pageLabels[view.loc].deliverBy, deliverBy(booked, view))}</div>`;
  const options = JSON.stringify([
    { action: 'print_slip', label: words.printSlip },
    { action: 'refund_order', label: words.refund },
  ]);
  return [
    '<input type="checkbox" class="checkbox" aria-label="#">',
    `<div>${shownDay(view.now, order.orderedDay, view.loc)}</div><div>${clockOf(view)}</div>`,
    `<div class="cell-body-title"><a href="/orders-v3/order/${order.id}">${order.id}</a></div><div class="cell-body">${orderLines(booked, view)}</div>`,
    `<img src="/assets/product/${first?.productId ?? ''}.svg" alt="" width="44" height="44">`,
    productBlocks(booked, view),
    option,
    status(booked, view),
    `<kat-dropdown-button variant="secondary" label="${words.action}" options="${escapeHtml(options)}"></kat-dropdown-button>`,
  ];
}

const cellAttributes: readonly string[] = [
  '', 'data-test-id="oth-order-date"', 'data-test-id="oth-order-details"', 'data-test-id="oth-image"', 'data-test-id="oth-product-info"',
  'data-test-id="oth-customer-option"', 'data-test-id="oth-order-status" class="order-status-column"', 'class="myo-table-action-column"',
]; // prettier-ignore

function tableRow(booked: BookedOrder, view: PageView): string {
  const cells = orderCells(booked, view).map((cell, at) => `<td ${cellAttributes[at] ?? ''}>${cell}</td>`);
  return `<tr>${cells.join('')}</tr>`;
}

/** A row as the newer layout has it: a card, all of them in one more open root. */
function orderCard(booked: BookedOrder, view: PageView): string {
  const words = orderWords(view.loc);
  const { order } = booked;
  return `<div class="card order-card-row" role="listitem"><div class="card-head"><a href="/orders-v3/order/${order.id}">${order.id}</a><span>${shownDay(view.now, order.orderedDay, view.loc)}</span></div><div class="card-status">${status(booked, view)}</div><div class="cell-body">${orderLines(booked, view)}${line(words.shipBy, shipBy(booked, view))}${line(pageLabels[view.loc].deliverBy, deliverBy(booked, view))}</div>${productBlocks(booked, view)}</div>`;
}

function tabs(view: PageView): string {
  const { states } = pageLabels[view.loc];
  const names: readonly (readonly [string, string])[] = [
    ['/mfn/unshipped', states.unshipped],
    ['/mfn/shipped', states.shipped],
    ['/mfn/canceled', states.cancelled],
    ['/fba/all', 'FBA'],
  ];
  return `<div id="myo-spa-tabs-container">${names.map(([path, label]) => `<a data-test-id="tab-${path}" href="/orders-v3${path}?page=1"${view.path.endsWith(path) ? ' class="current"' : ''}>${label}</a>`).join('')}</div>`;
}

/** Previous and next below the list. */
export function ordersPager(view: PageView, page: number): string {
  const words = orderWords(view.loc);
  const last = view.query.count ? 1 : Math.max(1, Math.ceil(listedOrders(view).length / ordersPerPage));
  const step = (isOff: boolean, className: string, label: string, to: number): string =>
    `<li class="${className}${isOff ? ' a-disabled' : ''}"><a${isOff ? '' : ` data-r="page" data-r-key="${to}" role="button" tabindex="0"`}>${label}</a></li>`;
  return `<ul class="a-pagination">${step(page <= 1, 'a-first', words.previous, page - 1)}<li class="a-selected">${page} / ${last}</li>${step(page >= last, 'a-last', words.next, page + 1)}</ul>`;
}

/**
 * The list of orders below the navigation. Pure.
 *
 * States, joined by a dot: `cards` (the newer layout), `tour`, `loading` (the frame without rows).
 */
export function ordersPage(view: PageView, page: number): string {
  const words = orderWords(view.loc);
  const shown = hasState(view, 'loading') ? [] : ordersOnPage(view, page);
  const isCards = hasState(view, 'cards');
  const labels = pageLabels[view.loc];
  const headings = [
    '',
    labels.ordered,
    labels.orderDetails,
    words.image,
    words.product,
    words.customerOption,
    labels.status,
    words.action,
  ];
  const table = `<div class="myo-table-container"><table id="orders-table"><thead><tr>${headings.map((each) => `<th>${each}</th>`).join('')}</tr></thead><tbody>${shown.map((each) => tableRow(each, view)).join('')}</tbody></table></div>`;
  const cards = `<x-frame class="orders-cards"><div role="list">${shown.map((each) => orderCard(each, view)).join('')}</div></x-frame>`;
  // The copy for phones keeps what the list held before.
  const copy =
    view.knobs.dup === '1' && shown[0]
      ? `<div class="compact-only" hidden><div class="total-orders-heading"><span>0</span></div><table id="orders-table"><tbody>${tableRow(numberedOrder(4999), view)}</tbody></table></div>`
      : '';
  return `${tourOverlay(view)}<div id="MYO-app"><h1>${words.manageOrders}</h1>${tabs(view)}${copy}<div class="total-orders-heading"><span>${listedOrders(view).length}</span> <span>${words.orders}</span></div>
${layered(isCards ? cards : table, view)}<div class="pagination-controls">${ordersPager(view, page)}<label>${words.perPage} <select id="myo-table-results-per-page"><option>${shown.length || ordersPerPage}</option></select></label></div></div>`;
}
