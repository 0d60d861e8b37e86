/** What a sentinel says when a page needs a script of Parley. */
export const NEED_ASSISTANT = 'parley:need-assistant';

/**
 * Which script: the one for conversations, the one for lists and order pages, the one for pages somebody has taught, the
 * one that lets them be taught, the one that can write down how a page is built, the one with the parts of the interface
 * that are seldom opened, the one that checks what is written, the one that finds replies, the one that explains what
 * was written, or the one that merges profiles. Each is loaded at most once into a document.
 */
export type ScriptRole =
  'assistant' | 'lists' | 'taught' | 'teach' | 'skeleton' | 'parts' | 'check' | 'palette' | 'meaning' | 'profiles';

/** The request of a sentinel, or of the bar for teach mode. */
export interface NeedScript {
  readonly kind: typeof NEED_ASSISTANT;
  readonly role: ScriptRole;
}
