import Papa from 'papaparse';
import type { CsvLine } from '@/utils/domain/products/csv';
import { createTemplateReader } from '@/utils/domain/replies/desk/files/read-csv';
import type { RejectedRow, TemplateReading } from '@/utils/domain/replies/desk/files/template-rows';
import { knownVariables } from '@/utils/domain/replies/desk/variables';
import { shippedTemplates } from '../../catalogue';

const shipped = shippedTemplates();
/** What a desk with nothing of its own knows. */
export const desk = { known: knownVariables(shipped), intents: [...new Set(shipped.map(({ intent }) => intent))] };

/** The lines of a CSV text, each numbered by its row. */
export const cut = (text: string): readonly CsvLine[] =>
  Papa.parse<string[]>(text.replace(/^\ufeff/, '').replace(/\r\n/g, '\n'), { delimiter: ',', newline: '\n' }).data.map(
    (cells, at) => ({ line: at + 1, cells, isBroken: false }),
  );

/** Reads lines in portions. */
export const readLines = (lines: readonly CsvLine[], portion = 1_000) => {
  const reader = createTemplateReader(desk);
  for (let at = 0; at < lines.length; at += portion) reader.take(lines.slice(at, at + portion));
  return reader.result();
};

/** Reads rows of cells, which have to be a file. */
export const readRows = (...rows: readonly (readonly string[])[]): TemplateReading => {
  const read = readLines(rows.map((cells, at) => ({ line: at + 1, cells, isBroken: false })));
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};

/** Line and kind of what is rejected. */
export const kindsOf = (rejected: readonly RejectedRow[]): readonly (readonly [number, string])[] =>
  rejected.map(({ line, problem }) => [line, problem.kind]);
