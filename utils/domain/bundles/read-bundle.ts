/**
 * Reads the plain text of a bundle as it comes, in whatever parts: every limit is held while reading, every row is checked
 * as if an enemy had written it. Whether the digest is right is for the caller to say, who can hash.
 */
import { maxDriftMs, parseClock } from '../customers/clock';
import { brandAs, type Instant } from '../ids';
import { err, ok, type Result } from '../result';
import {
  bundleLimits,
  bundleSections,
  type BundleEnd,
  type BundleHeader,
  type BundleLine,
  type BundleProblem,
  type RejectedRow,
  type RowProblem,
} from './bundle';
import { wellFormed } from './canonical-json';
import { formOf, jsonOf, readHeader, type SaidHeader } from './read-header';
import { createLineReader, type ReaderLimits } from './read-lines';
import { beginningOf, isPlainObject } from './row-parts';
import { checkRow, isSection } from './row-schemas';
import { lineId } from './write-bundle';

/** Rejected rows that are told one by one; all of them are counted. */
export const mostRejected = 1_000;
/** Sections no header speaks of, counted by name; they make a bundle unreadable anyway. */
const MOST_SECTIONS = 1_000;
/** Longest section or id in a report. Units: UTF-16 units. */
const LONGEST_TOLD = 200;

/** A bundle whose form is right. Its digest is for the caller to compare. */
export interface ReadBundle {
  readonly header: BundleHeader;
  /** The rows that were taken; empty when `onLine` took them. */
  readonly lines: readonly BundleLine[];
  /** The first rows that were left out. */
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
  /** Rows by section, of sections this version does not know. */
  readonly unknownSections: Readonly<Record<string, number>>;
  readonly end: BundleEnd;
}

/** How a bundle is read. */
export interface ReaderOptions {
  /** The time of day, for clocks that are ahead of it. Units: milliseconds since 1970 UTC. */
  readonly nowMs: number;
  readonly limits?: Partial<ReaderLimits>;
  /** Takes rows as they are read, so that they need not lie in memory; they count only once `finish` says so. */
  readonly onLine?: (line: BundleLine) => void;
  /** Takes exactly the text whose UTF-8 bytes the digest of the end is about, line by line. */
  readonly onText?: (text: string) => void;
}

/** A bundle that is being read. */
export interface BundleReader {
  /** Takes the next part of the text. Errors: the first problem, also of every later call. */
  readonly push: (text: string) => Result<null, BundleProblem>;
  /** Says that the text is over. Errors: as `push`, `truncated`, `changed`, `counts-differ`, `not-a-bundle`. */
  readonly finish: () => Result<ReadBundle, BundleProblem>;
}

/** The latest clock reading anywhere in a row. */
export const latestClock = ({ row }: BundleLine): string => {
  const { hlc, born = hlc, clocks = {} } = row as { hlc: string; born?: string; clocks?: Record<string, string> };
  const marks = 'tagMarks' in row ? Object.values(row.tagMarks ?? {}) : [];
  return [born, ...Object.values(clocks), ...marks.map((mark) => mark.hlc)].reduce((a, b) => (a < b ? b : a), hlc);
};

/** The latest moment a row tells of when that is further ahead of the time of day than clocks may be, else null. */
export const aheadOf = (line: BundleLine, nowMs: number): Instant | null => {
  const latest = parseClock(latestClock(line));
  if (!latest.ok || latest.value.millis - nowMs <= maxDriftMs) return null;
  return brandAs<'Instant'>(new Date(latest.value.millis).toISOString());
};

const told = (text: string): string =>
  text.length <= LONGEST_TOLD ? wellFormed(text) : beginningOf(text, LONGEST_TOLD);

const idIn = (row: unknown): string => {
  if (!isPlainObject(row)) return '';
  const id = [row['key'], row['id']].find((one) => typeof one === 'string');
  return typeof id === 'string' ? told(id) : '';
};

const createRejections = () => {
  const rejected: RejectedRow[] = [];
  let count = 0;
  return {
    rejected,
    count: (): number => count,
    add: (row: RejectedRow): void => {
      count += 1;
      if (rejected.length < mostRejected) rejected.push(row);
    },
  };
};

const countsProblem = (said: SaidHeader['said'], found: ReadonlyMap<string, number>): BundleProblem | null => {
  for (const section of new Set<string>([...bundleSections, ...said.keys(), ...found.keys()])) {
    const [wanted, there] = [said.get(section) ?? 0, found.get(section) ?? 0];
    if (wanted !== there) return { kind: 'counts-differ', section, said: wanted, found: there };
  }
  return null;
};

const unknownIn = (found: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...found].filter(([section]) => !isSection(section)));

/** Reads one bundle; see `BundleReader`. */
export const createBundleReader = ({ nowMs, limits, onLine, onText }: ReaderOptions): BundleReader => {
  const { rows: mostRows, ...textLimits } = { ...bundleLimits, ...limits };
  const lines: BundleLine[] = [];
  const rejections = createRejections();
  const found = new Map<string, number>();
  const seen = new Set<string>();
  let rows = 0;
  let head: SaidHeader | null = null;
  let end: BundleEnd | null = null;
  let failed: BundleProblem | null = null;

  const countIn = (section: string): void => {
    if (found.has(section) || found.size < MOST_SECTIONS) found.set(section, (found.get(section) ?? 0) + 1);
  };

  /** Takes a row, or says why not. */
  const takeRow = (section: string, value: unknown): RowProblem | null => {
    if (!isSection(section)) return { kind: 'unknown-section', section };
    const checked = checkRow(section, value);
    if (!checked.ok) return checked.error;
    const line = { section, row: checked.value } as BundleLine;
    const place = `${section} ${lineId(line)}`;
    if (seen.has(place)) return { kind: 'twice' };
    seen.add(place);
    const at = aheadOf(line, nowMs);
    if (at !== null) return { kind: 'from-the-future', at };
    if (onLine) onLine(line);
    else lines.push(line);
    return null;
  };

  const noteRow = (section: string, row: unknown, line: number): BundleProblem | null => {
    rows += 1;
    if (rows > mostRows) return { kind: 'too-many-rows', limit: mostRows };
    countIn(section);
    const why = takeRow(section, row);
    if (why) rejections.add({ line, section, id: idIn(row), why });
    return null;
  };

  const noteHeader = (text: string): BundleProblem | null => {
    const read = readHeader(text);
    if (!read.ok) return read.error;
    head = read.value;
    return null;
  };

  const noteLine = (text: string, line: number): BundleProblem | null => {
    const json = jsonOf(text);
    if (json === undefined) return { kind: 'not-json', line };
    const form = formOf(json);
    switch (form.kind) {
      case 'row':
        return noteRow(told(form.section), form.row, line);
      case 'end':
        end = form.end;
        return null;
      case 'malformed-end':
        return { kind: 'changed' };
    }
  };

  const take = (text: string, line: number): BundleProblem | null => {
    if (end !== null) return { kind: 'changed' };
    const problem = head === null ? noteHeader(text) : noteLine(text, line);
    if (problem === null && end === null) onText?.(`${text}\n`);
    return problem;
  };

  const reader = createLineReader(textLimits, take);

  const pushed = (text: string): BundleProblem | null => {
    if (end !== null && text !== '') return { kind: 'changed' };
    const problem = reader.push(text);
    // A picture or a cipher has no lines at all.
    if (problem?.kind === 'line-too-long' && head === null) return { kind: 'not-a-bundle' };
    return problem ?? (end !== null && reader.rest() !== '' ? { kind: 'changed' } : null);
  };

  /** The end may lack its line feed; anything else that is cut off is missing something. */
  const atEnd = (): BundleProblem | null => {
    const rest = reader.rest();
    if (head === null) return isBegunHeader(rest) ? { kind: 'truncated', line: 1 } : { kind: 'not-a-bundle' };
    if (end !== null) return null;
    const form = formOf(jsonOf(rest));
    if (form.kind !== 'end') return { kind: 'truncated', line: reader.line() };
    end = form.end;
    return null;
  };

  const finished = (): Result<ReadBundle, BundleProblem> => {
    failed ??= atEnd();
    if (failed === null && head !== null) failed = countsProblem(head.said, found);
    if (failed === null && end?.rows !== rows) failed = { kind: 'changed' };
    if (failed !== null || head === null || end === null) return err(failed ?? { kind: 'not-a-bundle' });
    return ok({
      header: head.header,
      lines,
      rejected: rejections.rejected,
      rejectedCount: rejections.count(),
      unknownSections: unknownIn(found),
      end,
    });
  };

  return {
    push: (text) => {
      failed ??= pushed(text);
      return failed === null ? ok(null) : err(failed);
    },
    finish: finished,
  };
};

/** Whether a text may be the beginning of the first line of a bundle. */
const isBegunHeader = (text: string): boolean => text.startsWith('{"header":');
