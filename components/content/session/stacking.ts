import { draftText } from '@/utils/domain/replies/draft-text';
import type { Draft, DraftBlock } from '@/utils/domain/replies/draft';

/** How the replies of one message began and ended. */
export interface Frames {
  readonly openings: readonly string[];
  readonly closings: readonly string[];
}

export const noFrames: Frames = { openings: [], closings: [] };

/** Where a further reply goes and what of it: its greeting and its closing stand in the message already. */
export interface Stacked {
  readonly text: string;
  /** UTF-16 offset in the text of the box; null for where the caret is. */
  readonly at: number | null;
}

const textOf = (draft: Draft, labelOf: (variable: string) => string, keep: (block: DraftBlock) => boolean): string =>
  draftText({ ...draft, blocks: draft.blocks.filter(keep) }, labelOf);

/** What a draft begins and ends with, added to those before. */
export function withFrames(frames: Frames, draft: Draft, labelOf: (variable: string) => string): Frames {
  const opening = textOf(draft, labelOf, ({ frame }) => frame === 'opening');
  const closing = textOf(draft, labelOf, ({ frame }) => frame === 'closing');
  return {
    openings: opening === '' ? frames.openings : [...frames.openings, opening],
    closings: closing === '' ? frames.closings : [...frames.closings, closing],
  };
}

// What follows "Guten Tag Maria," goes on in lower case; what begins a paragraph does not.
const capitalised = (text: string, lang: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(lang));

/**
 * Where a further reply goes in a text that holds an earlier one: before its closing, without a second greeting. Null when
 * nothing of an earlier reply stands there any more.
 */
export function stackOnto(
  present: string,
  draft: Draft,
  { frames, labelOf }: { readonly frames: Frames; readonly labelOf: (variable: string) => string },
): Stacked | null {
  const body = capitalised(textOf(draft, labelOf, ({ frame }) => frame === undefined).trimStart(), draft.lang);
  if (body === '') return null;
  const closingAt = Math.max(-1, ...frames.closings.map((closing) => present.lastIndexOf(closing)));
  if (closingAt >= 0) {
    const at = present.slice(0, closingAt).trimEnd().length;
    return { text: at === 0 ? `${body}\n\n` : `\n\n${body}`, at };
  }
  if (!frames.openings.some((opening) => present.includes(opening))) return null;
  const rest = textOf(draft, labelOf, ({ frame }) => frame !== 'opening').trimStart();
  return { text: `${present.endsWith('\n') ? '' : '\n\n'}${capitalised(rest, draft.lang)}`, at: null };
}
