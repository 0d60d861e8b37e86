import type { Span } from '../text/span';
import type { Fix } from './input';
import type { PackRule } from './rule';

/**
 * Proposes the change that makes a finding go away.
 *
 * `sentences` covers the whole sentences the finding stands in. Offsets: UTF-16 units of `text`.
 */
export function fixesFor(rule: PackRule, text: string, place: Span, sentences: Span): readonly Fix[] {
  switch (rule.fix?.kind) {
    case 'drop':
      return [cut(text, place)];
    case 'replace':
      return [{ ...place, replacement: rule.fix.text ?? '' }];
    case 'drop-sentence':
      return [cut(text, sentences)];
    case 'rewrite':
      return rule.fix.text === undefined
        ? [cut(text, sentences)]
        : [{ start: sentences.start, end: sentences.end, replacement: rule.fix.text }, cut(text, sentences)];
    case 'blank-line':
      return [{ ...place, replacement: '\n\n' }];
    case undefined:
      return [];
  }
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
const isBreak = (character: string | undefined): boolean => character === undefined || /[\r\n]/.test(character);

/** Widens a cut so that no double space and no empty line is left behind. */
function cut(text: string, { start, end }: Span): Fix {
  let from = start;
  let to = end;
  while (isBlank(text[to])) to++;
  const isLineStart = (): boolean => isBreak(text[from - 1]);
  if (!isBreak(text[to])) {
    // Text goes on: one space stays between what was before and what comes after.
    const isTight = /[,.;:!?)\u3002\uff0c\uff01\uff1f]/.test(text[to] ?? '');
    if (!isLineStart() && !isBlank(text[from - 1]) && to > end && !isTight) to--;
    if (isTight) while (isBlank(text[from - 1])) from--;
    return { start: from, end: to, replacement: '' };
  }
  while (isBlank(text[from - 1])) from--;
  if (isLineStart()) {
    const isLast = /^\s*$/.test(text.slice(to));
    if (isLast) from = text.slice(0, from).trimEnd().length;
    while (to < text.length && isBreak(text[to])) to++;
    if (isLast) to = text.length;
  }
  return { start: from, end: to, replacement: '' };
}
