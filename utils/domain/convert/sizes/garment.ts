import { convertBra } from './bra';
import { BELT_WAIST, COLLARS, JP_LETTER_BUST, KIDS, type KidsRow } from './garment-tables';
import { convertRing } from './ring';

/** A size of clothing or small goods, as its label prints it. */
export interface GarmentSize {
  readonly category: string;
  readonly system: string;
  readonly size: string;
  readonly audience?: string;
}

/** Women's numbers relative to US. Japanese charts differ by 2; "EU" on retail charts is the French grid. */
const DRESS: Readonly<Record<string, number>> = { US: 0, CA: 0, UK: 4, AU: 4, NZ: 4, FR: 32, ES: 32, EU: 32, DE: 30, NL: 30, AT: 30, IT: 36, RU: 38, JP: 5, BR: 34 }; // prettier-ignore

/** Men's jackets relative to chest inches. */
const JACKET: Readonly<Record<string, number>> = {
  US: 0,
  UK: 0,
  AU: 0,
  IN: 0,
  EU: 10,
  DE: 10,
  FR: 10,
  IT: 10,
  RU: 10,
  ES: 10,
};

/** Men's trousers relative to waist inches. */
const JEANS_MEN: Readonly<Record<string, number>> = {
  US: 0,
  UK: 0,
  AU: 0,
  IN: 0,
  EU: 16,
  DE: 16,
  IT: 16,
  RU: 16,
  FR: 16,
};

/** Women's jeans numbers relative to UK. */
const JEANS_WOMEN: Readonly<Record<string, number>> = { UK: 0, EU: 28, FR: 28, DE: 26, IT: 32 };

/**
 * Converts a size of clothing, underwear, rings, hats, gloves or belts; null where there is no rule.
 *
 * Letters are never mapped across regions: they differ by one to three sizes from maker to maker.
 * Source: rules on which the charts compared agree, checked on 2026-11-21; see `garment-tables`.
 */
export function convertGarment(from: GarmentSize, to: string): number | string | null {
  const { category, system, size, audience } = from;
  const value = Number.parseFloat(size.replace(/^[WL]\s*/i, ''));
  switch (category) {
    case 'dress':
      return dress(system, value, to);
    case 'jacket':
      return to === 'CM'
        ? chestCm(shift(JACKET, system, value, 'IN'))
        : system === 'CM'
          ? shift(JACKET, 'IN', Math.round(value / 2.54), to)
          : shift(JACKET, system, value, to);
    case 'jeans':
      return jeans({ system, value, women: audience === 'women' }, to);
    case 'inseam':
      return inches(system, value, to);
    case 'shirt_collar':
      return collar(system, value, to);
    case 'jp_letter_bust':
      return system === 'JP' && to === 'CM' ? (JP_LETTER_BUST[size.toUpperCase()] ?? null) : null;
    case 'kids':
      return kids(system, size, to);
    case 'bra':
      return convertBra(size, system, to);
    case 'ring':
      return convertRing(size, system, to);
    case 'hat':
      return hat(system, size, to);
    case 'glove':
      return isInch(system) && to === 'CM'
        ? Math.round(value * 2.54 * 2) / 2
        : system === 'CM' && isInch(to)
          ? Math.round((value / 2.54) * 2) / 2
          : null;
    case 'belt':
      return to === 'CM' ? (BELT_WAIST[audience === 'women' ? 'women' : 'men'][value] ?? null) : null;
    default:
      return null;
  }
}

const isInch = (system: string): boolean => system === 'IN' || system === 'US' || system === 'UK' || system === 'EU';

function shift(offsets: Readonly<Record<string, number>>, from: string, value: number, to: string): number | null {
  const [a, b] = [offsets[from], offsets[to]];
  return a === undefined || b === undefined || !Number.isFinite(value) ? null : value - a + b;
}

const chestCm = (inch: number | null): number | null => (inch === null ? null : Math.round(inch * 2.54));

/** Korean numbers rise by 11 where US numbers rise by 2: 44 is US 2, 55 is US 4. */
function dress(system: string, value: number, to: string): number | null {
  const us = system === 'KR' ? Math.round((value - 33) / 5.5) : shift(DRESS, system, value, 'US');
  if (us === null) return null;
  return to === 'KR' ? Math.round(33 + 5.5 * us) : shift(DRESS, 'US', us, to);
}

function jeans(
  { system, value, women }: { readonly system: string; readonly value: number; readonly women: boolean },
  to: string,
): number | null {
  const isWaist = (name: string): boolean => name === 'US' || name === 'IN';
  if (to === 'CM') return isWaist(system) ? Math.round(value * 2.54) : null;
  if (!women) return shift(JEANS_MEN, system, value, to);
  if (isWaist(system)) return isWaist(to) ? value : shift(JEANS_WOMEN, 'UK', Math.max(4, 2 * (value - 23)), to);
  const uk = shift(JEANS_WOMEN, system, value, 'UK');
  return uk === null ? null : isWaist(to) ? 23 + uk / 2 : shift(JEANS_WOMEN, 'UK', uk, to);
}

function inches(system: string, value: number, to: string): number | null {
  if (system === 'CM') return to === 'CM' ? value : Math.round(value / 2.54);
  return to === 'CM' || to === 'EU' ? Math.round(value * 2.54) : value;
}

function collar(system: string, value: number, to: string): number | null {
  const inInches = (name: string): boolean => name === 'US' || name === 'UK' || name === 'IN';
  if (inInches(system) === inInches(to)) return value;
  const row = COLLARS.find(([inch, cm]) => (inInches(system) ? inch : cm) === value);
  return row ? (inInches(to) ? row[0] : row[1]) : null;
}

const monthsOf = (age: string): number => {
  const upper = Number(/(\d+(?:\.\d+)?)\D*$/.exec(age)?.[1] ?? Number.NaN);
  return /m/i.test(age) ? upper : upper * 12;
};

function kids(system: string, size: string, to: string): number | string | null {
  const row = KIDS.find((entry) => isKidsRow(entry, system, size));
  if (!row) return null;
  if (to === 'AGE' || to === 'UK') return row.age;
  if (to === 'US') return row.us;
  return to === 'JP' || to === 'CN' || to === 'KR' ? row.asia : row.eu;
}

function isKidsRow(row: KidsRow, system: string, size: string): boolean {
  if (system === 'AGE' || system === 'UK') return monthsOf(row.age) === monthsOf(size);
  if (system === 'US') return row.us === size.toUpperCase();
  const height = Number.parseFloat(size);
  if (system === 'JP' || system === 'CN' || system === 'KR') return row.asia >= height;
  return row.eu >= height;
}

/** Hats: head girth in cm, or inches of its diameter in eighths; British sizes stand one eighth below American. */
function hat(system: string, size: string, to: string): number | string | null {
  const given = readEighths(size);
  if (given === null) return null;
  const us = system === 'US' ? given : system === 'UK' ? given + 1 / 8 : given / 2.54 / Math.PI;
  if (to === 'US') return writeEighths(us);
  if (to === 'UK') return writeEighths(us - 1 / 8);
  return Math.round(us * Math.PI * 2.54);
}

function readEighths(size: string): number | null {
  const parts = /^(\d+(?:\.\d+)?)(?:\s+(\d)\/(\d))?$/.exec(size.trim());
  return parts ? Number(parts[1]) + (parts[2] ? Number(parts[2]) / Number(parts[3]) : 0) : null;
}

function writeEighths(inch: number): string {
  const eighths = Math.round(inch * 8);
  const [whole, rest] = [Math.floor(eighths / 8), eighths % 8];
  const fraction = ['', '1/8', '1/4', '3/8', '1/2', '5/8', '3/4', '7/8'][rest] ?? '';
  return `${whole} ${fraction}`.trim();
}
