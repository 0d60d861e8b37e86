import type { DeskRules, Mute } from '../domain/compliance/desk-rules';
import { noDeskRules } from '../domain/compliance/desk-rules';
import { isLocked, type ActiveDesk } from '../domain/compliance/desk/apply-desk';
import {
  openLocks,
  removeOwnRule,
  saveOwnRule,
  setRule,
  type DeskProblem,
} from '../domain/compliance/desk/change-desk';
import { readOwnRule } from '../domain/compliance/desk/own-rule';
import { deskFromPack, packFromDesk, readRulePack } from '../domain/compliance/desk/pack-file';
import { isDecided } from '../domain/compliance/desk/rule-rows';
import { brandAs, type AgentId, type Instant, type ShopId } from '../domain/ids';
import { err, ok, type Result } from '../domain/result';
import { mayHoldContact } from '../domain/text/contact';
import type { Db } from '../platform/db/schema';
import { rulesTopic } from '../platform/settings/rules-topic';
import type { ApiProblem, ApiResult } from './api';
import { readRules, undoOf, writeRules, type NextRules, type RulesNow } from './desk-rule-rows';
import { announcing, changing, checkedText, noShop, reading, type Change, type RecordDeps } from './records';
import type { DeskView, RulesApi } from './rules-api';

/** Surroundings of the desk's rules. */
export interface DeskRulesDeps extends RecordDeps {
  /** Today where the agent sits, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** What a rule puts at risk: the account with those that hold a press on send; `unknown` when there is no such rule. */
export type RuleRisk = 'account' | 'plain' | 'unknown';

/** What holds at this moment, with everything about the mutes. */
export interface DeskNow extends ActiveDesk {
  readonly mutes: readonly Mute[];
}

/** Use cases around what a desk decides about the message check. */
export interface DeskRulesStore extends Readonly<Omit<RulesApi, 'listed' | 'examples' | 'pack'>> {
  /** What holds now for this agent; what was shipped when the store can't be read. */
  active(): Promise<DeskNow>;
  /** Errors: `invalid` with `reason`, `days` or `rule`, `refused` with `locked`. */
  mute(request: {
    readonly rule: string;
    readonly reason: string;
    readonly days: number;
    readonly risk: RuleRisk;
  }): ApiResult<null>;
  override(request: {
    readonly rules: readonly string[];
    readonly reason: string;
    readonly shopId: ShopId | '';
  }): ApiResult<null>;
}

const LONGEST_REASON = 200;
const MOST_MUTE_DAYS = 30;
/** A rule that risks the account is silent for a day at most. */
const MOST_RISKY_DAYS = 1;
const MOST_RULES = 20;
const LARGEST_PAGE = 200;
const DAY_MS = 24 * 60 * 60 * 1000;
const RULE = /^[a-z][a-z0-9-]{0,63}$/;

const liveMutes = async (db: Db, now: Instant): Promise<readonly Mute[]> =>
  (await db.mutes.toArray())
    .filter(({ deleted, until }) => deleted === 0 && until > now)
    .map(({ rule, reason, until, at, authorId }) => ({ rule, reason, until, at, by: authorId }))
    .sort((a, b) => (a.until < b.until ? -1 : 1));

const initialsOf = async (db: Db): Promise<(agent: AgentId) => string> => {
  const agents = new Map((await db.agents.toArray()).map(({ id, initials }) => [id, initials]));
  return (agent) => agents.get(agent) ?? '';
};

const viewOf = async (db: Db, now: Instant): Promise<DeskView> => {
  const [rules, mutes, initials] = await Promise.all([readRules(db), liveMutes(db, now), initialsOf(db)]);
  const before = undoOf(rules);
  return {
    desk: rules.desk,
    locks: rules.locks.map(({ rule, by, author }) => ({ rule, by, name: rules.leads.get(author) ?? '' })),
    undo: before ? { name: before.name, at: before.at } : null,
    mutes: mutes.map((mute) => ({ ...mute, initials: initials(mute.by) })),
  };
};

const invalid = (field: string, why?: 'contact') =>
  err<ApiProblem>({ kind: 'invalid', field, ...(why ? { why } : {}) });

const toProblem = ({ kind }: DeskProblem): ApiProblem => {
  switch (kind) {
    case 'locked':
      return { kind: 'refused', code: 'locked' };
    case 'not-found':
      return { kind: 'not-found' };
    case 'too-many':
      return { kind: 'invalid', field: 'rules' };
  }
};

/** Reasons go into reviews and files: who was written to is no business of theirs. */
const readReason = (reason: string): Result<string, ApiProblem> => {
  const read = checkedText(reason.replace(/\s+/g, ' '), { field: 'reason', max: LONGEST_REASON });
  return read.ok && mayHoldContact(read.value) ? invalid('reason', 'contact') : read;
};

const muteId = (agent: AgentId, rule: string): string => `${agent}:${rule}`;

/** Use cases around the desk's rules, over the given stores. */
export const createDeskRules = (deps: DeskRulesDeps): DeskRulesStore => {
  /** Changes what is kept and answers what stands now. */
  const edit = async (
    what: string,
    change: (rules: RulesNow, now: Instant) => Result<NextRules, DeskProblem>,
  ): ApiResult<DeskView> => {
    const edited = await changing(deps, ['mutes', 'rules'], async (work) => {
      const rules = await readRules(work.db);
      const changed = change(rules, work.now);
      if (!changed.ok) return err(toProblem(changed.error));
      await writeRules(work, rules, changed.value);
      work.log({ shopId: noShop, what });
      return ok(await viewOf(work.db, work.now));
    });
    return announcing(deps, edited, [rulesTopic]);
  };

  const changeDesk = (what: string, change: (desk: DeskRules) => Result<DeskRules, DeskProblem>) =>
    edit(what, ({ base, origin }) => {
      const changed = change(base.desk);
      // Taking an import back would take back what was decided after it as well: that way is closed now.
      return changed.ok ? ok({ desk: changed.value, team: base.team, origin }) : changed;
    });

  /** A change of one rule, which no lead has locked. */
  const changeRule = (rule: string, change: (desk: DeskRules) => Result<DeskRules, DeskProblem>) =>
    edit('rules.changed', ({ desk, base, origin }) => {
      if (isLocked(desk, rule)) return err({ kind: 'locked' });
      const changed = change(base.desk);
      return changed.ok ? ok({ desk: changed.value, team: base.team, origin }) : changed;
    });

  const dropMute = async (work: Change, rule: string): Promise<Result<null, ApiProblem>> => {
    const row = await work.db.mutes.get(muteId(work.authorId, rule));
    if (row === undefined || row.deleted === 1) return err({ kind: 'not-found' });
    // The reason was free text: a tombstone has none.
    await work.db.mutes.put({ ...row, ...work.stamp(noShop), reason: '', deleted: 1 });
    work.log({ shopId: noShop, what: 'rule.unmuted', detail: { rule } });
    return ok(null);
  };

  return {
    read: () => reading(deps, async (db) => ok(await viewOf(db, deps.clock.now()))),

    active: async () => {
      const now = deps.clock.now();
      const found = await reading(deps, async (db) => {
        const [{ desk }, mutes] = await Promise.all([readRules(db), liveMutes(db, now)]);
        return ok({ desk, mutes, now });
      });
      return found.ok ? found.value : { desk: noDeskRules, mutes: [], now };
    },

    set: async (change) => {
      if (!RULE.test(change.rule)) return err({ kind: 'not-found' });
      return changeRule(change.rule, (desk) => setRule(desk, change));
    },

    saveOwn: async (rule) => {
      const read = readOwnRule(rule);
      if (!read.ok) return invalid('field' in read.error ? read.error.field : 'words');
      return changeRule(read.value.id, (desk) => saveOwnRule(desk, read.value));
    },

    removeOwn: ({ id }) => changeRule(id, (desk) => removeOwnRule(desk, id)),

    setLock: ({ rule, on }) =>
      edit(on ? 'rules.locked' : 'rules.lock-opened', ({ desk, base, origin }) => {
        if (isLocked(desk, rule)) return err({ kind: 'locked' });
        if (!isDecided(base.desk, rule)) return err({ kind: 'not-found' });
        const team = new Set([...base.team].filter((one) => one !== rule));
        return ok({ desk: base.desk, team: on ? team.add(rule) : team, origin });
      }),

    holdSending: ({ on }) => changeDesk('rules.changed', (desk) => ok({ ...desk, holdsSending: on })),

    importPack: async ({ text }) => {
      const pack = readRulePack(text);
      if (!pack.ok) return invalid('pack');
      return edit('rules.imported', ({ base }, at) => {
        const { origin, ...desk } = deskFromPack(pack.value, base.desk);
        return ok({ desk, team: base.team, origin, replaced: { name: pack.value.name, at } });
      });
    },

    undoImport: () =>
      edit('rules.import-undone', (rules) => {
        const before = undoOf(rules);
        if (before === undefined) return err({ kind: 'not-found' });
        return ok({ desk: before.desk, team: new Set(before.team), origin: before.desk.origin });
      }),

    openLocks: () => changeDesk('rules.unlocked', (desk) => ok(openLocks(desk))),

    exportPack: async ({ name }) => {
      const named = checkedText(name, { field: 'name', max: 80 });
      if (!named.ok) return named;
      return reading(deps, async (db) => {
        const { desk } = await readRules(db);
        return ok(packFromDesk(desk, { name: named.value, issuedOn: deps.today() }));
      });
    },

    mute: async ({ rule, reason, days, risk }) => {
      if (risk === 'unknown' || !RULE.test(rule)) return invalid('rule');
      const most = risk === 'account' ? MOST_RISKY_DAYS : MOST_MUTE_DAYS;
      if (!Number.isInteger(days) || days < 1 || days > most) return invalid('days');
      const read = readReason(reason);
      if (!read.ok) return read;
      const muted = await changing(deps, ['mutes', 'rules'], async (work) => {
        const { desk } = await readRules(work.db);
        if (isLocked(desk, rule)) return err({ kind: 'refused', code: 'locked' });
        const until = brandAs<'Instant'>(new Date(Date.parse(work.now) + days * DAY_MS).toISOString());
        const id = muteId(work.authorId, rule);
        await work.db.mutes.put({ ...work.stamp(noShop), id, rule, reason: read.value, at: work.now, until });
        work.log({ shopId: noShop, what: 'rule.muted', detail: { rule, days } });
        return ok(null);
      });
      return announcing(deps, muted, [rulesTopic]);
    },

    unmute: async ({ rule }) => {
      const dropped = await changing(deps, ['mutes', 'rules'], async (work) => {
        const gone = await dropMute(work, rule);
        return gone.ok ? ok(await viewOf(work.db, work.now)) : gone;
      });
      return announcing(deps, dropped, [rulesTopic]);
    },

    override: async ({ rules, reason, shopId }) => {
      if (rules.length === 0 || rules.length > MOST_RULES || !rules.every((rule) => RULE.test(rule)))
        return invalid('rules');
      const read = readReason(reason);
      if (!read.ok) return read;
      const shop = brandAs<'ShopId'>(shopId);
      const ids = [...new Set(rules)].sort();
      const noted = await changing(deps, ['overrides'], async (work) => {
        const row = { id: deps.clock.newId(), rules: ids, reason: read.value, at: work.now };
        await work.db.overrides.add({ ...work.stamp(shop), ...row });
        work.log({ shopId: shop, what: 'message.overridden', detail: { rules: ids.join(' ') } });
        return ok(null);
      });
      return announcing(deps, noted, [rulesTopic]);
    },

    overrides: ({ before, limit }) =>
      reading(deps, async (db) => {
        const initials = await initialsOf(db);
        const range = before === undefined ? db.overrides.orderBy('at') : db.overrides.where('at').below(before);
        const rows = await range
          .reverse()
          .filter(({ deleted }) => deleted === 0)
          .limit(Math.min(limit, LARGEST_PAGE))
          .toArray();
        return ok(
          rows.map(({ id, rules, reason, at, authorId, shopId }) => ({
            id,
            rules,
            reason,
            at,
            by: authorId,
            shopId,
            initials: initials(authorId),
          })),
        );
      }),
  };
};
