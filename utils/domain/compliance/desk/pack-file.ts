import * as v from 'valibot';
import { err, ok, type Result } from '../../result';
import type { DeskRules, OwnRule, RuleSetting } from '../desk-rules';
import { deskLimits, readOwnRule, type OwnRuleProblem } from './own-rule';

/** A desk's rules as one file a lead hands to every agent. */
export interface RulePackFile {
  readonly format: 'parley-rules';
  readonly version: 1;
  readonly name: string;
  /** Day it was written, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly settings: Readonly<Record<string, Omit<RuleSetting, 'locked'>>>;
  readonly own: readonly Omit<OwnRule, 'locked'>[];
  /** Ids of rules agents can neither mute, lower nor switch off. */
  readonly locks: readonly string[];
  /** Whether a press on send is held; left as it is when the pack does not say. */
  readonly holdsSending?: boolean;
}

/** Why a file is no pack of rules; shown as `rules.pack.problem.<kind>`. */
export type PackProblem =
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-a-pack' }
  /** Written by a later Parley. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'wrong-field'; readonly field: string }
  | { readonly kind: 'too-many-rules'; readonly limit: number }
  | { readonly kind: 'repeated-rule'; readonly rule: string }
  | { readonly kind: 'own-rule'; readonly title: string; readonly why: OwnRuleProblem };

/** Largest file; two hundred full rules are about half of it. Units: UTF-16 units. */
export const LARGEST_PACK = 3_000_000;
/** A pack older than this says so. Units: days. */
export const PACK_DAYS = 180;
const MOST_SETTINGS = 500;
const DAY_MS = 86_400_000;

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/));

const file = v.object({
  format: v.literal('parley-rules'),
  version: v.literal(1),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(deskLimits.title)),
  issuedOn: v.pipe(
    v.string(),
    v.isoDate(),
    v.check((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ?? false),
  ),
  settings: v.optional(
    v.record(
      id,
      v.object({
        severity: v.optional(v.picklist(['block', 'warn', 'info'])),
        off: v.optional(v.literal(true)),
      }),
    ),
    {},
  ),
  own: v.optional(v.array(v.unknown()), []),
  locks: v.optional(v.pipe(v.array(id), v.maxLength(MOST_SETTINGS)), []),
  holdsSending: v.optional(v.boolean()),
});

const parsedJson = (text: string): Result<unknown, PackProblem> => {
  try {
    return ok(JSON.parse(text.replace(/^\ufeff/, '')) as unknown);
  } catch {
    // SyntaxError: the person is told that the file is no JSON.
    return err({ kind: 'not-json' });
  }
};

const titleOf = (json: unknown, at: number): string => {
  const named = v.safeParse(v.object({ title: v.string() }), json);
  return named.success && named.output.title.trim() !== ''
    ? named.output.title.slice(0, deskLimits.title)
    : `#${at + 1}`;
};

/** Reads the text of a pack; a file with one wrong rule is refused as a whole, so that nobody works with half of one. */
export function readRulePack(text: string): Result<RulePackFile, PackProblem> {
  if (text.length > LARGEST_PACK) return err({ kind: 'too-large', limit: LARGEST_PACK });
  const json = parsedJson(text);
  if (!json.ok) return json;
  const named = v.safeParse(v.object({ format: v.literal('parley-rules'), version: v.number() }), json.value);
  if (!named.success) return err({ kind: 'not-a-pack' });
  if (named.output.version > 1) return err({ kind: 'newer' });
  const parsed = v.safeParse(file, json.value);
  if (!parsed.success) return err({ kind: 'wrong-field', field: v.getDotPath(parsed.issues[0] as never) ?? '' });
  const { settings, own: rawOwn, locks, holdsSending, ...head } = parsed.output;
  if (rawOwn.length > deskLimits.rules) return err({ kind: 'too-many-rules', limit: deskLimits.rules });
  if (Object.keys(settings).length > MOST_SETTINGS) return err({ kind: 'wrong-field', field: 'settings' });
  const own: OwnRule[] = [];
  for (const [at, entry] of rawOwn.entries()) {
    const read = readOwnRule(entry);
    if (!read.ok) return err({ kind: 'own-rule', title: titleOf(entry, at), why: read.error });
    const { locked: _locked, ...rule } = read.value;
    if (own.some((known) => known.id === rule.id)) return err({ kind: 'repeated-rule', rule: rule.id });
    own.push(rule);
  }
  return ok({
    ...head,
    settings: Object.fromEntries(
      Object.entries(settings).flatMap(([rule, { severity, off }]) =>
        severity || off ? [[rule, { ...(severity && { severity }), ...(off && { off }) }]] : [],
      ),
    ),
    own,
    locks: [...new Set(locks)].sort(),
    ...(holdsSending === undefined ? {} : { holdsSending }),
  });
}

/** What a desk works with once a pack is imported: the pack's rules in place of all there were. */
export function deskFromPack(pack: RulePackFile, before: DeskRules): DeskRules {
  const locks = new Set(pack.locks);
  const own = pack.own.map((rule): OwnRule => (locks.has(rule.id) ? { ...rule, locked: true } : rule));
  const shippedLocks = pack.locks.filter((rule) => !own.some((one) => one.id === rule));
  const settings: Record<string, RuleSetting> = { ...pack.settings };
  for (const rule of shippedLocks) settings[rule] = { ...settings[rule], locked: true };
  return {
    settings,
    own,
    holdsSending: pack.holdsSending ?? before.holdsSending,
    origin: { name: pack.name, issuedOn: pack.issuedOn },
  };
}

/** A desk's rules as a file; what was locked stays locked. */
export function packFromDesk(
  desk: DeskRules,
  { name, issuedOn }: { readonly name: string; readonly issuedOn: string },
): RulePackFile {
  const entries = Object.entries(desk.settings).sort(([a], [b]) => (a < b ? -1 : 1));
  const locked = entries.filter(([, setting]) => setting.locked).map(([rule]) => rule);
  return {
    format: 'parley-rules',
    version: 1,
    name,
    issuedOn,
    settings: Object.fromEntries(
      entries.flatMap(([rule, { severity, off }]) =>
        severity || off ? [[rule, { ...(severity && { severity }), ...(off && { off }) }]] : [],
      ),
    ),
    own: desk.own.map(({ locked: _locked, ...rule }) => rule),
    locks: [...locked, ...desk.own.filter((rule) => rule.locked).map((rule) => rule.id)].sort(),
    holdsSending: desk.holdsSending,
  };
}

/** The same pack with a lock on everything it decides: what a lead hands to agents. */
export const lockAll = (pack: RulePackFile): RulePackFile => ({
  ...pack,
  locks: [...new Set([...pack.locks, ...Object.keys(pack.settings), ...pack.own.map(({ id: rule }) => rule)])].sort(),
});

/** How old a pack is. Units: whole days; never negative. */
export const packAgeDays = (issuedOn: string, today: string): number =>
  Math.max(0, Math.floor((Date.parse(today) - Date.parse(issuedOn)) / DAY_MS));
