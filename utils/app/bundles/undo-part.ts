/** Takes one part of an import back in one transaction; what somebody has worked on since stays. */
import { joinPacked, nothingPacked, splitPacked, type PackedRows } from '../../domain/customers/pack';
import { countChanges } from '../../domain/customers/list-counts';
import { facetRange } from '../../domain/customers/facets';
import type { BuyerKey } from '../../domain/ids';
import type { TemplateRow } from '../../domain/records';
import { listedCount, packRows, readArchived, unpack } from '../buyers/archive';
import { putSatellites, readRows, removeRows } from '../buyers/record-rows';
import type { Change } from '../records';
import type { PartRules } from './apply-part';
import { printOf, type UndoRecord, type UndoRow, type UndoUnit } from './undo-record';

/** Records and rows that somebody has worked on since, and that keep what was done. */
type KeptBack = number;

const joinTargets = (rows: PackedRows): readonly BuyerKey[] => rows.buyers.flatMap(({ joinedTo }) => joinedTo || []);

/** Takes records out of the tables or the archive; those that were archived with them go back. */
const clear = async (
  change: Change,
  keys: ReadonlySet<BuyerKey>,
  now: { readonly live: PackedRows; readonly archived: PackedRows },
  newId: () => string,
): Promise<void> => {
  await removeRows(change, splitPacked(now.live, keys).taken);
  const archived = now.archived.buyers.filter(({ key }) => keys.has(key)).map(({ key }) => key);
  if (archived.length === 0) return;
  const { taken, left } = splitPacked(await unpack(change, archived), keys);
  change.count('archived', -listedCount(taken.buyers));
  if (left.buyers.length > 0) await packRows(change, left, newId);
};

/** Puts records back as they were, into the tables or the archive. */
const restore = async (change: Change, rows: PackedRows, packed: ReadonlySet<BuyerKey>, newId: () => string) => {
  const { taken: toPack, left: live } = splitPacked(rows, packed);
  if (live.buyers.length > 0) {
    await putSatellites(change, live);
    await change.db.buyers.bulkPut([...live.buyers]);
    for (const { facets } of live.buyers) for (const [list, by] of countChanges([], facets)) change.count(list, by);
    await change.db.changed.add({ keys: live.buyers.map(({ key }) => key) });
  }
  if (toPack.buyers.length === 0) return;
  await packRows(change, toPack, newId);
  change.count('archived', listedCount(toPack.buyers));
};

const undoRecords = async (
  change: Change,
  { units, before, packed }: UndoRecord,
  newId: () => string,
): Promise<KeptBack> => {
  if (units.length === 0) return 0;
  const all = units.flatMap(({ keys }) => keys);
  const live = await readRows(change.db, all);
  const archived = (await change.db.archive.count()) === 0 ? nothingPacked : await readArchived(change.db, all);
  const now = joinPacked(live, archived);
  const isAsLeft = ({ keys, print }: UndoUnit): boolean => printOf(now, new Set(keys)) === print;
  const back = new Set(units.filter(isAsLeft).flatMap(({ keys }) => keys));
  if (back.size > 0) {
    await clear(change, back, { live, archived }, newId);
    const { taken } = splitPacked(before, back);
    await restore(change, taken, new Set(packed), newId);
    const roots = [...joinTargets(splitPacked(now, back).taken), ...joinTargets(taken)];
    for (const root of roots) if (!back.has(root)) change.touch(root, 'words');
  }
  return all.length - back.size;
};

const holdsRecords = async ({ db }: Change, shopId: string): Promise<boolean> => {
  const { after, before } = facetRange(`shop:${shopId}`);
  return (await db.buyers.where('facets').between(after, before).limit(1).count()) > 0;
};

/** Puts one row back; false when somebody has changed it since. */
const undoRow = async (change: Change, { section, id, before, after }: UndoRow): Promise<boolean> => {
  const table = change.db.table<{ readonly hlc: string }>(section);
  const now = await table.get(id);
  if (now !== undefined && now.hlc !== after) return false;
  // Records that came to a new shop in the meantime would stand nowhere.
  if (before === null && section === 'shops' && (await holdsRecords(change, id))) return false;
  if (before === null) await table.delete(id);
  else await table.put(before);
  return true;
};

/** Takes a part back within a change that has `importTables`; answers how many records and rows keep what was done since. */
export const undoPart = async (
  change: Change,
  undo: UndoRecord,
  { newId, templates }: Pick<PartRules, 'newId' | 'templates'>,
): Promise<KeptBack> => {
  let kept = await undoRecords(change, undo, newId);
  const written: TemplateRow[] = [];
  for (const row of undo.desk.toReversed()) {
    if (!(await undoRow(change, row))) kept += 1;
    else if (row.section === 'templates' && row.before) written.push(row.before as TemplateRow);
  }
  if (undo.desk.some(({ section }) => section === 'templates')) await templates.mark(change, written);
  return kept;
};
