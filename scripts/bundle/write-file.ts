/** What the commands that write a file have in common. */
import type { BundleHeader, BundleLine } from '../../utils/domain/bundles/bundle';
import { sealBundle, type BundleLock } from '../../utils/platform/bundles/seal';
import { writeWhole } from './files';
import { printable, sentenceOfSeal, sentenceOfSystem } from './sentences';
import { pathIn, type Work } from './terminal';

/** How many rows there are of each section. */
export const countsOf = (lines: readonly BundleLine[]): BundleHeader['counts'] => {
  const counts: Partial<Record<BundleLine['section'], number>> = {};
  for (const { section } of lines) counts[section] = (counts[section] ?? 0) + 1;
  return counts;
};

/** How the arguments want the output closed; undefined where they say nothing of it. */
export const askedLock = ({ request, key }: Work): BundleLock | undefined => {
  const { recipients, passphraseFile, lock } = request;
  if (recipients.length > 0) return { kind: 'recipients', recipients };
  if (lock === 'none') return { kind: 'plain' };
  return passphraseFile === undefined ? undefined : { kind: 'passphrase', passphrase: key.passphrase ?? '' };
};

/** Writes the output, whole or not at all; false once the problem was told. */
export const writeOutput = async (
  { request, terminal }: Work,
  header: BundleHeader,
  { lines, lock }: { readonly lines: readonly BundleLine[]; readonly lock: BundleLock },
): Promise<boolean> => {
  const output = request.output ?? '';
  const sealed = await sealBundle(header, lines, lock);
  if (!sealed.ok) {
    terminal.complain(`${printable(output)} ${sentenceOfSeal(sealed.error)}`);
    return false;
  }
  const written = await writeWhole(pathIn(terminal, output), sealed.value);
  if (!written.ok) terminal.complain(`${printable(output)} ${sentenceOfSystem(written.error)}`);
  return written.ok;
};
