/** Factors to the base unit of each dimension: metre, kilogram, litre. Source: definitions of the units. */
const FACTORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  length: { mm: 0.001, cm: 0.01, m: 1, km: 1000, in: 0.0254, ft: 0.3048, yd: 0.9144, mi: 1609.344, cun: 1 / 30, chi: 1 / 3 },
  mass: { mg: 1e-6, g: 0.001, kg: 1, oz: 0.028349523125, lb: 0.45359237, st: 6.35029318, jin: 0.5, liang: 0.05, t: 1000 },
  volume: { ml: 0.001, cl: 0.01, dl: 0.1, l: 1, fl_oz_us: 0.0295735295625, fl_oz_uk: 0.0284130625, cup_us: 0.2365882365, pt_us: 0.473176473, pt_uk: 0.56826125, qt_us: 0.946352946, gal_us: 3.785411784, gal_uk: 4.54609 },
  area: { cm2: 0.0001, m2: 1, in2: 0.00064516, ft2: 0.09290304, acre: 4046.8564224, ping: 3.3057851 },
}; // prettier-ignore

const ALIASES: Readonly<Record<string, string>> = {
  floz: 'fl_oz_us', stone: 'st', tsubo: 'ping', sq_ft: 'ft2', sqft: 'ft2', sq_in: 'in2', pint_us: 'pt_us', pint_uk: 'pt_uk', catty: 'jin', floz_us: 'fl_oz_us', floz_uk: 'fl_oz_uk', fl_oz: 'fl_oz_us', gal: 'gal_us', inch: 'in', inches: 'in', '"': 'in', foot: 'ft', feet: 'ft', "'": 'ft', yard: 'yd', yards: 'yd', lbs: 'lb', pound: 'lb', pounds: 'lb', ounce: 'oz', ounces: 'oz', kilo: 'kg', 斤: 'jin', 公斤: 'kg', 寸: 'cun', 尺: 'chi', 厘米: 'cm', 毫米: 'mm', 米: 'm', degc: 'c', degf: 'f', '°c': 'c', '°f': 'f', celsius: 'c', fahrenheit: 'f', liter: 'l', litre: 'l', mile: 'mi', miles: 'mi',
}; // prettier-ignore

const unitOf = (name: string): string => {
  const key = name.trim().toLowerCase().replace(/\s+/g, '_');
  return ALIASES[key] ?? key;
};

/** Converts between units of one dimension; null when the units are unknown or of different dimensions. */
export function convertUnit(value: number, from: string, to: string): number | null {
  const [source, target] = [unitOf(from), unitOf(to)];
  if (source === target) return value;
  if (source === 'c' && target === 'f') return value * 1.8 + 32;
  if (source === 'f' && target === 'c') return (value - 32) / 1.8;
  for (const factors of Object.values(FACTORS)) {
    const [a, b] = [factors[source], factors[target]];
    if (a !== undefined && b !== undefined) return (value * a) / b;
  }
  return null;
}

/**
 * Length of a bare foot in millimetres; null outside 70 to 340 mm, which is no foot.
 */
export function footToMm(foot: { readonly cm: number } | { readonly inch: number }): number | null {
  const mm = 'cm' in foot ? foot.cm * 10 : foot.inch * 25.4;
  return mm >= 70 && mm <= 340 ? Math.round(mm * 10) / 10 : null;
}
