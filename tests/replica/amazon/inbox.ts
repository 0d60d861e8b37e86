import { momentBefore, shownMoment } from '../dates';
import { pageLabels } from '../labels';
import { escapeHtml, hashed, nameless, wrapped } from '../markup';
import { type AmazonThread, amazonThread, amazonThreadKeys } from '../threads';
import type { PageView } from '../view';
import { bubble } from './bubbles';
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

function row(thread: AmazonThread, open: AmazonThread | undefined, view: PageView): string {
  const { knobs } = view;
  const last = thread.messages.at(-1);
  const needs = last?.from === 'buyer' && thread.state === 'open';
  const when = shownMoment(momentBefore(view.now, last?.hoursAgo ?? 0), view.loc);
  return `<div role="row" class="${hashed('messageThreadRow', knobs)} thread-row${thread === open || thread.key === open?.key ? ' active' : ''}" data-r="row" data-r-key="${thread.key}" tabindex="0">
<span class="who" dir="auto">${escapeHtml(thread.buyer.name) || '—'}</span><span class="when">${when}</span>
<span class="what">${pageLabels[view.loc].topic[thread.topic]}${thread.orders[0] ? ` · ${thread.orders[0].id}` : ''}</span>${needs ? `<span class="badge">${pageLabels[view.loc].responseNeeded}</span>` : ''}</div>`;
}

/** The list pane; the caller leaves it out of narrow windows. */
export function listPane(open: AmazonThread | undefined, view: PageView): string {
  const labels = pageLabels[view.loc];
  const threads = inboxThreads(view.host);
  return `<aside class="${hashed('list', view.knobs)} pane list" aria-label="${labels.messages}"><div class="search"><kat-input placeholder="${labels.search}" name="search"></kat-input></div><div class="rows" role="table">${threads.map((each) => row(each, open, view)).join('')}</div></aside>`;
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
  if (thread.state === 'resolved' && knobs.state !== 'reopened') {
    return `<div class="${hashed('composer', knobs)} composer folded" data-r="folded"><kat-button label="${labels.reply}" variant="secondary" data-r="reopen"></kat-button></div>`;
  }
  const hiddenCopy = knobs.dup === '1' ? `<div class="compact-only" hidden>${composerBox(view)}</div>` : '';
  return `${hiddenCopy}<div class="${hashed('composer', knobs)} composer">${composerBox(view)}
<div class="preview" hidden><div class="preview-title">${labels.preview}</div><div class="preview-text" dir="auto"></div></div>
<div class="actions"><kat-file-upload><label class="attach">${labels.attach}<input type="file" multiple></label></kat-file-upload>
<kat-button label="${labels.noResponseNeeded}" variant="link" data-r="no-response"></kat-button><kat-button label="${labels.send}" variant="primary" data-r="send" disabled></kat-button></div></div>`;
}

/** The middle pane: header, bubbles, composer; without a conversation an invitation to choose one. */
export function threadPane(thread: AmazonThread | undefined, view: PageView): string {
  const labels = pageLabels[view.loc];
  const { knobs } = view;
  if (!thread) return `<section class="pane thread none"><p>${labels.noThread}</p></section>`;
  const isLong = thread.messages.length > 20;
  const shown = isLong && knobs.state !== 'all' ? thread.messages.slice(-20) : thread.messages;
  const list = shown.map((message) => bubble(message, thread, view)).join('');
  const tag = knobs.bubble === 'b4' ? 'ul' : 'div';
  const orderInText = thread.orderLink === 'text' ? ` · ${thread.orders[0]?.id ?? ''}` : '';
  const hiddenTitle = knobs.dup === '1' ? `<h2 class="compact-only" hidden>${labels.topic[thread.topic]}</h2>` : '';
  const inner = `<header class="${hashed('caseHeader', knobs)} case-header">${hiddenTitle}<h2>${labels.topic[thread.topic]}${orderInText}</h2><div class="case-buyer" dir="auto">${escapeHtml(thread.buyer.name)}</div><span class="case-status-label">${statusLine(thread, view)}</span></header>
<${tag} class="${nameless('messages', knobs)} messages">${isLong && knobs.state !== 'all' ? `<button type="button" class="plain earlier" data-r="earlier">${labels.loadEarlier}</button>` : ''}${list}</${tag}>${wrapped(composer(thread, view), knobs)}`;
  return `<section class="pane thread" id="case-messages">${inner}</section>`;
}

/**
 * The inbox below the navigation. Pure: unit tests may put it into any document.
 *
 * States: `reopened` shows the composer of a resolved conversation, `all` every message of a long one.
 */
export function inboxApp(open: AmazonThread | undefined, view: PageView, isWide: boolean): string {
  const labels = pageLabels[view.loc];
  const { knobs } = view;
  const needing = inboxThreads(view.host).filter((thread) => thread.messages.at(-1)?.from === 'buyer').length;
  const filters = labels.filters
    .map((label, at) => `<kat-link class="filter${at === 1 ? ' current' : ''}" label="${label}"></kat-link>`)
    .join('');
  const month = new Intl.DateTimeFormat(view.loc.replace('_', '-'), { dateStyle: 'medium', timeZone: 'UTC' });
  const range = `${month.format(Date.parse(view.now) - 20 * 86_400_000)} - ${month.format(Date.parse(view.now))}`;
  const thread = wrapped(threadPane(open, view), knobs);
  return `<nav class="${hashed('filters', knobs)} filters">${filters}</nav>
<div class="${hashed('metrics', knobs)} metrics"><strong>${labels.responseNeeded} ${needing}</strong><span>${range}</span></div>
<div class="panes${isWide ? ' with-list' : ''}">${isWide ? wrapped(listPane(open, view), knobs) : ''}<div class="slot-thread">${knobs.depth === '4' ? `<x-frame>${thread}</x-frame>` : thread}</div><div class="slot-order">${wrapped(orderPane(open, view), knobs)}</div></div>`;
}
