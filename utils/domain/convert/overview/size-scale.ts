import type { SizeAnswer } from '../sizes/size';
import type { SizeOverview } from './size-overview';

/** A label on a ruler and the measure it stands at. */
export interface ScaleTick {
  readonly label: string;
  readonly at: number;
}

/** One system's labels along the measure all rulers share. */
export interface Ruler {
  readonly system: string;
  readonly ticks: readonly ScaleTick[];
}

/** Sizes of several systems over one measure of the body. */
export interface SizeScale {
  /** System code of the measure: `FOOT_CM`, `CIRC_MM`, `CM` ... */
  readonly measure: string;
  readonly unit: 'mm' | 'cm';
  readonly from: number;
  readonly to: number;
  readonly rulers: readonly Ruler[];
  /** Measure of each row of the overview; null where the row names none. */
  readonly rowsAt: readonly (number | null)[];
}

/** Measures a scale can be drawn along, the one people measure first. */
const MEASURES = ['FOOT_CM', 'CIRC_MM', 'UNDERBUST_CM', 'HEIGHT_CM', 'CM', 'MONDOPOINT'] as const;

/** Systems of measures are the axis, not rulers above it. */
const IS_MEASURE = /_(?:CM|MM|IN)$|^(?:CM|MONDOPOINT|KR|CN|CN_OLD|CN_EU_STYLE|CN_LABEL|MX_OLD)$/;

/** Rulers beyond six are no longer compared at a glance. */
const MOST_RULERS = 6;

/** A measure as printed: `24.1`, or `79-87` for its middle. */
function numberOf(cell: SizeAnswer | null | undefined): number | null {
  const parts = cell?.size.split(/[-–]/).map(Number) ?? [];
  if (parts.length === 0 || parts.length > 2 || parts.some((part) => !Number.isFinite(part))) return null;
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/** Lays the rows of a table along the measure they share; null where it has none, or too few rows to draw. */
export function sizeScale(overview: SizeOverview): SizeScale | null {
  const measure = MEASURES.find((name) => overview.systems.includes(name));
  if (measure === undefined) return null;
  const column = overview.systems.indexOf(measure);
  const isMm = measure === 'CIRC_MM' || measure === 'MONDOPOINT';
  // Feet are measured in millimetres; the tables hold centimetres.
  const times = measure === 'FOOT_CM' ? 10 : 1;
  const rowsAt = overview.rows.map(({ cells }) => {
    const value = numberOf(cells[column]);
    return value === null ? null : value * times;
  });
  const known = rowsAt.filter((at) => at !== null);
  const [from, to] = [Math.min(...known), Math.max(...known)];
  if (known.length < 3 || from === to) return null;
  const rulers = overview.systems
    .map((system, index) => ({ system, index }))
    .filter(({ system }) => !IS_MEASURE.test(system))
    .slice(0, MOST_RULERS)
    .map(({ system, index }) => ({ system, ticks: ticksOf(overview, index, rowsAt) }))
    .filter(({ ticks }) => ticks.length > 2);
  return rulers.length === 0 ? null : { measure, unit: isMm || times === 10 ? 'mm' : 'cm', from, to, rulers, rowsAt };
}

/** A label that several rows share stands in their middle. */
function ticksOf(overview: SizeOverview, column: number, rowsAt: readonly (number | null)[]): readonly ScaleTick[] {
  const places = new Map<string, number[]>();
  overview.rows.forEach(({ cells }, row) => {
    const [at, label] = [rowsAt[row] ?? null, cells[column]?.size];
    if (at === null || label === undefined) return;
    places.set(label, [...(places.get(label) ?? []), at]);
  });
  return [...places]
    .map(([label, all]) => ({ label, at: all.reduce((sum, at) => sum + at, 0) / all.length }))
    .sort((a, b) => a.at - b.at);
}
