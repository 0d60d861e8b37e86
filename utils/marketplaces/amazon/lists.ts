import type { FieldCandidates } from '../../domain/profiles/profile';
import { safely } from '../../page/candidates';
import { found, lacking, type Field } from '../../page/field';
import { ownUrl } from '../../page/own-url';
import { onceInReading } from '../../page/share-reads';
import type { ListRow, MarketLists, PageKind } from '../contract';
import { createHealthBook } from '../page-health';
import { amazonDetector } from './detect';
import { builtInFields, completeFields } from './fields';
import { readEventPage } from './read-events';
import { readOrderRows, toListRow, type PlacedOrder } from './read-order-list';
import { readOrderPage } from './read-order-page';
import { createRefusals, readReviewRequest } from './read-review-request';
import { readShop } from './read-shop';
import { readThreadRows } from './read-thread-rows';
import type { ListPage } from './record';

/** Reads the pages of Seller Central beside the conversation; keeps how the last read went, and since when a page refuses. */
export function createAmazonLists(given: FieldCandidates = builtInFields): MarketLists {
  const fields = completeFields(given);
  const health = createHealthBook();
  const refusals = createRefusals();
  const pageOf = (doc: Document, url: URL): ListPage & { readonly kind: PageKind } => ({
    doc,
    url: ownUrl(url, doc),
    fields,
    kind: amazonDetector.pageKind(url, doc),
  });
  /** The rows of a list serve both the orders and the badges. */
  const orderRows = (page: ListPage): Field<readonly PlacedOrder[]> =>
    onceInReading(page.doc, 'order rows', () => readOrderRows(page, health));

  return {
    ...amazonDetector,
    shop: (doc) => safely('shop', () => readShop(doc, fields)),
    readOrders(doc, url) {
      health.reset();
      return safely('orders', () => {
        const page = pageOf(doc, url);
        if (page.kind === 'order') return readOrderPage(page, health);
        if (page.kind !== 'orders') return found([]);
        const rows = orderRows(page);
        return rows.ok ? { ...rows, value: rows.value.map(({ order }) => order) } : rows;
      });
    },
    readEvents: (doc, url) =>
      safely('events', () => {
        const page = pageOf(doc, url);
        return page.kind === 'events' ? readEventPage(page, health) : found([]);
      }),
    readReviewRequest: (doc, url) =>
      safely('reviewRequest', () => {
        const page = pageOf(doc, url);
        if (page.kind !== 'review-request') return lacking('missing', 'reviewRequest');
        const read = readReviewRequest(page, refusals, performance.now());
        // A page that still makes up its mind is looked at again.
        const isLoading = read.ok && read.value.state === 'loading';
        health.note('reviewRequest', isLoading ? lacking('missing', 'reviewRequest') : read, 'required');
        return read;
      }),
    readRows: (doc, url) =>
      safely<readonly ListRow[]>('rows', () => {
        const page = pageOf(doc, url);
        if (page.kind === 'thread') return readThreadRows(page);
        if (page.kind !== 'orders') return found([]);
        const rows = orderRows(page);
        return rows.ok ? { ...rows, value: rows.value.map(toListRow) } : rows;
      }),
    health: () => health.list(),
  };
}
