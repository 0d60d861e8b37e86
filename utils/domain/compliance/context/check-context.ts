import type { ContextFinding, ContextInput, ContextReport } from './context-input';
import { messageRules } from './message-rules';
import { requestRules } from './request-rules';

const MARKETS = ['amazon', 'aliexpress'];
const rules = [...requestRules, ...messageRules];

/** Ids of all context rules. */
export const contextRuleIds: readonly string[] = rules.map(({ id }) => id);

/**
 * Checks a message against what is known of the moment, the order and the buyer; facts that are not known make a
 * rule unknown, never a pass or a block.
 *
 * Source: policy table of contextual rules, sources A1, A5, A9, A10, X1, X3, X4, L3.
 */
export function checkContext(input: ContextInput): ContextReport {
  if (!MARKETS.includes(input.marketplace)) return { findings: [], unknown: [] };
  const findings: ContextFinding[] = [];
  const unknown: { rule: string; missing: readonly string[] }[] = [];
  for (const rule of rules) {
    const said = rule.verdict(input);
    const { id } = rule;
    if (said === 'silent') continue;
    if ('missing' in said) unknown.push({ rule: id, missing: said.missing });
    else findings.push({ rule: id, ...said });
  }
  return { findings, unknown };
}
