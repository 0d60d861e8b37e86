import type { Result } from '../../result';
import { err, ok } from '../../result';
import { readLabel, writeLabel } from './label';
import type { SizeProblem } from './size';
import type { BrandTable, ChartsTable, Line, RuleSystem, RuleTable } from './size-table';

/** What one table says; the caller adds where it comes from. */
export interface Found {
  readonly size: string;
  readonly range?: readonly [low: string, high: string];
  readonly warnings: readonly string[];
  /** The table the range was read from, when it is another than the one that answered. */
  readonly charts?: string;
}

/** A question to one table. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** What bends a rule: printed charts for its ranges, a maker's own lines. */
export interface Bends {
  readonly charts?: ChartsTable;
  readonly brand?: { readonly table: BrandTable; readonly audience: string };
}

const SLACK = 1e-6;
const roundTo = (value: number, step: number): number => Math.round((value + SLACK) / step) * step;
const ceilTo = (value: number, step: number): number => Math.ceil((value - SLACK) / step) * step;

const at = ([times, add]: Line, base: number): number => times * base + add;
const baseOf = ([times, add]: Line, label: number): number => (label - add) / times;

function asLabel(system: RuleSystem, value: number): number {
  const whole = Math.round(value);
  if (system.snap !== undefined && Math.abs(value - whole) <= system.snap) return whole;
  return roundTo(value, system.step ?? 1);
}

const within = ([low, high]: readonly [number, number], value: number): boolean => value >= low && value <= high;

/** The number can't be of its system: another one's, or nobody's. */
function outside(table: RuleTable, asked: Asked, value: number): SizeProblem {
  const usual = table.show ?? Object.keys(table.systems);
  const others = Object.entries(table.systems).filter(
    ([name, system]) => name !== asked.from && usual.includes(name) && !system.measured && !system.style,
  );
  const isMeasure = table.systems[asked.from]?.measured === true;
  return !isMeasure && others.some(([, { limits }]) => within(limits, value))
    ? { kind: 'contradiction', system: asked.from, size: asked.label }
    : { kind: 'out-of-range', system: asked.from };
}

function lineOf(name: string, system: RuleSystem, brand: Bends['brand']): Line {
  if (!brand) return system.line;
  const { lines, shift } = brand.table;
  const own = lines?.[brand.audience]?.[name] ?? lines?.any?.[name];
  if (own) return own;
  const [times, add] = system.line;
  return [times, add + (shift?.[brand.audience]?.[name] ?? shift?.any?.[name] ?? 0)];
}

/**
 * Converts a label by the straight lines of a table.
 *
 * Errors: `not-a-size`, `out-of-range`, `contradiction` for a number of another system, `unknown-system`.
 */
export function convertByRule(table: RuleTable, asked: Asked, bends: Bends): Result<Found, SizeProblem> {
  const { from, to, label } = asked;
  const [source, target] = [table.systems[from], table.systems[to]];
  if (!source) return err({ kind: 'unknown-system', system: from });
  if (!target) return err({ kind: 'unknown-system', system: to });
  const given = readLabel(label, source.style);
  if (given === null) return err({ kind: 'not-a-size', size: label });
  if (!within(source.limits, given)) {
    const other = source.otherwise?.find((name) => within(table.systems[name]?.limits ?? [1, 0], given));
    return other === undefined
      ? err(outside(table, asked, given))
      : convertByRule(table, { ...asked, from: other }, bends);
  }
  if (target.readOnly && from !== to) return err({ kind: 'no-table', category: 'cn_label', system: to });
  const warnings = [...(source.warn ?? []), ...(target.warn ?? [])];
  if (from === to) return ok({ size: writeLabel(given, source.style), warnings });

  const sourceLine = lineOf(from, source, bends.brand);
  const targetLine = lineOf(to, target, bends.brand);
  const base = baseOfGiven(table, { source, target, given, line: sourceLine });
  const named = lengthNamed(table, { source, target, given });
  const value = asLabel(target, named ?? at(targetLine, base));
  if (!within(target.limits, value)) return err({ kind: 'out-of-range', system: to });

  // Where a label names a length, the rule's own figure is the other end of the range.
  const values = named === null ? [value] : [value, asLabel(target, at(targetLine, base))];
  let charts: string | undefined;
  if (source.family === undefined || source.family !== target.family) {
    const printed = bends.brand ? null : printedRange(table, to, base, bends.charts);
    if (printed) {
      values.push(...printed);
      charts = bends.charts?.id;
    } else {
      for (const line of bends.brand ? [] : (target.also ?? [])) values.push(asLabel(target, at(line, base)));
      const slack = target.slack ?? 0;
      values.push(value - slack, value + slack);
    }
    for (const line of bends.brand ? [] : (source.also ?? []))
      values.push(asLabel(target, at(targetLine, baseOf(line, given))));
  }
  return ok({
    size: writeLabel(value, target.style),
    ...rangeOf(values, target),
    warnings,
    ...(charts ? { charts } : {}),
  });
}

function rangeOf(values: readonly number[], target: RuleSystem): { readonly range?: readonly [string, string] } {
  const low = Math.max(target.limits[0], Math.min(...values));
  const high = Math.min(target.limits[1], Math.max(...values));
  return low === high ? {} : { range: [writeLabel(low, target.style), writeLabel(high, target.style)] };
}

interface Pair {
  readonly source: RuleSystem;
  readonly target: RuleSystem;
  readonly given: number;
}

function baseOfGiven(table: RuleTable, { source, target, given, line }: Pair & { readonly line: Line }): number {
  const reading = source.reads?.find(({ forFamily }) => forFamily === undefined || forFamily === target.family);
  const via = reading ? table.systems[reading.as] : undefined;
  return reading && via ? baseOf(via.line, ceilTo(at(reading.line, given), reading.upTo)) : baseOf(line, given);
}

/** A label that names a length, asked for as that length: the number itself, whatever the rule says of labels. */
function lengthNamed(table: RuleTable, { source, target, given }: Pair): number | null {
  if (source.family === undefined) return null;
  const reading = target.reads?.find(({ forFamily }) => forFamily === source.family);
  const via = reading ? table.systems[reading.as] : undefined;
  return reading && via ? baseOf(reading.line, at(via.line, baseOf(source.line, given))) : null;
}

/** What charts print at a size, in the labels of a system or of one of its family. */
function printedRange(
  table: RuleTable,
  to: string,
  base: number,
  charts: ChartsTable | undefined,
): readonly number[] | null {
  const of = charts ? table.systems[charts.base] : undefined;
  const target = table.systems[to];
  if (!charts || !of || !target) return null;
  const place = asLabel(of, at(of.line, base));
  const row = charts.rows.find((one) => one.at === place);
  if (!row) return null;
  const own = row.ranges[to];
  if (own) return own;
  for (const [name, range] of Object.entries(row.ranges)) {
    const kin = table.systems[name];
    if (kin?.family === undefined || kin.family !== target.family) continue;
    return range.map((value) => asLabel(target, at(target.line, baseOf(kin.line, value))));
  }
  return null;
}
