import { compile, type CompiledPack } from '@/utils/domain/compliance/engine';
import type { RulePack } from '@/utils/domain/compliance/engine';
import type { Coverage, RuleText } from '@/utils/domain/compliance/pack';
import type { ThreadView } from '@/utils/app/api';

/** Rules ready to run, with their words. */
export interface ReadyRules {
  readonly version: string;
  /** Made ready at the first text to check: most conversations are read long before anything is written. */
  readonly compiled: () => CompiledPack;
  readonly texts: Readonly<Record<string, RuleText>>;
  readonly coverage: Coverage;
}

/** Compiles every rule pack once; later answers only name the version. */
export interface RuleShelf {
  take(rules: ThreadView['rules']): ReadyRules | null;
  /** The newest version held, to be named in requests. */
  held(): string | undefined;
}

/** Creates the shelf of one document. */
export function createRuleShelf(): RuleShelf {
  const packs = new Map<string, ReadyRules>();
  let last: string | undefined;
  const put = (version: string, pack: RulePack, texts: ReadyRules['texts'], coverage: Coverage) => {
    let ready: CompiledPack | undefined;
    packs.set(version, { version, compiled: () => (ready ??= compile(pack)), texts, coverage });
  };
  return {
    take({ version, pack, texts, coverage }) {
      if (pack && texts && !packs.has(version)) put(version, pack, texts, coverage);
      const ready = packs.get(version) ?? null;
      if (ready) last = version;
      return ready;
    },
    held: () => last,
  };
}
