/// <reference types="vite/client" />
import type { AnswerSentences } from '../../domain/convert/answers/sentences';

const files = import.meta.glob<AnswerSentences>('./*.json', { import: 'default' });

/** Languages whole sentences exist in, as `loadSentences` takes them. */
export const sentenceLanguages: readonly string[] = Object.keys(files).map((path) =>
  path.replace(/^.*\/|\.json$/g, ''),
);

/**
 * Loads the sentences of one language alone, for pages that must open fast; null for a language without sentences.
 *
 * A region is dropped: `pt-BR` gives `pt`.
 */
export async function loadSentences(lang: string): Promise<AnswerSentences | null> {
  const load = files[`./${lang.split('-')[0] as string}.json`];
  return load ? load() : null;
}
