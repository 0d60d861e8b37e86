import type { Instant } from '../../ids';
import type { Finding } from '../input';

/** Data that identifies a buyer is kept this long after delivery unless tax or law needs it. Units: days. Source: A8. */
export const IDENTITY_DAYS = 30;

/**
 * Whether a note holds data that identifies the buyer for longer than is allowed.
 *
 * `findings` are those of the note's text; `deliveredOn` is the day of the buyer's last delivery, if known.
 */
export function isKeptTooLong(
  findings: readonly Pick<Finding, 'rule'>[],
  deliveredOn: string | undefined,
  now: Instant,
): boolean {
  if (deliveredOn === undefined || !findings.some(({ rule }) => rule === 'note-contact-data')) return false;
  return (Date.parse(now) - Date.parse(deliveredOn)) / 86_400_000 > IDENTITY_DAYS;
}
