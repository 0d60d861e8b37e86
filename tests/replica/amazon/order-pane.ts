import { shownAmount, shownDay } from '../dates';
import { pageLabels } from '../labels';
import { escapeHtml, hashed } from '../markup';
import type { AmazonThread, ReplicaItem, ReplicaOrder } from '../threads';
import type { PageView } from '../view';

/** The buyer's language as the page names it, in the language of the page. */
export function shownLanguage(lang: string, view: PageView): string {
  return new Intl.DisplayNames([view.loc.replace('_', '-')], { type: 'language' }).of(lang) ?? lang;
}

function pair(label: string, value: string | undefined, name: string): string {
  return value === undefined
    ? ''
    : `<div class="pair"><dt>${label}</dt><dd class="${name}">${escapeHtml(value)}</dd></div>`;
}

function item(each: ReplicaItem, order: ReplicaOrder, view: PageView): string {
  const labels = pageLabels[view.loc];
  const variant = each.variant ? `<div class="variant">${escapeHtml(each.variant)}</div>` : '';
  return `<li class="item"><img src="/assets/product/${each.productId}.svg" alt="" width="44" height="44"><div><a href="/dp/${each.productId}" class="title">${escapeHtml(each.title)}</a>${variant}<div class="small">${labels.asin}: ${each.productId} · SKU: ${escapeHtml(each.sku)}</div><div class="small">${labels.quantity}: ${each.quantity} · ${escapeHtml(shownAmount(each.price, order.currency, view.loc))}</div></div></li>`;
}

/** Dates and state of one order as label-value pairs. */
export function orderPairs(order: ReplicaOrder, view: PageView): string {
  const labels = pageLabels[view.loc];
  const day = (days: number | undefined): string | undefined =>
    days === undefined ? undefined : shownDay(view.now, days, view.loc);
  const [from, to] = order.promisedDays ?? [];
  const promised = from === undefined || to === undefined ? undefined : `${day(from)} – ${day(to)}`;
  const carrier = order.carrier === undefined ? undefined : `${order.carrier} ${order.tracking ?? ''}`.trim();
  return `<dl>${pair(labels.status, labels.states[order.state], 'order-status')}${pair(labels.ordered, day(order.orderedDay), 'purchase-date')}${pair(labels.shipped, day(order.shippedDay), 'ship-date')}${pair(labels.deliverBy, promised, 'deliver-by')}${pair(labels.delivered, day(order.deliveredDay), 'delivered-date')}${pair(labels.carrier, carrier, 'carrier')}${pair(labels.fulfilment, order.fulfilment === 'own' ? labels.bySeller : labels.byAmazon, 'fulfillment')}${pair(labels.channel, order.channel, 'sales-channel')}</dl>`;
}

function card(order: ReplicaOrder, thread: AmazonThread, view: PageView): string {
  const labels = pageLabels[view.loc];
  const link =
    thread.orderLink === 'text'
      ? ''
      : `<div class="order-id">${labels.orderId}: <kat-link class="order-link" label="${order.id}" href="/orders-v3/order/${order.id}"></kat-link></div>`;
  return `<article class="${hashed('orderCard', view.knobs)} order-card">${link}<ul class="items">${order.items.map((each) => item(each, order, view)).join('')}</ul>${orderPairs(order, view)}</article>`;
}

/** The right pane of a conversation: orders, and the language the buyer prefers. */
export function orderPane(thread: AmazonThread | undefined, view: PageView): string {
  if (!thread) return '<aside class="pane order"></aside>';
  const labels = pageLabels[view.loc];
  return `<aside class="${hashed('order', view.knobs)} pane order" aria-label="${labels.orderDetails}"><h3>${labels.orderDetails}</h3>${thread.orders.map((order) => card(order, thread, view)).join('')}<kat-label class="preferred-language" text="${escapeHtml(`${labels.language}: ${shownLanguage(thread.buyer.lang, view)}`)}"></kat-label></aside>`;
}
