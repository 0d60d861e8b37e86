import { browser } from 'wxt/browser';

/** The browser's say about something the extension may do: see pages, notify, or download. */
export interface HostAccess {
  /** True when all of it is allowed. */
  isGranted(): Promise<boolean>;
  /** Asks the person; call it directly from a click, the browser refuses otherwise. */
  ask(): Promise<boolean>;
  /** Calls `changed` when access was given or taken anywhere, until the signal aborts. */
  onChange(changed: () => void, signal: AbortSignal): void;
}

type Wanted = Parameters<typeof browser.permissions.contains>[0];

const accessTo = (wanted: Wanted): HostAccess => ({
  isGranted: () => browser.permissions.contains(wanted),
  ask: async () => {
    try {
      return await browser.permissions.request(wanted);
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

/** Access to the pages of the given match patterns. */
export const hostAccess = (origins: readonly string[]): HostAccess => accessTo({ origins: [...origins] });

/** The browser's say about notifications; asked for only when the person wants them. */
export const notificationAccess = (): HostAccess => accessTo({ permissions: ['notifications'] });

/** The browser's say about files in the downloads; asked for only when the person wants backups by themselves. */
export const downloadAccess = (): HostAccess => accessTo({ permissions: ['downloads'] });
