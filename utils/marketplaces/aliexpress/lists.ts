import type { FieldCandidates } from '../../domain/profiles/profile';
import { safely } from '../../page/candidates';
import { found, lacking } from '../../page/field';
import type { MarketLists } from '../contract';
import { createHealthBook } from '../page-health';
import { aliexpressDetector, isDisputePath } from './detect';
import { builtInFields, completeFields } from './fields';
import { readEventList } from './read-events';
import { readOrderPage } from './read-order-page';
import { readOrderList } from './read-orders';
import { readOrderRows, readSessionRows } from './read-rows';
import { readShop } from './read-shop';

/** Reads the lists of AliExpress: orders, disputes, reviews, and the sessions of the message centre. */
export function createAliexpressLists(given: FieldCandidates = builtInFields): MarketLists {
  const fields = completeFields(given);
  const health = createHealthBook();
  return {
    ...aliexpressDetector,
    shop: (doc) => safely('shop', () => readShop(doc, fields)),
    readOrders(doc, url) {
      health.reset();
      return safely('orders', () => {
        const kind = aliexpressDetector.pageKind(url, doc);
        if (kind === 'order') return health.note('orders', readOrderPage({ doc, url, fields }, health), 'required');
        if (kind !== 'orders') return lacking('missing', 'orders');
        const orders = readOrderList(doc, fields, health);
        return orders.ok || isListThere(doc) ? health.note('orders', orders, 'required') : orders;
      });
    },
    readEvents: (doc, url) =>
      safely('events', () => {
        if (aliexpressDetector.pageKind(url, doc) !== 'events') return lacking('missing', 'events');
        const kind = isDisputePath(url) ? 'disputes' : 'feedback';
        const events = readEventList({ doc, fields, kind }, health);
        return events.ok || isListThere(doc) ? health.note('events', events, 'required') : events;
      }),
    // AliExpress has no page on which a seller asks for a review.
    readReviewRequest: () => lacking('missing', 'reviewRequest'),
    readRows: (doc, url, now) =>
      safely('rows', () => {
        const kind = aliexpressDetector.pageKind(url, doc);
        if (kind === 'thread') return isDisputePath(url) ? found([]) : readSessionRows(doc, fields, now);
        return kind === 'orders' || kind === 'events' ? readOrderRows(doc, fields) : found([]);
      }),
    health: () => health.list(),
  };
}

/** Whether rows are on screen: an empty list has none, and one that is still loading has none yet; neither is a fault. */
const isListThere = (doc: Document): boolean =>
  [...doc.querySelectorAll('tbody tr,[role="row"]')].some(
    (row) => row.childElementCount >= 3 && (row.textContent ?? '').trim() !== '',
  );
