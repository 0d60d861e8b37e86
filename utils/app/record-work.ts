import type { Buyers } from './buyers';
import { createForget } from './buyers/forget';
import { createJoin } from './buyers/join';
import { createFollowUps, type FollowUpsDeps } from './follow-ups';
import type { RecordWork } from './record-calls';

/** The use cases behind what a seller page can change about its buyer, over the given stores. */
export const createRecordWork = (deps: FollowUpsDeps, buyers: Buyers): RecordWork => {
  const followUps = createFollowUps(deps);
  const forgetting = createForget(deps);
  const { open, tag, counts, join, forget } = buyers;
  return {
    ...{ open, tag, counts, join, forget },
    notSame: createJoin(deps).notSame,
    keepPromise: (request) => followUps.keepPromise(request),
    done: (request) => followUps.done(request),
    rememberAgain: forgetting.rememberAgain,
  };
};
