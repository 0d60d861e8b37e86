/** What every row of a bundle begins with: its stamp, and where its fields have clocks, those. */
import * as v from 'valibot';
import type { Stamp } from '../records';
import { clock, flag, isSafeKey, mapOf, name, textOf } from './row-parts';

/** A key of a map whose parts have clocks. Units: UTF-16 units. */
const LONGEST_KEY = 200;

const stamp = {
  shopId: v.pipe(
    name,
    v.transform((value) => value as Stamp['shopId']),
  ),
  authorId: v.pipe(
    name,
    v.transform((value) => value as Stamp['authorId']),
  ),
  hlc: clock,
  origin: name,
  deleted: flag,
};

/** A row that merges whole. */
export const stamped = <E extends v.ObjectEntries>(entries: E) => v.object({ ...stamp, ...entries });

/** A row that merges whole and is never deleted. */
export const lasting = <E extends v.ObjectEntries>(entries: E) =>
  v.object({ ...stamp, deleted: v.literal(0), ...entries });

/** Clocks of parts have the name of their map before a dot. */
const clockName = textOf('signals.'.length + LONGEST_KEY);

/**
 * A row whose fields have clocks. A clock of a field that is not known here is left out with the field: alone it would say
 * that the field was taken away.
 */
export const clocked = <E extends v.ObjectEntries>(entries: E) => {
  const known = new Set([...Object.keys(stamp), ...Object.keys(entries)]);
  const isKept = (key: string): boolean => {
    const dot = key.indexOf('.');
    return known.has(dot < 0 ? key : key.slice(0, dot)) && isSafeKey(key.slice(dot + 1));
  };
  return v.object({
    ...stamp,
    born: v.optional(clock),
    clocks: v.optional(mapOf(clockName, clock, isKept)),
    ...entries,
  });
};
