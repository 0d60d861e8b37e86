import { readContext } from './context';
import { countryOf } from './home-country';
import type { Reading } from './reading';
import { spanOf, take, topicAt, type Scene } from './scene';
import type { Token } from './tokens';

/** British and Australian rings carry letters: `L`, `L½`, `Z+2`. */
export function readRingLetters(scene: Scene): readonly Reading[] {
  const found: Reading[] = [];
  const { tokens, hints } = scene;
  if (hints.category !== 'ring' && !scene.topics.some(({ topic }) => topic === 'ring')) return found;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || !/^[a-z]$/.test(token.text) || scene.taken.has(at)) continue;
    const { topic } = topicAt(scene, at);
    if (topic !== 'ring') continue;
    const half = halfAfter(tokens, at);
    const context = readContext(tokens, at);
    const right = readContext(tokens, half ?? at);
    const marked = context.mark === 'size' || right.mark === 'size' || context.code !== undefined || right.code !== undefined; // prettier-ignore
    const isAlone = tokens.every((_, i) => (i >= at && i <= (half ?? at)) || tokens[i]?.kind === 'sign');
    const isAsked = token.capital && context.mark === 'wish' && right.closes && token.text !== 'i';
    // A lone letter is a size only beside a word of size, with its half, or when it is all that was written.
    if (!(marked && (token.capital || isAfterMark(tokens, at))) && half === null && !isAlone && !isAsked) continue;
    if (tokens[at + 1]?.text === "'" || (token.glued && tokens[at - 1]?.text === "'")) continue;
    const country = countryOf(hints);
    const home = country === 'AU' || country === 'NZ' ? 'AU' : 'UK';
    const code = context.code ?? right.code;
    const last = Math.max(half ?? at, right.code || right.mark ? right.last : at);
    found.push({
      kind: 'size',
      ...spanOf(scene, Math.min(context.first, at), last),
      category: 'ring',
      options: [{ system: code ?? home, size: `${token.text.toUpperCase()}${half === null ? '' : '½'}`, by: code ? 'code' : 'country' }], // prettier-ignore
      assumed: false,
    });
    take(scene, at, last);
  }
  return found;
}

const isAfterMark = (tokens: readonly Token[], at: number): boolean => tokens[at - 1]?.role?.mark === 'size';

/** Position of the half: `½`, `.5`, `1/2`, "and a half". */
function halfAfter(tokens: readonly Token[], at: number): number | null {
  const [next, second, third] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (next?.kind === 'number' && next.value === 0.5) return at + 1;
  if (next?.text === '.' && next.glued && second?.text === '5') return at + 2;
  if (next?.text === '1' && second?.text === '/' && third?.text === '2') return at + 3;
  if (next?.text === 'and' && second?.text === 'a' && third?.text === 'half') return at + 3;
  return next?.text === 'and' && second?.text === 'half' ? at + 2 : null;
}
