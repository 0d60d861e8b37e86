import type { DeskRules, OwnRule, RuleSetting } from '../desk-rules';
import type { Severity } from '../input';
import { HOLDS_SENDING } from './rule-row-id';

/** How a rule stands: as it was shipped, off, or at a severity of the desk's own. */
export type RuleState = 'shipped' | 'off' | Severity;

/** One difference an import would make. */
export interface DeskChange {
  /** Id of the rule; `holds-sending` for the switch itself. */
  readonly id: string;
  /** Title of an own rule. */
  readonly title?: string;
  /** `locked`, `unlocked`: nothing else about the rule changes. */
  readonly kind: 'added' | 'changed' | 'removed' | 'locked' | 'unlocked';
  readonly before?: RuleState;
  readonly after?: RuleState;
  /** Whether it is locked afterwards. */
  readonly isLocked: boolean;
}

const stateOf = (setting: RuleSetting | undefined): RuleState =>
  setting?.off ? 'off' : (setting?.severity ?? 'shipped');

const sorted = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort();

function settingChange(id: string, from: RuleSetting | undefined, to: RuleSetting | undefined): DeskChange | null {
  const [before, after] = [stateOf(from), stateOf(to)];
  const isLocked = to?.locked === true;
  if (before !== after) return { id, kind: 'changed', before, after, isLocked };
  if (isLocked === (from?.locked === true)) return null;
  return { id, kind: isLocked ? 'locked' : 'unlocked', before, after, isLocked };
}

/** The same whatever order its properties were written in. */
const contentOf = (rule: OwnRule): string =>
  JSON.stringify([
    rule.title,
    rule.why,
    rule.alternative,
    rule.words,
    rule.unless,
    rule.severity,
    rule.marketplaces,
    rule.langs,
    rule.replacement,
  ]);

function ownChange(id: string, from: OwnRule | undefined, to: OwnRule | undefined): DeskChange | null {
  const isLocked = to?.locked === true;
  const states = { ...(from && { before: from.severity }), ...(to && { after: to.severity }) };
  const title = (to ?? from)?.title ?? id;
  if (!from) return { id, title, kind: 'added', ...states, isLocked };
  if (!to) return { id, title, kind: 'removed', ...states, isLocked };
  if (contentOf(from) !== contentOf(to)) return { id, title, kind: 'changed', ...states, isLocked };
  if (isLocked === (from.locked === true)) return null;
  return { id, title, kind: isLocked ? 'locked' : 'unlocked', ...states, isLocked };
}

/** What would be different, rule by rule: settings first, then own rules, then the switch. */
export function compareDesks(before: DeskRules, after: DeskRules): readonly DeskChange[] {
  const settings = sorted([...Object.keys(before.settings), ...Object.keys(after.settings)]).flatMap(
    (id) => settingChange(id, before.settings[id], after.settings[id]) ?? [],
  );
  const byId = (own: readonly OwnRule[]) => new Map(own.map((rule) => [rule.id, rule]));
  const [from, to] = [byId(before.own), byId(after.own)];
  const own = sorted([...from.keys(), ...to.keys()]).flatMap((id) => ownChange(id, from.get(id), to.get(id)) ?? []);
  if (before.holdsSending === after.holdsSending) return [...settings, ...own];
  const hold = { id: HOLDS_SENDING, kind: after.holdsSending ? 'added' : 'removed', isLocked: false } as const;
  return [...settings, ...own, hold];
}
