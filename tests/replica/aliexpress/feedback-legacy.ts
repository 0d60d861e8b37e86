import { escapeHtml, wrapped } from '../markup';
import type { PageView } from '../view';
import { momentOn, stamp } from './amounts';
import { type Feedback, masked } from './records';
import { wordsFor } from './words';

function row(shown: Feedback, view: PageView): string {
  const { feedback } = wordsFor(view.loc);
  const { order, buyer } = shown.scene;
  const item = order.items[0];
  const given = shown.text === '' ? '' : `<p class="feedback-content" dir="auto">${escapeHtml(shown.text)}</p>`;
  const act = shown.replied
    ? `<span>${feedback.replied}</span>`
    : `<input type="button" class="ui-button ui-button-primary ui-button-large evaluate-bt" data-r="evaluate" data-r-key="${shown.key}" value="${feedback.reply}">`;
  return `<tr><th colspan="4"><input type="checkbox" value="${order.id}"> ${feedback.order}: <a href="#order-${order.id}">${order.id}</a> <span>${stamp(momentOn(view.now, shown.day, order.id), view)}</span></th></tr>
<tr><td><img src="/assets/product/${item?.productId ?? ''}.svg" alt="" width="50" height="50"> ${escapeHtml(item?.title ?? '')}</td>
<td><span class="ui-raty" title="${shown.stars}"><em class="ui-raty-score ui-raty-score-${shown.stars * 20}"></em></span>${given}</td>
<td><span dir="auto">${escapeHtml(masked(buyer.name))}</span> <b>${order.country}</b></td><td>${act}</td></tr>`;
}

/** The feedback page of before 2020: server markup, plain events. Pure. */
export function legacyFeedback(shown: readonly Feedback[], view: PageView): string {
  const { feedback } = wordsFor(view.loc);
  const copy = view.knobs.dup === '1' ? `<div hidden><textarea></textarea><h3>${feedback.title}</h3></div>` : '';
  const rows = shown.map((each) => row(each, view)).join('');
  return wrapped(
    `<div class="page legacy"><h3>${feedback.title}</h3>${copy}<table id="buyer-ordertable"><tbody>${rows}</tbody></table><div class="evaluate-panel"></div></div>`,
    view.knobs,
  );
}

/** The panel in which an answer is written. */
export function legacyPanel(shown: Feedback, view: PageView): string {
  const { feedback } = wordsFor(view.loc);
  const stars = [1, 2, 3, 4, 5].map((at) => `<span data-r="star" title="${at}">★</span>`).join('');
  return `<div class="ui-window"><h3>${feedback.replyTitle} ${shown.scene.order.id}</h3><div class="ui-raty-star-trigger util-clearfix">${stars}</div><textarea name="content" rows="4" cols="60" placeholder="${feedback.hint}"></textarea><p><input type="button" id="confirm_cpf" class="ui-button ui-button-primary" data-r="send" value="${feedback.submit}" disabled></p></div>`;
}
