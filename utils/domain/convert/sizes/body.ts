import type { Result } from '../../result';
import { err, ok } from '../../result';
import type { ConversionTables } from '../tables';
import { braOfMeasures } from './bra';
import { convertSize } from './convert-size';
import { writeNumber } from './label';
import type { Audience } from './shoe';
import type { BodyMeasures, SizeAnswer, SizeCategory, SizeProblem } from './size';
import type { EstimateTable } from './size-table';
import { sizeIndex } from './table-index';

/** A measure of the body as a system the tables know. */
interface Girth {
  readonly measure: keyof BodyMeasures;
  readonly system: string;
  /** What turns cm into the unit of the system; 1 when absent. */
  readonly times?: number;
}

const TORSO: readonly Girth[] = [
  { measure: 'bustCm', system: 'CM' },
  { measure: 'chestCm', system: 'CM' },
  { measure: 'hipCm', system: 'HIP_CM' },
  { measure: 'waistCm', system: 'WAIST_CM' },
];

/** Which measures a category is chosen by, the telling ones first. */
const CHOSEN_BY: Partial<Readonly<Record<SizeCategory, readonly Girth[]>>> = {
  shoes: [{ measure: 'footCm', system: 'FOOT_CM' }],
  sock: [{ measure: 'footCm', system: 'FOOT_CM' }],
  hat: [{ measure: 'headCm', system: 'CM' }],
  glove: [{ measure: 'handCm', system: 'CM' }],
  ring: [{ measure: 'fingerCm', system: 'CIRC_MM', times: 10 }],
  shirt_collar: [{ measure: 'neckCm', system: 'CM' }],
  belt: [{ measure: 'waistCm', system: 'CM' }],
  jeans: [{ measure: 'waistCm', system: 'CM' }],
  kids: [{ measure: 'heightCm', system: 'HEIGHT_CM' }],
  jp_letter_bust: TORSO,
  dress: TORSO,
  top: TORSO,
  jacket: TORSO,
  letter: TORSO,
  plus: TORSO,
};

const isKnown = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

const estimateFor = (
  tables: ConversionTables,
  category: SizeCategory,
  audience: Audience | undefined,
): EstimateTable | undefined =>
  sizeIndex(tables).estimates.find(
    ({ categories, audiences }) => categories.includes(category) && audiences?.includes(audience ?? 'unisex'),
  );

/** Who is measured, what is to be worn, and the system wanted. */
export interface BodyAsked {
  readonly category: SizeCategory;
  readonly audience?: Audience;
  readonly to: string;
}

/**
 * A size for measures of a body; of height and weight alone only a suggestion with a range, and a warning.
 *
 * Units: cm and kg.
 * Errors: as `convertSize`; `not-a-size` when no measure given says anything about the category.
 */
export function sizeForBody(
  measures: BodyMeasures,
  asked: BodyAsked,
  tables: ConversionTables,
): Result<SizeAnswer, SizeProblem> {
  const { category, audience, to } = asked;
  if (category === 'bra') return braOfMeasures(measures, to, tables);
  const who = audience ? { audience } : {};
  let problem: SizeProblem = { kind: 'not-a-size', size: '' };
  for (const { measure, system, times = 1 } of CHOSEN_BY[category] ?? []) {
    const value = measures[measure];
    if (!isKnown(value)) continue;
    const answer = convertSize({ category, system, size: writeNumber(value * times), ...who }, to, tables);
    if (answer.ok) return answer;
    problem = answer.error;
  }
  const estimated = fromHeightAndWeight(measures, asked, tables);
  return estimated ?? err(problem);
}

function fromHeightAndWeight(
  { heightCm, weightKg }: BodyMeasures,
  { category, audience, to }: BodyAsked,
  tables: ConversionTables,
): Result<SizeAnswer, SizeProblem> | null {
  const table = estimateFor(tables, category, audience);
  if (!table || !isKnown(heightCm) || !isKnown(weightKg)) return null;
  const { at, perCm, perKg, spreadCm, limits } = table;
  if (heightCm < limits.heightCm[0] || heightCm > limits.heightCm[1])
    return err({ kind: 'out-of-range', system: 'CM' });
  if (weightKg < limits.weightKg[0] || weightKg > limits.weightKg[1])
    return err({ kind: 'out-of-range', system: 'KG' });
  const girth = at.girthCm + perCm * (heightCm - at.heightCm) + perKg * (weightKg - at.weightKg);
  const sizeAt = (cm: number) =>
    convertSize(
      { category, system: 'CM', size: writeNumber(Math.round(cm * 2) / 2), ...(audience ? { audience } : {}) },
      to,
      tables,
    );
  const main = sizeAt(girth);
  if (!main.ok) return main;
  const [low, high] = [sizeAt(girth - spreadCm), sizeAt(girth + spreadCm)];
  const range = [low.ok ? low.value.size : main.value.size, high.ok ? high.value.size : main.value.size] as const;
  return ok({
    ...main.value,
    ...(range[0] === range[1] ? {} : { range }),
    basis: { kind: 'rule', sourceId: table.id },
    warnings: [...new Set([...(table.warn ?? []), ...main.value.warnings])],
  });
}
