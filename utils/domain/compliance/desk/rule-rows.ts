/**
 * What a desk has decided, as rows that travel and merge (ADR 17): one row for each rule, and one for each lock with what its
 * author has decided. Whether a lock binds is worked out when rows are read, from who is marked as lead here, so that every
 * desk keeps the same rows whomever it trusts.
 */
import type { AgentId } from '../../ids';
import type { RuleRow, Stamp } from '../../records';
import { noDeskRules, type DeskRules, type OwnRule, type OwnWords, type RuleSetting } from '../desk-rules';
import { shortHash } from '../../text/short-hash';
import { deskLimits } from './own-rule';
import { HOLDS_SENDING, lockId, readLockId } from './rule-row-id';

/** Most settings a desk works with; no pack holds more. */
const mostSettings = 500;

/** Whose decisions and locks count. */
export interface Trust {
  readonly self: AgentId;
  /** Team-mates marked as lead. */
  readonly leads: ReadonlySet<AgentId>;
}

/** Who has locked a rule: a pack, a lead, or this agent for all the others. */
export interface RuleLock {
  readonly rule: string;
  readonly by: 'pack' | 'lead' | 'self';
  readonly author: AgentId;
}

/** A desk without the locks of others, and the rules this agent has locked for the team: what this agent can change. */
export interface OwnDesk {
  readonly desk: DeskRules;
  readonly team: ReadonlySet<string>;
}

/** What rows say. */
export interface ReadRules {
  /** What holds here. */
  readonly desk: DeskRules;
  readonly base: OwnDesk;
  readonly locks: readonly RuleLock[];
}

const WORDS = [
  ...(['title', 'why', 'alternative', 'words', 'unless'] as const),
  ...(['severity', 'marketplaces', 'langs', 'replacement'] as const),
] satisfies readonly (keyof OwnWords)[];

type Decision = Pick<RuleRow, 'severity' | 'off' | 'own'>;

const decisionIn = ({ severity, off, own }: Decision): Decision => ({
  ...(severity && { severity }),
  ...(off && { off }),
  ...(own && { own }),
});

const isEmpty = (decision: Decision): boolean => Object.keys(decision).length === 0;
/** The same whatever order its fields were written in. */
const textOf = ({ severity, off, own, lock }: Decision & Pick<RuleRow, 'lock'>): string =>
  JSON.stringify([severity, off, lock, own && WORDS.map((name) => own[name])]);

const isAlike = (a: Decision & Pick<RuleRow, 'lock'>, b: Decision & Pick<RuleRow, 'lock'>): boolean =>
  textOf(a) === textOf(b);

const wordsOf = ({ id: _id, locked: _locked, ...words }: OwnRule): OwnWords => words;

const decisionOf = ({ settings, own }: DeskRules, rule: string): Decision => {
  const setting: RuleSetting = (Object.hasOwn(settings, rule) ? settings[rule] : undefined) ?? {};
  const written = own.find(({ id }) => id === rule);
  const { severity } = setting;
  return {
    ...(severity && { severity }),
    ...(setting.off && { off: 1 as const }),
    ...(written && { own: wordsOf(written) }),
  };
};

/** Whether a desk has decided something about a rule. */
export const isDecided = (desk: DeskRules, rule: string): boolean => !isEmpty(decisionOf(desk, rule));

const isLockedIn = ({ settings, own }: DeskRules, rule: string): boolean =>
  (Object.hasOwn(settings, rule) && settings[rule]?.locked === true) ||
  own.some(({ id, locked }) => id === rule && locked === true);

const rulesIn = (desks: readonly DeskRules[], more: Iterable<string> = []): readonly string[] =>
  [
    ...new Set([
      ...desks.flatMap(({ settings, own }) => [...Object.keys(settings), ...own.map(({ id }) => id)]),
      ...more,
    ]),
  ].sort();

/** A decision that counts, and whether it is locked. */
interface Held {
  readonly rule: string;
  readonly row: Decision;
  readonly isLocked: boolean;
}

/** What is locked comes first where there is more than a desk can hold; the rest in the order of ids, everywhere alike. */
const within = (held: readonly Held[], most: number): readonly Held[] =>
  held.length <= most
    ? held
    : [...held.filter(({ isLocked }) => isLocked), ...held.filter(({ isLocked }) => !isLocked)].slice(0, most);

const asDesk = (held: readonly Held[], holdsSending: boolean): DeskRules => {
  const own = within(
    held.filter(({ row }) => row.own !== undefined),
    deskLimits.rules,
  );
  const settings = held.flatMap(({ rule, row, isLocked }): readonly (readonly [string, RuleSetting])[] => {
    const { severity, off } = row;
    const locked = isLocked && row.own === undefined ? { locked: true as const } : {};
    const setting: RuleSetting = { ...(severity && { severity }), ...(off && { off: true }), ...locked };
    return Object.keys(setting).length === 0 ? [] : [[rule, setting]];
  });
  return {
    settings: Object.fromEntries(settings.slice(0, mostSettings)),
    own: own.flatMap(({ rule, row, isLocked }) =>
      row.own ? [{ id: rule, ...row.own, ...(isLocked && { locked: true as const }) }] : [],
    ),
    holdsSending,
  };
};

const isLater = (a: RuleRow, b: RuleRow): boolean => (a.hlc === b.hlc ? a.id > b.id : a.hlc > b.hlc);

/** What rows say to somebody who trusts these leads. Of several leads the one who locked last counts. */
export const readRuleRows = (rows: Iterable<RuleRow>, { self, leads }: Trust): ReadRules => {
  const plain = new Map<string, RuleRow>();
  const mine = new Map<string, RuleRow>();
  const theirs = new Map<string, RuleRow>();
  for (const row of rows) {
    if (row.deleted === 1) continue;
    const lock = readLockId(row.id);
    if (lock === null) plain.set(row.id, row);
    // A row that names another author than its own stamp is nobody's lock.
    else if (lock.author !== row.authorId || row.lock === undefined) continue;
    else if (lock.author === self) mine.set(lock.rule, row);
    else if (leads.has(lock.author)) {
      const known = theirs.get(lock.rule);
      if (known === undefined || isLater(row, known)) theirs.set(lock.rule, row);
    }
  }
  const holds = plain.get(HOLDS_SENDING)?.on === 1;
  plain.delete(HOLDS_SENDING);
  const held = (locks: ReadonlyMap<string, RuleRow>): readonly Held[] =>
    [...new Set([...plain.keys(), ...mine.keys(), ...locks.keys()])].sort().map((rule) => ({
      rule,
      row: decisionIn(locks.get(rule) ?? mine.get(rule) ?? plain.get(rule) ?? {}),
      isLocked: locks.has(rule) || mine.get(rule)?.lock === 'pack',
    }));
  const team = [...mine].filter(([, { lock }]) => lock === 'team').map(([rule]) => rule);
  const lockOf = (rule: string): RuleLock => {
    const lead = theirs.get(rule);
    if (lead) return { rule, by: 'lead', author: lead.authorId };
    return { rule, by: mine.get(rule)?.lock === 'pack' ? 'pack' : 'self', author: self };
  };
  return {
    desk: asDesk(held(theirs), holds),
    base: { desk: asDesk(held(new Map()), holds), team: new Set(team) },
    locks: [...new Set([...theirs.keys(), ...mine.keys()])].sort().map(lockOf),
  };
};

/** What a change is written with. */
export interface RowChange {
  /** The rows there are, by id. */
  readonly rows: ReadonlyMap<string, RuleRow>;
  readonly before: OwnDesk;
  readonly after: OwnDesk;
  readonly stamp: Stamp;
  /** Rules a lead has locked: nothing is written about them. */
  readonly kept: ReadonlySet<string>;
}

/** The row to write so that a row says this; none where it says so already. */
const written = (
  { rows, stamp }: RowChange,
  id: string,
  content: Decision & Pick<RuleRow, 'lock'>,
): readonly RuleRow[] => {
  const now = rows.get(id);
  const isAlive = now?.deleted === 0;
  if (isEmpty(content)) return isAlive ? [{ ...stamp, deleted: 1, id }] : [];
  return isAlive && isAlike(now, content) ? [] : [{ ...stamp, id, ...content }];
};

/** The rows that make a desk of another one; rules that stay as they are keep their rows. */
export const rowsOfChange = (change: RowChange): readonly RuleRow[] => {
  const { rows, before, after, stamp, kept } = change;
  const switched = before.desk.holdsSending !== after.desk.holdsSending;
  const hold: RuleRow = { ...stamp, id: HOLDS_SENDING, on: after.desk.holdsSending ? 1 : 0 };
  const rules = rulesIn([before.desk, after.desk], [...before.team, ...after.team]).filter((rule) => !kept.has(rule));
  const changed = rules.flatMap((rule): readonly RuleRow[] => {
    const [was, is] = [decisionOf(before.desk, rule), decisionOf(after.desk, rule)];
    const ownLock = lockId(stamp.authorId, rule);
    const isPack = isLockedIn(after.desk, rule);
    const isTeam = !isPack && after.team.has(rule) && !isEmpty(is);
    const lock = isPack ? ('pack' as const) : isTeam ? ('team' as const) : null;
    const isOpened = lock === null && rows.get(ownLock)?.deleted === 0;
    return [
      // What was locked stands on its own once the lock is gone, whatever others have said meanwhile.
      ...(isAlike(was, is) && !isOpened ? [] : written(change, rule, is)),
      ...written(change, ownLock, lock === null ? {} : { ...is, lock }),
    ];
  });
  return switched ? [...changed, hold] : changed;
};

/** A desk as the rows of who has decided it, where there were none before. */
export const rowsOfDesk = (desk: DeskRules, stamp: Stamp): readonly RuleRow[] =>
  rowsOfChange({
    rows: new Map(),
    before: { desk: noDeskRules, team: new Set() },
    after: { desk, team: new Set() },
    stamp,
    kept: new Set(),
  });

/** The same as long as no row is written; tombstones count. */
export const printOfRows = (rows: Iterable<RuleRow>): string =>
  shortHash(
    [...rows]
      .map(({ id, hlc }) => `${id} ${hlc}`)
      .sort()
      .join('\n'),
  );
