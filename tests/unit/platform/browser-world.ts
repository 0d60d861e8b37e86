import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface RegisteredScript {
  readonly id: string;
  readonly js: readonly string[];
  readonly matches: readonly string[];
}

interface Injection {
  readonly target: { readonly tabId: number; readonly frameIds?: readonly number[]; readonly allFrames?: boolean };
  readonly files?: readonly string[];
  readonly func?: (...args: never[]) => unknown;
  readonly args?: readonly unknown[];
}

const manifest = {
  version: '1.0.0',
  content_scripts: [
    { js: ['content-scripts/amazon.js'], matches: ['https://sellercentral.amazon.de/*'] },
    { js: ['content-scripts/aliexpress.js'], matches: ['https://csp.aliexpress.com/*'] },
  ],
};

/**
 * A browser with tabs, granted hosts and registered scripts. Each frame of a tab is a document with a world of its own,
 * in which functions that are injected leave their marks.
 */
export const aBrowserWorld = (granted: readonly string[] = []) => {
  fakeBrowser.reset();
  const hosts = new Set(granted);
  const injected: { readonly tabId: number; readonly frame: number | 'all'; readonly file: string }[] = [];
  const registered = new Map<string, RegisteredScript>();
  const worlds = new Map<string, Record<string, string>>();
  const unreachable = new Set<number>();
  const broken = new Set<string>();
  const hostOf = (pattern: string) => /^https:\/\/([^/]+)\/\*$/.exec(pattern)?.[1] ?? '';

  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(async ({ origins = [] }: { origins?: string[] }) =>
    origins.every((origin) => hosts.has(hostOf(origin))),
  );
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [{ id: 1 }, { id: 2 }]) as never);
  const { scripting } = fakeBrowser;
  vi.spyOn(scripting, 'executeScript').mockImplementation((async ({ target, files, func, args = [] }: Injection) => {
    const { tabId, frameIds } = target;
    if (unreachable.has(tabId)) throw new Error('Cannot access contents of the page');
    const frame = frameIds?.[0] ?? 'all';
    if (func) {
      const key = `${tabId}:${frame}`;
      const scope = globalThis as { parleyScripts?: Record<string, string> };
      scope.parleyScripts = { ...worlds.get(key) };
      const result = func(...(args as never[]));
      worlds.set(key, scope.parleyScripts);
      delete scope.parleyScripts;
      return [{ frameId: frame, result }];
    }
    for (const file of files ?? []) {
      if (broken.has(file)) throw new Error('Could not load file');
      injected.push({ tabId, frame, file });
    }
    return [{ frameId: frame }];
  }) as never);
  const list = (filter?: { ids?: string[] }) =>
    [...registered.values()].filter(({ id }) => filter?.ids?.includes(id) ?? true);
  vi.spyOn(scripting, 'getRegisteredContentScripts').mockImplementation((async (filter?: { ids?: string[] }) =>
    list(filter)) as never);
  const put = (mustExist: boolean) =>
    (async (scripts: readonly RegisteredScript[]) => {
      for (const script of scripts) {
        if (registered.has(script.id) !== mustExist) throw new Error(`wrong id ${script.id}`);
        registered.set(script.id, script);
      }
    }) as never;
  vi.spyOn(scripting, 'registerContentScripts').mockImplementation(put(false));
  vi.spyOn(scripting, 'updateContentScripts').mockImplementation(put(true));
  vi.spyOn(scripting, 'unregisterContentScripts').mockImplementation((async ({ ids = [] }: { ids?: string[] }) => {
    for (const id of ids) registered.delete(id);
  }) as never);

  return {
    injected,
    files: () => injected.map(({ file }) => file.replace('content-scripts/', '')),
    /** Hosts on which the sentinel of named hosts is registered. */
    registeredHosts: () => list().flatMap(({ matches }) => matches.map(hostOf)),
    registrations: () => list(),
    grant: (host: string) => void hosts.add(host),
    takeBack: (host: string) => void hosts.delete(host),
    close: (tabId: number) => void unreachable.add(tabId),
    breakFile: (file: string) => void broken.add(file),
    mend: () => broken.clear(),
    /** The tab shows another document: nothing of the old one is left. */
    navigate: (tabId: number) => {
      for (const key of [...worlds.keys()]) if (key.startsWith(`${tabId}:`)) worlds.delete(key);
    },
    /** The extension was reloaded: open pages stay, what it kept for the session is gone. */
    reload: () => fakeBrowser.storage.session.clear(),
  };
};
