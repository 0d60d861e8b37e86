import type { MoneyReading, ReadHints } from '../reading/reading';
import { currencyOf } from './money';
import type { PreparedText } from './prepared-text';
import { valueOf } from './read-number';
import type { CurrencyTable } from './tables';
import { isSpacedLetter } from './unit-names';

interface Names {
  readonly currencies: ReadonlyMap<string, readonly string[]>;
  /** Longest first. */
  readonly words: readonly string[];
}

const prepared = new WeakMap<CurrencyTable, Names>();

function namesOf(table: CurrencyTable): Names {
  const known = prepared.get(table);
  if (known) return known;
  const currencies = new Map<string, readonly string[]>();
  for (const [currency, names] of Object.entries(table.names))
    for (const name of names.split('|')) if (!currencies.has(name)) currencies.set(name, [currency]);
  for (const [name, list] of Object.entries(table.shared)) currencies.set(name, list.split(' '));
  const words = [...currencies.keys()].sort((a, b) => b.length - a.length);
  const names = { currencies, words };
  prepared.set(table, names);
  return names;
}

/**
 * Reads amounts of money in a typed query: "EUR 12,50", "$30", "2000円". A message's prices are left alone.
 *
 * Signs of several currencies (¥, kr) go by the buyer's country, then by the language; otherwise all are returned.
 */
export function readMoney(text: PreparedText, hints: ReadHints, table: CurrencyTable): readonly MoneyReading[] {
  if (hints.from !== 'query') return [];
  const names = namesOf(table);
  const found: MoneyReading[] = [];
  for (const match of text.lower.matchAll(/\d+(?:[.,]\d+)*/g)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const value = valueOf(match[0], hints.lang);
    const sign = before(text.lower, start, names) ?? after(text.lower, end, names);
    if (value === null || !sign) continue;
    const span = text.span(Math.min(start, sign.start), Math.max(end, sign.end));
    for (const currency of choose(sign.name, hints, names, table))
      found.push({ kind: 'money', ...span, value, currency });
  }
  return found;
}

interface Sign {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const isCut = (inside: string | undefined, outside: string | undefined): boolean =>
  isSpacedLetter(inside) && isSpacedLetter(outside);

function before(lower: string, at: number, { words }: Names): Sign | null {
  const end = lower[at - 1] === ' ' ? at - 1 : at;
  const name = words.find(
    (word) => lower.endsWith(word, end) === true && !isCut(word[0], lower[end - word.length - 1]),
  );
  // "5 元 30" and "in won 30": only signs and codes stand before an amount.
  if (!name || /^[\u3040-\u9fff\uac00-\ud7af]/.test(name) || (name.length > 3 && isSpacedLetter(name[0]))) return null;
  return { name, start: end - name.length, end };
}

function after(lower: string, at: number, { words }: Names): Sign | null {
  const start = lower[at] === ' ' ? at + 1 : at;
  const name = words.find((word) => lower.startsWith(word, start) && !isCut(word.at(-1), lower[start + word.length]));
  return name ? { name, start, end: start + name.length } : null;
}

const BY_LANG: Readonly<Record<string, string>> = { ja: 'JPY', zh: 'CNY' };

function choose(
  name: string,
  { buyerCountry, lang }: ReadHints,
  { currencies }: Names,
  table: CurrencyTable,
): readonly string[] {
  const all = currencies.get(name) ?? [];
  if (all.length < 2) return all;
  const home = buyerCountry ? currencyOf(buyerCountry, table) : null;
  if (home && all.includes(home)) return [home];
  const spoken = BY_LANG[(lang ?? '').split('-')[0] as string];
  if (spoken && all.includes(spoken)) return [spoken];
  // A dollar without a country is the US one; a yen sign or a crown may be any of theirs.
  return all[0] === 'USD' ? ['USD'] : all.slice(0, 3);
}
