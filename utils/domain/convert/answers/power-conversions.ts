import type { AnswerLine, Conversion } from '../conversion';
import { readDeviceLabel, writeBands, type DeviceLabel } from '../power/device-label';
import type { FoundPower } from '../power/find-power';
import { checkCompatibility, warningKey, type Compatibility, type CountryPower } from '../power/mains';
import { normalPlug } from '../power/plug-fit';
import type { AskedProduct } from './asked-product';
import type { Answering } from './options';
import {
  electric,
  isPlugDoubtful,
  sayPower,
  suitedVolts,
  writeHertz,
  writeVolts,
  type CheckedDevice,
} from './power-sentences';
import type { Speech } from './speech';

/**
 * Answers a power question: the mains there, and whether this shop's product or the device named takes it; one answer
 * for each country asked about.
 */
export function powerConversions(found: FoundPower, answering: Answering): readonly Conversion[] {
  const powers = [found.power, ...(found.others ?? [])];
  const ambiguous = powers.length > 1;
  return powers.map((power) => powerConversion({ ...found, power }, answering, ambiguous));
}

function powerConversion(
  found: FoundPower,
  { options, tables, speech }: Answering,
  ambiguous: Conversion['ambiguous'],
): Conversion {
  const { power } = found;
  const devices = devicesOf(found, options.product);
  const rated = devices.find(({ label }) => label !== null && label.bands.length > 0);
  return {
    kind: 'power',
    start: found.start,
    end: found.end,
    heard: rated?.label ? `${writeBands(rated.label.bands)} → ${power.country}` : power.country,
    lines: [...mainsLines(power), ...devices.flatMap((device) => deviceLines(device, power))],
    basis: basisOf(devices, options.product) ?? { kind: 'table', sourceId: tables.mains.id },
    warnings: [...(ambiguous ? ['convert.warning.ambiguous'] : []), ...powerWarnings(found, devices)],
    ambiguous,
    insertText: sayPower(power, devices, speech),
    values: powerValues(power, devices, speech),
  };
}

/** Our product with what its card says, then the device of the message, when that one is rated differently. */
function devicesOf(
  { power, label, plug, watts: said, kind: named }: FoundPower,
  product: AskedProduct | undefined,
): readonly CheckedDevice[] {
  const kind = named ?? product?.deviceKind;
  const check = (given: { label: DeviceLabel | null; plug?: string; watts?: number }): Compatibility =>
    checkCompatibility({ ...given, ...(kind ? { kind } : {}) }, power);
  const devices: CheckedDevice[] = [];
  const ourLabel = product?.deviceInput ? readDeviceLabel(product.deviceInput) : null;
  const ourPlug = product?.devicePlug ? (normalPlug(product.devicePlug) ?? undefined) : undefined;
  if (ourLabel || ourPlug) {
    // Watts in the message tell how strong the device is where the card and its label do not.
    const watts = product?.deviceWatts ?? ourLabel?.watts ?? said;
    const given = { label: ourLabel, ...(ourPlug ? { plug: ourPlug } : {}) };
    const verdict = check({ ...given, ...(watts === undefined ? {} : { watts }) });
    // A title promises nothing: only a card speaks for the label.
    devices.push({ ...given, verdict, from: product?.cardId === undefined ? 'title' : 'card' });
  }
  const isSame = ourLabel !== null && label !== null && writeBands(ourLabel.bands) === writeBands(label.bands);
  const theirs = isSame ? null : label;
  // The plug on our card is known better than one the buyer mentions.
  const theirPlug = ourPlug ? undefined : plug;
  if (theirs || theirPlug) {
    const given = { label: theirs, ...(theirPlug ? { plug: theirPlug } : {}) };
    const watts = label?.watts ?? said;
    const verdict = check({ ...given, ...(watts === undefined ? {} : { watts }) });
    devices.push({ ...given, verdict, from: 'message' });
  }
  return devices;
}

function mainsLines(power: CountryPower): readonly AnswerLine[] {
  const also = power.alsoVolts.length > 0 ? { range: `${power.alsoVolts.join(', ')} V` } : {};
  return [
    { label: 'convert.power.voltage', value: `${power.volts.join(' / ')} V`, ...also },
    { label: 'convert.power.frequency', value: `${power.hertz.join(' / ')} Hz` },
    { label: 'convert.power.plugs', value: power.plugTypes.join(', ') },
  ];
}

/** The card where it decided, that is where it gave the rating or the plug. */
function basisOf(devices: readonly CheckedDevice[], product: AskedProduct | undefined): Conversion['basis'] | null {
  const isOurs = devices.some(({ from }) => from === 'card');
  return isOurs && product?.cardId !== undefined ? { kind: 'product', sourceId: product.cardId } : null;
}

function deviceLines(checked: CheckedDevice, power: CountryPower): readonly AnswerLine[] {
  const { label, plug, verdict, from } = checked;
  const lines: AnswerLine[] = [];
  if (label && label.bands.length > 0) {
    const device = writeBands(label.bands);
    const instead = `${device} → ${power.volts.join(' / ')} V`;
    const suited = suitedVolts(checked, power);
    if (verdict.power === 'ok' && from === 'title') lines.push({ label: 'convert.power.listed', value: device });
    else if (verdict.power === 'ok') lines.push({ label: 'convert.power.voltageFits', value: `${device} ✓` });
    else if (suited.length > 0)
      lines.push({ label: 'convert.power.somePlaces', value: `${device} → ${suited.join(' / ')} V` });
    else if (verdict.power === 'converter') lines.push({ label: 'convert.power.converterNeeded', value: instead });
    else lines.push({ label: 'convert.power.notRecommended', value: instead });
    if (verdict.transformer?.watts !== undefined)
      lines.push({ label: 'convert.power.transformerWatts', value: `≥ ${verdict.transformer.watts} W` });
  }
  if (plug && verdict.fit === 'direct' && !isPlugDoubtful(verdict))
    lines.push({ label: 'convert.power.plugFits', value: `${plug} ✓` });
  if (plug && verdict.fit === 'adapter')
    lines.push({ label: 'convert.power.adapterNeeded', value: `${plug} → ${power.plugTypes.join(', ')}` });
  return lines;
}

function powerWarnings({ power, countryFrom }: FoundPower, devices: readonly CheckedDevice[]): readonly string[] {
  const known = devices.filter(({ verdict, from }) => verdict.power !== 'unknown' && from !== 'title');
  const keys = [
    ...(known.length === 0 ? ['convert.warning.checkLabel'] : []),
    ...(devices.some(({ from, label }) => from === 'title' && label !== null) ? ['convert.warning.fromTitle'] : []),
    ...(known.length > 0 && devices.every(({ verdict }) => verdict.fit === 'unknown')
      ? ['convert.warning.plugUnknown']
      : []),
    ...(devices.length > 0
      ? devices.flatMap(({ verdict }) => verdict.warnings)
      : checkCompatibility({ label: null }, power).warnings
    ).map(warningKey),
    ...(countryFrom === 'buyer' ? ['convert.warning.countryFromOrder'] : []),
  ];
  return [...new Set(keys)];
}

function powerValues(
  power: CountryPower,
  devices: readonly CheckedDevice[],
  speech: Speech,
): Readonly<Record<string, string>> {
  // Replies say "according to its label": that of our own device, never a figure the buyer or a title names.
  const ours = devices.find(({ from }) => from === 'card');
  const label = ours?.label && ours.label.bands.length > 0 ? ours.label : undefined;
  const plug = ours?.plug;
  return {
    mainsVoltage: electric(writeVolts(power), speech),
    mainsFrequency: electric(writeHertz(power.hertz), speech),
    plugTypes: speech.list(power.plugTypes.map(speech.atom)),
    ...(label ? { voltageRange: electric(writeBands(label.bands), speech) } : {}),
    ...(plug && plug !== 'USB' ? { plugType: speech.atom(plug) } : {}),
  };
}
