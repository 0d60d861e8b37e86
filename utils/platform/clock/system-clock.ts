import { brandAs, type Instant } from '@/utils/domain/ids';

/** Time and fresh ids, handed to every use case so that tests can fix both. */
export interface Clock {
  now(): Instant;
  /** A new id that no one can guess: lower-case letters, digits and dashes. */
  newId(): string;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => brandAs<'Instant'>(new Date().toISOString()),
  newId: () => crypto.randomUUID(),
};

/** Today where the agent sits, `YYYY-MM-DD`; Swedish writes dates the way ISO does. */
export const localToday = (): string => new Date().toLocaleDateString('sv');
