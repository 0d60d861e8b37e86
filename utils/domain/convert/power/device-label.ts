import { err, ok, type Result } from '../../result';
import { numbersOf, plainLabel, type LabelNumber } from './label-numbers';

/** Voltages a device accepts in one position of its switch. */
export interface VoltBand {
  readonly low: number;
  readonly high: number;
}

/** The input line of a type plate. */
export interface DeviceLabel {
  /** Mains voltages, alternating current only. More than one: the device has a switch (`120V/240V`). */
  readonly bands: readonly VoltBand[];
  /** Empty when the label names none. */
  readonly hertz: readonly number[];
  readonly watts?: number;
  /** True for USB, battery and direct-current devices: the wall has nothing to do with the device itself. */
  readonly lowVoltage: boolean;
  /** True for goods fed by USB: ask whether a wall plug is in the box at all. */
  readonly usb: boolean;
}

/** Why a label says nothing about the mains. `absurd-voltage`: no household device is built for the number. */
export type LabelProblem = { readonly kind: 'no-voltage' } | { readonly kind: 'absurd-voltage' };

/** Mains devices are built for 100 to 240 V, with tolerance and the three-phase voltages up to 480 V. */
const MAINS: readonly [low: number, high: number] = [85, 480];
/** Batteries, car sockets, USB and PoE stay below. */
const EXTRA_LOW = 60;
/** No household wiring carries more. */
const MOST_WATTS = 25_000;

const USB = /(?<!\p{L})(?:usb|power delivery|quick charge)(?!\p{L})|(?<!\p{L})(?:pd|qc)\s*\d/iu;
/** What follows is what the device gives, not what it takes. */
const OUTPUT =
  /(?<!\p{L})(?:output|ausgang|sortie|salida|uscita|sa[ií]da|uitgang|utg[aå]ng|wyj[sś]cie|[cç][iı]k[iı][sş]|выход|secondary)(?!\p{L})|输出|輸出|出力|출력|خرج|الإخراج/iu;
const INPUT =
  /(?<!\p{L})(?:input|eingang|entr[eé]e|entrada|ingresso|ingang|ing[aå]ng|wej[sś]cie|giri[sş]|вход)(?!\p{L})|输入|輸入|入力|입력|دخل|الإدخال/iu;
/** Ranges printed without the sign of volt: only those every maker uses. */
const BARE =
  /(?<![\d.$€£¥]|\d-)(?:AC\s*)?(85|90|100|110|115|120|200|220)\s*([-/])\s*(110|120|127|130|220|230|240|250|253|264|265)(?!\d|\.\d|-\d)(?!\s*(?:cm|mm|m|ml|kg|g|lbs?|oz|pcs|in|usd|eur|[wa€£¥$%x])(?!\p{L}))/iu;

/**
 * Reads a device's input line: a dash is a range, a slash two settings, one number a single voltage.
 *
 * Volt and hertz only; never guesses a voltage that does not stand there.
 */
export function readLabel(source: string): Result<DeviceLabel, LabelProblem> {
  const whole = plainLabel(source);
  // A sign at the very start is no bullet of a list: "-220V" says nothing.
  if (/^\s*-\d/.test(whole)) return err({ kind: 'absurd-voltage' });
  const { text, rest } = inputOf(whole);
  const numbers = numbersOf(text);
  const stated = bandsOf(numbers.filter(({ unit }) => unit === 'V'));
  const mains = stated.filter(isMains).map(({ low, high }) => ({ low, high }));
  const bands = mains.length > 0 ? mains : bareBands(text);
  const hertz = hertzOf(numbers);
  const watts = wattsOf(numbers, bands) ?? namedWatts(numbersOf(rest)) ?? directWatts(numbers);
  const more = { hertz, ...(watts === undefined ? {} : { watts }) };
  if (bands.length > 0) return ok({ bands: distinct(bands), ...more, lowVoltage: false, usb: false });
  const low = stated.filter(({ low, high, direct }) => low > 0 && (direct ? high <= MAINS[1] : high <= EXTRA_LOW));
  const usb = USB.test(whole) || low.some(({ high }) => high === 5);
  if (usb || low.length > 0) return ok({ bands: [], ...more, lowVoltage: true, usb });
  return err({ kind: stated.length > 0 ? 'absurd-voltage' : 'no-voltage' });
}

/** `readLabel` for callers that need no reason: null when nothing can be said. */
export function readDeviceLabel(source: string): DeviceLabel | null {
  const label = readLabel(source);
  return label.ok ? label.value : null;
}

/** A label often prints both sides; a transformer's or charger's output says nothing about the wall. */
function inputOf(text: string): { readonly text: string; readonly rest: string } {
  const output = OUTPUT.exec(text);
  if (!output) return { text, rest: '' };
  const input = INPUT.exec(text);
  // Output first, input after it.
  if (input && input.index > output.index)
    return { text: text.slice(input.index), rest: text.slice(output.index, input.index) };
  return { text: text.slice(0, output.index), rest: text.slice(output.index) };
}

interface StatedBand extends VoltBand {
  /** Marked as direct current. */
  readonly direct: boolean;
}

const isMains = ({ low, high, direct }: StatedBand): boolean => !direct && low >= MAINS[0] && high <= MAINS[1];

/** Numbers joined by a range mark make one band, all others one each. */
function bandsOf(volts: readonly LabelNumber[]): readonly StatedBand[] {
  const bands: StatedBand[] = [];
  for (const { value, joined, direct } of volts) {
    const last = bands.at(-1);
    if (joined === 'range' && last && last.low === last.high)
      bands[bands.length - 1] = {
        low: Math.min(last.low, value),
        high: Math.max(last.high, value),
        direct: direct || last.direct,
      };
    else bands.push({ low: value, high: value, direct });
  }
  return bands;
}

function bareBands(text: string): readonly VoltBand[] {
  const found = BARE.exec(text);
  if (!found) return [];
  const [low, high] = [Number(found[1]), Number(found[3])];
  if (low >= high) return [];
  if (found[2] === '-') return [{ low, high }];
  return [
    { low, high: low },
    { low: high, high },
  ];
}

/** A position of the switch that lies within another says nothing new. */
const distinct = (bands: readonly VoltBand[]): readonly VoltBand[] =>
  bands.filter(
    (band, at) =>
      !bands.some(
        (other, place) =>
          place !== at &&
          other.low <= band.low &&
          band.high <= other.high &&
          (other.low !== band.low || other.high !== band.high || place < at),
      ),
  );

function hertzOf(numbers: readonly LabelNumber[]): readonly number[] {
  const named = numbers.filter(({ unit }) => unit === 'Hz');
  const hertz = new Set<number>();
  named.forEach(({ value, joined }, at) => {
    const from = joined === 'range' ? (named[at - 1]?.value ?? value) : value;
    // "47-63Hz" takes both mains frequencies.
    for (const mains of [50, 60])
      if (Math.min(from, value) <= mains && mains <= Math.max(from, value)) hertz.add(mains);
  });
  return [...hertz].sort((a, b) => a - b);
}

const sensible = (watts: number): number | undefined =>
  watts > 0 && watts <= MOST_WATTS ? Math.round(watts * 10) / 10 : undefined;

/** Largest wattage named. */
function namedWatts(numbers: readonly LabelNumber[]): number | undefined {
  const named = numbers.filter(({ unit }) => unit === 'W' || unit === 'VA').map(({ value }) => value);
  return named.length > 0 ? sensible(Math.max(...named)) : undefined;
}

/**
 * The wattage named, else volt times ampere. The current printed beside a wide range is that at its lowest voltage;
 * beside a narrow one (220-240 V) the upper end is the cautious choice.
 */
function wattsOf(numbers: readonly LabelNumber[], bands: readonly VoltBand[]): number | undefined {
  const named = namedWatts(numbers);
  if (named !== undefined || bands.length === 0) return named;
  const amps = numbers.find(({ unit, direct }) => unit === 'A' && !direct)?.value;
  if (amps === undefined) return undefined;
  const { low, high } = bands.reduce((least, band) => (band.low < least.low ? band : least));
  return sensible(amps * (high <= low * 1.25 ? high : low));
}

/** Volt times ampere of a low-voltage device. */
function directWatts(numbers: readonly LabelNumber[]): number | undefined {
  const volts = numbers.filter(({ unit, value }) => unit === 'V' && value <= EXTRA_LOW);
  const amps = numbers.find(({ unit }) => unit === 'A');
  if (volts.length !== 1 || !amps) return undefined;
  return sensible((volts[0] as LabelNumber).value * amps.value);
}

/** Writes the accepted voltages the way a type plate does. */
export function writeBands(bands: readonly VoltBand[]): string {
  return bands.map(({ low, high }) => (low === high ? `${low}` : `${low}–${high}`)).join(' / ') + ' V';
}
