/** What becomes of records when rows of a file meet them; only reads, so that a part that changes nothing moves nothing. */
import type { BundleLine, BundleRows, BundleSection } from '../../domain/bundles/bundle';
import { buyerOf } from '../../domain/bundles/export-scope';
import { mergeRow, planRow } from '../../domain/bundles/diff-bundles';
import { chosenRow, type Chosen } from '../../domain/bundles/choose-side';
import { lineId } from '../../domain/bundles/write-bundle';
import { withFields } from '../../domain/customers/clocked';
import { joinPacked, type PackedRows } from '../../domain/customers/pack';
import { pairOf, rootOf as rootOfJoined } from '../../domain/customers/same-person';
import { withFiguresOf } from '../../domain/customers/work-out';
import type { BuyerKey } from '../../domain/ids';
import type { BuyerRow } from '../../domain/records';
import { archivedHolders, readArchived } from '../buyers/archive';
import { readPairs } from '../buyers/join';
import { readRows } from '../buyers/record-rows';
import { rootOf } from '../buyers/refresh';
import type { Change } from '../records';
import { keysIn } from './import-store';
import { knownBuyers, metLine, type PlanRules } from './plan-import';
import { liveRowsFor, placed, placeIn } from './local-rows';

/** A row of a file with what was chosen for it. */
export interface ChosenLine {
  readonly line: BundleLine;
  readonly chosen: Chosen;
}

/** Records as they are and as they are to be. */
export interface MergedRecords {
  /** Everything about the records that is there now. */
  readonly before: PackedRows;
  /** Which of them lie in the archive. */
  readonly packed: ReadonlySet<BuyerKey>;
  /** Every row of the records afterwards, by section and id. */
  readonly after: ReadonlyMap<string, BundleLine>;
  /** The rows that are new or different. */
  readonly written: ReadonlySet<string>;
  /** Records between which a row goes. */
  readonly moves: readonly (readonly [BuyerKey, BuyerKey])[];
}

const buyerSections = new Set<BundleSection>([
  'buyers',
  'orders',
  'events',
  'notes',
  'contacts',
  'promises',
  'followUps',
]);

const asLine = (section: BundleSection, row: BundleRows[BundleSection]): BundleLine => ({ section, row }) as BundleLine;

/** Whether a line belongs to a record; events that a list has shown may belong to nobody yet. */
export const isOfRecord = (line: BundleLine): boolean => buyerSections.has(line.section) && buyerOf(line) !== undefined;

const isNumber = (alias: string): boolean => !alias.startsWith('hash:') && !alias.startsWith('order:');

/** Live records that hold a number of a buyer who is new here: conversations and accounts are told by them. */
const holdersOf = async (
  { db }: Change,
  fresh: readonly BuyerRow[],
): Promise<readonly (readonly [BuyerKey, BuyerKey])[]> => {
  const numbers = [...new Set(fresh.flatMap(({ aliases }) => aliases.filter(isNumber)))];
  if (numbers.length === 0) return [];
  const holders = (await db.buyers.where('aliases').anyOf(numbers).distinct().toArray()).filter(
    (row) => row.deleted === 0,
  );
  return fresh.flatMap((row) =>
    holders
      .filter(
        ({ key, shopId, aliases }) =>
          key !== row.key && shopId === row.shopId && aliases.some((one) => row.aliases.includes(one)),
      )
      .map(({ key }) => [key, row.key] as const),
  );
};

/** Archived records that hold an order which a file tells of under another key. */
const archivedOwners = async ({ db }: Change, lines: readonly BundleLine[]): Promise<readonly BuyerKey[]> => {
  if ((await db.archive.count()) === 0) return [];
  const shops = new Map<string, string[]>();
  for (const { section, row } of lines)
    if (section === 'orders') shops.set(row.shopId, [...(shops.get(row.shopId) ?? []), `order:${row.orderId}`]);
  const found = await Promise.all(
    [...shops].map(([shopId, aliases]) => archivedHolders(db, { shopId: shopId as BuyerRow['shopId'], aliases })),
  );
  return found.flat().map(({ key }) => key);
};

/** Rows while they are brought together. */
interface Work {
  readonly change: Change;
  readonly after: Map<string, BundleLine>;
  readonly written: Set<string>;
}

const put = ({ after, written }: Work, line: BundleLine): void => {
  const place = placeIn(line.section, lineId(line));
  after.set(place, line);
  written.add(place);
};

const buyerIn = ({ after }: Work, key: BuyerKey): BuyerRow | undefined => {
  const line = after.get(placeIn('buyers', key));
  return line?.section === 'buyers' ? line.row : undefined;
};

/** The row to keep, as merging or a person says; null when nothing of it is to be written. */
export const rowToKeep = (
  { line, local }: NonNullable<ReturnType<typeof metLine>>,
  chosen: Chosen,
  { stamp }: Pick<Change, 'stamp'>,
): BundleRows[BundleSection] | null => {
  const { section, row } = line;
  if (Object.keys(chosen).length === 0) {
    const { merged, isWritten } = mergeRow<BundleSection>(section, local, row);
    return isWritten ? merged : null;
  }
  const plan = planRow<BundleSection>(section, local, row);
  const kept = chosenRow<BundleSection>(plan, { ours: local, theirs: row }, chosen, stamp(row.shopId));
  return kept === undefined || (!plan.isWritten && kept === plan.merged) ? null : kept;
};

/** Takes in one row; answers whose it was and whose it is said to be where these differ. */
const takeIn = (work: Work, { line, chosen }: ChosenLine, rules: PlanRules): readonly [BuyerKey, BuyerKey] | null => {
  const found = metLine(line, rules);
  if (found === null) return null;
  const { section } = found.line;
  // Two shops of a file may be one of ours: what the first has written counts for the second.
  const met = { ...found, local: work.after.get(placeIn(section, lineId(found.line)))?.row ?? found.local };
  const row = rowToKeep(met, chosen, work.change);
  const owner = buyerOf(row ? asLine(section, row) : met.line);
  const buyer = owner === undefined ? undefined : buyerIn(work, owner);
  // Nothing is written about who was forgotten, nor about somebody who is not there.
  if (section !== 'buyers' && (buyer === undefined || buyer.forgotten === 1)) return null;
  if (row && section === 'buyers')
    put(work, asLine('buyers', withFiguresOf(row as BuyerRow, met.local as BuyerRow | undefined)));
  else if (row) put(work, asLine(section, row));
  const before = met.local && buyerOf(asLine(section, met.local));
  const said = buyerOf(met.line);
  return before !== undefined && said !== undefined && before !== said ? [before, said] : null;
};

/** Joins records that two desks have made of one buyer; the smaller key is what the other is joined to, everywhere. */
const joinTwins = async (work: Work, twins: readonly (readonly [BuyerKey, BuyerKey])[]): Promise<void> => {
  if (twins.length === 0) return;
  const { db, stamp } = work.change;
  const apart = new Set(await readPairs(db));
  for (const [a, b] of twins) {
    const [root, child] = a < b ? [buyerIn(work, a), buyerIn(work, b)] : [buyerIn(work, b), buyerIn(work, a)];
    if (!root || !child || root.deleted === 1 || child.deleted === 1 || root.shopId !== child.shopId) continue;
    // An empty one is somebody's decision: they were joined and are two people.
    if (apart.has(pairOf(a, b)) || child.joinedTo !== undefined || root.joinedTo === child.key) continue;
    const within = rootOfJoined(root.key, (key) => buyerIn(work, key)?.joinedTo);
    if (within === child.key || (await rootOf(db, root)).key === child.key) continue;
    put(work, asLine('buyers', withFields<BuyerRow>(child, { joinedTo: root.key }, stamp(child.shopId))));
  }
};

/** What becomes of the records that rows of a file are about; `rules` as they were read in this change. */
export const mergeRecords = async (
  change: Change,
  lines: readonly ChosenLine[],
  { links, forgotten }: Pick<PlanRules, 'links' | 'forgotten'>,
  ours: readonly BundleLine[],
): Promise<MergedRecords> => {
  const { db } = change;
  const met = await liveRowsFor(db, ours);
  const fresh = ours.flatMap(({ section, row }) =>
    section === 'buyers' && row.deleted === 0 && !met.has(placeIn('buyers', row.key)) ? [row] : [],
  );
  const holders = await holdersOf(change, fresh);
  const owners = [...met].flatMap(([place, row]) =>
    place.startsWith('buyers ') || !('buyerKey' in row) || row.buyerKey === undefined ? [] : [row.buyerKey],
  );
  const wanted = new Set([
    ...keysIn(ours),
    ...owners,
    ...holders.map(([key]) => key),
    ...(await archivedOwners(change, ours)),
  ]);
  const archived = await readArchived(db, [...wanted]);
  for (const { key } of archived.buyers) wanted.add(key);
  const before = joinPacked(await readRows(db, [...wanted]), archived);
  const local = new Map([...met, ...placed(before)]);
  const rules: PlanRules = { links, forgotten, local, known: knownBuyers(ours, local) };
  const after = new Map(
    [...placed(before)].map(([place, row]) => [
      place,
      asLine(place.slice(0, place.indexOf(' ')) as BundleSection, row),
    ]),
  );
  const work: Work = { change, after, written: new Set() };
  const moves = lines.map((line) => takeIn(work, line, rules)).filter((move) => move !== null);
  await joinTwins(work, [...holders, ...moves]);
  return { before, packed: new Set(archived.buyers.map(({ key }) => key)), after, written: work.written, moves };
};
