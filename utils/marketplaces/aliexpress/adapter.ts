import { brandAs } from '../../domain/ids';
import type { OrderFacts } from '../../domain/orders';
import type { FieldCandidates } from '../../domain/profiles/profile';
import { safely } from '../../page/candidates';
import { found, lacking, type Field } from '../../page/field';
import { isPageTranslated } from '../../page/page-translation';
import { queryValue } from '../../page/query-value';
import { blockAbove } from '../../page/text-box';
import { watchSent } from '../../page/watch-sent';
import { aliasesOf } from '../aliases-of';
import { unplaced } from '../bubble-places';
import type { MarketAdapter, Thread } from '../contract';
import { newestOf } from '../newest-of';
import { createHealthBook } from '../page-health';
import { findComposerBox, pageTookText, sendingOf } from './composer';
import { aliexpressDetector, isDisputePath } from './detect';
import { builtInFields, completeFields } from './fields';
import { urlOf, type ChatPage } from './page';
import { readBubbles, readFirstBubble, type PlacedBubble } from './read-bubbles';
import { readDispute, type Dispute } from './read-dispute';
import { readPanel, readSessionName, type BuyerPanel } from './read-buyer';
import { readShop } from './read-shop';
import { readPanelCountry, readPanelOrders } from './read-panel';

/**
 * After a switch between two buyers of the same name the panel may still be the previous one's for a moment, and the
 * names cannot tell; an unchanged panel is believed only after this time.
 */
const STALE_PANEL_MS = 8_000;

interface Seen {
  readonly conversation: string;
  readonly panel: string;
  readonly since: number;
}

/** Reads and describes the message centre of AliExpress; keeps only what tells a stale panel from a fresh one. */
export function createAliexpressAdapter(given: FieldCandidates = builtInFields): MarketAdapter {
  const fields = completeFields(given);
  const health = createHealthBook();
  let lastBubble: WeakRef<Element> | undefined;
  let seen: Seen | undefined;
  let dispute: { readonly id: string; readonly shown: string } | undefined;

  const pageOf = (doc: Document): ChatPage => {
    const box = findComposerBox(doc, fields);
    return { doc, fields, box: box.ok ? box.value : undefined };
  };

  /** The panel, if it belongs to the session that is open. */
  const agreedPanel = (page: ChatPage, session: Field<string>, first: PlacedBubble | undefined): Field<BuyerPanel> => {
    if (!session.ok) return session.problem.kind === 'disagree' ? session : lacking('missing', 'buyerName');
    const panel = readPanel(page, session.value);
    if (!panel.ok) return panel;
    if (panel.value.name !== session.value) return lacking('disagree', 'buyerName');
    const now: Seen = {
      conversation: `${session.value}|${first?.text ?? ''}|${first?.shownTime ?? ''}`,
      panel: panel.value.root.textContent ?? '',
      since: performance.now(),
    };
    const isSwitched = seen !== undefined && seen.conversation !== now.conversation;
    if (isSwitched && seen?.panel === now.panel) {
      if (now.since - seen.since < STALE_PANEL_MS) return lacking('disagree', 'buyerName');
    }
    if (!seen || isSwitched || seen.panel !== now.panel) seen = now;
    return panel;
  };

  const panelOf = (doc: Document): Field<BuyerPanel> => {
    const page = pageOf(doc);
    return agreedPanel(page, readSessionName(page), readFirstBubble(page));
  };

  /** The dispute on screen, unless the address has changed already and the page has not. */
  const agreedDispute = (page: ChatPage, url: URL): Field<Dispute> => {
    const read = readDispute(page, url);
    if (!read.ok) return read;
    const { id, orderId, bubbles } = read.value;
    const shown = [orderId, ...bubbles.flatMap(({ text, shownTime }) => [text, shownTime])].join('|');
    if (dispute && dispute.id !== id && dispute.shown === shown) return lacking('disagree', 'caseId');
    dispute = { id, shown };
    return read;
  };

  const readDisputeThread = (page: ChatPage, url: URL): Field<Thread> => {
    const read = health.note('bubbles', agreedDispute(page, url), 'required');
    if (!read.ok) return read;
    const { id, bubbles, orderId, buyerName } = read.value;
    const last = newestOf(bubbles);
    lastBubble = last && new WeakRef(last.element);
    health.note('orderId', orderId ? found(orderId) : lacking('missing', 'orderId'), 'optional');
    health.note('buyerName', buyerName ? found(buyerName) : lacking('missing', 'buyerName'), 'optional');
    const channel = queryValue(url, 'channelid') ?? url.hostname;
    return {
      ...read,
      value: {
        key: brandAs<'ThreadKey'>(`aliexpress:${channel}:dispute:${id}`),
        bubbles: bubbles.map(unplaced),
        caseId: id,
        ...(isPageTranslated(page.doc) && { isTranslated: true as const }),
        ...(orderId && { orderId }),
        ...(buyerName && { buyerName }),
      },
    };
  };

  const readOrder = (doc: Document): Field<OrderFacts> => {
    const url = urlOf(doc);
    if (isDisputePath(url)) {
      const read = agreedDispute(pageOf(doc), url);
      if (!read.ok) return read;
      const { orderId } = read.value;
      return orderId ? found({ orderId, items: [] }) : lacking('missing', 'order');
    }
    const panel = panelOf(doc);
    if (!panel.ok) return panel;
    const orders = readPanelOrders(panel.value, fields);
    if (!orders.ok) return orders;
    const country = readPanelCountry(panel.value, fields);
    return { ...orders, value: { ...orders.value[0]!, ...(country.ok && { country: country.value }) } };
  };

  const readThread = (doc: Document, url: URL): Field<Thread> => {
    const page = pageOf(doc);
    if (isDisputePath(url)) return readDisputeThread(page, url);
    const bubbles = readBubbles(page);
    const session = readSessionName(page);
    if (!bubbles.ok) {
      // Nothing is open until the agent chooses a session, which is no fault of the page.
      if (session.ok || page.box) health.note('bubbles', bubbles, 'required');
      return bubbles;
    }
    health.note('bubbles', bubbles, 'required');
    const panel = health.note('panel', agreedPanel(page, session, bubbles.value[0]), 'optional');
    const orders = panel.ok ? readPanelOrders(panel.value, fields) : panel;
    const orderId = orders.ok ? orders.value[0]?.orderId : undefined;
    const last = newestOf(bubbles.value);
    lastBubble = last && new WeakRef(last.element);
    const channel = queryValue(url, 'channelid') ?? url.hostname;
    // Without a name and without an order nothing tells this conversation from the next one.
    if (!session.ok && !orderId) return health.note('buyerName', session, 'required');
    health.note('buyerName', session, 'optional');
    const who = session.ok ? session.value : '-';
    return {
      ...bubbles,
      value: {
        key: brandAs<'ThreadKey'>(['aliexpress', channel, who, orderId].filter(Boolean).join(':')),
        bubbles: bubbles.value.map(unplaced),
        ...(orderId && { orderId }),
        ...(session.ok && { buyerName: session.value }),
        ...(isPageTranslated(doc) && { isTranslated: true as const }),
      },
    };
  };

  const bubblesOf = (doc: Document): Field<readonly PlacedBubble[]> => {
    const url = urlOf(doc);
    if (!isDisputePath(url)) return readBubbles(pageOf(doc));
    const read = readDispute(pageOf(doc), url);
    return read.ok ? { ...read, value: read.value.bubbles } : read;
  };

  return {
    ...aliexpressDetector,
    maxMessageLength: 2000,
    shop: (doc) => safely('shop', () => readShop(doc, fields)),
    readThread(doc, url) {
      health.reset();
      lastBubble = undefined;
      return safely('thread', () =>
        aliexpressDetector.pageKind(url, doc) === 'thread' ? readThread(doc, url) : lacking('missing', 'thread'),
      );
    },
    readOrder: (doc) =>
      health.note(
        'order',
        safely('order', () => readOrder(doc)),
        'optional',
      ),
    country: (doc) =>
      safely('country', () => {
        if (isDisputePath(urlOf(doc))) return lacking('missing', 'country');
        const panel = panelOf(doc);
        return panel.ok ? readPanelCountry(panel.value, fields) : panel;
      }),
    aliases: aliasesOf,
    findComposer(doc) {
      const box = safely('composer', () => findComposerBox(doc, fields));
      // The box of a dispute is in a dialog that the agent opens, and a closed dispute has none: no fault of the page.
      const isUnopened = !box.ok && box.problem.kind === 'missing' && isDisputePath(urlOf(doc));
      return health.note('composer', box, isUnopened ? 'optional' : 'required');
    },
    tookText: (_doc, box, text) => pageTookText(box, text),
    sending: (_doc, box) => sendingOf(box),
    slot: (name, doc) =>
      safely<Element>(name, () => {
        const box = findComposerBox(doc, fields);
        const bubble = lastBubbleOn(doc);
        if (name === 'bubble') return bubble;
        if (box.ok) return { ...box, value: blockAbove(box.value, bubble.ok ? bubble.value : undefined) };
        // Before its box is open a dispute has the bar above its steps: afloat it would lie on the page's own buttons.
        const steps = bubble.ok && isDisputePath(urlOf(doc)) ? bubble.value.closest('ul,ol') : null;
        return steps ? found(steps) : box;
      }),
    onSent: (doc, signal, sent) =>
      watchSent({
        doc,
        signal,
        conversation: () => {
          const url = urlOf(doc);
          if (isDisputePath(url)) return url.href;
          const name = readSessionName(pageOf(doc));
          return name.ok ? name.value : '';
        },
        composer: () => pageOf(doc).box,
        ownMessages: () => {
          const bubbles = bubblesOf(doc);
          const own = bubbles.ok ? bubbles.value.filter(({ side }) => side === 'seller') : [];
          return { count: own.length, last: own.at(-1)?.text ?? '' };
        },
        alerts: '',
        roots: () => [],
        onMessage: () => sent({ kind: 'message' }),
        onAlert: () => sent({ kind: 'message' }),
      }),
    health: () => health.list(),
  };

  function lastBubbleOn(doc: Document): Field<Element> {
    const known = lastBubble?.deref();
    if (known?.isConnected) return found(known);
    const bubbles = bubblesOf(doc);
    const last = bubbles.ok && newestOf(bubbles.value);
    return last && bubbles.ok ? { ...bubbles, value: last.element } : lacking('missing', 'bubble');
  }
}
