import { findingOf } from './found';
import { fold } from './fold';
import type { GuardFinding } from './guard-finding';
import { type GuardText } from './guard-text';
import type { KnownFacts } from './known-facts';

const COMPANY =
  /\b(?:gmbh|ltd|llc|inc|s\.?l|s\.?a|sarl|srl|spa|ag|kg|bv|oy|ab|co|corp|company|ug|ohg|eurl|lda|ltda)\b|[\d@*.#]/i;
/** A name right behind the greeting, up to the comma that ends it. */
const NAME = /^[\s,]{0,3}((?:\p{Lu}[\p{L}'’-]+\.?\s+){0,3}?\p{Lu}[\p{L}'’-]+)\s{0,2}(?=[,!.:;\n，！、-]|$)/u;
const HONOURED =
  /^[\s「『]*([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,10}|[A-Za-z][A-Za-z ]{1,30}?)\s?(?:様|さま)(?![\p{Script=Hiragana}])/u;
/** Letters two forms of a name share: Alexandra and Alex, Anna and Anny. */
const SHARED = 3;
/** A greeting stands in the first lines. Units: UTF-16 units. */
const HEAD = 160;

const parts = (name: string): readonly string[] =>
  fold(name)
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1);

const scriptOf = (name: string): string =>
  /\p{Script=Latin}/u.test(name) ? 'latin' : /\p{Script=Cyrillic}/u.test(name) ? 'cyrillic' : 'other';

const isAlike = (a: string, b: string): boolean =>
  a === b || a.slice(0, SHARED) === b.slice(0, SHARED) || a.includes(b) || b.includes(a);

interface Greeted {
  readonly name: string;
  readonly start: number;
}

/** The name the reply greets; offsets of the text as given. */
function greeted(text: GuardText): Greeted | null {
  const { original } = text;
  const honoured = text.words.lang === 'ja' ? HONOURED.exec(original) : null;
  if (honoured?.[1]) return { name: honoured[1], start: honoured[0].indexOf(honoured[1]) };
  for (const hit of text.hits('GREETING')) {
    const place = text.toOriginal(hit);
    const before = original.slice(0, place.start);
    if (place.start > HEAD || /[^\s,.!¡]/u.test(before.slice(before.lastIndexOf('\n') + 1).replace(/[\p{L}]+/gu, '')))
      continue;
    const rest = original.slice(place.end, place.end + 80);
    const found = NAME.exec(rest);
    if (found?.[1]) return { name: found[1], start: place.end + found[0].indexOf(found[1]) };
  }
  return null;
}

/** A greeting with a name that is not the buyer's; titles with a family name nobody knows are left alone. */
export function checkName(text: GuardText, { buyerNames, lastMessage = '' }: KnownFacts): readonly GuardFinding[] {
  const names = buyerNames.filter((name) => name.trim() !== '');
  if (names.length === 0 || names.some((name) => COMPANY.test(name))) return [];
  const found = greeted(text);
  if (!found) return [];
  const start = text.original.indexOf(found.name, found.start);
  const hits = (cue: string) =>
    text.hits(cue).filter((hit) => {
      const at = text.toOriginal(hit);
      return at.start < start + found.name.length && at.end > start;
    });
  const isTitled = hits('TITLE').length > 0;
  if (hits('GENERIC').length > 0 && !isTitled) return [];
  const titles = new Set(hits('TITLE').map((hit) => text.text.slice(hit.start, hit.end)));
  const said = parts(found.name).filter((part) => !titles.has(part));
  const known = names.flatMap(parts);
  const right = names[0] ?? '';
  if (said.length === 0 || known.length === 0 || hits('GENERIC').length > titles.size) return [];
  if (scriptOf(found.name) !== scriptOf(right) || scriptOf(right) === 'other') {
    // Names without blanks are compared whole, and only with names of the same kind.
    const bare = [...names].map(fold);
    const isComparable = scriptOf(found.name) === 'other' && names.every((name) => scriptOf(name) === 'other');
    if (!isComparable || bare.some((name) => name[0] === fold(found.name)[0])) return [];
  } else if (said.some((one) => known.some((other) => isAlike(one, other)))) return [];
  if (isTitled && names.every((name) => parts(name).length < 2)) return [];
  if (said.some((one) => fold(lastMessage).includes(one))) return [];
  const isWhole = said.length > 1 || isTitled;
  const fix = isTitled ? undefined : isWhole ? right : (right.split(/\s+/)[0] ?? right);
  const place = { start, end: start + found.name.length };
  const finding = findingOf(text, { kind: 'name', start: 0, end: 0, known: right });
  return [{ ...finding, ...place, said: found.name, fixes: fix === undefined ? [] : [{ ...place, replacement: fix }] }];
}
