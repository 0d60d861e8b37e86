import type { AnswerLine, Conversion } from '../conversion';
import { readDeviceLabel, writeBands, type DeviceLabel } from '../power/device-label';
import type { FoundPower } from '../power/find-power';
import { checkCompatibility, warningKey, type Compatibility, type CountryPower } from '../power/mains';
import { normalPlug } from '../power/plug-fit';
import type { AskedProduct } from './asked-product';
import type { Answering } from './options';
import { electric, sayPower, writeHertz, writeVolts, type CheckedDevice } from './power-sentences';
import type { Speech } from './speech';

/** Answers a power question: the mains there, and whether this shop's product or the device named takes it. */
export function powerConversion(found: FoundPower, { options, tables, speech }: Answering): Conversion {
  const { power } = found;
  const devices = devicesOf(found, options.product);
  const rated = devices.find(({ label }) => label !== null && label.bands.length > 0);
  return {
    kind: 'power',
    start: found.start,
    end: found.end,
    heard: rated?.label ? `${writeBands(rated.label.bands)} → ${power.country}` : power.country,
    lines: [...mainsLines(power), ...devices.flatMap((device) => deviceLines(device, power))],
    basis: { kind: 'table', sourceId: tables.mains.id },
    warnings: powerWarnings(found, devices),
    ambiguous: false,
    insertText: sayPower(power, devices, speech),
    values: powerValues(power, devices, speech),
  };
}

/** Our product with what its card says, then the device of the message, when that one is rated differently. */
function devicesOf(
  { power, label, plug, kind }: FoundPower,
  product: AskedProduct | undefined,
): readonly CheckedDevice[] {
  const check = (given: { label: DeviceLabel | null; plug?: string; watts?: number }): Compatibility =>
    checkCompatibility({ ...given, ...(kind ? { kind } : {}) }, power);
  const devices: CheckedDevice[] = [];
  const ourLabel = product?.deviceInput ? readDeviceLabel(product.deviceInput) : null;
  const ourPlug = product?.devicePlug ? (normalPlug(product.devicePlug) ?? undefined) : undefined;
  if (ourLabel || ourPlug) {
    const watts = product?.deviceWatts === undefined ? {} : { watts: product.deviceWatts };
    const given = { label: ourLabel, ...(ourPlug ? { plug: ourPlug } : {}) };
    devices.push({ ...given, verdict: check({ ...given, ...watts }), isOurs: true });
  }
  const isSame = ourLabel !== null && label !== null && writeBands(ourLabel.bands) === writeBands(label.bands);
  const theirs = isSame ? null : label;
  // The plug on our card is known better than one the buyer mentions.
  const theirPlug = ourPlug ? undefined : plug;
  if (theirs || theirPlug) {
    const given = { label: theirs, ...(theirPlug ? { plug: theirPlug } : {}) };
    devices.push({ ...given, verdict: check(given), isOurs: false });
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

function deviceLines({ label, plug, verdict }: CheckedDevice, power: CountryPower): readonly AnswerLine[] {
  const lines: AnswerLine[] = [];
  if (label && label.bands.length > 0) {
    const device = writeBands(label.bands);
    const instead = `${device} → ${power.volts.join(' / ')} V`;
    if (verdict.power === 'ok') lines.push({ label: 'convert.power.voltageFits', value: `${device} ✓` });
    else if (verdict.power === 'converter') lines.push({ label: 'convert.power.converterNeeded', value: instead });
    else lines.push({ label: 'convert.power.notRecommended', value: instead });
    if (verdict.transformer?.watts !== undefined)
      lines.push({ label: 'convert.power.transformerWatts', value: `≥ ${verdict.transformer.watts} W` });
  }
  if (plug && verdict.fit === 'direct') lines.push({ label: 'convert.power.plugFits', value: `${plug} ✓` });
  if (plug && verdict.fit === 'adapter')
    lines.push({ label: 'convert.power.adapterNeeded', value: `${plug} → ${power.plugTypes.join(', ')}` });
  return lines;
}

function powerWarnings({ power, countryFrom }: FoundPower, devices: readonly CheckedDevice[]): readonly string[] {
  const known = devices.filter(({ verdict }) => verdict.power !== 'unknown');
  const keys = [
    ...(known.length === 0 ? ['convert.warning.checkLabel'] : []),
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
  const label = devices.find((device) => device.label !== null && device.label.bands.length > 0)?.label;
  const plug = devices.find((device) => device.plug !== undefined)?.plug;
  return {
    mainsVoltage: electric(writeVolts(power), speech),
    mainsFrequency: electric(writeHertz(power.hertz), speech),
    plugTypes: speech.list(power.plugTypes.map(speech.atom)),
    ...(label ? { voltageRange: electric(writeBands(label.bands), speech) } : {}),
    ...(plug && plug !== 'USB' ? { plugType: speech.atom(plug) } : {}),
  };
}
