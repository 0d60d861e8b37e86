import type { BuyerRow, Stamp } from '../records';
import { withFields } from './clocked';
import { mergeSighting, type Sighting } from './merge';

/**
 * A record to which sightings were merged, stamped by one change: what a page says of the buyer gets clocks of its own, so
 * that it does not win over a later change of something else.
 */
export const stampSighting = (before: BuyerRow, merged: BuyerRow, by: Stamp): BuyerRow => {
  // Made by this very change: every field is as old as the record.
  if (before.born === by.hlc) return merged;
  const { displayName, country, lang, aliases, firstSeen, lastSeen } = merged;
  const named = withFields<BuyerRow>(
    before,
    {
      ...(displayName === undefined ? {} : { displayName }),
      ...(country === undefined ? {} : { country }),
      ...(lang === undefined ? {} : { lang }),
    },
    by,
  );
  const kept = { deleted: before.deleted, born: before.born ?? before.hlc };
  return { ...named, ...by, ...kept, aliases, ...(firstSeen === undefined ? {} : { firstSeen }), lastSeen };
};

/** A record with what a page shows added by one change; the same object when nothing worth writing changed. */
export const sighted = (before: BuyerRow, seen: Sighting, stamp: () => Stamp): BuyerRow => {
  const merged = mergeSighting(before, seen);
  return merged === before ? before : stampSighting(before, merged, stamp());
};
