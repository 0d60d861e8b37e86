import type { Candidate } from '../../domain/profiles/profile';
import { allBelow } from '../../page/blocks';
import { onceInReading } from '../../page/share-reads';
import { shownDays } from '../../page/shown-date';
import { isVisible } from '../../page/visible';
import type { AmazonFields } from './fields';
import { katalScope, katalText, ORDER_ID, pageLang } from './page';
import { ASIN, pairsIn, PERSONAL, type Pair } from './read-order';

/** The page a reader is asked about, with the fields it may use. */
export interface ListPage {
  readonly doc: Document;
  readonly url: URL;
  readonly fields: AmazonFields;
}

/** One thing on screen, an order or what happened to one: its words in lines and, where lines have labels, in pairs. */
export interface PageRecord {
  readonly element: Element;
  readonly lines: readonly string[];
  readonly pairs: readonly Pair[];
  readonly lang: string;
}

/** What buyers wrote, and anything that can be filled in or chosen: never part of a record. */
const ASIDE = `${PERSONAL},.customer-comment,[class*="comment" i],[id^="review-content"],.side-panel,kat-dropdown-button,kat-dropdown,select,input,button`;

/** More parts than a row or the page of one order has. */
const MAX_PARTS = 2_000;

/** Reads the words of an element once. */
export function toRecord(element: Element): PageRecord {
  const lines = katalText(element, { skip: (part) => part !== element && part.matches(ASIDE) })
    .split('\n')
    .filter((line) => line !== '');
  return { element, lines, pairs: pairsIn(lines), lang: pageLang(element.ownerDocument) };
}

const holdsRoots = (element: Element): boolean =>
  allBelow(element, MAX_PARTS).some((part) => part.shadowRoot !== null && !part.matches(ASIDE));

/** The first visible part of a record that a candidate finds, in its light DOM or, where it has none, in its shadow roots. */
export function partOf({ element }: PageRecord, candidates: readonly Candidate[]): Element | undefined {
  for (const { css } of candidates) for (const part of element.querySelectorAll(css)) if (isVisible(part)) return part;
  if (!onceInReading(element, 'holds roots', () => holdsRoots(element))) return undefined;
  const scope = katalScope(element);
  return candidates.map(({ css }) => scope.first(css)).find((part) => part !== undefined);
}

/** What a part says, in one line; empty where it is not there. */
export const sayingOf = (record: PageRecord, candidates: readonly Candidate[]): string => {
  const part = partOf(record, candidates);
  return part ? katalText(part).replace(/\s+/g, ' ') : '';
};

/** Headings of the columns of the table a row stands in, if it has as many as the row has cells. */
function headingsOf(row: Element): readonly string[] {
  const table = row.closest('table,kat-table,[role="table"],[role="grid"]');
  if (!table || table === row) return [];
  return onceInReading(table, 'headings', () => {
    const cells = table.querySelectorAll('thead th,thead td,[role="columnheader"],kat-table-head kat-table-cell');
    return [...cells].map((cell) => katalText(cell));
  });
}

/** What stands below the heading of this kind: tables name their values once for all rows. */
function columnValue({ element }: PageRecord, label: RegExp): string | undefined {
  const headings = headingsOf(element);
  const column = headings.findIndex((heading) => heading.length <= 40 && label.test(heading));
  const cell = headings.length === element.childElementCount ? element.children[column] : undefined;
  return (cell && katalText(cell).replace(/\s+/g, ' ')) || undefined;
}

/** The value behind the first label of this kind, or below the heading; undefined where it is missing or empty. */
export const valueOf = (record: PageRecord, label: RegExp): string | undefined =>
  record.pairs.find((pair) => pair.label.length <= 40 && label.test(pair.label) && pair.value !== '')?.value ??
  columnValue(record, label);

/** The day the value of a label names: the last one, since ranges end with it. */
export const dayOf = (record: PageRecord, label: RegExp): string | undefined => {
  const value = valueOf(record, label);
  return value === undefined ? undefined : shownDays(value, record.lang).at(-1);
};

const GLOBAL_ORDER_ID = new RegExp(ORDER_ID, 'g');

/** Every order id a record names, in its text, its links and the labels of its components. */
export function orderIdsIn({ element, lines }: PageRecord): ReadonlySet<string> {
  const links = [...element.querySelectorAll('a[href],kat-link')].map(
    (link) => `${link.getAttribute('href') ?? ''} ${link.getAttribute('label') ?? ''}`,
  );
  return new Set(`${lines.join(' ')} ${links.join(' ')}`.match(GLOBAL_ORDER_ID) ?? []);
}

/** The product a record is about: its link, or else a label that says ASIN; undefined where it names several. */
export function productIn({ element, lines }: PageRecord): string | undefined {
  const linked = [...element.querySelectorAll('[href*="/dp/"],[href*="/gp/product/"]')].flatMap(
    (link) => ASIN.exec(link.getAttribute('href') ?? '')?.[1] ?? [],
  );
  const named = lines.join(' ').match(/(?<![A-Z0-9])B0[A-Z0-9]{8}(?![A-Z0-9])/g) ?? [];
  const all = new Set(linked.length > 0 ? linked : named);
  return all.size === 1 ? [...all][0] : undefined;
}

/** A record of facts without those that are not known. */
export const definedOf = <T extends object>(facts: T): { readonly [Name in keyof T]: Exclude<T[Name], undefined> } =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    readonly [Name in keyof T]: Exclude<T[Name], undefined>;
  };
