import { pageLabels } from '../labels';
import { escapeHtml, wrapped } from '../markup';
import { type AmazonThread, amazonThread, amazonThreadKeys, type ReplicaOrder } from '../threads';
import type { PageView } from '../view';
import { composerBox } from './inbox';
import { orderPairs, shownLanguage } from './order-pane';

/** The order the address names, in any spelling of the key, with a conversation of its buyer. */
export function contactSubject(
  view: PageView,
): { readonly thread: AmazonThread; readonly order: ReplicaOrder } | undefined {
  const orderId = Object.entries(view.query).find(([name]) => name.toLowerCase() === 'orderid')?.[1];
  for (const thread of amazonThreadKeys.map(amazonThread)) {
    const order = thread.orders.find((each) => each.id === orderId);
    if (order) return { thread, order };
  }
  return undefined;
}

/** Values of the reasons are opaque numbers; the fourth one allows no free text. */
export const reasonWithoutText = '3';

/**
 * The page on which a seller starts a message. Pure.
 *
 * States: `opted-out` disables every reason and says so.
 */
export function contactApp(view: PageView): string {
  const labels = pageLabels[view.loc];
  const subject = contactSubject(view);
  if (!subject)
    return `<div id="ayb-app"><kat-alert variant="danger" header="" description="${labels.orderId}?"></kat-alert></div>`;
  const { thread, order } = subject;
  const isClosed = view.knobs.state === 'opted-out';
  const radios = labels.reasons.map(
    (label, at) =>
      `<kat-radiobutton name="reason" value="${at}" label="${escapeHtml(label)}"${isClosed ? ' disabled' : ''}></kat-radiobutton>`,
  );
  const first = order.items[0];
  const hiddenCopy = view.knobs.dup === '1' ? `<h2 class="compact-only" hidden>${labels.contactTitle} —</h2>` : '';
  const form = `<form class="card reasons"><h3>${labels.reasonTitle}</h3><kat-box>${radios.join('')}</kat-box><div class="after-reason"></div></form>`;
  return `<div id="ayb-app"><div id="ayb-contact-buyer">
<div class="ayb-contact-buyer-header">${hiddenCopy}<h2 dir="auto">${labels.contactTitle} ${escapeHtml(thread.buyer.name.split(' ')[0] ?? '')}</h2><kat-tooltip><kat-label text="${escapeHtml(`${labels.language}: ${shownLanguage(thread.buyer.lang, view)}`)}"></kat-label></kat-tooltip></div>
<div class="contact-columns"><div>${isClosed ? `<kat-alert variant="warning" header="" description="${labels.optedOut}"></kat-alert>` : ''}${wrapped(form, view.knobs)}</div>
<aside class="card contact-order"><h3>${labels.orderDetails}</h3><div class="order-id">${labels.orderId}: <kat-link label="${order.id}" href="/orders-v3/order/${order.id}"></kat-link></div><p><a href="/dp/${first?.productId ?? ''}">${escapeHtml(first?.title ?? '')}</a><br>${labels.asin}: ${first?.productId ?? ''}</p>${orderPairs(order, view)}</aside></div>
<div class="contact-result"></div></div></div>`;
}

/** What appears a moment after a reason has been chosen: text box, files, preview, Send. */
export function contactForm(view: PageView): string {
  const labels = pageLabels[view.loc];
  return `<div class="contact-buyer-text-area">${composerBox(view)}</div>
<div class="contact-buyer-file-input"><label class="attach">${labels.attach}<input type="file"></label><ul class="file-attachment-list"></ul></div>
<div class="preview" hidden><div class="preview-title">${labels.preview}</div><div class="preview-text" dir="auto"></div></div>
<div class="actions"><kat-button class="ayb-contact-form-send-button" label="${labels.send}" variant="primary" data-r="send" disabled></kat-button></div>`;
}
