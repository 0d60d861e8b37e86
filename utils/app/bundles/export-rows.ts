/** Rows as the store holds them, in parts: live ones table by table, archived ones out of their packs. */
import type { BundleLine, BundleSection } from '../../domain/bundles/bundle';
import { copiedForm, copiedSettings } from '../../domain/bundles/copied-settings';
import { isAboutRecords } from '../../domain/bundles/export-scope';
import { lineId } from '../../domain/bundles/write-bundle';
import { fromPack, type PackedRows } from '../../domain/customers/pack';
import type { Db } from '../../platform/db/schema';
import { createHeld, type Held } from './export-held';

/** Rows that are read at once: some hundred kB, a few milliseconds. */
export const partSize = 500;
/** Packs that are read at once; each holds a hundred records with everything about them. */
const PACKS = 10;

/** How rows are read. */
export interface RowReader {
  readonly db: Db;
  readonly signal: AbortSignal | undefined;
  /** Told how many rows were read just now. */
  readonly onRead: (rows: number) => void;
  /** What was seen of the archive each time it was read; more than one mark means that records were moved meanwhile. */
  readonly marks: Set<string>;
}

const watched = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

const asLines = (section: BundleSection, rows: readonly unknown[]): readonly BundleLine[] =>
  rows.map((row) => ({ section, row }) as BundleLine);

/** The settings that go into a saved copy, in the order of their names; they are few. */
const settingLines = async ({ db }: Pick<RowReader, 'db'>): Promise<readonly BundleLine[]> =>
  asLines(
    'settings',
    (await db.settings.where('name').anyOf(copiedSettings).toArray()).flatMap((row) => copiedForm(row) ?? []),
  );

/** The live rows of a section in the order of their ids, part by part; ends early when nobody wants it any more. */
export async function* liveParts(reader: RowReader, section: BundleSection): AsyncGenerator<readonly BundleLine[]> {
  const read = async (after: string): Promise<readonly BundleLine[]> =>
    asLines(
      section,
      await reader.db.table<unknown, string>(section).where(':id').above(after).limit(partSize).toArray(),
    );
  if (section === 'settings') {
    const lines = await settingLines(reader);
    reader.onRead(lines.length);
    if (lines.length > 0) yield lines;
    return;
  }
  let reading = watched(read(''));
  while (reader.signal?.aborted !== true) {
    const lines = await reading;
    const last = lines.at(-1);
    if (last === undefined) return;
    // The store reads the next part while this one is worked on.
    const isLast = lines.length < partSize;
    if (!isLast) reading = watched(read(lineId(last)));
    reader.onRead(lines.length);
    yield lines;
    if (isLast) return;
  }
}

const rowsIn = (pack: PackedRows): number => {
  const lists: readonly (readonly unknown[])[] = Object.values(pack);
  return lists.reduce((sum, rows) => sum + rows.length, 0);
};

/**
 * Every pack of the archive, a few at once. What is in all of them is marked: records that move in have a later clock
 * reading than all before, and those that move out are missing.
 */
async function* packs({ db, signal, marks }: RowReader): AsyncGenerator<PackedRows> {
  let [rows, latest, after] = [0, '', ''];
  while (signal?.aborted !== true) {
    const part = await db.archive.where(':id').above(after).limit(PACKS).toArray();
    const last = part.at(-1);
    if (last === undefined) {
      marks.add(`${rows} ${latest}`);
      return;
    }
    for (const packed of part) {
      const pack = fromPack(packed);
      rows += rowsIn(pack);
      for (const { hlc } of pack.buyers) if (hlc > latest) latest = hlc;
      yield pack;
    }
    after = last.id;
  }
}

/** The archived rows of a section as they come. */
export async function* archivedParts(reader: RowReader, section: BundleSection): AsyncGenerator<readonly BundleLine[]> {
  if (!isAboutRecords(section)) return;
  for await (const pack of packs(reader)) yield asLines(section, pack[section as keyof PackedRows]);
}

/** All rows of a section as they come, archived ones first; a record that is moved meanwhile may come twice. */
export async function* allParts(
  reader: RowReader,
  section: BundleSection,
  withArchive: boolean,
): AsyncGenerator<readonly BundleLine[]> {
  if (withArchive) yield* archivedParts(reader, section);
  yield* liveParts(reader, section);
}

/** Rows by section, live and archived, without looking at them. */
export const countRows = async (
  reader: RowReader,
  sections: readonly BundleSection[],
): Promise<ReadonlyMap<BundleSection, number>> => {
  const counts = new Map<BundleSection, number>();
  for await (const pack of packs(reader)) {
    for (const [section, rows] of Object.entries(pack) as [keyof PackedRows, readonly unknown[]][])
      counts.set(section, (counts.get(section) ?? 0) + rows.length);
  }
  const live = await Promise.all(
    sections.map(async (section) =>
      section === 'settings' ? (await settingLines(reader)).length : reader.db.table(section).count(),
    ),
  );
  for (const [at, section] of sections.entries()) counts.set(section, (counts.get(section) ?? 0) + (live[at] ?? 0));
  return counts;
};

/**
 * Whether records were moved into or out of the archive since it was read first: such a record may have been missed, or
 * only half of it taken. Whoever reads the archive reads it before the live rows, so that nothing is missed unseen.
 */
export const hasMoved = async (reader: RowReader): Promise<boolean> => {
  if (reader.marks.size === 0) return false;
  for await (const _pack of packs(reader)) {
    // Read for its mark alone.
  }
  return reader.marks.size > 1;
};

/** Which rows of a section are wanted, and whether those of the archive are. */
export interface SectionAsked {
  readonly section: BundleSection;
  readonly withArchive: boolean;
  readonly isWanted: (line: BundleLine) => boolean;
}

const archivedOf = async (reader: RowReader, { section, withArchive, isWanted }: SectionAsked): Promise<Held> => {
  const held = createHeld(section);
  if (!withArchive) return held;
  for await (const lines of archivedParts(reader, section)) {
    for (const line of lines) if (isWanted(line)) held.add(line);
  }
  return held;
};

/**
 * The wanted rows of a section in the order of their ids, each once. Live rows come as they are read. Packs know no order,
 * so what is wanted of them waits as text, one section at a time.
 */
export async function* sectionRows(reader: RowReader, asked: SectionAsked): AsyncGenerator<BundleLine> {
  const archived = (await archivedOf(reader, asked)).sorted();
  let next = archived.next();
  for await (const lines of liveParts(reader, asked.section)) {
    for (const line of lines) {
      if (!asked.isWanted(line)) continue;
      const id = lineId(line);
      while (next.done !== true && lineId(next.value) < id) {
        yield next.value;
        next = archived.next();
      }
      // A record that came back from the archive just now: its live row is the newer one.
      if (next.done !== true && lineId(next.value) === id) next = archived.next();
      yield line;
    }
  }
  for (; next.done !== true; next = archived.next()) yield next.value;
}
