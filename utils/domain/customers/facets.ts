import type { BuyerKey, Instant } from '../ids';
import type { BuyerRow } from '../records';

/** A list of buyers: all, those of a shop, a segment, a tag or a country. */
export type Facet = 'all' | `shop:${string}` | `segment:${string}` | `tag:${string}` | `country:${string}`;

/** The records that were joined to one: found through the same index, but no list of its own and never counted. */
export const joinedList = (root: BuyerKey) => `joined:${root}` as const;
type JoinedList = ReturnType<typeof joinedList>;

const LATEST = 36 ** 9 - 1;
const SEPARATOR = '\t';

/** A tag as lists and counters know it: letter case, width and spacing do not tell two tags apart. */
export const tagFacet = (tag: string): Facet =>
  `tag:${tag.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()}`;

/** Sorts the latest moment first: the store reads forwards in one go and backwards row by row. */
const latestFirst = (at: Instant): string => (LATEST - Date.parse(at)).toString(36).padStart(9, '0');

/** A record's entry in a list; entries of a list sort by the moment the record was seen last, the latest first. */
export const facetEntry = (
  facet: Facet | JoinedList,
  { lastSeen, key }: { readonly lastSeen: Instant; readonly key: BuyerKey },
) => [facet, latestFirst(lastSeen), key].join(SEPARATOR);

/** The bounds of a list's entries, after `cursor` when one is given (an entry of the same list). */
export const facetRange = (
  facet: Facet | JoinedList,
  cursor?: string,
): { readonly after: string; readonly before: string } => ({
  after: cursor ?? facet + SEPARATOR,
  before: facet + SEPARATOR + '\uffff',
});

/** The list an entry belongs to. */
export const facetOf = (entry: string): Facet => entry.slice(0, entry.indexOf(SEPARATOR)) as Facet;

/** The place of an entry in its list: the same in every list a record stands in, and sorted in the same order. */
export const facetRest = (entry: string): string => entry.slice(entry.indexOf(SEPARATOR) + 1);

/** Whether an entry belongs to a list that is counted. */
export const isCounted = (entry: string): boolean => !entry.startsWith('joined:');

/** The lists a record stands in. Archived and deleted records stand in none, joined ones only beside their root. */
export const facetsOf = (row: BuyerRow): readonly string[] => {
  if (row.deleted === 1 || row.archived === 1) return [];
  if (row.joinedTo) return [facetEntry(joinedList(row.joinedTo), row)];
  const names: readonly Facet[] = [
    'all',
    `shop:${row.shopId}`,
    ...(row.segments ?? []).map((id): Facet => `segment:${id}`),
    ...new Set(row.tags.map(tagFacet)),
    ...(row.country ? [`country:${row.country}` as const] : []),
  ];
  return names.map((name) => facetEntry(name, row));
};
