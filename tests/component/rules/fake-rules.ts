import { vi } from 'vitest';
import type { ApiResult } from '@/utils/app/api';
import type { DeskView, ReviewedOverride, RuleExamples, RulesApi } from '@/utils/app/rules-api';
import { commonCues, languageFiles, ruleExamples, ruleFiles } from '@/utils/catalog/rules/rule-files';
import { coverageOf } from '@/utils/domain/compliance/coverage';
import { noDeskRules, type DeskRules, type OwnRule } from '@/utils/domain/compliance/desk-rules';
import { applyDesk } from '@/utils/domain/compliance/desk/apply-desk';
import {
  openLocks,
  removeOwnRule,
  saveOwnRule,
  setRule,
  type DeskProblem,
} from '@/utils/domain/compliance/desk/change-desk';
import { deskFromPack, packFromDesk, readRulePack } from '@/utils/domain/compliance/desk/pack-file';
import { packFor } from '@/utils/domain/compliance/pack-for';
import { parseCommonCues, parseLanguageRules, parseRules } from '@/utils/domain/compliance/parse-rules';
import { parseStatedRules } from '@/utils/domain/compliance/stated-rule';
import { brandAs, type Instant } from '@/utils/domain/ids';
import { err, ok, type Result } from '@/utils/domain/result';

const { rules, languages, sources } = parseRules(ruleFiles);
const statedFiles = import.meta.glob<unknown>('../../../utils/catalog/stated-rules/*/*.json', {
  eager: true,
  import: 'default',
});
const stated = parseStatedRules(Object.values(statedFiles), sources);

// A few of every topic: to walk all seventy takes a document without layout many seconds. The browser test has them all.
const shown = new Set(
  (
    'review-incentive review-change-request contact-email tone-blame tone-shouting fmt-emoji promo-coupon ' +
    'ctx-too-early guard-language note-contact-data'
  ).split(' '),
);
const isShown = ({ id }: { readonly id: string }): boolean => shown.has(id);

const shippedPack = (lang: string) =>
  packFor(
    rules,
    parseCommonCues(commonCues),
    languages.includes(lang) ? parseLanguageRules(languageFiles[lang], lang).language : null,
    lang,
  );

const examplesIn = (lang: string): Record<string, RuleExamples> =>
  Object.fromEntries(
    ruleExamples
      .filter((one) => one.lang === lang)
      .map(({ rule, bad, good, nearMiss }) => [rule, { bad, good, nearMiss }]),
  );

/** What the fake's desk has decided at its start. */
export interface HeldRules {
  readonly desk?: Partial<DeskRules>;
  readonly mutes?: DeskView['mutes'];
  readonly overrides?: readonly ReviewedOverride[];
  /** Locks of leads. */
  readonly locks?: DeskView['locks'];
}

export const anOwnRule = (change: Partial<OwnRule> = {}): OwnRule => ({
  id: 'own-guarantee',
  title: 'Word of the house',
  why: 'Legal asked us not to.',
  alternative: 'Say warranty.',
  words: ['guarantee*'],
  unless: ['A-to-z'],
  severity: 'warn',
  marketplaces: [],
  langs: [],
  replacement: 'warranty',
  ...change,
});

/** The rules of the API over the shipped rules, in memory. */
export function fakeRules({
  able,
  announce,
  ...held
}: HeldRules & {
  readonly able: <T>(work: () => T) => ApiResult<T>;
  readonly announce: () => void;
}) {
  let desk: DeskRules = { ...noDeskRules, ...held.desk };
  let before: { desk: DeskRules; name: string } | null = null;
  let mutes = held.mutes ?? [];
  const at = brandAs<'Instant'>('2026-11-22T09:00:00.000Z') satisfies Instant;
  let team: readonly string[] = [];
  const locks = (): DeskView['locks'] => {
    const leads = held.locks ?? [];
    const packs = [...Object.entries(desk.settings), ...desk.own.map((rule) => [rule.id, rule] as const)]
      .filter(([id, { locked }]) => locked && leads.every(({ rule }) => rule !== id))
      .map(([rule]) => ({ rule, by: 'pack' as const, name: '' }));
    return [...leads, ...packs, ...team.map((rule) => ({ rule, by: 'self' as const, name: '' }))];
  };
  const view = (): DeskView => ({ desk, locks: locks(), mutes, undo: before ? { name: before.name, at } : null });
  const done = (changed: Result<DeskRules, DeskProblem>): ApiResult<DeskView> => {
    if (!changed.ok)
      return Promise.resolve(
        err(changed.error.kind === 'locked' ? { kind: 'refused', code: 'locked' } : { kind: 'not-found' }),
      );
    desk = changed.value;
    announce();
    return Promise.resolve(ok(view()));
  };
  return {
    read: vi.fn(() => able(view)),
    listed: vi.fn(() => able(() => ({ rules: rules.filter(isShown), stated: stated.filter(isShown), languages }))),
    examples: vi.fn(({ lang }: { lang: string }) => able(() => examplesIn(lang))),
    pack: vi.fn(({ lang }: { lang: string }) => {
      const pack = applyDesk(shippedPack(lang), { desk, mutes: [], now: at });
      return Promise.resolve(ok({ pack, coverage: coverageOf(pack) }));
    }),
    set: vi.fn((change: Parameters<RulesApi['set']>[0]) => done(setRule(desk, change))),
    saveOwn: vi.fn((rule: OwnRule) => done(saveOwnRule(desk, rule))),
    removeOwn: vi.fn(({ id }: { id: string }) => done(removeOwnRule(desk, id))),
    setLock: vi.fn(({ rule, on }: { rule: string; on: boolean }) => {
      team = on ? [...team, rule] : team.filter((one) => one !== rule);
      return done(ok(desk));
    }),
    holdSending: vi.fn(({ on }: { on: boolean }) => done(ok({ ...desk, holdsSending: on }))),
    importPack: vi.fn(({ text }: { text: string }) => {
      const pack = readRulePack(text);
      if (!pack.ok) return Promise.resolve(err({ kind: 'invalid' as const, field: 'pack' }));
      before = { desk, name: pack.value.name };
      return done(ok(deskFromPack(pack.value, desk)));
    }),
    undoImport: vi.fn(() => {
      const back = before?.desk;
      before = null;
      return done(back ? ok(back) : err({ kind: 'not-found' }));
    }),
    exportPack: vi.fn(({ name }: { name: string }) =>
      Promise.resolve(ok(packFromDesk(desk, { name, issuedOn: '2026-11-22' }))),
    ),
    openLocks: vi.fn(() => done(ok(openLocks(desk)))),
    unmute: vi.fn(({ rule }: { rule: string }) => {
      mutes = mutes.filter((mute) => mute.rule !== rule);
      return done(ok(desk));
    }),
    overrides: vi.fn(({ limit }: { limit: number }) => able(() => (held.overrides ?? []).slice(0, limit))),
  } satisfies RulesApi;
}
