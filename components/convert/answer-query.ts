import type { Conversion } from '@/utils/domain/convert/conversion';
import { convertQuery } from '@/utils/domain/convert/find-conversions';
import type { ConversionTables } from '@/utils/domain/convert/tables';
import type { ConverterChoice } from './converter-choice';
import { queryLang } from './query-lang';

/** The choice of numbers without sentences: no language is named. */
export const NEUTRAL = 'und';

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
