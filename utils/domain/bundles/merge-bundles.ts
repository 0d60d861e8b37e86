/**
 * Several bundles brought together as one list of rows. Beside merging row by row it does what forgetting a buyer does on a
 * machine (`app/buyers/forget.ts`): of who is forgotten in any of them nothing but the mark is left.
 */
import { clockOf, withFields } from '../customers/clocked';
import { identityWords, withoutWords } from '../customers/without-identity';
import type { BuyerRow, EntryRow, EventRow } from '../records';
import type { BundleLine, BundleRows, BundleSection } from './bundle';
import { canonicalJson } from './canonical-json';
import { mergeLine } from './merge-section';
import { compareLines, lineId } from './write-bundle';

type Bundles = readonly (readonly BundleLine[])[];

/** Who is forgotten in any of the bundles, and what these tell to be theirs. */
interface Forgotten {
  readonly keys: ReadonlySet<string>;
  /** Their orders, as shop and number. */
  readonly orders: ReadonlySet<string>;
  /** Ids of their events. */
  readonly events: ReadonlySet<string>;
  /** Names and numbers by which copies that have not heard of it still call them. */
  readonly words: readonly string[];
}

const buyerOf = ({ section, row }: BundleLine): string | undefined =>
  section !== 'log' && 'buyerKey' in row ? row.buyerKey : undefined;

const orderOf = ({ row }: BundleLine): string | undefined =>
  'orderId' in row && row.orderId !== undefined ? `${row.shopId}:${row.orderId}` : undefined;

const forgottenIn = (bundles: Bundles): Forgotten => {
  const keys = new Set<string>();
  for (const lines of bundles)
    for (const { section, row } of lines) if (section === 'buyers' && row.forgotten === 1) keys.add(row.key);
  const [orders, events, words] = [new Set<string>(), new Set<string>(), new Set<string>()];
  if (keys.size === 0) return { keys, orders, events, words: [] };
  for (const line of bundles.flat()) {
    if (line.section === 'buyers' && keys.has(line.row.key)) identityWords(line.row).forEach((word) => words.add(word));
    if (!keys.has(buyerOf(line) ?? '')) continue;
    const order = orderOf(line);
    if (order !== undefined) orders.add(order);
    if (line.section === 'events') events.add(line.row.id);
  }
  return { keys, orders, events, words: [...words] };
};

/** An event that a list has shown before anybody knew whose it was. */
const isLooseEvent = (line: BundleLine): line is { readonly section: 'events'; readonly row: EventRow } =>
  line.section === 'events' && line.row.buyerKey === undefined;

/** Lines of the log stay when somebody is forgotten, and say no more who it was. */
export const withoutMention = (line: BundleLine, forgotten: ReadonlySet<string>): BundleLine => {
  if (line.section !== 'log' || line.row.buyerKey === undefined || !forgotten.has(line.row.buyerKey)) return line;
  const { buyerKey: _whose, ...row } = line.row;
  return { section: 'log', row };
};

const isAboutForgotten = (line: BundleLine, { keys, orders, events }: Forgotten): boolean => {
  if (keys.has(buyerOf(line) ?? '')) return true;
  return isLooseEvent(line) && (events.has(line.row.id) || orders.has(orderOf(line) ?? ''));
};

const asLine = <S extends BundleSection>(section: S, row: BundleRows[S]): BundleLine =>
  ({ section, row }) as unknown as BundleLine;

/** Copies of rows that have not changed are the most frequent by far, and comparing them is cheaper than merging. */
const isSameText = (a: BundleLine, b: BundleLine): boolean =>
  a.row.hlc === b.row.hlc && canonicalJson(a.row) === canonicalJson(b.row);

const mergedLine = (before: BundleLine, line: BundleLine): BundleLine =>
  asLine(line.section, mergeLine(line.section, before.row, line.row));

const mergedRows = (bundles: Bundles, forgotten: Forgotten): readonly BundleLine[] => {
  const rows = new Map<string, { readonly line: BundleLine; readonly isMerged: boolean }>();
  for (const whole of bundles.flat()) {
    if (isAboutForgotten(whole, forgotten)) continue;
    const line = withoutMention(whole, forgotten.keys);
    const place = `${line.section} ${lineId(line)}`;
    const before = rows.get(place);
    if (before === undefined) rows.set(place, { line, isMerged: false });
    else if (!isSameText(before.line, line)) rows.set(place, { line: mergedLine(before.line, line), isMerged: true });
  }
  // What stands alone is written as merging would, so that an older copy makes no difference and deleted words are gone.
  return [...rows.values()].map(({ line, isMerged }) => (isMerged ? line : mergedLine(line, line)));
};

/** The mark that was left last: its clock is the moment at which names went. */
const lastMark = (lines: readonly BundleLine[]): BuyerRow | undefined =>
  lines
    .flatMap(({ section, row }) => (section === 'buyers' && row.forgotten === 1 ? [row] : []))
    .reduce<BuyerRow | undefined>((last, row) => (last === undefined || last.hlc < row.hlc ? row : last), undefined);

/**
 * An entry without the names of who was forgotten. The gap is as late as the mark, so that it counts against the words of a
 * copy that is not in these bundles; words that were written still later lose the names where they stand.
 */
const unnamed = (entry: EntryRow, words: readonly string[], mark: BuyerRow): EntryRow => {
  const text = withoutWords(entry.text, words);
  if (text === entry.text) return entry;
  if (mark.hlc <= clockOf(entry, 'text')) return { ...entry, text };
  const { authorId, hlc, origin } = mark;
  const gap = withFields<EntryRow>(entry, { text }, { shopId: entry.shopId, authorId, hlc, origin, deleted: 0 });
  return mergeLine('entries', entry, gap);
};

/** As it is looked for: names are told whatever their case and the width of their gaps (`withoutWords`). */
const folded = (text: string): string => text.replace(/\s+/g, ' ').toUpperCase();

/** The words that stand in a text at all: patterns of thousands of names for thousands of entries would take minutes. */
const wordsIn = (text: string, words: readonly string[]): readonly string[] => {
  const own = folded(text);
  return words.filter((word) => own.includes(folded(word.trim())));
};

const withoutNames = (lines: readonly BundleLine[], { words }: Forgotten): readonly BundleLine[] => {
  const mark = lastMark(lines);
  if (mark === undefined || words.length === 0) return lines;
  const texts = lines.flatMap((line) => (line.section === 'entries' ? [line.row.text] : []));
  const found = wordsIn(texts.join('\n'), words);
  if (found.length === 0) return lines;
  return lines.map((line) =>
    line.section === 'entries' ? asLine('entries', unnamed(line.row, wordsIn(line.row.text, found), mark)) : line,
  );
};

/**
 * Merges bundles into one list with every row once, in the order in which rows are written; the order of the bundles makes
 * no difference. Of a buyer who is forgotten in any of them only the mark stays; their orders, events, notes, messages,
 * promises and follow-ups go, also under other names where a bundle tells so, and their names go from the work log.
 * A row that names no buyer can only be told to be theirs as long as one bundle holds what it belongs to.
 */
export const mergeLines = (bundles: Bundles): readonly BundleLine[] => {
  const forgotten = forgottenIn(bundles);
  return [...withoutNames(mergedRows(bundles, forgotten), forgotten)].sort(compareLines);
};
