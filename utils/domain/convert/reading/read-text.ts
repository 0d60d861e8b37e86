import type { SizeCategory } from '../sizes/size';
import { findGarment, type GarmentReading } from './find-garment';
import { findSizes } from './find-sizes';
import type { ReadHints, Reading } from './reading';

/**
 * Reads what can be converted in a text, in the order of the text.
 *
 * Units: offsets are UTF-16 units of the text as given.
 */
export function readText(text: string, hints: ReadHints = {}): readonly Reading[] {
  const { category, lang, buyerCountry, from } = hints;
  const isShoes = category === 'shoes';
  const base = { ...(buyerCountry ? { buyerCountry } : {}) };
  const shoes = findSizes(text, {
    ...base,
    ...(lang ? { lang } : {}),
    ...(from ? { from } : {}),
    ...(category === undefined ? {} : { category: isShoes ? 'shoes' : 'other' }),
  }).map(({ start, end, readings, audience, assumedShoes }): Reading => {
    const worn = audience ?? hints.audience;
    return {
      kind: 'size',
      start,
      end,
      category: 'shoes',
      options: readings.map(({ system, size, by }) => ({ system, size: String(size), by })),
      ...(worn ? { audience: worn } : {}),
      assumed: assumedShoes && !isShoes,
    };
  });
  if (shoes.length > 0 || isShoes) return shoes;
  const garment = findGarment(text, { ...base, ...(category ? { category } : {}) });
  return garment && text.length > 0 ? [garmentReading(garment, text, hints)] : [];
}

function garmentReading(found: GarmentReading, text: string, { category, audience }: ReadHints): Reading {
  const span = { start: 0, end: text.length };
  if (found.kind === 'body') {
    const { heightCm, weightKg } = found;
    return {
      kind: 'body',
      ...span,
      measures: { ...(heightCm === undefined ? {} : { heightCm }), ...(weightKg === undefined ? {} : { weightKg }) },
    };
  }
  const size = (of: SizeCategory, system: string, written: string): Reading => ({
    kind: 'size',
    ...span,
    category: of,
    options: [{ system, size: written, by: 'code' }],
    ...(audience ? { audience } : {}),
    assumed: category === undefined,
  });
  if (found.kind === 'bra') return size('bra', found.system, `${found.band}${found.cup}`);
  if (found.kind === 'jeans') {
    const read = size('jeans', 'IN', String(found.waistInch));
    return found.inseamInch === undefined ? read : ({ ...read, inseamInch: found.inseamInch } as Reading);
  }
  const named = category === undefined || category === 'clothing' || category === 'other' ? 'dress' : category;
  return size(/[A-Z]/.test(String(found.size)) ? 'letter' : named, found.system, String(found.size));
}
