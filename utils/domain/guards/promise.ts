import type { Span } from '../text/span';

/** What was promised. */
export type PromiseKind = 'refund' | 'dispatch' | 'replacement' | 'delivery' | 'answer' | 'part' | 'other';

/** A promise found in a draft; it becomes a due item once the message is sent. */
export interface FoundPromise extends Span {
  readonly what: PromiseKind;
  /** Day by which it is due, `YYYY-MM-DD`; absent when the sentence names none. */
  readonly dueOn?: string;
}
