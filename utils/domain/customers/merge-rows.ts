/**
 * What two machines say of the same row, brought together (ADR 13): the result is the same in whatever order and however
 * often it is done. Each field goes to its later change; sets grow; what was deleted or forgotten stays so. Figures that are
 * worked out from other tables are left out and worked out anew where the row arrives.
 */
import type {
  BuyerRow,
  Clocked,
  ContactRow,
  EntryRow,
  EventRow,
  FollowUpRow,
  NoteRow,
  OrderRow,
  PromiseRow,
  Stamp,
  TagMark,
} from '../records';
import { tagMarksOf } from './tags';
import { workedOut } from './worked-out';

/** The rows that merge, by their table. */
export interface MergingRows {
  readonly buyers: BuyerRow;
  readonly orders: OrderRow;
  readonly events: EventRow;
  readonly notes: NoteRow;
  readonly promises: PromiseRow;
  readonly followUps: FollowUpRow;
  readonly contacts: ContactRow;
  readonly entries: EntryRow;
}

type Row = Stamp & Clocked & Readonly<Record<string, unknown>>;

/** A value and the clock reading of its last change; undefined when it was taken away. */
interface Cell {
  readonly clock: string;
  readonly value: unknown;
}

const STAMP = ['shopId', 'authorId', 'hlc', 'origin'] as const;
const SPECIAL: ReadonlySet<string> = new Set([...STAMP, 'deleted', 'born', 'clocks', 'id', 'key']);
const OF_SETS = ['aliases', 'tags', 'tagMarks', 'firstSeen', 'lastSeen', 'forgotten'];
/** Maps of which every key has a clock of its own. */
const MAPS: readonly string[] = ['fields', 'signals'];

/** What a page shows again is there again, and follow-ups come and go; what a person deletes stays deleted. */
const CAN_COME_BACK: ReadonlySet<keyof MergingRows> = new Set(['orders', 'events', 'followUps']);

const apartOf = (table: keyof MergingRows): ReadonlySet<string> => {
  if (table === 'buyers') return new Set([...SPECIAL, ...workedOut, ...OF_SETS]);
  return table === 'entries' ? new Set([...SPECIAL, 'count']) : SPECIAL;
};

const asText = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));
const laterText = (a: string, b: string): string => (a < b ? b : a);

const bornOf = (row: Row): string => row.born ?? row.hlc;

const laterCell = (a: Cell | undefined, b: Cell | undefined): Cell => {
  if (!a || !b) return (a ?? b)!;
  if (a.clock !== b.clock) return a.clock < b.clock ? b : a;
  return asText(a.value) < asText(b.value) ? b : a;
};

/** The fields of a row, maps by their keys. A field that was never set says nothing, one that was taken away does. */
const cellsOf = (row: Row, apart: ReadonlySet<string>): ReadonlyMap<string, Cell> => {
  const cells = new Map<string, Cell>();
  const clocks = row.clocks ?? {};
  for (const [name, clock] of Object.entries(clocks)) {
    if (!apart.has(name) && !MAPS.includes(name)) cells.set(name, { clock, value: undefined });
  }
  for (const [name, value] of Object.entries(row)) {
    if (apart.has(name) || value === undefined) continue;
    const since = clocks[name] ?? bornOf(row);
    if (!MAPS.includes(name)) cells.set(name, { clock: since, value });
    else
      for (const [key, part] of Object.entries(value as object))
        cells.set(`${name}.${key}`, { clock: clocks[`${name}.${key}`] ?? since, value: part });
  }
  return cells;
};

const mergedCells = (a: ReadonlyMap<string, Cell>, b: ReadonlyMap<string, Cell>): ReadonlyMap<string, Cell> =>
  new Map([...new Set([...a.keys(), ...b.keys()])].sort().map((name) => [name, laterCell(a.get(name), b.get(name))]));

/** Writes cells as fields with as few clocks as say the same. */
const written = (cells: ReadonlyMap<string, Cell>, born: string): Record<string, unknown> => {
  const row: Record<string, unknown> = {};
  const clocks: Record<string, string> = {};
  for (const [name, { clock, value }] of cells) {
    if (clock !== born || value === undefined) clocks[name] = clock;
    if (value === undefined) continue;
    const map = MAPS.find((one) => name.startsWith(`${one}.`));
    if (map === undefined) row[name] = value;
    else row[map] = { ...(row[map] as object | undefined), [name.slice(map.length + 1)]: value };
  }
  return { ...row, clocks };
};

const stampText = (row: Row): string => asText([row.hlc, ...STAMP.map((name) => row[name])]);

const stampOf = (row: Row): Record<string, unknown> => Object.fromEntries(STAMP.map((name) => [name, row[name]]));

const deletedCell = (row: Row): Cell => ({
  clock: row.clocks?.['deleted'] ?? (row.deleted === 1 ? row.hlc : bornOf(row)),
  value: row.deleted,
});

const mergedDeletion = (table: keyof MergingRows, a: Row, b: Row): Cell => {
  const [one, other] = [deletedCell(a), deletedCell(b)];
  if (CAN_COME_BACK.has(table) || one.value === other.value) return laterCell(one, other);
  return one.value === 1 ? one : other;
};

const laterMark = (a: TagMark | undefined, b: TagMark | undefined): TagMark => {
  if (!a || !b) return (a ?? b)!;
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? b : a;
  return a.on < b.on ? b : a;
};

const isHash = (alias: string): boolean => alias.startsWith('hash:');

const aliasesOf = (...rows: readonly BuyerRow[]): readonly string[] =>
  [...new Set(rows.flatMap(({ aliases }) => aliases))].sort();

const mergedSets = (a: BuyerRow, b: BuyerRow): Partial<BuyerRow> => {
  // Maps, because every object has a `toString`, and a tag may be called that.
  const [one, other] = [new Map(Object.entries(tagMarksOf(a))), new Map(Object.entries(tagMarksOf(b)))];
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  const tagMarks = Object.fromEntries(names.map((tag) => [tag, laterMark(one.get(tag), other.get(tag))]));
  const [firstSeen] = [a.firstSeen, b.firstSeen].filter((at) => at !== undefined).sort();
  return {
    aliases: aliasesOf(a, b),
    tags: names.filter((tag) => tagMarks[tag]?.on === 1),
    ...(names.length === 0 ? {} : { tagMarks }),
    ...(firstSeen === undefined ? {} : { firstSeen }),
    lastSeen: a.lastSeen < b.lastSeen ? b.lastSeen : a.lastSeen,
  };
};

/** Nothing but the key and hashes is left of a record once one machine has forgotten it. */
const forgotten = (a: BuyerRow, b: BuyerRow): BuyerRow => {
  const rows = [a, b].filter((row) => row.forgotten === 1);
  const last = rows.reduce((one, other) =>
    stampText(one as unknown as Row) < stampText(other as unknown as Row) ? other : one,
  );
  const lastSeen = rows.map((row) => row.lastSeen).reduce((one, other) => (one < other ? other : one));
  const stamp = stampOf(last as unknown as Row) as unknown as Stamp;
  const aliases = aliasesOf(a, b).filter(isHash);
  return { ...stamp, deleted: 1, key: a.key, aliases, tags: [], archived: 0, lastSeen, forgotten: 1 };
};

/** What a table adds to the rules for fields. */
const extras = (table: keyof MergingRows, a: Row, b: Row): Record<string, unknown> => {
  if (table === 'buyers') return mergedSets(a as unknown as BuyerRow, b as unknown as BuyerRow);
  // Counted up on both machines: the smaller count is an earlier one.
  if (table === 'entries') return { count: Math.max(Number(a['count']), Number(b['count'])) };
  return {};
};

/** Words of what was deleted are not kept, also when somebody changed them at the same time. */
const emptied = (table: keyof MergingRows, row: Record<string, unknown>): Record<string, unknown> => {
  if (row['deleted'] !== 1) return row;
  if (table === 'notes') return { ...row, text: '' };
  if (table !== 'entries') return row;
  const { product: _product, reason: _reason, ...rest } = row;
  return { ...rest, text: '' };
};

/**
 * Merges what two machines say of the same row, which must have the same key. The result is as good as either where both
 * say the same, and says nothing that neither of them says.
 */
export const mergeRows = <T extends keyof MergingRows>(
  table: T,
  one: MergingRows[T],
  other: MergingRows[T],
): MergingRows[T] => {
  if (table === 'buyers') {
    const [a, b] = [one as BuyerRow, other as BuyerRow];
    if (a.forgotten === 1 || b.forgotten === 1) return forgotten(a, b) as MergingRows[T];
  }
  const a = one as unknown as Row;
  const b = other as unknown as Row;
  const apart = apartOf(table);
  const born = bornOf(a) < bornOf(b) ? bornOf(a) : bornOf(b);
  const { clocks, ...fields } = written(mergedCells(cellsOf(a, apart), cellsOf(b, apart)), born);
  const deletion = mergedDeletion(table, a, b);
  const allClocks = {
    ...(clocks as Record<string, string>),
    ...(deletion.value === 1 || deletion.clock !== born ? { deleted: deletion.clock } : {}),
    ...latestAliasClock(a, b),
  };
  const identity = 'key' in a ? { key: a['key'] } : { id: a['id'] };
  return emptied(table, {
    ...stampOf(stampText(a) < stampText(b) ? b : a),
    deleted: deletion.value,
    ...identity,
    ...fields,
    ...extras(table, a, b),
    born,
    ...(Object.keys(allClocks).length === 0 ? {} : { clocks: allClocks }),
  }) as unknown as MergingRows[T];
};

/** When aliases were replaced by hashes last; kept although the set itself only grows. */
const latestAliasClock = (a: Row, b: Row): { readonly aliases?: string } => {
  const latest = laterText(a.clocks?.['aliases'] ?? '', b.clocks?.['aliases'] ?? '');
  return latest === '' ? {} : { aliases: latest };
};
