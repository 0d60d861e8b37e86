import type { Severity } from '../domain/compliance/input';
import type { RuleText } from '../domain/compliance/pack';
import type { BuyerKey, NoteId } from '../domain/ids';
import type { NoteRow } from '../domain/records';
import type { Span } from '../domain/text/span';
import type { ApiResult } from './api';

/** A rule about what is kept of buyers, as grave as this desk takes it. */
export interface NoteAdvice {
  readonly rule: string;
  readonly severity: Severity;
  /** What a person reads about it, in the interface language. */
  readonly words: RuleText;
}

/** One place in a note that breaks a rule. */
export interface NoteFinding extends NoteAdvice, Span {
  /** The words it stands on, at most 80 characters. */
  readonly excerpt: string;
}

/** What can be asked about notes, from a seller page and from the extension's own pages. */
export interface NotesApi {
  /** What the rules about notes say of a text; nothing is kept. Units: at most 5,000 UTF-16 units. Errors: `invalid`. */
  reviewNote(request: { readonly text: string }): ApiResult<readonly NoteFinding[]>;
  /** `despite` names the rules the agent was shown and saved in spite of: they go into the work log, without text. */
  addNote(request: {
    readonly buyerKey: BuyerKey;
    readonly text: string;
    readonly despite?: readonly string[] | undefined;
  }): ApiResult<NoteRow>;
  editNote(request: {
    readonly buyerKey: BuyerKey;
    readonly noteId: NoteId;
    readonly text: string;
    readonly despite?: readonly string[] | undefined;
  }): ApiResult<NoteRow>;
  deleteNote(request: { readonly buyerKey: BuyerKey; readonly noteId: NoteId }): ApiResult<null>;
}
