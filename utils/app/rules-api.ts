import type { DeskRules, Mute, Override, OwnRule } from '../domain/compliance/desk-rules';
import type { SettingChange } from '../domain/compliance/desk/change-desk';
import type { RulePackFile } from '../domain/compliance/desk/pack-file';
import type { Coverage } from '../domain/compliance/pack';
import type { Rule } from '../domain/compliance/parse-rules';
import type { RuleLock } from '../domain/compliance/desk/rule-rows';
import type { RulePack } from '../domain/compliance/rule';
import type { StatedRule } from '../domain/compliance/stated-rule';
import type { Instant, Lang } from '../domain/ids';
import type { ApiResult } from './api';

/** A lock on a rule: of a pack or a lead it binds this agent, one of their own binds all others. */
export interface DeskLock extends Pick<RuleLock, 'rule' | 'by'> {
  /** What a lead is called; empty for the others. */
  readonly name: string;
}

/** What a desk has decided and who does not want to hear of what. */
export interface DeskView {
  readonly desk: DeskRules;
  /** The import that can be taken back. */
  readonly undo: { readonly name: string; readonly at: Instant } | null;
  readonly locks: readonly DeskLock[];
  /** Mutes that have not run out, the one that ends first on top. */
  readonly mutes: readonly (Mute & { readonly initials: string })[];
}

/** A message that was sent although a rule held it, for a lead to look at. */
export interface ReviewedOverride extends Override {
  readonly id: string;
  /** Initials of the agent; empty when none were chosen. */
  readonly initials: string;
}

/** Every rule there is, with what people read about it. */
export interface ListedRules {
  readonly rules: readonly Rule[];
  readonly stated: readonly StatedRule[];
  /** Languages with rules of their own. */
  readonly languages: readonly string[];
}

/** A sentence that shows a rule; some hold on one marketplace or in one direction only. */
export type ShownExample =
  string | { readonly text: string; readonly marketplace?: string; readonly direction?: string };

/** Sentences that break a rule, that do not, and that almost do. */
export interface RuleExamples {
  readonly bad: readonly ShownExample[];
  readonly good: readonly ShownExample[];
  readonly nearMiss: readonly ShownExample[];
}

/** What the page of message rules asks; agents and leads sit at the same page, locks part them. */
export interface RulesApi {
  read(): ApiResult<DeskView>;
  listed(): ApiResult<ListedRules>;
  /** By rule; empty for a language without rules of its own. */
  examples(request: { readonly lang: Lang }): ApiResult<Readonly<Record<string, RuleExamples>>>;
  /** The rules of a language as this desk wants them; what one agent has muted is in them. */
  pack(request: { readonly lang: Lang }): ApiResult<{ readonly pack: RulePack; readonly coverage: Coverage }>;
  /** Errors: `refused` with `locked`. */
  set(change: SettingChange): ApiResult<DeskView>;
  /** Errors: `invalid` with the field, `refused` with `locked`. */
  saveOwn(rule: OwnRule): ApiResult<DeskView>;
  removeOwn(request: { readonly id: string }): ApiResult<DeskView>;
  /**
   * Locks what is decided about a rule for everybody who has marked this agent as lead, or opens that lock again. Errors:
   * `refused` with `locked` for a rule that somebody else has locked, `not-found` for one nothing is decided about.
   */
  setLock(request: { readonly rule: string; readonly on: boolean }): ApiResult<DeskView>;
  holdSending(request: { readonly on: boolean }): ApiResult<DeskView>;
  /** Puts the pack in place of all the desk has decided. Errors: `invalid` with `pack`. */
  importPack(request: { readonly text: string }): ApiResult<DeskView>;
  /** Back to what was before the last import. Errors: `not-found`. */
  undoImport(): ApiResult<DeskView>;
  exportPack(request: { readonly name: string }): ApiResult<RulePackFile>;
  /** Opens every lock of the imported pack; what a lead has locked for the team stays locked. */
  openLocks(): ApiResult<DeskView>;
  unmute(request: { readonly rule: string }): ApiResult<DeskView>;
  /** Newest first; `before` is the moment of the last one of the page before. */
  overrides(request: { readonly before?: Instant; readonly limit: number }): ApiResult<readonly ReviewedOverride[]>;
}
