/** How what a desk decides about the message check lies in the store: rows, and one setting beside them. */
import type { DeskRules, PackOrigin } from '../domain/compliance/desk-rules';
import { deskRulesSetting, readKeptRules, type BeforePack, type KeptRules } from '../domain/compliance/desk/kept-rules';
import {
  printOfRows,
  readRuleRows,
  rowsOfChange,
  type OwnDesk,
  type ReadRules,
} from '../domain/compliance/desk/rule-rows';
import { brandAs, type AgentId } from '../domain/ids';
import type { RuleRow } from '../domain/records';
import type { Db } from '../platform/db/schema';
import { readLeads } from './bundles/team-kept';
import { noShop, selfSetting, type Change } from './records';

/** What stands now. */
export interface RulesNow extends ReadRules, KeptRules {
  readonly rows: ReadonlyMap<string, RuleRow>;
  /** Team-mates marked as lead, with what they are called. */
  readonly leads: ReadonlyMap<AgentId, string>;
}

/** What is to stand. */
export interface NextRules extends OwnDesk {
  readonly origin: PackOrigin | undefined;
  /** A pack that takes the place of what stands now. */
  readonly replaced?: Pick<BeforePack, 'name' | 'at'>;
}

const withOrigin = (desk: DeskRules, origin: PackOrigin | undefined): DeskRules =>
  origin === undefined ? desk : { ...desk, origin };

/** What stands now for this agent. Asked for every conversation: all its questions go to the store at once. */
export const readRules = async (db: Db): Promise<RulesNow> => {
  const [list, [kept, self], leads] = await Promise.all([
    db.rules.toArray(),
    db.settings.bulkGet([deskRulesSetting, selfSetting]),
    readLeads(db),
  ]);
  const { agentId = brandAs<'AgentId'>('') } = (self?.value ?? {}) as { readonly agentId?: AgentId };
  const { origin, before } = readKeptRules(kept?.value);
  const read = readRuleRows(list, { self: agentId, leads: new Set(leads.keys()) });
  return {
    ...read,
    desk: withOrigin(read.desk, origin),
    base: { ...read.base, desk: withOrigin(read.base.desk, origin) },
    leads,
    rows: new Map(list.map((row) => [row.id, row])),
    ...(origin && { origin }),
    ...(before && { before }),
  };
};

/** What an import has replaced and can still be taken back; nothing else was decided since, here or elsewhere. */
export const undoOf = ({ rows, before }: RulesNow): BeforePack | undefined =>
  before?.print === printOfRows(rows.values()) ? before : undefined;

/** Writes what is to stand, as far as no lead has locked it; rows that say so already stay as they are. */
export const writeRules = async (
  { db, stamp }: Pick<Change, 'db' | 'stamp'>,
  now: RulesNow,
  { desk, team, origin, replaced }: NextRules,
): Promise<void> => {
  const kept = new Set(now.locks.flatMap(({ rule, by }) => (by === 'lead' ? [rule] : [])));
  const row = stamp(noShop);
  const written = rowsOfChange({ rows: now.rows, before: now.base, after: { desk, team }, stamp: row, kept });
  await db.rules.bulkPut([...written]);
  const rows = new Map([...now.rows, ...written.map((one) => [one.id, one] as const)]);
  const before: BeforePack | undefined = replaced && {
    ...replaced,
    desk: now.base.desk,
    team: [...now.base.team].sort(),
    print: printOfRows(rows.values()),
  };
  const value: KeptRules = { ...(origin && { origin }), ...(before && { before }) };
  await db.settings.put({ ...row, name: deskRulesSetting, value });
};
