import { momentBefore, shownMoment } from '../dates';
import { pageLabels } from '../labels';
import { escapeHtml, hashed, nameless, wrapped } from '../markup';
import { type AmazonThread, amazonThread, amazonThreadKeys } from '../threads';
import type { PageView } from '../view';
import { bubble, shownBuyer, systemEvent } from './bubbles';
import { hasState } from './layers';
import { orderPane } from './order-pane';

/** Narrowest window that shows the list of conversations. */
export const listFromWidth = 1600;

/** Which account a host ending belongs to: America, Japan, or the rest as one. */
export const regionOf = (ending: string): string => (ending === 'com' ? 'na' : ending === 'co.jp' ? 'jp' : 'eu');

/** The conversations one account sees: Europe has one inbox for all its hosts. */
export function inboxThreads(host: string): readonly AmazonThread[] {
  const region = regionOf(host.replace('sellercentral.amazon.', ''));
  return amazonThreadKeys.map(amazonThread).filter((thread) => regionOf(thread.host) === region);
}

/** The conversation the address names by `cc`, or none. */
export function openThreadOf(view: PageView): AmazonThread | undefined {
  return amazonThreadKeys.map(amazonThread).find((thread) => thread.caseId === view.query.cc);
}

function rowCells(thread: AmazonThread, view: PageView): readonly string[] {
  const last = thread.messages.at(-1);
  const needs = last?.from === 'buyer' && thread.state === 'open';
  const when = shownMoment(momentBefore(view.now, last?.hoursAgo ?? 0), view.loc);
  // Not every layout tells the order in the list.
  const hasOrder = view.knobs.rows === 'auto' || thread.orderLink === 'link';
  const order = hasOrder && thread.orders[0] ? ` · ${thread.orders[0].id}` : '';
  return [
    `<span class="who" dir="auto">${escapeHtml(shownBuyer(thread, view)) || '—'}</span>`,
    `<span class="when">${when}</span>`,
    `<span class="what">${pageLabels[view.loc].topic[thread.topic]}${order}</span>`,
    needs ? `<span class="badge">${pageLabels[view.loc].responseNeeded}</span>` : '',
  ];
}

function row(thread: AmazonThread, open: AmazonThread | undefined, view: PageView): string {
  const { knobs } = view;
  const cells = rowCells(thread, view);
  const active = thread.key === open?.key ? ' active' : '';
  const live = `data-r="row" data-r-key="${thread.key}" tabindex="0"`;
  switch (knobs.rows) {
    case 'r1':
      return `<kat-table-row class="${nameless('row', knobs)} thread-row${active}" ${live}>${cells.map((cell) => `<kat-table-cell>${cell}</kat-table-cell>`).join('')}</kat-table-row>`;
    case 'r2':
      return `<div role="row" class="${nameless('row', knobs)} thread-row${active}" ${live}>${cells.map((cell) => `<div role="cell">${cell}</div>`).join('')}</div>`;
    case 'r3':
      return `<div class="${hashed('messageThreadRow', knobs)} thread-row${active}" ${live}>${cells.join('')}</div>`;
    case 'auto':
      return `<div role="row" class="${hashed('messageThreadRow', knobs)} thread-row${active}" ${live}>
${cells.join('')}</div>`;
  }
}

/** The list pane; the caller leaves it out of narrow windows. */
export function listPane(open: AmazonThread | undefined, view: PageView): string {
  const labels = pageLabels[view.loc];
  const { knobs } = view;
  const threads = inboxThreads(view.host);
  return `<aside class="${hashed('list', view.knobs)} pane list" aria-label="${labels.messages}"><div class="search"><kat-input placeholder="${labels.search}" name="search"></kat-input></div>${knobs.rows === 'r1' ? '<kat-table class="rows">' : `<div class="rows"${knobs.rows === 'r3' ? '' : ' role="table"'}>`}${threads.map((each) => row(each, open, view)).join('')}${knobs.rows === 'r1' ? '</kat-table>' : '</div>'}</aside>`;
}

function statusLine(thread: AmazonThread, view: PageView): string {
  const labels = pageLabels[view.loc];
  const ours = [...thread.messages].reverse().find((message) => message.from === 'seller');
  if (thread.state === 'resolved') return `${labels.resolvedOn} ${shownMoment(momentBefore(view.now, 79), view.loc)}`;
  return ours
    ? `${labels.lastResponse} ${shownMoment(momentBefore(view.now, ours.hoursAgo), view.loc)}`
    : labels.responseNeeded;
}

/** The text box with its limit; every reply starts in one of these. */
export function composerBox(view: PageView, attributes = ''): string {
  const labels = pageLabels[view.loc];
  return `<kat-textarea class="reply-box" data-r="composer" label="${labels.composer}" constraint-label="${escapeHtml(labels.limit)}" maxlength="4000" rows="4" size="large" value="" ${attributes}></kat-textarea>`;
}

function composer(thread: AmazonThread, view: PageView): string {
  const labels = pageLabels[view.loc];
  const { knobs } = view;
  if (thread.state === 'expired') {
    return `<div class="${hashed('composer', knobs)} composer"><kat-alert variant="warning" header="" description="${labels.expired}"></kat-alert>${composerBox(view, 'disabled')}</div>`;
  }
  if (thread.state === 'resolved' && !hasState(view, 'reopened')) {
    return `<div class="${hashed('composer', knobs)} composer folded" data-r="folded"><kat-button label="${labels.reply}" variant="secondary" data-r="reopen"></kat-button></div>`;
  }
  const hiddenCopy = knobs.dup === '1' ? `<div class="compact-only" hidden>${composerBox(view)}</div>` : '';
  return `${hiddenCopy}<div class="${hashed('composer', knobs)} composer">${composerBox(view)}
<div class="preview" hidden><div class="preview-title">${labels.preview}</div><div class="preview-text" dir="auto"></div></div>
<div class="actions"><kat-file-upload><label class="attach">${labels.attach}<input type="file" multiple></label></kat-file-upload>
<kat-button label="${labels.noResponseNeeded}" variant="link" data-r="no-response"></kat-button><kat-button label="${labels.send}" variant="primary" data-r="send" disabled></kat-button></div></div>`;
}

/** Where answers go, with `state=relay`: an address that names the case. */
function relayLine(thread: AmazonThread, view: PageView): string {
  if (!hasState(view, 'relay') && !hasState(view, 'other-case')) return '';
  return `<div class="relay" dir="ltr">999relay+${thread.caseId}@marketplace.amazon.${thread.host}</div>`;
}

/** The middle pane: header, bubbles, composer; without a conversation an invitation to choose one. */
export function threadPane(thread: AmazonThread | undefined, view: PageView): string {
  const labels = pageLabels[view.loc];
  const { knobs } = view;
  if (!thread) return `<section class="pane thread none"><p>${labels.noThread}</p></section>`;
  const isLong = thread.messages.length > 20;
  const isCut = isLong && !hasState(view, 'all');
  const shown = isCut ? thread.messages.slice(-20) : thread.messages;
  const list = shown
    .map(
      (message, at) => `${at === shown.length - 1 ? systemEvent(message, view) : ''}${bubble(message, thread, view)}`,
    )
    .join('');
  const tag = knobs.bubble === 'b4' ? 'ul' : 'div';
  const orderInText = thread.orderLink === 'text' ? ` · ${thread.orders[0]?.id ?? ''}` : '';
  const hiddenTitle = knobs.dup === '1' ? `<h2 class="compact-only" hidden>${labels.topic[thread.topic]}</h2>` : '';
  const inner = `<header class="${hashed('caseHeader', knobs)} case-header">${hiddenTitle}<h2>${labels.topic[thread.topic]}${orderInText}</h2><div class="case-buyer" dir="auto">${escapeHtml(shownBuyer(thread, view))}</div>${relayLine(thread, view)}<span class="case-status-label">${statusLine(thread, view)}</span></header>
<${tag} class="${nameless('messages', knobs)} messages">${isCut ? `<button type="button" class="plain earlier" data-r="earlier">${labels.loadEarlier}</button>` : ''}${list}</${tag}>${wrapped(composer(thread, view), knobs)}`;
  return `<section class="pane thread" id="case-messages">${inner}</section>`;
}

/** What the panes show: the open conversation, or with `state=other-case` the one after it, as after a lost answer. */
export function drawnThread(open: AmazonThread | undefined, view: PageView): AmazonThread | undefined {
  if (!open || !hasState(view, 'other-case')) return open;
  const all = inboxThreads(view.host).filter((each) => each.orders[0] && each.buyer.name !== open.buyer.name);
  return all.find(({ key }) => amazonThreadKeys.indexOf(key) > amazonThreadKeys.indexOf(open.key)) ?? all[0];
}

/**
 * The inbox below the navigation. Pure: unit tests may put it into any document.
 *
 * States, joined by a dot: `reopened` shows the composer of a resolved conversation, `all` every message of a long one,
 * `masked` only the ends of names, `relay` the address answers go to, `other-case` the next conversation in place of the
 * one the address names.
 */
export function inboxApp(open: AmazonThread | undefined, view: PageView, isWide: boolean): string {
  const labels = pageLabels[view.loc];
  const { knobs } = view;
  const drawn = drawnThread(open, view);
  const needing = inboxThreads(view.host).filter((thread) => thread.messages.at(-1)?.from === 'buyer').length;
  const filters = labels.filters
    .map((label, at) => `<kat-link class="filter${at === 1 ? ' current' : ''}" label="${label}"></kat-link>`)
    .join('');
  const month = new Intl.DateTimeFormat(view.loc.replace('_', '-'), { dateStyle: 'medium', timeZone: 'UTC' });
  const range = `${month.format(Date.parse(view.now) - 20 * 86_400_000)} - ${month.format(Date.parse(view.now))}`;
  const thread = wrapped(threadPane(drawn, view), knobs);
  return `<nav class="${hashed('filters', knobs)} filters">${filters}</nav>
<div class="${hashed('metrics', knobs)} metrics"><strong>${labels.responseNeeded} ${needing}</strong><span>${range}</span></div>
<div class="panes${isWide ? ' with-list' : ''}">${isWide ? wrapped(listPane(open, view), knobs) : ''}<div class="slot-thread">${knobs.depth === '4' ? `<x-frame>${thread}</x-frame>` : thread}</div><div class="slot-order">${wrapped(orderPane(drawn, view), knobs)}</div></div>`;
}
