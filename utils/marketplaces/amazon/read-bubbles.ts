import { allBelow, findBlocks, layoutSide, wordsOf, type Block, type Markers } from '../../page/blocks';
import { readField } from '../../page/candidates';
import { found, lacking, type Field } from '../../page/field';
import { isTimeStamp } from '../../page/shown-date';
import { composedParent, isVisible } from '../../page/visible';
import type { Bubble } from '../contract';
import type { AmazonFields } from './fields';
import { BUYER_WORD, FROM_PHRASE, OWN_NAME } from './locale';
import { katalScope, pageLang } from './page';
import { CONTROL, readBubble, type BubbleText } from './read-bubble';

/** A bubble with the element it was read from. */
export interface PlacedBubble extends Bubble {
  readonly element: Element;
  /** Name on the bubble, where it has one. */
  readonly sender?: string;
}

/** Names that help to tell the sides apart. */
export interface KnownNames {
  readonly buyer?: string;
  readonly shop?: string;
}

const SELLER_WORDS = new Set(['seller', 'merchant', 'outgoing', 'sent', 'self', 'mine']);
const BUYER_WORDS = new Set(['buyer', 'customer', 'incoming', 'received']);
const NOTE_WORDS = new Set(['system', 'note', 'notice', 'notification', 'event', 'recalled', 'separator']);
const MAX_THREAD_ELEMENTS = 12_000;

type Side = Bubble['side'];

const sideInWords = (words: readonly string[]): Side | undefined => {
  if (words.some((word) => NOTE_WORDS.has(word))) return 'note';
  const isSeller = words.some((word) => SELLER_WORDS.has(word));
  const isBuyer = words.some((word) => BUYER_WORDS.has(word));
  return isSeller === isBuyer ? undefined : isSeller ? 'seller' : 'buyer';
};

/** Class words of the marker and of everything between it and its row; inner parts would say "sent at". */
function sideOfMarkup({ element, anchor }: Block): Side | undefined {
  if (element.getAttribute('role') === 'note' || element.getAttribute('role') === 'status') return 'note';
  if (anchor && anchor.localName !== 'time')
    for (let at: Element | null = anchor; at; at = composedParent(at)) {
      const side = sideInWords(wordsOf(at));
      if (side || at === element) return side;
    }
  const only = element.shadowRoot?.firstElementChild ?? element.firstElementChild;
  return sideInWords(wordsOf(element)) ?? (only ? sideInWords(wordsOf(only)) : undefined);
}

const nameInLabel = (label: string): string =>
  label
    .split(/[,،、|·]|\s[-–—]\s/)[0]!
    .replace(FROM_PHRASE, '')
    .trim();

function sideOfName(name: string, known: KnownNames): Side | undefined {
  if (name === '') return undefined;
  if (OWN_NAME.test(name) || (known.shop && name === known.shop)) return 'seller';
  if (BUYER_WORD.test(name) || name === known.buyer) return 'buyer';
  return undefined;
}

interface Voice {
  readonly side: Side;
  readonly sender?: string;
  readonly body: Omit<BubbleText, 'sender'>;
}

function voiceOf(block: Block, body: BubbleText, known: KnownNames): Voice {
  const label =
    (block.anchor?.localName === 'time' ? undefined : block.anchor)?.getAttribute('aria-label') ??
    block.element.getAttribute('aria-label');
  const [firstLine = '', ...otherLines] = body.text.split('\n');
  const leading = otherLines.length > 0 && sideOfName(firstLine.trim(), known) ? firstLine.trim() : undefined;
  const sender = body.sender ?? (label ? nameInLabel(label) : undefined) ?? leading;
  const { sender: _sender, ...said } = body;
  const text = leading && !body.sender ? { ...said, text: otherLines.join('\n').trim() } : said;
  const named = sender ? (sideOfName(sender, known) ?? 'buyer') : undefined;
  const byMarkup = sideOfMarkup(block);
  const side = byMarkup ?? named ?? sideOfLayout(block);
  return { side, body: text, ...(sender && side !== 'note' && { sender }) };
}

function sideOfLayout({ element, anchor }: Block): Side {
  if (!anchor) return 'note';
  const place = layoutSide(element);
  return place === 'end' ? 'seller' : place === 'start' ? 'buyer' : 'note';
}

const withoutSeparator = (text: string): string => text.replace(/\s*[·|•–—-]\s*$/, '');

/** What marks the messages: elements that say whose they are, or else their time stamps. */
function findMarkers(thread: Element, fields: AmazonFields): Field<Markers> {
  const scope = katalScope(thread.shadowRoot ?? thread);
  const marked = readField<Markers>(scope, {
    field: 'bubbles',
    candidates: fields.message,
    parse: (element) => ({ kind: 'message', elements: [element] }),
  });
  if (marked.ok) {
    const hits = scope.all(fields.message[marked.candidate]!.css);
    const outermost = hits.filter((hit) => !hits.some((other) => other !== hit && other.contains(hit)));
    return { ...marked, value: { ...marked.value, elements: outermost } };
  }
  const lang = pageLang(thread.ownerDocument);
  const stamps = allBelow(thread, MAX_THREAD_ELEMENTS).filter(
    (element) =>
      element.childElementCount === 0 &&
      (element.matches('time[datetime]') || isTimeStamp((element.textContent ?? '').trim(), lang)) &&
      !element.closest('header,h1,h2,h3,[class*="status"]') &&
      isVisible(element),
  );
  return stamps.length > 0
    ? found({ kind: 'stamp', elements: stamps }, fields.message.length, 'semantic')
    : lacking('missing', 'bubbles');
}

const MAX_SENDER = 80;

/** The buyer's name where each message has a line above it that says who writes: the one that is not ours. */
function nameAbove(said: readonly BubbleText[]): string | undefined {
  const lines = said.flatMap(({ text, sender }) =>
    !sender && text.includes('\n') ? [text.split('\n')[0]!.trim()] : [],
  );
  if (lines.length < 2 || lines.length < said.length / 2) return undefined;
  const hasOwn = lines.some((line) => OWN_NAME.test(line));
  const others = lines.filter((line) => !OWN_NAME.test(line));
  const [name] = others;
  const isOne = name !== undefined && name !== '' && name.length <= MAX_SENDER && others.every((line) => line === name);
  return isOne && (hasOwn || others.length > 2) ? name : undefined;
}

/** Reads all bubbles of the open conversation in page order. */
export function readBubbles(thread: Element, known: KnownNames, fields: AmazonFields): Field<readonly PlacedBubble[]> {
  const markers = findMarkers(thread, fields);
  if (!markers.ok) return markers;
  const shown = findBlocks(markers.value, thread)
    .filter(({ element }) => isVisible(element) && !element.matches(CONTROL))
    .map((block) => ({ block, said: readBubble(block.element) }));
  const buyer = known.buyer ?? nameAbove(shown.map(({ said }) => said));
  const names = buyer === undefined ? known : { ...known, buyer };
  const bubbles = shown.flatMap(({ block, said }): readonly PlacedBubble[] => {
    const { side, sender, body } = voiceOf(block, said, names);
    const text = side === 'note' ? withoutSeparator(body.text) : body.text;
    if (text === '' && !block.anchor) return [];
    return [{ ...body, element: block.element, side, text, ...(sender && { sender }) }];
  });
  return bubbles.length > 0 ? { ...markers, value: bubbles } : lacking('missing', 'bubbles');
}
