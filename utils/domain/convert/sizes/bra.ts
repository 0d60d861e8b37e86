import type { Result } from '../../result';
import { err, ok } from '../../result';
import type { ConversionTables } from '../tables';
import { convertByRows } from './by-rows';
import { convertByRule, type Asked, type Found } from './by-rule';
import { tidyLabel } from './label';
import type { SizeAnswer, SizeGiven, SizeProblem } from './size';
import type { SizeTableCategory } from './size-table';
import { sizeIndex, tableKnows } from './table-index';

/** One half of a bra size through the tables of that half. */
function half(category: SizeTableCategory, asked: Asked, tables: ConversionTables): Result<Found, SizeProblem> {
  const index = sizeIndex(tables);
  const set = index.tablesFor(category, undefined);
  const [from, to] = [index.systemIn(set, asked.from), index.systemIn(set, asked.to)];
  if (from === null) return err({ kind: 'unknown-system', system: asked.from });
  if (to === null) return err({ kind: 'unknown-system', system: asked.to });
  const table = set.tables.find((one) => tableKnows(one, from) && tableKnows(one, to));
  if (!table) return err({ kind: 'no-table', category: 'bra', system: asked.to });
  const real = { ...asked, from, to };
  return table.kind === 'rule' ? convertByRule(table, real, {}) : convertByRows(table, real);
}

const BAND: SizeTableCategory = 'bra_band';
const CUP: SizeTableCategory = 'bra_cup';

/** Band of a bra in another system: `34` UK is `75` EU. */
export function convertBand(
  asked: { readonly band: string; readonly from: string; readonly to: string },
  tables: ConversionTables,
): Result<string, SizeProblem> {
  const found = half(BAND, { from: asked.from, to: asked.to, label: asked.band }, tables);
  return found.ok ? ok(found.value.size) : found;
}

const isGiven = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

/** Band for an underbust measured in cm. */
export const bandOfUnderbust = (
  underbustCm: number,
  to: string,
  tables: ConversionTables,
): Result<string, SizeProblem> => convertBand({ band: String(underbustCm), from: 'UNDERBUST_CM', to }, tables);

/** Bra size for two measures in cm; the cup is the difference between them. */
export function braOfMeasures(
  measures: { readonly underbustCm?: number; readonly bustCm?: number },
  to: string,
  tables: ConversionTables,
): Result<SizeAnswer, SizeProblem> {
  const { underbustCm, bustCm } = measures;
  if (!isGiven(underbustCm) || !isGiven(bustCm)) return err({ kind: 'not-a-size', size: '' });
  const band = half(BAND, { from: 'UNDERBUST_CM', to, label: String(underbustCm) }, tables);
  if (!band.ok) return band;
  const difference = String(Math.round((bustCm - underbustCm) * 100) / 100);
  const cup = half(CUP, { from: 'DIFF_CM', to, label: difference }, tables);
  if (!cup.ok) return cup;
  return ok({
    system: to,
    audience: 'women',
    size: `${band.value.size}${cup.value.size}`,
    basis: { kind: 'table', sourceId: 'bra-cups' },
    warnings: [...new Set(['braMeasured', ...band.value.warnings, ...cup.value.warnings])],
  });
}

/** Converts a bra size such as `34DD`, `75 E`, `34DD/E`, `DD34`; both halves change. */
export function convertBraLabel(
  given: SizeGiven,
  to: string,
  tables: ConversionTables,
): Result<SizeAnswer, SizeProblem> {
  const text = tidyLabel(given.size);
  const parts = /^(?:[A-Z]{2}:? )?(\d{1,3}) ?-?([A-Z]{1,4})(?: ?[/(] ?([A-Z]{1,4})\)?)?$/.exec(text);
  const turned = parts ? null : /^([A-Z]{1,4}) ?(\d{2,3})$/.exec(text);
  const [bandLabel, cupLabel] = parts ? [parts[1], parts[2]] : [turned?.[2], turned?.[1]];
  if (bandLabel === undefined || cupLabel === undefined) return err({ kind: 'not-a-size', size: given.size });
  const band = half(BAND, { from: given.system, to, label: bandLabel }, tables);
  if (!band.ok) return band;
  const cup = half(CUP, { from: given.system, to, label: cupLabel }, tables);
  if (!cup.ok) return cup;
  return ok({
    system: to,
    audience: 'women',
    size: `${band.value.size}${cup.value.size}`,
    basis: { kind: 'table', sourceId: 'bra-cups' },
    warnings: [...new Set([...band.value.warnings, ...cup.value.warnings])],
  });
}
