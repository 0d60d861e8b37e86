import type { Clocked, Stamp } from '../records';

/** A row whose fields have clocks of their own. */
type ClockedRow = Stamp & Clocked;

/** The clock reading of the last change of one field. */
export const clockOf = (row: ClockedRow, field: string): string => row.clocks?.[field] ?? row.born ?? row.hlc;

/**
 * A row with some of its fields changed by one change; the same object when every value is what it was. Values are
 * compared as JSON, so give plain data. `null` takes a field away.
 */
export const withFields = <R extends ClockedRow>(
  before: R,
  fields: { readonly [K in keyof R]?: R[K] | null },
  stamp: Stamp,
): R => {
  const changed = Object.entries(fields).filter(
    ([name, value]) => JSON.stringify(before[name as keyof R] ?? null) !== JSON.stringify(value ?? null),
  );
  if (changed.length === 0) return before;
  const clocks = { ...before.clocks, ...Object.fromEntries(changed.map(([name]) => [name, stamp.hlc])) };
  const next = {
    ...before,
    ...stamp,
    deleted: before.deleted,
    born: before.born ?? before.hlc,
  } as unknown as Record<string, unknown>;
  for (const [name, value] of changed) {
    if (value === null || value === undefined) delete next[name];
    else next[name] = value;
  }
  return { ...next, clocks } as unknown as R;
};

/** A row as it is made: every field is as old as the row. */
export const asNew = <R extends ClockedRow>(row: R): R => ({ ...row, born: row.hlc });

/** A row with one part of a map changed, which has a clock of its own; the same object when the value is what it was. */
export const withPart = <R extends ClockedRow>(
  before: R,
  { map, name, value }: { readonly map: keyof R & string; readonly name: string; readonly value: string | null },
  stamp: Stamp,
): R => {
  const parts = (before[map] ?? {}) as Readonly<Record<string, string>>;
  if ((parts[name] ?? null) === value) return before;
  const others = Object.fromEntries(Object.entries(parts).filter(([part]) => part !== name));
  return {
    ...before,
    ...stamp,
    deleted: before.deleted,
    born: before.born ?? before.hlc,
    clocks: { ...before.clocks, [`${map}.${name}`]: stamp.hlc },
    [map]: value === null ? others : { ...others, [name]: value },
  };
};
