import * as v from 'valibot';
import type { Lang } from '../ids';
import type { Lexicon, Nearby } from './rule';

const severity = v.picklist(['block', 'warn', 'info']);
const byLanguage = v.record(v.string(), v.string());

const nearby: v.GenericSchema<Nearby> = v.strictObject({
  cue: v.string(),
  words: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  reach: v.optional(v.picklist(['same', 'next', 'message'])),
  side: v.optional(v.picklist(['before', 'after'])),
  not: v.optional(v.array(v.lazy(() => nearby))),
});

const pattern = v.strictObject({
  find: v.string(),
  near: v.optional(v.array(nearby)),
  not: v.optional(v.array(nearby)),
});

const example = v.union([v.string(), v.strictObject({ text: v.string(), marketplace: v.string() })]);

const rule = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*$/)),
  marketplaces: v.pipe(v.array(v.string()), v.minLength(1)),
  directions: v.optional(v.array(v.picklist(['proactive', 'reply']))),
  kinds: v.optional(
    v.array(
      v.picklist(['review-request', 'order-update', 'reply-negative', 'dispute', 'pre-sale', 'address-check', 'other']),
    ),
  ),
  severity: v.record(v.string(), severity),
  escalate: v.optional(
    v.array(
      v.strictObject({
        severity,
        marketplaces: v.optional(v.array(v.string())),
        repeated: v.optional(v.literal(true)),
        near: v.optional(nearby),
      }),
    ),
  ),
  patterns: v.pipe(v.array(pattern), v.minLength(1)),
  fix: v.optional(
    v.strictObject({
      kind: v.picklist(['drop', 'drop-sentence', 'rewrite', 'blank-line']),
      text: v.optional(byLanguage),
    }),
  ),
  languages: v.array(v.string()),
  texts: v.record(v.string(), v.strictObject({ title: v.string(), why: v.string(), alternative: v.string() })),
  sources: v.pipe(
    v.array(v.strictObject({ key: v.string(), title: v.string(), readOn: v.pipe(v.string(), v.isoDate()) })),
    v.minLength(1),
  ),
  examples: v.record(
    v.string(),
    v.strictObject({ bad: v.array(example), good: v.array(example), nearMiss: v.array(example) }),
  ),
});

const lexicon = v.record(v.string(), v.record(v.string(), v.array(v.pipe(v.string(), v.minLength(1)))));

/** One rule as its file states it: detection, explanations, sources and the sentences that test it. */
export type Rule = v.InferOutput<typeof rule>;

/** A rule file that does not fit, and why. */
export interface RuleProblem {
  readonly rule: string;
  readonly message: string;
}

/** Reads rule files; those that do not fit are listed, the others still count. */
export function parseRules(json: unknown): {
  readonly rules: readonly Rule[];
  readonly problems: readonly RuleProblem[];
} {
  const rules: Rule[] = [];
  const problems: RuleProblem[] = [];
  const entries: readonly unknown[] = Array.isArray(json) ? json : [json];
  entries.forEach((entry, at) => {
    const parsed = v.safeParse(rule, entry);
    const named = v.safeParse(v.object({ id: v.string() }), entry);
    const name = named.success ? named.output.id : `#${at}`;
    if (!parsed.success) {
      problems.push({
        rule: name,
        message: parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('; '),
      });
    } else if (rules.some((known) => known.id === parsed.output.id)) {
      problems.push({ rule: name, message: 'the id is taken' });
    } else rules.push(parsed.output);
  });
  rules.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { rules, problems };
}

/** Reads cue terms by language; languages that do not fit are left out and listed. */
export function parseLexicon(json: Readonly<Record<Lang, unknown>>): {
  readonly lexicon: Lexicon;
  readonly problems: readonly RuleProblem[];
} {
  const problems: RuleProblem[] = [];
  const read: Record<Lang, Lexicon[string]> = {};
  for (const [lang, cues] of Object.entries(json)) {
    const parsed = v.safeParse(lexicon, { [lang]: cues });
    if (parsed.success) Object.assign(read, parsed.output);
    else problems.push({ rule: `lexicon ${lang}`, message: parsed.issues.map((issue) => issue.message).join('; ') });
  }
  return { lexicon: read, problems };
}
