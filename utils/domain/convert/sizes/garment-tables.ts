/**
 * Small tables of sizes that follow no formula. Checked on 2026-11-21.
 *
 * Source: children's heights from a German size table for babies and children; Japanese letters from Japanese sewing
 * patterns; bras from the Cake Lingerie guide and EN 13402 cup steps; collars and belts from retailers' charts.
 */

/** One row of children's sizes: EU is the body height in cm, `age` the usual age. */
export interface KidsRow {
  readonly eu: number;
  readonly age: string;
  readonly us: string;
  readonly asia: number;
}

/** Children's sizes by height. */
export const KIDS: readonly KidsRow[] = [
  { eu: 50, age: 'newborn', us: 'NB', asia: 50 },
  { eu: 56, age: '0-1 m', us: '0-3M', asia: 60 },
  { eu: 62, age: '1-3 m', us: '0-3M', asia: 60 },
  { eu: 68, age: '3-6 m', us: '3-6M', asia: 70 },
  { eu: 74, age: '6-9 m', us: '6-9M', asia: 70 },
  { eu: 80, age: '9-12 m', us: '12M', asia: 80 },
  { eu: 86, age: '12-18 m', us: '18M', asia: 90 },
  { eu: 92, age: '18-24 m', us: '2T', asia: 90 },
  { eu: 98, age: '2-3 y', us: '3T', asia: 100 },
  { eu: 104, age: '3-4 y', us: '4T', asia: 100 },
  { eu: 110, age: '4-5 y', us: '5', asia: 110 },
  { eu: 116, age: '5-6 y', us: '6', asia: 120 },
  { eu: 122, age: '6-7 y', us: '7', asia: 120 },
  { eu: 128, age: '7-8 y', us: '8', asia: 130 },
  { eu: 134, age: '8-9 y', us: '9', asia: 130 },
  { eu: 140, age: '9-10 y', us: '10', asia: 140 },
  { eu: 146, age: '10-11 y', us: '11', asia: 150 },
  { eu: 152, age: '11-12 y', us: '12', asia: 150 },
  { eu: 158, age: '12-13 y', us: '14', asia: 160 },
  { eu: 164, age: '13-14 y', us: '16', asia: 160 },
  { eu: 170, age: '14-15 y', us: '18', asia: 170 },
];

/** Bust in cm of Japanese women's letters. */
export const JP_LETTER_BUST: Readonly<Record<string, string>> = {
  S: '72-80',
  M: '79-87',
  L: '86-94',
  LL: '93-101',
  '3L': '100-108',
};

/** Collar inches and the centimetres printed beside them; 18 in is printed as 45, not 46. */
export const COLLARS: readonly (readonly [inch: number, cm: number])[] = [
  [14, 36],
  [14.5, 37],
  [15, 38],
  [15.5, 39],
  [15.75, 40],
  [16, 41],
  [16.5, 42],
  [17, 43],
  [17.5, 44],
  [18, 45],
];

/** Belt length in cm and the waist it is made for. */
export const BELT_WAIST: Readonly<Record<'men' | 'women', Readonly<Record<number, string>>>> = {
  men: { 85: '77-81', 90: '82-86', 95: '87-91', 100: '92-95', 105: '96-101', 110: '102-104' },
  women: { 70: '61-65', 75: '66-71', 80: '72-76', 85: '77-81', 90: '82-86', 95: '87-91' },
};

/** Bra bands: first band and step of every system; UK 28 is EU 60. Italian numbers are recalled, not read. */
export const BRA_BANDS: Readonly<Record<string, readonly [first: number, step: number]>> = {
  UK: [28, 2],
  US: [28, 2],
  EU: [60, 5],
  DE: [60, 5],
  JP: [60, 5],
  KR: [60, 5],
  CN: [60, 5],
  FR: [75, 5],
  BE: [75, 5],
  ES: [75, 5],
  IT: [0, 1],
  AU: [6, 2],
  NZ: [6, 2],
};

const EUROPEAN_CUPS = ['AA', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'];
const BRITISH_CUPS = ['AA', 'A', 'B', 'C', 'D', 'DD', 'E', 'F', 'FF', 'G', 'GG', 'H', 'HH', 'J'];
const ASIAN_CUPS = ['AA', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];

/** Bra cups from small to large; cups on one position hold the same, 2 cm more from step to step. */
export const BRA_CUPS: Readonly<Record<string, readonly string[]>> = {
  UK: BRITISH_CUPS,
  AU: BRITISH_CUPS,
  NZ: BRITISH_CUPS,
  US: ['AA', 'A', 'B', 'C', 'D', 'DD', 'DDD', 'G', 'H', 'I', 'J', 'K', 'L', 'M'],
  EU: EUROPEAN_CUPS,
  DE: EUROPEAN_CUPS,
  FR: EUROPEAN_CUPS,
  BE: EUROPEAN_CUPS,
  ES: EUROPEAN_CUPS,
  IT: EUROPEAN_CUPS,
  JP: ASIAN_CUPS,
  KR: ASIAN_CUPS,
  CN: ASIAN_CUPS,
};
