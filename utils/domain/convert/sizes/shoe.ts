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

/**
 * Numbers a text may mean by a shoe size of that system, whoever it is for. Wider than any table: reading only sorts
 * out what no shoe has, the tables decide whether there is such a size.
 */
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
