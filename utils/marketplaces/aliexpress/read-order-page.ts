import { brandAs } from '../../domain/ids';
import type { OrderSeen } from '../../domain/orders';
import { countryNamed } from '../../page/country-name';
import { found, lacking, type Field } from '../../page/field';
import { queryValue } from '../../page/query-value';
import { isVisible } from '../../page/visible';
import type { HealthBook } from '../page-health';
import type { AliexpressFields } from './fields';
import { BUYER_LABEL, ORDER_LABEL } from './locale';
import { CARRIER_LABEL, COUNTRY_LABEL, TRACKING_LABEL } from './locale-lists';
import { ORDER_ID, pageLang, textIn } from './page';
import { labelledValues, textElements } from './read-labelled';
import { nameOf, pageAsRecord } from './read-record';
import { noteParts, readRecord } from './read-orders';

const MAX_LEAVES = 4_000;
const MAX_CARRIER = 60;
const TRACKING = /(?<![A-Z0-9])(?:[A-Z]{2}\d{9}[A-Z]{2}|[A-Z]{2,4}\d{8,20}(?:[A-Z]{2})?|\d{12,22})(?![A-Z0-9])/;

/** Order numbers that the page shows as such: behind their label, or where the page marks them. */
function shownIds(leaves: readonly Element[], fields: AliexpressFields): ReadonlySet<string> {
  const labelled = labelledValues(leaves, ORDER_LABEL).filter((text) => ORDER_ID.test(text));
  const marks = fields.orderNumber.map(({ css }) => css).join(',');
  const marked = leaves.filter((leaf) => leaf.matches(marks) && ORDER_ID.test(textIn(leaf))).map(textIn);
  return new Set([...labelled, ...marked]);
}

/** Parcel and carrier, which come later than the rest and only by their labels. */
function parcelIn(leaves: readonly Element[]): Pick<OrderSeen, 'tracking' | 'carrier'> {
  const tracking = labelledValues(leaves, TRACKING_LABEL)
    .map((text) => TRACKING.exec(text)?.[0])
    .find((number) => number !== undefined);
  const carrier = labelledValues(leaves, CARRIER_LABEL).find(
    (text) => text.length <= MAX_CARRIER && !text.includes('*') && !TRACKING.test(text),
  );
  return { ...(carrier && tracking && { carrier }), ...(tracking && { tracking }) };
}

/**
 * Reads the page of one order. The number in the address and the one on the page must be the same: after a change of
 * page the old order stays on screen for a while. Of the address block nothing is read but a line of its own that says
 * the country and is not masked.
 */
export function readOrderPage(
  page: { readonly doc: Document; readonly url: URL; readonly fields: AliexpressFields },
  health: HealthBook,
): Field<readonly OrderSeen[]> {
  const { doc, url, fields } = page;
  const wanted = queryValue(url, 'orderId') ?? queryValue(url, 'tradeOrderId');
  const root = doc.querySelector('main') ?? doc.body;
  const leaves = textElements(root, MAX_LEAVES).filter(isVisible);
  const ids = shownIds(leaves, fields);
  const [first] = ids;
  if (!first) return lacking('missing', 'orderId');
  if (ids.size > 1 || (wanted !== undefined && wanted !== first)) return lacking('disagree', 'orderId');
  const id = brandAs<'OrderId'>(first);
  const block = pageAsRecord(id, root, leaves);
  const reading = readRecord(block, fields);
  noteParts(health, [reading]);
  const lang = pageLang(doc);
  const country = labelledValues(leaves, COUNTRY_LABEL)
    .filter((text) => !text.includes('*'))
    .map((text) => countryNamed(text, lang))
    .find((code) => code !== undefined);
  // On a page with an address a name counts only where its label says whose it is.
  const { buyerName: _guess, ...facts } = reading.order;
  const [buyerName, ...others] = new Set(labelledValues(leaves, BUYER_LABEL).flatMap((text) => nameOf(text) ?? []));
  const isNamed = buyerName !== undefined && others.length === 0;
  return found([{ ...facts, ...(country && { country }), ...(isNamed && { buyerName }), ...parcelIn(leaves) }]);
}
