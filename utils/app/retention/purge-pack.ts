import { fromPack, joinPacked, splitPacked, toPack, type PackedRows } from '../../domain/customers/pack';
import { hashable, withoutIdentity } from '../../domain/customers/without-identity';
import type { BuyerRow, Stamp } from '../../domain/records';
import { withTallies } from '../../domain/reports/pack-tallies';
import { ok } from '../../domain/result';
import type { ApiResult } from '../api';
import { aliasHashes } from '../buyers/alias-hash';
import { movingTables } from '../buyers/record-rows';
import { dropFromSearch, searchTables } from '../buyers/search-store';
import { changing, reading, type RecordDeps } from '../records';
import { overIn, type Limits } from './limits';

/** What is over in one part of the store. */
export interface Found {
  readonly contacts: number;
  readonly evaluations: number;
  readonly identities: readonly BuyerRow[];
}

/** Nothing is over. */
export const nothingFound: Found = { contacts: 0, evaluations: 0, identities: [] };

const foundIn = (rows: PackedRows, limits: Limits): Found => ({
  contacts: rows.contacts.filter(limits.isContactOver).length,
  evaluations: rows.events.filter(limits.isEvaluationOver).length,
  identities: overIn(limits, rows),
});

const isNothing = ({ contacts, evaluations, identities }: Found): boolean =>
  contacts + evaluations + identities.length === 0;

/** What is over in an archived pack. */
export const lookIntoPack = (deps: Pick<RecordDeps, 'db'>, id: string, limits: Limits): ApiResult<Found> =>
  reading(deps, async (db) => {
    const pack = await db.archive.get(id);
    return ok(pack ? foundIn(fromPack(pack), limits) : nothingFound);
  });

/** Removes from an archived pack what is over; a pack that is changed meanwhile waits for the next time. */
export const purgePack = async (deps: RecordDeps, id: string, limits: Limits): ApiResult<Found> => {
  const read = await reading(deps, async (db) => ok(await db.archive.get(id)));
  if (!read.ok) return read;
  const pack = read.value;
  if (pack === undefined) return ok(nothingFound);
  const rows = fromPack(pack);
  const found = foundIn(rows, limits);
  if (isNothing(found)) return ok(found);
  const keys = found.identities.map(({ key }) => key);
  const { taken, left } = splitPacked(rows, new Set(keys));
  const names = hashable(taken);
  const hashes = await aliasHashes(deps, names);
  if (!hashes.ok) return hashes;
  const hashOf = new Map(names.map((name, at) => [name, hashes.value[at] ?? name]));
  return changing(deps, [...movingTables, ...searchTables], async (change) => {
    if ((await change.db.archive.get(id))?.rows !== pack.rows) return ok(nothingFound);
    const stampOf = ({ shopId, deleted }: Stamp): Stamp => ({ ...change.stamp(shopId), deleted });
    const next = joinPacked(withoutIdentity(taken, hashOf, stampOf), left);
    const purged = withTallies({
      ...next,
      contacts: next.contacts.filter((row) => !limits.isContactOver(row)),
      events: next.events.filter((row) => !limits.isEvaluationOver(row)),
    });
    const before = new Map(rows.buyers.map((row) => [row.key, row.tally]));
    for (const row of purged.buyers) change.tally(row, before.get(row.key), row.tally);
    await change.db.archive.put(toPack(id, purged));
    if (keys.length > 0) {
      await dropFromSearch(change, keys);
      await change.db.changed.add({ keys });
    }
    return ok(found);
  });
};
