import type { BuyerKey } from '../domain/ids';
import { err, ok, type Result } from '../domain/result';
import type { ApiProblem, ApiResult, ThreadRequest } from './api';
import type { BuyersApi, BuyerView } from './buyers-api';
import type { Forgetting } from './buyers/forget';
import type { FollowUpsApi } from './follow-ups-api';
import type { RecordCallsApi } from './record-calls-api';

/** The use cases a seller page reaches through its own conversation. */
export interface RecordWork
  extends
    Pick<BuyersApi, 'open' | 'tag' | 'counts' | 'join' | 'forget'>,
    Required<Pick<BuyersApi, 'notSame'>>,
    Pick<FollowUpsApi, 'keepPromise' | 'done'>,
    Pick<Forgetting, 'rememberAgain'> {}

/** The conversation that is open on the port, as far as its record is concerned. */
export interface OpenRecordOf {
  readonly buyerKey: BuyerKey | null;
  readonly aliases: ThreadRequest['aliases'];
}

const MOST_TAGS = 50;
const TAG = 'tag:';

const done = (result: Result<unknown, ApiProblem>): Result<null, ApiProblem> => (result.ok ? ok(null) : result);

/** The calls of one port about the record of its open conversation; `opened` tells which one that is now. */
export const createRecordCalls = (work: RecordWork, opened: () => OpenRecordOf | null): RecordCallsApi => {
  /** Only for the buyer who is on screen: a port may have shown others before. */
  const own = async <T>(key: BuyerKey, then: () => ApiResult<T>): ApiResult<T> =>
    opened()?.buyerKey === key ? then() : err({ kind: 'refused', code: 'foreign-key' });
  /** Only about what the record of that buyer holds: other ids of a page are as good as none. */
  const about = (key: BuyerKey, isTheirs: (view: BuyerView) => boolean, then: () => ApiResult<unknown>) =>
    own(key, async () => {
      const view = await work.open(key);
      if (!view.ok) return view;
      return isTheirs(view.value) ? done(await then()) : err({ kind: 'not-found' as const });
    });

  return {
    tagBuyer: ({ buyerKey, add, remove }) =>
      own(buyerKey, async () =>
        done(await work.tag({ keys: [buyerKey], ...(add ? { add } : {}), ...(remove ? { remove } : {}) })),
      ),
    knownTags: async () => {
      const counts = await work.counts();
      if (!counts.ok) return counts;
      const tags = Object.entries(counts.value)
        .filter(([facet, count]) => facet.startsWith(TAG) && (count ?? 0) > 0)
        .sort(([, a], [, b]) => (b ?? 0) - (a ?? 0));
      return ok(tags.slice(0, MOST_TAGS).map(([facet]) => facet.slice(TAG.length)));
    },
    promiseKept: ({ buyerKey, id }) =>
      about(
        buyerKey,
        ({ promises }) => promises.some((one) => one.id === id),
        () => work.keepPromise({ id, done: true }),
      ),
    followUpDone: ({ buyerKey, id }) =>
      about(
        buyerKey,
        ({ followUps }) => followUps.some((one) => one.id === id),
        () => work.done({ id }),
      ),
    joinAnswer: ({ buyerKey, other, isSame }) =>
      about(
        buyerKey,
        ({ suggestions }) => suggestions.some(({ buyer }) => buyer.key === other),
        // The record the desk has worked with goes on: its tags and fields stay on screen.
        () => (isSame ? work.join({ keys: [other, buyerKey] }) : work.notSame({ keys: [buyerKey, other] })),
      ),
    forgetBuyer: ({ buyerKey }) => own(buyerKey, () => work.forget({ keys: [buyerKey] })),
    rememberAgain: async () => {
      const now = opened();
      if (!now) return err({ kind: 'not-found' });
      // Somebody of whom there is a record was not forgotten.
      return now.buyerKey ? ok(null) : work.rememberAgain({ aliases: now.aliases });
    },
  };
};
