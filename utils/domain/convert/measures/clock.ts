/** What a clock on a wall and a calendar beside it show. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** Minutes after midnight. */
  readonly minutes: number;
}

const clocks = new Map<string, Intl.DateTimeFormat | null>();

/** One formatter a zone: making one costs more than using it a hundred times. */
function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  let clock: Intl.DateTimeFormat | null = null;
  try {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    }); // prettier-ignore
  } catch {
    // A browser older than the zone does not know its name; there is no time then.
  }
  clocks.set(zone, clock);
  return clock;
}

/** What the clocks of a zone show at a moment; null for a zone the browser does not know. Units: milliseconds UTC. */
export function wallTime(ms: number, zone: string): WallTime | null {
  const clock = clockOf(zone);
  if (!clock || !Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return null;
  const found = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(clock.format(ms));
  if (!found) return null;
  const [month, day, year, hour, minute] = found.slice(1).map(Number) as [number, number, number, number, number];
  return { year, month, day, minutes: hour * 60 + minute };
}

const asUtc = ({ year, month, day, minutes }: WallTime): number => Date.UTC(year, month - 1, day, 0, minutes);

/** How far a zone is ahead of UTC at a moment; null for an unknown zone. Units: minutes. */
export function offsetMinutes(ms: number, zone: string): number | null {
  const wall = wallTime(ms, zone);
  return wall === null ? null : Math.round((asUtc(wall) - Math.floor(ms / 60_000) * 60_000) / 60_000);
}

/** A moment found from a wall time. */
export interface FoundMoment {
  /** Milliseconds UTC. */
  readonly ms: number;
  /** `skipped`: the clocks jump over it that day, the moment is an hour later; `twice`: the first of two. */
  readonly note?: 'skipped' | 'twice';
}

/** The moment a zone's clocks show a time; on days the clocks change it says so. Null for an unknown zone. */
export function momentOf(wall: WallTime, zone: string): FoundMoment | null {
  const guess = asUtc(wall);
  const [before, after] = [offsetMinutes(guess - 86_400_000, zone), offsetMinutes(guess + 86_400_000, zone)];
  if (before === null || after === null) return null;
  const candidates = [...new Set([before, after])]
    .map((offset) => ({ ms: guess - offset * 60_000, offset }))
    .filter(({ ms, offset }) => offsetMinutes(ms, zone) === offset)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
  const [first, second] = candidates;
  if (first === undefined) return { ms: guess - before * 60_000, note: 'skipped' };
  return second === undefined ? { ms: first } : { ms: first, note: 'twice' };
}
