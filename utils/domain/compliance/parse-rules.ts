import * as v from 'valibot';
import type { Cues, LanguageRules, Nearby } from './rule';

const severity = v.picklist(['block', 'warn', 'info']);
const terms = v.array(v.pipe(v.string(), v.minLength(1)));

const nearby: v.GenericSchema<Nearby> = v.strictObject({
  cue: v.string(),
  words: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  reach: v.optional(v.picklist(['same', 'next', 'message'])),
  side: v.optional(v.picklist(['before', 'after'])),
  clause: v.optional(v.literal('same')),
  not: v.optional(v.array(v.lazy(() => nearby))),
});

const pattern = v.strictObject({
  find: v.string(),
  near: v.optional(v.array(nearby)),
  not: v.optional(v.array(nearby)),
});

const source = v.strictObject({
  title: v.string(),
  readOn: v.pipe(v.string(), v.isoDate()),
  /** `read`: the page itself; `secondary`: copies and summaries of it; `recalled`: general knowledge, to be checked. */
  confidence: v.picklist(['read', 'secondary', 'recalled']),
});

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
  holds: v.optional(v.literal(true)),
  fix: v.optional(v.picklist(['drop', 'drop-sentence', 'rewrite', 'blank-line'])),
  texts: v.record(v.string(), v.strictObject({ title: v.string(), why: v.string(), alternative: v.string() })),
  sources: v.pipe(v.array(v.string()), v.minLength(1)),
});

const wording = v.strictObject({
  cues: v.optional(v.record(v.string(), terms)),
  patterns: v.optional(v.array(pattern)),
  fix: v.optional(v.string()),
});

const languageRules = v.strictObject({
  cues: v.record(v.string(), terms),
  rules: v.record(v.string(), wording),
});

/** One rule as its file states it: what it detects, how grave it is, and what people read about it. */
export type Rule = Omit<v.InferOutput<typeof rule>, 'sources'> & { readonly sources: readonly RuleSource[] };

/** Where a rule is written down. */
export type RuleSource = v.InferOutput<typeof source> & { readonly key: string };

/** A rule file that does not fit, and why. */
export interface RuleProblem {
  readonly rule: string;
  readonly message: string;
}

const messageOf = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues.map((issue) => `${v.getDotPath(issue as never) ?? ''}: ${issue.message}`).join('; ');

/** Reads rule files and the list of sources they name; rules that do not fit are listed, the others still count. */
export function parseRules(json: unknown): {
  readonly rules: readonly Rule[];
  /** Languages with terms of their own. */
  readonly languages: readonly string[];
  readonly sources: Readonly<Record<string, Omit<RuleSource, 'key'>>>;
  readonly problems: readonly RuleProblem[];
} {
  const rules: Rule[] = [];
  const problems: RuleProblem[] = [];
  const files = v.safeParse(
    v.object({ rules: v.array(v.unknown()), sources: v.record(v.string(), source), languages: v.array(v.string()) }),
    json,
  );
  if (!files.success)
    return { rules, languages: [], sources: {}, problems: [{ rule: '*', message: messageOf(files.issues) }] };
  files.output.rules.forEach((entry, at) => {
    const parsed = v.safeParse(rule, entry);
    const named = v.safeParse(v.object({ id: v.string() }), entry);
    const name = named.success ? named.output.id : `#${at}`;
    if (!parsed.success) {
      problems.push({ rule: name, message: messageOf(parsed.issues) });
      return;
    }
    const sources = parsed.output.sources.flatMap((key) => {
      const known = files.output.sources[key];
      return known ? [{ key, ...known }] : [];
    });
    if (rules.some((known) => known.id === parsed.output.id)) problems.push({ rule: name, message: 'the id is taken' });
    else if (sources.length < parsed.output.sources.length)
      problems.push({ rule: name, message: 'a source is not listed' });
    else rules.push({ ...parsed.output, sources });
  });
  rules.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { rules, languages: files.output.languages, sources: files.output.sources, problems };
}

/** Reads the terms and wordings of one language. */
export function parseLanguageRules(
  json: unknown,
  lang: string,
): { readonly language: LanguageRules | null; readonly problems: readonly RuleProblem[] } {
  const parsed = v.safeParse(languageRules, json);
  return parsed.success
    ? { language: parsed.output, problems: [] }
    : { language: null, problems: [{ rule: lang, message: messageOf(parsed.issues) }] };
}

/** Reads the terms that are the same in every language. */
export function parseCommonCues(json: unknown): Cues {
  const parsed = v.safeParse(v.record(v.string(), terms), json);
  return parsed.success ? parsed.output : {};
}
