import { shortHash } from '../text/short-hash';
import type { Lang } from '../ids';
import { ALLOWED_HOSTS } from './detect/detectors';
import { detectorSources } from './detect/searches';
import type { Cues, LanguageRules, Nearby, PackCues, PackRule, Pattern, RulePack, RuleWording } from './rule';
import type { Rule } from './parse-rules';
import { spellOut } from './terms';

/** Picks what one language needs: its rules, its cues and whatever needs no language. */
export function packFor(rules: readonly Rule[], common: Cues, language: LanguageRules | null, lang: Lang): RulePack {
  const base = lang.toLowerCase().split('-')[0] ?? lang;
  const available: Record<string, readonly string[]> = { ...common };
  const add = (cues: Cues | undefined): void => {
    for (const [name, terms] of Object.entries(cues ?? {})) available[name] = [...(available[name] ?? []), ...terms];
  };
  add(language?.cues);
  for (const { id } of rules) add(language?.rules[id]?.cues);

  const packed = rules.flatMap((rule) => {
    const wording = language?.rules[rule.id];
    const patterns = wording ? [...rule.patterns, ...(wording.patterns ?? [])] : rule.patterns.filter(needsNoLanguage);
    return patterns.length === 0 ? [] : [toPackRule(rule, patterns, wording)];
  });
  const used = new Set(packed.flatMap(cuesOfRule));
  const cues: PackCues = Object.fromEntries(
    Object.entries(available)
      .filter(([name]) => used.has(name))
      .map(([name, terms]) => [name, spellOut(terms)]),
  );
  const hosts = available[ALLOWED_HOSTS] ?? [];
  const isFull = language !== null && rules.every((rule) => language.rules[rule.id] !== undefined);
  const content = { lang: base, isFull, rules: packed, cues, hosts, detectors: detectorSources };
  return { version: `${base}-${shortHash(JSON.stringify(content))}`, ...content };
}

const toPackRule = (rule: Rule, patterns: readonly Pattern[], wording: RuleWording | undefined): PackRule => {
  const { id, marketplaces, severity, escalate, directions, kinds, holds, fix } = rule;
  const text = wording?.fix;
  return {
    id,
    marketplaces,
    severity,
    patterns,
    ...(escalate && { escalate }),
    ...(directions && { directions }),
    ...(kinds && { kinds }),
    ...(holds && { holds }),
    ...(fix && { fix: { kind: fix, ...(text !== undefined && { text }) } }),
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
