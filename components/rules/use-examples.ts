import { useEffect, useState } from 'react';
import type { RuleExamples } from '@/utils/app/rules-api';
import { useApp } from '../dashboard/app-context';

type Examples = Readonly<Record<string, RuleExamples>>;

/** The examples of one language, read once they are wanted; undefined until they are there. */
export function useExamples(lang: string, isWanted: boolean): Examples | undefined {
  const { rules } = useApp().api;
  const [known, setKnown] = useState<Readonly<Record<string, Examples>>>({});
  const isKnown = lang in known;
  useEffect(() => {
    if (!isWanted || isKnown) return;
    let isLeft = false;
    void rules.examples({ lang }).then((found) => {
      // Without its file a language has no examples to show; the rules themselves are all there.
      if (!isLeft) setKnown((now) => ({ ...now, [lang]: found.ok ? found.value : {} }));
    });
    return () => {
      isLeft = true;
    };
  }, [rules, lang, isWanted, isKnown]);
  return known[lang];
}
