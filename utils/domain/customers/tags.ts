import type { BuyerRow, Stamp, TagMark } from '../records';
import { clockOf } from './clocked';
import { tagFacet } from './facets';

/** The marks of the tags of a record; tags that have none are as old as the record's tags. */
export const tagMarksOf = (row: BuyerRow): Readonly<Record<string, TagMark>> => {
  const since = clockOf(row, 'tags');
  return { ...Object.fromEntries(row.tags.map((tag) => [tag, { hlc: since, on: 1 as const }])), ...row.tagMarks };
};

const isSame = (a: string, b: string): boolean => tagFacet(a) === tagFacet(b);

/**
 * A record with tags added and taken away by one change; the same object when they stand as asked already. Letter case,
 * width and spacing do not tell two tags apart, so `VIP` is not added beside `vip`, and taking one away takes both.
 */
export const withTags = (
  row: BuyerRow,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
  stamp: Stamp,
): BuyerRow => {
  const gone = row.tags.filter((tag) => remove.some((one) => isSame(one, tag)));
  const left = row.tags.filter((tag) => !gone.includes(tag));
  const fresh = add.filter(
    (tag, at) => !left.some((one) => isSame(one, tag)) && add.findIndex((one) => isSame(one, tag)) === at,
  );
  if (gone.every((tag) => fresh.includes(tag)) && fresh.every((tag) => gone.includes(tag))) return row;
  const mark = (tags: readonly string[], on: 0 | 1) => tags.map((tag) => [tag, { hlc: stamp.hlc, on }] as const);
  return {
    ...row,
    ...stamp,
    deleted: row.deleted,
    born: row.born ?? row.hlc,
    tags: [...left, ...fresh].sort(),
    tagMarks: { ...tagMarksOf(row), ...Object.fromEntries([...mark(gone, 0), ...mark(fresh, 1)]) },
  };
};
