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

/** The tables of one category and audience, in the order they are asked. */
export interface TableSet {
  readonly tables: readonly AnswerTable[];
  readonly charts: readonly ChartsTable[];
}

/** Size tables prepared for look-up. */
export interface SizeIndex {
  tablesFor(category: SizeTableCategory, audience: Audience | undefined): TableSet;
  /** System a name stands for among those a set knows; the name itself when it knows it, null when it is unknown. */
  systemIn(set: TableSet, name: string): string | null;
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

const WOMEN_FIRST: readonly Audience[] = ['women', 'men', 'kids'];
/** Where sizes for all follow the men's, one that is none of theirs is rather a child's than a woman's. */
const CHILDREN_FIRST: readonly Audience[] = ['kids', 'women', 'men'];

/** Tables in the order they are asked: for exactly that audience, for nobody in particular; the rest if need be. */
function byAudience<T extends SizeTable>(tables: readonly T[], audience: Audience | undefined): readonly T[] {
  const open = tables.filter((table) => table.audiences === undefined);
  const shared = tables.filter((table) => isFor(table, 'unisex'));
  const rest = (shared.length > 0 ? CHILDREN_FIRST : WOMEN_FIRST).flatMap((one) =>
    tables.filter((table) => isFor(table, one)),
  );
  if (audience === undefined || audience === 'unisex') return [...new Set([...shared, ...open, ...rest])];
  const asked = [...tables.filter((table) => isFor(table, audience)), ...open];
  return asked.length > 0 ? asked : [...new Set([...shared, ...rest])];
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
    const set: TableSet = {
      tables: byAudience(answering, audience),
      charts: ours.filter((table): table is ChartsTable => table.kind === 'charts'),
    };
    sets.set(key, set);
    return set;
  };
  const systemIn = (set: TableSet, name: string): string | null => {
    const code = name
      .trim()
      .toUpperCase()
      .replace(/[\s-]+/g, '_');
    if (set.tables.some((table) => knows(table, code))) return code;
    return aliases.get(code)?.find((other) => set.tables.some((table) => knows(table, other))) ?? null;
  };
  return {
    tablesFor,
    systemIn,
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
