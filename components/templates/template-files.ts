import type { ListedTemplate } from '@/utils/app/templates-api';
import intents from '@/utils/catalog/replies/intents.json';
import {
  largestTemplateFile,
  type PortionReader,
  type TemplateFileProblem,
  type TemplateReading,
} from '@/utils/domain/replies/desk/files/template-rows';
import { knownVariables } from '@/utils/domain/replies/desk/variables';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { err, ok, type Result } from '@/utils/domain/result';
import { decodeFile } from '../products/read-file';
import { createComparison, type Comparison } from './compare-import';
import { nextTurn } from './next-turn';

/** Why a file is not read; shown as `templates.file.<kind>`. */
export type FileProblem =
  | TemplateFileProblem
  | { readonly kind: 'too-large'; readonly limit: number }
  /** The quotation marks of more lines than this do not match: where its rows end can't be told. */
  | { readonly kind: 'broken'; readonly limit: number }
  /** A workbook (.xlsx) and no text. */
  | { readonly kind: 'workbook' }
  /** The browser could not read it: moved, or no right to it. */
  | { readonly kind: 'unreadable' };

/** The kinds of files replies come from and go to. */
export type FileFormat = 'csv' | 'json';

/** What is in a file, beside what the desk has. */
export type FileReading = Comparison & Pick<TemplateReading, 'rejected' | 'ignored'>;

/** What a file is read with. */
export interface ReadingContext {
  readonly known: readonly ListedTemplate[];
  readonly uiLang: string;
  readonly signal: AbortSignal;
  /** Hears how much of the file is read, from 0 to 1. */
  readonly onShare: (share: number) => void;
}

// A frame at 60 Hz has 16 ms; what is left of it draws the progress and hears a cancel.
const SLICE_MS = 10;

/** Rows or replies between two looks at the clock: fourteen texts each, a few milliseconds together. */
const STEP = 5;

/** Works through a list a few at a time and lets the page breathe; answers false once the signal has aborted. */
async function inSlices<T>(
  list: readonly T[],
  signal: AbortSignal,
  work: (part: readonly T[], done: number) => void,
): Promise<boolean> {
  let since = performance.now();
  for (let at = 0; at < list.length; at += STEP) {
    const part = list.slice(at, at + STEP);
    work(part, at + part.length);
    if (performance.now() - since < SLICE_MS) continue;
    await nextTurn();
    if (signal.aborted) return false;
    since = performance.now();
  }
  return !signal.aborted;
}

const intentIds = intents.map(({ id }) => id);

type Read = Result<TemplateReading, FileProblem> | null;

async function readCsvText(text: string, { known, signal, onShare }: ReadingContext): Promise<Read> {
  const [{ createTemplateReader }, { cutLines, evenBreaks, MOST_BROKEN }] = await Promise.all([
    import('@/utils/domain/replies/desk/files/read-csv'),
    import('./cut-lines'),
  ]);
  const variables = knownVariables(known.map(({ template }) => template));
  const reader = createTemplateReader({ known: variables, intents: intentIds });
  let read = 1;
  for (const { lines, share } of cutLines(await evenBreaks(text))) {
    read = share;
    let problem: TemplateFileProblem | null = null;
    const isWhole = await inSlices(lines, signal, (part) => (problem ??= reader.take(part)));
    if (!isWhole) return null;
    if (problem) return err(problem);
    onShare(share);
    await nextTurn();
  }
  if (signal.aborted) return null;
  return read < 1 ? err({ kind: 'broken', limit: MOST_BROKEN }) : reader.result();
}

async function readJsonText(text: string, { signal, onShare }: ReadingContext): Promise<Read> {
  const { createEntryReader, openTemplatesJson } = await import('@/utils/domain/replies/desk/files/json');
  const entries = openTemplatesJson(text);
  if (!entries.ok) return entries;
  await nextTurn();
  const reader: PortionReader<unknown, TemplateFileProblem> = createEntryReader({ intents: intentIds });
  const isWhole = await inSlices(entries.value, signal, (part, done) => {
    reader.take(part);
    if (done % 100 < STEP) onShare(done / entries.value.length);
  });
  return isWhole ? reader.result() : null;
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The text of a file the person has chosen. */
async function textOf(file: File, uiLang: string): Promise<Result<string, FileProblem>> {
  if (file.size > largestTemplateFile) return err({ kind: 'too-large', limit: largestTemplateFile });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Workbooks are ZIP archives, old ones a format of their own.
    if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
      return err({ kind: 'workbook' });
    return ok(decodeFile(bytes, uiLang));
  } catch {
    return err({ kind: 'unreadable' });
  }
}

/**
 * Reads a file of replies and compares it with those of the desk, a few at a time; null once the signal has aborted.
 *
 * Errors: why nothing of the file is read.
 */
export async function readTemplateFile(
  file: File,
  context: ReadingContext,
): Promise<Result<FileReading, FileProblem> | null> {
  const text = await textOf(file, context.uiLang);
  if (context.signal.aborted) return null;
  if (!text.ok) return text;
  await nextTurn();
  const isJson = /\.json$/i.test(file.name) || /^\ufeff?\s*[[{]/.test(text.value);
  const read = await (isJson ? readJsonText : readCsvText)(text.value, context);
  if (!read?.ok) return read;
  const { templates, rejected, ignored } = read.value;
  const comparison = createComparison(context.known);
  const isWhole = await inSlices(templates, context.signal, (part) => comparison.take(part));
  return isWhole ? ok({ ...comparison.result(), rejected, ignored }) : null;
}

/** Replies whose text is made before the page is looked at again. */
const WRITTEN = 100;

/** The text of a file of replies, made a few at a time. */
export async function writeTemplateFile(templates: readonly ReplyTemplate[], format: FileFormat): Promise<string> {
  const parts: string[] = [];
  if (format === 'json') {
    const { templatesToJson } = await import('@/utils/domain/replies/desk/files/json');
    // The file of no replies is what stands around the list.
    const [head = '', tail = ''] = templatesToJson([]).split('[]');
    for (let at = 0; at < templates.length; at += WRITTEN) {
      parts.push(
        templates
          .slice(at, at + WRITTEN)
          .map((one) => JSON.stringify(one, null, 1))
          .join(',\n'),
      );
      await nextTurn();
    }
    return `${head}[${parts.join(',\n')}]${tail}`;
  }
  const { langsOf, templatesToCsv } = await import('@/utils/domain/replies/desk/files/write-csv');
  const langs = langsOf(templates);
  for (let at = 0; at < templates.length; at += WRITTEN) {
    const text = templatesToCsv(templates.slice(at, at + WRITTEN), langs);
    // Headings, and the mark before them, stand once.
    parts.push(at === 0 ? text : text.slice(text.indexOf('\r\n') + 2));
    await nextTurn();
  }
  return parts.join('');
}
