import { browser } from 'wxt/browser';
import { INSERT_TEXT } from '../platform/messaging/insert-text';

/** Longest text the popup hands over, in UTF-16 units: one answer of the converter. */
const MAX_CHARS = 2_000;

const textOf = (message: unknown): string | null => {
  const { kind, text } = (message ?? {}) as { kind?: unknown; text?: unknown };
  return kind === INSERT_TEXT && typeof text === 'string' && text.length <= MAX_CHARS ? text : null;
};

/**
 * Serves the popup's "insert into the message". Only our own extension can send such a message; a document without a text
 * box stays silent, so that the frame that has one answers.
 */
export function serveInsertRequests(
  signal: AbortSignal,
  insert: (text: string) => Promise<{ readonly inserted: boolean }> | null,
): void {
  const listener = (message: unknown, _sender: unknown, respond: (answer: unknown) => void): true | undefined => {
    const text = textOf(message);
    const done = text === null ? null : insert(text);
    if (!done) return undefined;
    void done.then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listener as never), { once: true });
}
