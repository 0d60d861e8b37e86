/** The command line of bundles: reads arguments and keys, and hands over to one command. */
import { err, ok, type Result } from '../../utils/domain/result';
import type { BundleKey } from '../../utils/platform/bundles/age-file';
import { helpText, readArguments, type BundleRequest } from './arguments';
import { diffFiles } from './diff-files';
import { readText } from './files';
import { inspectFile } from './inspect-file';
import { mergeFiles } from './merge-files';
import { packFile } from './pack-file';
import { printable, sentenceOfSystem } from './sentences';
import { pathIn, type Status, type Terminal, type Work } from './terminal';
import { verifyFiles } from './verify-files';

/** The text of a key file; undefined when none was named. Errors: the exit status, once the problem was told. */
const keyFile = async (name: string | undefined, terminal: Terminal): Promise<Result<string | undefined, Told>> => {
  if (name === undefined) return ok(undefined);
  const text = await readText(pathIn(terminal, name));
  if (text.ok) return text;
  terminal.complain(`${printable(name)} ${sentenceOfSystem(text.error)}`);
  return err({ kind: 'told' });
};

interface Told {
  readonly kind: 'told';
}

const readKey = async (request: BundleRequest, terminal: Terminal): Promise<Result<BundleKey, Told>> => {
  const secret = await keyFile(request.passphraseFile, terminal);
  if (!secret.ok) return secret;
  const identity = await keyFile(request.identityFile, terminal);
  if (!identity.ok) return identity;
  const passphrase = secret.value === undefined ? terminal.passphrase : secret.value.split(/\r?\n/, 1)[0];
  return ok({
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(identity.value === undefined ? {} : { identity: identity.value }),
  });
};

const commands: Readonly<Record<BundleRequest['command'], (work: Work) => Promise<Status>>> = {
  inspect: inspectFile,
  verify: verifyFiles,
  merge: mergeFiles,
  diff: diffFiles,
  pack: packFile,
};

/** Does what the arguments say. Gives the exit status: 0 all is well, 1 a problem with a file, 2 used wrongly. */
export const runBundle = async (args: readonly string[], terminal: Terminal): Promise<Status> => {
  const request = readArguments(args);
  if (!request.ok) {
    terminal.complain(printable(request.error.sentence));
    return 2;
  }
  if (request.value === 'help') {
    terminal.say(helpText);
    return 0;
  }
  const key = await readKey(request.value, terminal);
  return key.ok ? commands[request.value.command]({ request: request.value, key: key.value, terminal }) : 1;
};
