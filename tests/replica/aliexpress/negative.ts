import { momentBefore, shownMoment } from '../dates';
import { escapeHtml } from '../markup';
import { aliexpressThread } from '../threads';
import type { PageView } from '../view';
import { chatClass, wordsFor } from './words';

/** Old message page of buyers: no seller page, whatever it looks like. */
function buyerMessages(view: PageView): string {
  const { messages, orders } = aliexpressThread('where-es');
  const said = messages.map(
    (message) =>
      `<div class="message-detail-item"><span>${shownMoment(momentBefore(view.now, message.hoursAgo), view.loc)}</span><p>${escapeHtml(message.text)}</p></div>`,
  );
  return `<div class="message-view"><div class="message-view-title"><div class="message-view-title__content">Lumen Home Official Store</div></div><div class="message-list">${said.join('')}<p>${orders[0]?.id ?? ''}</p></div><div class="message-send"><textarea placeholder="Type your message"></textarea><svg id="buyer_msg_send_btn" class="disable" width="24" height="24" data-r="send"><circle cx="12" cy="12" r="12"></circle></svg></div></div>`;
}

/** The platform's own help for sellers; with `state=same-kit` it is built from the parts of the buyers' chat. */
function helpChat(view: PageView): string {
  const isKit = view.knobs.state === 'same-kit';
  const name = (kit: string, own: string): string => (isKit ? chatClass(kit, view) : own);
  const lines = [
    '你好，我是客服小蜜，请问有什么可以帮您？',
    'How do I appeal against order 9992000000000000017?',
    '正在为您转接人工客服。',
  ];
  const bubbles = lines.map(
    (line, at) =>
      `<div class="${name('im-message-item', 'help-message')}${at === 1 ? ' self' : ''} message"><div class="${name('im-message-item-content', 'help-content')} content">${line}</div></div>`,
  );
  return `<div class="card help"><h1>商家客服 / Seller support</h1><div class="message-list">${bubbles.join('')}</div><div class="editor"><textarea class="${name('im-message-input-no-auto-height', 'help-input')}" rows="3" placeholder="${wordsFor(view.loc).placeholder}"></textarea><button type="button" class="ait-btn ait-btn-primary" data-r="send">${wordsFor(view.loc).send}</button></div></div>`;
}

/** Public questions about products: an answer is read by everyone, and nobody has ordered. */
function productQuestions(view: PageView): string {
  const rows = [
    ['USB clip lamp, 3 colour temperatures', 'Does it work with a power bank?', 'M***a'],
    ['Travel adapter, type A, 100-240 V', '日本でも使えますか？', '高***紀'],
  ];
  const shown = rows.map(
    ([title, question, who], at) =>
      `<tr class="ait-table-row ait-table-row-level-0"><td>${title}</td><td>${question}</td><td>${who}</td><td>${momentBefore(view.now, 20 + at).slice(0, 10)}</td><td><textarea class="ait-input" rows="2" placeholder="Answer"></textarea><button type="button" class="ait-btn" data-r="send">${wordsFor(view.loc).send}</button></td></tr>`,
  );
  return `<div class="page"><h1>Q&amp;A</h1><table class="ait-table"><tbody>${shown.join('')}</tbody></table></div>`;
}

/** Pages that look like a conversation with a buyer and are none. Pure. */
export function aliexpressNegative(view: PageView): string {
  if (view.page === 'ae-buyer-messages') return buyerMessages(view);
  return view.page === 'ae-help-chat' ? helpChat(view) : productQuestions(view);
}
