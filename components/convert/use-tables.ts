import { useEffect, useState } from 'react';
import { conversionFacts } from '@/utils/catalog/conversion-facts';
import { loadSentences } from '@/utils/catalog/sentences/load-sentences';
import type { ConversionTables } from '@/utils/domain/convert/tables';

/** The tables with the sentences of one language. */
export interface SpokenTables {
  readonly lang: string;
  readonly tables: ConversionTables;
}

// A set of tables keeps its prepared converter, so a language is put together once.
const prepared = new Map<string, SpokenTables>();

/** Loads the sentences of a language; a language without any gets none, and answers stay numbers. */
export async function prepareTables(lang: string): Promise<SpokenTables> {
  const known = prepared.get(lang);
  if (known) return known;
  const sentences = await loadSentences(lang);
  const spoken = { lang, tables: { ...conversionFacts, sentences: sentences ? { [lang]: sentences } : {} } };
  prepared.set(lang, spoken);
  return spoken;
}

const wordless: SpokenTables = { lang: 'und', tables: { ...conversionFacts, sentences: {} } };

/**
 * The tables for a reply language. While its sentences are on their way the language before it stays, so that nothing
 * flickers; `lang` says which one that is.
 */
export function useTables(replyLang: string): SpokenTables {
  const [loaded, setLoaded] = useState(prepared.get(replyLang) ?? wordless);
  const now = prepared.get(replyLang);
  useEffect(() => {
    if (now) return;
    let isLeft = false;
    void prepareTables(replyLang).then((spoken) => isLeft || setLoaded(spoken));
    return () => {
      isLeft = true;
    };
  }, [now, replyLang]);
  return now ?? loaded;
}
