import { convertSize, systemsOf } from '../sizes/convert-size';
import type { Audience } from '../sizes/shoe';
import type { SizeAnswer, SizeCategory, SizeGiven } from '../sizes/size';
import type { Cell, RuleSystem, SizeTable } from '../sizes/size-table';
import { sizeIndex, type AnswerTable } from '../sizes/table-index';
import type { ConversionTables } from '../tables';

/** One size in every system; null where no table names it. */
export interface OverviewRow {
  /** Label in the base system. */
  readonly label: string;
  readonly cells: readonly (SizeAnswer | null)[];
}

/** What stands behind a table, to be named under it. */
export interface OverviewSource {
  readonly id: string;
  readonly checkedOn: string;
  readonly titles: readonly string[];
}

/** All sizes of a category for one audience: every system a column, the base system first. */
export interface SizeOverview {
  readonly category: SizeCategory;
  readonly audience: Audience | undefined;
  readonly systems: readonly string[];
  readonly rows: readonly OverviewRow[];
  readonly sources: readonly OverviewSource[];
}

/** A bra is band and cup: one cup for all bands and one band for all cups show both scales. */
const BRA_CUP = 'B';
const BRA_BAND = '75';

/** A row holds no more than a page can show; rules with finer steps are walked in whole labels. */
const MOST_ROWS = 60;

const labelOf = (cell: Cell): string | null => {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return cell;
  const first = cell?.[0];
  return typeof first === 'string' ? first : null;
};

const tidy = (value: number): number => Math.round(value * 1_000) / 1_000;

function labelsOfSystem({ limits: [low, high], step = 1 }: RuleSystem): readonly string[] {
  const stride = Math.max(step, (high - low) / step > MOST_ROWS ? 1 : step);
  const count = Math.floor((high - low) / stride + 1e-6) + 1;
  return Array.from({ length: count }, (_, index) => String(tidy(low + index * stride)));
}

/** Labels of a table in one of its systems, smallest first. */
function labelsIn(table: AnswerTable, system: string): readonly string[] {
  if (table.kind === 'rule') {
    const rule = table.systems[system];
    return rule ? labelsOfSystem(rule) : [];
  }
  const column = table.columns.indexOf(system);
  return [...new Set(table.rows.flatMap((row) => labelOf(row[column] ?? null) ?? []))];
}

/** The system whose labels are the rows: one that is shown, named by the first table, and made of plain labels. */
function baseOf(table: AnswerTable, systems: readonly string[]): string | undefined {
  return systems.find((system) => {
    if (table.kind === 'rule') {
      const rule = table.systems[system];
      return rule !== undefined && !rule.measured && (rule.style ?? 'number') === 'number';
    }
    return labelsIn(table, system).length > 1;
  });
}

/** Adult shoes are listed as far as printed charts go; beyond them the rule would list sizes nobody makes. */
function chartedLabels(
  given: Pick<SizeGiven, 'category'> & { readonly audience: Audience | undefined },
  base: string,
  tables: ConversionTables,
): readonly string[] {
  const { category, audience } = given;
  const charts = tables.sizes.find(
    (table) =>
      table.kind === 'charts' && table.categories.includes(category) && table.audiences?.includes(audience ?? 'unisex'),
  );
  if (charts?.kind !== 'charts') return [];
  const labels = charts.rows.flatMap(({ at }) => {
    const from = { category, system: charts.base, size: String(at), ...(audience ? { audience } : {}) };
    if (charts.base === base) return [String(at)];
    const answer = convertSize(from, base, tables);
    return answer.ok ? [answer.value.size] : [];
  });
  return [...new Set(labels)];
}

function braLabels(tables: ConversionTables): readonly string[] {
  const index = sizeIndex(tables);
  const of = (part: 'bra_band' | 'bra_cup') =>
    index.tablesFor(part, undefined).tables.flatMap((table) => labelsIn(table, 'EU'));
  const [bands, cups] = [of('bra_band'), of('bra_cup')];
  return [...new Set([...bands.map((band) => `${band}${BRA_CUP}`), ...cups.map((cup) => `${BRA_BAND}${cup}`)])];
}

const titlesOf = (table: SizeTable): readonly string[] => Object.values(table.sources);

function sourcesOf(rows: readonly OverviewRow[], tables: ConversionTables): readonly OverviewSource[] {
  const ids = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.basis.sourceId ?? [])));
  return tables.sizes
    .filter(({ id }) => ids.has(id))
    .map((table) => ({ id: table.id, checkedOn: table.checkedOn, titles: titlesOf(table) }));
}

/**
 * Lists every size of a category in every system that has figures for it; null where there is no table to walk along.
 *
 * The figures are those of `convertSize`, so that a table never says anything else than an answer.
 */
export function sizeOverview(
  category: SizeCategory,
  audience: Audience | undefined,
  tables: ConversionTables,
): SizeOverview | null {
  const all = systemsOf(category, audience, tables);
  const isBra = category === 'bra';
  const table = sizeIndex(tables).tablesFor(isBra ? 'bra_band' : category, audience).tables[0];
  const base = isBra ? 'EU' : table && baseOf(table, all);
  if (!table || base === undefined) return null;
  const charted = isBra ? [] : chartedLabels({ category, audience }, base, tables);
  const labels = isBra ? braLabels(tables) : charted.length > 0 ? charted : labelsIn(table, base);
  const systems = [base, ...all.filter((system) => system !== base)];
  const worn = audience ? { audience } : {};
  const rows = labels
    .map((label) => ({
      label,
      cells: systems.map((system) => {
        const answer = convertSize({ category, system: base, size: label, ...worn }, system, tables);
        return answer.ok ? answer.value : null;
      }),
    }))
    // A label no other system knows says nothing.
    .filter(({ cells }) => cells.some((cell, index) => index > 0 && cell !== null));
  if (rows.length === 0) return null;
  const used = systems.map((_, column) => rows.some(({ cells }) => cells[column] !== null));
  return {
    category,
    audience,
    systems: systems.filter((_, column) => used[column]),
    rows: rows.map(({ label, cells }) => ({ label, cells: cells.filter((_, column) => used[column]) })),
    sources: sourcesOf(rows, tables),
  };
}

/** Position of the row a size stands in; -1 when the table has none, as for another category or audience. */
export function rowOfSize(overview: SizeOverview, given: SizeGiven, tables: ConversionTables): number {
  const base = overview.systems[0];
  if (given.category !== overview.category || base === undefined) return -1;
  if (given.audience && overview.audience && given.audience !== overview.audience) return -1;
  const worn = overview.audience ?? given.audience;
  const inBase = convertSize({ ...given, ...(worn ? { audience: worn } : {}) }, base, tables);
  return inBase.ok ? overview.rows.findIndex(({ label }) => label === inBase.value.size) : -1;
}
