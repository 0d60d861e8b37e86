import type { Span } from './span';

/** One changed range: the units `start..end` of the old text became `length` new ones. */
export interface Edit extends Span {
  readonly length: number;
}

/** Finds the single range in which two texts differ; undefined when they are equal. */
export function editBetween(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let kept = 0;
  while (
    kept < shorter - start &&
    before.charCodeAt(before.length - 1 - kept) === after.charCodeAt(after.length - 1 - kept)
  ) {
    kept++;
  }
  return { start, end: before.length - kept, length: after.length - kept - start };
}

/** A span that may carry proposals with places of their own, as a finding carries its fixes. */
export interface Remappable extends Span {
  readonly fixes?: readonly Span[];
}

/**
 * Moves spans of the old text to where they are in the new one and drops those the edit touched.
 *
 * Typing right at an edge counts as touching: it may have lengthened the word that was found.
 * Fixes move along; one that reaches into the edited range is dropped, its finding stays.
 */
export function remapSpans<T extends Remappable>(spans: readonly T[], before: string, after: string): readonly T[] {
  const edit = editBetween(before, after);
  if (!edit) return spans;
  return spans.flatMap((span) => {
    const moved = shift(span, edit);
    if (!moved) return [];
    return moved.fixes ? [{ ...moved, fixes: moved.fixes.flatMap((fix) => shift(fix, edit) ?? []) }] : [moved];
  });
}

const shift = <T extends Span>(span: T, edit: Edit): T | undefined => {
  if (span.end < edit.start) return span;
  if (span.start <= edit.end) return undefined;
  const by = edit.length - (edit.end - edit.start);
  return { ...span, start: span.start + by, end: span.end + by };
};
