import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/utils/app/api';
import { compile, type CompiledPack } from '@/utils/domain/compliance/engine';
import type { Coverage } from '@/utils/domain/compliance/pack';
import { brandAs, type Lang } from '@/utils/domain/ids';
import type { TemplateProblem } from '@/utils/domain/replies/desk/template-problem';
import type { ReplyTemplate } from '@/utils/domain/replies/template';
import { useApp } from '../../dashboard/app-context';
import { checkReply, type SentenceFinding } from './message-check';
import { writtenIn } from './new-reply';
import { useSettled } from './use-settled';

// Waited beside what the editor itself waits: nothing is checked between two keys of somebody who types.
const CHECK_MS = 150;

/** What the message check says of one language. */
export interface CheckedLanguage {
  readonly lang: Lang;
  readonly coverage: Coverage;
  readonly findings: readonly SentenceFinding[];
}

interface Pack {
  readonly compiled: CompiledPack;
  readonly coverage: Coverage;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What a language's findings depend on. */
const wordsOf = ({ blocks, kind, scope, variables, languages }: ReplyTemplate, lang: Lang): string =>
  JSON.stringify([blocks, kind, scope.marketplaces, variables, languages[lang]?.texts]);

/**
 * Checks every language of a reply with the rules of the desk, one after the other and only those whose words have changed,
 * so that the page answers all the while.
 */
export function useMessageCheck(template: ReplyTemplate, problems: readonly TemplateProblem[], first: readonly Lang[]) {
  const { api, markets } = useApp();
  const settled = useSettled(template, CHECK_MS);
  const [checked, setChecked] = useState<readonly CheckedLanguage[]>([]);
  const [isWorking, setWorking] = useState(true);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const packs = useRef(new Map<Lang, Promise<Pack | ApiProblem>>());
  const known = useRef(new Map<Lang, { readonly words: string; readonly result: CheckedLanguage }>());
  // Read when a check begins: neither what is shown first nor a list that is made anew changes what there is to check.
  const latest = useRef({ problems, first });
  latest.current = { problems, first };

  useEffect(() => {
    const view = new AbortController();
    const packOf = (lang: Lang) => {
      const asked = packs.current.get(lang) ?? readPack(lang);
      packs.current.set(lang, asked);
      return asked;
    };
    const readPack = async (lang: Lang): Promise<Pack | ApiProblem> => {
      const found = await api.rules.pack({ lang });
      if (found.ok) return { compiled: compile(found.value.pack), coverage: found.value.coverage };
      packs.current.delete(lang);
      return found.error;
    };
    const work = async () => {
      const written = Object.keys(settled.languages).filter((lang) => writtenIn(settled, lang) > 0);
      const shown = latest.current.first.filter((lang) => written.includes(lang));
      const results: CheckedLanguage[] = [];
      for (const lang of [...new Set([...shown, ...written])]) {
        const words = wordsOf(settled, lang);
        const before = known.current.get(lang);
        if (before?.words === words) {
          results.push(before.result);
          continue;
        }
        const pack = await packOf(lang);
        if (view.signal.aborted) return;
        if ('kind' in pack) {
          setProblem(pack);
          continue;
        }
        const { problems: faults } = latest.current;
        const now = brandAs<'Instant'>(new Date().toISOString());
        const findings = checkReply(settled, { lang, markets, compiled: pack.compiled, problems: faults, now });
        const result = { lang, coverage: pack.coverage, findings };
        known.current.set(lang, { words, result });
        results.push(result);
        await nextTurn();
        if (view.signal.aborted) return;
      }
      setChecked(results);
      setWorking(false);
    };
    setWorking(true);
    setProblem(null);
    void work();
    return () => view.abort();
  }, [settled, api, markets]);

  return { checked, isWorking: isWorking || settled !== template, problem };
}
