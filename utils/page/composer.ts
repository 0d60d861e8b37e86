import { err, type Result } from '../domain/result';
import type { Span } from '../domain/text/span';
import { trackComposition } from './composition';
import { watchText } from './field-changes';
import { canWrite, isNative } from './field-kind';
import { insertInto, type Inserted, type Insertion, type InsertProblem, type InsertSettings } from './insert';
import { STRATEGIES, type InsertStrategy } from './insert-strategies';
import { listen } from './lifetime';
import { isActive, readSelection, readText, setSelection } from './selection';

/** Where a text goes: instead of everything, at the caret (instead of the selection), or after everything. */
export type InsertMode = 'replace' | 'at-caret' | 'append';

/** What the caller knows about a text box. */
export interface ComposerOptions {
  /** Longest text the page takes, in UTF-16 units; the field's own `maxlength` counts as well. */
  readonly maxLength?: number;
  /** Whether the page itself shows that it holds this text, the whole of the field; undefined: it gives no sign. */
  readonly tookText?: (text: string) => boolean | undefined;
  /** Ends everything the composer listens to. */
  readonly signal?: AbortSignal;
  /** The ways to write, in order; tests leave some out. */
  readonly strategies?: readonly InsertStrategy[];
  /** How long an insertion waits for a composition to end. */
  readonly compositionLimitMs?: number;
}

/** A text box of the host page: read, watched and written so that the page notices. */
export interface Composer {
  readonly field: HTMLElement;
  /** The text, line breaks as `\n`. */
  read(): string;
  /** The selection, or where it last was. */
  caret(): Span;
  /**
   * Writes a text into the box; `isWanted` is asked again after every wait. Errors: see `InsertProblem`; the caller then
   * offers the clipboard.
   */
  insert(text: string, mode: InsertMode, isWanted?: () => boolean): Promise<Result<Inserted, InsertProblem>>;
  /** Exchanges a span, keeping undo and the agent's caret. Errors: as `insert`. */
  replaceRange(span: Span, replacement: string): Promise<Result<Inserted, InsertProblem>>;
  /** Focuses the box and selects a span; false when the box cannot be written to. */
  select(span: Span): boolean;
  /** Calls back with the text when it has been quiet for 150 ms; also after changes the page makes by itself. */
  onChange(signal: AbortSignal, onText: (text: string) => void): void;
}

const COMPOSITION_LIMIT_MS = 3000;

/** Where a caret stands after a span before it, around it or after it was exchanged. */
const caretAfter = (caret: Span, span: Span, replacement: string): Span => {
  const move = (offset: number): number => {
    if (offset <= span.start) return offset;
    if (offset < span.end) return span.start + replacement.length;
    return offset + replacement.length - (span.end - span.start);
  };
  return { start: move(caret.start), end: move(caret.end) };
};

/** Follows where the agent last had the caret: our own panel takes the focus when it is clicked. */
const rememberCaret = (field: HTMLElement, signal: AbortSignal): (() => Span) => {
  let hasBeenVisited = isActive(field);
  let left: Span | null = null;
  listen(field, ['focus'], () => (hasBeenVisited = true), { signal });
  listen(field, ['blur'], () => (left = isNative(field) ? null : readSelection(field)), { signal });
  return () => {
    const now = isNative(field) || isActive(field) ? readSelection(field) : left;
    const end = readText(field).length;
    // A box nobody has been in yet reports a caret at 0; people expect the text after what is there.
    if (!now || (!hasBeenVisited && now.end === 0)) return { start: end, end };
    return { start: Math.min(now.start, end), end: Math.min(now.end, end) };
  };
};

/**
 * Wraps a native text field or an editable element, also inside an open shadow root or a frame.
 *
 * Insertions run one after the other; the same one asked for again while it runs (a double click) is done once.
 */
export const wrapComposer = (field: HTMLElement, options: ComposerOptions = {}): Composer => {
  const signal = options.signal ?? new AbortController().signal;
  const composition = trackComposition(field, signal);
  const caret = rememberCaret(field, signal);
  const settings: InsertSettings = {
    maxLength: options.maxLength ?? Infinity,
    tookText: options.tookText ?? (() => undefined),
    strategies: options.strategies ?? STRATEGIES,
  };
  let last: Promise<unknown> = Promise.resolve();
  const pending = new Map<string, Promise<Result<Inserted, InsertProblem>>>();

  const write = async (insertion: Insertion): Promise<Result<Inserted, InsertProblem>> => {
    const hasEnded = await composition.ended(options.compositionLimitMs ?? COMPOSITION_LIMIT_MS);
    return hasEnded ? insertInto(field, insertion, settings) : err({ kind: 'composing' });
  };
  const enqueue = (
    name: string,
    run: () => Promise<Result<Inserted, InsertProblem>>,
  ): Promise<Result<Inserted, InsertProblem>> => {
    const same = pending.get(name);
    if (same) return same;
    const mine = last.then(run).finally(() => pending.delete(name));
    last = mine;
    pending.set(name, mine);
    return mine;
  };
  const spanFor = (mode: InsertMode, kept: Span, before: string): Span => {
    if (mode === 'replace') return { start: 0, end: before.length };
    return mode === 'append' ? { start: before.length, end: before.length } : kept;
  };

  return {
    field,
    read: () => readText(field),
    caret,
    insert: (text, mode, isWanted = () => true) =>
      enqueue(`${mode} ${text}`, () => {
        const kept = composition.isActive() ? null : caret();
        return write({ text, spanIn: (before) => spanFor(mode, kept ?? caret(), before), isWanted });
      }),
    replaceRange: (span, replacement) =>
      enqueue(`${span.start} ${span.end} ${replacement}`, async () => {
        if (span.end > readText(field).length) return err({ kind: 'not-taken' });
        const kept = caret();
        // A fix belongs to the words it was found in; what stands there after a wait may be for somebody else. Once
        // writing has begun the text differs by that itself.
        let known: string | null = readText(field);
        const isWanted = (): boolean => {
          const isSame = known === null || readText(field) === known;
          known = null;
          return isSame;
        };
        const done = await write({ text: replacement, spanIn: () => span, isWanted });
        if (done.ok && isActive(field)) setSelection(field, caretAfter(kept, span, replacement));
        return done;
      }),
    select: (span) => {
      if (!canWrite(field)) return false;
      field.focus({ preventScroll: true });
      if (!isActive(field)) return false;
      setSelection(field, span);
      return true;
    },
    onChange: (until, onText) => watchText(field, composition, until, onText),
  };
};
