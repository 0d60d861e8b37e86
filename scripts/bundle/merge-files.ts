import { bundleVersion, type BundleHeader, type BundleLine, type Redaction } from '../../utils/domain/bundles/bundle';
import { mergeLines } from '../../utils/domain/bundles/merge-bundles';
import { err, ok, type Result } from '../../utils/domain/result';
import type { OpenedBundle } from '../../utils/platform/bundles/open';
import type { BundleLock } from '../../utils/platform/bundles/seal';
import type { UsageProblem } from './arguments';
import { figure, printable, rowsOf } from './sentences';
import { openNamed, type Status, type Work } from './terminal';
import { askedLock, countsOf, writeOutput } from './write-file';

/** From what tells most to what tells least. */
const REDACTIONS: readonly Redaction[] = ['full', 'no-names', 'statistics'];

/** What all say, or nothing where they differ. */
const common = (values: readonly string[]): string => (new Set(values).size === 1 ? (values[0] ?? '') : '');

/** The header of a merged file: the same for any order of the files, and it promises no more than the least of them. */
export const mergedHeader = (headers: readonly BundleHeader[], lines: readonly BundleLine[]): BundleHeader => {
  const moments = headers.map(({ createdAt }) => createdAt).sort();
  return {
    format: 'parley-bundle',
    ...bundleVersion,
    schema: Math.max(...headers.map(({ schema }) => schema)),
    origin: common(headers.map(({ origin }) => origin)),
    authorId: common(headers.map(({ authorId }) => authorId)),
    createdAt: moments[moments.length - 1]!,
    // What one file still tells is told by the merged one.
    redaction: REDACTIONS.find((redaction) => headers.some((header) => header.redaction === redaction)) ?? 'full',
    counts: countsOf(lines),
  };
};

/** How the output is closed; what came encrypted does not get out open unless somebody says so. */
const lockFor = (work: Work, bundles: readonly Named[]): Result<BundleLock, UsageProblem> => {
  const asked = askedLock(work);
  if (asked) return ok(asked);
  const locked = bundles.find(({ bundle }) => bundle.lockedBy !== 'nothing');
  if (!locked) return ok({ kind: 'plain' });
  const sentence = `${printable(locked.name)} is encrypted and the output would not be; give --recipient or --passphrase-file, or --plain to leave it open.`;
  return err({ kind: 'usage', sentence });
};

interface Named {
  readonly name: string;
  readonly bundle: OpenedBundle;
}

/** All files, or null when one of them has a problem; every problem is told. */
const openAll = async (work: Work): Promise<readonly Named[] | null> => {
  const bundles: Named[] = [];
  for (const name of work.request.files) {
    const bundle = await openNamed(work, name);
    if (bundle) bundles.push({ name, bundle });
  }
  return bundles.length === work.request.files.length ? bundles : null;
};

const warnOfRejected = ({ terminal }: Work, bundles: readonly Named[]): void => {
  for (const { name, bundle } of bundles) {
    if (bundle.rejectedCount > 0)
      terminal.complain(
        `${printable(name)} has ${rowsOf(bundle.rejectedCount)} that cannot be read and ${bundle.rejectedCount === 1 ? 'is' : 'are'} not in the output; inspect lists them.`,
      );
  }
};

const write = async (work: Work, bundles: readonly Named[], lock: BundleLock): Promise<Status> => {
  const { request, terminal } = work;
  const lines = mergeLines(bundles.map(({ bundle }) => bundle.lines));
  const header = mergedHeader(
    bundles.map(({ bundle }) => bundle.header),
    lines,
  );
  if (!(await writeOutput(work, header, { lines, lock }))) return 1;
  terminal.say(
    `${printable(request.output ?? '')} holds ${rowsOf(lines.length)} of ${bundles.length === 1 ? 'one file' : `${figure(bundles.length)} files`}.`,
  );
  return 0;
};

/** `merge`: writes one file with what all of them say. Nothing is written when one of them has a problem. */
export const mergeFiles = async (work: Work): Promise<Status> => {
  const bundles = await openAll(work);
  if (!bundles) return 1;
  const lock = lockFor(work, bundles);
  if (!lock.ok) {
    work.terminal.complain(lock.error.sentence);
    return 2;
  }
  warnOfRejected(work, bundles);
  return write(work, bundles, lock.value);
};
