import type { BundleRows, BundleSection } from '../../domain/bundles/bundle';
import type { SettingRow } from '../../domain/records';
import type { Db } from '../../platform/db/schema';
import { segmentsSetting } from '../buyers/refresh';
import { templateDeskSetting } from '../templates/template-rows';

const valueHere = async (db: Db, { name, value }: SettingRow): Promise<unknown> => {
  if (name === templateDeskSetting)
    return { version: '', ...((await db.settings.get(name))?.value ?? {}), ...(value as object) };
  // Records that are here were sorted by other segments.
  const isSortedAnew = name === segmentsSetting && (await db.buyers.limit(1).primaryKeys()).length > 0;
  return isSortedAnew ? { ...(value as object), pending: { after: '' } } : value;
};

/** A row of a file as this installation keeps it: some settings hold beside what was decided how far something is here. */
export const asUsedHere = async (
  db: Db,
  section: BundleSection,
  row: BundleRows[BundleSection],
): Promise<BundleRows[BundleSection]> => {
  if (section !== 'settings') return row;
  const setting = row as SettingRow;
  return { ...setting, value: await valueHere(db, setting) };
};
