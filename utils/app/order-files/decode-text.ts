/** Tells which encoding a text file is in. */
import { tableEncodings, type TableEncoding } from '../../domain/order-files/table';

/** A file as text, and how sure that is. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TableEncoding;
  /** The bytes allow no other reading. */
  readonly isSure: boolean;
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const decoded = (bytes: Uint8Array, encoding: TableEncoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Bytes this encoding does not have: it is another one.
    return null;
  }
};

// A few kilobytes of the beginning tell a language.
const SAMPLE = 65_536;

/** How the bytes beyond ASCII stand together, which differs between the encodings before Unicode. */
interface ByteSense {
  /** Share of pairs that are everyday characters in that encoding, from 0 to 1. */
  readonly chinese: number;
  readonly japanese: number;
  /** Bytes beyond ASCII that follow each other, on average: letters with accents stand alone, Cyrillic words do not. */
  readonly run: number;
}

const share = (usual: number, all: number): number => (all === 0 ? 0 : usual / all);

/** Pairs of an encoding in the sample, and how many of them are everyday characters. */
const countPairs = (
  bytes: Uint8Array,
  { isLead, isUsual }: { isLead: (byte: number) => boolean; isUsual: (lead: number, trail: number) => boolean },
): number => {
  let [all, usual] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    all += 1;
    if (!isLead(byte)) continue;
    at += 1;
    if (isUsual(byte, bytes[at] ?? 0)) usual += 1;
  }
  return share(usual, all);
};

const senseOf = (bytes: Uint8Array): ByteSense => {
  let [beyond, runs] = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte < 0x80) return;
    beyond += 1;
    if (at === 0 || (bytes[at - 1] ?? 0) < 0x80) runs += 1;
  });
  return {
    // Punctuation and the 3,755 most used characters of GB 2312.
    chinese: countPairs(bytes, {
      isLead: (byte) => byte > 0x80,
      isUsual: (lead, trail) => trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)),
    }),
    // Punctuation, kana and the most used characters of JIS X 0208.
    japanese: countPairs(bytes, {
      isLead: (byte) => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc),
      isUsual: (lead, trail) => trail >= 0x40 && ((lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x98)),
    }),
    run: share(beyond, runs),
  };
};

const guess = (bytes: Uint8Array): TableEncoding => {
  const { chinese, japanese, run } = senseOf(bytes.subarray(0, SAMPLE));
  if (chinese > 0.7 && chinese >= japanese) return 'gb18030';
  if (japanese > 0.7) return 'shift_jis';
  return run >= 2.5 ? 'windows-1251' : 'windows-1252';
};

/** The text of a file: by its mark, as UTF-8 where that is possible, else by what it looks like or as a person says. */
export function decodeText(bytes: Uint8Array, wanted?: TableEncoding): DecodedText {
  const read = (encoding: TableEncoding, isSure: boolean): DecodedText => ({
    text: new TextDecoder(encoding).decode(bytes),
    encoding,
    isSure,
  });
  if (startsWith(bytes, 0xff, 0xfe)) return read('utf-16le', true);
  if (startsWith(bytes, 0xfe, 0xff)) return read('utf-16be', true);
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return read('utf-8', true);
  if (wanted !== undefined && tableEncodings.includes(wanted)) return read(wanted, false);
  const text = decoded(bytes, 'utf-8');
  return text === null ? read(guess(bytes), false) : { text, encoding: 'utf-8', isSure: true };
}
