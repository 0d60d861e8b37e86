import type { Bubble, FieldHealth, MarketAdapter, ShopHint, Thread } from '@/utils/marketplaces/contract';
import type { ThreadRequest } from '@/utils/app/api';
import { shareReads } from '@/utils/page/share-reads';
import type { CountryCode } from '@/utils/domain/ids';
import type { OrderFacts } from '@/utils/domain/orders';
import type { ComposerState } from '../model';

/** One reading of the page: the conversation on screen and where its answer goes. */
export interface Snapshot {
  readonly page: 'thread' | 'contact';
  readonly thread: Thread | null;
  readonly order: OrderFacts | null;
  readonly country: CountryCode | undefined;
  readonly shop: ShopHint;
  readonly composer: HTMLElement | null;
  readonly composerState: ComposerState;
  readonly fields: readonly FieldHealth[];
  /** Time this reading took, in ms. */
  readonly readMs: number;
}

/** Longest part of a buyer's message that is looked at, in UTF-16 units; nobody types more by hand. */
const MESSAGE_CAP = 20_000;
/** A chat buyer sends one thought in several bubbles; more than this is a history, not a question. */
const RUN_CAP = 6;

/**
 * How the page was read, without blaming it for what it does on purpose: it draws the box of a new message only after
 * a reason was chosen, and switches off the box of a conversation that is over. Both are said beside the cards.
 */
const fieldsOf = (adapter: MarketAdapter, kind: Snapshot['page'], composer: ComposerState): readonly FieldHealth[] =>
  adapter.health().flatMap((field): FieldHealth[] => {
    if (field.field !== 'composer' || field.state !== 'missing') return [field];
    if (composer === 'disabled') return [{ ...field, state: 'ok' }];
    return kind === 'contact' ? [] : [field];
  });

/** Reads the page once; null when there is nothing for Parley on it. */
export const takeSnapshot = (adapter: MarketAdapter, doc: Document, url: URL): Snapshot | null =>
  shareReads(() => {
    const startedAt = performance.now();
    const snapshot = readPage(adapter, doc, url);
    return snapshot && { ...snapshot, readMs: performance.now() - startedAt };
  });

function readPage(adapter: MarketAdapter, doc: Document, url: URL): Omit<Snapshot, 'readMs'> | null {
  const kind = adapter.pageKind(url, doc);
  if (kind !== 'thread' && kind !== 'contact') return null;
  const thread = adapter.readThread(doc, url);
  const order = adapter.readOrder(doc, url);
  const country = adapter.country(doc);
  const shop = adapter.shop(doc);
  const composer = adapter.findComposer(doc);
  const composerProblem = !composer.ok && composer.problem.kind === 'disabled' ? 'disabled' : 'missing';
  const composerState = composer.ok ? 'ready' : composerProblem;
  return {
    page: kind,
    thread: thread.ok ? thread.value : null,
    order: order.ok ? order.value : null,
    country: country.ok ? country.value : undefined,
    shop: shop.ok ? shop.value : {},
    composer: composer.ok ? composer.value : null,
    composerState,
    fields: fieldsOf(adapter, kind, composerState),
  };
}

/**
 * Whether a key names the conversation of an earlier one. Where the page has no id of its own, an adapter adds the order to the key once
 * it is on screen: the key grows, the conversation is the same. It never loses a part without being another.
 */
export const isSameThread = (earlier: string, now: string | undefined): boolean =>
  now !== undefined && (now === earlier || now.startsWith(`${earlier}:`));

/** The bubbles of the buyer's last words: those since our last message, or else the last ones of theirs. */
export function lastBuyerRun(thread: Thread): readonly Bubble[] {
  const last = thread.bubbles.findLastIndex(({ side, text }) => side === 'buyer' && text.trim() !== '');
  let first = Math.max(last, 0);
  while (first > 0 && last - first < RUN_CAP - 1 && thread.bubbles[first - 1]?.side === 'buyer') first -= 1;
  return thread.bubbles.slice(first, last + 1).filter(({ text }) => text.trim() !== '');
}

/** The same as one text. */
export function lastBuyerMessage(thread: Thread): { readonly text: string; readonly at?: string } | null {
  const run = lastBuyerRun(thread);
  if (run.length === 0) return null;
  const text = run.map((bubble) => bubble.text).join('\n');
  const at = run.at(-1)?.at;
  return { text: text.slice(0, MESSAGE_CAP), ...(at ? { at } : {}) };
}

/** The platform's own translation of the same words; only where it has one of all of them. */
export function shownTranslation(thread: Thread): { readonly text: string; readonly by: string } | null {
  const translated = lastBuyerRun(thread).map(({ platformTranslation }) => platformTranslation);
  const by = translated[0]?.by;
  const texts = translated.flatMap((one) => (one ? [one.text] : []));
  return by !== undefined && texts.length === translated.length
    ? { text: texts.join('\n').slice(0, MESSAGE_CAP), by }
    : null;
}

/** `reply` when the last word is the buyer's; a contact page is always a message of ours. */
export function directionOf(snapshot: Snapshot): 'reply' | 'proactive' {
  if (snapshot.page === 'contact') return 'proactive';
  const last = snapshot.thread?.bubbles.findLast(({ side }) => side !== 'note');
  return last?.side === 'buyer' ? 'reply' : 'proactive';
}

/** What the background is asked when this conversation comes on screen. */
export function requestOf(
  snapshot: Snapshot,
  thread: Thread,
  adapter: MarketAdapter,
  holds: ThreadRequest['holds'],
): ThreadRequest {
  return {
    page: snapshot.page,
    threadKey: thread.key,
    aliases: adapter.aliases(thread),
    shop: snapshot.shop,
    ...(thread.buyerName ? { buyerName: thread.buyerName } : {}),
    ...(thread.buyerLang ? { buyerLang: thread.buyerLang } : {}),
    ...(snapshot.country ? { country: snapshot.country } : {}),
    ...(thread.contactReason ? { contactReason: thread.contactReason } : {}),
    lastMessage: snapshot.page === 'contact' ? null : lastBuyerMessage(thread),
    ...(thread.isTranslated ? { isTranslated: true } : {}),
    direction: directionOf(snapshot),
    ownMessages: thread.bubbles.filter(({ side }) => side === 'seller').length,
    order: snapshot.order,
    holds,
  };
}

/** What a new request would say differently; equal signatures need no new round trip. */
export function signatureOf(snapshot: Snapshot): string {
  const { thread, order, country, shop, page } = snapshot;
  if (!thread) return `${page}:unread`;
  const { bubbles, ...identity } = thread;
  return JSON.stringify([
    page,
    identity,
    bubbles.length,
    lastBuyerMessage(thread),
    order && { ...order, readAt: '' },
    country,
    shop,
  ]);
}
