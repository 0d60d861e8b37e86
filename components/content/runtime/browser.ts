import type { Browser } from 'webextension-polyfill';

/**
 * The extension API in content scripts. Every browser Parley runs in answers with promises there; the polyfill, which background and
 * pages use, would add 2.8 kB gzip to every seller page.
 */
export const browser = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as Browser;
