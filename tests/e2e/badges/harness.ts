import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { flattenCatalogue } from '@/utils/platform/i18n/page-words';
import type { KitOptions } from './kit';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let bundled: string | undefined;

async function kitCode(): Promise<string> {
  if (bundled) return bundled;
  const done = await build({
    entryPoints: [`${ROOT}/tests/e2e/badges/kit.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'kit',
    target: 'chrome123',
    alias: { '@': ROOT },
  });
  bundled = `${done.outputFiles[0]?.text ?? ''};globalThis.kit = kit;`;
  return bundled;
}

/** Evaluates an expression beside the list script; `kit` is in scope. */
export type InKit = <T>(expression: string) => Promise<T>;

/**
 * A tab whose own policy is off: a world made by the test is bound by it, one of an extension is not. Call it before the page
 * is opened.
 */
export async function unboundTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Page.enable');
  await cdp.send('Page.setBypassCSP', { enabled: true });
  return page;
}

/** Puts the list script into a world of its own in this page, as the browser does with content scripts. */
export async function startKit(page: Page, options: Omit<KitOptions, 'css' | 'entries'>): Promise<InKit> {
  const cdp = await page.context().newCDPSession(page);
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'parley-badges-kit',
  });
  const inKit: InKit = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  await inKit(`${await kitCode()};0`);
  const words = JSON.parse(readFileSync(`${ROOT}/public/locales/${options.uiLang}/page.json`, 'utf8')) as unknown;
  const css = readFileSync(`${ROOT}/components/content/lists/badges.css`, 'utf8');
  const all: KitOptions = { ...options, css, entries: flattenCatalogue('page', words) };
  await inKit(`kit.start(${JSON.stringify(all)})`);
  return inKit;
}
