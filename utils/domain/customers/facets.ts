import { shortHash } from '../text/short-hash';
import type { BuyerKey, Instant } from '../ids';
import type { BuyerRow } from '../records';

/** A list of buyers by one thing: all, those of a shop, a segment, a tag or a country. */
type SingleFacet = 'all' | `shop:${string}` | `segment:${string}` | `tag:${string}` | `country:${string}`;

/** A list of buyers: by one thing, or by two at once, which is never counted. */
export type Facet = SingleFacet | `~${string}`;

/** The records that were joined to one: found through the same index, but no list of its own and never counted. */
export const joinedList = (root: BuyerKey) => `joined:${root}` as const;
type JoinedList = ReturnType<typeof joinedList>;

const LATEST = 36 ** 9 - 1;
const SEPARATOR = '\t';
const PAIR = '~';

const inBase36 = (value: number, length: number): string => value.toString(36).padStart(length, '0');

/** A text in seven characters: entries are read and written by the thousand, so they are short. */
const shortOf = (text: string): string => shortHash(text).padStart(7, '0');

/** A tag as lists and counters know it: letter case, width and spacing do not tell two tags apart. */
export const tagFacet = (tag: string): Facet =>
  `tag:${tag.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()}`;

const kindOf = (facet: Facet): string => facet.slice(0, facet.indexOf(':'));

/**
 * The list of the records that stand in both of two lists, or undefined where none is kept: those of a shop in a
 * country or a segment are many, and each list is paid for in every write.
 */
export const pairOf = (one: Facet, other: Facet): Facet | undefined => {
  const [first, second] = [one, other].sort() as [Facet, Facet];
  const kinds = `${kindOf(first)} ${kindOf(second)}`;
  const isKept = kinds === 'country segment' || /^(country|segment|shop) tag$/.test(kinds);
  return isKept ? `${PAIR}${shortOf(`${first}&${second}`)}` : undefined;
};

/** The lists by two things among the lists by one. */
const pairsOf = (lists: readonly Facet[]): readonly Facet[] =>
  lists.flatMap((one, at) => lists.slice(at + 1).flatMap((other) => pairOf(one, other) ?? []));

/** Sorts the latest moment first: the store reads forwards in one go and backwards row by row. */
const latestFirst = (at: Instant): string => inBase36(LATEST - Date.parse(at), 9);

/**
 * A record's entry in a list; entries of a list sort by the moment the record was seen last, the latest first. The rest
 * of an entry tells records of one moment apart, by 32 bits of their keys.
 */
export const facetEntry = (
  facet: Facet | JoinedList,
  { lastSeen, key }: { readonly lastSeen: Instant; readonly key: BuyerKey },
) => facet + SEPARATOR + latestFirst(lastSeen) + shortOf(key);

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
export const isCounted = (entry: string): boolean => !entry.startsWith('joined:') && !entry.startsWith(PAIR);

/** The lists a record stands in. Archived and deleted records stand in none, joined ones only beside their root. */
export const facetsOf = (row: BuyerRow): readonly string[] => {
  if (row.deleted === 1 || row.archived === 1) return [];
  if (row.joinedTo) return [facetEntry(joinedList(row.joinedTo), row)];
  const names: readonly Facet[] = [
    `shop:${row.shopId}`,
    ...(row.segments ?? []).map((id): Facet => `segment:${id}`),
    ...new Set(row.tags.map(tagFacet)),
    ...(row.country ? [`country:${row.country}` as const] : []),
  ];
  return (['all', ...names, ...pairsOf(names)] as const).map((name) => facetEntry(name, row));
};
