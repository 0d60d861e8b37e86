import type { Transaction } from 'dexie';
import { shippedSegments } from '@/utils/catalog/segments/shipped-segments';
import { countChanges } from '@/utils/domain/customers/list-counts';
import { noSatellites } from '@/utils/domain/customers/satellites';
import { workOut } from '@/utils/domain/customers/work-out';
import type { BuyerKey, Instant } from '@/utils/domain/ids';
import type { BuyerRow, FollowUpRow, TagMark } from '@/utils/domain/records';
import { readSatellites } from './read-satellites';

/** Records that are brought over at a time, so that a large store does not lie in memory whole. */
const CHUNK = 500;

/** A follow-up as version 1 knew it: due on a day. */
type DayFollowUp = Omit<FollowUpRow, 'dueAt'> & { readonly dueOn: string };

const withMoment = ({ dueOn, ...row }: DayFollowUp): FollowUpRow => ({
  ...row,
  dueAt: `${dueOn}T00:00:00.000Z` as Instant,
});

const tagMarksOf = ({ tags, hlc }: BuyerRow): Readonly<Record<string, TagMark>> =>
  Object.fromEntries(tags.map((tag) => [tag, { hlc, on: 1 }]));

/**
 * Brings the rows of version 4 over: follow-ups get a moment instead of a day, records their figures, segments and
 * lists, lists their counts. Stamps stay as they are, because nobody has changed anything.
 */
export const upgradeTo5 = async (transaction: Transaction, today: string): Promise<void> => {
  const followUps = await transaction.table<DayFollowUp>('followUps').toArray();
  await transaction.table('followUps').bulkPut(followUps.map(withMoment));
  const buyers = transaction.table<BuyerRow, BuyerKey>('buyers');
  const keys = await buyers.toCollection().primaryKeys();
  const counts = new Map<string, number>();
  for (let from = 0; from < keys.length; from += CHUNK) {
    const some = keys.slice(from, from + CHUNK);
    const about = await readSatellites(transaction, some);
    const next = (await buyers.bulkGet(some)).flatMap((row) => {
      if (row === undefined) return [];
      const marked = { ...row, born: row.hlc, tagMarks: tagMarksOf(row) };
      return [workOut(marked, about.get(row.key) ?? noSatellites, { rules: shippedSegments, today })];
    });
    for (const { facets } of next) {
      for (const [facet, by] of countChanges([], facets)) counts.set(facet, (counts.get(facet) ?? 0) + by);
    }
    await buyers.bulkPut(next);
    await transaction.table('changed').add({ keys: some });
  }
  await transaction.table('counters').bulkPut([...counts].map(([facet, count]) => ({ facet, count })));
};
