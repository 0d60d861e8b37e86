/** What the commands have in common: where they are run, and how they open a file and complain of it. */
import path from 'node:path';
import type { BundleLine } from '../../utils/domain/bundles/bundle';
import type { BundleKey } from '../../utils/platform/bundles/age-file';
import type { OpenedBundle } from '../../utils/platform/bundles/open';
import type { BundleRequest } from './arguments';
import { openFile } from './files';
import { printable, sentenceOfOpen, sentenceOfSystem } from './sentences';

/** Where a command is run. */
export interface Terminal {
  /** File names are about this folder. */
  readonly folder: string;
  readonly passphrase: string | undefined;
  /** The time of day. Units: milliseconds since 1970 UTC. */
  readonly nowMs: number;
  /** One line of the answer. */
  readonly say: (line: string) => void;
  /** One line about a problem. */
  readonly complain: (line: string) => void;
}

/** Exit status: all is well; a problem with a file; used wrongly. */
export type Status = 0 | 1 | 2;

/** What one command gets. */
export interface Work {
  readonly request: BundleRequest;
  readonly key: BundleKey;
  readonly terminal: Terminal;
}

/** The path of a file that was named on the command line. */
export const pathIn = (terminal: Terminal, name: string): string => path.resolve(terminal.folder, name);

/** Opens a file that was named; null once its problem was told. Without `onLine` its rows lie in memory. */
export const openNamed = async (
  { key, terminal }: Work,
  name: string,
  onLine?: (line: BundleLine) => void,
): Promise<OpenedBundle | null> => {
  const options = { nowMs: terminal.nowMs, ...(onLine ? { onLine } : {}) };
  const opened = await openFile(pathIn(terminal, name), key, options);
  if (opened.ok) return opened.value;
  const { error } = opened;
  terminal.complain(`${printable(name)} ${error.kind === 'system' ? sentenceOfSystem(error) : sentenceOfOpen(error)}`);
  return null;
};
