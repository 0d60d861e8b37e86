/** The rows of a file: counted before they are written, because the header stands first and says how many there are. */
import {
  bundleSections,
  sharedSections,
  type BundleLine,
  type BundleSection,
  type Redaction,
} from '../../domain/bundles/bundle';
import {
  addNeeded,
  isAboutRecords,
  isOfDesk,
  isPicked,
  type Needed,
  type Picked,
} from '../../domain/bundles/export-scope';
import { isSectionOf, redactLine, travels, type Keyed } from '../../domain/bundles/redact';
import type { PackedRows } from '../../domain/customers/pack';
import type { BuyerKey, ShopId } from '../../domain/ids';
import type { BuyerRow } from '../../domain/records';
import type { Db } from '../../platform/db/schema';
import { readArchived } from '../buyers/archive';
import { inParts, readRows } from '../buyers/record-rows';
import { createHeld, createHeldRows, type HeldRows } from './export-held';
import type { PickedKeys } from './export-pick';
import { countRows, partSize, sectionRows, type RowReader } from './export-rows';

/** Rows by section. */
export type Counts = Readonly<Partial<Record<BundleSection, number>>>;

/** The rows of a file, as it may hold them. */
export interface Gathered {
  /** Without meaning when nobody has asked for them. */
  readonly counts: Counts;
  /** In the order of the writer. To be read once. */
  readonly lines: () => AsyncGenerator<BundleLine>;
}

/** What is gathered. */
export interface Gathering {
  readonly reader: RowReader;
  readonly picked: PickedKeys;
  readonly withArchive: boolean;
  readonly level: Redaction;
  /** Whether what is this installation's own goes along, for getting it back. */
  readonly withOwn?: boolean;
  readonly keyed: Keyed;
  /**
   * `quick` asks the indexes where every row travels, and is wrong where the store holds a row twice, live and archived.
   * `none` is for who counts the rows as they come.
   */
  readonly counting: 'quick' | 'exact' | 'none';
}

/** Up to this many records are found by their keys and kept as text, some ten MB; more are met by reading everything. */
const FEW = 5_000;

const sectionsOf = ({ level, picked, withOwn = false }: Pick<Gathering, 'level' | 'picked' | 'withOwn'>) =>
  (withOwn ? bundleSections : sharedSections).filter(
    (section) => isSectionOf(section, level) && (picked.kind !== 'templates' || isOfDesk(section)),
  );

/** It takes the orders to know which products are needed, and all others to know which shops. */
const shopsLast: readonly BundleSection[] = [...bundleSections.filter((section) => section !== 'shops'), 'shops'];

const shown = (counts: ReadonlyMap<BundleSection, number>, sections: readonly BundleSection[]): Counts =>
  Object.fromEntries(sections.flatMap((section) => (counts.get(section) ? [[section, counts.get(section)]] : [])));

const linesIn = (rows: PackedRows): readonly BundleLine[] =>
  (Object.entries(rows) as [keyof PackedRows, readonly unknown[]][]).flatMap(([section, list]) =>
    list.map((row) => ({ section, row }) as BundleLine),
  );

type AddableNeeded = { readonly shops: Set<ShopId>; readonly products: Set<string> };
const nothingNeeded = (): AddableNeeded => ({ shops: new Set(), products: new Set() });

const tablesOf = (db: Db) => [
  ...[db.buyers, db.orders, db.events, db.notes],
  ...[db.contacts, db.promises, db.followUps, db.archive],
];

const missingIn = (keys: readonly BuyerKey[], buyers: readonly BuyerRow[]): readonly BuyerKey[] => {
  const found = new Set(buyers.map(({ key }) => key));
  return keys.filter((key) => !found.has(key));
};

/** Some records with everything about them, live and archived, each at one moment: none is on its way meanwhile. */
const rowsOfRecords = ({ reader: { db }, withArchive }: Gathering, keys: readonly BuyerKey[]) =>
  db.transaction('r', tablesOf(db), async (): Promise<readonly BundleLine[]> => {
    const live = await readRows(db, keys);
    const missing = withArchive ? missingIn(keys, live.buyers) : [];
    return [...(missing.length === 0 ? [] : linesIn(await readArchived(db, missing))), ...linesIn(live)];
  });

/** Some records alone. */
const recordsOf = (db: Db, keys: readonly BuyerKey[], withArchive: boolean) =>
  db.transaction('r', [db.buyers, db.archive], async (): Promise<readonly BundleLine[]> => {
    const live = (await db.buyers.bulkGet([...keys])).flatMap((row) => row ?? []);
    const missing = new Set(withArchive ? missingIn(keys, live) : []);
    const packed = missing.size === 0 ? [] : (await readArchived(db, [...missing])).buyers;
    return [...packed.filter(({ key }) => missing.has(key)), ...live].map((row) => ({ section: 'buyers', row }));
  });

type FewRecords = Extract<PickedKeys, { kind: 'records' }>;
type FewChanges = Extract<PickedKeys, { kind: 'since' }> & { readonly rows: HeldRows };

/** What takes rows as they are found and keeps them as the file may hold them. */
const keeping = ({ level, keyed }: Gathering) => {
  const held = createHeldRows();
  const take = (line: BundleLine): void => {
    const redacted = redactLine(line, level, keyed);
    if (redacted) held.add(redacted);
  };
  return { held, take };
};

/** Rows that are kept already, so that the counts are those of the very rows. */
const gathered = (held: HeldRows, sections: readonly BundleSection[]): Gathered => ({
  counts: shown(new Map(sections.map((section) => [section, held.of(section).size()])), sections),
  async *lines() {
    for (const section of sections) yield* held.of(section).sorted();
  },
});

/** A few records: read once by their keys, and kept. */
const gatherFew = async (gathering: Gathering, picked: FewRecords): Promise<Gathered> => {
  const { reader } = gathering;
  const sections = sectionsOf(gathering);
  const { held, take } = keeping(gathering);
  const needed = nothingNeeded();
  const whole: Picked = { ...picked, needed };
  const isWanted = (line: BundleLine): boolean => isPicked(line, whole);
  for (const keys of inParts([...picked.buyers], partSize)) {
    if (reader.signal?.aborted === true) break;
    const lines = (await rowsOfRecords(gathering, keys)).filter(isWanted);
    reader.onRead(lines.length);
    for (const line of lines) {
      addNeeded(needed, line);
      take(line);
    }
  }
  const isLoose = (section: BundleSection): boolean =>
    !isAboutRecords(section) || (section === 'events' && picked.since !== undefined);
  for (const section of shopsLast.filter((one) => sections.includes(one) && isLoose(one))) {
    for await (const line of sectionRows(reader, { section, withArchive: false, isWanted })) {
      addNeeded(needed, line);
      take(line);
    }
  }
  return gathered(held, sections);
};

/** A few changed rows, kept when they were found, with the records and shops they are about. */
const gatherChanges = async (gathering: Gathering, picked: FewChanges): Promise<Gathered> => {
  const { reader, withArchive } = gathering;
  const { held, take } = keeping(gathering);
  for (const section of sharedSections) for (const line of picked.rows.of(section).sorted()) take(line);
  // Read later than those: what they replace is not newer.
  for (const keys of inParts([...picked.buyers], partSize)) {
    if (reader.signal?.aborted === true) break;
    for (const line of await recordsOf(reader.db, keys, withArchive)) take(line);
  }
  for (const row of await reader.db.shops.bulkGet([...picked.shops])) if (row) take({ section: 'shops', row });
  return gathered(held, sectionsOf(gathering));
};

/** What chosen records need, and how many rows that makes of each section. */
const countAll = async (
  gathering: Gathering,
): Promise<{ readonly counts: ReadonlyMap<BundleSection, number>; readonly needed: Needed }> => {
  const { reader, picked, level, withArchive } = gathering;
  const needed = nothingNeeded();
  const counts = new Map<BundleSection, number>();
  if (gathering.counting === 'none' && picked.kind !== 'records') return { needed, counts };
  if (gathering.counting === 'quick' && picked.kind === 'all' && level === 'full')
    return { needed, counts: await countRows(reader, sectionsOf(gathering)) };
  const whole: Picked = picked.kind === 'records' ? { ...picked, needed } : picked;
  const isWanted = (line: BundleLine): boolean => isPicked(line, whole);
  const sections = sectionsOf(gathering);
  for (const section of shopsLast.filter((one) => sections.includes(one))) {
    for await (const line of sectionRows(reader, { section, withArchive, isWanted })) {
      if (picked.kind === 'records') addNeeded(needed, line);
      if (travels(line, level)) counts.set(section, (counts.get(section) ?? 0) + 1);
    }
  }
  return { counts, needed };
};

/** Redacted rows have other ids, so they have another order. */
async function* redactedRows(
  rows: AsyncIterable<BundleLine>,
  section: BundleSection,
  { level, keyed }: Gathering,
): AsyncGenerator<BundleLine> {
  const held = createHeld(section);
  for await (const line of rows) {
    const redacted = redactLine(line, level, keyed);
    if (redacted) held.add(redacted);
  }
  yield* held.sorted();
}

/** Everything that is picked, read from the store while it is taken. */
async function* linesOf(gathering: Gathering, picked: Picked): AsyncGenerator<BundleLine> {
  const { reader, level, withArchive } = gathering;
  const isWanted = (line: BundleLine): boolean => isPicked(line, picked);
  for (const section of sectionsOf(gathering)) {
    const rows = sectionRows(reader, { section, withArchive, isWanted });
    yield* level === 'full' ? rows : redactedRows(rows, section, gathering);
  }
}

const gatherMany = async (gathering: Gathering): Promise<Gathered> => {
  const { picked } = gathering;
  const { counts, needed } = await countAll(gathering);
  const whole: Picked = picked.kind === 'records' ? { ...picked, needed } : picked;
  return { counts: shown(counts, sectionsOf(gathering)), lines: () => linesOf(gathering, whole) };
};

/**
 * The rows of a file and how many they are.
 *
 * A transaction over everything would keep all other tabs from writing for as long as the file is packed. So many rows are
 * read twice, once to count them and once to write them, in the order of their ids, and each at its own moment: what is
 * changed in between is written as it is then, and the next file since this one has it again. The writer notices when
 * there are more or fewer rows than were counted, `hasMoved` when records went into the archive or came back; then
 * whoever asked gathers anew.
 */
export const gather = (gathering: Gathering): Promise<Gathered> => {
  const { picked } = gathering;
  if (picked.kind === 'records' && picked.buyers.size <= FEW) return gatherFew(gathering, picked);
  if (picked.kind === 'since' && picked.rows) return gatherChanges(gathering, { ...picked, rows: picked.rows });
  return gatherMany(gathering);
};
