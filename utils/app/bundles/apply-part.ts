/** Writes one part of an import in one transaction, and answers what it takes to undo it. */
import type { BundleLine, BundleRows, BundleSection } from '../../domain/bundles/bundle';
import { inOurShops } from '../../domain/bundles/link-shops';
import { lineId } from '../../domain/bundles/write-bundle';
import { nothingPacked, splitPacked, type PackedRows } from '../../domain/customers/pack';
import { noSatellites } from '../../domain/customers/satellites';
import type { BuyerKey } from '../../domain/ids';
import type { BuyerRow, LogRow, TemplateRow } from '../../domain/records';
import type { Tables } from '../../platform/db/schema';
import { listedCount, packRows, unpack } from '../buyers/archive';
import { movingTables, putSatellites, removeRows } from '../buyers/record-rows';
import { joinedTo } from '../buyers/refresh';
import type { Change } from '../records';
import type { RowStore } from '../templates/template-rows';
import { liveRowsFor, placeIn } from './local-rows';
import { asUsedHere } from './setting-here';
import { isOfRecord, mergeRecords, rowToKeep, type ChosenLine, type MergedRecords } from './merge-records';
import { metLine, type PlanRules } from './plan-import';
import { nothingToUndo, printOf, rowsIn, unitsOf, type UndoRecord, type UndoRow } from './undo-record';

/** Tables a change needs that applies a part, or takes one back. */
export const importTables: readonly (keyof Tables)[] = [
  ...movingTables,
  'entries',
  'products',
  'templates',
  'overrides',
  'rules',
  'mutes',
  'templateVersions',
  'templateEdits',
  'imports',
  'importParts',
];

/** What a part is applied with. */
export interface PartRules extends Pick<PlanRules, 'links' | 'forgotten'> {
  readonly newId: () => string;
  readonly templates: Pick<RowStore, 'mark'>;
}

const asPacked = (lines: readonly BundleLine[]): PackedRows => ({
  buyers: rowsIn(lines, 'buyers'),
  orders: rowsIn(lines, 'orders'),
  events: rowsIn(lines, 'events'),
  notes: rowsIn(lines, 'notes'),
  contacts: rowsIn(lines, 'contacts'),
  promises: rowsIn(lines, 'promises'),
  followUps: rowsIn(lines, 'followUps'),
});

const living = (rows: PackedRows): PackedRows => {
  const of = <R extends { readonly deleted: 0 | 1 }>(list: readonly R[]): readonly R[] =>
    list.filter(({ deleted }) => deleted === 0);
  return {
    buyers: rows.buyers,
    orders: of(rows.orders),
    events: of(rows.events),
    notes: of(rows.notes),
    contacts: of(rows.contacts),
    promises: of(rows.promises),
    followUps: of(rows.followUps),
  };
};

const isArchived = ({ archived, deleted }: BuyerRow): boolean => archived === 1 && deleted === 0;

/** Records that are joined to others, or others to them: their figures are worked out together. */
const joinedKeys = (rows: readonly BuyerRow[]): ReadonlySet<BuyerKey> =>
  new Set(rows.flatMap(({ key, joinedTo }) => (joinedTo ? [key, joinedTo] : [])));

/** Writes live records: new ones with everything about them at hand, the others as what has changed. */
const putLive = async (change: Change, merged: MergedRecords, live: PackedRows): Promise<void> => {
  const known = new Set(merged.before.buyers.map(({ key }) => key));
  const joined = joinedKeys(live.buyers);
  const isWritten = (section: BundleSection, id: string, owner: BuyerKey): boolean =>
    merged.packed.has(owner) || merged.written.has(placeIn(section, id));
  const written = <R extends { readonly id: string; readonly buyerKey?: BuyerKey }>(
    section: BundleSection,
    list: readonly R[],
  ): readonly R[] => list.filter(({ id, buyerKey }) => buyerKey !== undefined && isWritten(section, id, buyerKey));
  await putSatellites(change, {
    buyers: [],
    orders: written('orders', live.orders),
    events: written('events', live.events),
    notes: written('notes', live.notes),
    contacts: written('contacts', live.contacts),
    promises: written('promises', live.promises),
    followUps: written('followUps', live.followUps),
  });
  const about = living(live);
  const put: BuyerRow[] = [];
  for (const row of live.buyers) {
    if (!known.has(row.key) && row.deleted === 0 && !joined.has(row.key)) {
      const { buyers: _own, ...satellites } = splitPacked(about, new Set([row.key])).taken;
      change.make(row, { ...noSatellites, ...satellites });
      continue;
    }
    if (isWritten('buyers', row.key, row.key)) put.push(row);
    change.touch(row.key, 'words');
  }
  if (put.length > 0) await change.db.buyers.bulkPut(put);
  for (const key of joined) change.touch(key, 'words');
};

/** Brings the tables to what was merged: live records are written, archived ones packed. */
const writeRecords = async (
  change: Change,
  merged: MergedRecords,
  keys: ReadonlySet<BuyerKey>,
  newId: () => string,
): Promise<readonly BuyerKey[]> => {
  const { taken: after } = splitPacked(asPacked([...merged.after.values()]), keys);
  const archived = new Set(after.buyers.filter(isArchived).map(({ key }) => key));
  const wasPacked = [...keys].filter((key) => merged.packed.has(key));
  const unpacked = wasPacked.length === 0 ? nothingPacked : await unpack(change, wasPacked);
  change.count('archived', -listedCount(unpacked.buyers));
  const { taken: toPack, left: live } = splitPacked(after, archived);
  const fromTables = new Set([...archived].filter((key) => !merged.packed.has(key)));
  // Who is joined to a record that goes stands alone from now on: nobody disappears from every list.
  const beside = (await joinedTo(change.db, [...fromTables])).map(({ key }) => key).filter((key) => !keys.has(key));
  for (const key of beside) change.touch(key, 'words');
  if (fromTables.size > 0) await removeRows(change, splitPacked(merged.before, fromTables).taken);
  await putLive(change, merged, live);
  if (toPack.buyers.length === 0) return beside;
  const bare = toPack.buyers.map(({ facets: _lists, recheckOn: _day, ...row }): BuyerRow => row);
  await packRows(change, { ...toPack, buyers: bare }, newId);
  change.count('archived', listedCount(bare));
  return beside;
};

/** Whose rows are new or different, with those a row has left. */
const changedKeys = ({ after, written, moves, packed, before }: MergedRecords): ReadonlySet<BuyerKey> => {
  const keys = new Set<BuyerKey>();
  for (const place of written) {
    const line = after.get(place);
    const owner = line?.section === 'buyers' ? line.row.key : line && 'buyerKey' in line.row ? line.row.buyerKey : null;
    if (owner) keys.add(owner);
  }
  if (keys.size > 0) for (const [from, to] of moves) keys.add(from).add(to);
  // Joined records lie in the archive together and leave it together.
  if ([...keys].some((key) => packed.has(key))) for (const { key } of before.buyers) if (packed.has(key)) keys.add(key);
  return keys;
};

const undoOf = (merged: MergedRecords, keys: ReadonlySet<BuyerKey>): Omit<UndoRecord, 'desk' | 'beside'> => {
  const after = asPacked([...merged.after.values()]);
  // A mark that somebody is forgotten stays, whatever else is taken back.
  const gone = new Set(after.buyers.filter(({ forgotten }) => forgotten === 1).map(({ key }) => key));
  const kept = new Set([...keys].filter((key) => !gone.has(key)));
  const units = unitsOf(kept, merged.moves).map((unit) => ({ keys: unit, print: printOf(after, new Set(unit)) }));
  const packed = [...kept].filter((key) => merged.packed.has(key));
  return { units, before: splitPacked(merged.before, kept).taken, packed };
};

/** Loose events that became somebody's: what they were belongs to no record. */
const looseEvents = async ({ db }: Change, merged: MergedRecords): Promise<readonly UndoRow[]> => {
  const events = [...merged.written].filter((place) => place.startsWith('events '));
  const rows = await db.events.bulkGet(events.map((place) => place.slice('events '.length)));
  return rows.flatMap((row): readonly UndoRow[] => {
    if (!row || row.buyerKey !== undefined) return [];
    const became = merged.after.get(placeIn('events', row.id));
    if (became?.section !== 'events' || became.row.buyerKey === undefined) return [];
    return [{ section: 'events', id: row.id, before: row, after: became.row.hlc, owner: became.row.buyerKey }];
  });
};

/** A part that was applied: how it is taken back, and its joined records. */
interface AppliedPart {
  readonly undo: UndoRecord;
  readonly joined: readonly BuyerKey[];
}

const nothingApplied: AppliedPart = { undo: nothingToUndo, joined: [] };

const applyRecords = async (change: Change, lines: readonly ChosenLine[], rules: PartRules): Promise<AppliedPart> => {
  const ours = lines.flatMap(({ line }) => inOurShops(line, rules.links) ?? []);
  const merged = await mergeRecords(change, lines, rules, ours);
  const keys = changedKeys(merged);
  if (keys.size === 0) return nothingApplied;
  const desk = await looseEvents(change, merged);
  const beside = await writeRecords(change, merged, keys, rules.newId);
  const written = rowsIn([...merged.after.values()], 'buyers').filter(({ key }) => keys.has(key));
  return { undo: { ...undoOf(merged, keys), desk, beside }, joined: [...joinedKeys(written)] };
};

/** Rows that belong to no buyer, one by one. */
const applyDesk = async (
  change: Change,
  lines: readonly ChosenLine[],
  { links, forgotten, templates }: PartRules,
): Promise<readonly UndoRow[]> => {
  const { db } = change;
  const ours = lines.flatMap(({ line }) => inOurShops(line, links) ?? []);
  const local = await liveRowsFor(db, ours);
  const rules: PlanRules = { links, local, forgotten, known: new Set() };
  const undo: UndoRow[] = [];
  const puts = new Map<BundleSection, Map<string, BundleRows[BundleSection]>>();
  for (const { line, chosen } of lines) {
    const met = metLine(line, rules);
    if (!met) continue;
    const { section } = met.line;
    const id = lineId(met.line);
    const rows = puts.get(section) ?? new Map<string, BundleRows[BundleSection]>();
    // Two shops of a file may be one of ours: what the first has written counts for the second.
    const row = rowToKeep({ ...met, local: rows.get(id) ?? met.local }, chosen, change);
    if (!row) continue;
    puts.set(section, rows.set(id, await asUsedHere(db, section, row)));
  }
  for (const [section, rows] of puts) {
    await db.table(section).bulkPut([...rows.values()]);
    for (const [id, { hlc }] of rows)
      undo.push({ section, id, before: local.get(placeIn(section, id)) ?? null, after: hlc });
  }
  const written = puts.get('templates');
  if (written) await templates.mark(change, [...written.values()] as readonly TemplateRow[]);
  const logged = puts.get('log') ?? new Map<string, LogRow>();
  change.recount({
    came: [...logged.values()] as readonly LogRow[],
    gone: [...logged.keys()].flatMap((id) => (local.get(placeIn('log', id)) as LogRow | undefined) ?? []),
  });
  return undo;
};

/** Applies the rows of a part within a change that has `importTables`; answers what was there before. */
export const applyPart = async (
  change: Change,
  lines: readonly ChosenLine[],
  rules: PartRules,
): Promise<AppliedPart> => {
  const ofRecords = lines.filter(({ line }) => isOfRecord(line));
  const { undo, joined } = ofRecords.length > 0 ? await applyRecords(change, ofRecords, rules) : nothingApplied;
  const desk = await applyDesk(
    change,
    lines.filter(({ line }) => !isOfRecord(line)),
    rules,
  );
  return { undo: { ...undo, desk: [...undo.desk, ...desk] }, joined };
};
