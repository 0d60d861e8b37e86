import type { CsvLine } from '../../../products/csv';
import { err, ok } from '../../../result';
import type { ReplyTemplate } from '../../template';
import { checkTemplate } from '../check-template';
import { isBlocking } from '../template-problem';
import type { KnownVariable } from '../variables';
import { readHeadings, type Headings } from './columns';
import { createRowReading, rowOf, type LocatedProblem, type TemplateFileRow } from './file-row';
import { idOf, readTemplateOf, type ReadAgainst } from './read-template';
import { readSentences, splitTexts } from './sentences';
import {
  LISTED_PROBLEMS,
  mostTemplateRows,
  type PortionReader,
  type RejectedRow,
  type TemplateFileProblem,
} from './template-rows';

/** What the desk knows already. */
export interface TemplateReaderOptions {
  /** Variables with their types: what a file asks for is declared with these. */
  readonly known: readonly KnownVariable[];
  readonly intents: readonly string[];
}

/** The rows of one template while they come in. */
interface Group {
  readonly id: string;
  readonly rows: TemplateFileRow[];
  readonly problems: LocatedProblem[];
}

/** Whether a row goes on with a template: it has the same id, or none and no other title. */
const isMoreOf = ({ id, rows: [first] }: Group, row: TemplateFileRow, own: string): boolean => {
  if (own === id || own === '') return true;
  return row.cell('id') === '' && row.cell('title') === first?.cell('title');
};

/** The problem of a template in the line of the sentence it is about. */
const inLine =
  (rows: readonly TemplateFileRow[], lines: ReadonlyMap<string, number>) =>
  (problem: ReturnType<typeof checkTemplate>[number]): LocatedProblem => ({
    line: ('block' in problem ? lines.get(problem.block) : undefined) ?? rows[0]?.line ?? 0,
    problem,
  });

/** Reads one template; its problems when it can't be used. */
function readGroup(
  { id, rows, problems }: Group,
  hasSentences: boolean,
  against: ReadAgainst,
): { readonly template: ReplyTemplate } | { readonly problems: readonly LocatedProblem[] } {
  const [first] = rows;
  if (id === '' && first !== undefined) return { problems: [{ line: first.line, problem: { kind: 'no-title' } }] };
  if (problems.length > 0 || first === undefined) return { problems };
  const reading = createRowReading();
  const sentences = hasSentences ? readSentences(rows, reading) : splitTexts(first, reading);
  const template = readTemplateOf([first, sentences], reading, against);
  if (reading.problems.length > 0) return { problems: reading.problems };
  const found = checkTemplate(template).filter(isBlocking);
  return found.length > 0 ? { problems: found.map(inLine(rows, sentences.lines)) } : { template };
}

/**
 * Reads a CSV file of templates, cut into lines of cells: the first line that is not empty names the columns. With a column
 * `sentence` the rows of one id that follow each other, or have no id, are one template; without it every row is one.
 */
export function createTemplateReader(options: TemplateReaderOptions): PortionReader<CsvLine, TemplateFileProblem> {
  const against: ReadAgainst = {
    known: new Map(options.known.map((one) => [one.name, one])),
    intents: new Set(options.intents),
  };
  const templates: ReplyTemplate[] = [];
  const rejected: RejectedRow[] = [];
  const lineById = new Map<string, number>();
  let headings: Headings | null = null;
  let problem: TemplateFileProblem | null = null;
  let group: Group | null = null;
  let count = 0;

  const hasSentences = (): boolean => headings?.at.sentence !== undefined;

  const close = (ended: Group | null): void => {
    if (ended === null) return;
    const read = readGroup(ended, hasSentences(), against);
    if ('template' in read) return void templates.push(read.template);
    for (const one of read.problems.slice(0, LISTED_PROBLEMS))
      rejected.push({ ...one, ...(ended.id === '' ? {} : { id: ended.id }) });
  };

  /** The group a row belongs to, which ends the one before where it is another. */
  const groupOf = (row: TemplateFileRow): Group => {
    const id = idOf(row);
    if (group !== null && hasSentences() && isMoreOf(group, row, id)) return group;
    close(group);
    const fresh: Group = { id, rows: [], problems: [] };
    const other = id === '' ? undefined : lineById.get(id);
    if (other === undefined) lineById.set(id, row.line);
    else fresh.problems.push({ line: row.line, problem: { kind: 'repeated', other } });
    group = fresh;
    return fresh;
  };

  const takeRow = (line: CsvLine, { count: width }: Headings): void => {
    const row = rowOf(line, headings!);
    const own = groupOf(row);
    const isTooWide = line.cells.slice(width).some((cell) => cell.trim() !== '');
    own.rows.push(row);
    // A template without one of its sentences would say something else: the whole of it stays out.
    if (line.isBroken) own.problems.push({ line: line.line, problem: { kind: 'broken-quotes' } });
    else if (isTooWide) own.problems.push({ line: line.line, problem: { kind: 'too-many-cells' } });
  };

  return {
    take(lines) {
      for (const line of lines) {
        if (problem !== null) break;
        if (line.cells.every((cell) => cell.trim() === '')) continue;
        if (headings === null) {
          const read = readHeadings(line.cells);
          if (read.ok) headings = read.value;
          else problem = read.error;
          continue;
        }
        count += 1;
        if (count > mostTemplateRows) problem = { kind: 'too-many-rows', limit: mostTemplateRows };
        else takeRow(line, headings);
      }
      return problem;
    },
    result() {
      close(group);
      group = null;
      if (count === 0) problem ??= { kind: 'empty' };
      return problem === null ? ok({ templates, rejected, ignored: headings?.ignored ?? [] }) : err(problem);
    },
  };
}
