import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Bundles a module for a page; its exports land on `globalThis[name]`. */
const bundle = async (entry: string, name: string): Promise<string> => {
  const done = await build({
    entryPoints: [`${ROOT}/${entry}`],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: name,
    minify: true,
    target: 'chrome120',
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
  });
  return `${done.outputFiles[0]?.text ?? ''};globalThis.${name} = ${name};`;
};

/** A page of the test with the code under test in a world of its own, as a content script has it. */
export interface HostPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Runs an expression in the isolated world (of the named frame) and gives back its value. */
  inKit<T>(expression: string, frameName?: string): Promise<T>;
  /** What the page's application holds: the oracle of every insertion. */
  appState(): Promise<string>;
  close(): Promise<void>;
}

/** One browser with both bundles ready. */
export interface Bench {
  open(setup: string, options?: { readonly width?: number; readonly height?: number }): Promise<HostPage>;
  close(): Promise<void>;
}

const KIT_WORLD = 'kit';

/** Starts Chromium and prepares the kit and the host-page bundle. */
export const startBench = async (): Promise<Bench> => {
  const [kit, host] = await Promise.all([
    bundle('tests/e2e/insertion/kit.ts', 'kit'),
    bundle('tests/e2e/insertion/host-pages.tsx', 'host'),
  ]);
  const browser: Browser = await chromium.launch({
    executablePath: process.env['BROWSER_PATH'] ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
  });

  const open: Bench['open'] = async (setup, options = {}) => {
    const page = await browser.newPage({ viewport: { width: options.width ?? 900, height: options.height ?? 700 } });
    await page.route('https://seller.test/**', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: '<!doctype html><html lang="en"><body></body></html>',
      }),
    );
    await page.goto('https://seller.test/messages');
    await page.addScriptTag({ content: host });
    await page.evaluate(setup);
    const cdp = await page.context().newCDPSession(page);
    const contexts = new Map<string, number>();
    const inKit = async <T>(expression: string, frameName = ''): Promise<T> => {
      const { frameTree } = await cdp.send('Page.getFrameTree');
      const frame = [frameTree, ...(frameTree.childFrames ?? [])].find(
        (tree) => frameName === '' || tree.frame.name === frameName,
      );
      const frameId = frame?.frame.id ?? '';
      let contextId = contexts.get(frameId);
      if (contextId === undefined) {
        const world = await cdp.send('Page.createIsolatedWorld', { frameId, worldName: KIT_WORLD });
        contextId = world.executionContextId;
        contexts.set(frameId, contextId);
        await cdp.send('Runtime.evaluate', { expression: kit, contextId });
      }
      const answer = await cdp.send('Runtime.evaluate', {
        expression,
        contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (answer.exceptionDetails) {
        throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
      }
      return answer.result.value as T;
    };
    return {
      page,
      cdp,
      inKit,
      appState: () => page.evaluate('host.app.text'),
      close: () => page.close(),
    };
  };
  return { open, close: () => browser.close() };
};
