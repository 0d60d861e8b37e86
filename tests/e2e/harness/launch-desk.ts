import { fileURLToPath } from 'node:url';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { findBrowser } from '../../../scripts/lib/find-browser.mjs';
import type { KnobChoice } from '../../replica/knobs';
import { type DeadEnd, openDeadEnd } from './dead-end';
import { type Desk as ServedDesk, type DeskOptions as ServeOptions, serveDesk } from '../../replica/serve-desk';
import type { AliexpressThreadKey, AmazonThreadKey } from '../../replica/threads';
import { aliexpressChatUrl, amazonContactUrl, amazonThreadUrl } from '../../replica/urls';

/** How a desk is opened; everything has a sensible default. */
export interface LaunchOptions extends ServeOptions {
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
  /** Units: CSS pixels; `null` follows the window, for people. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** The unpacked build, `builtExtension` when left out; `null` opens the replica without any extension. */
  readonly extensionDir?: string | null;
  readonly extraArgs?: readonly string[];
  /** Arguments of the driver itself to leave out, for example what switches the back/forward cache off. */
  readonly withoutArgs?: readonly string[];
}

/** A browser with the extension in it and the replica desk in front of it. */
export interface Desk {
  /** The context now in use; a new object after `restartBrowser`. */
  readonly context: BrowserContext;
  /** Empty without an extension. */
  readonly extensionId: string;
  /** What was refused, over restarts: addresses at the desk, `host:port` behind it. */
  readonly refused: readonly string[];
  /** Seller pages loaded, over restarts. */
  readonly documents: readonly string[];
  /** The extension's service worker, woken or waited for. Errors: throws after 10 s without one. */
  serviceWorker(): Promise<Worker>;
  /** Opens an Amazon conversation in a new tab, or in `page`. */
  openThread(key: AmazonThreadKey, knobs?: KnobChoice, page?: Page): Promise<Page>;
  /** Opens the page on which a seller writes first about the first order of a conversation. */
  openContact(key: AmazonThreadKey, knobs?: KnobChoice, page?: Page): Promise<Page>;
  /** Opens the AliExpress message centre with this conversation, or with none. */
  openChat(key?: AliexpressThreadKey, knobs?: KnobChoice, page?: Page): Promise<Page>;
  /** Opens a page of the extension, for example `dashboard.html#/buyers`. */
  openExtensionPage(path: string): Promise<Page>;
  /** Stops the service worker as the browser would; answers how many were running. */
  killWorker(): Promise<number>;
  /** Closes the browser and opens it again with the same profile and the same extension. */
  restartBrowser(): Promise<void>;
  /** Closes the browser and removes its profile. */
  close(): Promise<void>;
}

/** Where `wxt build` puts the Chromium build. */
export const builtExtension = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,Translate,DialMediaRouteProvider',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--enable-unsafe-extension-debugging',
];

interface Setting {
  readonly profile: string;
  readonly options: LaunchOptions;
  readonly deadEnd: DeadEnd;
}

async function start({ profile, options, deadEnd }: Setting, isByFlag: boolean): Promise<BrowserContext> {
  const browser = findBrowser();
  if (!browser) throw new Error('no Chromium, Chrome or Edge found; set BROWSER_PATH');
  const { extensionDir } = options;
  const byFlag =
    isByFlag && extensionDir ? [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`] : [];
  return chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    headless: options.headless ?? true,
    // The sandbox refuses to start for root and for no one else.
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions', ...(options.withoutArgs ?? [])],
    args: [...quiet, `--proxy-server=127.0.0.1:${deadEnd.port}`, ...byFlag, ...(options.extraArgs ?? [])],
    viewport: options.viewport === undefined ? { width: 1366, height: 768 } : options.viewport,
    // A context that follows its window takes the colours of the system.
    ...(options.viewport === null && !options.colorScheme ? {} : { colorScheme: options.colorScheme ?? 'light' }),
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    timezoneId: 'UTC',
  });
}

/** Loads the unpacked build over the protocol, which branded browsers still allow; `undefined` where they don't. */
async function loadByProtocol(context: BrowserContext, path: string): Promise<string | undefined> {
  try {
    const session = await browserSession(context);
    // Newer than Playwright's own list of commands.
    const answer = (await session.send('Extensions.loadUnpacked' as 'Browser.getVersion', { path })) as unknown as {
      id: string;
    };
    await session.detach();
    return answer.id;
  } catch (problem) {
    if (problem instanceof Error && /wasn't found|not allowed|not available/i.test(problem.message)) return undefined;
    throw problem;
  }
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser');
  return browser.newBrowserCDPSession();
}

interface Running {
  context: BrowserContext;
  extensionId: string;
  served: ServedDesk;
}

async function open(setting: Setting): Promise<Running> {
  const { options } = setting;
  let context = await start(setting, false);
  // The fence stands before the extension runs its first line.
  let served = await serveDesk(context, options);
  if (!options.extensionDir) return { context, extensionId: '', served };
  const id = await loadByProtocol(context, options.extensionDir);
  if (id !== undefined) return { context, extensionId: id, served };
  await context.close();
  context = await start(setting, true);
  served = await serveDesk(context, options);
  return { context, extensionId: new URL((await firstWorker(context)).url()).host, served };
}

async function firstWorker(context: BrowserContext, extensionId = ''): Promise<Worker> {
  const isOurs = (worker: Worker): boolean => worker.url().startsWith(`chrome-extension://${extensionId}`);
  const running = context.serviceWorkers().filter(isOurs).at(-1);
  return running ?? context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 10_000 });
}

/** Opens a fresh profile with the built extension and the replica desk. */
export async function launchDesk(choice: LaunchOptions = {}): Promise<Desk> {
  const options: LaunchOptions = {
    ...choice,
    extensionDir: choice.extensionDir === undefined ? builtExtension : choice.extensionDir,
  };
  const profile = await mkdtemp(join(tmpdir(), 'parley-desk-'));
  const setting: Setting = { profile, options, deadEnd: await openDeadEnd() };
  let running = await open(setting);
  const past = { refused: [] as string[], documents: [] as string[] };

  const visit = async (url: string, page?: Page): Promise<Page> => {
    const tab = page ?? (await running.context.newPage());
    await tab.goto(url, { waitUntil: 'domcontentloaded' });
    return tab;
  };

  return {
    get context() {
      return running.context;
    },
    get extensionId() {
      return running.extensionId;
    },
    get refused() {
      return [...past.refused, ...running.served.refused, ...setting.deadEnd.asked];
    },
    get documents() {
      return [...past.documents, ...running.served.documents];
    },
    serviceWorker: () => firstWorker(running.context, running.extensionId),
    openThread: (key, knobs = {}, page) => visit(amazonThreadUrl(key, knobs), page),
    openContact: (key, knobs = {}, page) => visit(amazonContactUrl(key, knobs), page),
    openChat: (key, knobs = {}, page) => visit(aliexpressChatUrl(key, knobs), page),
    openExtensionPage: (path) => visit(`chrome-extension://${running.extensionId}/${path}`),
    async killWorker() {
      const session = await browserSession(running.context);
      const { targetInfos } = (await session.send('Target.getTargets', { filter: [{}] })) as {
        targetInfos: { targetId: string; type: string; url: string }[];
      };
      const workers = targetInfos.filter(
        (target) => target.type === 'service_worker' && target.url.includes(running.extensionId),
      );
      for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId });
      await session.detach();
      return workers.length;
    },
    async restartBrowser() {
      past.refused.push(...running.served.refused);
      past.documents.push(...running.served.documents);
      await running.context.close();
      running = await open(setting);
    },
    async close() {
      await running.context.close();
      setting.deadEnd.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
