/** Units a type plate prints. */
export type LabelUnit = 'V' | 'Hz' | 'W' | 'VA' | 'A';

/** A number of a type plate with its unit, thousandths and thousands already applied. */
export interface LabelNumber {
  readonly value: number;
  readonly unit: LabelUnit;
  /** How it hangs on the number before it; undefined when it does not. */
  readonly joined?: 'range' | 'or';
  /** Marked as direct current. */
  readonly direct: boolean;
}

const UNITS: readonly (readonly [pattern: string, unit: LabelUnit, factor: number])[] = [
  ['kva', 'VA', 1000],
  ['va', 'VA', 1],
  ['volt(?:s|ios?|ów|y|a|i|aje|ta|tan|luk)?|vac|vdc|v|вольт(?:а|ов)?|в|伏特?|볼트|ボルト|فولت', 'V', 1],
  ['hertz|hz|гц|赫兹?|赫茲|헤르츠|ヘルツ|هرتز', 'Hz', 1],
  ['kilowatt|kw|квт|千瓦|كيلو واط', 'W', 1000],
  ['watts?|wats?|w|вт|ватт?|瓦特?|와트|ワット|واط|وات', 'W', 1],
  ['ma|ма', 'A', 0.001],
  [
    'amp(?:[eè]re|er)?s?|(?<=(?<!\\d)\\d{1,2}\\s*|\\.\\d{1,3}\\s*)[aа]|[aа](?!\\s*(?:ac\\s*)?\\d{2,3}\\s*v)|安培?|암페어|アンペア|أمبير',
    'A',
    1,
  ],
];

// A lone unit letter must end there: "5 x", "3 apples" and "2 years" carry no unit.
const NUMBER = new RegExp(
  `(?<![\\d.])(\\d{1,6}(?:\\.\\d{1,3})?)(?![\\d])(?:\\s*(?:${UNITS.map(([pattern]) => `(${pattern})`).join('|')})(?!\\p{L})|\\s*(${'伏|瓦|赫|安'}))?`,
  'giu',
);

const RANGE = /^\s*(?:v|в)?\s*(?:ac\s*)?(?:-|to|bis|à|a|do|до|tot|till|至|到|から|에서|إلى|الى)\s*(?:ac\s*)?$/iu;
const OR =
  /^\s*(?:ac|~|-)?\s*(?:\/|,|&|\+|or|oder|ou|o|или|и|and|und|et|y|e|en|och|i|lub|ve|veya|of|eller|或者?|和|、|또는|または|や|و|أو)\s*(?:ac\s*)?$/iu;

/** Full-width and foreign digits, dashes and decimal commas as plain ones; volt ranges written with a wave as well. */
export function plainLabel(source: string): string {
  return (
    source
      .slice(0, 2000)
      .normalize('NFKC')
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\u301c\u2053\u223c\u02dc]/g, '~')
      .replace(/(?<=\d)[,\u066b](?=\d{1,2}(?!\d))/g, '.')
      .replace(/(?<=\d)[,\u066c](?=\d{3}(?!\d))/g, '')
      // "220~240V" is a range, "220V~ 50Hz" and "220V~1800W" are an alternating current.
      .replace(/(?<=\d\s{0,2}v?\s{0,2})~(?=\s{0,2}(?:ac\s{0,2})?\d{2,3}\s{0,2}(?:v|в|伏|hz|$))/giu, '-')
      .replace(/~/g, ' ~ ')
  );
}

interface Token {
  readonly value: number;
  readonly unit: LabelUnit | null;
  readonly factor: number;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** Numbers of a label that carry a unit, or share that of the number they are joined to: `100-240V`. */
export function numbersOf(text: string): readonly LabelNumber[] {
  const tokens = [...text.matchAll(NUMBER)].map(toToken);
  const joins = tokens.map((token, at) => {
    const gap = at === 0 ? null : text.slice((tokens[at - 1] as Token).end, token.start);
    if (gap === null || gap.length > 12) return undefined;
    const plain = gap.replace(/~/g, ' ');
    return RANGE.test(plain) ? 'range' : OR.test(plain) ? 'or' : undefined;
  });
  const numbers: LabelNumber[] = [];
  tokens.forEach((token, at) => {
    const owner = unitOwner(tokens, joins, at);
    if (!owner?.unit) return;
    const before = tokens[at - 1];
    const joined = joins[at] && before && unitOwner(tokens, joins, at - 1)?.unit === owner.unit ? joins[at] : undefined;
    numbers.push({
      value: token.value * owner.factor,
      unit: owner.unit,
      ...(joined ? { joined } : {}),
      direct: isDirect(text, token, owner),
    });
  });
  return numbers;
}

function toToken(match: RegExpMatchArray): Token {
  const at = UNITS.findIndex((_, place) => match[place + 2] !== undefined);
  const [, unit, factor] = UNITS[at] ?? [];
  const start = match.index ?? 0;
  const sign = match[UNITS.length + 2];
  const bySign: LabelUnit | null = sign ? ({ 伏: 'V', 瓦: 'W', 赫: 'Hz', 安: 'A' } as const)[sign as '伏'] : null;
  return {
    value: Number(match[1]),
    unit: unit ?? bySign,
    factor: factor ?? 1,
    written: at < 0 ? '' : (match[at + 2] ?? ''),
    start,
    end: start + match[0].length,
  };
}

/** The token whose unit counts: its own, or that of the next one it is joined to. */
function unitOwner(tokens: readonly Token[], joins: readonly (string | undefined)[], at: number): Token | null {
  for (let place = at; place < tokens.length && place < at + 4; place++) {
    if (place > at && !joins[place]) return null;
    const token = tokens[place] as Token;
    if (token.unit) return token;
  }
  return null;
}

const DC_BEFORE = /(?<!ac\s?\/\s?)(?<!\p{L})dc\s*:?\s*(?:\d+(?:\.\d+)?\s*v?\s*[-/]\s*)?$/iu;
const DC_AFTER = /^\s*(?:dc(?!\p{L})(?!\s*(?:adapt|adaptor|power|plug|motor))|⎓|⎓|=(?!\s*\d))/iu;

function isDirect(text: string, token: Token, owner: Token): boolean {
  if (/^vdc$/i.test(owner.written)) return true;
  if (/^vac$/i.test(owner.written)) return false;
  return (
    DC_BEFORE.test(text.slice(Math.max(0, token.start - 16), token.start)) ||
    DC_AFTER.test(text.slice(owner.end, owner.end + 12))
  );
}
