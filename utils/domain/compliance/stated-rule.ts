import * as v from 'valibot';
import type { RuleSource } from './parse-rules';

const severity = v.picklist(['block', 'warn', 'info']);

const stated = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^(?:ctx|guard|note)-[a-z]+(?:-[a-z]+)*$/)),
  marketplaces: v.array(v.string()),
  severity,
  texts: v.record(v.string(), v.strictObject({ title: v.string(), why: v.string(), alternative: v.string() })),
  /** Keys of `rules/sources.json`; empty for guards, which rest on the page. */
  sources: v.array(v.string()),
});

/** A rule whose condition is code, not cues: what people read about it is data all the same. */
export type StatedRule = Omit<v.InferOutput<typeof stated>, 'sources'> & { readonly sources: readonly RuleSource[] };

/** Reads context, guard and note rules; what does not fit is left out. */
export function parseStatedRules(
  json: unknown,
  sources: Readonly<Record<string, Omit<RuleSource, 'key'>>>,
): readonly StatedRule[] {
  return (Array.isArray(json) ? (json as readonly unknown[]) : []).flatMap((entry) => {
    const parsed = v.safeParse(stated, entry);
    if (!parsed.success) return [];
    const named = parsed.output.sources.flatMap((key) => {
      const known = sources[key];
      return known ? [{ key, ...known }] : [];
    });
    return [{ ...parsed.output, sources: named }];
  });
}
