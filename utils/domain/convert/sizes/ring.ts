const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Inner diameter in mm; null when the text is no size of its system. */
function toDiameter(system: string, size: string): number | null {
  if (system === 'UK' || system === 'AU') {
    const letter = /^([A-Z])\s*(½|\.5|1\/2)?$/.exec(size.trim().toUpperCase());
    return letter ? (37.5 + 1.25 * (LETTERS.indexOf(letter[1] as string) + (letter[2] ? 0.5 : 0))) / Math.PI : null;
  }
  const value = Number.parseFloat(size);
  if (!Number.isFinite(value)) return null;
  switch (system) {
    case 'US':
    case 'CA':
      return 11.63 + 0.8128 * value;
    case 'JP':
    case 'CN':
      return 13 + (value - 1) / 3;
    case 'EU':
    case 'FR':
    case 'DE':
    case 'ISO':
    case 'CIRC_MM':
      return value / Math.PI;
    case 'IT':
    case 'ES':
    case 'CH':
      return (value + 40) / Math.PI;
    case 'DIAMETER_MM':
      return value;
    default:
      return null;
  }
}

/**
 * Converts a ring size through the inner diameter; null when either system is unknown or the size none of its own.
 *
 * Units: DIAMETER_MM and CIRC_MM in mm, to 0.1.
 * Source: ISO 8653 (circumference), BS 6820 (letters), formulas that meet six published charts within 0.1 mm. British
 * letters below J drift by half a letter between charts, Japanese sizes by one.
 */
export function convertRing(size: string, from: string, to: string): number | string | null {
  const mm = toDiameter(from, size);
  if (mm === null || mm < 11 || mm > 27) return null;
  const around = mm * Math.PI;
  switch (to) {
    case 'US':
    case 'CA':
      return Math.round(((mm - 11.63) / 0.8128) * 2) / 2;
    case 'UK':
    case 'AU': {
      const halves = Math.round(((around - 37.5) / 1.25) * 2);
      const letter = LETTERS[Math.floor(halves / 2)];
      return letter && halves >= 0 ? `${letter}${halves % 2 ? '½' : ''}` : null;
    }
    case 'JP':
    case 'CN':
      return Math.round((mm - 13) * 3 + 1);
    case 'EU':
    case 'FR':
    case 'DE':
    case 'ISO':
      return Math.round(around);
    case 'IT':
    case 'ES':
    case 'CH':
      return Math.round(around - 40);
    case 'CIRC_MM':
      return Math.round(around * 10) / 10;
    case 'DIAMETER_MM':
      return Math.round(mm * 10) / 10;
    default:
      return null;
  }
}
