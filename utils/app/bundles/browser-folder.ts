import { browserFolders } from '../../platform/bundles/folder';
import type { RecordDeps } from '../records';
import { createSegments } from './export-since';
import { createFolderSync, type FolderDeps } from './folder';
import type { FolderApi } from './folder-api';

/** The shared folder of this browser. */
export const createBrowserFolder = (deps: RecordDeps, bundles: FolderDeps['bundles']): FolderApi =>
  createFolderSync({ ...deps, bundles, access: browserFolders(), segments: async () => createSegments(deps) });
