import type { Span } from '../../text/span';
import { all } from './contacts';

/** Patterns over the original text: what a message must not look like. */

const TAGS =
  'a|b|br|big|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|s|small|span|strong|style|script|sub|sup|table|tbody|td|th|tr|u|ul|html|body|head|meta|iframe|video|form|input|button';
const HTML = new RegExp(`</?(?:${TAGS})(?:\\s[^<>]{0,300})?/?>`, 'gi');

/** HTML tags. */
export const findHtml = (text: string): Span[] => (text.includes('<') ? all(text, HTML) : []);

// What templates in the wild call their slots, in the languages agents write them in.
const SLOT_WORD =
  /name|order|product|item|date|link|url|number|tracking|amount|insert|your|buyer|customer|store|shop|nombre|pedido|producto|fecha|cliente|n\u00famero|bestell|produkt|datum|artikel|kunde|nummer|commande|pr\u00e9nom|ordine|prodotto|\u59d3\u540d|\u540d\u5b57|\u8ba2\u5355|\u5355\u53f7|\u4ea7\u54c1|\u5546\u54c1|\u5ba2\u6237|\u4e70\u5bb6|\u65e5\u671f|\u94fe\u63a5|\u91d1\u989d|\u5e97\u94fa|\u6ce8\u6587|\u6c0f\u540d|\u304a\u540d\u524d/i;
const PLACEHOLDERS = [
  /\u27e6[^\u27e7\n]{0,120}\u27e7/g,
  /\$?\{\{?[^{}\n]{1,80}\}?\}/g,
  /%[A-Z][A-Z0-9_]{1,30}%|(?<![\w%])%[sd](?!\w)/g,
  /(?<![A-Za-z0-9])(?:X{2,10}|x{4,20})(?![A-Za-z0-9])/g,
  /_{3,40}/g,
];
const BRACKETED = /[[\uff3b\u3010]([^\]\uff3d\u3011[\n]{2,40})[\]\uff3d\u3011]/g;
const ANGLED = /<([\p{L}_][\p{L}\p{N}_ -]{1,40})>/gu;
// Amazon's marks for mail a buyer cannot opt out of; a tag, not a slot.
const IMPORTANT = /^(?:important|wichtig|importante|\u91cd\u8981)$/i;

/** Slots nobody filled: `{{name}}`, `[Order Number]`, `XXX`, `<name>`, `%s`, and our own open values. */
export function findPlaceholders(text: string): Span[] {
  const spans = PLACEHOLDERS.flatMap((pattern) => all(text, pattern));
  for (const found of text.matchAll(BRACKETED)) {
    const inside = (found[1] ?? '').trim();
    const isCapitalised = /^[A-Z][A-Za-z_ ']+$/.test(inside);
    if (!IMPORTANT.test(inside) && (isCapitalised || SLOT_WORD.test(inside))) spans.push(spanOf(found));
  }
  for (const found of text.matchAll(ANGLED)) {
    if (!new RegExp(HTML.source, 'i').test(found[0])) spans.push(spanOf(found));
  }
  return spans;
}

const spanOf = (found: RegExpExecArray): Span => ({ start: found.index, end: found.index + found[0].length });

// Characters shown as pictures by default, or asked to be by U+FE0F; check marks and bullets are text.
const ONE_EMOJI =
  '(?:\\p{Regional_Indicator}{2}|[0-9#*]\\ufe0f?\\u20e3|(?:\\p{Emoji_Presentation}|\\p{Extended_Pictographic}\\ufe0f|[\\u2763\\u2764\\u2639\\u263a\\u2665])[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*(?:\\u200d\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*)*)';
const EMOJI = new RegExp(`${ONE_EMOJI}(?: ?${ONE_EMOJI})*`, 'gu');
const NOT_EMOJI = /^[\u00a9\u00ae\u2122\u203c\u2049\u2194-\u21aa\u25aa-\u25fe\u2713\u2714\u2022]\ufe0f?$/u;

/** Emoji, a run of them being one place. */
export const findEmoji = (text: string): Span[] =>
  // Almost every message is free of them, and this test is far cheaper than the pattern.
  /[\u203c-\u3299\ud83c-\ud83e]|\u20e3/.test(text)
    ? all(text, EMOJI).filter((span) => !NOT_EMOJI.test(text.slice(span.start, span.end)))
    : [];

/** Three or more line breaks in a row. */
export const findLineBreaks = (text: string): Span[] => all(text, /\n(?:[ \t\r]{0,80}\n){2,}/g);
