/// <reference types="vite/client" />
import type { AnswerSentences } from '../../domain/convert/answers/sentences';

// A glob, not a list of imports: a new language is one new file and no change here.
const files = import.meta.glob<AnswerSentences>('./*.json', { eager: true, import: 'default' });

/** Sentences of every reply language, by language; their shape is checked by the catalogue tests. */
export const allSentences: Readonly<Record<string, AnswerSentences>> = Object.fromEntries(
  Object.entries(files).map(([path, sentences]) => [path.replace(/^.*\/|\.json$/g, ''), sentences]),
);
