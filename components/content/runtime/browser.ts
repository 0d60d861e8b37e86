import type { Browser } from 'webextension-polyfill';

/**
 * The extension API in the assistant. Every browser Parley runs in answers with promises there, so the polyfill, which sentinel,
 * background and pages use, is not loaded a second time into the same document.
 */
export const browser = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as Browser;
