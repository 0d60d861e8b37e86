import { err, ok, type Result } from '../domain/result';
import type { Span } from '../domain/text/span';
import { canWrite, fieldKind, isNative, ownLimit } from './field-kind';
import { announceChange, type InsertStrategy, type Writing } from './insert-strategies';
import { pause } from './lifetime';
import { isActive, readText, setSelection } from './selection';

/** How a text got into the field. */
export interface Inserted {
  readonly how: 'typed' | 'set';
}

/** Why a text is not in the field. Except where said, the field is as it was. */
export type InsertProblem =
  | { readonly kind: 'disabled' }
  | { readonly kind: 'composing' }
  | { readonly kind: 'too-long'; readonly over: number; readonly limit: number }
  /**
   * The page took the field away. `after` is there when it did so after something was written: a field that replaces
   * this one and already holds it needs no second insertion.
   */
  | { readonly kind: 'gone'; readonly after?: string }
  /** The text is not wanted here any more: another conversation was opened meanwhile. Nothing was written into that one. */
  | { readonly kind: 'overtaken' }
  /** The page did not take the text; it is out of the field again unless the agent typed meanwhile. */
  | { readonly kind: 'not-taken' };

/** One text on its way into a field. */
export interface Insertion {
  readonly text: string;
  /** The span it replaces, asked for once the field has the focus, because pages change their field then. */
  readonly spanIn: (before: string) => Span;
  /** Asked before every attempt: each follows a pause in which the agent may have opened another conversation. */
  readonly isWanted: () => boolean;
}

/** What an insertion needs to know of its surroundings. */
export interface InsertSettings {
  /** Longest text the page takes, in UTF-16 units. */
  readonly maxLength: number;
  /** Whether the page shows that it holds this text; undefined when it gives no sign. */
  readonly tookText: (text: string) => boolean | undefined;
  readonly strategies: readonly InsertStrategy[];
}

// How long a page may take to react before the next way is tried.
const REACTION_MS = 300;
// Pages that give no sign are watched this long: some put their old text back about 100 ms later.
const CALM_MS = 140;
// A wrong text is not waited for: nothing but the next way will repair it.
const WRONG_TEXT_MS = 60;
const POLL_MS = 15;
// Some pages exchange the field when it gets the focus; their frameworks need a moment for it.
const FOCUS_MS = 40;

type Verdict = 'taken' | 'refused' | 'gone' | 'agent-typed';

/** Brings line breaks to the form fields hold: `\n`, and spaces where a field has one line only. */
const toFieldText = (field: HTMLElement, text: string): string => {
  const lines = text.replace(/\r\n?/g, '\n');
  return fieldKind(field) === 'input' ? lines.replace(/\n/g, ' ') : lines;
};

const holds = (field: HTMLElement, text: string): boolean => {
  const now = readText(field);
  if (isNative(field)) return now === text;
  // Browsers keep their own count of line ends at the end of an editable element.
  const trimmed = (value: string): string => value.replace(/\u00a0/g, ' ').replace(/\n+$/, '');
  return trimmed(now) === trimmed(text);
};

/** One attempt to change a field: writes, and tells its own events from the agent's keys. */
class Attempt {
  private isWriting = false;
  private hasAgentTyped = false;

  constructor(
    private readonly field: HTMLElement,
    private readonly settings: InsertSettings,
    signal: AbortSignal,
  ) {
    const onInput = (event: Event): void => {
      if (event.isTrusted && !this.isWriting) this.hasAgentTyped = true;
    };
    field.addEventListener('input', onInput, { signal, capture: true });
  }

  write(strategy: InsertStrategy, writing: Writing): void {
    this.isWriting = true;
    try {
      strategy.write(this.field, writing);
      if (this.field.isConnected && holds(this.field, writing.after)) announceChange(this.field);
    } finally {
      this.isWriting = false;
    }
  }

  async settle(after: string): Promise<Verdict> {
    const start = performance.now();
    for (;;) {
      const waitedMs = performance.now() - start;
      if (this.hasAgentTyped) return 'agent-typed';
      if (!this.field.isConnected) return 'gone';
      const isThere = holds(this.field, after);
      const sign = isThere ? this.settings.tookText(after) : false;
      if (sign === true || (isThere && sign === undefined && waitedMs >= CALM_MS)) return 'taken';
      if (waitedMs >= (isThere ? REACTION_MS : WRONG_TEXT_MS)) return 'refused';
      await pause(POLL_MS);
    }
  }
}

const problemNow = (field: HTMLElement): InsertProblem | null => {
  if (!field.isConnected) return { kind: 'gone' };
  return canWrite(field) ? null : { kind: 'disabled' };
};

const plan = (field: HTMLElement, span: Span, text: string): Writing => {
  const before = readText(field);
  const start = Math.min(span.start, before.length);
  const end = Math.min(Math.max(span.end, start), before.length);
  return { before, span: { start, end }, text, after: before.slice(0, start) + text + before.slice(end) };
};

/** Takes a refused text out again: were it left, pasting it from the clipboard would double it. */
const takeBack = (field: HTMLElement, attempt: Attempt, used: readonly InsertStrategy[], writing: Writing): void => {
  for (const strategy of used) {
    const now = readText(field);
    const back = { before: now, span: { start: 0, end: now.length }, text: writing.before, after: writing.before };
    if (strategy.applies(field, back)) attempt.write(strategy, back);
  }
};

const restoreFocus = (field: HTMLElement, selection: Span): void => {
  if (!isActive(field)) field.focus({ preventScroll: true });
  if (isNative(field) && isActive(field)) setSelection(field, selection);
};

/**
 * Replaces a span of a field by a text so that the page notices, and checks that it did.
 *
 * Nothing is sent, no key is imitated; a text that does not fit is refused, never cut (the browser would cut it and
 * report success).
 * Errors: see `InsertProblem`.
 */
export const insertInto = async (
  field: HTMLElement,
  change: Insertion,
  settings: InsertSettings,
): Promise<Result<Inserted, InsertProblem>> => {
  const early = problemNow(field);
  if (early) return err(early);
  if (!isActive(field)) {
    field.focus({ preventScroll: true });
    await pause(FOCUS_MS);
    const late = problemNow(field);
    if (late) return err(late);
  }
  if (!change.isWanted()) return err({ kind: 'overtaken' });
  const writing = plan(field, change.spanIn(readText(field)), toFieldText(field, change.text));
  const limit = Math.min(settings.maxLength, ownLimit(field));
  if (writing.after.length > limit) return err({ kind: 'too-long', over: writing.after.length - limit, limit });
  if (writing.after === writing.before) return ok({ how: 'typed' });

  const life = new AbortController();
  const attempt = new Attempt(field, settings, life.signal);
  const used: InsertStrategy[] = [];
  try {
    for (const strategy of settings.strategies) {
      if (!strategy.applies(field, writing)) continue;
      if (used.length > 0 && !change.isWanted()) return err({ kind: 'overtaken' });
      used.push(strategy);
      attempt.write(strategy, writing);
      const verdict = await attempt.settle(writing.after);
      if (verdict === 'gone') return err({ kind: 'gone', after: writing.after });
      if (verdict === 'agent-typed') {
        return readText(field).includes(writing.text) ? ok({ how: strategy.how }) : err({ kind: 'not-taken' });
      }
      if (verdict === 'taken') {
        const caret = writing.span.start + writing.text.length;
        restoreFocus(field, { start: caret, end: caret });
        return ok({ how: strategy.how });
      }
    }
    if (!change.isWanted()) return err({ kind: 'overtaken' });
    takeBack(field, attempt, used, writing);
    // Back to where the agent was, ready to paste.
    restoreFocus(field, writing.span);
    return err({ kind: 'not-taken' });
  } finally {
    life.abort();
  }
};
