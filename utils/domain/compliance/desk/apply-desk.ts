import type { Instant } from '../../ids';
import type { DeskRules, Mute, OwnRule, RuleSetting } from '../desk-rules';
import type { Severity } from '../input';
import type { RuleText } from '../pack';
import { shortHash } from '../../text/short-hash';
import type { PackRule, RulePack } from '../rule';
import type { TermPath } from '../term-path';
import { termOf } from './own-rule';

/** What a desk and one agent have decided, at one moment. */
export interface ActiveDesk {
  readonly desk: DeskRules;
  readonly mutes: readonly Pick<Mute, 'rule' | 'until'>[];
  readonly now: Instant;
}

/** Guards with whose contradiction a message risks the account: another buyer's order is shown to this one. */
export const holdingGuards: readonly string[] = ['guard-foreign-order'];

/** What a desk has changed about a rule; an id is never looked up in the object's own kind. */
export const settingOf = (desk: DeskRules, rule: string): RuleSetting | undefined =>
  Object.hasOwn(desk.settings, rule) ? desk.settings[rule] : undefined;

/** Whether an agent can neither mute, lower nor switch off a rule. */
export const isLocked = (desk: DeskRules, rule: string): boolean =>
  settingOf(desk, rule)?.locked === true || desk.own.some((own) => own.id === rule && own.locked === true);

/** The rules that are muted now; a lock wins over a mute that is older than it. */
export const mutedRules = ({ desk, mutes, now }: ActiveDesk): ReadonlySet<string> =>
  new Set(mutes.filter(({ rule, until }) => until > now && !isLocked(desk, rule)).map(({ rule }) => rule));

/** Changes whenever a desk decides something else about the rules; empty when it has decided nothing. */
export function deskVersion(active: ActiveDesk): string {
  const { settings, own } = active.desk;
  const muted = [...mutedRules(active)].sort();
  if (Object.keys(settings).length + own.length + muted.length === 0) return '';
  const sorted = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  return shortHash(JSON.stringify([sorted, own, muted]));
}

/** The rules of one language as this desk wants them: severities set, rules left out that are off or muted, own rules added. */
export function applyDesk(pack: RulePack, active: ActiveDesk): RulePack {
  const { desk } = active;
  const version = deskVersion(active);
  if (version === '') return pack;
  const muted = mutedRules(active);
  const shipped = pack.rules.flatMap((rule) => {
    const setting = settingOf(desk, rule.id);
    return setting?.off || muted.has(rule.id) ? [] : [withSetting(rule, setting)];
  });
  const own = desk.own.filter(
    ({ id, langs }) => !muted.has(id) && (langs.length === 0 || langs.some((lang) => baseOf(lang) === pack.lang)),
  );
  const everywhere = [...new Set(['any', ...pack.rules.flatMap(({ marketplaces }) => marketplaces)])];
  return {
    ...pack,
    version: `${pack.version}+${version}`,
    rules: [...shipped, ...own.map((rule) => toPackRule(rule, everywhere))],
    cues: { ...pack.cues, ...Object.fromEntries(own.flatMap(cuesOf)) },
  };
}

const baseOf = (lang: string): string => lang.toLowerCase().split('-')[0] ?? lang;

function withSetting(rule: PackRule, setting: RuleSetting | undefined): PackRule {
  if (setting === undefined) return rule;
  const { escalate, holds, severity: shipped, ...rest } = rule;
  const locked = setting.locked ? { locked: true as const } : {};
  const { severity } = setting;
  if (severity === undefined)
    return { ...rest, severity: shipped, ...(escalate && { escalate }), ...(holds && { holds }), ...locked };
  return {
    ...rest,
    // In place of the steps too: a desk that has decided is not overruled by the circumstances.
    severity: Object.fromEntries(['any', ...rule.marketplaces].map((market) => [market, severity])),
    // A hint that holds a press on send would be a hint in name alone.
    ...(holds && severity !== 'info' && { holds }),
    ...locked,
  };
}

const wordsCue = (id: string): string => `OWN:${id}`;
const unlessCue = (id: string): string => `UNLESS:${id}`;

const toPackRule = (own: OwnRule, everywhere: readonly string[]): PackRule => ({
  id: own.id,
  marketplaces: own.marketplaces.length === 0 ? everywhere : own.marketplaces,
  severity: { any: own.severity },
  patterns: [{ find: wordsCue(own.id), ...(own.unless.length > 0 && { not: [{ cue: unlessCue(own.id) }] }) }],
  fix: own.replacement === undefined ? { kind: 'drop' } : { kind: 'replace', text: own.replacement },
  ...(own.locked && { locked: own.locked }),
});

const termsOf = (words: readonly string[]): readonly TermPath[] =>
  words.flatMap((word) => {
    const term = termOf(word);
    return term === null ? [] : [[term]];
  });

const cuesOf = ({ id, words, unless }: OwnRule): readonly (readonly [string, readonly TermPath[]])[] => [
  [wordsCue(id), termsOf(words)],
  [unlessCue(id), termsOf(unless)],
];

/** Findings of context rules and guards as this desk wants them: without those it has switched off or muted. */
export function deskFindings<F extends { readonly rule: string; readonly severity: Severity }>(
  findings: readonly F[],
  active: ActiveDesk,
): readonly F[] {
  const muted = mutedRules(active);
  return findings.flatMap((finding) => {
    const setting = settingOf(active.desk, finding.rule);
    if (setting?.off || muted.has(finding.rule)) return [];
    return [setting?.severity === undefined ? finding : { ...finding, severity: setting.severity }];
  });
}

/** What a person reads about a desk's own rules. */
export const ownTexts = (desk: DeskRules): Readonly<Record<string, RuleText>> =>
  Object.fromEntries(desk.own.map(({ id, title, why, alternative }) => [id, { title, why, alternative, sources: [] }]));
