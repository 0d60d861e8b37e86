import * as v from 'valibot';
import { check } from '@/utils/domain/compliance/engine';
import type { CheckInput } from '@/utils/domain/compliance/input';
import { brandAs } from '@/utils/domain/ids';
import { checkerOf } from './lib/rule-packs';

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

/** Checks one message: `{id, text, lang?, marketplace, kind?, direction}` gives `{id, findings}`. */
export function evaluate(input: unknown): unknown {
  const { id, ...given } = v.parse(line, input);
  const message: CheckInput = { ...given, marketplace: brandAs<'MarketId'>(given.marketplace), now: NOW };
  const findings = check(message, checkerOf(given.lang));
  return { id, findings: findings.map(({ rule, severity, start, end }) => ({ rule, severity, start, end })) };
}
