import type { AgentId } from '../../domain/ids';
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

/** Team-mates marked as lead, with what they are called: what they lock for the team is locked here. */
export const readLeads = async (db: Db): Promise<ReadonlyMap<AgentId, string>> =>
  new Map(((await readTeam(db))?.mates ?? []).flatMap(({ id, name, isLead }) => (isLead ? [[id, name] as const] : [])));
