import { brandAs, type OrderId, type ThreadKey } from '../domain/ids';
import type { OrderFacts } from '../domain/orders';
import { matchesPage, placeOf } from '../domain/profiles/page-path';
import type { TaughtPage } from '../domain/profiles/profile';
import { safely } from '../page/candidates';
import { found, lacking, type Field } from '../page/field';
import { ownUrl } from '../page/own-url';
import { isPageTranslated } from '../page/page-translation';
import { sendingNear } from '../page/send-controls';
import { showsSignIn } from '../page/sign-in';
import { blockAbove } from '../page/text-box';
import { watchSent } from '../page/watch-sent';
import { aliasesOf } from './aliases-of';
import { unplaced } from './bubble-places';
import type { MarketAdapter, PageKind, Thread } from './contract';
import { newestOf } from './newest-of';
import { createHealthBook } from './page-health';
import { readTaughtBubbles, type PlacedBubble } from './taught-bubbles';
import { counterTook, findTaughtBox, isBoxAlone, readTaughtValue } from './taught-fields';
import { createSwitchBook } from './taught-switch';
import { agreeWithAddress, buyerNameOf, conversationIn, orderIdOf } from './taught-values';

const DIALOG = 'dialog,[role="dialog"],[role="alertdialog"],[aria-modal="true"]';

/** What a taught page is read with. */
export interface TaughtOptions {
  /** Ends everything the adapter listens to. */
  readonly signal?: AbortSignal;
  /** Whether another assistant serves the page: two bars in one conversation would only confuse. */
  readonly isServed?: (url: URL, doc: Document) => boolean;
}

const urlOf = (doc: Document): URL => ownUrl(new URL(doc.defaultView?.location.href ?? doc.URL), doc);

/**
 * Reads a page that somebody has shown to Parley: on hosts no adapter knows, and on pages of a known marketplace that its
 * own adapter leaves alone. Keeps only how the last read went, and what tells a stale value from a fresh one.
 */
export function createTaughtAdapter(page: TaughtPage, { signal, isServed }: TaughtOptions = {}): MarketAdapter {
  const health = createHealthBook();
  const { marketplace: id } = page;
  let lastBubble: WeakRef<Element> | undefined;
  let shownId: OrderId | undefined;
  const book = createSwitchBook(signal);

  const keyOf = (...ids: readonly string[]): ThreadKey => brandAs<'ThreadKey'>([id, page.host, ...ids].join(':'));
  const boxKeys = new WeakMap<Element, string>();
  /** A name for the box that no other box ever has, not even after a load: what is written in it belongs to nobody else. */
  const keyOfBox = (box: Element): string => {
    const known = boxKeys.get(box) ?? `box-${crypto.randomUUID()}`;
    boxKeys.set(box, known);
    return known;
  };
  const pageKind = (address: URL, doc: Document): PageKind => {
    const url = ownUrl(address, doc);
    if (!matchesPage(page, url) || isServed?.(url, doc)) return 'none';
    return showsSignIn(doc) ? 'blocked' : 'thread';
  };
  const isHere = (doc: Document): boolean => pageKind(urlOf(doc), doc) === 'thread';
  const boxOf = (doc: Document): HTMLElement | undefined => {
    const box = findTaughtBox(doc, page);
    return box.ok ? box.value : undefined;
  };
  const shownOrder = (doc: Document, url: URL, box: Element | undefined): Field<OrderId> => {
    const shown = readTaughtValue(doc, { page, field: 'orderId', box }, orderIdOf);
    return shown.ok ? agreeWithAddress(shown.value, url) : shown;
  };

  const bubblesOn = (doc: Document, orderId: string | undefined): Field<readonly PlacedBubble[]> =>
    readTaughtBubbles(doc, { page, orderId });

  const readThread = (doc: Document, url: URL): Field<Thread> => {
    const box = boxOf(doc);
    const orderRead = shownOrder(doc, url, box);
    const nameRead = readTaughtValue(doc, { page, field: 'buyerName', box }, buyerNameOf);
    shownId = orderRead.ok ? orderRead.value : undefined;
    const bubbles = bubblesOn(doc, shownId);
    const said = bubbles.ok ? bubbles.value : [];
    const inAddress = conversationIn(url);
    book.note({
      address: [placeOf(url).path, ...inAddress].join(' '),
      texts: said.map(({ text }) => text),
      orderId: shownId,
      buyerName: nameRead.ok ? nameRead.value : undefined,
    });
    const orderId = book.believe(orderRead, 'orderId');
    const name = book.believe(nameRead, 'buyerName');
    if (page.fields.message) health.note('bubbles', bubbles, 'required');
    if (page.fields.orderId) health.note('orderId', orderId, inAddress.length > 0 ? 'optional' : 'required');
    if (page.fields.buyerName) health.note('buyerName', name, 'optional');
    // A number that contradicts the address leaves open whose conversation this is.
    if (!orderRead.ok && orderRead.problem.kind === 'disagree') return orderRead;
    if (page.fields.message && !bubbles.ok) return bubbles;
    const ids = [...new Set([...inAddress, ...(orderId.ok ? [orderId.value] : [])])];
    if (ids.length === 0 && isBoxAlone(page) && box)
      return found({ key: keyOf(keyOfBox(box)), bubbles: [] }, 0, 'taught');
    if (ids.length === 0) return orderId.ok ? lacking('missing', 'thread') : orderId;
    const last = newestOf(said);
    lastBubble = last && new WeakRef(last.element);
    return found(
      {
        // Addresses may name nothing but the mailbox: only an order tells conversations apart for sure.
        key: keyOf(...ids, ...(orderId.ok ? [] : [book.epoch])),
        bubbles: said.map(unplaced),
        ...(orderId.ok && { orderId: orderId.value }),
        ...(name.ok && { buyerName: name.value }),
        ...(isPageTranslated(doc) && { isTranslated: true as const }),
      },
      0,
      'taught',
    );
  };

  const currentOrder = (doc: Document, url: URL): Field<OrderId> =>
    book.believe(shownOrder(doc, url, boxOf(doc)), 'orderId');

  return {
    id,
    pageKind,
    // The pages of unknown marketplaces set limits of their own; the field's `maxlength` counts as well.
    maxMessageLength: 4_000,
    shop: () => lacking('missing', 'shop'),
    readThread(doc, url) {
      health.reset();
      lastBubble = undefined;
      return safely('thread', () =>
        pageKind(url, doc) === 'thread' ? readThread(doc, ownUrl(url, doc)) : lacking('missing', 'thread'),
      );
    },
    readOrder: (doc, url) =>
      safely<OrderFacts>('order', () => {
        const order = isHere(doc) ? currentOrder(doc, ownUrl(url, doc)) : lacking('missing', 'order');
        return order.ok ? { ...order, value: { orderId: order.value, items: [] } } : order;
      }),
    country: () => lacking('missing', 'country'),
    aliases: aliasesOf,
    findComposer: (doc) =>
      health.note(
        'composer',
        safely('composer', () => (isHere(doc) ? findTaughtBox(doc, page) : lacking('missing', 'composer'))),
        'required',
      ),
    tookText: (_doc, box, text) => counterTook(box, text),
    sending: (_doc, box) => sendingNear(box),
    slot: (name, doc) =>
      safely<Element>(name, () => {
        const bubble = lastBubble?.deref();
        const shown = bubble?.isConnected ? found(bubble) : lacking('missing', 'bubble');
        if (name === 'bubble') return shown;
        const box = findTaughtBox(doc, page);
        const host = box.ok ? topHost(box.value) : undefined;
        // A dialog lies over the page: beside it nothing of ours could be reached.
        const beyond = host?.closest(DIALOG) ?? (shown.ok ? shown.value : undefined);
        return box.ok && host ? { ...box, value: blockAbove(host, beyond) } : box;
      }),
    onSent: (doc, signal, sent) => {
      const own = (): readonly PlacedBubble[] => {
        const bubbles = isHere(doc) ? bubblesOn(doc, shownId) : lacking('missing', 'bubbles');
        return bubbles.ok ? bubbles.value.filter(({ side }) => side === 'seller') : [];
      };
      watchSent({
        doc,
        signal,
        conversation: () => conversationIn(urlOf(doc)).join(' '),
        composer: () => (isHere(doc) ? boxOf(doc) : undefined),
        ownMessages: () => {
          const messages = own();
          return { count: messages.length, last: messages.at(-1)?.text ?? '' };
        },
        alerts: '',
        roots: () => {
          const root = lastBubble?.deref()?.getRootNode();
          return root ? [root] : [];
        },
        onMessage: () => sent({ kind: 'message' }),
        onAlert: () => sent({ kind: 'message' }),
      });
    },
    health: () => health.list(),
  };
}

/** The element in the light DOM whose shadow roots hold the box: the bar stands in the page's own flow. */
function topHost(box: Element): Element {
  let host = box;
  for (let root = host.getRootNode(); 'host' in root; root = host.getRootNode()) host = (root as ShadowRoot).host;
  return host;
}
