import { browser } from 'wxt/browser';

/** The browser's say about which pages the extension may see. */
export interface HostAccess {
  /** True when every page is allowed. */
  isGranted(): Promise<boolean>;
  /** Asks the person; call it directly from a click, the browser refuses otherwise. */
  ask(): Promise<boolean>;
  /** Calls `changed` when access was given or taken anywhere, until the signal aborts. */
  onChange(changed: () => void, signal: AbortSignal): void;
}

/** Access to the pages of the given match patterns. */
export const hostAccess = (origins: readonly string[]): HostAccess => ({
  isGranted: () => browser.permissions.contains({ origins: [...origins] }),
  ask: async () => {
    try {
      return await browser.permissions.request({ origins: [...origins] });
    } catch {
      // Refused without a question, for example by the policy of a company: access is still missing.
      return false;
    }
  },
  onChange: (changed, signal) => {
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(changed);
    onRemoved.addListener(changed);
    const stop = () => {
      onAdded.removeListener(changed);
      onRemoved.removeListener(changed);
    };
    signal.addEventListener('abort', stop, { once: true });
  },
});
