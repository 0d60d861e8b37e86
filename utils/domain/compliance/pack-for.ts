import type { Lang } from '../ids';
import { detectorSources } from './detect/searches';
import type { Cues, Lexicon, Nearby, PackRule, Pattern, RulePack } from './rule';
import type { Rule } from './parse-rules';
import { spellOut } from './terms';

/** The key under which a lexicon keeps names that are the same in every language. */
export const EVERY_LANGUAGE = 'any';

/** Picks what one language needs: its rules, its cues and whatever needs no language. */
export function packFor(rules: readonly Rule[], lexicon: Lexicon, lang: Lang): RulePack {
  const base = lang.toLowerCase().split('-')[0] ?? lang;
  const own = lexicon[base];
  const available: Record<string, readonly string[]> = { ...lexicon[EVERY_LANGUAGE] };
  for (const [name, terms] of Object.entries(own ?? {})) available[name] = [...(available[name] ?? []), ...terms];

  const packed = rules.flatMap((rule) => {
    const isWritten = own !== undefined && rule.languages.includes(base);
    const patterns = isWritten ? rule.patterns : rule.patterns.filter(needsNoLanguage);
    return patterns.length === 0 ? [] : [toPackRule(rule, patterns, base)];
  });
  const used = new Set(packed.flatMap(cuesOfRule));
  const cues: Cues = Object.fromEntries(
    Object.entries(available)
      .filter(([name]) => used.has(name) || name.startsWith('@'))
      .map(([name, terms]) => [name, name.startsWith('@') ? terms : spellOut(terms)]),
  );
  const isFull = own !== undefined && rules.every((rule) => rule.languages.includes(base));
  const content = { lang: base, isFull, rules: packed, cues, detectors: detectorSources };
  return { version: `${base}-${hash(JSON.stringify(content))}`, ...content };
}

const toPackRule = (rule: Rule, patterns: readonly Pattern[], lang: Lang): PackRule => {
  const { id, marketplaces, severity, escalate, directions, kinds } = rule;
  const text = rule.fix?.text?.[lang];
  return {
    id,
    marketplaces,
    severity,
    patterns,
    ...(escalate && { escalate }),
    ...(directions && { directions }),
    ...(kinds && { kinds }),
    ...(rule.fix && { fix: { kind: rule.fix.kind, ...(text !== undefined && { text }) } }),
  };
};

/** Names of the cue classes a rule reads, without unions and detectors. */
export const cuesOfRule = (rule: Pick<PackRule, 'patterns' | 'escalate'>): readonly string[] =>
  [
    ...rule.patterns.flatMap(refsOfPattern),
    ...(rule.escalate ?? []).flatMap((step) => (step.near ? refs(step.near) : [])),
  ]
    .flatMap((ref) => ref.split('|'))
    .filter((name) => !name.startsWith('@'));

const refsOfPattern = (pattern: Pattern): readonly string[] => [
  pattern.find,
  ...(pattern.near ?? []).flatMap(refs),
  ...(pattern.not ?? []).flatMap(refs),
];

const refs = (nearby: Nearby): readonly string[] => [nearby.cue, ...(nearby.not ?? []).flatMap(refs)];

// Guards may name cues: where a language has none of them the guard is silent, the pattern still holds.
const needsNoLanguage = (pattern: Pattern): boolean =>
  [pattern.find, ...(pattern.near ?? []).map((nearby) => nearby.cue)].every(
    (ref) => ref.startsWith('@') && !ref.includes('|'),
  );

/** FNV-1a, 32 bit: enough to tell one build's pack from another's. */
const hash = (text: string): string => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
};
