import { brandAs, type CountryCode, type OrderId } from '../../domain/ids';
import { readField, safely } from '../../page/candidates';
import { found, lacking, type Field } from '../../page/field';
import { queryValue } from '../../page/query-value';
import { blockAbove } from '../../page/text-box';
import { watchSent } from '../../page/watch-sent';
import { aliasesOf } from '../aliases-of';
import type { MarketAdapter, ShopHint, Thread } from '../contract';
import { newestOf } from '../newest-of';
import { createHealthBook } from '../page-health';
import { findComposerParts, pageTookText } from './composer';
import { amazonDetector } from './detect';
import { sellerHost } from './hosts';
import { katalScope, katalText, ORDER_ID, urlOf } from './page';
import { readBubbles, type PlacedBubble } from './read-bubbles';
import { readBuyerLang, readContactName, readContactOrder, readReason } from './read-contact';
import { channelCountry, orderLinks, orderPane, paneText, readOrderFacts } from './read-order';
import { selectors } from './selectors';

const MAX_NAME = 80;
const asName = (element: Element): string | undefined => {
  const name = katalText(element);
  return name !== '' && name.length <= MAX_NAME && !name.includes('\n') ? name : undefined;
};

const readShop = (doc: Document): Field<ShopHint> => {
  const scope = katalScope(doc);
  const id = readField(scope, {
    field: 'shop',
    candidates: selectors.accountId,
    parse: (element) =>
      ['data-merchant-id', 'data-merchant-token', 'data-seller-id']
        .map((name) => element.getAttribute(name))
        .find(Boolean) ?? undefined,
  });
  const name = readField(scope, { field: 'shop', candidates: selectors.accountName, parse: asName });
  const hint: ShopHint = { ...(id.ok && { accountId: id.value }), ...(name.ok && { name: name.value }) };
  const read = id.ok ? id : name;
  return read.ok ? { ...read, value: hint } : read;
};

/** The order the conversation is about: linked in its pane, or named in the heading of the thread. */
const threadOrder = (doc: Document, thread: Element): Field<OrderId> => {
  const [link] = orderLinks(doc);
  if (link) return found(link.id, link.candidate, selectors.orderLink[link.candidate]!.kind);
  const heading = readField(katalScope(thread), {
    field: 'orderId',
    candidates: [{ css: 'h1,h2,h3,header', seen: '2026-11', page: 'inbox', kind: 'semantic' }],
    parse: (element) => ORDER_ID.exec(katalText(element))?.[0],
  });
  return heading.ok ? { ...heading, value: brandAs<'OrderId'>(heading.value) } : lacking('missing', 'orderId');
};

const findThread = (doc: Document): Field<Element> =>
  readField(katalScope(doc), { field: 'thread', candidates: selectors.thread, parse: (element) => element });

const readName = (thread: Element): Field<string> =>
  readField(katalScope(thread), {
    field: 'buyerName',
    candidates: selectors.buyerName,
    parse: (element) => (element.childElementCount === 0 ? asName(element) : undefined),
  });

/** Reads and describes the pages of Seller Central; keeps only how the last read went and where the last bubble is. */
export function createAmazonAdapter(): MarketAdapter {
  const health = createHealthBook();
  let lastBubble: WeakRef<Element> | undefined;

  const bubblesIn = (doc: Document, thread: Element): Field<readonly PlacedBubble[]> => {
    const name = readName(thread);
    const shop = readShop(doc);
    return readBubbles(thread, {
      ...(name.ok && { buyer: name.value }),
      ...(shop.ok && shop.value.name && { shop: shop.value.name }),
    });
  };

  const bubblesOf = (doc: Document): Field<readonly PlacedBubble[]> => {
    const thread = findThread(doc);
    return thread.ok ? bubblesIn(doc, thread.value) : thread;
  };

  const readInbox = (doc: Document, url: URL): Field<Thread> => {
    const container = findThread(doc);
    const caseId = queryValue(url, 'cc');
    if (!container.ok) {
      // Without a case in the address nothing is open, which is no fault of the page.
      if (caseId) health.note('thread', container, 'required');
      return container;
    }
    health.note('thread', container, 'required');
    const bubbles = health.note('bubbles', bubblesIn(doc, container.value), 'required');
    if (!bubbles.ok) return bubbles;
    const orderId = health.note('orderId', threadOrder(doc, container.value), 'optional');
    const own = readName(container.value);
    const sender = bubbles.value.find(({ side, sender: name }) => side === 'buyer' && name)?.sender;
    const name = health.note('buyerName', own.ok || !sender ? own : found(sender, 0, 'semantic'), 'optional');
    const lang = readBuyerLang(doc);
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
        bubbles: bubbles.value.map(({ element: _element, sender: _sender, ...bubble }) => bubble),
        ...(orderId.ok && { orderId: orderId.value }),
        ...(caseId && { caseId }),
        ...(name.ok && { buyerName: name.value }),
        ...(lang.ok && { buyerLang: lang.value }),
      },
    };
  };

  const readContact = (doc: Document, url: URL): Field<Thread> => {
    const root = health.note(
      'contact',
      readField(katalScope(doc), { field: 'contact', candidates: selectors.contactRoot, parse: (element) => element }),
      'required',
    );
    if (!root.ok) return root;
    const orderId = health.note('orderId', readContactOrder(root.value, url), 'required');
    if (!orderId.ok) return orderId;
    const name = health.note('buyerName', readContactName(root.value), 'optional');
    const lang = readBuyerLang(root.value);
    const reason = readReason(root.value);
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
      return readContactOrder(doc.querySelector('#ayb-contact-buyer') ?? doc, url);
    const thread = findThread(doc);
    return thread.ok ? threadOrder(doc, thread.value) : thread;
  };

  const readCountry = (doc: Document): Field<CountryCode> => {
    const url = urlOf(doc);
    const id = orderIdOn(doc, url);
    const pane = id.ok ? orderPane(doc, id.value) : id;
    const channel = pane.ok ? channelCountry(paneText(pane.value)) : undefined;
    if (channel) return found(channel);
    const ofHost = sellerHost(url.hostname)?.country;
    return ofHost ? found(ofHost, 1, 'semantic') : lacking('missing', 'country');
  };

  return {
    ...amazonDetector,
    maxMessageLength: 4000,
    shop: (doc) => safely('shop', () => readShop(doc)),
    readThread(doc, url) {
      health.reset();
      lastBubble = undefined;
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
          return id.ok ? readOrderFacts(doc, id.value) : lacking(id.problem.kind, 'order');
        }),
        'optional',
      ),
    country: (doc) => safely('country', () => readCountry(doc)),
    aliases: aliasesOf,
    findComposer: (doc) => {
      const parts = health.note(
        'composer',
        safely('composer', () => findComposerParts(doc)),
        'required',
      );
      return parts.ok ? { ...parts, value: parts.value.box } : parts;
    },
    tookText: (_doc, box, text) => pageTookText(box, text),
    slot: (name, doc) =>
      safely<Element>(name, () => {
        const bubble = lastBubbleOn(doc);
        if (name === 'bubble') return bubble;
        const parts = findComposerParts(doc);
        const beyond = bubble.ok ? bubble.value : undefined;
        return parts.ok ? { ...parts, value: blockAbove(parts.value.host, beyond) } : parts;
      }),
    onSent: (doc, signal, sent) => {
      const alertCss = [...selectors.success, ...selectors.reviewSent].map(({ css }) => css).join(',');
      watchSent({
        doc,
        signal,
        conversation: () => queryValue(urlOf(doc), 'cc') ?? urlOf(doc).pathname,
        composer: () => {
          const parts = findComposerParts(doc);
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
        onAlert: (alert) => sent({ kind: alert.closest('#ayb-reviews') ? 'review-request' : 'message' }),
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
