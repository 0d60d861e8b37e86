import type { BundleProblem } from './bundle';

/** How much one reader takes in. Units: bytes of plain text; UTF-16 units; rows. */
export interface ReaderLimits {
  readonly bytes: number;
  readonly line: number;
  readonly rows: number;
}

/** Takes the text of a file in parts and hands on whole lines. */
export interface LineReader {
  /** Hands on every line that ends in this part; the first problem, of a limit or of whoever takes the lines. */
  readonly push: (text: string) => BundleProblem | null;
  /** What stands after the last line feed. */
  readonly rest: () => string;
  /** Number of the line that is not ended yet, from 1. */
  readonly line: () => number;
}

/** Bytes of a text as UTF-8; half a character counts half of four bytes, so that parts may be cut between halves. */
const utf8Length = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
};

/**
 * Splits text into lines, however it is cut into parts. Limits are checked before a line is put together: a hostile file
 * never fills memory with more than one line.
 *
 * Errors: `too-large`, `line-too-long`, and what `take` answers.
 */
export const createLineReader = (
  limits: Pick<ReaderLimits, 'bytes' | 'line'>,
  take: (text: string, line: number) => BundleProblem | null,
): LineReader => {
  let bytes = 0;
  let line = 1;
  // Parts of the line that is not ended yet: putting them together anew for each would take time by the square.
  let parts: string[] = [];
  let held = 0;

  const hold = (part: string): BundleProblem | null => {
    held += part.length;
    if (held > limits.line) return { kind: 'line-too-long', line, limit: limits.line };
    if (part !== '') parts.push(part);
    return null;
  };
  const endOfLine = (): BundleProblem | null => {
    const whole = parts.join('');
    parts = [];
    held = 0;
    line += 1;
    return take(whole, line - 1);
  };

  return {
    push: (text) => {
      bytes += utf8Length(text);
      if (bytes > limits.bytes) return { kind: 'too-large', limit: limits.bytes };
      let from = 0;
      for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', from)) {
        const problem = hold(text.slice(from, feed)) ?? endOfLine();
        if (problem) return problem;
        from = feed + 1;
      }
      return hold(text.slice(from));
    },
    rest: () => parts.join(''),
    line: () => line,
  };
};
