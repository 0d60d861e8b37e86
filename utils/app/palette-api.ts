import type { Suggestion } from '../domain/replies/draft';
import type { Misfit } from '../domain/replies/search/fit';
import type { ApiResult, DraftCheck } from './api';

/** A reply, or one sentence of one, that was looked for and filled for this conversation. */
export interface FoundReply {
  /** Filled from the thread's facts; of a sentence, which names its `block`, the draft holds that one alone. */
  readonly suggestion: Suggestion;
  readonly isFavourite: boolean;
  /** Why it is not for this conversation; null when it fits. */
  readonly misfit: Misfit | null;
  readonly check: DraftCheck;
}

/** What was found, best first. */
export interface FoundReplies {
  readonly hits: readonly FoundReply[];
  /** How many there are in all. */
  readonly count: number;
}

/** What the palette and the sentence picker ask from inside a seller page. */
export interface PaletteApi {
  /** Looks through all templates, or all their sentences. Units: `query` at most 100 UTF-16 units, `limit` at most 20. */
  findReplies(request: {
    readonly query: string;
    readonly kind: 'reply' | 'sentence';
    readonly limit: number;
  }): ApiResult<FoundReplies>;
  /** Fills one sentence with values the agent typed in; values are plain text. */
  renderSentence(request: {
    readonly templateId: string;
    readonly block: string;
    readonly values: Readonly<Record<string, string>>;
  }): ApiResult<Suggestion>;
  /** Keeps a template at the top of what is found, or no more. */
  favourite(request: { readonly templateId: string; readonly on: boolean }): ApiResult<null>;
}
