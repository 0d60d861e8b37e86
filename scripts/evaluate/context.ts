import * as v from 'valibot';
import { checkContext } from '@/utils/domain/compliance/context/check-context';

const line = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  input: v.looseObject({ now: v.string(), marketplace: v.string() }),
});

/** Checks one moment: `{id, input}` gives `{id, findings: [rule, …], unknown: [rule, …]}`. */
export function evaluate(given: unknown): unknown {
  const { id, input } = v.parse(line, given);
  const { findings, unknown } = checkContext(input);
  return {
    id,
    findings: findings.map(({ rule, level }) => (level ? `${rule}:${level}` : rule)),
    unknown: unknown.map(({ rule }) => rule),
  };
}
