/** What went wrong, in one sentence each: what, where, and what to do. */
import type { RowProblem } from '../../utils/domain/bundles/bundle';
import type { OpenProblem } from '../../utils/platform/bundles/open';
import type { SealProblem } from '../../utils/platform/bundles/seal';

/** A problem of the system with a file, by its code. */
export interface SystemProblem {
  readonly kind: 'system';
  readonly code: string;
}

const figures = new Intl.NumberFormat('en');

/** A whole number as people read it. */
export const figure = (value: number): string => figures.format(value);

/** A number of rows as people read it. */
export const rowsOf = (count: number): string => `${figure(count)} ${count === 1 ? 'row' : 'rows'}`;

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const CODE = /^[\w.:#+-]{1,120}$/;

/** A text without what moves the cursor or turns the writing around: a file may say anything. */
export const printable = (text: string): string => text.replace(INVISIBLE, '?');

/** An id, a section or a field as it is; anything that may be a text or a name only says so. */
export const codeOf = (text: string): string => (CODE.test(text) ? text : '(not shown)');

const AGAIN = 'get the file again from whoever made it';

const megabytes = (bytes: number): string => `${figure(Math.floor(bytes / 1024 / 1024))} MB`;

/** Why a file cannot be opened, to be put after its name. */
export const sentenceOfOpen = (problem: OpenProblem): string => {
  switch (problem.kind) {
    case 'not-a-bundle':
      return 'is no file of records; give one that Parley has written (.parley).';
    case 'newer-bundle':
      return `was written in format ${figure(problem.found)} and this Parley reads up to ${problem.known}; update Parley.`;
    case 'truncated':
      return `is cut off at line ${figure(problem.line)}; ${AGAIN}.`;
    case 'changed':
      return `was changed after it was written; ${AGAIN}.`;
    case 'counts-differ':
      return `holds ${rowsOf(problem.found)} of ${codeOf(problem.section)} where its header says ${figure(problem.said)}; ${AGAIN}.`;
    case 'too-large':
      return `holds more than the ${megabytes(problem.limit)} of text that are read; export fewer records at once.`;
    case 'too-many-rows':
      return `holds more than the ${rowsOf(problem.limit)} that are read; export fewer records at once.`;
    case 'line-too-long':
      return `has more than ${figure(problem.limit)} characters in line ${figure(problem.line)}, which no row has; ${AGAIN}.`;
    case 'not-json':
      return `holds something other than a row in line ${figure(problem.line)}; ${AGAIN}.`;
    case 'locked':
      return problem.by === 'passphrase'
        ? 'is encrypted with a passphrase; set PARLEY_PASSPHRASE or give --passphrase-file.'
        : 'is encrypted to keys; give yours with --identity-file.';
    case 'wrong-key':
      return 'does not open with this passphrase or key; check it, or ask whoever made the file.';
    case 'damaged':
      return `is damaged or cut off; ${AGAIN}.`;
    case 'cancelled':
      return 'was not read to its end; start again.';
  }
};

/** Why a row was left out, to be put after its place. */
export const sentenceOfRow = (problem: RowProblem): string => {
  switch (problem.kind) {
    case 'invalid':
      return problem.field === '' ? 'is no row' : `field ${codeOf(problem.field)} is not as it has to be`;
    case 'unknown-section':
      return 'this version does not know the section';
    case 'twice':
      return 'stands there twice';
    case 'from-the-future':
      return `its clock is ahead, until ${problem.at}`;
  }
};

/** Why a file cannot be written, to be put after its name. */
export const sentenceOfSeal = (problem: SealProblem): string => {
  switch (problem.kind) {
    case 'empty-passphrase':
      return 'cannot be encrypted with an empty passphrase; write one into the first line of the passphrase file.';
    case 'no-recipients':
      return 'cannot be encrypted to nobody; give --recipient.';
    case 'too-many-recipients':
      return `can be encrypted to ${problem.limit} recipients at most; give fewer.`;
    case 'bad-recipient':
      return `cannot be encrypted to recipient ${problem.at + 1}, which is no age key; give the one that begins with age1.`;
    case 'too-large':
      return `would hold more than the ${megabytes(problem.limit)} of text that are read; merge fewer files.`;
    case 'too-many-rows':
      return `would hold more than the ${rowsOf(problem.limit)} that are read; merge fewer files.`;
    case 'line-too-long':
      return `would have more than ${figure(problem.limit)} characters in line ${figure(problem.line)}; merge fewer files.`;
    case 'counts-differ':
    case 'unwritable-row':
      return `cannot be written because of a row of ${codeOf(problem.section)}; please report this.`;
    case 'cancelled':
      return 'was not written; start again.';
  }
};

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'is not there; check the name and the folder.',
  ENOTDIR: 'is not there; check the name and the folder.',
  EACCES: 'is out of reach; check who may read and write it.',
  EPERM: 'is out of reach; check who may read and write it.',
  EISDIR: 'is a folder; give a file.',
  ENOSPC: 'does not fit on the disk; make room and start again.',
};

/** Why the system gives or takes no file, to be put after its name. */
export const sentenceOfSystem = ({ code }: SystemProblem): string =>
  SYSTEM[code] ?? `cannot be used (${codeOf(code)}); check the disk and start again.`;
