import type { KeyboardEvent } from 'react';

/**
 * Whether an input method is still composing a word: Enter, Tab and Esc then belong to it.
 * 229 covers Safari and older Chinese input methods, which report the closing key after `isComposing` ended.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;

/** Runs `close` on Esc and keeps that key from the page; never while composing. */
export function onEscape(event: KeyboardEvent, close: () => void): void {
  if (event.key !== 'Escape' || isComposing(event)) return;
  event.preventDefault();
  event.stopPropagation();
  close();
}

/** Props for a box around real controls: Esc pressed in any of them runs `close`; nothing happens while it is null. */
export const closeOnEscape = (close: (() => void) | null) => ({
  onKeyDown: (event: KeyboardEvent) => close && onEscape(event, close),
});

/** Keeps what is typed into our fields from the page's own single-key shortcuts. */
export function keepTyping(event: KeyboardEvent): void {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) event.stopPropagation();
}

/** Sends the form a text field belongs to on Enter; Shift+Enter makes a line, a composition keeps its Enter. */
export function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
