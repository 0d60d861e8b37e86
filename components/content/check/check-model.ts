import type { Finding, Severity } from '@/utils/domain/compliance/input';
import type { GuardFinding } from '@/utils/domain/guards/guard-finding';
import type { Instant } from '@/utils/domain/ids';
import type { CheckModel, HeldPress, IssueCounts, ListedRule, ShownContext, ShownFinding } from '../model';
import type { ReadyRules } from '../session/rules';
import { packRule } from './check-text';
import type { Reviews } from './reviews';

const EXCERPT_CHARS = 80;

/** The guard that holds a press like a rule does: a message to the wrong buyer. */
const FOREIGN_ORDER = 'guard-foreign-order';

/** What the list is made of. */
export interface Found {
  readonly text: string;
  readonly rules: ReadyRules;
  readonly findings: readonly Finding[];
  readonly reviews: Pick<Reviews, 'guards' | 'context'>;
  readonly now: Instant;
}

/** Whether a press on send has to wait because of a rule. */
const holdsPress = (rules: ReadyRules, { rule, severity }: Pick<Finding, 'rule' | 'severity'>): boolean =>
  severity === 'block' && (rule === FOREIGN_ORDER || packRule(rules, rule)?.holds === true);

function muteDaysOf(rules: ReadyRules, rule: string): ListedRule['muteDays'] {
  const known = packRule(rules, rule);
  if (known?.locked) return 0;
  return rule === FOREIGN_ORDER || known?.holds ? 1 : 30;
}

const listed = (rules: ReadyRules, { rule, severity }: Pick<Finding, 'rule' | 'severity'>): readonly ListedRule[] => {
  const text = rules.texts[rule];
  return text ? [{ rule, severity, text, muteDays: muteDaysOf(rules, rule) }] : [];
};

/** Mutes that still hold; their rules are in no pack, but guards and context rules are found elsewhere. */
const mutedNow = ({ rules, now }: Pick<Found, 'rules' | 'now'>) => rules.muted.filter(({ until }) => until > now);

/** Everything of the list that the text, its reviews and the rules decide. */
export function issuesOf(found: Found): Pick<CheckModel, 'findings' | 'context' | 'unknown' | 'muted'> {
  const { text, rules, reviews } = found;
  const muted = mutedNow(found);
  const isHeard = ({ rule }: { readonly rule: string }): boolean => !muted.some((mute) => mute.rule === rule);
  const shown = (finding: Finding & Partial<Pick<GuardFinding, 'said' | 'known'>>): readonly ShownFinding[] =>
    listed(rules, finding).map((rule) => ({
      ...rule,
      start: finding.start,
      end: finding.end,
      fixes: finding.fixes,
      excerpt: text.slice(finding.start, finding.end).slice(0, EXCERPT_CHARS),
      ...(finding.said !== undefined && { compared: { said: finding.said, known: finding.known ?? '' } }),
    }));
  const findings = [...found.findings, ...reviews.guards()]
    .filter(isHeard)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .flatMap(shown);
  const { findings: holding, unknown } = reviews.context();
  const context = holding
    .filter(isHeard)
    .flatMap((one): readonly ShownContext[] =>
      listed(rules, one).map((rule) => ({ ...rule, ...(one.at && { at: one.at }) })),
    );
  return {
    findings,
    context,
    unknown: [...new Set(unknown.filter(isHeard).flatMap(({ missing }) => missing))],
    muted: muted.map((mute) => ({ ...mute, title: rules.texts[mute.rule]?.title ?? mute.rule })),
  };
}

/** How many issues of each severity a list shows. */
export function countsOf({ findings, context }: Pick<CheckModel, 'findings' | 'context'>): IssueCounts {
  const counts: Record<Severity, number> = { block: 0, warn: 0, info: 0 };
  for (const { severity } of [...findings, ...context]) counts[severity] += 1;
  return counts;
}

/** An order number of the same form as this one that is another one: the form of a marketplace is read off its own. */
function namesOtherOrder(text: string, orderId: string): boolean {
  const form = orderId.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&').replace(/\d+/g, (digits) => `\\d{${digits.length}}`);
  if (!/\d{7}/.test(orderId)) return false;
  const known = new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'gu');
  return [...text.matchAll(known)].some(([number]) => number !== orderId);
}

/**
 * Why a press on send must wait, null when nothing says so. Before an answer about exactly this text has come, a number
 * that looks like another order's is reason enough; formatting never is.
 */
export function holdOf(
  found: Found & { readonly orderId: string | undefined; readonly isReviewed: boolean },
): (HeldPress & { readonly ids: readonly string[] }) | null {
  const { text, rules, reviews, orderId, isReviewed } = found;
  const muted = mutedNow(found);
  const held = [...found.findings, ...reviews.guards()].filter(
    (finding) => holdsPress(rules, finding) && !muted.some(({ rule }) => rule === finding.rule),
  );
  const isUnsure = !isReviewed && orderId !== undefined && namesOtherOrder(text, orderId);
  const byRule = new Map(held.map((finding) => [finding.rule, finding.severity]));
  if (isUnsure && !muted.some(({ rule }) => rule === FOREIGN_ORDER)) byRule.set(FOREIGN_ORDER, 'block');
  if (byRule.size === 0) return null;
  return {
    ids: [...byRule.keys()],
    rules: [...byRule].flatMap(([rule, severity]) => listed(rules, { rule, severity })),
  };
}
