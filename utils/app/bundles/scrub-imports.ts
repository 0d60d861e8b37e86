/** Takes somebody out of files that were read and out of what could be taken back: nothing of them is kept anywhere. */
import type { BundleLine, RejectedRow } from '../../domain/bundles/bundle';
import type { BuyerKey } from '../../domain/ids';
import type { EntryRow, ImportPartRow } from '../../domain/records';
import { withoutWords } from '../../domain/customers/without-identity';
import type { Change } from '../records';
import { isRawPart, storedLines } from './import-store';
import { withoutRecords, type UndoRecord, type UndoRow } from './undo-record';

const isRejected = ({ id }: ImportPartRow): boolean => id.endsWith(':rejected:');
const isUndo = ({ id }: ImportPartRow): boolean => id.includes(':undo:');

/** A mark that somebody was forgotten names nobody, and its hashes are how they are recognised by other names. */
const isMark = (line: BundleLine): boolean => line.section === 'buyers' && line.row.forgotten === 1;

const isAbout = (line: BundleLine, keys: ReadonlySet<BuyerKey>): boolean => {
  if (isMark(line)) return false;
  const owner = line.section === 'buyers' ? line.row.key : 'buyerKey' in line.row ? line.row.buyerKey : undefined;
  return owner !== undefined && keys.has(owner);
};

const scrubbed = (part: ImportPartRow, keys: ReadonlySet<BuyerKey>): ImportPartRow => {
  const left = part.keys.filter((key) => !keys.has(key));
  if (isUndo(part)) {
    const undo = withoutRecords(JSON.parse(part.value) as UndoRecord, keys);
    return { ...part, keys: left, value: JSON.stringify(undo) };
  }
  const lines = storedLines(part).map((line) => (line === null || isAbout(line, keys) ? null : line));
  const marks = lines.flatMap((line) => (line?.section === 'buyers' && keys.has(line.row.key) ? [line.row.key] : []));
  return { ...part, keys: [...left, ...marks], value: JSON.stringify(lines) };
};

const unnamedRow = (row: UndoRow, words: readonly string[]): UndoRow => {
  if (row.section !== 'entries' || row.before === null) return row;
  const entry = row.before as EntryRow;
  return { ...row, before: { ...entry, text: withoutWords(entry.text, words) } };
};

/** Entries of the work log are about no buyer; what would be put back of them loses the names as well. */
const unnamed = (part: ImportPartRow, words: readonly string[]): ImportPartRow => {
  if (isRejected(part)) {
    const rows = (JSON.parse(part.value) as readonly RejectedRow[]).filter(({ id }) => withoutWords(id, words) === id);
    return { ...part, value: JSON.stringify(rows) };
  }
  if (isUndo(part)) {
    const undo = JSON.parse(part.value) as UndoRecord;
    return { ...part, value: JSON.stringify({ ...undo, desk: undo.desk.map((row) => unnamedRow(row, words)) }) };
  }
  const lines = storedLines(part).map((line) =>
    line?.section === 'entries' ? { ...line, row: { ...line.row, text: withoutWords(line.row.text, words) } } : line,
  );
  return { ...part, value: JSON.stringify(lines) };
};

/**
 * Removes records from every import, within a change that has `importParts` among its tables; with `words` also their names
 * from entries of the work log.
 */
export const scrubImports = async (
  { db }: Pick<Change, 'db'>,
  keys: ReadonlySet<BuyerKey>,
  words: readonly string[] = [],
): Promise<void> => {
  if ((await db.importParts.count()) === 0) return;
  const ids = await db.importParts.toCollection().primaryKeys();
  const raw = (await db.importParts.bulkGet(ids.filter(isRawPart))).flatMap((part) => part ?? []);
  const listed = await db.importParts
    .where('keys')
    .anyOf([...keys])
    .distinct()
    .toArray();
  // A file that is being read at this moment has no keys to look its rows up by.
  const quoted = [...keys].map((key) => JSON.stringify(key));
  const about = [...listed, ...raw.filter(({ value }) => quoted.some((key) => value.includes(key)))];
  if (about.length > 0) await db.importParts.bulkPut(about.map((part) => scrubbed(part, keys)));
  if (words.length === 0) return;
  const named = new Set(await db.importParts.orderBy('keys').primaryKeys());
  const others = ids.filter((id) => !named.has(id));
  const desk = (await db.importParts.bulkGet(others)).flatMap((part) => part ?? []);
  if (desk.length > 0) await db.importParts.bulkPut(desk.map((part) => unnamed(part, words)));
};
