import { conversionTables } from '../../utils/catalog/conversion-tables';
import { bandOfUnderbust, braOfMeasures, convertBand } from '../../utils/domain/convert/sizes/bra';
import { readDeviceLabel } from '../../utils/domain/convert/power/device-label';
import { readText } from '../../utils/domain/convert/reading/read-text';
import type { BodyReading, ReadHints, SizeReading } from '../../utils/domain/convert/reading/reading';
import { convertSize } from '../../utils/domain/convert/sizes/convert-size';
import { checkCompatibility, countryPower } from '../../utils/domain/convert/power/mains';
import type { Audience } from '../../utils/domain/convert/sizes/shoe';
import type { SizeCategory } from '../../utils/domain/convert/sizes/size';
import { convertUnit, footToMm } from '../../utils/domain/convert/measures/units';
import { brandAs } from '../../utils/domain/ids';

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

const CATEGORIES: ReadonlySet<string> = new Set<SizeCategory | 'clothing' | 'other'>([
  'shoes', 'dress', 'top', 'jacket', 'jeans', 'inseam', 'shirt_collar', 'jp_letter_bust', 'letter', 'cn_label', 'kids',
  'plus', 'bra', 'ring', 'hat', 'glove', 'belt', 'sock', 'clothing', 'other',
]); // prettier-ignore

/** A number where the label is one, otherwise as printed. */
const printed = (size: string): number | string => (/^\d+(?:\.\d+)?$/.test(size) ? Number(size) : size);

function parsedSize(reading: SizeReading): Output {
  const [first] = reading.options;
  if (!first) return NOTHING;
  const bra = reading.category === 'bra' ? /^(\d+)([A-Z]+)$/.exec(first.size) : null;
  const waist = reading.category === 'jeans' && ['IN', 'US', 'UK', 'AU'].includes(first.system);
  return {
    system: first.system,
    size: printed(first.size),
    ...(reading.audience ? { audience: reading.audience } : {}),
    ...(bra ? { band: Number(bra[1]), cup: bra[2] } : {}),
    ...(waist && Number(first.size) >= 20 ? { waist_in: Number(first.size) } : {}),
    ...(reading.inseamInch === undefined ? {} : { inseam_in: reading.inseamInch }),
    ...(reading.options.length > 1 ? { ambiguous: true } : {}),
  };
}

function parsedBody({ measures, audience }: BodyReading): Output {
  const { heightCm, weightKg, footCm } = measures;
  return {
    ...(footCm === undefined ? {} : { system: 'FOOT_CM', size: footCm }),
    ...(heightCm === undefined ? {} : { height_cm: heightCm }),
    ...(weightKg === undefined ? {} : { weight_kg: weightKg }),
    ...(audience && footCm !== undefined ? { audience } : {}),
  };
}

/** What the text says first of a size, and beside it the measures of the body. */
function parseOp(input: Input): Output {
  const category = text(input.category);
  const hints: ReadHints = {
    ...(CATEGORIES.has(category) ? { category: category as SizeCategory } : {}),
    ...(input.buyer_country ? { buyerCountry: brandAs<'CountryCode'>(text(input.buyer_country)) } : {}),
  };
  const readings = readText(text(input.text), hints);
  const body = readings.find((reading): reading is BodyReading => reading.kind === 'body');
  const size = readings.find((reading): reading is SizeReading => reading.kind === 'size');
  return { ...(body ? parsedBody(body) : NOTHING), ...(size ? parsedSize(size) : NOTHING) };
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
