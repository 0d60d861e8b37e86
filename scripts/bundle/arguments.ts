import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../utils/domain/result';

/** What the command line asks for. */
export interface BundleRequest {
  readonly command: 'inspect' | 'verify' | 'merge' | 'diff' | 'pack';
  readonly files: readonly string[];
  readonly passphraseFile?: string;
  readonly identityFile?: string;
  /** Only of `merge` and `pack`. */
  readonly output?: string;
  readonly recipients: readonly string[];
  readonly lock: 'as-asked' | 'none';
  /** Only of `diff`: whether texts are shown as they are. */
  readonly texts: 'hidden' | 'shown';
}

/** The command was used wrongly: a sentence that says how and what to do. */
export interface UsageProblem {
  readonly kind: 'usage';
  readonly sentence: string;
}

/** What `--help` prints. */
export const helpText = `Looks into files of records (.parley) and merges them.

  npm run bundle -- inspect FILE              what it holds: header, rows by section, rows that were left out
  npm run bundle -- verify FILE...            whether every file is whole and every row can be read
  npm run bundle -- merge FILE... -o OUT      one file with what all of them say, the same for any order
  npm run bundle -- diff A B                  what B says other than A, row by row
  npm run bundle -- pack COPY.json -o OUT     a bundle of what "Save everything" in the settings has saved

Keys
  --passphrase-file FILE   the first line is the passphrase; or set PARLEY_PASSPHRASE
  --identity-file FILE     age identities (AGE-SECRET-KEY-1...), one a line

Output of merge and pack
  --recipient age1...      encrypts it to this key; may be given several times
  --passphrase-file FILE   encrypts it with this passphrase, unless there are recipients
  --plain                  leaves it open, although a file that goes into it is encrypted

diff
  --texts                  shows names and texts; without it only how long they are

Exit status: 0 all is well, 1 something is wrong with a file, 2 the command was used wrongly.`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  output: { type: 'string', short: 'o' },
  'passphrase-file': { type: 'string' },
  'identity-file': { type: 'string' },
  recipient: { type: 'string', multiple: true },
  plain: { type: 'boolean', default: false },
  texts: { type: 'boolean', default: false },
} as const;

const COMMANDS = ['inspect', 'verify', 'merge', 'diff', 'pack'] as const;
type Command = (typeof COMMANDS)[number];

/** Fewest and most files of each command. */
const FILES: Readonly<Record<Command, readonly [number, number]>> = {
  inspect: [1, 1],
  verify: [1, Infinity],
  merge: [1, Infinity],
  diff: [2, 2],
  pack: [1, 1],
};
const WANTED: Readonly<Record<Command, string>> = {
  inspect: 'one file',
  verify: 'at least one file',
  merge: 'at least one file',
  diff: 'two files',
  pack: 'one file',
};

const wrong = (sentence: string): Result<never, UsageProblem> => err({ kind: 'usage', sentence });

const parsed = (args: readonly string[]) => {
  try {
    return ok(parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  } catch (error) {
    // The first sentence of Node names the option; the others speak of its own ways.
    const [first = 'an option is not known'] = (error as Error).message.split(/\. |\n/);
    return wrong(`${first.replace(/\.$/, '')}; --help lists the options.`);
  }
};

const isCommand = (word: string): word is Command => COMMANDS.some((command) => command === word);

const isWriting = (command: Command): boolean => command === 'merge' || command === 'pack';

/** An option given to a command that has no use for it: it would be believed to have done something. */
const misplaced = (command: Command, values: Values): string | null => {
  if (!isWriting(command)) {
    if (values.output !== undefined) return '--output';
    if (values.recipient) return '--recipient';
    if (values.plain) return '--plain';
  }
  return command !== 'diff' && values.texts ? '--texts' : null;
};

interface Values {
  readonly output?: string | undefined;
  readonly recipient?: readonly string[] | undefined;
  readonly plain: boolean;
  readonly texts: boolean;
}

/**
 * Reads the arguments after the name of the program.
 *
 * Errors: `usage`.
 */
export const readArguments = (args: readonly string[]): Result<BundleRequest | 'help', UsageProblem> => {
  const read = parsed(args);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [command = '', ...files] = positionals;
  if (values.help) return ok('help');
  if (!isCommand(command))
    return wrong(
      command === ''
        ? `Say what to do: ${COMMANDS.join(', ')}; --help tells more.`
        : `There is no command "${command}"; there are ${COMMANDS.join(', ')}.`,
    );
  const [fewest, most] = FILES[command];
  if (files.length < fewest || files.length > most)
    return wrong(`${command} takes ${WANTED[command]}, not ${files.length}; --help shows how.`);
  const odd = misplaced(command, values);
  if (odd !== null) return wrong(`${command} has no use for ${odd}; --help shows which options it takes.`);
  if (isWriting(command) && !values.output) return wrong(`${command} writes a file; name it with -o OUT.`);
  if (values.plain && values.recipient)
    return wrong('--plain leaves the output open and --recipient encrypts it; give one of the two.');
  return ok({
    command,
    files,
    ...(values['passphrase-file'] === undefined ? {} : { passphraseFile: values['passphrase-file'] }),
    ...(values['identity-file'] === undefined ? {} : { identityFile: values['identity-file'] }),
    ...(values.output === undefined ? {} : { output: values.output }),
    recipients: values.recipient ?? [],
    lock: values.plain ? 'none' : 'as-asked',
    texts: values.texts ? 'shown' : 'hidden',
  });
};
