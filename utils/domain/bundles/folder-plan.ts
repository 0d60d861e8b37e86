/**
 * What is to be done in a folder that a team shares: which files are ours, which are to be read, and when ours are brought
 * together. Every desk writes only its own files, so that no two desks ever write the same one.
 */
import { parseClock } from '../customers/clock';

/** A file in the folder. Units: bytes; milliseconds since 1970 UTC. */
export interface FolderFile {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** A file as it is remembered. */
export type FileMark = Pick<FolderFile, 'name' | 'size'>;

/** Why a file was left aside. */
export type SkipKind =
  /** It is no file of records, or an empty one. */
  | 'not-a-bundle'
  /** It ends too early or was changed: most likely it is still being copied. */
  | 'half-written'
  /** Not locked for us. */
  | 'locked'
  /** Not locked at all: anybody could have written it. */
  | 'open'
  /** Written by nobody in the team. */
  | 'stranger'
  | 'newer'
  | 'too-large'
  /** It was taken in, without the rows that could not be read. */
  | 'rows-left-out';

/** A file that was left aside; it is tried again when it changes, and once a day. */
export interface SkippedFile extends FolderFile {
  readonly kind: SkipKind;
  /** When it was tried. Units: milliseconds since 1970 UTC. */
  readonly triedMs: number;
}

/** What one desk remembers of the files. */
export interface FolderMemory {
  /** Those it has written. */
  readonly own: readonly FileMark[];
  /** Those of others it has taken in. */
  readonly read: readonly FileMark[];
  readonly skipped: readonly SkippedFile[];
}

/** What is to be done. */
export interface FolderPlan {
  /** Files with our name that this desk remembers or has read: what is in them is in our records. */
  readonly own: readonly FolderFile[];
  /** Files whose rows are not known here yet, the oldest first. */
  readonly toRead: readonly FolderFile[];
  /** Left over from a write of ours that was broken off. */
  readonly leftovers: readonly string[];
  /** A file we have written is gone or was changed: others may never have seen what was in it. */
  readonly isOwnMissing: boolean;
}

const ENDING = '.parley';
const PART_ENDING = '.part';
const SEGMENT = /^([a-z0-9-]{1,36})-([0-9a-z]{9})-([0-9a-z]{4})\.parley$/;
/** With so many of our files the next one holds everything instead. */
export const mostSegments = 20;
/** A file that was left aside is tried again after this time: clocks catch up, programs are updated. */
const RETRY_MS = 24 * 60 * 60 * 1000;

/**
 * The name of a file of ours: installation and clock reading, in letters every drive takes. Null for text that is no
 * reading of a clock.
 */
export const segmentName = (reading: string): string | null => {
  const read = parseClock(reading);
  if (!read.ok) return null;
  const [millis = '', counter = ''] = reading.split(':');
  return `${read.value.node}-${millis}-${counter}${ENDING}`;
};

/** Which installation wrote a file, and when by its clock; null when it has another name. */
export const readSegmentName = (name: string): { readonly node: string; readonly when: string } | null => {
  const [, node, millis, counter] = SEGMENT.exec(name) ?? [];
  return node === undefined || millis === undefined || counter === undefined
    ? null
    : { node, when: `${millis}:${counter}` };
};

/** What a file is called until it is whole. */
export const partName = (name: string): string => name + PART_ENDING;

/** Whether a file is worth looking at: drives and systems leave files of their own in every folder. */
export const isFolderFile = (name: string): boolean =>
  !name.startsWith('.') && (name.endsWith(ENDING) || name.endsWith(ENDING + PART_ENDING));

const isSame = (mark: FileMark, file: FileMark): boolean => mark.name === file.name && mark.size === file.size;

const byAge = (one: FolderFile, other: FolderFile): number => {
  const [a, b] = [one, other].map(({ name }) => readSegmentName(name)?.when ?? '') as [string, string];
  if (a !== b) return a < b ? -1 : 1;
  return one.name < other.name ? -1 : 1;
};

const isDue = ({ size, lastModified, triedMs }: SkippedFile, file: FolderFile, nowMs: number): boolean =>
  size !== file.size || lastModified !== file.lastModified || nowMs - triedMs >= RETRY_MS;

/** What is to be done with the files that are there. `node` is our installation. Units: milliseconds since 1970 UTC. */
export const planFolder = (
  files: readonly FolderFile[],
  memory: FolderMemory,
  { node, nowMs }: { readonly node: string; readonly nowMs: number },
): FolderPlan => {
  const marks = new Map([...memory.read, ...memory.own].map((mark) => [mark.name, mark]));
  const skipped = new Map(memory.skipped.map((file) => [file.name, file]));
  const isKnown = (file: FolderFile): boolean => isSame(marks.get(file.name) ?? { name: '', size: -1 }, file);
  const isOurs = ({ name }: FolderFile): boolean => readSegmentName(name)?.node === node;
  const whole = files.filter(({ name }) => isFolderFile(name) && name.endsWith(ENDING));
  const isToRead = (file: FolderFile): boolean => {
    const before = skipped.get(file.name);
    return before === undefined ? !isKnown(file) : isDue(before, file, nowMs);
  };
  return {
    own: whole.filter((file) => isOurs(file) && isKnown(file)).sort(byAge),
    toRead: whole.filter(isToRead).sort(byAge),
    leftovers: files.flatMap(({ name }) =>
      name.endsWith(PART_ENDING) && readSegmentName(name.slice(0, -PART_ENDING.length))?.node === node ? [name] : [],
    ),
    isOwnMissing: memory.own.some((mark) => !whole.some((file) => isSame(mark, file))),
  };
};

/** What is still worth remembering: nothing of files that are gone. */
export const keepPresent = (memory: FolderMemory, files: readonly FolderFile[]): FolderMemory => {
  const names = new Set(files.map(({ name }) => name));
  const isThere = ({ name }: FileMark): boolean => names.has(name);
  return {
    own: memory.own.filter(isThere),
    read: memory.read.filter(isThere),
    skipped: memory.skipped.filter(isThere),
  };
};

const withoutName = <M extends FileMark>(marks: readonly M[], name: string): readonly M[] =>
  marks.filter((mark) => mark.name !== name);

/** Everything that was left aside is tried again, also files that were taken in apart from some of their rows. */
export const withoutSkipped = ({ own, read, skipped }: FolderMemory): FolderMemory => {
  const names = new Set(skipped.map(({ name }) => name));
  return { own, read: read.filter(({ name }) => !names.has(name)), skipped: [] };
};

/** Remembers that a file was taken in. */
export const afterRead = (memory: FolderMemory, { name, size }: FileMark): FolderMemory => ({
  ...memory,
  read: [...withoutName(memory.read, name), { name, size }],
  skipped: withoutName(memory.skipped, name),
});

/** Remembers that a file was left aside; one that was taken in apart from some rows counts as read as well. */
export const afterSkip = (memory: FolderMemory, file: SkippedFile): FolderMemory => {
  const read = file.kind === 'rows-left-out' ? afterRead(memory, file).read : withoutName(memory.read, file.name);
  return { ...memory, read, skipped: [...withoutName(memory.skipped, file.name), file] };
};

/** Remembers that a file of ours was written, and which of the older ones were taken away with it. */
export const afterWrite = (
  memory: FolderMemory,
  { name, size }: FileMark,
  removed: ReadonlySet<string>,
): FolderMemory => {
  const isLeft = (mark: FileMark): boolean => !removed.has(mark.name) && mark.name !== name;
  return {
    own: [...memory.own.filter(isLeft), { name, size }],
    read: memory.read.filter(isLeft),
    skipped: memory.skipped.filter(isLeft),
  };
};

const skipKinds: Readonly<Record<string, SkipKind>> = {
  'not-a-bundle': 'not-a-bundle',
  damaged: 'half-written',
  truncated: 'half-written',
  changed: 'half-written',
  'counts-differ': 'half-written',
  'not-json': 'half-written',
  locked: 'locked',
  'wrong-key': 'locked',
  'newer-bundle': 'newer',
  'too-large': 'too-large',
  'too-many-rows': 'too-large',
  'line-too-long': 'too-large',
};

/** Why a file is left aside that could not be read; null when it is not the fault of the file. */
export const skipKindOf = (problem: { readonly kind: string }): SkipKind | null =>
  Object.hasOwn(skipKinds, problem.kind) ? (skipKinds[problem.kind] ?? null) : null;
