import { readMoney } from '../convert/measures/read-money';
import { valueOf } from '../convert/measures/read-number';
import type { CurrencyTable } from '../convert/measures/tables';
import { brandAs } from '../ids';
import type { Hit } from './hit';
import { findingOf } from './found';
import type { GuardFinding } from './guard-finding';
import { stands, type GuardText } from './guard-text';
import type { KnownFacts } from './known-facts';

/** An amount a text names; several currencies where its sign is shared. */
export interface Said {
  readonly value: number;
  readonly currencies: readonly string[];
  readonly hit: Hit;
  /** The figures alone. */
  readonly figures: { readonly start: number; readonly end: number; readonly text: string };
}

const CENT = 0.005;
const FIGURES = /\d{1,3}(?:[ '\u2019]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)*/;
/** A group of thousands that the reader of short queries leaves out: `1 234,50`. */
const GROUP_BEFORE = /(?<!\d)\d{1,3}(?:[ '\u2019]\d{3})*[ '\u2019]$/;

/** What sellers on both marketplaces are paid in; every name of a currency is compared with every number. */
const COMMON = ['EUR', 'USD', 'GBP', 'JPY', 'CNY', 'PLN', 'RUB', 'BRL', 'CAD', 'AUD', 'MXN', 'KRW', 'TRY'];

const tables = new WeakMap<CurrencyTable, Map<string, CurrencyTable>>();

/** The table cut to the common currencies and the order's own, made once for each. */
function tableFor(all: CurrencyTable, own: string): CurrencyTable {
  const made = tables.get(all) ?? new Map<string, CurrencyTable>();
  tables.set(all, made);
  const known = made.get(own);
  if (known) return known;
  const names = Object.fromEntries(Object.entries(all.names).filter(([one]) => one === own || COMMON.includes(one)));
  const table = { ...all, names };
  made.set(own, table);
  return table;
}

/** The amounts with a currency in a text; one place may be read in several currencies (`$`, `kr`). */
export function amountsIn(
  text: GuardText,
  { currencies, order }: Pick<KnownFacts, 'currencies' | 'order'>,
): readonly Said[] {
  if (!currencies || !/\d/.test(text.text)) return [];
  const source = {
    text: text.text,
    lower: text.text,
    source: text.text,
    span: (start: number, end: number) => ({ start, end }),
  };
  const home = order?.country ? { buyerCountry: brandAs<'CountryCode'>(order.country) } : {};
  const readings = readMoney(
    source,
    { from: 'query', lang: text.words.lang, ...home },
    tableFor(currencies, order?.amount?.currency ?? ''),
  );
  const places = new Map<number, Said>();
  for (const { start, end, value, currency } of readings) {
    const before = places.get(start);
    if (before) {
      places.set(start, { ...before, currencies: [...before.currencies, currency] });
      continue;
    }
    const written = text.text.slice(start, end);
    const figures = FIGURES.exec(written);
    if (!figures) continue;
    const from = start + figures.index;
    const group = GROUP_BEFORE.exec(text.text.slice(Math.max(0, from - 12), from))?.[0] ?? '';
    const all = group + figures[0];
    const whole = group === '' ? value : valueOf(all.replace(/[ '\u2019]/g, ''), text.words.lang);
    const sign = written.replace(figures[0], '').trim();
    const shared = currencies.shared[sign]?.split(' ') ?? [currency];
    const place = { start: from - group.length, end: from + figures[0].length };
    if (whole !== null)
      places.set(start, {
        value: whole,
        currencies: shared,
        hit: text.asHit({ start: Math.min(start, place.start), end }),
        figures: { ...place, text: all },
      });
  }
  return [...places.values()];
}

/** The figures of a value in the notation of the figures that stood there. */
function likeFigures(value: number, written: string, lang: string): string {
  const mark = /([.,])\d{1,2}$/.exec(written)?.[1] ?? (lang === 'en' || lang === 'zh' || lang === 'ja' ? '.' : ',');
  return Number.isInteger(value) ? String(value) : value.toFixed(2).replace('.', mark);
}

const isRounded = (said: number, known: number): boolean => Number.isInteger(said) && Math.abs(said - known) < 1;

/** Amounts that cannot be the order's: more than its total given back, or another total than it has. */
export function checkAmounts(text: GuardText, known: KnownFacts): readonly GuardFinding[] {
  const total = known.order?.amount;
  if (!total || total.value <= 0) return [];
  const amounts = amountsIn(text, known);
  const own = amounts.filter(({ currencies }) => currencies.includes(total.currency));
  const shown = new Intl.NumberFormat(text.words.lang, { style: 'currency', currency: total.currency }).format(
    total.value,
  );
  const equal = (value: number): boolean => Math.abs(value - total.value) < CENT || isRounded(value, total.value);
  // The total beside another amount explains it; of two strangers nobody knows which one is meant.
  if (own.some(({ value }) => equal(value))) return [];
  const [first] = own;
  if (!first) {
    const swapped = amounts.filter(
      ({ value, currencies }) => Math.abs(value - total.value) < CENT && currencies.length === 1,
    );
    return amounts.length === 1 && swapped[0]
      ? [findingOf(text, { kind: 'amount', ...placeOf(swapped[0].hit), known: shown, fix: shown })]
      : [];
  }
  if (new Set(own.map(({ value }) => value)).size > 1) return [];
  const figures = (said: Said): string => likeFigures(total.value, said.figures.text, text.words.lang);
  return own
    .filter((said) => isWrong(text, said, total.value))
    .map((said) => findingOf(text, { kind: 'amount', ...said.figures, known: shown, fix: figures(said) }));
}

const placeOf = ({ start, end }: Hit): { readonly start: number; readonly end: number } => ({ start, end });

function isWrong(text: GuardText, { value, hit }: Said, total: number): boolean {
  if (stands(text, hit, { cue: 'PARTIAL' }) || stands(text, hit, { cue: 'EXTRA' }) || text.isQuestion(hit.sentence))
    return false;
  const isTotal = stands(text, hit, { cue: 'TOTAL' });
  return value > total ? isTotal || stands(text, hit, { cue: 'MONEY|REFUND|REFUND_WILL' }) : isTotal;
}
