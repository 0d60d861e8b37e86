/** How imports lie in the store: one row for what is known of a file, and parts for its rows and for what was there before. */
import type { BundleLine } from '../../domain/bundles/bundle';
import { tallyOf, type ImportJob } from '../../domain/bundles/import-job';
import type { BuyerKey } from '../../domain/ids';
import type { ImportPartRow, ImportRow } from '../../domain/records';
import type { Db } from '../../platform/db/schema';
import type { ImportEntry } from '../bundles-api';

/** `raw`: rows as they were read; `lines`: rows as they are shown and applied; `undo`: what was there before. */
export type PartKind = 'raw' | 'lines' | 'undo' | 'rejected';

const AFTER_ALL = '\uffff';

/** Name of a part. `place` sorts as text, so numbers need leading zeros (`placeOf`). */
export const partId = (importId: string, kind: PartKind, place: string): string => `${importId}:${kind}:${place}`;

/** A number as a place that sorts as text. */
export const placeOf = (n: number): string => String(n).padStart(7, '0');

/** The parts of one kind, in the order of their places; with `under` only those whose place begins so. */
export const partsOf = (db: Db, importId: string, kind: PartKind, under = '') => {
  const begins = partId(importId, kind, under);
  return db.importParts.where('id').between(begins, begins + AFTER_ALL);
};

/** Removes every part of an import, or those of one kind. */
export const removeParts = async (db: Db, importId: string, kind?: PartKind): Promise<void> => {
  const begins = kind ? partId(importId, kind, '') : `${importId}:`;
  await db.importParts
    .where('id')
    .between(begins, begins + AFTER_ALL)
    .delete();
};

/** The rows of a part by place; null for one that was taken out because somebody was forgotten: places stay what they were. */
export const storedLines = ({ value }: Pick<ImportPartRow, 'value'>): readonly (BundleLine | null)[] =>
  JSON.parse(value) as readonly (BundleLine | null)[];

/** The rows of a part that was staged. */
export const linesIn = (part: Pick<ImportPartRow, 'value'>): readonly BundleLine[] =>
  storedLines(part).filter((line) => line !== null);

/** Whose rows these are. */
export const keysIn = (lines: readonly BundleLine[]): readonly BuyerKey[] => [
  ...new Set(
    lines.flatMap(({ section, row }) =>
      section === 'buyers' ? row.key : 'buyerKey' in row ? (row.buyerKey ?? []) : [],
    ),
  ),
];

/** A part as a row of the store. */
export const asPart = (id: string, lines: readonly BundleLine[]): ImportPartRow => ({
  id,
  keys: keysIn(lines),
  value: JSON.stringify(lines),
});

/** A part of rows as they were read: whose they are is not looked up by a key of its own, so short is its life. */
export const asRawPart = (id: string, lines: readonly BundleLine[]): ImportPartRow => ({
  id,
  keys: [],
  value: JSON.stringify(lines),
});

/** Whether a part holds rows as they were read. */
export const isRawPart = (id: string): boolean => id.includes(':raw:');

/** What pages see of an import; `from` is the name of who wrote it. */
export const entryOf = (row: ImportRow, names: ReadonlyMap<string, string>): ImportEntry => {
  const { id, state, at, fileName, lockedBy, header, unknownSections, shops, appliedAt, undoUntil, keptBack } = row;
  const from = names.get(header.authorId);
  return {
    id,
    state,
    at,
    fileName,
    lockedBy,
    header,
    tally: tallyOf(row),
    unknownSections,
    shops,
    ...(from === undefined ? {} : { from }),
    ...(appliedAt === undefined ? {} : { appliedAt }),
    ...(undoUntil === undefined ? {} : { undoUntil }),
    ...(keptBack === undefined ? {} : { keptBack }),
  };
};

/** Writes what has changed about an import; undefined when it is gone. */
export const updateJob = async (db: Db, id: string, change: Partial<ImportJob>): Promise<ImportRow | undefined> => {
  const row = await db.imports.get(id);
  if (row === undefined) return undefined;
  const next = { ...row, ...change };
  await db.imports.put(next);
  return next;
};
