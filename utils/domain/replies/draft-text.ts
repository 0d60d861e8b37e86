import type { Draft, Segment } from './draft';

/** A draft as plain text; open places are shown as `⟦label⟧`, which the message check blocks on. */
export function draftText(draft: Draft, labelOf: (variable: string) => string): string {
  const show = (part: Segment): string =>
    part.kind === 'text' ? part.text : `⟦${part.label ?? labelOf(part.variable)}⟧`;
  return draft.blocks
    .map(({ before, segments }, index) => (index === 0 ? '' : before) + segments.map(show).join(''))
    .join('');
}
