/** What a person has chosen in a preview, as a change like any other: it is newer than both sides and travels on. */
import { withFields, withPart } from '../customers/clocked';
import { withTags } from '../customers/tags';
import type { BuyerRow, Clocked, Stamp } from '../records';
import { isOwnSection, type BundleRows, type BundleSection } from './bundle';
import type { FieldPlan, RowPlan } from './diff-bundles';
import type { Take } from './import-job';
import { readLockId } from '../compliance/desk/rule-row-id';

/** What was chosen for a row, by field; `*` for all of it. */
export type Chosen = Readonly<Record<string, Take>>;

type AnyRow = Stamp & Clocked & Readonly<Record<string, unknown>>;

/** The name under which the choice for a whole row is kept. */
export const wholeRow = '*';

const takeOf = (chosen: Chosen, field: string): Take =>
  (Object.hasOwn(chosen, field) ? chosen[field] : chosen[wholeRow]) ?? 'merged';

const isMap = (name: string): boolean => name === 'fields' || name === 'signals';

const withValue = (row: AnyRow, field: string, value: unknown, stamp: Stamp): AnyRow => {
  const dot = field.indexOf('.');
  const [name, part] = dot < 0 ? [field, ''] : [field.slice(0, dot), field.slice(dot + 1)];
  if (name === 'tags') {
    const change = value === undefined ? { add: [], remove: [part] } : { add: [part], remove: [] };
    return withTags(row as unknown as BuyerRow, change, stamp) as unknown as AnyRow;
  }
  // Names a record is found by only come together; a deletion has rules of its own.
  if (name === 'aliases' || name === 'deleted') return row;
  if (part === '') return withFields(row, { [name]: value ?? null }, stamp);
  if (!isMap(name)) return row;
  return withPart(row, { map: name, name: part, value: typeof value === 'string' ? value : null }, stamp);
};

const chosenValue = ({ ours, theirs }: FieldPlan, take: Exclude<Take, 'merged'>): unknown =>
  take === 'ours' ? ours : theirs;

const isClocked = (section: BundleSection): boolean =>
  !isOwnSection(section) && !['shops', 'contacts', 'products', 'templates', 'overrides', 'rules'].includes(section);

/**
 * The row to keep for what was chosen: what merging makes of both sides, with the chosen values set by a new change. Rows
 * without clocks of fields are taken whole. Undefined when nothing is to be written: a new row that is not wanted.
 */
export const chosenRow = <S extends BundleSection>(
  plan: RowPlan<S>,
  sides: { readonly ours: BundleRows[S] | undefined; readonly theirs: BundleRows[S] },
  chosen: Chosen,
  stamp: Stamp,
): BundleRows[S] | undefined => {
  const whole = takeOf(chosen, wholeRow);
  // The rows of a new shop would stand nowhere without it, and what is deleted has no words to choose.
  if (sides.ours === undefined) return whole === 'ours' && plan.section !== 'shops' ? undefined : plan.merged;
  if (plan.merged.deleted === 1) return plan.merged;
  if (!isClocked(plan.section)) {
    // A lock is its author's: under our name it would bind nobody.
    if (plan.section === 'rules' && readLockId(plan.id) !== null)
      return whole === 'ours' ? sides.ours : whole === 'theirs' ? sides.theirs : plan.merged;
    const row = whole === 'ours' ? sides.ours : whole === 'theirs' ? sides.theirs : plan.merged;
    return row === plan.merged || whole === 'merged' ? row : { ...row, ...stamp, deleted: row.deleted };
  }
  let row = plan.merged as unknown as AnyRow;
  for (const field of plan.fields) {
    const take = takeOf(chosen, field.field);
    if (take !== 'merged') row = withValue(row, field.field, chosenValue(field, take), stamp);
  }
  return row as unknown as BundleRows[S];
};
