/** Writes lists of buyers for people. Loaded only when somebody exports one. */
import Papa from 'papaparse';
import { fullSummary } from '../../domain/customers/summary';
import { buyerColumns } from '../../domain/order-files/buyer-columns';
import { defuse } from '../../domain/products/csv';
import type { BuyerRow } from '../../domain/records';
import type { BuyerFileFormat, BuyerFileWords } from '../order-files-api';

/** What stands in a cell: a figure stays one, so that it can be added up. */
export type BuyerCell = string | number;

const named = (code: string | undefined, uiLang: string, type: 'language' | 'region'): string => {
  if (code === undefined) return '';
  try {
    return new Intl.DisplayNames([uiLang], { type }).of(code) ?? code;
  } catch {
    // No code the browser knows: it stands for itself.
    return code;
  }
};

/** Turns buyers into rows; names of countries and languages are looked up once. */
export const createBuyerRows = (words: BuyerFileWords): ((buyer: BuyerRow) => readonly BuyerCell[]) => {
  const known = new Map<string, string>();
  const nameOf = (code: string | undefined, type: 'language' | 'region'): string => {
    const key = `${type}:${code}`;
    const name = known.get(key) ?? named(code, words.uiLang, type);
    known.set(key, name);
    return name;
  };
  return (buyer) => {
    const { orders, returns, notes } = fullSummary(buyer.summary);
    return [
      buyer.displayName ?? '',
      words.shopLabel(buyer.shopId),
      nameOf(buyer.country, 'region'),
      nameOf(buyer.lang, 'language'),
      orders,
      returns,
      buyer.tags.join('; '),
      (buyer.segments ?? []).map(words.segmentLabel).join('; '),
      buyer.lastSeen.slice(0, 10),
      notes,
    ];
  };
};

const headingsOf = ({ headings }: BuyerFileWords): readonly string[] => buyerColumns.map((column) => headings[column]);

// What Papa looks for at the beginning of a cell, in their wide forms too; `defuse` has met all of them before.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** A part of a list as CSV, headings first where it is the first; figures stay figures. */
const csvPart = (rows: readonly (readonly BuyerCell[])[]): string =>
  `${Papa.unparse(
    rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? cell : defuse(cell)))),
    { newline: '\r\n', escapeFormulae: FORMULA },
  )}\r\n`;

/** A list of buyers as a file. Text is text in it, whatever it begins with. */
export const buyerFile = async (
  rows: readonly (readonly BuyerCell[])[],
  format: BuyerFileFormat,
  words: BuyerFileWords,
): Promise<Blob> => {
  const all = [headingsOf(words), ...rows];
  if (format === 'csv') {
    // The mark at the start tells Excel that it is UTF-8.
    return new Blob(['\ufeff', csvPart(all)], { type: 'text/csv;charset=utf-8' });
  }
  const { writeSheet } = await import('../../platform/write-xlsx');
  return writeSheet(all);
};
