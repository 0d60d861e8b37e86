/** Amounts as files write them: whole columns decide whether a comma or a point stands before the cents. */

/** The sign before the cents. */
export type DecimalSign = ',' | '.';

// Of the signs people set beside a figure, those that mean one currency alone. The yen sign means two.
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/US\s?\$|\$\s?US/i, 'USD'],
  [/CA?\s?\$|\$\s?CA/i, 'CAD'],
  [/AU?\s?\$/i, 'AUD'],
  [/R\$/, 'BRL'],
  [/MX\s?\$/i, 'MXN'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₽|руб/i, 'RUB'],
  [/zł/i, 'PLN'],
  [/₹/, 'INR'],
  [/₩/, 'KRW'],
  [/₺/, 'TRY'],
  [/₴/, 'UAH'],
  [/CN\s?¥|人民币/i, 'CNY'],
  [/JP\s?¥|円/i, 'JPY'],
];

const isCurrency = (() => {
  let codes: ReadonlySet<string> | undefined;
  return (code: string): boolean => (codes ??= new Set(Intl.supportedValuesOf('currency'))).has(code);
})();

/** The currency a cell names, by code or by a sign that means one alone; undefined otherwise. */
export function readCurrency(value: string): string | undefined {
  const text = value.normalize('NFKC').trim();
  const code = /(?:^|[^\p{L}])(\p{Lu}{3})(?=$|[^\p{L}])/u.exec(text.length === 3 ? text.toUpperCase() : text)?.[1];
  if (code !== undefined && isCurrency(code)) return code;
  return SIGNS.find(([sign]) => sign.test(text))?.[1];
}

// Spaces and apostrophes only ever group.
const figureOf = (value: string): string =>
  value
    .normalize('NFKC')
    .replace(/(?<=\d)[\s'’](?=\d{3})/g, '')
    .replace(/[–—]/g, '-')
    .replace(/[^\d.,()+\-−]/g, '')
    // «12,–» means that there are no cents.
    .replace(/^[.,]+|[.,]+-*$/g, '');

/** What one figure says of the sign before its cents; undefined when it could be read both ways. */
const saysOf = (figure: string): DecimalSign | undefined => {
  const digits = figure.replace(/[^\d.,]/g, '');
  const [points, commas] = [digits.split('.').length - 1, digits.split(',').length - 1];
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  if (points > 1) return ',';
  if (commas > 1) return '.';
  const sign = points === 1 ? '.' : commas === 1 ? ',' : undefined;
  if (sign === undefined) return undefined;
  const [whole = '', rest = ''] = digits.split(sign);
  // Three digits behind the sign may be thousands, but nobody groups a figure that begins with nought.
  return rest.length !== 3 || /^0/.test(whole) || whole.length > 3 ? sign : undefined;
};

const placesOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * The sign before the cents of a column: what most of its figures say. Where none says, three digits behind a sign are
 * thousands, unless the currency has three places.
 */
export function decimalSign(values: Iterable<string>, currency?: string): DecimalSign {
  const votes = { ',': 0, '.': 0 };
  let open: DecimalSign | undefined;
  for (const value of values) {
    const figure = figureOf(value);
    const says = saysOf(figure);
    if (says) votes[says] += 1;
    else open ??= /[.,]/.exec(figure)?.[0] as DecimalSign | undefined;
  }
  if (votes[','] !== votes['.']) return votes[','] > votes['.'] ? ',' : '.';
  if (open === undefined) return '.';
  const other = open === ',' ? '.' : ',';
  return currency !== undefined && isCurrency(currency) && placesOf(currency) === 3 ? open : other;
}

// Thousands in threes, or in twos as in India; at least three digits stand before the sign.
const GROUPED = { '.': /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/, ',': /^\d{1,3}(?:\.\d{2,3})*\.\d{3}(?:,\d+)?$/ };
const BARE = { '.': /^\d+(?:\.\d+)?$/, ',': /^\d+(?:,\d+)?$/ };

// More is no price, and beyond it cents are lost.
const LARGEST = 1e12;

/** The figure of a cell; null when there is none, when it is negative, or when it does not fit the sign of its column. */
export function readAmount(value: string, sign: DecimalSign): number | null {
  const digits = figureOf(value);
  // Letters between digits belong to something else than a figure: `1e5`, `3x4`.
  if (/\d\s*\p{L}+\s*\d/u.test(value)) return null;
  if (!BARE[sign].test(digits) && !GROUPED[sign].test(digits)) return null;
  const grouping = sign === '.' ? /,/g : /\./g;
  const amount = Number(digits.replace(grouping, '').replace(',', '.'));
  return amount <= LARGEST ? amount : null;
}
