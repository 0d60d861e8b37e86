import { brandAs, type Instant } from '../../domain/ids';
import type { Clock } from '../../platform/clock/system-clock';
import type { FollowUpsApi } from '../follow-ups-api';

/** How long before a clock runs out it is told of. Units: milliseconds. */
const TOLD_BEFORE_MS = 2 * 3_600_000;
/** More at once would be noise; the others follow with the next look. */
const MOST_AT_ONCE = 5;
/** Marks of what was told of; a desk has no more clocks than these in two hours. */
const MOST_MARKS = 500;

/** Surroundings of the look at what is due. */
export interface DueWatchDeps {
  readonly followUps: Pick<FollowUpsApi, 'count' | 'due'>;
  readonly clock: Clock;
  readonly showCount: (count: { readonly due: number; readonly deadlines: number }) => Promise<void>;
  /** Counts the buyers that wait to be handed over, for the popup. */
  readonly countHandOver: () => Promise<void>;
  readonly mayNotify: () => Promise<boolean>;
  /** Shows a notification about one kind of clock; `mark` tells it from others and names nobody. */
  readonly notify: (told: { readonly mark: string; readonly kind: string }) => Promise<void>;
  /** A short text for an id, from which it cannot be read back. */
  readonly markOf: (id: string) => string;
  readonly readMarks: () => Promise<readonly string[]>;
  readonly writeMarks: (marks: readonly string[]) => Promise<void>;
}

/** Creates the look at what is due: the number on the icon, and one notification for every clock that runs out soon. */
export const createDueWatch = (deps: DueWatchDeps): (() => Promise<void>) => {
  const tell = async (): Promise<void> => {
    if (!(await deps.mayNotify())) return;
    const now = deps.clock.now();
    const until: Instant = brandAs<'Instant'>(new Date(Date.parse(now) + TOLD_BEFORE_MS).toISOString());
    const found = await deps.followUps.due({ until });
    if (!found.ok) return;
    const told = await deps.readMarks();
    const fresh = found.value.due
      .filter(({ isDeadline, row }) => isDeadline && row.dueAt > now)
      .map(({ row }) => ({ mark: deps.markOf(`${row.id} ${row.dueAt}`), kind: row.kind }))
      .filter(({ mark }) => !told.includes(mark))
      .slice(0, MOST_AT_ONCE);
    if (fresh.length === 0) return;
    // Written down first: a worker that is stopped in between tells of one too few, not of one twice.
    await deps.writeMarks([...told, ...fresh.map(({ mark }) => mark)].slice(-MOST_MARKS));
    for (const one of fresh) await deps.notify(one);
  };
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    const count = await deps.followUps.count();
    if (count.ok) await deps.showCount(count.value);
    await deps.countHandOver();
    await tell();
  };
  // One after the other, or two looks at once would both find the same clock untold.
  return () => (looking = looking.then(look, look));
};
