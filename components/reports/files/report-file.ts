/** The files a report can be saved as; what writes each is loaded when somebody wants one. */
import { err, ok, type Result } from '@/utils/domain/result';
import type { BlobFile, TextFile } from '../../dashboard/app-context';
import type { DocumentSource, DocumentWords } from './report-document';

/** Kinds of files, the one most people want first. */
export const reportFormats = ['xlsx', 'html', 'csv'] as const;

/** One of the kinds. */
export type ReportFormat = (typeof reportFormats)[number];

/** Words of a file, with the moment it is made at. */
export interface FileWords extends DocumentWords {
  readonly madeOn: string;
}

type Write = (source: DocumentSource, words: FileWords) => Promise<{ readonly text: string } | { readonly blob: Blob }>;

const writers: Readonly<Record<ReportFormat, Write>> = {
  xlsx: async (source, words) => {
    const [{ reportDocument }, { reportWorkbook }] = await Promise.all([
      import('./report-document'),
      import('./workbook'),
    ]);
    return { blob: reportWorkbook(reportDocument(source, words), words.t) };
  },
  html: async (source, words) => {
    const [{ sharedDocument }, { reportPage }] = await Promise.all([import('./report-document'), import('./page')]);
    return { text: reportPage(sharedDocument(source, words), words) };
  },
  csv: async (source, words) => {
    const [{ reportDocument }, { csvRows }, { writeFindings }] = await Promise.all([
      import('./report-document'),
      import('./csv-rows'),
      import('../../rules/findings-csv'),
    ]);
    return { text: writeFindings(csvRows(reportDocument(source, words), words.t)) };
  },
};

const MEDIA: Readonly<Record<ReportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
  csv: 'text/csv',
};

/**
 * A report as a file of one kind.
 *
 * Errors: `not-loaded` when the build was replaced under an open page and has no writer any more.
 */
export const reportFile = async (
  { format, ...source }: DocumentSource & { readonly format: ReportFormat },
  words: FileWords,
): Promise<Result<TextFile | BlobFile, { readonly kind: 'not-loaded' }>> => {
  const { from, to } = source.report.range;
  const name = `parley-report-${from}-${to}.${format}`;
  try {
    const written = await writers[format](source, words);
    return ok('blob' in written ? { name, ...written } : { name, ...written, type: MEDIA[format] });
  } catch {
    return err({ kind: 'not-loaded' });
  }
};
