import { countryName } from '../power/country-names';
import { writeBands } from '../power/device-label';
import type { FoundPower } from '../power/find-power';
import type { Compatibility } from '../power/mains';
import type { Audience, ShoeSize, ShoeSystem } from '../sizes/shoe';
import { nameShoeSize, type ShoeAnswer, type ShoeLine } from '../sizes/shoe-answer';
import type { AnswerSentences } from './sentences';

/** The words of a reply language; null where only a neutral line can be written. */
export interface Speech {
  readonly lang: string;
  readonly sentences: AnswerSentences | null;
}

const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

const numbers = (lang: string) => {
  try {
    const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 2, numberingSystem: 'latn' });
    return (value: number) => format.format(value);
  } catch {
    return String;
  }
};

/** Systems a buyer's answer names, the most telling first. */
const SPOKEN: readonly ShoeSystem[] = ['EU', 'UK', 'US', 'JP'];

/** Writes the answer to a shoe size as sentences, or as one neutral line where the language has none. */
export function sayShoe(from: ShoeSize & { readonly known: boolean }, answer: ShoeAnswer, speech: Speech): string {
  const { sentences } = speech;
  const write = sentences ? numbers(speech.lang) : String;
  const lines = pick(answer.lines);
  if (!sentences) {
    const parts = lines.map(
      (line) => `${named(line, write)}${neutralAudience(line, from.known)}${neutralRange(line, write)}`,
    );
    return [nameShoeSize(from, write), ...parts].join(' = ');
  }
  const forAudience = (text: string, audience: Audience | undefined): string =>
    audience ? fill(sentences[audience], { size: text }) : text;
  const items = lines.map((line) => {
    const value = line.audience && !from.known ? forAudience(named(line, write), line.audience) : named(line, write);
    return line.range && line.range[0] !== line.range[1] && line.system === 'EU'
      ? fill(sentences.sizeRange, { value, range: `${write(line.range[0])}–${write(line.range[1])}` })
      : value;
  });
  const source = from.system === 'FOOT_CM' ? fill(sentences.foot, { value: `${write(from.size)} cm` }) : nameShoeSize(from, write);
  const list =
    items.length > 1 ? items.slice(0, -1).join(sentences.comma) + sentences.both + items.at(-1) : (items[0] ?? '');
  const opening = fill(sentences.size, { from: from.known ? forAudience(source, from.audience) : source, list });
  // A full-width bracket brings its own space.
  const spaced = opening.replace(/）\s+/g, '）');
  return [spaced.charAt(0).toUpperCase() + spaced.slice(1), sentences.shoeCheck].join(sentences.join);
}

const named = (line: ShoeLine, write: (value: number) => string): string => nameShoeSize(line.size, write);
/** The letters American labels carry: W for women, M for men. */
const neutralAudience = ({ audience }: ShoeLine, known: boolean): string =>
  known || !audience ? '' : audience === 'women' ? ' (W)' : ' (M)';
const neutralRange = ({ range, system }: ShoeLine, write: (value: number) => string): string =>
  range && range[0] !== range[1] && system === 'EU' ? ` (${write(range[0])}–${write(range[1])})` : '';
/** Three systems are read, seven are not. */
const pick = (lines: readonly ShoeLine[]): readonly ShoeLine[] => {
  const spoken = lines.filter(({ system }) => SPOKEN.includes(system));
  return (spoken.length > 0 ? spoken : lines).slice(0, 4);
};

/** Writes the answer to a power question; never says that a device works when its rating is unknown. */
export function sayPower(found: FoundPower, verdict: Compatibility, speech: Speech): string {
  const { power, label, plug } = found;
  const country = countryName(power.country, speech.lang);
  const voltage = `${power.volts.join('/')} V`;
  const frequency = `${power.hertz.join('/')} Hz`;
  const { sentences } = speech;
  if (!sentences) {
    const device =
      label && label.bands.length > 0 && verdict.power !== 'unknown'
        ? ` · ${writeBands(label.bands)} ${verdict.power === 'ok' ? '✓' : `→ ${voltage} ✗`}`
        : '';
    return `${country}: ${voltage}, ${frequency}, ${power.plugTypes.join(' / ')}${device}`;
  }
  const types = power.plugTypes;
  const plugs =
    types.length > 1 ? types.slice(0, -1).join(sentences.comma) + sentences.both + types.at(-1) : (types[0] ?? '');
  const parts = [fill(sentences.mains, { country, voltage, frequency, plugs })];
  if (power.voltageVaries) parts.push(sentences.mainsByRegion);
  if (label && label.bands.length > 0) {
    const device = writeBands(label.bands);
    if (verdict.power === 'ok')
      parts.push(
        fill(verdict.warnings.includes('voltage_switch') ? sentences.deviceSwitch : sentences.deviceFits, { device }),
      );
    if (verdict.power === 'converter') parts.push(fill(sentences.deviceConverter, { device }));
    if (verdict.power === 'not_recommended')
      parts.push(fill(sentences.deviceTooStrong, { device: label.watts ? `${device}, ${label.watts} W` : device }));
  }
  if (plug && verdict.fit === 'adapter') parts.push(fill(sentences.deviceAdapter, { plug }));
  parts.push(sentences.checkLabel);
  return parts.join(sentences.join);
}
