/** What an import would change, row by row and field by field, and in what two bundles differ. */
import { clockOf } from '../customers/clocked';
import { tagMarksOf } from '../customers/tags';
import type { AgentId } from '../ids';
import type { BuyerRow, Clocked, Stamp } from '../records';
import type { BundleLine, BundleRows, BundleSection } from './bundle';
import { canonicalJson } from './canonical-json';
import { mergedForm, mergeLine } from './merge-section';
import { compareLines, lineId } from './write-bundle';

/**
 * What becomes of a row: `same` and `kept` (ours is newer where they differ) change nothing that is shown, `conflict` is a
 * change that replaces one of ours, `deleted` sets a tombstone that was not there, also of a row we have never had.
 */
export type RowPlanKind = 'new' | 'same' | 'changed' | 'conflict' | 'deleted' | 'kept';

/**
 * A field in which ours, theirs and what merging makes of them are not all alike; undefined where it is missing. Parts of
 * maps are named `fields.size`, entries of sets `tags.vip`: the value of such an entry is itself, or undefined.
 */
export interface FieldPlan {
  readonly field: string;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly merged: unknown;
  /** Who made their change; undefined where their row has changed since and tells only who did that. */
  readonly theirsAuthor: AgentId | undefined;
  /** Clock reading of their change; that of their row's making for what has no clock of its own. */
  readonly theirsHlc: string;
  /**
   * Both sides have changed it since the row was made, on different machines and to different values. Clocks cannot tell
   * whether one of them had seen the other's change.
   */
  readonly isConflict: boolean;
}

/** What importing one row would do. */
export interface RowPlan<S extends BundleSection = BundleSection> {
  readonly kind: RowPlanKind;
  readonly section: S;
  /** Key or id. */
  readonly id: string;
  /** The row to keep: what `mergeLine` makes of both. */
  readonly merged: BundleRows[S];
  readonly fields: readonly FieldPlan[];
  /** Whether the row has to be written: clocks can change where nothing else does. */
  readonly isWritten: boolean;
}

/** In what a row differs between two lists; `clocks` where nothing but its clocks or its stamp does. */
export type RowChangeKind = 'added' | 'removed' | 'deleted' | 'changed' | 'clocks';

/** A field in which two rows differ, named as in `FieldPlan`. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A row that is not the same in two lists. */
export interface RowChange {
  readonly section: BundleSection;
  /** Key or id. */
  readonly id: string;
  readonly kind: RowChangeKind;
  readonly fields: readonly FieldChange[];
}

interface Shown {
  readonly value: unknown;
  readonly clock: string;
}
type ShownRow = ReadonlyMap<string, Shown>;
type AnyRow = Stamp & Clocked & Readonly<Record<string, unknown>>;

const STAMP = ['shopId', 'authorId', 'hlc', 'origin', 'deleted'];
const HIDDEN: ReadonlySet<string> = new Set(['id', 'key', ...STAMP, 'born', 'clocks', 'tagMarks']);
const MAPS: ReadonlySet<string> = new Set(['fields', 'signals', 'values', 'authors', 'reviews', 'profile', 'own']);
const SETS: ReadonlySet<string> = new Set(['tags', 'aliases']);

const noRow: ShownRow = new Map();

/** Tags that were taken away have no value, but the moment it was done. */
const addTags = (shown: Map<string, Shown>, row: BuyerRow): void => {
  for (const [tag, { hlc, on }] of Object.entries(tagMarksOf(row)))
    shown.set(`tags.${tag}`, { clock: hlc, value: on === 1 ? tag : undefined });
};

const addField = (shown: Map<string, Shown>, row: AnyRow, name: string): void => {
  const value = row[name];
  const since = clockOf(row, name);
  const addPart = (key: string, part: unknown): void => {
    const field = `${name}.${key}`;
    shown.set(field, { value: part, clock: row.clocks?.[field] ?? since });
  };
  if (SETS.has(name)) for (const one of value as readonly string[]) addPart(one, one);
  else if (MAPS.has(name)) for (const [key, part] of Object.entries(value as object)) addPart(key, part);
  else shown.set(name, { value, clock: since });
};

/** The fields of a row that people see, and the clock of each; of those that were taken away the clock alone. */
const shownRow = <S extends BundleSection>(section: S, whole: BundleRows[S]): ShownRow => {
  const row = whole as unknown as AnyRow;
  const shown = new Map<string, Shown>();
  for (const [name, clock] of Object.entries(row.clocks ?? {})) shown.set(name, { clock, value: undefined });
  for (const name of Object.keys(row)) {
    const isElsewhere = HIDDEN.has(name) || (section === 'buyers' && name === 'tags');
    if (!isElsewhere && row[name] !== undefined) addField(shown, row, name);
  }
  if (section === 'buyers') addTags(shown, whole as BuyerRow);
  return shown.set('deleted', { clock: clockOf(row, 'deleted'), value: row.deleted === 1 ? 1 : undefined });
};

/** Values are plain data; a missing one is unlike every other. */
const isAlike = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a === b || canonicalJson(a) === canonicalJson(b);
};

const machineOf = (clock: string): string => clock.slice(clock.lastIndexOf(':') + 1);

const isChangedOnBoth = (ours: Shown | undefined, theirs: Shown | undefined, born: string | undefined): boolean => {
  if (!ours || !theirs || born === undefined || isAlike(ours.value, theirs.value)) return false;
  const isChanged = ours.clock > born && theirs.clock > born;
  return isChanged && machineOf(ours.clock) !== machineOf(theirs.clock);
};

const namesOf = (...rows: readonly ShownRow[]): readonly string[] =>
  [...new Set(rows.flatMap((row) => [...row.keys()]))].sort();

interface Three {
  readonly ours: ShownRow;
  readonly theirs: ShownRow;
  readonly merged: ShownRow;
}

const fieldPlans = ({ ours, theirs, merged }: Three, incoming: AnyRow, born: string | undefined) =>
  namesOf(ours, theirs, merged).flatMap((field): readonly FieldPlan[] => {
    const [own, other, both] = [ours.get(field), theirs.get(field), merged.get(field)];
    if (isAlike(own?.value, other?.value) && isAlike(own?.value, both?.value)) return [];
    const theirsHlc = other?.clock ?? clockOf(incoming, field);
    return [
      {
        field,
        ours: own?.value,
        theirs: other?.value,
        merged: both?.value,
        theirsAuthor: theirsHlc === incoming.hlc ? incoming.authorId : undefined,
        theirsHlc,
        isConflict: isChangedOnBoth(own, other, born),
      },
    ];
  });

const kindOf = (ours: Stamp | undefined, merged: Stamp, fields: readonly FieldPlan[]): RowPlanKind => {
  if (merged.deleted === 1 && ours?.deleted !== 1) return 'deleted';
  if (ours === undefined) return 'new';
  if (fields.every((field) => isAlike(field.ours, field.merged))) return fields.length === 0 ? 'same' : 'kept';
  return fields.some(({ isConflict }) => isConflict) ? 'conflict' : 'changed';
};

/**
 * What importing a row would do to ours, which must have the same key or id. After `merged` was kept, planning the same row
 * again finds nothing to write. It knows nothing of other rows: what goes because a buyer is forgotten, `mergeLines` tells.
 */
export const planRow = <S extends BundleSection>(
  section: S,
  local: BundleRows[S] | undefined,
  incoming: BundleRows[S],
): RowPlan<S> => {
  const theirs = mergedForm(section, incoming);
  const ours = local === undefined ? undefined : mergedForm(section, local);
  const merged = ours === undefined ? theirs : mergeLine(section, ours, theirs);
  const three = {
    ours: ours === undefined ? noRow : shownRow(section, ours),
    theirs: shownRow(section, theirs),
    merged: shownRow(section, merged),
  };
  const fields = fieldPlans(three, theirs as unknown as AnyRow, (merged as Clocked).born);
  return {
    kind: kindOf(ours, merged, fields),
    section,
    id: lineId({ section, row: incoming } as unknown as BundleLine),
    merged,
    fields,
    isWritten: ours === undefined || canonicalJson(ours) !== canonicalJson(merged),
  };
};

/** Whether a row that is new here is a tombstone: what becomes of it needs no comparing. */
const kindOfNew = ({ deleted }: Stamp): RowPlanKind => (deleted === 1 ? 'deleted' : 'new');

/** The row to keep, as in `RowPlan`. */
export type RowMerge<S extends BundleSection = BundleSection> = Pick<RowPlan<S>, 'merged' | 'isWritten'>;

/** What `planRow` says of the row to keep, without looking at its fields: a tenth of the work where nobody looks. */
export const mergeRow = <S extends BundleSection>(
  section: S,
  local: BundleRows[S] | undefined,
  incoming: BundleRows[S],
): RowMerge<S> => {
  if (local === undefined) return { merged: mergedForm(section, incoming), isWritten: true };
  const ours = mergedForm(section, local);
  const merged = mergeLine(section, ours, incoming);
  return { merged, isWritten: canonicalJson(ours) !== canonicalJson(merged) };
};

/** The kind `planRow` says, found without comparing fields where the row is new or the very same. */
export const kindOfRow = <S extends BundleSection>(
  section: S,
  local: BundleRows[S] | undefined,
  incoming: BundleRows[S],
): RowPlanKind => {
  if (local === undefined) return kindOfNew(incoming);
  if (local.hlc === incoming.hlc && canonicalJson(mergedForm(section, local)) === canonicalJson(incoming))
    return 'same';
  return planRow(section, local, incoming).kind;
};

const shownLine = (line: BundleLine | undefined): ShownRow => (line ? shownRow(line.section, line.row) : noRow);

const inMergedForm = (line: BundleLine): BundleLine =>
  ({ section: line.section, row: mergedForm(line.section, line.row) }) as unknown as BundleLine;

const changeKind = (
  before: BundleLine | undefined,
  after: BundleLine | undefined,
  fields: readonly FieldChange[],
): RowChangeKind => {
  if (!before) return 'added';
  if (!after) return 'removed';
  if (after.row.deleted === 1 && before.row.deleted === 0) return 'deleted';
  return fields.length === 0 ? 'clocks' : 'changed';
};

const isSameText = (a: BundleLine, b: BundleLine): boolean =>
  a.row.hlc === b.row.hlc && canonicalJson(a) === canonicalJson(b);

const fieldChanges = (was: ShownRow, is: ShownRow): readonly FieldChange[] =>
  namesOf(was, is).flatMap((field) => {
    const change = { field, before: was.get(field)?.value, after: is.get(field)?.value };
    return isAlike(change.before, change.after) ? [] : [change];
  });

const changeOf = (
  line: BundleLine,
  one: BundleLine | undefined,
  other: BundleLine | undefined,
): readonly RowChange[] => {
  if (one && other && isSameText(one, other)) return [];
  const [before, after] = [one && inMergedForm(one), other && inMergedForm(other)];
  const fields = fieldChanges(shownLine(before), shownLine(after));
  const kind = changeKind(before, after, fields);
  if (kind === 'clocks' && before && after && isSameText(before, after)) return [];
  return [{ section: line.section, id: lineId(line), kind, fields }];
};

const byPlace = (lines: readonly BundleLine[]): ReadonlyMap<string, BundleLine> =>
  new Map(lines.map((line) => [`${line.section} ${lineId(line)}`, line]));

/**
 * The rows in which two lists differ, in the order in which rows are written. Each list holds a row at most once; rows that
 * would merge alike are the same, whatever the order of their keys.
 */
export const diffLines = (before: readonly BundleLine[], after: readonly BundleLine[]): readonly RowChange[] => {
  const [was, is] = [byPlace(before), byPlace(after)];
  const places = new Map([...is, ...was]);
  return [...places]
    .sort(([, a], [, b]) => compareLines(a, b))
    .flatMap(([place, line]) => changeOf(line, was.get(place), is.get(place)));
};
