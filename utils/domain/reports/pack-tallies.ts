import type { PackedRows } from '../customers/pack';
import { noSatellites, type Satellites } from '../customers/satellites';
import type { BuyerKey } from '../ids';
import { recordTally } from './record-tally';

interface Owned {
  readonly buyerKey?: BuyerKey;
  readonly deleted: 0 | 1;
}

/** Records of a pack with what each of them adds to the reports, worked out of the rows beside it. */
export const withTallies = (rows: PackedRows): PackedRows => {
  const by = new Map<BuyerKey, Record<keyof Satellites, Owned[]>>();
  for (const name of Object.keys(noSatellites) as (keyof Satellites)[]) {
    for (const row of rows[name] as readonly Owned[]) {
      if (row.deleted === 1 || row.buyerKey === undefined) continue;
      const own = by.get(row.buyerKey) ?? {
        orders: [],
        events: [],
        notes: [],
        contacts: [],
        promises: [],
        followUps: [],
      };
      own[name].push(row);
      by.set(row.buyerKey, own);
    }
  }
  const aboutOf = (key: BuyerKey) => (by.get(key) as unknown as Satellites | undefined) ?? noSatellites;
  return {
    ...rows,
    buyers: rows.buyers.map((row) => {
      const { tally: _before, ...bare } = row;
      return row.deleted === 1 ? bare : { ...bare, ...recordTally(row, aboutOf(row.key)) };
    }),
  };
};
