import type { BundleHeader, BundleLine } from '../../domain/bundles/bundle';
import { endLine, headerLine, rowLine } from '../../domain/bundles/write-bundle';
import { createParts } from '../../platform/bundles/text-hash';
import type { ExportLook } from '../bundles-api';

/** Notes that are looked at together. */
const NOTES = 200;
/** A digest has this many figures, whatever it is of. */
const anyDigest = '0'.repeat(64);

/** Looks at notes by the rules of the desk. */
export type ReviewNotes = (texts: readonly string[]) => Promise<{ readonly flagged: number }>;

/** What was seen of the rows of a file. */
export type Seen = Pick<ExportLook, 'bytes' | 'names' | 'notes' | 'flagged'> & {
  readonly counts: Readonly<Record<string, number>>;
};

const createBytes = () => {
  const encoder = new TextEncoder();
  const parts = createParts();
  let bytes = 0;
  const count = (part: string): void => void (bytes += encoder.encode(part).length);
  return {
    add: (text: string): void => {
      const part = parts.add(text);
      if (part !== null) count(part);
    },
    total: (): number => {
      count(parts.rest());
      return bytes;
    },
  };
};

/** Looks at every row of a file as it would be written, and at what its notes say; ends early when it is given up. */
export const lookAt = async (
  lines: AsyncIterable<BundleLine>,
  how: {
    /** As it would be but for its counts. */
    readonly header: BundleHeader;
    readonly reviewNotes: ReviewNotes;
    readonly signal: AbortSignal | undefined;
  },
): Promise<Seen> => {
  const counts: Record<string, number> = {};
  const bytes = createBytes();
  let [rows, names, notes, flagged] = [0, 0, 0, 0];
  let texts: string[] = [];
  const review = async (): Promise<void> => {
    if (texts.length > 0) flagged += (await how.reviewNotes(texts)).flagged;
    texts = [];
  };
  for await (const line of lines) {
    if (how.signal?.aborted === true) break;
    rows += 1;
    counts[line.section] = (counts[line.section] ?? 0) + 1;
    bytes.add(rowLine(line));
    if (line.row.deleted === 1) continue;
    if (line.section === 'buyers' && line.row.displayName?.trim()) names += 1;
    if (line.section !== 'notes') continue;
    notes += 1;
    texts.push(line.row.text);
    if (texts.length >= NOTES) await review();
  }
  if (how.signal?.aborted !== true) await review();
  bytes.add(headerLine({ ...how.header, counts }));
  bytes.add(endLine({ rows, sha256: anyDigest }));
  return { counts, bytes: bytes.total(), names, notes, flagged };
};
