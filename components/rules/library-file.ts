import {
  LARGEST_LIBRARY,
  readLibraryCells,
  readLibraryJson,
  readLibraryText,
  type LibraryEntry,
  type LibraryProblem,
} from '@/utils/domain/compliance/desk/library';
import { err, type Result } from '@/utils/domain/result';
import { decodeFile } from '../products/read-file';

type Read = Result<readonly LibraryEntry[], LibraryProblem>;

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Reads the text of a library by what it is called, and a text that looks like JSON as such. */
export async function readLibrary(text: string, fileName: string): Promise<Read> {
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase();
  if (ending === 'json') return readLibraryJson(text);
  if (ending === 'csv' || ending === 'tsv') {
    const { default: Papa } = await import('papaparse');
    const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
    return readLibraryCells(data);
  }
  const json = /^\s*[[{]/.test(text) ? readLibraryJson(text) : null;
  return json?.ok ? json : readLibraryText(text);
}

/** Reads a library file the person has chosen. */
export async function readLibraryFile(file: File, uiLang: string): Promise<Read> {
  if (file.size > LARGEST_LIBRARY) return err({ kind: 'too-large', limit: LARGEST_LIBRARY });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Workbooks are ZIP archives, old ones a format of their own.
    if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
      return err({ kind: 'workbook' });
    return await readLibrary(decodeFile(bytes, uiLang), file.name);
  } catch {
    return err({ kind: 'unreadable' });
  }
}
