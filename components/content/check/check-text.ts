import { check, compile, type CompiledPack } from '@/utils/domain/compliance/engine';
import type { Finding } from '@/utils/domain/compliance/input';
import type { PackRule, RulePack } from '@/utils/domain/compliance/rule';
import { brandAs } from '@/utils/domain/ids';
import type { CheckContext } from '../session/check-context';
import type { ReadyRules } from '../session/rules';

/** A pack made ready to run, with its rules by id. */
interface ReadyPack {
  readonly compiled: CompiledPack;
  readonly byId: ReadonlyMap<string, PackRule>;
}

// By the pack itself: answers name a version, and the shelf hands out the same object for it.
const ready = new WeakMap<RulePack, ReadyPack>();

/** Makes a pack ready at the first text to check: most conversations are read long before anything is written. */
function readyOf(pack: RulePack): ReadyPack {
  const known = ready.get(pack);
  if (known) return known;
  const made = { compiled: compile(pack), byId: new Map(pack.rules.map((rule) => [rule.id, rule])) };
  ready.set(pack, made);
  return made;
}

/** The part of a rule the check runs on; undefined for rules whose condition is code. */
export const packRule = (rules: ReadyRules, id: string): PackRule | undefined => readyOf(rules.pack).byId.get(id);

/** Runs the text rules on a text; nothing is found where there is none. */
export function checkText(text: string, context: CheckContext, lang: string, rules: ReadyRules): readonly Finding[] {
  if (text.trim() === '') return [];
  const now = brandAs<'Instant'>(new Date().toISOString());
  return check({ ...context, text, lang, now }, readyOf(rules.pack).compiled);
}
