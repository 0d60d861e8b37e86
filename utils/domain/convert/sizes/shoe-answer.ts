import type { AnswerLine } from '../conversion';
import { convertShoe, writeShoeSize, type Audience, type ShoeSize, type ShoeSystem } from './shoe';
import type { Range, ShoeChartRow, ShoeCharts } from '../tables';

/** A shoe size in the other systems, with what the charts say. */
export interface ShoeAnswer {
  readonly lines: readonly ShoeLine[];
  /** Whether printed charts stand behind the answer, or the rule alone. */
  readonly basis: { readonly kind: 'table' | 'rule'; readonly sourceId: string };
}

/** One system's answer, still as numbers. */
export interface ShoeLine {
  readonly system: ShoeSystem;
  readonly audience: Audience | undefined;
  readonly size: ShoeSize;
  readonly range?: Range;
}

const LENGTHS: ReadonlySet<ShoeSystem> = new Set(['JP', 'MX', 'KR', 'CN', 'MONDOPOINT']);

/** Systems whose numbers depend on whom the shoe is for. */
export const isGendered = (system: ShoeSystem): boolean => system === 'US' || system === 'AU';

/**
 * Converts one size into several systems; an unknown audience gives men's and women's lines where they differ.
 */
export function answerShoe(
  from: { readonly system: ShoeSystem; readonly size: number; readonly audience?: Audience },
  to: readonly ShoeSystem[],
  charts: ShoeCharts,
): ShoeAnswer {
  const lines: ShoeLine[] = [];
  let inCharts = false;
  for (const system of to) {
    if (system === from.system) continue;
    const audiences: readonly (Audience | undefined)[] = from.audience
      ? [from.audience]
      : isGendered(system)
        ? ['men', 'women']
        : [undefined];
    for (const audience of audiences) {
      const source: ShoeSize = { system: from.system, size: from.size, audience: audience ?? 'unisex' };
      const value = convertShoe(source, system);
      if (!value.ok) continue;
      const rows = chartRows(source, audience, charts);
      if (rows.length > 0) inCharts = true;
      const range = rangeOf(source, { system, value: value.value }, rows);
      lines.push({
        system,
        audience,
        size: { system, size: value.value, audience: source.audience },
        ...(range ? { range } : {}),
      });
    }
  }
  if (from.audience === 'kids') return { lines, basis: { kind: 'rule', sourceId: 'shoe-rule-kids' } };
  return { lines, basis: inCharts ? { kind: 'table', sourceId: charts.id } : { kind: 'rule', sourceId: 'shoe-rule' } };
}

function chartRows(from: ShoeSize, audience: Audience | undefined, charts: ShoeCharts): readonly ShoeChartRow[] {
  if (from.audience === 'kids') return [];
  const uk = convertShoe(from, 'UK');
  if (!uk.ok) return [];
  const tables =
    audience === undefined ? [charts.men, charts.women] : [audience === 'women' ? charts.women : charts.men];
  return tables.flatMap((rows) => rows.filter((row) => row.uk === uk.value));
}

const span = (values: readonly number[]): Range => [Math.min(...values), Math.max(...values)];
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** From the rule's value to what charts print; half a size either way where no chart prints this size. */
function rangeOf(
  from: ShoeSize,
  to: { readonly system: ShoeSystem; readonly value: number },
  rows: readonly ShoeChartRow[],
): Range | undefined {
  const { system, value } = to;
  const kids = from.audience === 'kids';
  if (sameScale(from.system, system)) return undefined;
  switch (system) {
    case 'EU':
    case 'CN_EU_STYLE':
      return span([value, ...(rows.length > 0 ? rows.flatMap((row) => row.eu) : [value - 0.5, value + 0.5])]);
    case 'US':
      if (kids) return [value - 0.5, value];
      return span([value, ...(rows.length > 0 ? rows.flatMap((row) => row.us) : [value - 0.5])]);
    case 'BR':
      return [value, value + 1];
    case 'RU':
      return [value - 1, value];
    case 'FOOT_CM': {
      if (kids) return [tenth(value - 0.5), tenth(value + 0.5)];
      const eu = convertShoe(from, 'EU');
      return eu.ok ? span([value, tenth((eu.value - 2) / 1.5)]) : undefined;
    }
    case 'UK':
    case 'AU':
      return [value - 0.5, value + 0.5];
    case 'CN_OLD':
      return [value - 1, value + 1];
    default: {
      const step = LENGTHS.has(system) && value >= 50 ? 10 : 1;
      const cm = rows.length > 0 ? rows.flatMap((row) => row.jp) : [value / step - 0.5, value / step + 0.5];
      return span([value, ...cm.map((length) => length * step)]);
    }
  }
}

/** Systems that print the same length in other units: no range between them. */
const sameScale = (a: ShoeSystem, b: ShoeSystem): boolean =>
  (LENGTHS.has(a) || a === 'CN_OLD') && (LENGTHS.has(b) || b === 'CN_OLD');

const KEY_LABELS: Partial<Record<ShoeSystem, string>> = {
  CN_OLD: 'convert.system.cnOld',
  CN_EU_STYLE: 'convert.system.cnEuStyle',
  FOOT_CM: 'convert.system.foot',
  MONDOPOINT: 'convert.system.mondopoint',
};
const UNITS: Partial<Record<ShoeSystem, string>> = {
  JP: ' cm',
  MX: ' cm',
  KR: ' mm',
  CN: ' mm',
  MONDOPOINT: ' mm',
  FOOT_CM: ' cm',
};

/** The line as the interface shows it. */
export function showShoeLine(line: ShoeLine): AnswerLine {
  const { system, size, range, audience } = line;
  const unit = UNITS[system] ?? '';
  const label =
    system === 'US' && audience && audience !== 'kids'
      ? `convert.system.us.${audience}`
      : system === 'AU' && audience && audience !== 'kids'
        ? `convert.system.au.${audience}`
        : (KEY_LABELS[system] ?? system);
  return { label, value: writeShoeSize(size) + unit, ...(range ? { range: writeRange(range, size) } : {}) };
}

const writeRange = ([low, high]: Range, size: ShoeSize): string =>
  low === high
    ? writeShoeSize({ ...size, size: low })
    : `${writeShoeSize({ ...size, size: low })}–${writeShoeSize({ ...size, size: high })}`;

/** A size with its system, in words every language reads: `UK 5.5`, `JP 24.5 cm`. */
export function nameShoeSize(size: ShoeSize, write: (value: number) => string = String): string {
  const restarts = writeShoeSize(size);
  const number = restarts.endsWith('Y') ? restarts : write(size.size);
  const name =
    size.system === 'CN_OLD' || size.system === 'CN_EU_STYLE'
      ? 'CN'
      : size.system === 'FOOT_CM' || size.system === 'MONDOPOINT'
        ? ''
        : size.system;
  return `${name} ${number}${UNITS[size.system] ?? ''}`.trim();
}
