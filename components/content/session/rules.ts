import type { ThreadView } from '@/utils/app/api';
import type { RulePack } from '@/utils/domain/compliance/rule';
import type { RuleText } from '@/utils/domain/compliance/pack';

/** The rules in force: those of a language, and what the desk and the agent have decided. */
export interface ReadyRules extends Pick<ThreadView['rules'], 'version' | 'coverage' | 'muted' | 'holdsSending'> {
  readonly pack: RulePack;
  readonly texts: Readonly<Record<string, RuleText>>;
}

/** Keeps every rule pack that has come; later answers only name the version. */
export interface RuleShelf {
  take(rules: ThreadView['rules']): ReadyRules | null;
  /** The newest version held, to be named in requests. */
  held(): string | undefined;
}

/** Creates the shelf of one document. */
export function createRuleShelf(): RuleShelf {
  const packs = new Map<string, RulePack>();
  // A muted rule is in no pack any more, and the list still has to name it.
  const texts: Record<string, RuleText> = {};
  let last: string | undefined;
  return {
    take({ version, pack, texts: named, coverage, muted, holdsSending }) {
      if (pack) packs.set(version, pack);
      Object.assign(texts, named);
      const ready = packs.get(version);
      if (!ready) return null;
      last = version;
      return { version, pack: ready, texts, coverage, muted, holdsSending };
    },
    held: () => last,
  };
}
