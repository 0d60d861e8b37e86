import type { SizeCategory } from '../sizes/size';
import type { NamedSize } from './size-names';

const LETTERS = ['4XS', '3XS', 'XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL', '4XL', '5XL', '6XL', '7XL'] as const;
const SPELLINGS: Readonly<Record<string, string>> = { XXXXS: '4XS', XXXS: '3XS', '2XS': 'XXS', '2XL': 'XXL', XXXL: '3XL', XXXXL: '4XL' }; // prettier-ignore

const LENGTH_STEPS: Readonly<Record<string, number>> = { JP: 0.5, MX: 0.5, KR: 5, CN: 5, MONDOPOINT: 5 };
const CLOTHES: ReadonlySet<SizeCategory> = new Set<SizeCategory>(['dress', 'top', 'jacket', 'plus']);
const GRID: ReadonlySet<string> = new Set(['EU', 'DE', 'FR', 'IT', 'ES', 'UK', 'US', 'AU', 'BR', 'RU']);

/** How far apart two neighbouring labels of a system are; null where "the next size" has no plain number. */
function stepOf({ category, system }: NamedSize): number | null {
  if (category === 'shoes') return system.startsWith('FOOT') ? null : (LENGTH_STEPS[system] ?? 1);
  if (CLOTHES.has(category)) return GRID.has(system) ? 2 : system === 'KR' ? 11 : null;
  if (category === 'jeans') return system === 'IN' || system === 'US' ? 1 : null;
  if (category === 'hat' || category === 'shirt_collar') return system === 'EU' || system === 'CM' ? 1 : null;
  if (category === 'belt') return system === 'EU' || system === 'CM' ? 5 : null;
  return category === 'kids' && system === 'EU' ? 6 : null;
}

/**
 * The size a product card's offset leads to; null where it can't be told, and "one size up" has to do.
 *
 * Units: `offset` in sizes of the label, 1 is the next size up; half sizes exist for shoes alone.
 */
export function shiftSize(named: NamedSize, offset: number): string | null {
  const letter = named.size.toUpperCase();
  const at = LETTERS.indexOf((SPELLINGS[letter] ?? letter) as (typeof LETTERS)[number]);
  if (at >= 0) return LETTERS[at + Math.round(offset)] ?? null;
  const step = stepOf(named);
  if (step === null || !/^\d+(?:\.\d+)?$/.test(named.size)) return null;
  const shifted = Number(named.size) + step * (named.category === 'shoes' ? offset : Math.round(offset));
  return shifted > 0 ? String(Math.round(shifted * 100) / 100) : null;
}
