/** Cuts the text of a CSV file into lines of cells, a portion at a time. Loaded only when a file is read. */
import Papa from 'papaparse';
import type { CsvLine } from '@/utils/domain/products/csv';
import { countTemplateColumns } from '@/utils/domain/replies/desk/files/columns';
import { nextTurn } from './next-turn';

/** Lines between two looks at the screen; fourteen texts each. */
const PORTION = 200;

/** Lines with broken quotes that are stepped over; each is looked for an end through all that follows. */
export const MOST_BROKEN = 20;

const SEPARATORS = [',', ';', '\t', '|'] as const;

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

/** The separator that makes most headings ours, else most cells; Excel's own `sep=;` line is believed before. */
const separatorOf = (head: string): string => {
  const cut = SEPARATORS.map((separator) => {
    const [cells = []] = Papa.parse<string[]>(head, { delimiter: separator, newline: '\n' }).data;
    return { separator, count: countTemplateColumns(cells) * 1000 + cells.length };
  });
  return cut.reduce((best, one) => (one.count > best.count ? one : best)).separator;
};

/** Units: UTF-16 units of a text between two looks at the screen; a few milliseconds. */
const STRETCH = 2_000_000;

/** A text whose lines all end the same way, made of stretches: at once, the page would stand still over a large file. */
export async function evenBreaks(source: string): Promise<string> {
  const stretches: string[] = [];
  for (let from = 0; from < source.length;) {
    const to = from + STRETCH;
    // Never between the two signs of one break.
    const end = source.charAt(to - 1) === '\r' ? to + 1 : to;
    stretches.push(source.slice(from, end).replace(/\r\n?/g, '\n'));
    from = end;
    await nextTurn();
  }
  return stretches.join('').replace(/^\ufeff/, '');
}

/** A portion of the lines of a file, and how far the file is read, from 0 to 1. */
export interface CutPortion {
  readonly lines: readonly CsvLine[];
  readonly share: number;
}

/**
 * The lines of a CSV file with even breaks that are not empty, in portions. A quotation mark that is never closed would swallow all that follows: its line alone
 * is given up, and reading goes on at the next. Ends before the end of the text when too many lines are like
 * that: where its rows end can't be told.
 */
export function* cutLines(text: string): Generator<CutPortion> {
  const [sep, named] = /^sep=([^\n"])\n/i.exec(text) ?? [];
  // A file whose first line names the separator still counts its lines from there.
  let from = sep?.length ?? 0;
  let line = sep ? 2 : 1;
  const end = text.indexOf('\n', from);
  const delimiter = named ?? separatorOf(text.slice(from, end < 0 ? undefined : end));
  let broken = 0;
  const step = (count: number) => {
    for (let at = 0; at < count; at += 1) from = text.indexOf('\n', from) + 1 || text.length;
    line += count;
  };
  while (from < text.length && broken < MOST_BROKEN) {
    // Without its fast mode, which cuts all that is left at once.
    const { data, errors } = Papa.parse<string[]>(text.slice(from), {
      delimiter,
      newline: '\n',
      preview: PORTION,
      skipEmptyLines: false,
      fastMode: false,
    });
    const wrong = errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row ?? 0);
    const firstWrong = Math.min(...wrong, data.length);
    const lines: CsvLine[] = [];
    for (const cells of data.slice(0, firstWrong)) {
      if (cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells, isBroken: false });
      step(1 + breaksIn(cells));
    }
    const swallowing = data[firstWrong];
    if (swallowing) {
      broken += 1;
      lines.push({ line, cells: swallowing, isBroken: true });
      step(1);
    }
    yield { lines, share: from / text.length };
  }
}
