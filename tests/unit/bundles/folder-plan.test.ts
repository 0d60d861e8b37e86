import { describe, expect, test } from 'vitest';
import {
  afterRead,
  afterSkip,
  afterWrite,
  isFolderFile,
  keepPresent,
  planFolder,
  readSegmentName,
  segmentName,
  skipKindOf,
  withoutSkipped,
  type FolderMemory,
} from '@/utils/domain/bundles/folder-plan';
import { formatClock } from '@/utils/domain/customers/clock';

const nothing: FolderMemory = { own: [], read: [], skipped: [] };
const file = (name: string, size = 10, lastModified = 1) => ({ name, size, lastModified });
const nameAt = (node: string, millis: number): string => segmentName(formatClock({ millis, counter: 0, node })) ?? '';
const me = 'node-a';
const plan = (files: readonly ReturnType<typeof file>[], memory = nothing, nowMs = 0) =>
  planFolder(files, memory, { node: me, nowMs });
const namesIn = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name);

describe('the name of a segment', () => {
  test('tells who wrote it and when, in letters every drive takes', () => {
    const name = nameAt(me, 1_770_000_000_000);
    expect(name).toMatch(/^[a-z0-9-]+\.parley$/);
    expect(readSegmentName(name)).toEqual({ node: me, when: expect.stringMatching(/^[0-9a-z]{9}:0000$/) as string });
  });

  test.each(['desk.parley', 'node-a-1-2.parley', 'Node-a-000000000-0000.parley', `${nameAt(me, 5)}.part`, ''])(
    'is not %s',
    (name) => expect(readSegmentName(name)).toBeNull(),
  );

  test('is not made from what is no reading of a clock', () => expect(segmentName('../../x')).toBeNull());

  test.each([
    ['desk.parley', true],
    ['desk.parley.part', true],
    ['desktop.ini', false],
    ['.hidden.parley', false],
    ['desk.parley.crswap', false],
  ])('is looked for among files: %s, %s', (name, isWanted) => expect(isFolderFile(name)).toBe(isWanted));
});

describe('the plan of a folder', () => {
  const [early, late, ours] = [nameAt('node-b', 100), nameAt('node-c', 200), nameAt(me, 150)];

  test('reads what others wrote, the oldest first, and not what is known', () => {
    expect(namesIn(plan([file(late), file(early)]).toRead)).toEqual([early, late]);
    expect(namesIn(plan([file(late), file(early)], afterRead(nothing, file(early))).toRead)).toEqual([late]);
  });

  test('reads again what has another size', () => {
    expect(namesIn(plan([file(early, 11)], afterRead(nothing, file(early))).toRead)).toEqual([early]);
  });

  test('tries what was left aside when it changes and after a day, not before', () => {
    const memory = afterSkip(nothing, { ...file(early), kind: 'half-written', triedMs: 1_000 });
    expect(plan([file(early)], memory, 2_000).toRead).toEqual([]);
    expect(namesIn(plan([file(early, 12)], memory, 2_000).toRead)).toEqual([early]);
    expect(namesIn(plan([file(early, 10, 2)], memory, 2_000).toRead)).toEqual([early]);
    expect(namesIn(plan([file(early)], memory, 1_000 + 24 * 60 * 60 * 1000).toRead)).toEqual([early]);
  });

  test('counts as ours only what this desk remembers: another may have the same name after a copied profile', () => {
    const unknown = plan([file(ours)]);
    expect([unknown.own, namesIn(unknown.toRead)]).toEqual([[], [ours]]);
    const known = plan([file(ours)], { ...nothing, own: [file(ours)] });
    expect([namesIn(known.own), known.toRead, known.isOwnMissing]).toEqual([[ours], [], false]);
  });

  test('notices when a file of ours is gone or has been cut', () => {
    const memory = { ...nothing, own: [file(ours)] };
    expect(plan([], memory).isOwnMissing).toBe(true);
    expect(plan([file(ours, 3)], memory).isOwnMissing).toBe(true);
  });

  test('clears up after itself alone', () => {
    expect(plan([file(`${ours}.part`), file(`${early}.part`)])).toMatchObject({
      leftovers: [`${ours}.part`],
      toRead: [],
    });
  });
});

describe('what is remembered', () => {
  test('is either taken in or left aside, and forgets files that are gone', () => {
    const skipped = afterSkip(afterRead(nothing, file('a.parley')), {
      ...file('a.parley'),
      kind: 'locked',
      triedMs: 0,
    });
    expect([skipped.read, namesIn(skipped.skipped)]).toEqual([[], ['a.parley']]);
    expect(afterRead(skipped, file('a.parley')).skipped).toEqual([]);
    expect(keepPresent(skipped, [])).toEqual(nothing);
  });

  test('counts a file as read that was taken in apart from some rows', () => {
    const memory = afterSkip(nothing, { ...file('a.parley'), kind: 'rows-left-out', triedMs: 0 });
    expect([namesIn(memory.read), namesIn(memory.skipped)]).toEqual([['a.parley'], ['a.parley']]);
  });

  test('of what was left aside is forgotten once more may be known, also of files with rows left out', () => {
    const partly = afterSkip(nothing, { ...file('a.parley'), kind: 'rows-left-out', triedMs: 0 });
    const memory = afterRead(partly, file('b.parley'));
    expect(withoutSkipped(memory)).toEqual({
      own: [],
      read: [{ name: 'b.parley', size: expect.any(Number) }],
      skipped: [],
    });
  });

  test('replaces the files that were removed by the new one', () => {
    const memory = { ...nothing, own: [file('a'), file('b')], read: [file('c')] };
    const after = afterWrite(memory, file('d', 4), new Set(['a', 'c']));
    expect([namesIn(after.own), after.read]).toEqual([['b', 'd'], []]);
  });

  test.each([
    ['truncated', 'half-written'],
    ['wrong-key', 'locked'],
    ['newer-bundle', 'newer'],
    ['too-many-rows', 'too-large'],
    ['storage-full', null],
    ['constructor', null],
  ])('a file is to blame for %s as %s', (kind, expected) => expect(skipKindOf({ kind })).toBe(expected));
});
