import { BRA_BANDS, BRA_CUPS } from './garment-tables';

/** Band of one system in another; null where a system has no such band. */
export function convertBand(band: number, from: string, to: string): number | null {
  const [source, target] = [BRA_BANDS[from], BRA_BANDS[to]];
  if (!source || !target) return null;
  const step = (band - source[0]) / source[1];
  return Number.isInteger(step) && step >= 0 && step <= 10 ? target[0] + step * target[1] : null;
}

/** Band for an underbust measured in cm: EU bands stand 2.5 cm either side of their number. */
export function bandOfUnderbust(underbustCm: number, to: string): number | null {
  const eu = Math.round(underbustCm / 5) * 5;
  return convertBand(eu, 'EU', to);
}

/**
 * Converts a bra size such as `34DD`; null when it is none of its system.
 *
 * Source: retail guide for letters, where US DDD is UK E; US F counts as DDD.
 */
export function convertBra(size: string, from: string, to: string): string | null {
  const parts = /^(\d{1,3})\s*([A-Z]{1,3})$/.exec(size.trim().toUpperCase());
  if (!parts) return null;
  const cup =
    from === 'US' && parts[2] === 'F' ? 'DDD' : from === 'US' && parts[2] === 'E' ? 'DD' : (parts[2] as string);
  const position = BRA_CUPS[from]?.indexOf(cup) ?? -1;
  const band = convertBand(Number(parts[1]), from, to);
  const target = position < 0 ? undefined : BRA_CUPS[to]?.[position];
  return band === null || target === undefined ? null : `${band}${target}`;
}

/** Bra size for two measures; cups start at 10 cm difference and grow by 2 cm. */
export function braOfMeasures(
  measures: { readonly underbustCm: number; readonly bustCm: number },
  to: string,
): string | null {
  const band = bandOfUnderbust(measures.underbustCm, to);
  const position = Math.floor((measures.bustCm - measures.underbustCm - 10) / 2 + 1e-9);
  const cup = position < 0 ? undefined : BRA_CUPS[to]?.[position];
  return band === null || cup === undefined ? null : `${band}${cup}`;
}
