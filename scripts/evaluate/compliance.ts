import * as v from 'valibot';
import { lexiconFiles, ruleFiles } from '@/utils/catalog/rules/rule-files';
import { check, compile, type CompiledPack } from '@/utils/domain/compliance/engine';
import type { CheckInput } from '@/utils/domain/compliance/input';
import { packFor } from '@/utils/domain/compliance/pack-for';
import { parseLexicon, parseRules } from '@/utils/domain/compliance/parse-rules';
import { brandAs } from '@/utils/domain/ids';

const DEFAULT_LANG = 'en';
// The text rules do not read the clock; a fixed moment keeps two runs alike.
const NOW = brandAs<'Instant'>('2026-01-01T00:00:00.000Z');

const line = v.object({
  id: v.optional(v.union([v.string(), v.number()])),
  text: v.string(),
  lang: v.optional(v.string(), DEFAULT_LANG),
  marketplace: v.optional(v.string(), 'any'),
  kind: v.optional(
    v.picklist(['review-request', 'order-update', 'reply-negative', 'dispute', 'pre-sale', 'address-check', 'other']),
  ),
  direction: v.optional(v.picklist(['proactive', 'reply']), 'reply'),
  history: v.optional(v.array(v.object({ at: v.string(), kind: v.string() }))),
});

const { rules, problems: ruleProblems } = parseRules(ruleFiles);
const { lexicon, problems: lexiconProblems } = parseLexicon(lexiconFiles);
const problems = [...ruleProblems, ...lexiconProblems];
if (problems.length > 0) throw new Error(problems.map((one) => `${one.rule}: ${one.message}`).join('\n'));

const packs = new Map<string, CompiledPack>();
const packOf = (lang: string): CompiledPack => {
  const known = packs.get(lang);
  if (known) return known;
  const compiled = compile(packFor(rules, lexicon, lang));
  packs.set(lang, compiled);
  return compiled;
};

/** Checks one message: `{id, text, lang?, marketplace, kind?, direction}` gives `{id, findings}`. */
export function evaluate(input: unknown): unknown {
  const { id, ...given } = v.parse(line, input);
  const message: CheckInput = { ...given, marketplace: brandAs<'MarketId'>(given.marketplace), now: NOW };
  const findings = check(message, packOf(given.lang));
  return { id, findings: findings.map(({ rule, severity, start, end }) => ({ rule, severity, start, end })) };
}
