import { momentBefore, shownMoment } from '../dates';
import { pageLabels } from '../labels';
import { escapeHtml, hashed, nameless, withBreaks } from '../markup';
import type { AmazonThread, ReplicaMessage } from '../threads';
import type { PageView } from '../view';
import { hasState } from './layers';
import { threadWords } from './thread-words';

function timestamp(message: ReplicaMessage, view: PageView): string {
  const iso = momentBefore(view.now, message.hoursAgo);
  const text = shownMoment(iso, view.loc);
  return view.knobs.time === 'v1'
    ? `<time class="when" datetime="${iso}">${text}</time>`
    : `<span class="when ${nameless('when', view.knobs)}">${text}</span>`;
}

function translationOf(message: ReplicaMessage, view: PageView): string | undefined {
  if (view.knobs.translation === 'none') return undefined;
  const pageLang = view.loc.slice(0, 2);
  if (message.lang === pageLang) return undefined;
  return pageLang === 'zh' ? message.zh : pageLang === 'en' ? message.en : undefined;
}

function body(message: ReplicaMessage, view: PageView): string {
  const { knobs } = view;
  const labels = pageLabels[view.loc];
  const translation = translationOf(message, view);
  const original = `<div class="${hashed('text', knobs)} said" dir="auto">${withBreaks(message.text)}</div>`;
  if (translation === undefined) return original;
  const by = `<div class="by ${nameless('by', knobs)}">${labels.translatedBy}</div>`;
  if (knobs.translation === 'inline') {
    return `<div class="${hashed('text', knobs)} said" dir="auto">${withBreaks(message.text)}<br>${withBreaks(translation)}<br>${labels.translatedBy}</div>`;
  }
  if (knobs.translation === 'toggle') {
    return `<div class="${hashed('text', knobs)} said" dir="auto">${withBreaks(translation)}</div><div class="${hashed('text', knobs)} said" dir="auto" hidden>${withBreaks(message.text)}</div>${by}<button type="button" class="plain" data-r="toggle">${labels.showOriginal}</button>`;
  }
  return `${original}<div class="${hashed('translation', knobs)} translated" dir="auto">${withBreaks(translation)}</div>${by}`;
}

function extras(message: ReplicaMessage, view: PageView): string {
  const { knobs } = view;
  const relay = message.relay ? `<div class="relay">${escapeHtml(message.relay)}</div>` : '';
  const quoted = message.quoted
    ? `<blockquote class="${hashed('quoted', knobs)} quoted">${withBreaks(message.quoted)}</blockquote>`
    : '';
  const files = (message.attachments ?? []).map(
    (name) =>
      `<li class="file-attachment-chip"><span class="file-attachment-chip-file-name">${escapeHtml(name)}</span></li>`,
  );
  return `${quoted}${relay}${files.length ? `<ul class="file-attachment-list">${files.join('')}</ul>` : ''}`;
}

function noteLine(message: ReplicaMessage, view: PageView): string {
  if (view.knobs.bubble === 'b6')
    return `<div class="${hashed('case-event', view.knobs)} row centre"><div class="bubble system">${escapeHtml(message.text)}</div>${timestamp(message, view)}</div>`;
  return `<div class="${nameless('note', view.knobs)} system-note" role="note">${escapeHtml(message.text)} · ${timestamp(message, view)}</div>`;
}

/** A buyer's name as the page shows it: with `state=masked` only its ends. */
export function shownBuyer(thread: AmazonThread, view: PageView): string {
  const signs = [...thread.buyer.name];
  return hasState(view, 'masked') && signs.length > 1 ? `${signs[0] ?? ''}***${signs.at(-1) ?? ''}` : thread.buyer.name;
}

/** What the marketplace says in between with the sixth markup: the same block as a message, of neither side. */
export function systemEvent(before: ReplicaMessage, view: PageView): string {
  if (view.knobs.bubble !== 'b6') return '';
  const { flagged } = threadWords(view.loc);
  return `<div class="${hashed('case-event', view.knobs)} row centre"><div class="bubble system">${flagged}</div>${timestamp({ ...before, hoursAgo: before.hoursAgo + 1 }, view)}</div>`;
}

/** One message of the thread in the markup the `bubble` knob asks for. */
export function bubble(message: ReplicaMessage, thread: AmazonThread, view: PageView): string {
  if (message.from === 'note') return noteLine(message, view);
  const { knobs } = view;
  const isOurs = message.from !== 'buyer';
  const side = isOurs ? 'end' : 'start';
  const sender = isOurs ? pageLabels[view.loc].you : shownBuyer(thread, view);
  const inside = `${body(message, view)}${extras(message, view)}`;
  const when = timestamp(message, view);
  switch (knobs.bubble) {
    case 'b1':
    case 'b6':
      return `<div class="${hashed(isOurs ? 'seller-message-bubble' : 'buyer-message-bubble', knobs)} row ${side}"><div class="bubble">${inside}</div>${when}</div>`;
    case 'b2':
      return `<div class="${nameless(`row-${side}`, knobs)} row ${side}"><div class="${nameless('bubble', knobs)} bubble">${inside}</div>${when}</div>`;
    case 'b3':
      return `<div class="${nameless('row', knobs)} row start plainrow"><div class="sender">${escapeHtml(sender)}</div><div class="${nameless('bubble', knobs)} bubble wide">${inside}</div>${when}</div>`;
    case 'b4':
      return `<li role="listitem" class="${nameless('row', knobs)} row start plainrow" aria-label="${escapeHtml(sender)}"><div class="bubble wide">${inside}</div>${when}</li>`;
    case 'b5':
      return `<x-frame class="${nameless(`row-${side}`, knobs)} row ${side}"><div class="bubble">${inside}</div>${when}</x-frame>`;
  }
}
