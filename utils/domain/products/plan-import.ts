import type { ShopId } from '../ids';
import { err, ok, type Result } from '../result';
import { productFields, type ProductCard } from './product-card';
import { putValues } from './put-values';
import { readValue, tidyLine, type ValueProblem } from './read-value';
import { longestId, ownCards, tidyIds, type ProductIds } from './same-product';

/** One row of a file as it was read, nothing checked yet. An empty cell says nothing: what the card has stays. */
export interface ImportRow extends ProductIds {
  /** Line of the file it starts on, counted from 1. */
  readonly line: number;
  readonly title?: string;
  /** Texts by field id. */
  readonly values: Readonly<Record<string, string>>;
}

/** Why a row is not taken; shown as `convert.products.problem.<kind>`. */
export type RowProblem =
  | ValueProblem
  /** The quotation marks of the line do not match. */
  | { readonly kind: 'broken-quotes' }
  /** More cells than headings. */
  | { readonly kind: 'too-many-cells' }
  /** Neither SKU nor product id. */
  | { readonly kind: 'no-id' }
  /** A spreadsheet has turned the id into `1.005E+15`; its last digits are gone. */
  | { readonly kind: 'rounded-id'; readonly field: 'sku' | 'product_id' }
  /** The ids fit several cards. */
  | { readonly kind: 'several-cards' }
  /** Another row of the file says something else of the same product. */
  | { readonly kind: 'repeated'; readonly other: number };

/** One row that is taken, with the card it leads to. */
export interface ImportedRow {
  readonly line: number;
  readonly card: ProductCard;
  /** What is new or different: field ids, `title`, `sku`, `productId`. */
  readonly fields: readonly string[];
}

/** What an import does to the cards of a shop. */
export interface ImportPlan {
  readonly added: readonly ImportedRow[];
  readonly changed: readonly ImportedRow[];
  /** Lines whose cards say all this already. */
  readonly unchanged: readonly number[];
  readonly rejected: readonly { readonly line: number; readonly problem: RowProblem }[];
}

/** Longest title. Units: UTF-16 units; longer ones are cut, they only help to recognise a product. */
export const longestTitle = 200;

/** A title as a card keeps it. */
export const tidyTitle = (title: string): string => {
  const line = tidyLine(title);
  // Never between the two halves of one character.
  return line.length > longestTitle
    ? line
        .slice(0, longestTitle)
        .replace(/[\ud800-\udbff]$/, '')
        .trim()
    : line;
};

const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i;

/** The ids of a row or a form, checked. */
export function readIds(given: ProductIds): Result<ProductIds, RowProblem> {
  const ids = tidyIds({ sku: tidyLine(given.sku ?? ''), productId: tidyLine(given.productId ?? '') });
  if (ids.sku === undefined && ids.productId === undefined) return err({ kind: 'no-id' });
  for (const [key, field] of [
    ['sku', 'sku'],
    ['productId', 'product_id'],
  ] as const) {
    const id = ids[key] ?? '';
    if (id.length > longestId) return err({ kind: 'too-long', field, limit: longestId });
    if (ROUNDED.test(id)) return err({ kind: 'rounded-id', field });
  }
  return ok(ids);
}

const places = new Map(productFields.map(({ id }, index) => [id, index]));

/** Every value of a row or a form in its one spelling; the first problem in the order of the fields. */
export function readValues(
  given: Readonly<Record<string, string>>,
  readOne = readValue,
): Result<Readonly<Record<string, string>>, ValueProblem> {
  const values: Record<string, string> = {};
  const ids = Object.keys(given).sort((a, b) => (places.get(a) ?? 99) - (places.get(b) ?? 99));
  for (const id of ids) {
    const read = readOne(id, given[id] ?? '');
    if (!read.ok) return read;
    values[id] = read.value;
  }
  return ok(values);
}

const onlyFilled = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** What differs between a card and what becomes of it. */
const differences = (before: ProductCard | null, after: ProductCard): readonly string[] => [
  ...(['sku', 'productId', 'title'] as const).filter((key) => (before?.[key] ?? '') !== (after[key] ?? '')),
  ...productFields.map(({ id }) => id).filter((id) => (before?.values[id] ?? '') !== (after.values[id] ?? '')),
];

/** Cards by id, so that a row looks at a few of them and not at twenty thousand. */
const createShelf = (cards: readonly ProductCard[]) => {
  const byId = new Map<string, Set<ProductCard>>();
  const keysOf = ({ sku, productId }: ProductIds): readonly string[] => [
    ...(sku === undefined ? [] : [`sku:${sku}`]),
    ...(productId === undefined ? [] : [`id:${productId}`]),
  ];
  const put = (card: ProductCard): void => {
    for (const key of keysOf(card)) byId.set(key, (byId.get(key) ?? new Set()).add(card));
  };
  const drop = (card: ProductCard): void => {
    for (const key of keysOf(card)) byId.get(key)?.delete(card);
  };
  cards.forEach(put);
  return {
    put,
    drop,
    near: (ids: ProductIds): readonly ProductCard[] => [
      ...new Set(keysOf(ids).flatMap((key) => [...(byId.get(key) ?? [])])),
    ],
  };
};

/** Plans an import row by row, so that a large file can be taken in portions and stopped between them. */
export interface ImportPlanner {
  take(rows: readonly ImportRow[]): void;
  plan(): ImportPlan;
}

/**
 * Compares rows with the cards of one shop. A row belongs to the card that has its ids, never to one of the same title, and
 * a row with a SKU never to the card of the whole listing; rows after the first for one card must say the same.
 */
export function createImportPlanner(options: {
  readonly shopId: ShopId;
  readonly cards: readonly ProductCard[];
  readonly newId: (ids: ProductIds) => string;
}): ImportPlanner {
  const { shopId, cards, newId } = options;
  const shelf = createShelf(cards);
  const linesByCard = new Map<string, number>();
  const added: ImportedRow[] = [];
  const changed: ImportedRow[] = [];
  const unchanged: number[] = [];
  const rejected: { readonly line: number; readonly problem: RowProblem }[] = [];

  // Most rows of a file say the same of many things.
  const known = new Map<string, ReturnType<typeof readValue>>();
  const readOnce: typeof readValue = (id, text) => {
    const key = `${id}:${text}`;
    const read = known.get(key) ?? readValue(id, text);
    known.set(key, read);
    return read;
  };

  const takeRow = (row: ImportRow): RowProblem | null => {
    const ids = readIds(row);
    if (!ids.ok) return ids.error;
    const values = readValues(row.values, readOnce);
    if (!values.ok) return values.error;
    const [before = null, second] = ownCards(ids.value, shelf.near(ids.value));
    if (second) return { kind: 'several-cards' };
    const title = tidyTitle(row.title ?? '') || before?.title || '';
    const base: ProductCard = before ?? { id: newId(ids.value), shopId, title, values: {} };
    const card = putValues({ ...base, ...ids.value, title }, onlyFilled(values.value), 'person');
    const fields = differences(before, card);
    if (before && fields.length === 0) {
      unchanged.push(row.line);
      return null;
    }
    const other = linesByCard.get(card.id);
    if (other !== undefined) return { kind: 'repeated', other };
    if (before) shelf.drop(before);
    shelf.put(card);
    linesByCard.set(card.id, row.line);
    (before ? changed : added).push({ line: row.line, card, fields });
    return null;
  };

  return {
    take: (rows) => {
      for (const row of rows) {
        const problem = takeRow(row);
        if (problem) rejected.push({ line: row.line, problem });
      }
    },
    plan: () => ({ added, changed, unchanged, rejected }),
  };
}
