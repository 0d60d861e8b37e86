import { vi } from 'vitest';
import type { FolderApi, FolderState } from '@/utils/app/bundles/folder-api';
import { ok } from '@/utils/domain/result';
import { brandAs } from '@/utils/domain/ids';

/** A browser that knows folders, of which none was chosen. */
export const noFolder: FolderState = { canChoose: true, folder: null, skipped: [] };

/** A folder that was chosen and never synced. */
export const chosenFolder: FolderState = {
  canChoose: true,
  folder: { name: 'Team', permission: 'granted' },
  skipped: [],
};

const now = () => brandAs<'Instant'>(new Date().toISOString());

/** The shared folder in memory. */
export const fakeFolder = (begin: FolderState = noFolder) => {
  let state = begin;
  return {
    state: vi.fn<FolderApi['state']>(async () => ok(state)),
    choose: vi.fn<FolderApi['choose']>(async () => ok((state = chosenFolder))),
    allow: vi.fn<FolderApi['allow']>(async () => ok((state = chosenFolder))),
    sync: vi.fn<FolderApi['sync']>(async () => ok((state = { ...state, mergedAt: now() }))),
    stop: vi.fn<FolderApi['stop']>(async () => {
      state = noFolder;
      return ok(null);
    }),
    keepUp: vi.fn<FolderApi['keepUp']>(),
  };
};
