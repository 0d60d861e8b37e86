import type { Db } from '../../platform/db/schema';
import type { OwnKey } from '../../platform/bundles/identity';
import type { Mate } from '../bundles-api';

/** Name of the settings row that holds our key and our team. */
export const teamSetting = 'team';

/** The settings row. */
export interface KeptTeam extends OwnKey {
  /** Empty until somebody has given one. */
  readonly name: string;
  readonly mates: readonly Mate[];
}

/** Our key and our team; undefined before there is a key. */
export const readTeam = async (db: Db): Promise<KeptTeam | undefined> =>
  (await db.settings.get(teamSetting))?.value as KeptTeam | undefined;

/** What we are called; empty while nobody has said. */
export const ownName = async (db: Db): Promise<string> => (await readTeam(db))?.name ?? '';
