import { conversionTables } from '../../utils/catalog/conversion-tables';
import { bandOfUnderbust, braOfMeasures, convertBand } from '../../utils/domain/convert/sizes/bra';
import { readDeviceLabel } from '../../utils/domain/convert/power/device-label';
import { findGarment, type GarmentReading } from '../../utils/domain/convert/reading/find-garment';
import { findSizes } from '../../utils/domain/convert/reading/find-sizes';
import { convertSize } from '../../utils/domain/convert/sizes/convert-size';
import { checkCompatibility, countryPower } from '../../utils/domain/convert/power/mains';
import type { Audience } from '../../utils/domain/convert/sizes/shoe';
import type { SizeCategory } from '../../utils/domain/convert/sizes/size';
import { convertUnit, footToMm } from '../../utils/domain/convert/measures/units';
import { brandAs, type CountryCode } from '../../utils/domain/ids';

type Output = Readonly<Record<string, unknown>>;
type Input = Readonly<Record<string, unknown>>;

const NOTHING: Output = {};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const record = (value: unknown): Input => (typeof value === 'object' && value !== null ? (value as Input) : {});

/** A label as JSON has it: a number where it is nothing but one. */
const asJson = (label: string): number | string => (/^-?\d+(?:\.\d+)?$/.test(label) ? Number(label) : label);

const AUDIENCES: ReadonlySet<string> = new Set<Audience>(['women', 'men', 'kids', 'unisex']);

function convertOp(input: Input): Output {
  const from = record(input.from);
  const audience = text(input.audience ?? input.gender);
  const answer = convertSize(
    {
      category: text(input.category) as SizeCategory,
      system: text(from.system),
      size: String(from.size),
      ...(AUDIENCES.has(audience) ? { audience: audience as Audience } : {}),
      ...(input.brand ? { brand: text(input.brand) } : {}),
    },
    text(input.to),
    conversionTables,
  );
  return answer.ok ? { size: asJson(answer.value.size) } : NOTHING;
}

function compatOp(input: Input): Output {
  const power = countryPower(text(input.country), conversionTables.mains);
  if (!power) return NOTHING;
  const device = record(input.device);
  const verdict = checkCompatibility(
    {
      label: readDeviceLabel(text(device.input)),
      ...(device.plug ? { plug: text(device.plug) } : {}),
      ...(typeof device.watts === 'number' ? { watts: device.watts } : {}),
      ...(device.kind ? { kind: text(device.kind) } : {}),
    },
    power,
  );
  return {
    ...(verdict.fit === 'unknown' ? {} : { adapter: verdict.fit === 'adapter' }),
    ...(verdict.power === 'unknown' ? {} : { converter: verdict.power !== 'ok' }),
    warnings: verdict.warnings,
  };
}

function powerOp(input: Input): Output {
  const power = countryPower(text(input.country), conversionTables.mains);
  return power ? { plug_types: power.plugTypes, voltages: power.volts, frequencies: power.hertz } : NOTHING;
}

const garment = (reading: GarmentReading): Output => {
  if (reading.kind === 'jeans')
    return {
      waist_in: reading.waistInch,
      ...(reading.inseamInch === undefined ? {} : { inseam_in: reading.inseamInch }),
    };
  if (reading.kind === 'body')
    return {
      ...(reading.heightCm === undefined ? {} : { height_cm: reading.heightCm }),
      ...(reading.weightKg === undefined ? {} : { weight_kg: reading.weightKg }),
    };
  if (reading.kind === 'bra')
    return { system: reading.system, band: reading.band, cup: reading.cup, size: `${reading.band}${reading.cup}` };
  return { system: reading.system, size: reading.size, ...(reading.audience ? { audience: reading.audience } : {}) };
};

function parseOp(input: Input): Output {
  const message = text(input.text);
  const category = text(input.category) || undefined;
  const buyerCountry: CountryCode | undefined = input.buyer_country
    ? brandAs<'CountryCode'>(text(input.buyer_country))
    : undefined;
  const hints = { ...(buyerCountry ? { buyerCountry } : {}) };
  const isShoes = category === 'shoes';
  if (!isShoes) {
    const reading = findGarment(message, { ...hints, ...(category ? { category } : {}) });
    if (reading) return garment(reading);
    if (category) return NOTHING;
  }
  const [found] = findSizes(message, { ...hints, ...(isShoes ? { category: 'shoes' } : {}) });
  const first = found?.readings[0];
  if (found && first)
    return {
      system: first.system,
      size: first.size,
      ...(found.audience ? { audience: found.audience } : {}),
      ...(found.readings.length > 1 ? { ambiguous: true } : {}),
    };
  const body = isShoes ? findGarment(message, hints) : null;
  return body?.kind === 'body' ? garment(body) : NOTHING;
}

/** Rounds away binary noise without touching what matters. */
const steady = (value: number): number => Number(value.toPrecision(8));

/** Answers one line of the `convert` task; an operation that is not served gives an empty output. */
export function evaluate(line: unknown): unknown {
  const { id, input: given } = record(line);
  const input = record(given);
  return { id, output: run(input) };
}

function run(input: Input): Output {
  switch (input.op) {
    case 'convert':
      return convertOp(input);
    case 'foot_to_mm': {
      const mm =
        typeof input.foot_cm === 'number'
          ? footToMm({ cm: input.foot_cm })
          : typeof input.foot_in === 'number'
            ? footToMm({ inch: input.foot_in })
            : null;
      return mm === null ? NOTHING : { mm };
    }
    case 'unit': {
      const value = convertUnit(
        Number(input.value),
        { from: text(input.from), to: text(input.to) },
        conversionTables.measures.units,
      );
      return value === null ? NOTHING : { value: steady(value) };
    }
    case 'band': {
      const from = record(input.from);
      const to = text(input.to);
      const band =
        typeof input.underbust_cm === 'number'
          ? bandOfUnderbust(input.underbust_cm, to, conversionTables)
          : convertBand({ band: String(from.band), from: text(from.system), to }, conversionTables);
      return band.ok ? { band: asJson(band.value) } : NOTHING;
    }
    case 'measure': {
      const size = braOfMeasures(
        { underbustCm: Number(input.underbust_cm), bustCm: Number(input.bust_cm) },
        text(input.to),
        conversionTables,
      );
      return size.ok ? { size: asJson(size.value.size) } : NOTHING;
    }
    case 'country_power':
      return powerOp(input);
    case 'compat':
      return compatOp(input);
    case 'parse':
      return parseOp(input);
    default:
      return NOTHING;
  }
}
