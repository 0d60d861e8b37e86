import { readContext } from './context';
import { isSpaceless } from './fold';
import { countryOf } from './home-country';
import type { SizeReading } from './reading';
import { spanOf, take, topicAt, type Scene } from './scene';
import type { Token } from './tokens';

/** Letters of cups, folded. */
export const CUP = /^(?:a{1,3}|b|cc?|d{1,4}|ee?|ff?|gg?|hh?|i|jj?|kk?)$/;
/** Words for a cup and for the girth under it, folded. */
const CUP_WORDS: ReadonlySet<string> = new Set(['cup', 'cups', 'copa', 'bonnet', 'bonnets', 'coppa', 'taca', 'cupgrosse', 'korbchen', 'korbchengrosse', 'miseczka', 'kup', 'чашка', 'чашечка', 'カップ', '컵', '罩杯', '杯']); // prettier-ignore
const BAND_WORDS: ReadonlySet<string> = new Set(['tour', 'contorno', 'band', 'dos', 'unterbrustweite', 'unterbrust', 'banda', 'aw', 'de']); // prettier-ignore
/** Italian bands are counted: "terza" is the third. */
const ORDINALS: readonly string[] = ['prima', 'seconda', 'terza', 'quarta', 'quinta', 'sesta', 'settima', 'ottava'];
const REACH = 4;

type SystemOf = (band: number, cup: string, country: string | undefined) => string | undefined;

interface Part {
  readonly at: number;
  readonly band: number;
}

/** Bras whose cup stands first ("C75", as in Japan) or is named by a word ("talla 95 copa B", "coppa C terza"). */
export function readCupWords(scene: Scene, systemOf: SystemOf): readonly SizeReading[] {
  const found: SizeReading[] = [];
  const { tokens, hints } = scene;
  for (let at = 0; at < tokens.length; at += 1) {
    const cup = tokens[at] as Token;
    if (cup.kind !== 'word' || !CUP.test(cup.text) || scene.taken.has(at)) continue;
    const word = cupWordBeside(tokens, at);
    const isBra = topicAt(scene, at).topic === 'bra';
    const part = word === null ? bandAfter(scene, at, isBra) : bandNear(tokens, Math.min(at, word), Math.max(at, word));
    if (!part || (!cup.capital && !isBra)) continue;
    const context = readContext(tokens, part.at);
    const country = countryOf(hints);
    const letter = cup.text.toUpperCase();
    const system = context.code ?? (part.band < 9 ? 'IT' : systemOf(part.band, letter, country));
    if (!system || system === 'ASIAN') continue;
    const places = [at, part.at, word ?? at];
    const [first, last] = [Math.min(...places), Math.max(...places)];
    found.push({
      kind: 'size',
      ...spanOf(scene, Math.min(first, context.first), last),
      category: 'bra',
      options: [{ system, size: `${part.band}${letter}`, by: context.code ? 'code' : country ? 'country' : 'shape' }],
      assumed: false,
    });
    take(scene, first, last);
    at = last;
  }
  return found;
}

/** Position of the word for a cup beside its letter: "Cup C", "copa: B", "C-Cup", "Cカップ". */
function cupWordBeside(tokens: readonly Token[], at: number): number | null {
  for (const step of [-1, 1]) {
    const joint = tokens[at + step];
    const isSign = joint?.kind === 'sign' && ':-'.includes(joint.text);
    const place = at + (isSign ? 2 * step : step);
    if (CUP_WORDS.has(tokens[place]?.text ?? '')) return place;
  }
  return null;
}

const isBand = (value: number): boolean =>
  (value >= 28 && value <= 56 && value % 2 === 0) || (value >= 60 && value <= 130 && value % 5 === 0);

/** Latin letters or digits before the cup make it part of a name; kana and Chinese do not. */
const isGrown = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at] as Token).glued &&
  !isSpaceless((tokens[at - 1] as Token).text.charCodeAt(0)) &&
  (tokens[at - 1] as Token).text !== '(';

/** "C75": the band is grown to the cup; only where bras are spoken of, or in the converter where labels read so. */
function bandAfter({ tokens, hints }: Scene, at: number, isBra: boolean): Part | null {
  const [cup, band] = [tokens[at] as Token, tokens[at + 1]];
  if (band?.kind !== 'number' || !band.glued || !cup.capital || !isBand(band.value) || isGrown(tokens, at)) return null;
  const isAsian = ['JP', 'CN', 'KR'].includes(countryOf(hints) ?? '');
  const after = tokens[at + 2];
  if (after?.glued && (after.kind === 'number' || after.text === '-')) return null;
  return isBra || (isAsian && hints.from === 'query' && band.value >= 60) ? { at: at + 1, band: band.value } : null;
}

/** The band near the cup and its word, to the left or the right, words of size and of the girth between. */
function bandNear(tokens: readonly Token[], first: number, last: number): Part | null {
  for (const [from, step] of [
    [first, -1],
    [last, 1],
  ] as const)
    for (let i = from + step, steps = 0; steps < REACH; i += step, steps += 1) {
      const token = tokens[i];
      if (!token) break;
      const ordinal = ORDINALS.indexOf(token.text);
      if (ordinal >= 0) return { at: i, band: ordinal + 1 };
      if (token.kind === 'number') {
        if (isBand(token.value)) return { at: i, band: token.value };
        break;
      }
      const { role, kind, text } = token;
      const isBetween = kind === 'sign' ? ':-/,('.includes(text) : role?.filler || role?.mark || role?.or || role?.body || role?.topic === 'bra' || BAND_WORDS.has(text); // prettier-ignore
      if (!isBetween) break;
    }
  return null;
}
