import type { Transaction } from 'dexie';
import type { AgentId, ShopId } from '@/utils/domain/ids';
import type { TallyRow } from '@/utils/domain/records';
import type { Cells } from '@/utils/domain/reports/cells';
import { countsText } from '@/utils/domain/reports/counts-text';
import { FiledCounts } from '@/utils/domain/reports/file-cells';
import { monthOf } from '@/utils/domain/reports/tally-ids';

interface OldRow {
  readonly id: string;
  readonly cells?: Cells;
}

/** Days stood in front of everything else then. */
const OLD_DAY = /^\d{4}-\d\d-\d\d\t/;

const byMonth = (ids: readonly string[]): Iterable<readonly string[]> => {
  const months = new Map<string, string[]>();
  for (const id of ids) months.set(monthOf(id), [...(months.get(monthOf(id)) ?? []), id]);
  return months.values();
};

/**
 * Brings the counts of version 8 over, a month at a time: a row for each day, shop and agent held everything that was
 * counted, as an object; now what is counted by product lies apart, months beside the days, and counts are text.
 */
export const upgradeTo9 = async (transaction: Transaction): Promise<void> => {
  const tallies = transaction.table<TallyRow, string>('tallies');
  const old = (await tallies.toCollection().primaryKeys()).filter((id) => OLD_DAY.test(id));
  for (const ids of byMonth(old)) {
    const sums = new FiledCounts();
    for (const row of (await tallies.bulkGet([...ids])) as readonly (OldRow | undefined)[]) {
      const [period = '', shopId = '', agentId = ''] = (row?.id ?? '').split('\t');
      const agent = agentId === '' ? {} : { agentId: agentId as AgentId };
      sums.add({ period, shopId: shopId as ShopId, ...agent }, row?.cells ?? {});
    }
    await tallies.bulkDelete([...ids]);
    await tallies.bulkPut(sums.rows.map(([id, cells]): TallyRow => ({ id, counts: countsText(cells) })));
  }
};
