import { err, ok, type Result } from '../../result';
import type { DeskRules, OwnRule, RuleSetting } from '../desk-rules';
import type { Severity } from '../input';
import { isLocked, settingOf } from './apply-desk';
import { deskLimits } from './own-rule';

/** Why a change of a desk's rules is not made. */
export type DeskProblem = { readonly kind: 'locked' | 'not-found' | 'too-many' };

/** What a desk wants of one rule; `null` is what was shipped. */
export interface SettingChange {
  readonly rule: string;
  readonly severity?: Severity | null;
  readonly off?: boolean;
}

/** Sets severity or on/off of one shipped rule. Errors: `locked`. */
export function setRule(desk: DeskRules, { rule, severity, off }: SettingChange): Result<DeskRules, DeskProblem> {
  if (isLocked(desk, rule)) return err({ kind: 'locked' });
  const before = settingOf(desk, rule) ?? {};
  const nextSeverity = severity === undefined ? before.severity : (severity ?? undefined);
  const isOff = off ?? before.off ?? false;
  const setting: RuleSetting = {
    ...(nextSeverity && { severity: nextSeverity }),
    ...(isOff && { off: true as const }),
  };
  const { [rule]: _before, ...others } = desk.settings;
  return ok({ ...desk, settings: Object.keys(setting).length === 0 ? others : { ...others, [rule]: setting } });
}

/** Adds an own rule or puts it in place of the one with its id. Errors: `locked`, `too-many`. */
export function saveOwnRule(desk: DeskRules, rule: OwnRule): Result<DeskRules, DeskProblem> {
  if (isLocked(desk, rule.id)) return err({ kind: 'locked' });
  const { locked: _locked, ...plain } = rule;
  const isKnown = desk.own.some(({ id }) => id === rule.id);
  if (!isKnown && desk.own.length >= deskLimits.rules) return err({ kind: 'too-many' });
  return ok({
    ...desk,
    own: isKnown ? desk.own.map((one) => (one.id === rule.id ? plain : one)) : [...desk.own, plain],
  });
}

/** Takes an own rule away. Errors: `locked`, `not-found`. */
export function removeOwnRule(desk: DeskRules, id: string): Result<DeskRules, DeskProblem> {
  if (!desk.own.some((rule) => rule.id === id)) return err({ kind: 'not-found' });
  if (isLocked(desk, id)) return err({ kind: 'locked' });
  return ok({ ...desk, own: desk.own.filter((rule) => rule.id !== id) });
}

/** Opens every lock; severities and own rules stay as the pack has set them. */
export const openLocks = (desk: DeskRules): DeskRules => ({
  ...desk,
  settings: Object.fromEntries(
    Object.entries(desk.settings).flatMap(([rule, { locked: _locked, ...setting }]) =>
      Object.keys(setting).length === 0 ? [] : [[rule, setting]],
    ),
  ),
  own: desk.own.map(({ locked: _locked, ...rule }) => rule),
});

/** How many rules are locked. */
export const countLocks = (desk: DeskRules): number =>
  Object.values(desk.settings).filter(({ locked }) => locked).length + desk.own.filter(({ locked }) => locked).length;
