// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { isFolderFile } from '@/utils/domain/bundles/folder-plan';
import { err, ok } from '@/utils/domain/result';
import { browserFolders, type FolderHandle } from '@/utils/platform/bundles/folder';

interface Drive {
  readonly canMove?: boolean;
  /** Writes at most so many bytes of a file. */
  readonly cut?: number;
  readonly fails?: string;
}

const failure = (name: string): Error => Object.assign(new Error('from the drive'), { name });

/** A directory as a browser hands it out, with the parts that are used. */
const aDirectory = ({ canMove = true, cut = Infinity, fails }: Drive = {}) => {
  const files = new Map<string, Blob>();
  const steps: string[] = [];
  const check = (): void => {
    if (fails !== undefined) throw failure(fails);
  };
  const fileHandle = (name: string) => ({
    kind: 'file',
    name,
    getFile: async () => {
      const blob = files.get(name);
      if (!blob) throw failure('NotFoundError');
      return new File([blob], name, { lastModified: 7 });
    },
    createWritable: async () => ({
      write: async (blob: Blob) => {
        check();
        steps.push(`write ${name}`);
        files.set(name, blob.slice(0, cut));
      },
      close: async () => undefined,
      abort: async () => undefined,
    }),
    ...(canMove
      ? {
          move: async (next: string) => {
            files.set(next, files.get(name) ?? new Blob());
            files.delete(name);
            steps.push(`move ${next}`);
          },
        }
      : {}),
  });
  const directory = {
    kind: 'directory',
    name: 'Team',
    async *values() {
      check();
      yield { kind: 'directory', name: 'sub.parley' };
      for (const name of files.keys()) yield fileHandle(name);
    },
    getFileHandle: async (name: string, how?: { readonly create: boolean }) => {
      if (!files.has(name) && how?.create !== true) throw failure('NotFoundError');
      return fileHandle(name);
    },
    removeEntry: async (name: string) => {
      if (!files.delete(name)) throw failure('NotFoundError');
    },
    queryPermission: async () => 'prompt' as const,
    requestPermission: async () => 'granted' as const,
  };
  return { files, steps, handle: directory as FolderHandle };
};

const open = (handle: FolderHandle) => browserFolders({}).open(handle);
const file = new Blob(['twelve bytes']);

describe('a folder of the browser', () => {
  test('gives a file its name only when it is whole', async () => {
    const { handle, files, steps } = aDirectory();
    expect(await open(handle).write('a.parley', file)).toEqual(ok(null));
    expect(steps).toEqual(['write a.parley.part', 'move a.parley']);
    expect([...files.keys()]).toEqual(['a.parley']);
  });

  test('writes and compares where files cannot be moved', async () => {
    const { handle, files } = aDirectory({ canMove: false });
    expect(await open(handle).write('a.parley', file)).toEqual(ok(null));
    expect([...files.keys()]).toEqual(['a.parley']);
    expect(await files.get('a.parley')?.text()).toBe('twelve bytes');
  });

  test('leaves nothing of a file that is not as it was written', async () => {
    const { handle, files } = aDirectory({ canMove: false, cut: 5 });
    expect(await open(handle).write('a.parley', file)).toEqual(err({ kind: 'folder-failed', code: 'not-as-written' }));
    expect(files.size).toBe(0);
  });

  test('lists the files that are wanted and reads them; what is missing is no problem', async () => {
    const { handle, files } = aDirectory();
    for (const name of ['a.parley', 'b.txt']) files.set(name, file);
    const folder = open(handle);
    expect(await folder.list(isFolderFile)).toEqual(ok([{ name: 'a.parley', size: 12, lastModified: 7 }]));
    expect(await folder.read('gone.parley')).toEqual(ok(null));
    expect(await folder.remove('gone.parley')).toEqual(ok(null));
  });

  test.each([
    ['NotFoundError', { kind: 'folder-gone' }],
    ['NotAllowedError', { kind: 'permission' }],
    ['QuotaExceededError', { kind: 'folder-full' }],
    ['NoModificationAllowedError', { kind: 'folder-failed', code: 'NoModificationAllowedError' }],
  ])('tells %s as a value', async (fails, problem) => {
    const folder = open(aDirectory({ fails }).handle);
    expect(await folder.write('a.parley', file)).toEqual(err(problem));
    expect(await folder.list(isFolderFile)).toEqual(err(problem));
  });

  test('is gone when what was kept is no folder', async () => {
    expect(await open({ name: 'Team' }).list(isFolderFile)).toEqual(err({ kind: 'folder-gone' }));
  });
});

describe('asking the person', () => {
  test('knows whether the browser lets a folder be chosen', async () => {
    expect(browserFolders({}).canPick()).toBe(false);
    expect(await browserFolders({}).pick()).toEqual(err({ kind: 'folder-failed', code: 'unsupported' }));
  });

  test('takes no choice as none', async () => {
    const { handle } = aDirectory();
    expect(await browserFolders({ showDirectoryPicker: async () => handle }).pick()).toEqual(ok(handle));
    const none = browserFolders({ showDirectoryPicker: () => Promise.reject(failure('AbortError')) });
    expect(await none.pick()).toEqual(ok(null));
  });

  test('tells what may be done now, and after asking', async () => {
    const { handle } = aDirectory();
    expect(await browserFolders({}).permission(handle)).toBe('ask');
    expect(await browserFolders({}).ask(handle)).toBe('granted');
  });
});
