import { err, ok, type Result } from '../../result';
import type { MainsRow, MainsTable } from '../tables';
import { deviceKind, type DeviceKind } from './device-kind';
import type { DeviceLabel, VoltBand } from './device-label';
import { fitOf, normalPlug, warnAboutCurrent, type PlugFit, type PlugWarning } from './plug-fit';

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

/** Why nothing can be said of a place; shown as `convert.cannot.<kind>`. `no-grid`: Antarctica and two empty islands. */
export type SupplyProblem =
  | { readonly kind: 'unknown-country'; readonly country: string }
  | { readonly kind: 'no-grid'; readonly country: string };

/** Looks up a country's supply by its ISO 3166-1 alpha-2 code. */
export function supplyOf(country: string, table: MainsTable): Result<CountryPower, SupplyProblem> {
  const code = country.trim().toUpperCase();
  const row: MainsRow | undefined = Object.hasOwn(table.countries, code) ? table.countries[code] : undefined;
  if (!row) return err({ kind: 'unknown-country', country: code });
  if (row.volts.length === 0) return err({ kind: 'no-grid', country: code });
  return ok({
    country: code,
    plugTypes: [...row.plugs],
    volts: row.volts,
    hertz: row.hertz,
    alsoVolts: row.alsoVolts ?? [],
    voltageVaries: row.byRegion !== undefined || row.volts.length > 1,
    inferred: row.inferred !== undefined,
  });
}

/** `supplyOf` for callers that need no reason: null when nothing can be said. */
export function countryPower(country: string, table: MainsTable): CountryPower | null {
  const supply = supplyOf(country, table);
  return supply.ok ? supply.value : null;
}

/** What the buyer should be told about; `warningKey` gives the key under `convert.warning`. */
export type PowerWarning =
  | PlugWarning
  | 'frequency'
  | 'voltage_varies_by_region'
  | 'voltage_switch'
  | 'sources_differ'
  | 'inferred'
  | 'weaker'
  | 'three_phase'
  | 'usb_charger'
  | 'heater_watts'
  | 'low_voltage';

/** A device as far as it is known. */
export interface Device {
  /** Plug letter, or `E/F` for the hybrid most European devices carry; unknown when absent. */
  readonly plug?: string;
  readonly label: DeviceLabel | null;
  readonly watts?: number;
  /** A word for what it is, or its title; see `deviceKind`. */
  readonly kind?: string;
}

/** What stands between a device and a voltage it does not take. */
export interface Transformer {
  readonly direction: 'up' | 'down' | 'either';
  /** Smallest rating in watts, a quarter above what the device draws; absent when its watts are unknown. */
  readonly watts?: number;
  /** True for simple heating, for which an electronic travel converter will do; electronics and motors it destroys. */
  readonly converterWillDo: boolean;
}

/**
 * Whether a device can be used in a country; unknown stays unknown, and approval marks (CE, UKCA, PSE, KC, CCC, UL ...)
 * are outside this check.
 *
 * A device that is not fed by the mains itself has `power: 'ok'` when USB feeds it (`usb`) and `unknown` otherwise: what
 * counts is the charger or power supply in the box.
 */
export interface Compatibility {
  readonly fit: PlugFit;
  readonly power: 'ok' | 'converter' | 'not_recommended' | 'unknown';
  readonly warnings: readonly PowerWarning[];
  /** True for goods fed by USB: ask whether a wall plug is in the box at all. */
  readonly usb: boolean;
  readonly kind: DeviceKind | null;
  /** What the device draws, in watts; absent when unknown. */
  readonly watts?: number;
  /** Voltages of the country the device does not take; those that only some sources name are in `unsureVolts`. */
  readonly unsuitedVolts: readonly number[];
  readonly unsureVolts: readonly number[];
  /** Only where `power` is `converter`. */
  readonly transformer?: Transformer;
  /** How much faster (1.2) or slower (0.83) clocks and motors run; only with the warning `frequency`. */
  readonly speedFactor?: number;
}

/** Above this a transformer costs more than the local version: the lower figure for heat and unknown things. */
const TOO_STRONG_WATT = { heating: 1500, other: 2000 } as const;
/** A transformer runs hot at its limit. */
const RESERVE = 1.25;
/** Above single-phase mains of any country. */
const THREE_PHASE_VOLT = 300;
/** Down to here a device of higher rating still starts: 120 or 127 V goods on 100 V. */
const STILL_STARTS = 0.75;

/**
 * Tells whether a device's plug fits and its voltage suits a country.
 *
 * An unknown plug or label gives `unknown`, never a yes. An adapter changes the shape of the plug only.
 */
export function checkCompatibility(device: Device, power: CountryPower): Compatibility {
  const warnings = new Set<PowerWarning>();
  const warn = (warning: PowerWarning): void => void warnings.add(warning);
  const { label } = device;
  const plug = device.plug ? normalPlug(device.plug) : null;
  const kind = device.kind ? deviceKind(device.kind) : null;
  const usb = label?.usb === true || (label === null && plug === 'USB');
  if (power.voltageVaries) warn('voltage_varies_by_region');
  if (power.alsoVolts.length > 0) warn('sources_differ');
  if (power.inferred) warn('inferred');
  const fit: PlugFit = !plug ? 'unknown' : plug === 'USB' ? 'none' : fitOf(plug, power, warn);
  const stated = device.watts ?? label?.watts;
  const watts = stated !== undefined && Number.isFinite(stated) && stated > 0 ? stated : undefined;
  const about = { fit, usb, kind, ...(watts === undefined ? {} : { watts }) };
  if (!label || label.bands.length === 0) {
    if (usb) warn('usb_charger');
    else if (label?.lowVoltage) warn('low_voltage');
    const verdict = usb ? 'ok' : 'unknown';
    return { ...about, power: verdict, warnings: [...warnings], unsuitedVolts: [], unsureVolts: [] };
  }
  const takes = (volt: number): boolean => label.bands.some((band) => covers(band, volt));
  const unsuitedVolts = power.volts.filter((volt) => !takes(volt));
  const unsureVolts = power.alsoVolts.filter((volt) => !takes(volt));
  const suits = unsuitedVolts.length === 0;
  const speedFactor = speedOf(kind, label, power);
  if (speedFactor !== null) warn('frequency');
  if (suits && label.bands.length > 1 && !power.volts.every((volt) => label.bands.every((band) => covers(band, volt))))
    warn('voltage_switch');
  const lowest = Math.min(...label.bands.map(({ low }) => low));
  const highest = Math.max(...label.bands.map(({ high }) => high));
  if (watts !== undefined)
    warnAboutCurrent({ plug, ampere: watts / (suits ? Math.min(...power.volts) : lowest) }, power, warn);
  // Somewhat under the label nothing breaks, it only runs weaker; still no "works".
  if (!suits && power.volts.every((volt) => volt < lowest && volt >= lowest * STILL_STARTS)) warn('weaker');
  if (lowest > THREE_PHASE_VOLT) warn('three_phase');
  const tooStrong =
    lowest > THREE_PHASE_VOLT ||
    (watts ?? 0) > (kind === null || kind === 'heating' ? TOO_STRONG_WATT.heating : TOO_STRONG_WATT.other);
  const verdict = suits ? 'ok' : tooStrong ? 'not_recommended' : 'converter';
  // Most things that heat are too strong, so that "needs a converter" alone would mislead.
  if (verdict === 'converter' && kind === 'heating' && watts === undefined) warn('heater_watts');
  return {
    ...about,
    power: verdict,
    warnings: [...warnings],
    unsuitedVolts,
    unsureVolts,
    ...(verdict === 'converter'
      ? {
          transformer: {
            direction: directionOf(unsuitedVolts, lowest, highest),
            ...(watts === undefined ? {} : { watts: transformerWatts(watts) }),
            converterWillDo: kind === 'heating',
          },
        }
      : {}),
    ...(speedFactor ? { speedFactor } : {}),
  };
}

/** IEC 60038 allows the supply ten per cent either way; in whole numbers, so that 110 V on 100 V is no rounding matter. */
const covers = ({ low, high }: VoltBand, volt: number): boolean => low * 9 <= volt * 10 && volt * 10 <= high * 11;

/** Smallest transformer for a device in watts: a quarter above its draw, rounded up to the next ten; at least ten. */
export const transformerWatts = (watts: number): number => Math.max(10, Math.ceil((watts * RESERVE) / 10 - 1e-9) * 10);

function directionOf(unsuited: readonly number[], lowest: number, highest: number): Transformer['direction'] {
  const down = unsuited.some((volt) => volt > highest);
  const up = unsuited.some((volt) => volt < lowest);
  return down && !up ? 'down' : up && !down ? 'up' : 'either';
}

/**
 * By what factor something that follows the frequency changes its speed; null when nothing is to be warned of, 0 when it
 * may change by an unknown amount (a clock whose label names no frequency).
 */
function speedOf(kind: DeviceKind | null, label: DeviceLabel, power: CountryPower): number | null {
  if (kind === 'heating' || kind === 'electronic') return null;
  if (label.hertz.length === 0) return kind === 'synchronous' ? 0 : null;
  const other = power.hertz.find((hertz) => !label.hertz.includes(hertz));
  return other === undefined ? null : other / (label.hertz[0] as number);
}

/** Name of a warning's words under `convert.warning`, in camel case. */
const WARNING_NAMES: Readonly<Record<PowerWarning, string>> = {
  frequency: 'frequency', polarised: 'polarised', unearthed: 'unearthed', voltage_varies_by_region: 'voltageVaries',
  limited_outlets: 'limitedOutlets', voltage_switch: 'voltageSwitch', plug_current: 'plugCurrent',
  outlet_current: 'outletCurrent', sources_differ: 'sourcesDiffer', inferred: 'inferred', weaker: 'weaker',
  pins_touchable: 'pinsTouchable', hybrid_likely: 'hybridLikely', two_pin: 'twoPin', pin_versions: 'pinVersions',
  three_phase: 'threePhase', usb_charger: 'usbCharger', low_voltage: 'lowVoltage',
  heater_watts: 'heaterWatts',
}; // prettier-ignore

/** Message key of a warning. */
export const warningKey = (warning: PowerWarning): string => `convert.warning.${WARNING_NAMES[warning]}`;

/** Said with every verdict: an adapter changes the shape alone, and approval marks are not looked at. */
export const POWER_NOTES = ['convert.power.adapterShape', 'convert.power.notChecked'] as const;
