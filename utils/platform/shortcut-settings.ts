import { browser } from 'wxt/browser';

/** A command of the manifest and the key the agent has given it in the browser; empty while it has none. */
export interface BrowserKey {
  readonly description: string;
  readonly key: string;
}

/** What the browser can say and do about keys. */
export interface ShortcutTools {
  /** The commands whose keys the browser keeps. */
  readonly list: () => Promise<readonly BrowserKey[]>;
  /** Opens the browser's own page for keys; false where only the person can go there. */
  readonly change: () => Promise<boolean>;
}

/** The commands whose keys the browser keeps; none where it has no keys to give, as on Android. */
async function browserKeys(): Promise<readonly BrowserKey[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.flatMap(({ description, shortcut }) => (description ? [{ description, key: shortcut ?? '' }] : []));
}

/** Where Chrome and Edge let people choose keys. */
const CHROME_PAGE = 'chrome://extensions/shortcuts';

/** Opens the browser's own page for keys; false where only the person can go there. */
async function openShortcutSettings(): Promise<boolean> {
  // Newer than the types: Firefox 137.
  const { openShortcutSettings: open } = browser.commands as { readonly openShortcutSettings?: () => Promise<void> };
  try {
    await (open ? open() : browser.tabs.create({ url: CHROME_PAGE }));
    return true;
  } catch {
    return false;
  }
}

/** The keys of this browser. */
export const shortcutTools: ShortcutTools = { list: browserKeys, change: openShortcutSettings };
