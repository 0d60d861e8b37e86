import { countryName } from '../power/country-names';
import { writeBands, type DeviceLabel } from '../power/device-label';
import type { Compatibility, CountryPower, PowerWarning } from '../power/mains';
import type { Speech } from './speech';

/** A device with what the check found. */
export interface CheckedDevice {
  /** Null when the rating is unknown. */
  readonly label: DeviceLabel | null;
  readonly plug?: string;
  readonly verdict: Compatibility;
  /** `card`: this shop's product, whose label is known; `title`: what its listing names; `message`: what the buyer names. */
  readonly from: 'card' | 'title' | 'message';
}

/** Russian labels and sites write units in Cyrillic; all other reply languages write them as the label does. */
const RUSSIAN_UNITS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d )V(?!\p{L})/gu, 'В'],
  [/(?<=\d )Hz(?!\p{L})/gu, 'Гц'],
  [/(?<=\d )W(?!\p{L})/gu, 'Вт'],
];

/** Figures of mains and type plates as a language writes them: `230 V`, `100–240 В`. */
export function electric(figures: string, { lang, atom }: Speech): string {
  const written = lang.startsWith('ru')
    ? RUSSIAN_UNITS.reduce((text, [unit, name]) => text.replace(unit, name), figures)
    : figures;
  return atom(written);
}

/** Voltages the way sockets are labelled: `127/220 V`. */
export const writeVolts = ({ volts }: CountryPower): string => `${volts.join('/')} V`;
/** Frequencies of a country or of a label. */
export const writeHertz = (hertz: readonly number[]): string => `${hertz.join('/')} Hz`;

/** With one of these a plug goes in, but not as it should: then no sentence says that it fits. */
const PLUG_DOUBTS: ReadonlySet<PowerWarning> = new Set<PowerWarning>([
  'polarised', 'unearthed', 'pins_touchable', 'limited_outlets', 'hybrid_likely', 'pin_versions', 'two_pin',
  'plug_current', 'outlet_current',
]); // prettier-ignore

/** Whether a plug that goes in should not be said to fit. */
export const isPlugDoubtful = ({ warnings }: Compatibility): boolean =>
  warnings.some((warning) => PLUG_DOUBTS.has(warning));

/** Voltages of a country a device takes where it does not take all of them: whether it works depends on the town. */
export const suitedVolts = ({ verdict }: CheckedDevice, { volts }: CountryPower): readonly number[] =>
  verdict.unsuitedVolts.length === 0 ? [] : volts.filter((volt) => !verdict.unsuitedVolts.includes(volt));

/** Writes the answer to a power question; a device whose rating is unknown is never said to work. */
export function sayPower(power: CountryPower, devices: readonly CheckedDevice[], speech: Speech): string {
  if (!speech.sentences) return neutralPower(power, devices, speech);
  const plugs = speech.list(power.plugTypes.map(speech.atom));
  const ours = devices.find(({ from }) => from === 'card');
  const isSure = ours !== undefined && ours.verdict.power !== 'unknown' && ours.verdict.unsureVolts.length === 0;
  return speech.text([
    speech.say('mains', {
      country: countryName(power.country, speech.lang),
      voltage: electric(writeVolts(power), speech),
      frequency: electric(writeHertz(power.hertz), speech),
      plugs,
    }),
    power.voltageVaries ? speech.say('mainsByRegion') : '',
    ...devices.flatMap((device) => [...sayRating(device, power, speech), ...sayPlug(device, speech)]),
    isSure ? '' : speech.say('checkLabel'),
  ]);
}

function sayRating(checked: CheckedDevice, power: CountryPower, speech: Speech): readonly string[] {
  const { label, verdict, from } = checked;
  if (!label) return [];
  if (verdict.usb) return [speech.say('usb')];
  if (label.bands.length === 0) return [];
  const bands = writeBands(label.bands);
  const strong = verdict.power === 'not_recommended' && verdict.watts !== undefined;
  const device = electric(strong ? `${bands}, ${verdict.watts} W` : bands, speech);
  const suited = suitedVolts(checked, power);
  const voltage = electric(`${suited.join('/')} V`, speech);
  const some = suited.length > 0 ? speech.say('deviceSomePlaces', { device, voltage }) : null;
  // What a listing names is no promise that the device suits.
  if (from === 'title')
    return [
      speech.say('listed', { device }),
      verdict.power === 'ok' ? '' : (some ?? sayVerdict(verdict, device, speech)),
      heaterDoubt(verdict, speech),
    ];
  const said =
    from === 'card'
      ? [speech.say('ourDevice', { device }), some ?? sayOurVerdict(verdict, speech), heaterDoubt(verdict, speech)]
      : [some ?? sayVerdict(verdict, device, speech), heaterDoubt(verdict, speech)];
  if (!verdict.warnings.includes('frequency') || label.hertz.length === 0) return said;
  const frequency = electric(writeHertz(power.hertz), speech);
  return [...said, speech.say('frequencyDiffers', { frequency, device: electric(writeHertz(label.hertz), speech) })];
}

function sayOurVerdict(verdict: Compatibility, speech: Speech): string {
  // Where sources name a second voltage the device does not take, nothing is said for sure.
  if (verdict.power === 'ok' && verdict.unsureVolts.length > 0) return '';
  if (verdict.power === 'ok') return speech.say(needsSwitch(verdict) ? 'fitsSwitched' : 'fits');
  if (verdict.power === 'converter') return speech.say('needsConverter');
  return verdict.power === 'not_recommended' ? speech.say('tooStrong') : '';
}

function sayVerdict(verdict: Compatibility, device: string, speech: Speech): string {
  if (verdict.power === 'ok' && verdict.unsureVolts.length > 0) return '';
  if (verdict.power === 'ok') return speech.say(needsSwitch(verdict) ? 'deviceSwitch' : 'deviceFits', { device });
  if (verdict.power === 'converter') return speech.say('deviceConverter', { device });
  return verdict.power === 'not_recommended' ? speech.say('deviceTooStrong', { device }) : '';
}

const heaterDoubt = ({ warnings }: Compatibility, speech: Speech): string =>
  warnings.includes('heater_watts') ? speech.say('heaterWatts') : '';

const needsSwitch = ({ warnings }: Compatibility): boolean => warnings.includes('voltage_switch');

function sayPlug({ plug, label, verdict, from }: CheckedDevice, speech: Speech): readonly string[] {
  const isOurs = from === 'card';
  if (!plug || verdict.fit === 'none') return isOurs && label && !verdict.usb ? [speech.say('checkPlug')] : [];
  const named = { plug: speech.atom(plug) };
  const ours = isOurs ? [speech.say('ourPlug', named)] : [];
  if (verdict.fit === 'adapter') return [...ours, speech.say('deviceAdapter', named)];
  if (verdict.fit === 'direct' && !isPlugDoubtful(verdict) && from !== 'title')
    return [...ours, speech.say('plugFits')];
  return [...ours, speech.say('checkPlug')];
}

/** One line of figures and signs, for a language without sentences. */
function neutralPower(power: CountryPower, devices: readonly CheckedDevice[], speech: Speech): string {
  const mains = `${countryName(power.country, speech.lang)}: ${writeVolts(power)}, ${writeHertz(power.hertz)}, ${power.plugTypes.join(' / ')}`;
  const checked = devices.flatMap(({ label, verdict, from }) => {
    if (
      from === 'title' ||
      !label ||
      label.bands.length === 0 ||
      verdict.power === 'unknown' ||
      verdict.unsureVolts.length > 0
    )
      return [];
    return [`${writeBands(label.bands)} ${verdict.power === 'ok' ? '✓' : `→ ${writeVolts(power)} ✗`}`];
  });
  return [mains, ...checked].join(' · ');
}
