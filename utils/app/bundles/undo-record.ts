/** What is kept of a part before it is applied, so that taking it back leaves exactly what was there. */
import { nothingPacked, splitPacked, type PackedRows } from '../../domain/customers/pack';
import type { BundleLine, BundleRows, BundleSection } from '../../domain/bundles/bundle';
import type { BuyerKey } from '../../domain/ids';

/** Records that can only be taken back together, because a row went from one to the other. */
export interface UndoUnit {
  readonly keys: readonly BuyerKey[];
  /** What stood there after the part was applied (`printOf`): when it is something else, somebody has worked on it since. */
  readonly print: string;
}

/** A row that belongs to no buyer: what it was, and the clock it had afterwards. */
export interface UndoRow {
  readonly section: BundleSection;
  readonly id: string;
  readonly before: BundleRows[BundleSection] | null;
  readonly after: string;
  /** The record it has become part of; it is put back only together with that. */
  readonly owner?: BuyerKey;
}

/** What a part has changed. */
export interface UndoRecord {
  readonly units: readonly UndoUnit[];
  /** Everything about the records of the units as it was, with figures and places in lists. */
  readonly before: PackedRows;
  /** Those of them that were archived. */
  readonly packed: readonly BuyerKey[];
  readonly desk: readonly UndoRow[];
  /** Records joined to some of these that had to stand alone meanwhile. */
  readonly beside: readonly BuyerKey[];
}

/** A part that has changed nothing. */
export const nothingToUndo: UndoRecord = { units: [], before: nothingPacked, packed: [], desk: [], beside: [] };

const saidOf = ({ done, snoozedTo }: PackedRows['followUps'][number]): string => `${done}${snoozedTo ?? ''}`;

/**
 * Everything a person or a page has put into some records, as a text that is the same as long as nobody changes anything.
 * What is worked out (figures, the times of follow-ups) may change by itself and does not count.
 */
export const printOf = (rows: PackedRows, keys: ReadonlySet<BuyerKey>): string => {
  const lists = [rows.orders, rows.events, rows.notes, rows.contacts, rows.promises] as const;
  const marks = [
    ...rows.buyers.filter(({ key }) => keys.has(key)).map(({ key, hlc, archived }) => `b ${key} ${hlc} ${archived}`),
    ...lists.flatMap((list, at) =>
      (list as readonly { readonly id: string; readonly hlc: string; readonly buyerKey?: BuyerKey }[])
        .filter(({ buyerKey }) => buyerKey !== undefined && keys.has(buyerKey))
        .map(({ id, hlc }) => `${at} ${id} ${hlc}`),
    ),
    ...rows.followUps
      .filter((row) => keys.has(row.buyerKey) && (row.done === 1 || row.snoozedTo !== undefined))
      .map((row) => `f ${row.id} ${saidOf(row)}`),
  ];
  return marks.sort().join('\n');
};

/** Records in groups: those between which a row went belong together. */
export const unitsOf = (
  keys: Iterable<BuyerKey>,
  moves: readonly (readonly [BuyerKey, BuyerKey])[],
): readonly (readonly BuyerKey[])[] => {
  const groupOf = new Map<BuyerKey, Set<BuyerKey>>();
  for (const key of keys) groupOf.set(key, new Set([key]));
  for (const [from, to] of moves) {
    const [one, other] = [groupOf.get(from), groupOf.get(to)];
    if (!one || !other || one === other) continue;
    for (const key of other) groupOf.set(key, one.add(key));
  }
  return [...new Set(groupOf.values())].map((group) => [...group].sort());
};

/** The lines of a section among others, as rows. */
export const rowsIn = <S extends BundleSection>(lines: readonly BundleLine[], section: S): readonly BundleRows[S][] =>
  lines.flatMap((line) => (line.section === section ? [line.row as unknown as BundleRows[S]] : []));

const isOwnedBy = (row: object | null, keys: ReadonlySet<BuyerKey>): boolean =>
  row !== null && 'buyerKey' in row && keys.has(row.buyerKey as BuyerKey);

/** Removes somebody from what would be put back: they are forgotten, or nothing but hashes is left of them. */
export const withoutRecords = (undo: UndoRecord, keys: ReadonlySet<BuyerKey>): UndoRecord => ({
  units: undo.units.filter((unit) => !unit.keys.some((key) => keys.has(key))),
  before: splitPacked(undo.before, keys).left,
  packed: undo.packed.filter((key) => !keys.has(key)),
  desk: undo.desk.filter(({ before, owner }) => !isOwnedBy(before, keys) && !(owner && keys.has(owner))),
  beside: undo.beside.filter((key) => !keys.has(key)),
});
