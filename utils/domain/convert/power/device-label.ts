/** Voltages a device accepts in one position of its switch. */
export interface VoltBand {
  readonly low: number;
  readonly high: number;
}

/** The input line of a type plate. */
export interface DeviceLabel {
  /** More than one: the device has a switch (`120V/240V`). */
  readonly bands: readonly VoltBand[];
  /** Empty when the label names none. */
  readonly hertz: readonly number[];
  readonly watts?: number;
  /** True for USB and battery devices: the wall has nothing to do with them. */
  readonly lowVoltage: boolean;
}

const VOLTS =
  /(\d{1,3})\s*(?:v(?:olts?|ac)?\s*)?(?:~|ac)?\s*(-|to|bis|à|до|a)\s*(?:ac\s*)?(\d{2,3})\s*(?:v|volts?|вольт|в(?!\p{L})|伏)|(\d{1,3}(?:\s*(?:v(?:olts?)?)?\s*\/\s*\d{1,3})*)\s*(?:v(?!\p{L})|v(?:olts?|ac|dc)|вольт|в(?!\p{L})|伏|볼트|ボルト)/giu;

/**
 * Reads a device's input line: a dash is a range, a slash two settings, one number a single voltage.
 *
 * Returns null when no voltage stands in it; never guesses one.
 */
export function readDeviceLabel(source: string): DeviceLabel | null {
  const text = source
    .replace(/[‐‑‒–—−〜～]/g, '-')
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const bands: VoltBand[] = [];
  for (const [, low, , high, singles] of text.matchAll(VOLTS)) {
    if (low && high) bands.push({ low: Number(low), high: Number(high) });
    else for (const volt of (singles ?? '').match(/\d+/g) ?? []) bands.push({ low: Number(volt), high: Number(volt) });
  }
  const mains = bands.filter(({ high }) => high >= 90 && high <= 480);
  if (bands.length === 0) return /\busb\b/i.test(text) ? { bands: [], hertz: [], lowVoltage: true } : null;
  const hertz = [
    ...new Set(
      [...text.matchAll(/(\d{2})\s*(?:(?:hz)?\s*[/-]\s*(\d{2})\s*)?hz/gi)].flatMap(([, a, b]) =>
        b ? [Number(a), Number(b)] : [Number(a)],
      ),
    ),
  ];
  const watts = readWatts(text, mains);
  return { bands: mains, hertz, ...(watts === undefined ? {} : { watts }), lowVoltage: mains.length === 0 };
}

/** Largest wattage named, else volt times ampere. */
function readWatts(text: string, bands: readonly VoltBand[]): number | undefined {
  const named = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(k)?(?:w(?:att?s?)?(?!\p{L})|瓦|вт(?!\p{L})|와트)/giu)].map(
    ([, value, kilo]) => Number(value) * (kilo ? 1000 : 1),
  );
  if (named.length > 0) return Math.max(...named);
  const ampere = /(\d+(?:\.\d+)?)\s*(m)?a(?!\p{L})/iu.exec(text.replace(/\bac\b/gi, ''));
  if (!ampere || bands.length === 0) return undefined;
  const amps = Number(ampere[1]) / (ampere[2] ? 1000 : 1);
  return Math.round(amps * Math.min(...bands.map(({ low }) => low)));
}

/** Writes the accepted voltages the way a type plate does. */
export function writeBands(bands: readonly VoltBand[]): string {
  return bands.map(({ low, high }) => (low === high ? `${low}` : `${low}–${high}`)).join(' / ') + ' V';
}
