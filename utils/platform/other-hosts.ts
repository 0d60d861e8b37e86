import { browser } from 'wxt/browser';
import { alone } from './alone';
import { log } from './log';
import { readLocal, writeLocal } from './settings/local-items';

/** Name under which the sentinel of named hosts is registered with the browser. */
const SCRIPT_ID = 'parley-other';

/** The sentinel of named hosts. */
export const otherSentinel = 'content-scripts/other.js';

type RegisteredScript = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const patternOf = (host: string): string => `https://${host}/*`;

/** The host name of an address, when Parley could work there: https, and no address of the browser itself. */
export const hostOf = (address: string | undefined): string | null => {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && hostname !== '' ? hostname : null;
};

/** Whether the browser lets Parley into a host. */
export const isGranted = (host: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(host)] });

/** The hosts the agent has named and the browser has granted. */
const heldHosts = async (): Promise<{ readonly named: readonly string[]; readonly held: readonly string[] }> => {
  const named = (await readLocal('otherHosts')) ?? [];
  const granted = await Promise.all(named.map(isGranted));
  return { named, held: named.filter((_, index) => granted[index]) };
};

/** Whether an origin is one of the named hosts; access that was taken back since does not count. */
export const isOtherOrigin = async (origin: string | undefined): Promise<boolean> => {
  const host = hostOf(origin);
  if (host === null) return false;
  return ((await readLocal('otherHosts')) ?? []).includes(host) && isGranted(host);
};

const scriptFor = (hosts: readonly string[]): RegisteredScript => ({
  id: SCRIPT_ID,
  js: [otherSentinel],
  matches: hosts.map(patternOf),
  allFrames: true,
  runAt: 'document_idle',
  persistAcrossSessions: true,
});

const register = async (hosts: readonly string[]): Promise<void> => {
  const { scripting } = browser;
  const [registered] = await scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (hosts.length === 0) return registered ? scripting.unregisterContentScripts({ ids: [SCRIPT_ID] }) : undefined;
  return registered
    ? scripting.updateContentScripts([scriptFor(hosts)])
    : scripting.registerContentScripts([scriptFor(hosts)]);
};

let queue: Promise<unknown> = Promise.resolve();

/**
 * Brings the browser's registration in line with the named hosts, and forgets hosts whose access was taken back. Never
 * rejects: where it fails the sentinel is missing until the next start, nothing else.
 */
const sync = (add: readonly string[]): Promise<void> => {
  const synced = queue.then(() =>
    alone('hosts', async () => {
      const before = (await readLocal('otherHosts')) ?? [];
      const named = [...new Set([...before, ...add])];
      if (named.length !== before.length) await writeLocal({ otherHosts: named });
      const { held } = await heldHosts();
      if (held.length !== named.length) await writeLocal({ otherHosts: held });
      await register(held);
    }),
  );
  queue = synced.catch(() => log('registration-failed'));
  return queue as Promise<void>;
};

/** Registers the sentinel for what is named and granted; for the start of the background and after changes of access. */
export const syncOtherHosts = (): Promise<void> => sync([]);

/** Names a host the browser has granted, and registers the sentinel for it. */
export const nameOtherHost = (host: string): Promise<void> => sync([host]);
