import { facetOf, isCounted } from '@/utils/domain/customers/facets';
import { fromPack } from '@/utils/domain/customers/pack';
import type { Desk } from './desk';
import { reportCounts, reportRecount } from './report-recount';

const inReports = (figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([cell, count]) => [`report ${cell}`, count]));

/** The counts as they must be, counted one by one: of lists, and of the reports. */
export const recount = async (desk: Desk) => {
  const db = await desk.db();
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { facets = [] } of await db.buyers.toArray())
    for (const one of facets.filter(isCounted)) add(facetOf(one));
  for (const pack of await db.archive.toArray())
    for (const { joinedTo } of fromPack(pack).buyers) if (!joinedTo) add('archived');
  return { ...Object.fromEntries([...counts].sort()), ...inReports(await reportRecount(desk)) };
};

/** The counts as they are kept. */
export const counted = async (desk: Desk) => ({
  ...Object.fromEntries((await (await desk.db()).counters.toArray()).map(({ facet, count }) => [facet, count])),
  ...inReports(await reportCounts(desk)),
});
