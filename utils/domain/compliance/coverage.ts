import type { Coverage } from './pack';
import type { RulePack } from './rule';

/** Tells how much of the rule set a pack covers. */
export const coverageOf = (pack: RulePack): Coverage => ({
  kind: pack.isFull ? 'full' : 'limited',
  rulesRun: pack.rules.length,
});
