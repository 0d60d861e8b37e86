import type { ConversionTables } from '../tables';
import type { Audience } from './shoe';
import type {
  AliasTable,
  BrandTable,
  ChartsTable,
  EstimateTable,
  RowsTable,
  RuleTable,
  SizeTable,
  SizeTableCategory,
} from './size-table';

/** A table that can answer. */
export type AnswerTable = RuleTable | RowsTable;

/** One step of a way from system to system: the table that answers, and in which systems. */
export interface Hop {
  readonly table: AnswerTable;
  readonly from: string;
  readonly to: string;
}

/** The tables of one category and audience. */
export interface TableSet {
  readonly tables: readonly AnswerTable[];
  /** The same in the order they are asked: a later group answers only what none before could. */
  readonly groups: readonly (readonly AnswerTable[])[];
  readonly charts: readonly ChartsTable[];
}

/** Size tables prepared for look-up. */
export interface SizeIndex {
  tablesFor(category: SizeTableCategory, audience: Audience | undefined): TableSet;
  /** System a name stands for among those a set knows; the name itself when it knows it, null when it is unknown. */
  systemIn(set: TableSet, name: string): string | null;
  /** Ways from one system to another within a group of tables. */
  waysIn(group: readonly AnswerTable[], from: string, to: string): readonly (readonly Hop[])[];
  readonly estimates: readonly EstimateTable[];
  readonly brands: readonly BrandTable[];
}

const systemsOfTable = (table: AnswerTable): readonly string[] =>
  table.kind === 'rule' ? Object.keys(table.systems) : table.columns;

const knows = (table: AnswerTable, system: string): boolean =>
  table.kind === 'rule' ? Object.hasOwn(table.systems, system) : table.columns.includes(system);

/** Whether a table can name a system. */
export const tableKnows = knows;

/** Systems of a set, each once, in the order the tables name them. */
export const systemsOfSet = ({ tables }: TableSet): readonly string[] => [...new Set(tables.flatMap(systemsOfTable))];

const isFor = (table: SizeTable, audience: Audience): boolean => table.audiences?.includes(audience) === true;

/** Whose sizes a number may be when nobody said: women buy more of what has sizes for each, children come last. */
const ELSE: readonly Audience[] = ['women', 'men', 'kids'];

/** Tables in groups: for exactly that audience, for nobody in particular; then the rest if need be. */
function byAudience(
  tables: readonly AnswerTable[],
  audience: Audience | undefined,
): readonly (readonly AnswerTable[])[] {
  const open = tables.filter((table) => table.audiences === undefined);
  const withOpen = (one: Audience) => tables.filter((table) => isFor(table, one) || open.includes(table));
  const first = withOpen(audience ?? 'unisex');
  const isSaid = audience !== undefined && audience !== 'unisex';
  return isSaid && first.length > 0 ? [first] : [first, ...ELSE.map(withOpen)].filter(isNotEmpty);
}

const isNotEmpty = (group: readonly AnswerTable[]): boolean => group.length > 0;

/** More tables in a row than this say nothing reliable. */
const MOST_HOPS = 3;

/** Every way from one system to another over tables that share a system, the short ones first. */
function findWays(group: readonly AnswerTable[], from: string, to: string): readonly (readonly Hop[])[] {
  const done: Hop[][] = [];
  let open: Hop[][] = [[]];
  for (let length = 1; length <= MOST_HOPS && open.length > 0; length += 1) {
    const longer: Hop[][] = [];
    for (const way of open) {
      const here = way.at(-1)?.to ?? from;
      for (const table of group) {
        if (!knows(table, here) || way.some((hop) => hop.table === table)) continue;
        if (knows(table, to)) {
          done.push([...way, { table, from: here, to }]);
          continue;
        }
        const shared = (other: AnswerTable): string | undefined =>
          systemsOfTable(table).find((system) => system !== here && system !== from && knows(other, system));
        const next = new Set(
          group.flatMap((other) =>
            other === table || way.some((hop) => hop.table === other) ? [] : (shared(other) ?? []),
          ),
        );
        longer.push(...[...next].map((system) => [...way, { table, from: here, to: system }]));
      }
    }
    open = longer;
  }
  return done;
}

function makeIndex(all: readonly SizeTable[]): SizeIndex {
  const sorted = [...all].sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const aliases = new Map(
    sorted
      .filter((table): table is AliasTable => table.kind === 'aliases')
      .flatMap(({ names }) => Object.entries(names)),
  );
  const sets = new Map<string, TableSet>();
  const tablesFor = (category: SizeTableCategory, audience: Audience | undefined): TableSet => {
    const key = `${category} ${audience ?? ''}`;
    const known = sets.get(key);
    if (known) return known;
    const ours = sorted.filter(({ categories }) => categories.includes(category));
    const answering = ours.filter((table): table is AnswerTable => table.kind === 'rule' || table.kind === 'rows');
    const groups = byAudience(answering, audience);
    const set: TableSet = {
      tables: [...new Set(groups.flat())],
      groups,
      charts: ours.filter((table): table is ChartsTable => table.kind === 'charts'),
    };
    sets.set(key, set);
    return set;
  };
  const systemIn = (set: TableSet, name: string): string | null => {
    if (set.tables.some((table) => knows(table, name))) return name;
    const code = name
      .slice(0, 40)
      .trim()
      .toUpperCase()
      .replace(/[\s-]+/g, '_');
    if (set.tables.some((table) => knows(table, code))) return code;
    return aliases.get(code)?.find((other) => set.tables.some((table) => knows(table, other))) ?? null;
  };
  const ways = new WeakMap<readonly AnswerTable[], Map<string, readonly (readonly Hop[])[]>>();
  const waysIn = (group: readonly AnswerTable[], from: string, to: string): readonly (readonly Hop[])[] => {
    const ofGroup = ways.get(group) ?? new Map<string, readonly (readonly Hop[])[]>();
    ways.set(group, ofGroup);
    const key = `${from} ${to}`;
    const found = ofGroup.get(key) ?? findWays(group, from, to);
    ofGroup.set(key, found);
    return found;
  };
  return {
    tablesFor,
    systemIn,
    waysIn,
    estimates: sorted.filter((table): table is EstimateTable => table.kind === 'estimate'),
    brands: sorted.filter((table): table is BrandTable => table.kind === 'brand'),
  };
}

const indexes = new WeakMap<readonly SizeTable[], SizeIndex>();

/** The index of a set of tables, made once. */
export function sizeIndex({ sizes }: ConversionTables): SizeIndex {
  const known = indexes.get(sizes);
  if (known) return known;
  const index = makeIndex(sizes);
  indexes.set(sizes, index);
  return index;
}
