import { shownAmount, shownDay } from '../dates';
import { pageLabels } from '../labels';
import { escapeHtml } from '../markup';
import type { ReplicaItem } from '../threads';
import type { PageView } from '../view';
import { hasState, layered } from './layers';
import { type BookedOrder, bookedOrder, marketplaceIdOf, orderBook } from './order-book';
import { orderWords } from './order-words';

/** The order an order's own page is about, by the address. */
export function orderOfPath(view: PageView): BookedOrder | undefined {
  return bookedOrder(/\/orders-v3\/order\/([^/?]+)/.exec(view.path)?.[1] ?? '');
}

/** What the page calls its order: with `state=other-id` the page and the address disagree. */
export function shownOrderId({ order }: BookedOrder, view: PageView): string {
  if (!hasState(view, 'other-id')) return order.id;
  return orderBook().find((each) => each.order.id !== order.id)?.order.id ?? '';
}

const day = (days: number | undefined, view: PageView): string | undefined =>
  days === undefined ? undefined : shownDay(view.now, days, view.loc);

/** Day of the purchase; Japanese pages add the time. */
export function purchaseDate({ order }: BookedOrder, view: PageView): string {
  const shown = shownDay(view.now, order.orderedDay, view.loc);
  return view.loc === 'ja' ? `${shown} 23:45 JST` : shown;
}

/** Until when the seller must ship. */
export const shipBy = ({ order }: BookedOrder, view: PageView): string =>
  shownDay(view.now, order.shipByDay ?? order.orderedDay + 2, view.loc);

/** The promised days: "Tue, Dec 10, 2019 to Fri, Dec 13, 2019". */
export function deliverBy({ order }: BookedOrder, view: PageView): string {
  const words = orderWords(view.loc);
  const [from, to] = order.promisedDays ?? [];
  if (from === undefined || to === undefined) return words.unavailable;
  return `${day(from, view) ?? ''} ${words.rangeTo} ${day(to, view) ?? ''}`;
}

/** The country's name in the language of the page, as the last line of an address has it. */
export function countryName(code: string, view: PageView): string {
  return new Intl.DisplayNames([view.loc.replace('_', '-')], { type: 'region' }).of(code) ?? code;
}

function pair(label: string, value: string, testId: string): string {
  return `<div class="a-row"><span class="a-color-secondary" data-test-id="${testId}-label">${label}:</span> <span class="a-text-bold" data-test-id="${testId}-value">${escapeHtml(value)}</span></div>`;
}

function summary(booked: BookedOrder, view: PageView): string {
  const labels = pageLabels[view.loc];
  const words = orderWords(view.loc);
  const { order } = booked;
  const name = 'order-summary';
  return `<section class="a-box order-summary"><h4>${words.summary}</h4>
${pair(words.shipBy, shipBy(booked, view), `${name}-shipby`)}${pair(labels.deliverBy, deliverBy(booked, view), `${name}-deliverby`)}
${pair(labels.ordered, purchaseDate(booked, view), `${name}-purchase-date`)}${pair(words.service, words.standard, `${name}-shipping-service`)}
${pair(labels.fulfilment, order.fulfilment === 'own' ? labels.bySeller : labels.byAmazon, `${name}-fulfillment-channel`)}${pair(labels.channel, order.channel, `${name}-sales-channel`)}</section>`;
}

function shipping({ order, buyer }: BookedOrder, view: PageView): string {
  const words = orderWords(view.loc);
  // A pending order has neither; of orders it sends itself the marketplace tells no address.
  if (order.state === 'unpaid') return '';
  const contact = buyer.name
    ? `<div class="a-row"><span>${words.contactBuyer}:</span> <span data-test-id="shipping-section-contact-buyer-value"><a data-test-id="buyer-name-with-link" data-r="contact" role="button" tabindex="0" dir="auto">${escapeHtml(buyer.name)}</a></span></div>`
    : '';
  const hasAddress = order.fulfilment === 'own' && buyer.contact !== undefined;
  const lines = [...(buyer.contact?.address ?? []), countryName(order.country, view)];
  const address = hasAddress
    ? `<div class="a-row"><span>${words.shipTo}:</span><div data-test-id="shipping-section-buyer-address">${lines.map((line) => `<span>${escapeHtml(line)}</span>`).join('<br>')}</div></div>
<div class="a-row"><span>${words.addressType}:</span> <span data-test-id="shipping-section-buyer-address-type">${words.residential}</span></div>
<div class="a-row"><span>${words.phone}:</span> <span data-test-id="shipping-section-phone" dir="ltr">${escapeHtml(buyer.contact?.phone ?? '')}</span></div>
<div class="a-row"><span>${words.email}:</span> <span dir="ltr">${escapeHtml(buyer.contact?.email ?? '')}</span></div>`
    : '';
  return `<section class="a-box shipping-section"><h4>${words.shipTo}</h4>${address}${contact}</section>`;
}

function reviewEntry({ order }: BookedOrder, view: PageView): string {
  if (hasState(view, 'no-review') || ['unpaid', 'unshipped', 'cancelled'].includes(order.state)) return '';
  const { requestReview } = orderWords(view.loc);
  const href = `/messaging/reviews?orderId=${order.id}&amp;marketplaceId=${marketplaceIdOf(order)}`;
  return hasState(view, 'grey-review')
    ? `<span data-test-id="plugin-button-requestAReview" class="a-button a-button-disabled"><span class="a-button-inner"><a class="a-button-text" aria-disabled="true">${requestReview}</a></span></span>`
    : `<span data-test-id="plugin-button-requestAReview" class="a-button"><span class="a-button-inner"><a class="a-button-text" href="${href}">${requestReview}</a></span></span>`;
}

function buttons(booked: BookedOrder, view: PageView): string {
  const words = orderWords(view.loc);
  const { state, fulfilment } = booked.order;
  const buy =
    state === 'unshipped' && fulfilment === 'own'
      ? `<span data-test-id="buy-shipping-button" class="a-button"><a class="a-button-text" href="/orders-v3/buy-shipping">${words.buyShipping}</a></span>`
      : '';
  return `<div class="order-actions">${reviewEntry(booked, view)}${buy}<a href="/orders/packing-slip">${words.printSlip}</a><a href="/orders-v3/refund">${words.refund}</a></div>`;
}

function itemRow(item: ReplicaItem, at: number, { order }: BookedOrder, view: PageView): string {
  const labels = pageLabels[view.loc];
  const words = orderWords(view.loc);
  const line = (label: string, value: string): string => `<div><span>${label}</span>: ${escapeHtml(value)}</div>`;
  const amount = (value: number): string => escapeHtml(shownAmount(value, order.currency, view.loc));
  const custom = item.variant ? line(words.customisations, item.variant) : '';
  return `<tr><td><span data-test-id="item-status-label" class="a-text-bold">${labels.states[order.state]}</span></td><td><img src="/assets/product/${item.productId}.svg" alt="" width="44" height="44"></td>
<td><div class="myo-list-orders-product-name-cell"><a href="/gp/product/${item.productId}"><div>${escapeHtml(item.title)}</div></a>${line(labels.asin, item.productId)}${line('SKU', item.sku)}${line(words.orderItemId, `999000${String(at + 1).padStart(8, '0')}`)}${custom}${order.isGift ? `<div class="gift">${words.giftWrap}</div>` : ''}</div></td>
<td>${new Intl.NumberFormat(view.loc.replace('_', '-')).format(item.quantity)}</td><td>${amount(item.price)}</td><td><div>${words.subtotal}: <span>${amount(item.price * item.quantity)}</span></div></td></tr>`;
}

function items(booked: BookedOrder, view: PageView): string {
  const labels = pageLabels[view.loc];
  const words = orderWords(view.loc);
  const { order } = booked;
  const total = order.items.reduce((sum, item) => sum + item.price * item.quantity, 0);
  const head: readonly (readonly [string, string])[] = [
    ['status', labels.status], ['image', words.image], ['item-name', words.product],
    ['quantity', labels.quantity], ['unit-price', words.unitPrice], ['proceeds', words.proceeds],
  ]; // prettier-ignore
  const cells = head.map(([name, label]) => `<th data-test-id="${name}-heading">${label}</th>`).join('');
  return `<section class="a-box order-contents"><h4>${words.contents}</h4><table class="a-keyvalue"><thead><tr>${cells}</tr></thead><tbody>${order.items.map((item, at) => itemRow(item, at, booked, view)).join('')}</tbody></table>
<div class="grand-total">${words.grandTotal}: <span class="a-text-bold" data-test-id="order-grand-total">${escapeHtml(shownAmount(total, order.currency, view.loc))}</span></div></section>`;
}

function packages({ order }: BookedOrder, view: PageView): string {
  if (order.shippedDay === undefined) return '';
  const labels = pageLabels[view.loc];
  const words = orderWords(view.loc);
  const row = (label: string, value: string | undefined): string =>
    value === undefined ? '' : `<div class="a-row"><span>${label}:</span> <span>${value}</span></div>`;
  const number =
    order.tracking === undefined
      ? undefined
      : `<a data-r="track" role="button" dir="ltr">${escapeHtml(order.tracking)}</a>`;
  return `<section class="a-box packages"><h4>${words.package} 1</h4>${row(labels.shipped, day(order.shippedDay, view))}${row(labels.carrier, order.carrier)}${row(words.tracking, number)}${row(words.delivered, day(order.deliveredDay, view))}</section>`;
}

/** What printing shows; it keeps the order that was printed last, and the same names as the page. */
function printCopy(view: PageView): string {
  const last = orderBook().at(-1);
  if (view.knobs.dup !== '1' || !last) return '';
  return `<div id="print-template" class="compact-only" hidden><h1 data-test-id="order-details-label">${pageLabels[view.loc].orderDetails}</h1><span class="a-text-bold" dir="ltr" data-test-id="order-id-value">${last.order.id}</span>${summary(last, view)}${items(last, view)}</div>`;
}

/** The overlay that greets a first visit. */
export function tourOverlay(view: PageView): string {
  if (!hasState(view, 'tour')) return '';
  const words = orderWords(view.loc);
  return `<div class="tour" role="dialog" aria-modal="true"><p>${words.tour}</p><button type="button" data-test-id="button-close" data-r="close-tour">${words.close}</button></div>`;
}

/**
 * An order's own page below the navigation. Pure.
 *
 * States, joined by a dot: `other-id` (page and address disagree), `no-review`, `grey-review`, `tour`, `loading`.
 */
export function orderPage(booked: BookedOrder | undefined, view: PageView): string {
  const labels = pageLabels[view.loc];
  const words = orderWords(view.loc);
  if (!booked || hasState(view, 'loading'))
    return `<div id="MYO-app"><div id="apploading">${booked ? '…' : `${labels.orderId}?`}</div></div>`;
  const top = `<div class="order-top"><h1 data-test-id="order-details-label">${labels.orderDetails}</h1><span>${labels.orderId}: # <span class="a-text-bold" dir="ltr" data-test-id="order-id-value">${shownOrderId(booked, view)}</span></span>${buttons(booked, view)}</div>`;
  const columns = `<div class="order-columns">${summary(booked, view)}${shipping(booked, view)}</div>`;
  const notes = `<div class="a-box order-details-bordered-box-notes-feedback"><h4>${words.sellerNote}</h4><textarea name="sellerNote" rows="2" aria-label="${words.sellerNote}"></textarea><button type="button" data-r="save">${words.save}</button><h4>${words.buyerFeedback}</h4><span class="a-icon a-icon-star" role="img" aria-label="-"></span></div>`;
  return `${tourOverlay(view)}<div id="MYO-app">${printCopy(view)}${layered(`${top}${columns}${packages(booked, view)}${items(booked, view)}${notes}`, view)}</div>`;
}
