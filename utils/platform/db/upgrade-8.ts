import type { Transaction } from 'dexie';
import { fromPack, toPack } from '@/utils/domain/customers/pack';
import { noSatellites } from '@/utils/domain/customers/satellites';
import type { BuyerKey } from '@/utils/domain/ids';
import type { ArchiveRow, BuyerRow, LogRow, OrderRow, TallyChangeRow } from '@/utils/domain/records';
import { isCountedLine } from '@/utils/domain/reports/line-cells';
import { withTallies } from '@/utils/domain/reports/pack-tallies';
import { productOf } from '@/utils/domain/reports/products';
import { OpenTally, recordTally } from '@/utils/domain/reports/record-tally';
import { readSatellites } from './read-satellites';

/** Rows that are brought over at a time, so that a large store does not lie in memory whole. */
const CHUNK = 500;

/** What some records add to the reports, to be counted when somebody opens them. */
const changeOf = (buyers: readonly BuyerRow[], orders: readonly OrderRow[]): TallyChangeRow => {
  const shops = new Map<string, OpenTally>();
  for (const { shopId, tally = {} } of buyers) {
    const open = shops.get(shopId) ?? new OpenTally();
    open.add(tally);
    shops.set(shopId, open);
  }
  const titles = orders.flatMap(({ items }) => items.map((item) => [productOf(item), item.title] as const));
  return {
    records: Object.fromEntries([...shops].map(([shopId, open]) => [shopId, open.close()])),
    titles: Object.fromEntries(titles),
  };
};

const chunksOf = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, at) => list.slice(at * CHUNK, (at + 1) * CHUNK));

/**
 * Brings the rows of version 7 over: every record, archived ones too, says what it adds to the reports, and that and the
 * lines of the work log wait to be counted. Stamps stay as they are, because nobody has changed anything.
 */
export const upgradeTo8 = async (transaction: Transaction): Promise<void> => {
  const changes = transaction.table<TallyChangeRow>('tallyChanges');
  const buyers = transaction.table<BuyerRow, BuyerKey>('buyers');
  for (const keys of chunksOf(await buyers.toCollection().primaryKeys())) {
    const about = await readSatellites(transaction, keys);
    const next = (await buyers.bulkGet([...keys])).flatMap((row) => {
      if (row === undefined || row.deleted === 1) return [];
      return [{ ...row, ...recordTally(row, about.get(row.key) ?? noSatellites) }];
    });
    await buyers.bulkPut(next);
    await changes.add(
      changeOf(
        next,
        [...about.values()].flatMap(({ orders }) => orders),
      ),
    );
  }
  const archive = transaction.table<ArchiveRow, string>('archive');
  for (const id of await archive.toCollection().primaryKeys()) {
    const pack = await archive.get(id);
    if (pack === undefined) continue;
    const rows = withTallies(fromPack(pack));
    await archive.put(toPack(id, rows));
    await changes.add(changeOf(rows.buyers, rows.orders));
  }
  const log = transaction.table<LogRow, string>('log');
  for (const ids of chunksOf(await log.toCollection().primaryKeys())) {
    const lines = (await log.bulkGet([...ids])).flatMap((line) => (line && isCountedLine(line) ? [line] : []));
    const counted = lines.map(({ what, at, shopId, authorId, detail }) => ({ what, at, shopId, authorId, detail }));
    if (counted.length > 0) await changes.add({ lines: counted });
  }
};
