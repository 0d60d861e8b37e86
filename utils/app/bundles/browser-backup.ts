import { browserDownloads } from '../../platform/downloads';
import type { BundlesApi } from '../bundles-api';
import { createAutoBackup, type AutoBackupDeps } from './auto-backup';
import type { AutoBackupApi } from './auto-backup-api';

/** Backups into the downloads of this browser; ciphers are loaded when a key is made. */
export const createBrowserBackup = (
  deps: Omit<AutoBackupDeps, 'bundles' | 'downloads' | 'newKey'>,
  bundles: Pick<BundlesApi, 'team' | 'write'>,
): AutoBackupApi =>
  createAutoBackup({
    ...deps,
    bundles,
    downloads: browserDownloads(),
    newKey: async () => (await import('../../platform/bundles/identity')).newKey(),
  });
