import type { Lang } from '../../../ids';
import { undefuse, type CsvLine } from '../../../products/csv';
import type { Headings, TemplateColumn } from './columns';
import type { TemplateRowProblem } from './template-rows';

/** One row of a file. */
export interface TemplateFileRow {
  readonly line: number;
  /** What stands in a column, without blanks around it; empty when the file has no such column. */
  cell(column: TemplateColumn): string;
  /** The words by language, as they stand there; languages without are missing. */
  readonly texts: readonly (readonly [Lang, string])[];
}

/** A problem and the line it stands in. */
export interface LocatedProblem {
  readonly line: number;
  readonly problem: TemplateRowProblem;
}

/** A row out of the cells of a line. */
export const rowOf = ({ line, cells }: CsvLine, { at, langs }: Headings): TemplateFileRow => ({
  line,
  cell: (column) => {
    const index = at[column];
    return index === undefined ? '' : undefuse((cells[index] ?? '').trim());
  },
  texts: langs.flatMap(({ lang, at: index }) => {
    const text = undefuse(cells[index] ?? '');
    return text.trim() === '' ? [] : [[lang, text] as const];
  }),
});

const LONGEST_SHOWN = 40;

/** Reads cells that have words of their own and gathers those it does not know. */
export interface RowReading {
  readonly problems: readonly LocatedProblem[];
  fail(line: number, problem: TemplateRowProblem): void;
  /** What the word of a cell means; undefined for an empty cell, and for an unknown word, which becomes a problem. */
  word<T>(row: TemplateFileRow, column: TemplateColumn, words: Readonly<Record<string, T>>): T | undefined;
  /** The cell as a list of words, all known. */
  words<T>(
    row: TemplateFileRow,
    column: TemplateColumn,
    list: readonly string[],
    words: Readonly<Record<string, T>>,
  ): readonly T[];
}

/** Starts reading the rows of one template. */
export function createRowReading(): RowReading {
  const problems: LocatedProblem[] = [];
  const meaning = <T>(line: number, column: TemplateColumn, value: string, words: Readonly<Record<string, T>>): T[] => {
    const word = value.normalize('NFKC').toLowerCase();
    if (Object.hasOwn(words, word)) return [words[word] as T];
    problems.push({ line, problem: { kind: 'unknown-value', column, value: value.slice(0, LONGEST_SHOWN) } });
    return [];
  };
  return {
    problems,
    fail: (line, problem) => void problems.push({ line, problem }),
    word: (row, column, words) => {
      const value = row.cell(column);
      return value === '' ? undefined : meaning(row.line, column, value, words)[0];
    },
    words: (row, column, list, words) => list.flatMap((value) => meaning(row.line, column, value, words)),
  };
}
