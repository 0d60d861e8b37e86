import { largestFile, type CsvReading, type FileProblem } from '@/utils/domain/products/csv';
import { err, type Result } from '@/utils/domain/result';

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * The text of a file in the encodings spreadsheets write: UTF-8, UTF-16 with its mark, else what Excel takes for the
 * system's own: GB 18030 where Chinese is spoken, Windows-1252 elsewhere.
 */
export function decodeFile(bytes: Uint8Array, uiLang: string): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  const own = uiLang.startsWith('zh') ? 'gb18030' : 'windows-1252';
  return decoded(bytes, 'utf-8') ?? decoded(bytes, own) ?? new TextDecoder('utf-8').decode(bytes);
}

/** Reads a product file the person has chosen; the parser is loaded only now. */
export async function readFile(file: File, uiLang: string): Promise<Result<CsvReading, FileProblem>> {
  if (file.size > largestFile) return err({ kind: 'too-large', limit: largestFile });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Workbooks are ZIP archives, old ones a format of their own.
    if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
      return err({ kind: 'workbook' });
    const { readCsv } = await import('./csv-text');
    return readCsv(decodeFile(bytes, uiLang));
  } catch {
    return err({ kind: 'unreadable' });
  }
}
