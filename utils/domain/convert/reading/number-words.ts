import type { Lexicon } from './lexicon';
import type { Token } from './tokens';

/** One to fifteen in the languages whose buyers write small sizes out; folded, with several spellings after `|`. */
const WORDS: readonly string[] = [
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'eins zwei drei vier funf|fuenf sechs sieben acht neun zehn elf zwolf|zwoelf dreizehn vierzehn funfzehn|fuenfzehn',
  'un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze',
  'uno|una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince',
  'uno|una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici',
  'um|uma dois|duas tres quatro cinco seis sete oito nove dez onze doze treze quatorze|catorze quinze',
];

const VALUES: ReadonlyMap<string, number> = new Map(
  WORDS.flatMap((list) =>
    list.split(' ').flatMap((spellings, index) => spellings.split('|').map((word) => [word, index + 1] as const)),
  ),
);

/** Everyday words as well ("size due to", "taille très grande", "tamanho dos pés"): nothing may follow them. */
const EVERYDAY: ReadonlySet<string> = new Set(['one', 'un', 'une', 'uno', 'una', 'um', 'uma', 'due', 'dos', 'tres', 'sei', 'once', 'neuf', 'elf']); // prettier-ignore

/** German writes the half in one word: "achteinhalb", "achtundeinhalb". */
const GERMAN_HALF = /(?:und)?einhalb$/;

const POSSIBLE = new RegExp(
  `(?<!\\p{L})(?:${[...VALUES.keys()].join('|')}|fünf|zwölf|fünfzehn|três|\\p{L}{4,9}einhalb)(?!\\p{L})`,
  'iu',
);

/** Whether a text has a number in words at all. */
export const mayHaveNumberWord = (text: string): boolean => POSSIBLE.test(text);

/** Makes numbers of the words for one to fifteen that stand right after a word of size: "size eight and a half". */
export function readNumberWords(source: string, tokens: readonly Token[], lex: Lexicon): readonly Token[] {
  let made: Token[] | null = null;
  let behind = 0;
  for (const [at, token] of tokens.entries()) {
    const number = token.start >= behind && isMarked(tokens[at - 1]) ? numberAt(source, tokens, at, lex) : null;
    if (!number && token.start >= behind) made?.push(token);
    if (!number) continue;
    made ??= tokens.slice(0, at);
    made.push(number);
    behind = number.end;
  }
  return made ?? tokens;
}

const isMarked = (token: Token | undefined): boolean => token?.role?.mark === 'size' || token?.role?.mark === 'shoe';

function numberAt(source: string, tokens: readonly Token[], at: number, lex: Lexicon): Token | null {
  const token = tokens[at] as Token;
  if (token.kind !== 'word' || token.text.length < 2) return null;
  const hasHalf = GERMAN_HALF.test(token.text);
  const whole = VALUES.get(hasHalf ? token.text.replace(GERMAN_HALF, '') : token.text);
  if (whole === undefined) return null;
  lex.half.lastIndex = token.end;
  const isHalf = !hasHalf && lex.half.test(source);
  const end = isHalf ? lex.half.lastIndex : token.end;
  const next = tokens[at + 1];
  if (EVERYDAY.has(token.text) && !isHalf && next && next.kind !== 'sign') return null;
  const value = whole + (hasHalf || isHalf ? 0.5 : 0);
  return { ...token, kind: 'number', end, text: String(value), value, role: undefined, capital: false };
}
