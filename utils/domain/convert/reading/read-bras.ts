import { readContext } from './context';
import { countryOf } from './home-country';
import type { Reading } from './reading';
import { CUP, readCupWords } from './read-cups';
import { spanOf, take, topicAt, type Scene } from './scene';
import type { Token } from './tokens';

/** Cups printed twice on British labels only. */
const BRITISH_DOUBLE = /^(?:EE|FF|GG|HH|JJ|KK)$/;

/** Bra sizes: a band and a cup ("34DD", "75 B"), where bras are spoken of or nothing else can be meant. */
export function readBras(scene: Scene): readonly Reading[] {
  const found: Reading[] = [...readCupWords(scene, braSystem)];
  const { tokens, hints } = scene;
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const band = tokens[at] as Token;
    if (band.kind !== 'number' || scene.taken.has(at) || !Number.isInteger(band.value) || isTooLong(band)) continue;
    const cupAt = cupAfter(tokens, at);
    if (cupAt === null || scene.taken.has(cupAt)) continue;
    const cup = (tokens[cupAt] as Token).text.toUpperCase();
    const { topic } = topicAt(scene, at);
    const context = readContext(tokens, at);
    const right = readContext(tokens, cupAt);
    if (!isBra({ topic, band: band.value, cup, from: hints.from, marked: context.mark === 'size' })) continue;
    const code = context.code ?? right.code;
    const country = countryOf(hints);
    const system = code ?? braSystem(band.value, cup, country);
    if (!system || system === 'ASIAN') continue;
    const first = Math.min(context.first, at);
    const last = Math.max(cupAt, right.code ? right.last : cupAt);
    if (code && !fitsBand(code, band.value)) {
      found.push({ kind: 'contradiction', ...spanOf(scene, first, last), system: code, size: `${band.text}${cup}` });
    } else {
      found.push({
        kind: 'size',
        ...spanOf(scene, first, last),
        category: 'bra',
        options: [{ system, size: `${band.text}${cup}`, by: code ? 'code' : country ? 'country' : 'shape' }],
        assumed: topic !== 'bra',
      });
    }
    take(scene, at, cupAt);
  }
  return found;
}

const isTooLong = ({ text }: Token): boolean => text.length > 3;

/** Position of the cup: grown to the band, or a capital after a space or hyphen. */
function cupAfter(tokens: readonly Token[], at: number): number | null {
  let next = at + 1;
  if (tokens[next]?.text === '-' || tokens[next]?.text === '/') next += 1;
  const cup = tokens[next];
  if (cup?.kind !== 'word' || !CUP.test(cup.text)) return null;
  if (!cup.glued && !cup.capital) return null;
  const after = tokens[next + 1];
  const isPart = after?.glued === true && (after.kind === 'number' || after.text === "'");
  return isPart ? null : next;
}

interface Candidate {
  readonly topic: string | undefined;
  readonly band: number;
  readonly cup: string;
  readonly from: 'message' | 'query' | undefined;
  readonly marked: boolean;
}

/** Without a word for bras a band and a cup still can be nothing else when the band is one that is made. */
function isBra({ topic, band, cup, from, marked }: Candidate): boolean {
  if (topic === 'bra') return true;
  if (topic !== undefined && topic !== 'clothing' && topic !== 'top') return false;
  const isMade = (band >= 28 && band <= 56 && band % 2 === 0) || (band >= 60 && band <= 120 && band % 5 === 0);
  // "40 C" may be a temperature and "100 A" a current.
  return isMade && (from === 'query' || marked || /^(?:[DEFGHJ]{2,4})$/.test(cup));
}

const FRENCH: ReadonlySet<string> = new Set(['FR', 'BE', 'ES', 'PT']);
const ASIAN: ReadonlySet<string> = new Set(['JP', 'CN', 'KR']);

function braSystem(band: number, cup: string, country: string | undefined): string | undefined {
  if (band >= 28 && band <= 58) {
    if (BRITISH_DOUBLE.test(cup)) return 'UK';
    if (/^DDDD?$/.test(cup) || country === 'US' || country === 'CA' || country === 'MX') return 'US';
    return country === undefined || country === 'GB' || country === 'IE' || country === 'IN' || country === 'ZA' ? 'UK' : 'US'; // prettier-ignore
  }
  if (band >= 60 && band <= 130) return ASIAN.has(country ?? '') ? country : FRENCH.has(country ?? '') ? 'FR' : 'EU';
  if (band >= 8 && band <= 26 && country !== 'IT') return 'AU';
  return band >= 1 && band <= 10 ? 'IT' : undefined;
}

const BANDS: Readonly<Record<string, readonly [low: number, high: number]>> = {
  UK: [26, 60], US: [26, 60], EU: [55, 130], DE: [55, 130], FR: [70, 145], ES: [70, 145], BE: [70, 145], JP: [55, 130], CN: [26, 130], KR: [55, 130], AU: [4, 30], IT: [0, 14],
}; // prettier-ignore

const fitsBand = (system: string, band: number): boolean => {
  const range = BANDS[system];
  return range === undefined || (band >= range[0] && band <= range[1]);
};
