import { brandAs, type Instant } from '@/utils/domain/ids';

/** Days as the person at this keyboard has them, handed to use cases so that tests can fix the place. */
export interface LocalDays {
  /** The day of a moment, `YYYY-MM-DD`. */
  readonly dayOf: (at: Instant) => string;
  /** The first moment of a day. */
  readonly startOf: (day: string) => Instant;
  /** The hour of a moment, 0 to 23. */
  readonly hourOf: (at: Instant) => number;
}

/** The days of this machine; where clocks skip midnight, a day begins with the first hour there is. */
export const localDays: LocalDays = {
  // Swedish writes dates the way ISO does.
  dayOf: (at) => new Date(at).toLocaleDateString('sv'),
  startOf: (day) => brandAs<'Instant'>(new Date(`${day}T00:00:00`).toISOString()),
  hourOf: (at) => new Date(at).getHours(),
};
