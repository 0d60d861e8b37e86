/** The sentences of one template, out of rows of single sentences or out of whole texts. */
import type { Lang } from '../../../ids';
import { problemIn, readLiquid } from '../../liquid';
import type { TemplateBlock } from '../../template';
import { cellWords, readList } from './cells';
import type { RowReading, TemplateFileRow } from './file-row';

const MOST_LINES = 40;
const CONDITIONS = [
  'repeated',
  'first-contact',
  'amazon',
  'aliexpress',
  'own-shipping',
  'marketplace-shipping',
  'size-known',
  'size-unknown',
  'shipped',
  'not-shipped',
] as const satisfies readonly NonNullable<TemplateBlock['when']>[];
const conditionWords = Object.fromEntries(CONDITIONS.map((one) => [one, one])) as Readonly<
  Record<string, (typeof CONDITIONS)[number]>
>;

/** Sentences with their words by language, and the line each stands in. */
export interface Sentences {
  readonly blocks: readonly TemplateBlock[];
  readonly texts: Readonly<Record<Lang, Readonly<Record<string, string>>>>;
  readonly lines: ReadonlyMap<string, number>;
}

const settings = (row: TemplateFileRow, reading: RowReading): Partial<TemplateBlock> => {
  const when = reading.word(row, 'when', conditionWords);
  const tone = reading.word(row, 'tone', cellWords.tone);
  return { ...(when === undefined ? {} : { when }), ...(tone === undefined ? {} : { tone }) };
};

/** Reads rows of one sentence each. */
export function readSentences(rows: readonly TemplateFileRow[], reading: RowReading): Sentences {
  const texts: Record<Lang, Record<string, string>> = {};
  const lines = new Map<string, number>();
  const blocks = rows.map((row, index): TemplateBlock => {
    const id = row.cell('sentence') || `s${index + 1}`;
    const optional = reading.word(row, 'optional', cellWords.flag);
    const needs = readList(row.cell('needs'));
    if (!lines.has(id)) lines.set(id, row.line);
    for (const [lang, text] of row.texts) (texts[lang] ??= {})[id] = text;
    return {
      id,
      role: reading.word(row, 'role', cellWords.role) ?? 'answer',
      before: reading.word(row, 'before', cellWords.before) ?? (index === 0 ? '' : ' '),
      ...(needs.length > 0 ? { needs } : {}),
      ...(optional === undefined ? {} : { optional }),
      ...settings(row, reading),
    };
  });
  return { blocks, texts, lines };
}

interface Line {
  readonly text: string;
  readonly before: TemplateBlock['before'];
}

/** The lines of a text that say something, each with how far it stands from the one before. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let isApart = false;
  for (const one of text.split('\n')) {
    if (one.trim() === '') isApart = true;
    else {
      lines.push({ text: one.trim(), before: lines.length === 0 ? '' : isApart ? '\n\n' : '\n' });
      isApart = false;
    }
  }
  return lines;
}

const roleOf = (text: string, index: number): TemplateBlock['role'] =>
  index === 0 && (readLiquid(text)?.variables.includes('buyerName') || /[,，،:：、]$/u.test(text))
    ? 'greeting'
    : 'answer';

/** A line can stand alone unless a condition that holds over several lines is cut in two. */
const standsAlone = ({ text }: Line): boolean => problemIn(text) === null;

/**
 * Takes whole texts apart: line by line where every language has as many lines, so that the same sentence can be found in
 * all of them; otherwise the whole text is one sentence.
 */
export function splitTexts(row: TemplateFileRow, reading: RowReading): Sentences {
  const shared = settings(row, reading);
  const written = row.texts.map(([lang, text]) => ({ lang, text: text.trim(), lines: linesOf(text) }));
  const [first] = written;
  const count = first?.lines.length ?? 0;
  const fits =
    count > 0 &&
    count <= MOST_LINES &&
    written.every(({ lines }) => lines.length === count && lines.every(standsAlone));
  const parts = fits && first ? first.lines : [{ text: first?.text ?? '', before: '' as const }];
  const blocks = parts.map(({ text, before }, index): TemplateBlock => {
    return { id: `s${index + 1}`, role: parts.length > 1 ? roleOf(text, index) : 'answer', before, ...shared };
  });
  const texts = written.map(({ lang, text, lines }) => {
    const own = fits ? lines.map((line) => line.text) : [text];
    return [lang, Object.fromEntries(own.map((one, index) => [`s${index + 1}`, one]))] as const;
  });
  return { blocks, texts: Object.fromEntries(texts), lines: new Map(blocks.map(({ id }) => [id, row.line])) };
}
