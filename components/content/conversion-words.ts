import type { Conversion } from '@/utils/domain/convert/conversion';
import { convertWord } from './labels';
import type { Translate } from '../ui/translate';

type Line = Conversion['lines'][number];

/** One line of an answer, with its range where charts disagree. */
export const lineWords = (t: Translate, line: Line): string => {
  const words = shortWords(t, line);
  return line.range ? t('page.conversion.lineRange', { line: words, range: line.range }) : words;
};

/** One line of an answer without its range. */
export const shortWords = (t: Translate, line: Line): string =>
  t('page.conversion.line', { label: convertWord(t, line.label), value: convertWord(t, line.value) });

/** What was found in the message. */
export const heardWords = (t: Translate, { heard, audience }: Conversion): string =>
  audience ? `${convertWord(t, heard)} · ${t(`page.conversion.audience.${audience}`)}` : convertWord(t, heard);

/** What was found, with the answer in the words given, or why there is none. */
export const pairWords = (t: Translate, conversion: Conversion, lines: readonly string[]): string =>
  t('page.conversion.pairs', {
    heard: heardWords(t, conversion),
    answer: conversion.cannot ? cannotWords(t, conversion.cannot) : lines.join(' · '),
  });

/** Why there is no answer. */
export const cannotWords = (t: Translate, cannot: string): string =>
  t('page.conversion.cannot', { why: convertWord(t, cannot) });
