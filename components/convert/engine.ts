import { conversionFacts } from '@/utils/catalog/conversion-facts';
import { loadSentences } from '@/utils/catalog/sentences/load-sentences';
import { loadMeasureExtras, type WholeMeasures } from '@/utils/catalog/time/load-measure-extras';
import type { Conversion } from '@/utils/domain/convert/conversion';
import { convertQuery } from '@/utils/domain/convert/find-conversions';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import { NEUTRAL, type ConverterChoice } from './converter-choice';
import { queryLang } from './query-lang';

/** The tables with the sentences of one language. */
export interface SpokenTables {
  readonly lang: string;
  readonly tables: ConversionTables;
  /** False while the tables for times, deliveries, money and duties are empty. */
  readonly isWhole: boolean;
}

type Sentences = ConversionTables['sentences'];

// A set of tables keeps its prepared converter, so a language is put together once.
const prepared = new Map<string, SpokenTables>();
let whole: WholeMeasures | undefined;
let wholeComing: Promise<void> | undefined;
const listeners = new Set<() => void>();

const put = (lang: string, sentences: Sentences): SpokenTables => {
  const measures = whole ?? conversionFacts.measures;
  const spoken = { lang, tables: { ...conversionFacts, measures, sentences }, isWhole: whole !== undefined };
  prepared.set(lang, spoken);
  return spoken;
};

/** The tables of a language as far as they are loaded. */
export const preparedTables = (lang: string): SpokenTables | undefined => prepared.get(lang);

/** Loads the sentences of a language; a language without any gets none, and answers stay numbers. */
export async function prepareTables(lang: string): Promise<SpokenTables> {
  const known = prepared.get(lang);
  if (known) return known;
  const sentences = await loadSentences(lang);
  return prepared.get(lang) ?? put(lang, sentences ? { [lang]: sentences } : {});
}

/**
 * Loads what times, deliveries, money and duties need: too heavy for the first sight of a page, wanted by the first
 * question about one of them. Errors: none; a file that a newer build has replaced leaves the first tables in use, and the
 * next question tries again.
 */
export const prepareWhole = (): Promise<void> =>
  (wholeComing ??= loadMeasureExtras().then(
    (loaded) => {
      whole = loaded;
      for (const { lang, tables } of [...prepared.values()]) put(lang, tables.sentences);
      for (const tell of listeners) tell();
    },
    () => {
      wholeComing = undefined;
    },
  ));

/** Tells when the tables of every language have been replaced by whole ones; the answer ends it. */
export function onWhole(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Answers a typed query with the tables given. */
export function answerQuery(
  typed: string,
  { choice, tables }: { readonly choice: ConverterChoice; readonly tables: ConversionTables },
): readonly Conversion[] {
  if (typed === '') return [];
  const { audience, replyLang } = choice;
  return convertQuery(
    typed,
    {
      lang: queryLang(typed, replyLang === NEUTRAL ? 'en' : replyLang),
      replyLang,
      ...(audience ? { audience } : {}),
    },
    tables,
  );
}
