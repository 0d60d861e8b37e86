/** Whether a shift has something to hand over: asked after every change, so it reads no record. */
import { ok } from '../../domain/result';
import { localDays } from '../../platform/clock/local-days';
import type { ApiResult } from '../api';
import { reading, type RecordDeps } from '../records';
import { readExports } from './export-entries';
import { readTeam } from './team-kept';

/** Stores, and today where the agent sits, `YYYY-MM-DD`. */
export interface HandOverDeps extends RecordDeps {
  readonly today: () => string;
}

/** What the work log says of buyers without anybody having worked on them. */
const ONLY_SEEN: ReadonlySet<string> = new Set(['conversation.opened', 'list.buyers-added', 'buyer.same-alias']);

/** How many buyers were worked on today and since the last hand-over; 0 while there is nobody to hand over to. */
export const readHandOver = (deps: HandOverDeps): ApiResult<number> =>
  reading(deps, async (db) => {
    if (((await readTeam(db))?.mates.length ?? 0) === 0) return ok(0);
    const midnight = localDays.startOf(deps.today());
    const last = (await readExports(db)).entries.find(({ scope }) => scope.kind === 'hand-over')?.at ?? midnight;
    const rows = await db.log
      .where('at')
      .above(last > midnight ? last : midnight)
      .toArray();
    const keys = rows.flatMap(({ buyerKey, what }) =>
      buyerKey === undefined || ONLY_SEEN.has(what) ? [] : [buyerKey],
    );
    return ok(new Set(keys).size);
  });
