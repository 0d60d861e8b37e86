import type { Lang } from '../../ids';
import { searchable } from '../search/fold';
import type { ReplyTemplate } from '../template';
import { VALUE_MARK, wordsAlone } from './block-shape';

/** Words in which nobody is named, folded: those that replies and glosses of one language are written in. */
export type Vocabulary = ReadonlySet<string>;

/** The vocabulary of one language. */
export function vocabularyOf(
  lang: Lang,
  templates: readonly ReplyTemplate[],
  glosses: Iterable<string> = [],
): Vocabulary {
  const words = new Set<string>();
  const add = (text: string): void => {
    for (const word of searchable(text).trim().split(' ')) words.add(word);
  };
  for (const gloss of glosses) add(gloss);
  for (const { languages } of templates)
    for (const text of Object.values(languages[lang]?.texts ?? {})) add(wordsAlone(text).replaceAll(VALUE_MARK, ' '));
  return words;
}
