/** Takes one part of an import back in one transaction; what somebody has worked on since stays. */
import { joinPacked, nothingPacked, splitPacked, type PackedRows } from '../../domain/customers/pack';
import { countChanges } from '../../domain/customers/list-counts';
import { clockOf } from '../../domain/customers/clocked';
import { facetRange } from '../../domain/customers/facets';
import type { BuyerKey } from '../../domain/ids';
import type { BuyerRow, LogRow, TemplateRow } from '../../domain/records';
import { listedCount, packRows, readArchived, unpack } from '../buyers/archive';
import { putSatellites, readRows, removeRows } from '../buyers/record-rows';
import { joinedTo } from '../buyers/refresh';
import type { Change } from '../records';
import type { PartRules } from './apply-part';
import { printOf, type UndoRecord, type UndoRow, type UndoUnit } from './undo-record';

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
    for (const row of live.buyers) {
      for (const [list, by] of countChanges([], row.facets)) change.count(list, by);
      change.tally(row, {}, row.tally, live.orders);
    }
    await change.db.changed.add({ keys: live.buyers.map(({ key }) => key) });
  }
  if (toPack.buyers.length === 0) return;
  await packRows(change, toPack, newId);
  change.count('archived', listedCount(toPack.buyers));
};

/** Records outside of these that are joined to some of them. */
const joinedFromOutside = async ({ db }: Change, keys: readonly BuyerKey[]): Promise<readonly BuyerRow[]> => {
  const own = new Set(keys);
  return (await joinedTo(db, keys)).filter(({ key, deleted }) => deleted === 0 && !own.has(key));
};

/** Takes records back; answers those that went back to what they were. */
const undoRecords = async (
  change: Change,
  { units, before, packed, beside }: UndoRecord,
  { newId, latest }: Pick<UndoRules, 'newId' | 'latest'>,
): Promise<ReadonlySet<BuyerKey>> => {
  if (units.length === 0) return new Set();
  const all = units.flatMap(({ keys }) => keys);
  const live = await readRows(change.db, all);
  const archived = (await change.db.archive.count()) === 0 ? nothingPacked : await readArchived(change.db, all);
  const now = joinPacked(live, archived);
  const outside = await joinedFromOutside(change, all);
  const was = new Set(before.buyers.map(({ key }) => key));
  // A record that others were joined to since does not go from under them; what came with the import goes as well.
  const since = outside.filter((row) => clockOf(row, 'joinedTo') > latest);
  const needed = new Set(since.flatMap(({ joinedTo: to }) => (to && !was.has(to) ? [to] : [])));
  const isAsLeft = ({ keys, print }: UndoUnit): boolean =>
    !keys.some((key) => needed.has(key)) && printOf(now, new Set(keys)) === print;
  const back = new Set(units.filter(isAsLeft).flatMap(({ keys }) => keys));
  if (back.size === 0) return back;
  await clear(change, back, { live, archived }, newId);
  const { taken } = splitPacked(before, back);
  await restore(change, taken, new Set(packed), newId);
  const roots = [...joinTargets(splitPacked(now, back).taken), ...joinTargets(taken)].filter((key) => !back.has(key));
  for (const key of [...roots, ...outside.map((row) => row.key), ...beside]) change.touch(key, 'words');
  return back;
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
  if (section === 'log')
    change.recount({ came: before ? [before as LogRow] : [], gone: now ? [now as unknown as LogRow] : [] });
  return true;
};

/** What a part is taken back with. */
interface UndoRules extends Pick<PartRules, 'newId' | 'templates'> {
  /** Latest clock reading of the import: what is later was done since. */
  readonly latest: string;
}

/** Takes a part back within a change that has `importTables`; answers how many records and rows keep what was done since. */
export const undoPart = async (
  change: Change,
  undo: UndoRecord,
  { newId, templates, latest }: UndoRules,
): Promise<number> => {
  const back = await undoRecords(change, undo, { newId, latest });
  let kept = undo.units.flatMap(({ keys }) => keys).length - back.size;
  const written: TemplateRow[] = [];
  for (const row of undo.desk.toReversed()) {
    // What became part of a record that is kept stays with it.
    if (row.owner && !back.has(row.owner)) continue;
    if (!(await undoRow(change, row))) kept += 1;
    else if (row.section === 'templates' && row.before) written.push(row.before as TemplateRow);
  }
  if (undo.desk.some(({ section }) => section === 'templates')) await templates.mark(change, written);
  return kept;
};
