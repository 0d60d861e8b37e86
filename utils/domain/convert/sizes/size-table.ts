import type { Audience } from './shoe';
import type { SizeCategory } from './size';

/** How the labels of a system are written: `7 1/8`, `J½`, `1Y` after 13½, `170/92A`, or a plain number. */
export type LabelStyle = 'number' | 'eighths' | 'ring-letters' | 'restart' | 'cn-girth';

/** A straight line: label = times × base + add. */
export type Line = readonly [times: number, add: number];

/** What every size table says of itself. */
export interface SizeTableHead {
  /** File name without `.json`; also the name of its words under `convert.source`. */
  readonly id: string;
  readonly categories: readonly SizeTableCategory[];
  /** Whom the sizes are for; absent when that makes no difference. */
  readonly audiences?: readonly Audience[];
  readonly checkedOn: string;
  readonly status: string;
  /** Titles of what was read, by a short name. */
  readonly sources: Readonly<Record<string, string>>;
  /** Where several tables know both systems, the lower number answers; 0 when absent. */
  readonly order?: number;
  /** Warnings of every answer. */
  readonly warn?: readonly string[];
  /** Warnings for one audience. */
  readonly warnFor?: Partial<Readonly<Record<Audience, readonly string[]>>>;
  /** Systems an answer shows when nothing else is asked. */
  readonly show?: readonly string[];
}

/** Parts of a bra size have tables of their own, which nobody asks for by name. */
export type SizeTableCategory = SizeCategory | 'bra_band' | 'bra_cup';

/** How a measured length becomes a label: along a line, then up to the next label there is. */
export interface MeasureReading {
  readonly as: string;
  readonly line: Line;
  readonly upTo: number;
  /** Family of target systems this reading is for; those labels name the length itself. */
  readonly forFamily?: string;
}

/** One system of a rule, as a line over the base all systems of the table share. */
export interface RuleSystem {
  readonly line: Line;
  /** Lines other charts follow; they make the range. */
  readonly also?: readonly Line[];
  /** How far either way charts stray besides; in labels. */
  readonly slack?: number;
  /** Labels come in multiples of this; 1 when absent. */
  readonly step?: number;
  /** A whole number this near wins over the step. */
  readonly snap?: number;
  /** Smallest and largest label there is. */
  readonly limits: readonly [low: number, high: number];
  readonly style?: LabelStyle;
  /** Systems of one family print the same thing: no range lies between them. */
  readonly family?: string;
  /** A measured length, not a label: what is outside the limits is absurd and not a mix-up of systems. */
  readonly measured?: true;
  /** Systems a label outside the limits is of instead: an old code, or the same length in another unit. */
  readonly otherwise?: readonly string[];
  /** Labels of this system are read here, never written: they say more than the table knows. */
  readonly readOnly?: true;
  /** A measured length is read as labels of another system; the first that is for the target's family, or for all. */
  readonly reads?: readonly MeasureReading[];
  readonly warn?: readonly string[];
  readonly status?: string;
}

/** Systems that differ by straight lines. */
export interface RuleTable extends SizeTableHead {
  readonly kind: 'rule';
  readonly systems: Readonly<Record<string, RuleSystem>>;
}

/** A label, several labels of which the first is the usual one, or a measure from-to. */
export type Cell = number | string | readonly [number, number] | readonly string[] | null;

/** What is special about a column. */
export interface ColumnNote {
  /** A size between two rows takes the nearest (default for measures), the next larger, or has no answer. */
  readonly between?: 'nearest' | 'up' | 'none';
  /** Ages such as `5-6 y`, compared in months. */
  readonly ages?: true;
  readonly measured?: true;
  /** A label asked for in its own column is one of this column: a belt of 95 cm is for a waist in cm. */
  readonly itself?: string;
  /** Several labels in a cell are sizes between which it lies, and not two names of one size. */
  readonly spread?: true;
  /** Where several rows print the same label: the last of them (heights, which name the upper end), or the middle one. */
  readonly pick?: 'last';
  /** How far from the nearest row a size may lie; half the step to its neighbour when absent. */
  readonly reach?: number;
  /** The warnings are about this row and those after it; about all when absent. */
  readonly warnFromRow?: number;
  readonly warn?: readonly string[];
  readonly status?: string;
}

/** A grid: one column a system, one row a size. */
export interface RowsTable extends SizeTableHead {
  readonly kind: 'rows';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes?: Readonly<Record<string, ColumnNote>>;
}

/** What charts print beside one label of the base system. */
export interface ChartRow {
  readonly at: number;
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  /** Keys of the charts in `sources`. */
  readonly from: readonly string[];
}

/** Printed charts behind a rule: they give its answers their range. */
export interface ChartsTable extends SizeTableHead {
  readonly kind: 'charts';
  readonly base: string;
  readonly rows: readonly ChartRow[];
}

/** Lines of a maker that differ from the rule, by audience (`any` for all) and system. */
export interface BrandTable extends SizeTableHead {
  readonly kind: 'brand';
  readonly names: readonly string[];
  /** Added to the labels of a system; what is not named stays as the rule has it. */
  readonly shift?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** In place of the line of a system. */
  readonly lines?: Readonly<Record<string, Readonly<Record<string, Line>>>>;
}

/** Other names of systems: the first of the list a category knows is meant. */
export interface AliasTable extends SizeTableHead {
  readonly kind: 'aliases';
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** A girth estimated from height and weight: girth + perCm × (height − cm) + perKg × (weight − kg). */
export interface EstimateTable extends SizeTableHead {
  readonly kind: 'estimate';
  readonly at: { readonly heightCm: number; readonly weightKg: number; readonly girthCm: number };
  readonly perCm: number;
  readonly perKg: number;
  /** Three people in four lie within this, in cm. */
  readonly spreadCm: number;
  readonly limits: { readonly heightCm: readonly [number, number]; readonly weightKg: readonly [number, number] };
}

/** Any file of the catalogue's size tables. */
export type SizeTable = RuleTable | RowsTable | ChartsTable | BrandTable | AliasTable | EstimateTable;
