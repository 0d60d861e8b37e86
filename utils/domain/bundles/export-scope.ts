/** Which rows go into a file: what a scope asks of a record, and which rows belong to the records that were chosen. */
import { formatClock } from '../customers/clock';
import { tagFacet } from '../customers/facets';
import { rootOf } from '../customers/same-person';
import type { BuyerKey, Instant, ShopId } from '../ids';
import { tidyIds, type ProductIds } from '../products/same-product';
import type { BuyerRow } from '../records';
import type { BundleLine, BundleSection } from './bundle';

/** Segments whose buyers the next shift should know of. */
export const watchedSegments: readonly string[] = ['at-risk', 'many-returns', 'wholesale-lead'];

/** What is due within this time goes into a hand-over. Units: hours. */
export const handOverHours = 48;

/** What is asked of a record; everything that is given must hold. */
export interface RecordFilter {
  readonly segment?: string;
  readonly tag?: string;
  /** The shops of a marketplace. */
  readonly shops?: ReadonlySet<ShopId>;
  /** Seen last at this moment or later, and before that one. */
  readonly from?: Instant;
  readonly before?: Instant;
}

/** What belongs to chosen records beside what is about them. */
export interface Needed {
  readonly shops: ReadonlySet<ShopId>;
  /** SKUs and product ids of their orders and events, as `skuRef` and `idRef` write them. */
  readonly products: ReadonlySet<string>;
}

/** Which rows are taken. `since` is a clock reading: rows that were changed later count as changed. */
export type Picked =
  | { readonly kind: 'all' }
  | { readonly kind: 'templates' }
  /** Changed rows, with the records they are about. */
  | {
      readonly kind: 'since';
      readonly since: string;
      readonly buyers: ReadonlySet<BuyerKey>;
      readonly shops: ReadonlySet<ShopId>;
    }
  /** Records with everything about them; with `since`, also what was changed and belongs to no record. */
  | {
      readonly kind: 'records';
      readonly buyers: ReadonlySet<BuyerKey>;
      readonly needed: Needed;
      readonly since?: string;
    };

/** The clock reading before all others of a moment. */
export const clockAt = (at: Instant): string => formatClock({ millis: Date.parse(at), counter: 0, node: '' });

/** Whether a record, as lists show it, is among those that are asked for. */
export const matchesRecord = (row: BuyerRow, filter: RecordFilter): boolean =>
  row.deleted === 0 &&
  (filter.segment === undefined || row.segments?.includes(filter.segment) === true) &&
  (filter.tag === undefined || row.tags.map(tagFacet).includes(tagFacet(filter.tag))) &&
  (filter.shops === undefined || filter.shops.has(row.shopId)) &&
  (filter.from === undefined || row.lastSeen >= filter.from) &&
  (filter.before === undefined || row.lastSeen < filter.before);

/** Whether the next shift should know of a record whatever is due. */
export const isToWatch = (row: BuyerRow, changedSince: string): boolean =>
  row.deleted === 0 &&
  (row.hlc >= changedSince || (row.segments?.some((segment) => watchedSegments.includes(segment)) ?? false));

/** Whom the records that were joined were joined to. */
export type Parents = ReadonlyMap<BuyerKey, BuyerKey>;

/** The records people see in their lists: of those that were joined, the one that stands for all. */
export const rootsAmong = (keys: Iterable<BuyerKey>, parents: Parents): ReadonlySet<BuyerKey> =>
  new Set([...keys].filter((key) => rootOf(key, (of) => parents.get(of)) === key));

/** These records with all that are joined to the same ones. */
export const withWholeGroups = (keys: Iterable<BuyerKey>, parents: Parents): ReadonlySet<BuyerKey> => {
  const top = (key: BuyerKey): BuyerKey => rootOf(key, (of) => parents.get(of));
  const whole = new Set<BuyerKey>();
  for (const key of keys) whole.add(key).add(top(key));
  for (const key of parents.keys()) if (whole.has(top(key))) whole.add(key);
  return whole;
};

/** How an SKU and a product id are named among what is needed: in their shop, as they are compared everywhere. */
const refsOf = (shopId: ShopId, ids: ProductIds): readonly string[] => {
  const { sku, productId } = tidyIds(ids);
  return [
    ...(sku === undefined ? [] : [`${shopId} sku ${sku}`]),
    ...(productId === undefined ? [] : [`${shopId} id ${productId}`]),
  ];
};

/** Adds what a row that was taken needs to be understood: its shop, and the products it names. */
export const addNeeded = (
  needed: { readonly shops: Set<ShopId>; readonly products: Set<string> },
  line: BundleLine,
): void => {
  if (line.row.shopId !== '') needed.shops.add(line.row.shopId);
  if (line.section !== 'orders' && line.section !== 'events') return;
  const named: readonly ProductIds[] = line.section === 'orders' ? line.row.items : [line.row];
  for (const ids of named) for (const ref of refsOf(line.row.shopId, ids)) needed.products.add(ref);
};

const isSince = ({ row }: BundleLine, since: string | undefined): boolean => since !== undefined && row.hlc >= since;

/** Whose row it is; undefined for what belongs to no record. Lines of the log only mention somebody. */
export const buyerOf = (line: BundleLine): BuyerKey | undefined => {
  if (line.section === 'buyers') return line.row.key;
  return line.section !== 'log' && 'buyerKey' in line.row ? line.row.buyerKey : undefined;
};

const aboutRecords: ReadonlySet<BundleSection> = new Set([
  'buyers',
  'orders',
  'events',
  'notes',
  'contacts',
  'promises',
  'followUps',
]);

/** Whether rows of a section belong to records. */
export const isAboutRecords = (section: BundleSection): boolean => aboutRecords.has(section);

/** Shops and products come with what names them, and deleted ones always: a deletion must arrive everywhere. */
const isNeeded = (line: BundleLine, { shops, products }: Needed): boolean => {
  if (line.section === 'shops') return line.row.deleted === 1 || shops.has(line.row.id);
  if (line.section !== 'products') return false;
  return line.row.deleted === 1 || refsOf(line.row.shopId, line.row).some((ref) => products.has(ref));
};

/** What a desk decides, and nothing about buyers. */
const ofDesk: ReadonlySet<BundleSection> = new Set(['templates', 'rules']);

/** Whether rows of a section tell what the desk decides: they go into files of their own. */
export const isOfDesk = (section: BundleSection): boolean => ofDesk.has(section);

/** Whether a row is taken. */
export const isPicked = (line: BundleLine, picked: Picked): boolean => {
  if (picked.kind === 'all') return true;
  if (picked.kind === 'templates') return isOfDesk(line.section);
  const key = buyerOf(line);
  if (picked.kind === 'since') {
    if (line.row.hlc > picked.since) return true;
    if (line.section === 'shops') return picked.shops.has(line.row.id);
    return line.section === 'buyers' && key !== undefined && picked.buyers.has(key);
  }
  // What holds for the whole desk is no part of what a shift hands to the next one.
  if (line.section === 'rules') return false;
  if (isNeeded(line, picked.needed)) return true;
  if (key !== undefined) return picked.buyers.has(key);
  return isSince(line, picked.since);
};
