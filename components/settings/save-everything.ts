import type { ApiResult, Backup } from '@/utils/app/api';
import { ok } from '@/utils/domain/result';
import type { App } from '../dashboard/app-context';

/** Name of the file: the day here, as ISO 8601; Swedish writes dates that way. */
const fileName = (backup: Backup): string => `parley-${new Date(backup.savedAt).toLocaleDateString('sv')}.json`;

/** Hands everything Parley keeps to the person as one readable file. */
export const saveEverything = async ({
  api,
  saveFile,
}: Pick<App, 'api' | 'saveFile'>): ApiResult<{ readonly file: string; readonly backup: Backup }> => {
  const everything = await api.backup.everything();
  if (!everything.ok) return everything;
  const file = fileName(everything.value);
  saveFile({ name: file, text: JSON.stringify(everything.value, null, 1) });
  return ok({ file, backup: everything.value });
};
