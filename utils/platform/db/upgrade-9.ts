import type { Transaction } from 'dexie';
import type { AgentId, ShopId } from '@/utils/domain/ids';
import type { TallyRow } from '@/utils/domain/records';
import { closedCells, type OpenCells } from '@/utils/domain/reports/cells';
import { fileCells } from '@/utils/domain/reports/file-cells';
import { monthOf } from '@/utils/domain/reports/tally-ids';

/** Days stood in front of everything else then. */
const OLD_DAY = /^\d{4}-\d\d-\d\d\t/;

const byMonth = (ids: readonly string[]): Iterable<readonly string[]> => {
  const months = new Map<string, string[]>();
  for (const id of ids) months.set(monthOf(id), [...(months.get(monthOf(id)) ?? []), id]);
  return months.values();
};

/**
 * Brings the counts of version 8 over, a month at a time: a row for each day, shop and agent held everything that was
 * counted; now what is counted by product lies apart, and months beside the days.
 */
export const upgradeTo9 = async (transaction: Transaction): Promise<void> => {
  const tallies = transaction.table<TallyRow, string>('tallies');
  const old = (await tallies.toCollection().primaryKeys()).filter((id) => OLD_DAY.test(id));
  for (const ids of byMonth(old)) {
    const sums = new Map<string, OpenCells>();
    const rowOf = (id: string): OpenCells => {
      const cells = sums.get(id) ?? new Map<string, number>();
      sums.set(id, cells);
      return cells;
    };
    for (const row of await tallies.bulkGet([...ids])) {
      const [period = '', shopId = '', agentId = ''] = (row?.id ?? '').split('\t');
      const agent = agentId === '' ? {} : { agentId: agentId as AgentId };
      fileCells(rowOf, { period, shopId: shopId as ShopId, ...agent }, row?.cells ?? {});
    }
    await tallies.bulkDelete([...ids]);
    await tallies.bulkPut([...sums].map(([id, cells]): TallyRow => ({ id, cells: closedCells(cells) })));
  }
};
