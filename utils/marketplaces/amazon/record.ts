import type { Candidate } from '../../domain/profiles/profile';
import { namedHosts } from '../../page/deep-query';
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
  /** All lines, one below the other. */
  readonly text: string;
  readonly pairs: readonly Pair[];
  readonly lang: string;
}

/** What buyers wrote, and anything that can be filled in or chosen: never part of a record. */
const ASIDE = `${PERSONAL},.customer-comment,[class*="comment" i],[id^="review-content"],.side-panel,kat-dropdown-button,kat-dropdown,select,input,button`;

/** Components whose words are choices and not facts. */
const QUIET_HOSTS = new Set(['kat-dropdown-button', 'kat-dropdown', 'kat-icon', 'kat-checkbox']);
/** Parts that a browser's own text of an element does not have, or has and should not. */
const CARE = 'kat-link,kat-label,kat-alert,kat-radiobutton';

/** Parts of this kind below an element. */
function oddIn(top: Element): readonly Element[] {
  const odd = [...top.querySelectorAll(CARE)];
  for (const part of top.querySelectorAll(ASIDE)) if ((part.textContent ?? '').trim() !== '') odd.push(part);
  for (const host of namedHosts(top) ?? []) if (host.shadowRoot && !QUIET_HOSTS.has(host.localName)) odd.push(host);
  return odd;
}

/**
 * Rows of one list that cannot be read by the browser's own text: they hold shadow roots, components that keep their words
 * in attributes, or words that are none of ours. Asked once per list, since asking row by row takes most of the time.
 */
function carefulIn(list: Element): ReadonlySet<Element> {
  const rows = new Set<Element>();
  for (const part of oddIn(list)) {
    let at: Element | null = part;
    while (at && at.parentElement !== list) at = at.parentElement;
    if (at) rows.add(at);
  }
  return rows;
}

/** In lists longer than what is read of them, asking the rows that are read takes less time than asking the list. */
const LONG_LIST = 600;

const needsCare = (element: Element): boolean => {
  const list = element.parentElement;
  if (!list || element.shadowRoot) return true;
  return list.childElementCount > LONG_LIST
    ? onceInReading(element, 'is odd', () => oddIn(element).length > 0)
    : onceInReading(list, 'careful rows', () => carefulIn(list)).has(element);
};

/** Reads the words of an element once. */
export function toRecord(element: Element): PageRecord {
  const shown = needsCare(element)
    ? katalText(element, { skip: (part) => part !== element && part.matches(ASIDE) })
    : (element as HTMLElement).innerText.replace(/[^\S\n\t]+/g, ' ');
  const lines = shown
    .split(/[\n\t]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { element, lines, text: lines.join('\n'), pairs: pairsIn(lines), lang: pageLang(element.ownerDocument) };
}

const MAX_PART = 60;

/** The texts of a row's own elements, outside links and buttons: rows of unknown make put several into one line. */
export const partsOf = ({ element }: PageRecord): readonly string[] =>
  [...element.querySelectorAll('*')]
    .filter((part) => part.childElementCount === 0 && !part.closest(`a,${ASIDE}`) && isVisible(part))
    .map((part) => (part.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && text.length <= MAX_PART);

/** A record in which every text of its own stands in a line of its own as well. */
export function withParts(record: PageRecord): PageRecord {
  const parts = partsOf(record).filter((part) => !record.lines.includes(part));
  const pairs = parts.flatMap((part) => (/[:：]/.test(part) ? pairsIn([part]) : []));
  return { ...record, lines: [...record.lines, ...parts], pairs: [...record.pairs, ...pairs] };
}

/** The first visible part of a record that a candidate finds, in its light DOM or, where it has none, in its shadow roots. */
export function partOf({ element }: PageRecord, candidates: readonly Candidate[]): Element | undefined {
  for (const { css } of candidates) for (const part of element.querySelectorAll(css)) if (isVisible(part)) return part;
  if (!needsCare(element)) return undefined;
  const scope = katalScope(element);
  return candidates.map(({ css }) => scope.first(css)).find((part) => part !== undefined);
}

/** The words of a part in one line. */
export const textOf = (part: Element): string => {
  const isLeaf = part.childElementCount === 0 && !part.shadowRoot && !part.localName.includes('-');
  return (isLeaf ? (part.textContent ?? '') : katalText(part)).replace(/\s+/g, ' ').trim();
};

/** What a part says, in one line; empty where it is not there. */
export const sayingOf = (record: PageRecord, candidates: readonly Candidate[]): string => {
  const part = partOf(record, candidates);
  if (!part || part.childElementCount === 0 || needsCare(record.element)) return part ? textOf(part) : '';
  return (part as HTMLElement).innerText.replace(/\s+/g, ' ').trim();
};

/** Headings of the columns of the table a row stands in, if it has as many as the row has cells. */
function headingsOf(row: Element): readonly string[] {
  const body = row.parentElement;
  if (!body) return [];
  return onceInReading(body, 'headings', () => {
    const table = body.closest('table,kat-table,[role="table"],[role="grid"]');
    if (!table) return [];
    const cells = table.querySelectorAll('thead th,thead td,[role="columnheader"],kat-table-head kat-table-cell');
    return [...cells].map((cell) => katalText(cell));
  });
}

/** What stands below the heading of this kind: tables name their values once for all rows. */
function columnValue({ element }: PageRecord, label: RegExp): string | undefined {
  const headings = headingsOf(element);
  const column = headings.findIndex((heading) => isLabelled(heading, label));
  const cell = headings.length === element.childElementCount ? element.children[column] : undefined;
  return (cell && katalText(cell).replace(/\s+/g, ' ')) || undefined;
}

const answers = new WeakMap<RegExp, Map<string, boolean>>();
/** Labels are few and every row has them again. */
const MAX_ANSWERS = 5_000;

/** Whether a label is of a kind; asked once per label and kind, as these patterns hold the words of fifteen languages. */
export function isLabelled(label: string, words: RegExp): boolean {
  if (label.length > 40) return false;
  let known = answers.get(words);
  if (!known || known.size > MAX_ANSWERS) answers.set(words, (known = new Map<string, boolean>()));
  const answer = known.get(label) ?? words.test(label);
  known.set(label, answer);
  return answer;
}

/** The value behind the first label of this kind, or below the heading; undefined where it is missing or empty. */
export const valueOf = (record: PageRecord, label: RegExp): string | undefined =>
  record.pairs.find((pair) => pair.value !== '' && isLabelled(pair.label, label))?.value ?? columnValue(record, label);

/** The day the value of a label names: the last one, since ranges end with it. */
export const dayOf = (record: PageRecord, label: RegExp): string | undefined => {
  const value = valueOf(record, label);
  return value === undefined ? undefined : shownDays(value, record.lang).at(-1);
};

const GLOBAL_ORDER_ID = new RegExp(ORDER_ID, 'g');

/** Every order id a record names, in its text, its links and the labels of its components. */
export function orderIdsIn({ element, text }: PageRecord): ReadonlySet<string> {
  const links = [...element.querySelectorAll('a[href],kat-link')].map(
    (link) => `${link.getAttribute('href') ?? ''} ${link.getAttribute('label') ?? ''}`,
  );
  return new Set(`${text} ${links.join(' ')}`.match(GLOBAL_ORDER_ID) ?? []);
}

/** The product a record is about: its link, or else a label that says ASIN; undefined where it names several. */
export function productIn({ element, text }: PageRecord): string | undefined {
  const linked = [...element.querySelectorAll('[href*="/dp/"],[href*="/gp/product/"]')].flatMap(
    (link) => ASIN.exec(link.getAttribute('href') ?? '')?.[1] ?? [],
  );
  const named = text.match(/(?<![A-Z0-9])B0[A-Z0-9]{8}(?![A-Z0-9])/g) ?? [];
  const all = new Set(linked.length > 0 ? linked : named);
  return all.size === 1 ? [...all][0] : undefined;
}

/** A record of facts without those that are not known. */
export const definedOf = <T extends object>(facts: T): { readonly [Name in keyof T]: Exclude<T[Name], undefined> } =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    readonly [Name in keyof T]: Exclude<T[Name], undefined>;
  };
