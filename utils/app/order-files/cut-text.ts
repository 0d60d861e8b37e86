/** Cuts the text of a file into rows of cells. Loaded only when a file is read. */
import Papa from 'papaparse';
import {
  longestCell,
  mostColumns,
  mostTableRows,
  type BrokenRow,
  type TableProblem,
} from '../../domain/order-files/table';
import { err, ok, type Result } from '../../domain/result';
import { breath } from '../breath';

const SEPARATORS = ['\t', ',', ';', '|'] as const;

/** Lines between two looks at the screen. */
const PORTION = 2_000;
/** Lines with broken quotes that are stepped over; each is looked for an end through all that follows. */
const MOST_BROKEN = 20;
/** Lines by which the separator is told. */
const SAMPLE = 20;
// A quotation mark that is never closed is given up here. Units: UTF-16 units.
const WINDOW = 4_000_000;

// A character no text holds.
const NO_QUOTE = '\u0000';

/** One line of a file. */
export interface CutLine {
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken?: BrokenRow;
}

/** The separator that cuts most lines into the same number of cells as the first. */
const separatorOf = (text: string): string => {
  const sample = text
    .split('\n', SAMPLE * 2)
    .join('\n')
    .slice(0, 200_000);
  const scores = SEPARATORS.map((separator) => {
    const rows = Papa.parse<string[]>(sample, { delimiter: separator, newline: '\n', preview: SAMPLE }).data;
    const width = rows[0]?.length ?? 1;
    const alike = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
    return { separator, score: width < 2 ? 0 : width * alike };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).separator;
};

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

const asLine = (line: number, cells: readonly string[]): CutLine =>
  cells.some((cell) => cell.length > longestCell) ? { line, cells: [], broken: 'long-cell' } : { line, cells };

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

interface Cutter {
  readonly text: string;
  readonly delimiter: string;
  from: number;
  line: number;
  broken: number;
  /** Reports with tabs put no quotation marks around cells: one that stands alone belongs to the text. */
  hasQuotes: boolean;
}

/** The next portion of lines; steps over one line whose quotation marks do not match. */
const nextLines = (cutter: Cutter): readonly CutLine[] => {
  const { text, delimiter } = cutter;
  const part = text.slice(cutter.from, cutter.from + WINDOW);
  // Without its fast mode, which cuts all that is left at once.
  const { data, errors } = Papa.parse<string[]>(part, {
    delimiter,
    newline: '\n',
    preview: PORTION,
    fastMode: false,
    ...(cutter.hasQuotes ? {} : { quoteChar: NO_QUOTE, escapeChar: NO_QUOTE }),
  });
  const isLast = cutter.from + WINDOW >= text.length;
  // The last row of a window may be cut off; it begins the next one.
  const whole = isLast || data.length >= PORTION || data.length < 2 ? data : data.slice(0, -1);
  const wrong = errors.flatMap(({ type, row }) => (type === 'Quotes' ? [row ?? 0] : []));
  const firstWrong = Math.min(whole.length, ...wrong.slice(0, 1));
  const lines: CutLine[] = [];
  const step = (count: number): void => {
    for (let at = 0; at < count; at += 1) cutter.from = text.indexOf('\n', cutter.from) + 1 || text.length;
    cutter.line += count;
  };
  for (const cells of whole.slice(0, firstWrong)) {
    if (!isEmpty(cells)) lines.push(asLine(cutter.line, cells));
    step(1 + breaksIn(cells));
  }
  if (firstWrong < whole.length && delimiter === '\t') cutter.hasQuotes = false;
  else if (firstWrong < whole.length) {
    cutter.broken += 1;
    lines.push({ line: cutter.line, cells: [], broken: 'broken-quotes' });
    step(1);
  }
  return lines;
};

/**
 * Cuts a text into lines that are not empty. A quotation mark that is never closed would swallow all that follows: its line
 * alone is given up.
 */
export async function cutText(
  source: string,
  { signal, onShare }: { readonly signal?: AbortSignal; readonly onShare?: (share: number) => void } = {},
): Promise<Result<readonly CutLine[], TableProblem | { readonly kind: 'cancelled' }>> {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [sep, named] = /^sep=([^\n"])\n/i.exec(text) ?? [];
  const start = sep?.length ?? 0;
  const cutter: Cutter = {
    text,
    delimiter: named ?? separatorOf(text.slice(start, start + 400_000)),
    from: start,
    line: sep ? 2 : 1,
    broken: 0,
    hasQuotes: true,
  };
  const lines: CutLine[] = [];
  while (cutter.from < text.length) {
    for (const line of nextLines(cutter)) lines.push(line);
    if (cutter.broken > MOST_BROKEN) return err({ kind: 'broken', limit: MOST_BROKEN });
    if (lines.length > mostTableRows + 1) return err({ kind: 'too-many-rows', limit: mostTableRows });
    if ((lines[0]?.cells.length ?? 0) > mostColumns) return err({ kind: 'too-many-columns', limit: mostColumns });
    onShare?.(cutter.from / text.length);
    await breath();
    if (signal?.aborted) return err({ kind: 'cancelled' });
  }
  return ok(lines);
}
