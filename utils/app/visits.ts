import type { MarketId } from '../domain/ids';
import { ok } from '../domain/result';
import type { Clock } from '../platform/clock/system-clock';
import { readLocal, writeLocal } from '../platform/settings/local-items';
import type { ApiResult, AppApi, ContentApi, PageVisit } from './api';

/** Use cases around the list of the last page visits. */
export interface Visits extends Readonly<AppApi['visits']> {
  report(market: MarketId, visit: Parameters<ContentApi['reportVisit']>[0]): ApiResult<null>;
}

const MOST = 30;
/** The same page in the same health within this time is one visit. Units: milliseconds. */
const SAME_VISIT_MS = 60_000;

const isSame = (a: PageVisit, b: PageVisit): boolean =>
  a.marketplace === b.marketplace &&
  a.page === b.page &&
  a.health === b.health &&
  Math.abs(Date.parse(b.at) - Date.parse(a.at)) < SAME_VISIT_MS;

/** The list with one visit more, newest first. */
export const withVisit = (visits: readonly PageVisit[], visit: PageVisit): readonly PageVisit[] =>
  [visit, ...visits.filter((one) => !isSame(one, visit))].slice(0, MOST);

/** Use cases around page visits; they are kept beside the records, because nothing of a buyer is in them. */
export const createVisits = ({ clock }: { readonly clock: Clock }): Visits => {
  // One after the other: two tabs that report at once would write over each other.
  let queue: Promise<unknown> = Promise.resolve();
  return {
    report: (marketplace, visit) => {
      const written = queue.then(async () => {
        const pageVisits = withVisit((await readLocal('pageVisits')) ?? [], { ...visit, marketplace, at: clock.now() });
        await writeLocal({ pageVisits });
        return ok(null);
      });
      queue = written.catch(() => undefined);
      return written;
    },
    list: async () => ok((await readLocal('pageVisits')) ?? []),
  };
};
