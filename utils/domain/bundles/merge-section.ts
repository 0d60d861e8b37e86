/**
 * Two copies of one row of a bundle, brought together: the result is the same in whatever order, grouping and repetition
 * copies meet. Rows whose fields have clocks merge by field (`merge-rows.ts`); of all others the later one counts whole.
 */
import { mergeRows, type MergingRows } from '../customers/merge-rows';
import type { EntryRow, Stamp } from '../records';
import type { BundleRows, BundleSection } from './bundle';
import { canonicalJson, wellFormed } from './canonical-json';

/**
 * Sections that merge by field. Messages do not, although `mergeRows` would take them: their rows carry no field clocks,
 * so what it notes about their fields would be lost in the next file.
 */
type FieldSection = Exclude<keyof MergingRows, 'contacts'>;

const fieldSections: ReadonlySet<BundleSection> = new Set<FieldSection>([
  'buyers',
  'orders',
  'events',
  'notes',
  'promises',
  'followUps',
  'entries',
]);

const isFieldSection = (section: BundleSection): section is FieldSection => fieldSections.has(section);

type Fields = Readonly<Record<string, unknown>>;

/** The same object with other values, or itself where all stay: most rows of a million need no copy. */
const withValues = (object: Fields, of: (value: unknown) => unknown): Fields => {
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(object)) {
    const value = of(object[name]);
    if (value === object[name]) continue;
    copy ??= { ...object };
    copy[name] = value;
  }
  return copy ?? object;
};

/** The same plain data with its keys in order and without halves of characters, at every depth. */
const ordered = (value: unknown): unknown => {
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const fields = withValues(value as Fields, ordered);
  const names = Object.keys(fields);
  const isInOrder = names.every((name, at) => at === 0 || names[at - 1]! < name);
  return isInOrder ? fields : Object.fromEntries(names.sort().map((name) => [name, fields[name]]));
};

/** Ties are broken by the text of values, which must not depend on the order in which a page or a file named their keys. */
const inCanonicalOrder = <R extends object>(row: R): R => withValues(row as Fields, ordered) as R;

const laterRow = <R extends Stamp>(section: BundleSection, a: R, b: R): R => {
  // A message that somebody has deleted stays deleted, as notes do.
  if (section === 'contacts' && a.deleted !== b.deleted) return a.deleted === 1 ? a : b;
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? b : a;
  return canonicalJson(a) < canonicalJson(b) ? b : a;
};

/**
 * The words of a deleted entry are gone for good, so their clocks say nothing; left in place they would tell which copies
 * had met before the deletion was heard of.
 */
const withoutClocksOfWords = (entry: EntryRow): EntryRow => {
  if (entry.deleted === 0) return entry;
  const { product: _product, reason: _reason, ...clocks } = entry.clocks ?? {};
  return { ...entry, clocks };
};

/** Merges two copies of one row, which must have the same key or id; what is worked out from other rows is left out. */
export const mergeLine = <S extends BundleSection>(section: S, a: BundleRows[S], b: BundleRows[S]): BundleRows[S] => {
  const [one, other] = [inCanonicalOrder(a), inCanonicalOrder(b)];
  if (!isFieldSection(section)) return laterRow(section, one, other);
  const merged = mergeRows<FieldSection>(section, one as MergingRows[FieldSection], other as MergingRows[FieldSection]);
  return (section === 'entries' ? withoutClocksOfWords(merged as EntryRow) : merged) as BundleRows[S];
};

/** A row in the form that merging gives it, so that it can be compared with what was merged. */
export const mergedForm = <S extends BundleSection>(section: S, row: BundleRows[S]): BundleRows[S] =>
  mergeLine(section, row, row);
