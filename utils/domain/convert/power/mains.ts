import type { DeviceLabel, VoltBand } from './device-label';
import type { MainsRow, MainsTable } from '../tables';

/** Supply of a country as it is shown. */
export interface CountryPower {
  readonly country: string;
  readonly plugTypes: readonly string[];
  readonly volts: readonly number[];
  readonly hertz: readonly number[];
  /** Voltages only some sources name. */
  readonly alsoVolts: readonly number[];
  readonly voltageVaries: boolean;
  readonly inferred: boolean;
}

/** Looks up a country's supply; null where there is none (Antarctica) or the code is unknown. */
export function countryPower(country: string, table: MainsTable): CountryPower | null {
  const row: MainsRow | undefined = table.countries[country.toUpperCase()];
  if (!row || row.volts.length === 0) return null;
  return {
    country: country.toUpperCase(),
    plugTypes: [...row.plugs],
    volts: row.volts,
    hertz: row.hertz,
    alsoVolts: row.alsoVolts ?? [],
    voltageVaries: row.byRegion !== undefined || row.volts.length > 1,
    inferred: row.inferred !== undefined,
  };
}

/** What the buyer should be told about; keys under `convert.warning`. */
export type PowerWarning =
  | 'frequency'
  | 'polarised'
  | 'unearthed'
  | 'voltage_varies_by_region'
  | 'limited_outlets'
  | 'voltage_switch'
  | 'plug_current'
  | 'sources_differ'
  | 'inferred'
  | 'weaker';

/** A device as far as it is known. */
export interface Device {
  /** Plug letter, or `E/F` for the hybrid most European devices carry; unknown when absent. */
  readonly plug?: string;
  readonly label: DeviceLabel | null;
  readonly watts?: number;
  readonly kind?: string;
}

/** Whether a device can be used in a country; unknown stays unknown. */
export interface Compatibility {
  readonly fit: 'direct' | 'adapter' | 'unknown';
  readonly power: 'ok' | 'converter' | 'not_recommended' | 'unknown';
  readonly warnings: readonly PowerWarning[];
}

/** Outlets each plug enters safely. Source: plug standards as summarised by the Plug & Socket Museum; forced fits do not count. */
const ENTERS: Readonly<Record<string, string>> = { A: 'AB', B: 'B', C: 'CEFHJKLNO', 'E/F': 'EF' };

/** Ampere a plug type may carry. */
const PLUG_AMPERE: Readonly<Record<string, number>> = { A: 15, B: 15, C: 2.5, D: 5, E: 16, F: 16, 'E/F': 16, G: 13, H: 16, I: 10, J: 10, K: 13, L: 10, M: 15, N: 10, O: 16 }; // prettier-ignore

/** IEC 60038 allows the supply ten per cent either way. */
const TOLERANCE = 0.1;

/** Above this a transformer costs more than the local version of the device. */
const TOO_STRONG_WATT = 1500;

/** Devices whose speed or heat does not hang on the frequency. */
const FREQUENCY_BLIND: ReadonlySet<string> = new Set([
  'heating',
  'heater',
  'charger',
  'electronics',
  'lamp',
  'light',
  'led',
  'laptop',
  'phone',
]);

const normalPlug = (plug: string): string => {
  const letters = plug.toUpperCase().replace(/^TYPE\s*|\s/g, '');
  return /^(?:E\/F|EF|F\/E|E\+F|CEE7\/7|SCHUKO)$/.test(letters) ? 'E/F' : letters;
};

/**
 * Tells whether a device's plug fits and its voltage suits a country.
 *
 * An unknown plug or label gives `unknown`, never a yes. Approval marks are outside this check.
 */
export function checkCompatibility(device: Device, power: CountryPower): Compatibility {
  const warnings = new Set<PowerWarning>();
  const plug = device.plug ? normalPlug(device.plug) : undefined;
  if (power.voltageVaries) warnings.add('voltage_varies_by_region');
  if (power.alsoVolts.length > 0) warnings.add('sources_differ');
  if (power.inferred) warnings.add('inferred');
  const fit = plug ? fitOf(plug, power, warnings) : 'unknown';
  return { fit, power: powerOf(device, power, warnings), warnings: [...warnings] };
}

function fitOf(plug: string, power: CountryPower, warnings: Set<PowerWarning>): 'direct' | 'adapter' {
  const outlets = power.plugTypes.join('');
  const enters = ENTERS[plug] ?? plug;
  const direct = [...outlets].some((outlet) => enters.includes(outlet) || outlet === plug);
  // American plugs have one wider blade that many Japanese and Chinese outlets refuse.
  if (plug === 'A' && ['JP', 'CN', 'TH'].includes(power.country)) warnings.add('polarised');
  // Live and neutral are swapped in Argentina's version of type I.
  if (plug === 'I' && power.country === 'AR') warnings.add('polarised');
  if (plug === 'B' && (power.country === 'JP' || power.country === 'TH')) warnings.add('limited_outlets');
  if (plug === 'B' && !outlets.includes('B') && outlets.includes('A')) warnings.add('unearthed');
  if (['E', 'F', 'E/F'].includes(plug) && /[KO]/.test(outlets)) warnings.add('unearthed');
  return direct ? 'direct' : 'adapter';
}

const covers = ({ low, high }: VoltBand, volt: number): boolean =>
  low * (1 - TOLERANCE) <= volt && volt <= high * (1 + TOLERANCE);

function powerOf(device: Device, power: CountryPower, warnings: Set<PowerWarning>): Compatibility['power'] {
  const { label } = device;
  if (!label) return 'unknown';
  if (label.lowVoltage) return 'ok';
  const watts = device.watts ?? label.watts;
  const suits = power.volts.every((volt) => label.bands.some((band) => covers(band, volt)));
  warnAboutFrequency(device, label, power, warnings);
  if (suits && label.bands.length > 1 && !power.volts.every((volt) => label.bands.every((band) => covers(band, volt))))
    warnings.add('voltage_switch');
  const ampere = PLUG_AMPERE[device.plug ? normalPlug(device.plug) : ''];
  if (watts !== undefined && ampere !== undefined && watts > ampere * Math.max(...power.volts))
    warnings.add('plug_current');
  if (suits) return 'ok';
  const highest = Math.max(...label.bands.map(({ high }) => high));
  const lowest = Math.min(...label.bands.map(({ low }) => low));
  // Slightly under the label nothing breaks, it only runs weaker; still no "works".
  if (power.volts.every((volt) => volt < lowest && volt >= lowest * 0.8) && highest < 150) warnings.add('weaker');
  return watts !== undefined && watts > TOO_STRONG_WATT ? 'not_recommended' : 'converter';
}

function warnAboutFrequency(
  device: Device,
  label: DeviceLabel,
  power: CountryPower,
  warnings: Set<PowerWarning>,
): void {
  if (device.kind && FREQUENCY_BLIND.has(device.kind.toLowerCase())) return;
  if (label.hertz.length === 0) {
    if (device.kind) warnings.add('frequency');
    return;
  }
  if (!power.hertz.every((hertz) => label.hertz.includes(hertz))) warnings.add('frequency');
}
