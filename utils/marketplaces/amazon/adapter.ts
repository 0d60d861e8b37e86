import { brandAs, type CountryCode, type OrderId } from '../../domain/ids';
import type { FieldCandidates } from '../../domain/profiles/profile';
import { readField, safely } from '../../page/candidates';
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
import { findComposerParts, pageTookText, sendingOf } from './composer';
import { amazonDetector } from './detect';
import { builtInFields, completeFields } from './fields';
import { sellerHost } from './hosts';
import { katalScope, nameOf, urlOf } from './page';
import { readBubbles, type PlacedBubble } from './read-bubbles';
import { createPaneMemory } from './pane-memory';
import { openCase, openThread, readName, threadOrder } from './read-case';
import { readBuyerLang, readContactName, readContactOrder, readReason } from './read-contact';
import { channelCountry, orderPane, paneText, readOrderFacts } from './read-order';
import { readShop } from './read-shop';

/** Reads and describes the pages of Seller Central; keeps only how the last read went and where the last bubble is. */
export function createAmazonAdapter(given: FieldCandidates = builtInFields): MarketAdapter {
  const fields = completeFields(given);
  const health = createHealthBook();
  let lastBubble: WeakRef<Element> | undefined;
  const pane = createPaneMemory();
  let isOrderStale = false;

  const bubblesIn = (doc: Document, thread: Element): Field<readonly PlacedBubble[]> => {
    const name = readName(thread, fields);
    const shop = readShop(doc, fields);
    return readBubbles(
      thread,
      {
        ...(name.ok && { buyer: name.value }),
        ...(shop.ok && shop.value.name && { shop: shop.value.name }),
      },
      fields,
    );
  };

  const bubblesOf = (doc: Document): Field<readonly PlacedBubble[]> => {
    const thread = openThread(doc, urlOf(doc), fields);
    return thread.ok ? bubblesIn(doc, thread.value) : thread;
  };

  const readInbox = (doc: Document, url: URL): Field<Thread> => {
    const container = openThread(doc, url, fields);
    const caseId = openCase(url, container);
    // Without a case in the address nothing is open, which is no fault of the page.
    if (container.ok || caseId) health.note('thread', container, 'required');
    if (!container.ok) return container;
    const bubbles = health.note('bubbles', bubblesIn(doc, container.value), 'required');
    if (!bubbles.ok) return bubbles;
    const shownOrder = threadOrder(doc, container.value, fields);
    const stale = pane.staleParts(caseId, {
      words: bubbles.value.at(-1)?.text ?? '',
      order: shownOrder.ok ? shownOrder.value : '',
    });
    if (stale.words) return health.note('thread', lacking('disagree', 'thread'), 'required');
    isOrderStale = stale.order;
    const orderId = health.note('orderId', isOrderStale ? lacking('disagree', 'orderId') : shownOrder, 'optional');
    const own = readName(container.value, fields);
    const sender = nameOf(bubbles.value.find(({ side, sender: name }) => side === 'buyer' && name)?.sender ?? '');
    const name = health.note('buyerName', own.ok || !sender ? own : found(sender, 0, 'semantic'), 'optional');
    const lang = readBuyerLang(doc, fields);
    const last = newestOf(bubbles.value);
    lastBubble = last && new WeakRef(last.element);
    const key = caseId
      ? `amazon:case:${caseId}`
      : orderId.ok
        ? `amazon:order:${orderId.value}`
        : `amazon:${url.pathname}`;
    return {
      ...bubbles,
      value: {
        key: brandAs<'ThreadKey'>(key),
        bubbles: bubbles.value.map(({ sender: _sender, ...bubble }) => unplaced(bubble)),
        ...(orderId.ok && { orderId: orderId.value }),
        ...(caseId && { caseId }),
        ...(name.ok && { buyerName: name.value }),
        ...(lang.ok && { buyerLang: lang.value }),
        ...(isPageTranslated(doc) && { isTranslated: true }),
      },
    };
  };

  const readContact = (doc: Document, url: URL): Field<Thread> => {
    const root = health.note(
      'contact',
      readField(katalScope(doc), { field: 'contact', candidates: fields.contactRoot, parse: (element) => element }),
      'required',
    );
    if (!root.ok) return root;
    const orderId = health.note('orderId', readContactOrder(root.value, url, fields), 'required');
    if (!orderId.ok) return orderId;
    const name = health.note('buyerName', readContactName(root.value, fields), 'optional');
    const lang = readBuyerLang(root.value, fields);
    const reason = readReason(root.value, fields);
    const buyerId = queryValue(url, 'buyerid');
    return {
      ...root,
      value: {
        key: brandAs<'ThreadKey'>(`amazon:contact:${orderId.value}`),
        bubbles: [],
        orderId: orderId.value,
        ...(buyerId && { buyerId }),
        ...(name.ok && { buyerName: name.value }),
        ...(lang.ok && { buyerLang: lang.value }),
        ...(reason.ok && { contactReason: reason.value }),
      },
    };
  };

  const orderIdOn = (doc: Document, url: URL): Field<OrderId> => {
    if (amazonDetector.pageKind(url, doc) === 'contact')
      return readContactOrder(doc.querySelector('#ayb-contact-buyer') ?? doc, url, fields);
    if (isOrderStale) return lacking('disagree', 'orderId');
    const thread = openThread(doc, url, fields);
    return thread.ok ? threadOrder(doc, thread.value, fields) : thread;
  };

  const readCountry = (doc: Document): Field<CountryCode> => {
    const url = urlOf(doc);
    const id = orderIdOn(doc, url);
    const pane = id.ok ? orderPane(doc, id.value, fields) : id;
    const channel = pane.ok ? channelCountry(paneText(pane.value)) : undefined;
    if (channel) return found(channel);
    const ofHost = sellerHost(url.hostname)?.country;
    return ofHost ? found(ofHost, 1, 'semantic') : lacking('missing', 'country');
  };

  return {
    ...amazonDetector,
    maxMessageLength: 4000,
    shop: (doc) => safely('shop', () => readShop(doc, fields)),
    readThread(doc, url) {
      health.reset();
      lastBubble = undefined;
      isOrderStale = false;
      return safely('thread', () => {
        const kind = amazonDetector.pageKind(url, doc);
        if (kind === 'contact') return readContact(doc, url);
        return kind === 'thread' ? readInbox(doc, url) : lacking('missing', 'thread');
      });
    },
    readOrder: (doc, url) =>
      health.note(
        'order',
        safely('order', () => {
          const id = orderIdOn(doc, url);
          return id.ok ? readOrderFacts(doc, id.value, fields) : lacking(id.problem.kind, 'order');
        }),
        'optional',
      ),
    country: (doc) => safely('country', () => readCountry(doc)),
    aliases: aliasesOf,
    findComposer: (doc) => {
      const parts = health.note(
        'composer',
        safely('composer', () => {
          const url = urlOf(doc);
          const isThread = amazonDetector.pageKind(url, doc) === 'thread';
          const thread = isThread ? openThread(doc, url, fields) : undefined;
          return thread && !thread.ok && thread.problem.kind === 'disagree'
            ? lacking('disagree', 'composer')
            : findComposerParts(doc, fields);
        }),
        'required',
      );
      return parts.ok ? { ...parts, value: parts.value.box } : parts;
    },
    tookText: (_doc, box, text) => pageTookText(box, text),
    sending: (_doc, box) => sendingOf(box),
    slot: (name, doc) =>
      safely<Element>(name, () => {
        const bubble = lastBubbleOn(doc);
        if (name === 'bubble') return bubble;
        const parts = findComposerParts(doc, fields);
        const beyond = bubble.ok ? bubble.value : undefined;
        return parts.ok ? { ...parts, value: blockAbove(parts.value.host, beyond) } : parts;
      }),
    onSent: (doc, signal, sent) => {
      const alertCss = fields.success.map(({ css }) => css).join(',');
      watchSent({
        doc,
        signal,
        conversation: () => queryValue(urlOf(doc), 'cc') ?? urlOf(doc).pathname,
        composer: () => {
          const parts = findComposerParts(doc, fields);
          return parts.ok ? parts.value.box : undefined;
        },
        ownMessages: () => {
          const bubbles = bubblesOf(doc);
          const own = bubbles.ok ? bubbles.value.filter(({ side }) => side === 'seller') : [];
          return { count: own.length, last: own.at(-1)?.text ?? '' };
        },
        alerts: alertCss,
        roots: () => {
          const bubbles = lastBubble?.deref()?.getRootNode();
          return bubbles ? [bubbles] : [];
        },
        onMessage: () => sent({ kind: 'message' }),
        onAlert: () => sent({ kind: 'message' }),
      });
    },
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
